"""Why a role does not trust the caller, by its trust policy, or by what the server tells of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from stsviewer.check.case import Case, Finding, certain, you
from stsviewer.check.trust_policy import (
    EXTERNAL_ID,
    address_fix,
    external_id_fix,
    named_fix,
    request_of,
    statement_fix,
    without_denies,
)
from stsviewer.check.values import Cause, Fix, Likelihood, RungName, Source, Target, Way
from stsviewer.policy import (
    Condition,
    Document,
    Effect,
    Request,
    Statement,
    StatementRef,
    applies,
)
from stsviewer.policy.conditions import OPERATORS, holds
from stsviewer.policy.wildcard import is_wild
from stsviewer.text import Text, mark, say

_READ_IT: Final = mark("Check", "The trust policy itself tells: let somebody who may call ram:GetRole look at it.")


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
    fix = statement_fix(case)
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
    may_be("trust-external-id", Likelihood.POSSIBLE, say(asks), external_id_fix(""))
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


def _not_named(case: Case, document: Document) -> Finding:
    allows = [one for one in document.statements if one.effect is Effect.ALLOW]
    ram = [name for one in allows for name in one.trusted.ram]
    services = [name for one in allows for name in one.trusted.service]
    providers = [name for one in allows for name in one.trusted.federated]
    fix = named_fix(case)
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
    if condition.key == EXTERNAL_ID:
        sentence = (
            mark("Check", "Its trust policy asks for another external id than the profile's.")
            if case.profile.external_id
            else mark("Check", "Its trust policy asks for an external id, and the profile has none.")
        )
        return _found(case, "trust-external-id", say(sentence), index, external_id_fix(_agreed(condition)))
    named = named_fix(case)
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
        widened = address_fix(case, index, condition, address)
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


def _denied(case: Case, index: int, statement: Statement) -> Finding:
    text = say(
        mark("Check", "Statement {number} of its trust policy denies {you}, and a Deny outranks every Allow."),
        number=index + 1,
        you=you(case),
    )
    return _found(case, "trust-denied", text, index, without_denies(case))
