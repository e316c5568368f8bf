"""What a policy opens besides what it is meant for: actions and the resources that they reach.

Told from the patterns of the document and not by trying samples, so that nothing is missed: a pattern that no wish and
no policy in force covers is named. What an unconditional Deny takes back is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from stsviewer.policy import wildcard
from stsviewer.policy.actions import ACTIONS, matching
from stsviewer.policy.document import Condition, Document, Effect, Statement
from stsviewer.policy.reach import reaches
from stsviewer.policy.smallest import Wish

_EVERY_OTHER: Final = "*"


@dataclass(frozen=True, order=True)
class Gain:
    """``action`` on everything that the pattern ``resource`` covers; ``conditional`` when only under conditions.

    ``action`` is OSS's documented spelling, a pattern of another service's actions, or ``*`` for all other services.
    """

    action: str
    resource: str
    conditional: bool = False


def gains(added: Document, wishes: Iterable[Wish] = (), before: Iterable[Document] = ()) -> tuple[Gain, ...]:
    """What ``added`` allows that is neither wished for nor allowed by the documents in force ``before``, sorted."""
    wished, in_force = list(wishes), list(before)
    allows = [one for document in in_force for one in document.statements if one.effect is Effect.ALLOW]
    denies = [one for document in [added, *in_force] for one in document.statements if one.effect is Effect.DENY]
    found = {
        Gain(action, resource, bool(statement.conditions))
        for statement in added.statements
        if statement.effect is Effect.ALLOW
        for action, resource in _reach(statement)
        if not _is_wished(wished, action, resource, statement.conditions)
        and not any(_has(one, action, resource, statement.conditions) for one in allows)
        and not any(_has(one, action, resource, ()) for one in denies)
    }
    return tuple(sorted(found))


def _reach(statement: Statement) -> Iterator[tuple[str, str]]:
    """Every action with every pattern of the statement that its requests can meet."""
    resources = (_EVERY_OTHER,) if statement.not_resource else statement.resources
    for resource in resources:
        for action in _actions(statement):
            form = ACTIONS.get(action)
            if form is None or reaches(resource, form):
                yield action, resource


def _actions(statement: Statement) -> list[str]:
    if statement.not_action:
        left_out = {action for pattern in statement.actions for action in matching(pattern)}
        return [*(action for action in ACTIONS if action not in left_out), _EVERY_OTHER]
    found: list[str] = []
    for pattern in statement.actions:
        found += matching(pattern)
        service = pattern.partition(":")[0].lower()
        if wildcard.is_wild(service):
            found.append(_EVERY_OTHER)
        elif service != "oss":
            found.append(pattern)
    return found


def _is_wished(wishes: list[Wish], action: str, resource: str, conditions: tuple[Condition, ...]) -> bool:
    fitting = [wish for wish in wishes if wish.action == action and wildcard.covers(wish.resource, resource)]
    if any(not wish.listed for wish in fitting):
        return True
    prefixes = [wish.listed for wish in fitting]
    return any(_holds_to(prefixes, condition) for condition in conditions)


def _holds_to(prefixes: list[str], condition: Condition) -> bool:
    """Whether the condition lets only listings under one of ``prefixes`` pass."""
    if condition.key != "oss:Prefix" or condition.operator not in ("StringLike", "StringEquals"):
        return False
    return all(any(wildcard.covers(f"{prefix}*", value) for prefix in prefixes) for value in condition.values)


def _has(statement: Statement, action: str, resource: str, conditions: tuple[Condition, ...]) -> bool:
    """Whether ``statement`` speaks of all of it, asking no more than ``conditions`` do."""
    if not set(statement.conditions) <= set(conditions):
        return False
    if statement.not_action and action not in ACTIONS:
        return False  # some of what the pattern covers may be among the exceptions
    if any(wildcard.covers(pattern.lower(), action.lower()) for pattern in statement.actions) == statement.not_action:
        return False
    return not statement.not_resource and any(wildcard.covers(one, resource) for one in statement.resources)
