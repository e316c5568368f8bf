"""The policies of a user or role that would let calls through: the smallest to attach, a Deny narrowed.

The evaluator has judged every document, beside those that are in force, before it is handed out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from stsviewer.check.documents import Json, added_lines, pretty
from stsviewer.check.known import Attached
from stsviewer.check.narrowing import without
from stsviewer.check.opening import note, of_gains, opened
from stsviewer.check.rights import Ask, Rights
from stsviewer.check.values import Fix, Target, Way
from stsviewer.policy import Document, DocumentKind, Outcome, Policies, parse
from stsviewer.policy.gains import gains
from stsviewer.policy.smallest import Wish, smallest
from stsviewer.policy.system import SYSTEM_POLICIES
from stsviewer.text import Text, mark, say

#: Tried in this order: the first that does it is the quick way.
_QUICK: Final = ("AliyunOSSReadOnlyAccess", "AliyunOSSFullAccess")
MOST_DENIES: Final = 20


@dataclass(frozen=True)
class Subject:
    """Whose policies are mended. ``policies`` are those that RAM gave, None when it did not.

    ``profile`` is the name of the profile, whose session policy it is.
    """

    rights: Rights
    target: Target
    name: str
    profile: str
    policies: tuple[Attached, ...] | None
    prefixes: tuple[str, ...] = ("",)


def wishes(asks: Iterable[Ask], bucket: str) -> list[Wish]:
    """What ``asks`` need."""
    return [wish for ask in asks for wish in ask.wishes(bucket)]


def mend(subject: Subject, asks: Sequence[Ask], *, denied: bool = False) -> tuple[Fix, ...]:
    """What lets all of ``asks`` through as far as the subject's own policies are concerned.

    ``denied``: the server says that one of its Denies applies, so one whose conditions cannot be judged here does.
    """
    narrowed, fixes = _without_denies(subject, asks, denied)
    missing = [ask for ask in asks if _lacks_allow(subject, ask, narrowed)]
    if missing:
        fixes.append(_attached(subject, missing, narrowed))
    return tuple(fixes)


def attach(subject: Subject, asks: Sequence[Ask]) -> Fix:
    """The smallest policy for ``asks``, whatever else there is."""
    return _attached(subject, asks, subject.rights.policies)


def _lacks_allow(subject: Subject, ask: Ask, policies: Policies) -> bool:
    # The session policy and a Deny of the bucket's have fixes of their own, and say nothing about these policies.
    for spoken in (replace(policies, session=None, bucket=None), replace(policies, session=None)):
        decision = subject.rights.judge(ask, spoken)
        if decision is not None and decision.allowed:
            return False
    return True


def _attached(subject: Subject, asks: Sequence[Ask], policies: Policies) -> Fix:
    wished = wishes(asks, subject.rights.bucket)
    document = smallest(wished)
    added = parse(document, DocumentKind.IDENTITY)
    before = policies.role if subject.rights.of_session else policies.user
    found = of_gains(gains(added, wished, before), subject.rights.bucket)
    title = (
        mark("Check", "A policy to attach to the role {name}")
        if subject.target is Target.ROLE
        else mark("Check", "A policy to attach to the user {name}")
    )
    text = pretty(document)
    return Fix(
        subject.target,
        Way.ATTACH,
        subject.name,
        say(title, name=subject.name),
        document=text,
        added_lines=tuple(range(len(text.splitlines()))),
        quick=_quick(subject.rights, asks),
        opens=found,
        opens_note=note(found),
        undo=say(mark("Check", "Detach the policy and delete it.")),
    )


def _quick(rights: Rights, asks: Sequence[Ask]) -> str:
    """The first system policy that grants all of ``asks`` by itself, or an empty text."""
    for name in _QUICK:
        document = parse(SYSTEM_POLICIES[name], DocumentKind.IDENTITY, name)
        alone = Policies(user=(document,), role=(document,))
        if all((decision := rights.judge_known(ask, alone)) and decision.allowed for ask in asks):
            return name
    return ""


def _without_denies(subject: Subject, asks: Sequence[Ask], denied: bool) -> tuple[Policies, list[Fix]]:
    """The policies without what denies ``asks``, and the fixes that make them so."""
    rights = subject.rights
    policies = rights.policies
    if subject.policies is None:
        return policies, []
    raw: list[Json | None] = [json.loads(each.text) for each in subject.policies]
    changed: dict[int, set[str]] = {}
    for _ in range(MOST_DENIES):
        denying = _denying(rights, asks, policies, denied)
        if denying is None:
            break
        place, index, actions = denying
        changed.setdefault(place, set()).update(actions)
        raw[place] = _statement_without(raw[place], index, actions)
        policies = _with(rights, subject.policies, raw, policies)
    return policies, [_narrowed(subject, place, raw[place], asks, policies) for place in sorted(changed)]


def _denying(rights: Rights, asks: Sequence[Ask], policies: Policies, denied: bool) -> tuple[int, int, set[str]] | None:
    """The first statement that denies: the place of its policy, its own, and the actions of ``asks`` it is about."""
    found: tuple[int, int] | None = None
    actions: set[str] = set()
    identity = replace(policies, session=None, bucket=None)
    for request in (request for ask in asks for request in rights.requests(ask)):
        judge = rights.circumstances.judge_doubtful if denied else rights.circumstances.judge
        decision = judge(identity, request)
        if decision is None or decision.outcome is not Outcome.EXPLICIT_DENY or decision.statement is None:
            continue
        place = int(decision.statement.policy.partition("[")[2].rstrip("]"))
        if found in (None, (place, decision.statement.index)):
            found = (place, decision.statement.index)
            actions.add(request.action)
    return (*found, actions) if found is not None else None


def _statement_without(document: Json | None, index: int, actions: set[str]) -> Json | None:
    if document is None:
        return None
    statements = list(document["Statement"])
    left = without(statements[index], actions)
    statements[index : index + 1] = [left] if left is not None else []
    return {**document, "Statement": statements} if statements else None


def _with(rights: Rights, attached: Sequence[Attached], raw: Sequence[Json | None], policies: Policies) -> Policies:
    nothing = Document(DocumentKind.IDENTITY, ())
    documents = tuple(
        parse(document, DocumentKind.IDENTITY, each.name) if document is not None else nothing
        for each, document in zip(attached, raw, strict=True)
    )
    return replace(policies, role=documents) if rights.of_session else replace(policies, user=documents)


def _narrowed(subject: Subject, place: int, document: Json | None, asks: Sequence[Ask], after: Policies) -> Fix:
    assert subject.policies is not None
    policy = subject.policies[place]
    found = opened(
        subject.rights, subject.rights.policies, after, subject.prefixes, wishes(asks, subject.rights.bucket)
    )
    gone = document is None or policy.system
    return Fix(
        subject.target,
        Way.DETACH if gone else Way.REPLACE,
        policy.name,
        _detached_title(subject, policy) if gone else _narrowed_title(subject, policy),
        document="" if gone or document is None else pretty(document),
        added_lines=() if gone or document is None else added_lines(pretty(json.loads(policy.text)), pretty(document)),
        opens=found,
        opens_note=note(found),
        undo=say(mark("Check", "Attach it again.") if gone else mark("Check", "Put the old text back.")),
    )


def _detached_title(subject: Subject, policy: Attached) -> Text:
    if policy.group:
        return say(
            mark("Check", "Detach the policy {policy} from the group {name}"), policy=policy.name, name=policy.group
        )
    if subject.target is Target.ROLE:
        return say(
            mark("Check", "Detach the policy {policy} from the role {name}"), policy=policy.name, name=subject.name
        )
    return say(mark("Check", "Detach the policy {policy} from the user {name}"), policy=policy.name, name=subject.name)


def _narrowed_title(subject: Subject, policy: Attached) -> Text:
    if policy.group:
        return say(mark("Check", "The policy {policy} of the group {name}"), policy=policy.name, name=policy.group)
    if subject.target is Target.ROLE:
        return say(mark("Check", "The policy {policy} of the role {name}"), policy=policy.name, name=subject.name)
    return say(mark("Check", "The policy {policy} of the user {name}"), policy=policy.name, name=subject.name)
