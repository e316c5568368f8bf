"""What a policy document says, once its grammar has been checked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class DocumentKind(Enum):
    """Where a document is used; decides which elements its statements must and may have."""

    IDENTITY = "identity"  # attached to a user, a group or a role
    SESSION = "session"  # sent with AssumeRole; narrows the token
    TRUST = "trust"  # of a role: who may assume it
    BUCKET = "bucket"  # of a bucket


class Effect(Enum):
    """What a statement that applies does. Its spelling in a document is exact."""

    ALLOW = "Allow"
    DENY = "Deny"


@dataclass(frozen=True)
class Condition:
    """One operator on one key. The values are alternatives, except that a negated operator must differ from all."""

    operator: str
    key: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class TrustedPrincipals:
    """The ``Principal`` of a trust policy: RAM ARNs, cloud services, identity providers."""

    ram: tuple[str, ...] = ()
    service: tuple[str, ...] = ()
    federated: tuple[str, ...] = ()


@dataclass(frozen=True)
class Statement:
    """One statement.

    ``not_action`` and ``not_resource`` turn the lists around: everything but these. ``resources`` is empty only in a
    trust policy, whose resource is the role itself. ``principals`` are those of a bucket policy, ``trusted`` those of a
    trust policy.
    """

    effect: Effect
    actions: tuple[str, ...]
    resources: tuple[str, ...] = ()
    not_action: bool = False
    not_resource: bool = False
    conditions: tuple[Condition, ...] = ()
    principals: tuple[str, ...] = ()
    trusted: TrustedPrincipals = TrustedPrincipals()
    sid: str = ""


@dataclass(frozen=True)
class Document:
    """A policy document. ``name`` is the policy's, empty where it has none (session, trust and bucket policies)."""

    kind: DocumentKind
    statements: tuple[Statement, ...]
    name: str = ""
