"""The trust policies to paste: the caller named, an address added, a Deny narrowed.

https://help.aliyun.com/en/ram/user-guide/edit-the-trust-policy-of-a-ram-role
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Final

from stsviewer.check.case import Case
from stsviewer.check.documents import Json, added_lines, as_list, pretty
from stsviewer.check.values import Fix, Target, Way
from stsviewer.policy import Condition, DocumentKind, Effect, Policies, Request, applies, parse, role_resource
from stsviewer.policy.conditions import OPERATORS, Family
from stsviewer.text import Text, mark, say

ASSUME_ROLE: Final = "sts:AssumeRole"
EXTERNAL_ID: Final = "sts:ExternalId"
_EVERYTHING: Final = {"Version": "1", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}


def request_of(case: Case) -> Request:
    """The request for the role's token, as the evaluator is asked. Only with a caller."""
    assert case.caller is not None
    profile = case.profile
    context = {EXTERNAL_ID: profile.external_id} if profile.external_id else {}
    return Request(ASSUME_ROLE, role_resource(case.account_of_role, profile.role_name), case.caller, context)


def external_id_fix(value: str) -> Fix:
    """The external id is the profile's to give."""
    title = (
        mark("Check", "Enter this external id in the profile")
        if value
        else mark("Check", "Ask whoever made the role for its external id, and enter it in the profile")
    )
    return Fix(
        Target.PROFILE,
        Way.SET,
        "external_id",
        say(title),
        document=value,
        opens_note=say(mark("Check", "Nothing: the role stays as it is.")),
        undo=say(mark("Check", "Empty the field again.")),
    )


def _let_go(case: Case, document: Json, place: int) -> None:
    """Take the caller out of a Deny; the whole statement when it is about nobody else by name."""
    principals = document["Statement"][place]["Principal"]
    listed = as_list(principals.get("RAM", []))
    if case.caller_arn in listed and len(listed) > 1:
        listed.remove(case.caller_arn)
        principals["RAM"] = listed
    else:
        del document["Statement"][place]


def _allow(case: Case) -> Json:
    return {"Effect": "Allow", "Action": ASSUME_ROLE, "Principal": {"RAM": [case.caller_arn]}}


def named_fix(case: Case) -> Fix | None:
    """The trust policy with the caller named in it, in the first unconditional Allow or in a statement of its own."""
    assert case.known.trust is not None
    document: Json = json.loads(case.known.trust.text)
    for raw, statement in zip(document["Statement"], case.known.trust.document.statements, strict=True):
        plain = statement.effect is Effect.ALLOW and not statement.conditions and not statement.resources
        if plain and not statement.not_action and tuple(a.lower() for a in statement.actions) == (ASSUME_ROLE.lower(),):
            # In front, so that what is new is a line of its own and nothing else changes.
            others = raw["Principal"]
            raw["Principal"] = {"RAM": [case.caller_arn, *as_list(others.get("RAM", []))]} | {
                kind: names for kind, names in others.items() if kind != "RAM"
            }
            return _replaced(case, document, say(mark("Check", "Take {arn} out again."), arn=case.caller_arn))
    document["Statement"].insert(0, _allow(case))
    return _replaced(case, document, say(mark("Check", "Take the first statement out again.")))


def address_fix(case: Case, index: int, condition: Condition, address: str) -> Fix | None:
    """The trust policy with ``address`` among those that the condition lists; None when that would not help."""
    operator = OPERATORS[condition.operator]
    if operator.negated or operator.family is not Family.ADDRESS:
        return None
    assert case.known.trust is not None
    document: Json = json.loads(case.known.trust.text)
    block = document["Statement"][index]["Condition"][condition.operator]
    block[condition.key] = [address, *as_list(block[condition.key])]
    fix = _replaced(case, document)
    note = say(mark("Check", "Whoever this statement names may take the role from {address} too."), address=address)
    return replace(fix, opens_note=note) if fix is not None else None


def _replaced(case: Case, document: Json, undo: Text | None = None) -> Fix | None:
    """The new text of the trust policy; None when it would not let the caller in."""
    assert case.known.trust is not None
    before: Json = json.loads(case.known.trust.text)
    text = pretty(document)
    if not _lets_in(case, document):
        return None
    return Fix(
        Target.TRUST,
        Way.REPLACE,
        case.profile.role_name,
        say(mark("Check", "Trust policy of the role {role}"), role=case.profile.role_name),
        document=text,
        added_lines=added_lines(pretty(_with_lists(before)), text),
        opens_note=_opens(case),
        undo=undo or say(mark("Check", "Put the old text back.")),
    )


def _with_lists(document: Json) -> Json:
    """The same document, with lists where a single text stands for one: as the new text is written."""
    for statement in document["Statement"]:
        principals = statement.get("Principal", {})
        if "RAM" in principals:
            principals["RAM"] = as_list(principals["RAM"])
        for block in statement.get("Condition", {}).values():
            for key in block:
                block[key] = as_list(block[key])
    return document


def statement_fix(case: Case) -> Fix:
    """A statement to add to a trust policy that cannot be read."""
    if not case.caller_arn:
        title = mark("Check", "Name the owner of the key {id} in the trust policy of the role {role}")
        named = say(title, id=case.profile.access_key_id, role=case.profile.role_name)
        return Fix(Target.TRUST, Way.ACT, case.profile.role_name, named)
    document = pretty({"Version": "1", "Statement": [_allow(case)]})
    parse(document, DocumentKind.TRUST)
    return Fix(
        Target.TRUST,
        Way.ADD,
        case.profile.role_name,
        say(mark("Check", "A statement for the trust policy of the role {role}"), role=case.profile.role_name),
        document=document,
        opens_note=_opens(case),
        undo=say(mark("Check", "Take the statement out again.")),
    )


def _opens(case: Case) -> Text:
    return say(mark("Check", "{name} may take this role. Nobody else gains anything."), name=case.caller_name)


def _lets_in(case: Case, trust: Json) -> bool:
    """Whether ``trust`` lets the caller in, as far as it alone decides."""
    anything = parse(_EVERYTHING, DocumentKind.IDENTITY)
    policies = Policies(user=(anything,), role=(anything,), trust=parse(trust, DocumentKind.TRUST))
    decision = case.circumstances.judge(policies, request_of(case))
    return decision is None or decision.allowed


def without_denies(case: Case) -> Fix | None:
    """The trust policy without the Denies that meet the caller."""
    assert case.known.trust is not None
    document: Json = json.loads(case.known.trust.text)
    request = case.circumstances.around(request_of(case))
    parsed = case.known.trust.document
    for place in reversed(range(len(parsed.statements))):
        one = parsed.statements[place]
        if one.effect is Effect.DENY and applies(parsed, one, request):
            _let_go(case, document, place)
    if not _lets_in(case, document):
        document["Statement"].insert(0, _allow(case))
    return _replaced(case, document)
