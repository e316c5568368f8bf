"""No statement allows a call: what the nearest one lacks, in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from stsviewer.check.near import Miss, Nearest, nearest
from stsviewer.check.rights import Ask, Rights
from stsviewer.check.values import DecidingStatement
from stsviewer.policy import Condition
from stsviewer.text import Text, mark, say


@dataclass(frozen=True)
class Missed:
    """``id`` is the end of a cause's id; ``resources`` are the statement's. ``prefix``: with it, listing would go."""

    id: str
    text: Text
    statement: DecidingStatement | None = None
    resources: tuple[str, ...] = ()
    prefix: str = ""


def grouped(
    asks: Sequence[Ask], rights: Rights, whose: Text, where: Callable[[Sequence[Ask]], str], *, session: bool
) -> tuple[Missed, ...]:
    """Why ``asks`` are not allowed: one sentence for all that lack the same, the nearest miss first.

    ``whose`` and ``where`` are for the sentence: whose policies they are, and the place of some of the asks.
    """
    by_miss: dict[tuple[Miss, object], tuple[Nearest, list[Ask]]] = {}
    documents = list(rights.labelled(session=session))
    for ask in asks:
        found = min(
            (nearest(documents, request, rights.circumstances) for request in rights.requests(ask)),
            key=lambda one: one.miss,
        )
        by_miss.setdefault((found.miss, found.ref), (found, []))[1].append(ask)
    ordered = sorted(by_miss.values(), key=lambda each: each[0].miss)
    return tuple(_sentence(found, group, rights, whose, where(group), session) for found, group in ordered)


def _sentence(found: Nearest, asks: list[Ask], rights: Rights, whose: Text, where: str, session: bool) -> Missed:
    actions = ", ".join(dict.fromkeys(ask.api for ask in asks))
    if found.ref is None or found.statement is None:
        sentence = mark("Check", "No statement in the policies of {whose} allows {actions} on {where}.")
        if session:
            sentence = mark("Check", "No statement of {whose} allows {actions} on {where}.")
        elif not list(rights.labelled(session=False)):
            sentence = mark("Check", "No policy is attached to {whose}, so nothing allows {actions} on {where}.")
        return Missed("no-allow", say(sentence, whose=whose, actions=actions, where=where))
    statement = rights.known.statement(found.ref, rights.session)
    policy: Text | str = found.ref.name or whose
    number = found.ref.index + 1
    resources = found.statement.resources
    listed = ", ".join(resources)
    if found.miss is Miss.CONDITION:
        return _condition(found, asks, statement, policy, number, actions)
    if found.miss is Miss.BUCKET_ONLY:
        sentence = mark(
            "Check",
            "Statement {number} of {policy} names the bucket, {resources}, but not its objects: "
            "{actions} needs {bucket}/*.",
        )
        text = say(sentence, number=number, policy=policy, resources=listed, actions=actions, bucket=rights.bucket)
        return Missed("bucket-only", text, statement, resources)
    if found.miss is Miss.OBJECTS_ONLY:
        sentence = mark(
            "Check",
            "Statement {number} of {policy} names objects, {resources}, but not the bucket itself: "
            "{actions} needs {bucket}.",
        )
        text = say(sentence, number=number, policy=policy, resources=listed, actions=actions, bucket=rights.bucket)
        return Missed("objects-only", text, statement, resources)
    if found.miss is Miss.OTHER_RESOURCE:
        sentence = mark("Check", "Statement {number} of {policy} allows {actions} only on {resources}, not on {where}.")
        text = say(sentence, number=number, policy=policy, resources=listed, actions=actions, where=where)
        return Missed("other-resource", text, statement, resources)
    sentence = mark("Check", "Statement {number} of {policy} covers {where}, but allows {allowed} only, not {actions}.")
    text = say(
        sentence,
        number=number,
        policy=policy,
        where=where,
        allowed=", ".join(found.statement.actions),
        actions=actions,
    )
    return Missed("action-missing", text, statement, resources)


def _condition(
    found: Nearest, asks: list[Ask], statement: DecidingStatement, policy: Text | str, number: int, actions: str
) -> Missed:
    condition = found.conditions[0] if found.conditions else Condition("", "", ())
    values = ", ".join(condition.values)
    if condition.key == "oss:Prefix":
        sentence = mark(
            "Check",
            "Statement {number} of {policy} allows listing only with a prefix like {values}; here it is “{prefix}”.",
        )
        text = say(sentence, number=number, policy=policy, values=values, prefix=asks[0].prefix)
        return Missed("condition-prefix", text, statement, prefix=_usable(condition))
    if condition.key == "oss:Delimiter":
        sentence = mark(
            "Check",
            "Statement {number} of {policy} allows listing only with the delimiter {values}; here it is “{delimiter}”.",
        )
        text = say(sentence, number=number, policy=policy, values=values, delimiter=asks[0].delimiter)
        return Missed("condition-delimiter", text, statement)
    kinds = {
        "acs:SourceIp": "condition-address",
        "acs:MFAPresent": "condition-mfa",
        "acs:CurrentTime": "condition-time",
    }
    sentence = mark(
        "Check",
        "Statement {number} of {policy} allows {actions} under a condition that this request does not meet: "
        "{operator} {key} {values}.",
    )
    text = say(
        sentence,
        number=number,
        policy=policy,
        actions=actions,
        operator=condition.operator,
        key=condition.key,
        values=values,
    )
    return Missed(kinds.get(condition.key, "condition"), text, statement)


def _usable(condition: Condition) -> str:
    """A prefix that meets the condition, where it names one."""
    if condition.operator not in ("StringLike", "StringEquals"):
        return ""
    plain = [value.removesuffix("*") for value in condition.values]
    return next((value for value in plain if value and not set(value) & set("*?")), "")
