"""Why a role does not trust the caller, by its trust policy, and the trust policy that would.

https://help.aliyun.com/en/ram/user-guide/edit-the-trust-policy-of-a-ram-role
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Final

from stsviewer.check.case import Case, Finding, certain, you
from stsviewer.check.documents import Json, added_lines, as_list, pretty
from stsviewer.check.values import Cause, Fix, Likelihood, RungName, Source, Target, Way
from stsviewer.policy import (
    Condition,
    Document,
    DocumentKind,
    Effect,
    Policies,
    Request,
    Statement,
    StatementRef,
    applies,
    parse,
    role_resource,
)
from stsviewer.policy.conditions import OPERATORS, Family, holds
from stsviewer.policy.wildcard import is_wild
from stsviewer.text import Text, mark, say

ASSUME_ROLE: Final = "sts:AssumeRole"
_EXTERNAL_ID: Final = "sts:ExternalId"

_READ_IT: Final = mark("Check", "The trust policy itself tells: let somebody who may call ram:GetRole look at it.")


def request_of(case: Case) -> Request:
    """The request for the role's token, as the evaluator is asked. Only with a caller."""
    assert case.caller is not None
    profile = case.profile
    context = {_EXTERNAL_ID: profile.external_id} if profile.external_id else {}
    return Request(ASSUME_ROLE, role_resource(case.account_of_role, profile.role_name), case.caller, context)


def findings(case: Case) -> tuple[Finding, ...]:
    """The cause in the trust policy that RAM gave. Only with ``known.trust`` and a caller."""
    assert case.known.trust is not None
    document = case.known.trust.document
    request = case.circumstances.around(request_of(case))
    statements = list(enumerate(document.statements))
    for index, statement in statements:
        if statement.effect is Effect.DENY and applies(document, statement, request):
            return (_denied(case, index, statement),)
    # A statement that names the caller comes nearer than one that does not.
    for index, statement in statements:
        if statement.effect is Effect.ALLOW and applies(document, replace(statement, conditions=()), request):
            return (_condition(case, index, statement, request),)
    return (_not_named(case, document),)


def unread(case: Case) -> tuple[Finding, ...]:
    """What may be the cause when the server says that the trust policy refuses and the policy cannot be read."""
    name = case.profile.role_name
    refuses = say(mark("Check", "The trust policy of the role {role} does not let {you} in."), role=name, you=you(case))
    fix = _statement_fix(case)
    found = [Finding(certain("trust-refuses", RungName.TRUST, Source.SERVER, refuses), (fix,))]

    def may_be(id_: str, likelihood: Likelihood, text: Text, *fixes: Fix) -> None:
        found.append(
            Finding(Cause(id_, RungName.TRUST, likelihood, Source.REASONING, text, say(_READ_IT)), tuple(fixes))
        )

    of_a_service = _sounds_like_a_service(name)
    service = say(
        mark("Check", "It may trust only a cloud service. A RAM user can never take such a role."),
    )
    not_named = say(mark("Check", "It may name neither {you} nor its account."), you=you(case))
    if of_a_service:
        may_be("trust-service-only", Likelihood.LIKELY, service)
    may_be("trust-not-named", Likelihood.LIKELY, not_named)
    if not of_a_service:
        may_be("trust-service-only", Likelihood.POSSIBLE, service)
    asks = (
        mark("Check", "It may ask for another external id than the profile's.")
        if case.profile.external_id
        else mark("Check", "It may ask for an external id, and the profile has none.")
    )
    may_be("trust-external-id", Likelihood.POSSIBLE, say(asks), _external_id_fix(""))
    condition = mark("Check", "It may have a condition that this request does not meet: an address, MFA, a time.")
    may_be("trust-condition", Likelihood.POSSIBLE, say(condition))
    return tuple(found)


