"""What RAM tells, as plain values. Policy documents stay the text that RAM gave."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PolicyName:
    """A policy as a listing names it. ``kind`` is System or Custom, ``version`` the one in force."""

    name: str
    kind: str
    version: str


@dataclass(frozen=True)
class RamRole:
    """A role. ``trust`` is its trust policy; ``max_session_duration`` in seconds."""

    name: str
    arn: str
    trust: str
    max_session_duration: int


@dataclass(frozen=True)
class Diagnosis:
    """What an encoded diagnostic message stands for.

    ``policies`` are the names of those whose Deny matched; ``conditions`` the condition keys that the request carried,
    with their values, as the server saw them.
    """

    explicit_deny: bool
    policies: tuple[str, ...]
    conditions: tuple[tuple[str, tuple[str, ...]], ...]
