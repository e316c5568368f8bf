"""Taking actions out of a Deny, and leaving the rest of it as it is."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from stsviewer.check.documents import Json, as_list
from stsviewer.policy.actions import matching

#: Patterns that stand for whole services: what is left of them is said by its exceptions.
_EVERYTHING: Final = ("*", "*:*")
_ALL_OF_OSS: Final = "oss:*"
_OSS_RESOURCES: Final = "acs:oss:*:*:*"


def without(statement: Json, actions: Collection[str]) -> Json | None:
    """``statement``, a Deny, so that it says nothing about ``actions``, in their documented spelling.

    None when nothing is left.
    A Deny of everything becomes one of everything but these. ``NotAction`` on other services' resources would deny
    theirs, so a Deny of ``oss:*`` is held to the resources of OSS.
    """
    narrowed = dict(statement)
    if "NotAction" in narrowed:
        narrowed["NotAction"] = [*as_list(narrowed["NotAction"]), *sorted(actions)]
        return narrowed
    patterns = as_list(narrowed["Action"])
    lower = [pattern.lower() for pattern in patterns]
    if any(pattern in _EVERYTHING for pattern in lower):
        return _but(narrowed, actions)
    if _ALL_OF_OSS in lower and all(pattern.startswith("oss:") for pattern in lower):
        resources = as_list(narrowed.get("Resource", []))
        if "*" in resources:
            narrowed["Resource"] = [_OSS_RESOURCES]
        elif not resources or not all(name.startswith("acs:oss:") for name in resources):
            return _listed(narrowed, patterns, actions)
        return _but(narrowed, actions)
    return _listed(narrowed, patterns, actions)


def _but(statement: Json, actions: Collection[str]) -> Json:
    """Everything but ``actions``, with the members in their old order."""
    return {
        ("NotAction" if name == "Action" else name): (sorted(actions) if name == "Action" else value)
        for name, value in statement.items()
    }


def _listed(statement: Json, patterns: list[str], actions: Collection[str]) -> Json | None:
    kept: list[str] = []
    for pattern in patterns:
        covered = matching(pattern)
        if any(action in actions for action in covered):
            kept += [action for action in covered if action not in actions]
        else:
            kept.append(pattern)
    return {**statement, "Action": kept} if kept else None