def denied_unread(case: Case) -> tuple[Finding, ...]:
    """The server says that a Deny of the trust policy refuses, and the policy cannot be read."""
    text = say(
        mark("Check", "A Deny in the trust policy of the role {role} keeps {you} out."),
        role=case.profile.role_name,
        you=you(case),
    )
    title = say(
        mark("Check", "Narrow the Deny in the trust policy of the role {role} so that it does not meet {you}"),
        role=case.profile.role_name,
        you=you(case),
    )
    fix = Fix(Target.TRUST, Way.ACT, case.profile.role_name, title)
    return (Finding(certain("trust-denied", RungName.TRUST, Source.SERVER, text), (fix,)),)


def _sounds_like_a_service(name: str) -> bool:
    words = name.lower().replace("-", " ").replace("_", " ").replace(".", " ").split()
    return name.startswith("Aliyun") or any(
        word in ("ecs", "fc", "service", "oos", "ros", "ack", "eci", "instance") for word in words
    )


def _statement(case: Case, index: int) -> StatementRef:
    assert case.known.trust is not None
    return StatementRef("trust", index, case.known.trust.document.statements[index].sid)


def _found(case: Case, id_: str, text: Text, index: int | None, *fixes: Fix | None) -> Finding:
    statement = case.known.statement(_statement(case, index)) if index is not None else None
    cause = certain(id_, RungName.TRUST, Source.RAM, text, statement=statement)
    return Finding(cause, tuple(fix for fix in fixes if fix is not None))


# ── Nobody of ours is named ──────────────────────────────────────────────────────────────────────────────────────────


def _not_named(case: Case, document: Document) -> Finding:
    allows = [one for one in document.statements if one.effect is Effect.ALLOW]
    ram = [name for one in allows for name in one.trusted.ram]
    services = [name for one in allows for name in one.trusted.service]
    providers = [name for one in allows for name in one.trusted.federated]
    fix = _named_fix(case)
    only = 0 if len(document.statements) == 1 else None
    if ram:
        text = say(mark("Check", "Its trust policy names {named}, and not {you}."), named=", ".join(ram), you=you(case))
        return _found(case, "trust-not-named", text, only, fix)
    if services and not providers:
        sentence = (
            mark(
                "Check",
                "Its trust policy names one principal, the service {services}. "
                "A RAM user can never take a role that trusts only a service.",
            )
            if len(services) == 1
            else mark(
                "Check",
                "Its trust policy names only services: {services}. "
                "A RAM user can never take a role that trusts only services.",
            )
        )
        return _found(case, "trust-service-only", say(sentence, services=", ".join(services)), only, fix)
    if providers:
        sentence = mark(
            "Check",
            "Its trust policy names an identity provider, {providers}. "
            "Such a role is taken by signing in there, never with an access key.",
        )
        return _found(case, "trust-federated-only", say(sentence, providers=", ".join(providers)), only, fix)
    return _found(case, "trust-not-named", say(mark("Check", "Its trust policy lets nobody in.")), only, fix)


# ── A condition is not met ───────────────────────────────────────────────────────────────────────────────────────────


