"""Where no Allow applies: which statement came nearest, and what it lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum

from stsviewer.check.circumstances import Circumstances
from stsviewer.policy import (
    Condition,
    Document,
    Effect,
    Request,
    Statement,
    StatementRef,
    applies,
    parse_resource,
)
from stsviewer.policy.actions import matching
from stsviewer.policy.conditions import holds


class Miss(IntEnum):
    """What an Allow lacks, the nearest first."""

    CONDITION = 1  # action and resource fit
    BUCKET_ONLY = 2  # it names the bucket, and an object is asked for
    OBJECTS_ONLY = 3  # it names objects, and the bucket is asked for
    OTHER_RESOURCE = 4  # the action fits, on something else
    OTHER_ACTION = 5  # the resource fits, for other actions
    NOTHING = 6  # nothing comes near


@dataclass(frozen=True)
class Nearest:
    """The statement that came nearest. ``conditions`` are those that are not met, or hang on what is not known."""

    miss: Miss
    ref: StatementRef | None = None
    statement: Statement | None = None
    conditions: tuple[Condition, ...] = ()


def nearest(documents: Iterable[tuple[str, Document]], request: Request, circumstances: Circumstances) -> Nearest:
    """The Allow of ``documents``, each under its label, that came nearest to ``request``."""
    request = circumstances.around(request)
    best = Nearest(Miss.NOTHING)
    for label, document in documents:
        for index, statement in enumerate(document.statements):
            if statement.effect is not Effect.ALLOW:
                continue
            miss = _miss(document, statement, request)
            if miss < best.miss:
                ref = StatementRef(label, index, statement.sid, document.name)
                best = Nearest(miss, ref, statement, _unmet(statement, request, circumstances))
    return best


def _miss(document: Document, statement: Statement, request: Request) -> Miss:
    action_fits = applies(document, _with_any_resource(statement), request)
    resource_fits = applies(document, replace(statement, actions=("*",), not_action=False, conditions=()), request)
    if action_fits and resource_fits:
        return Miss.CONDITION
    if resource_fits:
        return Miss.OTHER_ACTION if any(matching(pattern) for pattern in statement.actions) else Miss.NOTHING
    if not action_fits:
        return Miss.NOTHING
    asked = parse_resource(request.resource)
    if asked is not None and asked.key:
        of_bucket = replace(request, resource=request.resource[: -len(asked.key) - 1])
        if applies(document, replace(statement, conditions=()), of_bucket):
            return Miss.BUCKET_ONLY
    elif asked is not None and not statement.not_resource:
        named = [parse_resource(pattern) for pattern in statement.resources]
        if any(name is not None and name.bucket == asked.bucket and name.key for name in named):
            return Miss.OBJECTS_ONLY
    return Miss.OTHER_RESOURCE


def _with_any_resource(statement: Statement) -> Statement:
    return replace(statement, resources=("*",), not_resource=False, conditions=())


def _unmet(statement: Statement, request: Request, circumstances: Circumstances) -> tuple[Condition, ...]:
    hanging = circumstances.hanging(statement, request)
    return tuple(
        condition
        for condition in statement.conditions
        if condition.key in hanging or not holds(condition, request.context)
    )
