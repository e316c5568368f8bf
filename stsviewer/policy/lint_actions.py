"""Traps of actions and resources: the two do not fit, or one of them does not exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Final

from stsviewer.policy import wildcard
from stsviewer.policy.actions import ACTIONS, Form, matching, needs
from stsviewer.policy.document import DocumentKind, Effect, Statement
from stsviewer.policy.reach import bucket_of, reaches, with_rest
from stsviewer.policy.resource import parse_resource
from stsviewer.policy.traps import Caught, Subject, Trap
from stsviewer.text import Text, mark, say

#: What people mean by a wild action on objects, and by one on the bucket.
_MEANT: Final = {
    Form.OBJECT: {"oss:GetObject", "oss:PutObject", "oss:DeleteObject"},
    Form.BUCKET: {"oss:ListObjects"},
}
#: Names from other clouds or from consoles, and the action that is meant.
_HABITS: Final = {"CreateBucket": "oss:PutBucket", "HeadBucket": "oss:GetBucketInfo", "ListBucket": "oss:ListObjects"}


def unknown_actions(subject: Subject) -> Iterator[Caught]:
    """Actions that OSS does not have. Of other services nothing is known here."""
    for index, statement in enumerate(subject.document.statements):
        member = "NotAction" if statement.not_action else "Action"
        for position, action in enumerate(statement.actions):
            path = subject.entry(index, position, member)
            if ":" not in action and "*" not in action:
                sentence = say(mark("Policy", "“{action}” names no service, so it matches nothing."), action=action)
                yield Caught(Trap.UNKNOWN_ACTION, path, sentence, _write(f"oss:{action}"))
            elif action.lower().startswith("oss:") and not matching(action):
                sentence = say(mark("Policy", "OSS has no action “{action}”."), action=action)
                yield Caught(Trap.UNKNOWN_ACTION, path, sentence, _meant(action.partition(":")[2]))


def _meant(name: str) -> Text:
    if name in _HABITS:
        return _write(_HABITS[name])
    try:
        meant = [need.action for need in needs(name)]
    except KeyError:
        known = {action.partition(":")[2].lower(): action for action in ACTIONS}
        meant = [known[close] for close in difflib.get_close_matches(name.lower(), known, n=1, cutoff=0.6)]
    if not meant:
        return say(mark("Policy", "Take it out, or name one of the documented actions."))
    return _write(", ".join(meant))


def _write(what: str) -> Text:
    return say(mark("Policy", "Write {what}."), what=what)


def resources(subject: Subject) -> Iterator[Caught]:
    """Resources of a form that no request asks for, and ``NotResource``."""
    for index, statement in enumerate(subject.document.statements):
        if statement.not_resource:
            sentence = say(mark("Policy", "“NotResource” is old grammar: today's pages of RAM no longer have it."))
            fix = say(
                mark("Policy", "Name the resources that are meant, and deny the exceptions in a second statement.")
            )
            yield Caught(Trap.NOT_RESOURCE, subject.statement(index, "NotResource"), sentence, fix)
        member = "NotResource" if statement.not_resource else "Resource"
        for position, pattern in enumerate(statement.resources):
            name = parse_resource(pattern)
            path = subject.entry(index, position, member)
            if not pattern.startswith(("acs:", "*", "?")):
                sentence = say(
                    mark("Policy", "“{resource}” is no resource name, so it matches nothing."), resource=pattern
                )
                yield Caught(Trap.RESOURCE_FORM, path, sentence, _write(f"acs:oss:*:*:{pattern.rpartition(':')[2]}"))
            elif name and name.service == "oss" and not wildcard.matches(name.region, "*"):
                sentence = say(mark("Policy", "OSS takes only * where “{region}” stands."), region=name.region)
                yield Caught(Trap.RESOURCE_REGION, path, sentence, _write(f"acs:oss:*:{name.account}:{name.rest}"))


def misfits(subject: Subject) -> Iterator[Caught]:
    """Actions whose resources are all of the wrong form."""
    for index, statement in enumerate(subject.document.statements):
        of_oss = [pattern for pattern in statement.resources if any(reaches(pattern, form) for form in Form)]
        if of_oss and not statement.not_action and not statement.not_resource:
            yield from _misfit(subject, index, statement, of_oss)


def _misfit(subject: Subject, index: int, statement: Statement, of_oss: list[str]) -> Iterator[Caught]:
    for position, action in enumerate(statement.actions):
        if not action.lower().startswith("oss:"):
            continue
        forms = {ACTIONS[one] for one in matching(action)}
        unreached = {form for form in forms if not any(reaches(pattern, form) for pattern in of_oss)}
        if len(forms) > 1:
            unreached = _likely_meant(subject, statement, action, unreached)
        path = subject.entry(index, position, "Action")
        pattern = of_oss[0]
        bucket = bucket_of(pattern)
        if Form.OBJECT in unreached:
            sentence = mark("Policy", "{action} acts on objects, but “{resource}” is the bucket itself.")
            yield Caught(
                Trap.OBJECT_ACTION_ON_BUCKET,
                path,
                say(sentence, action=action, resource=pattern),
                _add(with_rest(pattern, f"{bucket}/*")),
            )
        elif Form.BUCKET in unreached:
            sentence = mark("Policy", "{action} acts on the bucket, but “{resource}” is its objects.")
            yield Caught(
                Trap.BUCKET_ACTION_ON_OBJECTS,
                path,
                say(sentence, action=action, resource=pattern),
                _add(with_rest(pattern, bucket)),
            )
        elif Form.SERVICE in unreached and len(forms) == 1:
            sentence = mark("Policy", "{action} is asked of all buckets together, never of “{resource}”.")
            yield Caught(
                Trap.SERVICE_ACTION_ON_BUCKET,
                path,
                say(sentence, action=action, resource=pattern),
                say(mark("Policy", "Give it a statement of its own with the resource acs:oss:*:*:*.")),
            )


def _add(resource: str) -> Text:
    return say(mark("Policy", "Add the resource {resource}."), resource=resource)


def _likely_meant(subject: Subject, statement: Statement, action: str, unreached: set[Form]) -> set[Form]:
    """Of the forms that a wild action does not reach, those whose loss is likely a slip.

    ``oss:*`` on the bucket alone is one and ``oss:List*`` there is none: what counts is whether the pattern covers the
    calls that people mean by it. Nor is it one when another Allow reaches the form: many policies give the bucket and
    its objects a statement each.
    """
    if statement.effect is Effect.DENY:
        return set()
    elsewhere = [
        pattern
        for other in subject.document.statements
        if other is not statement and other.effect is Effect.ALLOW
        for pattern in other.resources
    ]
    covered = set(matching(action))
    return {
        form
        for form in unreached
        if covered & _MEANT.get(form, set()) and not any(reaches(pattern, form) for pattern in elsewhere)
    }


def swallowed(subject: Subject) -> Iterator[Caught]:
    """Allows that an unconditional Deny of the same document takes back whole."""
    denies = [
        (index, one)
        for index, one in enumerate(subject.document.statements)
        if one.effect is Effect.DENY and not one.conditions and not one.not_action and not one.not_resource
    ]
    for index, statement in enumerate(subject.document.statements):
        if statement.effect is Effect.DENY or statement.not_action or statement.not_resource:
            continue
        gone = {
            position: by
            for position, action in enumerate(statement.actions)
            if (by := _swallowed_by(subject, statement, action, denies)) is not None
        }
        if len(gone) == len(statement.actions):
            yield _swallow(subject.statement(index), gone[0])
        else:
            for position, by in gone.items():
                yield _swallow(subject.entry(index, position, "Action"), by)


def _swallowed_by(
    subject: Subject, statement: Statement, action: str, denies: list[tuple[int, Statement]]
) -> int | None:
    """The Deny that takes ``action`` back on every resource of ``statement``; the first, when it needs several."""
    fitting = [
        (index, deny)
        for index, deny in denies
        if any(wildcard.covers(pattern.lower(), action.lower()) for pattern in deny.actions)
        and _same_people(subject.document.kind, deny, statement)
    ]
    patterns = [pattern for _, deny in fitting for pattern in deny.resources or ("*",)]
    covered = all(any(wildcard.covers(wide, one) for wide in patterns) for one in statement.resources or ("*",))
    return fitting[0][0] if fitting and covered else None


def _same_people(kind: DocumentKind, deny: Statement, allow: Statement) -> bool:
    if kind is DocumentKind.BUCKET:
        return "*" in deny.principals or set(allow.principals) <= set(deny.principals)
    if kind is DocumentKind.TRUST:
        return set(allow.trusted.ram) <= set(deny.trusted.ram) and not (
            allow.trusted.service or allow.trusted.federated
        )
    return True


def _swallow(path: tuple[str | int, ...], by: int) -> Caught:
    sentence = say(mark("Policy", "Statement {number} denies all of this: a Deny always wins."), number=by + 1)
    fix = say(mark("Policy", "Take this out, or narrow the Deny of statement {number}."), number=by + 1)
    return Caught(Trap.SWALLOWED_ALLOW, path, sentence, fix)