def _condition(case: Case, index: int, statement: Statement, request: Request) -> Finding:
    unmet = [
        condition
        for condition in statement.conditions
        if not case.circumstances.knows(condition.key) or not holds(condition, request.context)
    ]
    condition = unmet[0] if unmet else None
    if condition is None:
        text = say(
            mark(
                "Check", "Its trust policy lets {you} in, yet STS says that it does not. It may have changed just now."
            ),
            you=you(case),
        )
        return _found(case, "trust-refuses", text, index)
    if condition.key == _EXTERNAL_ID:
        sentence = (
            mark("Check", "Its trust policy asks for another external id than the profile's.")
            if case.profile.external_id
            else mark("Check", "Its trust policy asks for an external id, and the profile has none.")
        )
        return _found(case, "trust-external-id", say(sentence), index, _external_id_fix(_agreed(condition)))
    named = _named_fix(case)
    if condition.key == "acs:MFAPresent":
        sentence = mark(
            "Check",
            "Its trust policy asks for a sign-in with MFA. A request signed with an access key never carries one.",
        )
        return _found(case, "trust-condition-mfa", say(sentence), index, named)
    values = ", ".join(condition.values)
    address = str(request.context.get("acs:SourceIp", ""))
    if condition.key == "acs:SourceIp" and address:
        text = say(
            mark(
                "Check",
                "Its trust policy has a condition on the address, {operator} {values}; you come from {address}.",
            ),
            operator=condition.operator,
            values=values,
            address=address,
        )
        widened = _address_fix(case, index, condition, address)
        return _found(case, "trust-condition-address", text, index, widened or named)
    if condition.key == "acs:SourceIp":
        text = say(
            mark(
                "Check",
                "Its trust policy has a condition on the address, {operator} {values}. "
                "Your requests reach the cloud from another one.",
            ),
            operator=condition.operator,
            values=values,
        )
        return _found(case, "trust-condition-address", text, index, named)
    text = say(
        mark("Check", "Its trust policy has a condition that this request does not meet: {operator} {key} {values}."),
        operator=condition.operator,
        key=condition.key,
        values=values,
    )
    return _found(case, "trust-condition", text, index, named)


def _agreed(condition: Condition) -> str:
    """The external id that meets the condition, where it names one."""
    operator = OPERATORS[condition.operator]
    value = condition.values[0]
    return "" if operator.negated or (operator.wild and is_wild(value)) else value


def _external_id_fix(value: str) -> Fix:
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


# ── A Deny ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _denied(case: Case, index: int, statement: Statement) -> Finding:
    text = say(
        mark("Check", "Statement {number} of its trust policy denies {you}, and a Deny outranks every Allow."),
        number=index + 1,
        you=you(case),
    )
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
    return _found(case, "trust-denied", text, index, _replaced(case, document))


def _let_go(case: Case, document: Json, place: int) -> None:
    """Take the caller out of a Deny; the whole statement when it is about nobody else by name."""
    principals = document["Statement"][place]["Principal"]
    listed = as_list(principals.get("RAM", []))
    if case.caller_arn in listed and len(listed) > 1:
        listed.remove(case.caller_arn)
        principals["RAM"] = listed
    else:
        del document["Statement"][place]


# ── The trust policies to paste ──────────────────────────────────────────────────────────────────────────────────────


def _allow(case: Case) -> Json:
    return {"Effect": "Allow", "Action": ASSUME_ROLE, "Principal": {"RAM": [case.caller_arn]}}


def _named_fix(case: Case) -> Fix | None:
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
            return _replaced(case, document)
    document["Statement"].insert(0, _allow(case))
    return _replaced(case, document)


def _address_fix(case: Case, index: int, condition: Condition, address: str) -> Fix | None:
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


def _replaced(case: Case, document: Json) -> Fix | None:
    """The new text of the trust policy; None when it would not let the caller in."""
    assert case.known.trust is not None
    before: Json = json.loads(case.known.trust.text)
    text = pretty(document)
    lines = added_lines(pretty(_with_lists(before)), text)
    if not _lets_in(case, document):
        return None
    return Fix(
        Target.TRUST,
        Way.REPLACE,
        case.profile.role_name,
        say(mark("Check", "Trust policy of the role {role}"), role=case.profile.role_name),
        document=text,
        added_lines=lines,
        opens_note=_opens(case),
        undo=say(
            mark("Check", "Take the marked line out.") if len(lines) == 1 else mark("Check", "Put the old text back.")
        ),
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


def _statement_fix(case: Case) -> Fix:
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
    anything = parse(
        {"Version": "1", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}, DocumentKind.IDENTITY
    )
    policies = Policies(user=(anything,), role=(anything,), trust=parse(trust, DocumentKind.TRUST))
    decision = case.circumstances.judge(policies, request_of(case))
    return decision is None or decision.allowed
