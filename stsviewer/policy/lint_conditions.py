"""Traps of conditions: keys that the requests do not carry, and values that never match."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from stsviewer.policy.actions import matching
from stsviewer.policy.condition_keys import OF_OSS, carriers, ignored_in_bucket_policy, spelling
from stsviewer.policy.conditions import OPERATORS, Family, readable
from stsviewer.policy.document import Condition, DocumentKind, Statement
from stsviewer.policy.traps import Caught, Subject, Trap
from stsviewer.policy.wildcard import is_wild
from stsviewer.text import mark, say

_LIKE: Final = {
    "StringEquals": "StringLike",
    "StringEqualsIgnoreCase": "StringLike",
    "StringNotEquals": "StringNotLike",
    "StringNotEqualsIgnoreCase": "StringNotLike",
}
_FORM: Final = {
    Family.NUMERIC: "10",
    Family.DATE: "2026-03-01T17:00:00+08:00",
    Family.BOOL: "true",
    Family.ADDRESS: "10.0.0.0/8",
}


def conditions(subject: Subject) -> Iterator[Caught]:
    """Everything about the conditions of every statement."""
    for index, statement in enumerate(subject.document.statements):
        for condition in statement.conditions:
            yield from _key(subject, index, statement, condition)
            for position, value in enumerate(condition.values):
                yield from _value(subject, index, condition, position, value)
        if subject.document.kind is DocumentKind.BUCKET:
            yield from _vpc(subject, index, statement)


def _key(subject: Subject, index: int, statement: Statement, condition: Condition) -> Iterator[Caught]:
    key = condition.key
    path = subject.statement(index, "Condition", condition.operator, key)
    right = spelling(key)
    if subject.document.kind is DocumentKind.BUCKET and ignored_in_bucket_policy(key):
        sentence = say(mark("Policy", "A bucket policy takes “{key}” and then ignores the whole statement."), key=key)
        fix = say(mark("Policy", "Name the callers under “Principal” instead."))
        yield Caught(Trap.KEY_IGNORED, path, sentence, fix)
    elif (
        right is not None and right != key and right != "acs:PrincipalARN"
    ):  # the vendor's pages spell that one both ways
        sentence = say(mark("Policy", "“{key}” is not the documented spelling."), key=key)
        yield Caught(Trap.KEY_SPELLING, path, sentence, say(mark("Policy", "Write {what}."), what=right))
    elif right is None and key.startswith("oss:"):
        sentence = say(mark("Policy", "OSS has no condition key “{key}”, so no request carries it."), key=key)
        fix = say(mark("Policy", "Write one of {known}."), known=", ".join(OF_OSS))
        yield Caught(Trap.KEY_NOT_CARRIED, path, sentence, fix)
    elif key == "acs:MFAPresent":
        sentence = say(
            mark("Policy", "Calls signed with an access key carry no “acs:MFAPresent”: this is never met then.")
        )
        fix = say(mark("Policy", "Use it for sign-in to the console only."))
        yield Caught(Trap.MFA_WITH_KEY, path, sentence, fix)
    else:
        yield from _not_carried(subject, index, statement, condition)


def _not_carried(subject: Subject, index: int, statement: Statement, condition: Condition) -> Iterator[Caught]:
    carrying = carriers(condition.key)
    if carrying is None or statement.not_action:
        return
    # A wild action is fine when some of what it covers carries the key; one that names an action must carry it itself.
    without = [
        action for action in statement.actions if (covered := matching(action)) and not carrying.intersection(covered)
    ]
    if not without:
        return
    sentence = mark("Policy", "Requests for {actions} never carry “{key}”: it counts as empty.")
    if condition.key in ("oss:Prefix", "oss:Delimiter"):
        fix = mark(
            "Policy", "Give {actions} a statement without it, and put the prefix into the resource: bucket/prefix*."
        )
    else:
        fix = mark("Policy", "Give {actions} a statement without this condition.")
    names = ", ".join(without)
    yield Caught(
        Trap.KEY_NOT_CARRIED,
        subject.statement(index, "Condition", condition.operator, condition.key),
        say(sentence, actions=names, key=condition.key),
        say(fix, actions=names),
    )


def _value(subject: Subject, index: int, condition: Condition, position: int, value: str) -> Iterator[Caught]:
    path = subject.entry(index, position, "Condition", condition.operator, condition.key)
    operator = OPERATORS[condition.operator]
    name = condition.operator
    if operator.family is Family.STRING and not operator.wild and is_wild(value):
        said = mark("Policy", "{operator} takes no wildcards: it compares with “{value}” itself.")
        fix = say(mark("Policy", "Write {what}."), what=_LIKE[name])
        yield Caught(Trap.WILDCARD_UNDER_EQUALS, path, say(said, operator=name, value=value), fix)
    elif not readable(operator.family, value):
        said = mark("Policy", "{operator} cannot read “{value}”, so it equals nothing.")
        fix = say(mark("Policy", "Write it like {example}."), example=_FORM[operator.family])
        yield Caught(Trap.UNREADABLE_VALUE, path, say(said, operator=name, value=value), fix)
    elif operator.family is Family.ADDRESS and value.strip().endswith("/32") and ":" not in value:
        sentence = say(mark("Policy", "A single address is written without /32."))
        fix = say(mark("Policy", "Write {what}."), what=value.strip().removesuffix("/32"))
        yield Caught(Trap.SINGLE_ADDRESS_BLOCK, path, sentence, fix)


def _vpc(subject: Subject, index: int, statement: Statement) -> Iterator[Caught]:
    keys = {condition.key: condition for condition in statement.conditions}
    if "acs:SourceIp" in keys and "acs:SourceVpc" not in keys:
        operator = keys["acs:SourceIp"].operator
        sentence = say(
            mark("Policy", "OSS takes no bucket policy with acs:SourceIp and without acs:SourceVpc any more.")
        )
        fix = say(mark("Policy", "Add a condition on acs:SourceVpc, for public addresses StringNotLike “vpc-*”."))
        path = subject.statement(index, "Condition", operator, "acs:SourceIp")
        yield Caught(Trap.SOURCE_IP_WITHOUT_VPC, path, sentence, fix)
