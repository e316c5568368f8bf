"""The second storey: from the right to ask for the role to the token."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Final

from stsviewer.check import assuming, keys
from stsviewer.check.callers_rights import decision as decision_on_assume
from stsviewer.check.callers_rights import granting_policy
from stsviewer.check.case import Finding
from stsviewer.check.climb import Climb
from stsviewer.check.known import NOTHING, Asked, read_known
from stsviewer.check.rungs import as_it_is
from stsviewer.check.values import Cause, Likelihood, RungName, RungState, Source
from stsviewer.failure import Failed, Failure
from stsviewer.policy import PrincipalKind
from stsviewer.ram import Diagnosis
from stsviewer.sts import Token, assume_role
from stsviewer.text import mark, say

_RUNGS: Final = (RungName.MAY_ASSUME, RungName.ROLE, RungName.TRUST, RungName.PARAMETERS)
#: How long, in seconds, RAM is waited for when all else is done: a blocked RAM must not hold the answer.
_PATIENCE: Final = 4.0
#: A token that lives this many seconds less than asked for is worth a word.
_SHORTER: Final = 60


def begin_reading(climb: Climb) -> None:
    """Have RAM asked, aside of everything else."""
    assert climb.caller is not None
    kind, name = climb.caller.kind, climb.case.caller_name
    asked = Asked(
        user=name if kind is PrincipalKind.RAM_USER else "",
        session_of=name if kind is PrincipalKind.ASSUMED_ROLE_USER else "",
        role=climb.profile.role_name,
        role_is_near=climb.profile.account == climb.caller.account,
    )
    climb.reading = climb.crew.aside(lambda: read_known(climb.ram, asked, climb.crew))


def end_reading(climb: Climb) -> None:
    """Wait for what RAM tells, though not for ever."""
    if climb.reading is None:
        return
    try:
        climb.known = climb.reading.result(_PATIENCE)
    except TimeoutError:
        climb.known = NOTHING
    climb.reading = None


def diagnosed(climb: Climb, failure: Failure) -> Diagnosis | None:
    """What RAM tells of a refusal, when the key may ask."""
    message = failure.said("EncodedDiagnosticMessage")
    if not message:
        return None
    try:
        return climb.ram.diagnosis(message, climb.cancel)
    except Failed:
        return None


def get_token(climb: Climb) -> bool:
    """Assume the role. Whether to go on."""
    profile = climb.profile
    if not profile.role_arn:
        evidence = say(mark("Check", "the profile takes no role"))
        climb.rungs.skip(*_RUNGS, evidence=evidence)
        if climb.key.security_token is None:
            climb.rungs.skip(RungName.TOKEN, evidence=evidence)
        else:
            climb.rungs.settle(RungName.TOKEN, RungState.PASSED, say(mark("Check", "the key came with its token")))
        return True
    climb.rungs.trying(*_RUNGS)
    began = time.perf_counter()
    try:
        climb.token = assume_role(profile, climb.key, climb.transport, climb.cancel)
    except Failed as failed:
        seconds = time.perf_counter() - began
        end_reading(climb)
        _refused(climb, failed.failure, seconds)
        return False
    _got(climb, climb.token, time.perf_counter() - began)
    return True


def _got(climb: Climb, token: Token, seconds: float) -> None:
    profile = climb.profile
    climb.rungs.settle(RungName.MAY_ASSUME, RungState.PASSED, None, seconds, token.request_id)
    climb.rungs.settle(RungName.ROLE, RungState.PASSED, as_it_is(profile.role_arn))
    climb.rungs.settle(RungName.TRUST, RungState.PASSED)
    parameters = say(
        mark("Check", "{seconds} s, session {name}"), seconds=profile.duration_seconds, name=profile.role_session_name
    )
    climb.rungs.settle(RungName.PARAMETERS, RungState.PASSED, parameters)
    lifetime, asked = round(token.lifetime), profile.duration_seconds
    if lifetime >= asked - _SHORTER:
        evidence = say(mark("Check", "lives {seconds} s"), seconds=lifetime)
        climb.rungs.settle(RungName.TOKEN, RungState.PASSED, evidence, 0.0, token.request_id)
        return
    evidence = say(mark("Check", "lives {seconds} s, {asked} s were asked for"), seconds=lifetime, asked=asked)
    climb.rungs.settle(RungName.TOKEN, RungState.REMARK, evidence, 0.0, token.request_id)
    text = say(
        mark("Check", "The token lives {seconds} s only, though {asked} s were asked for."),
        seconds=lifetime,
        asked=asked,
    )
    climb.add([Finding(Cause("token-short-lived", RungName.TOKEN, Likelihood.CERTAIN, Source.SERVER, text))])


def _refused(climb: Climb, failure: Failure, seconds: float) -> None:
    if (told := diagnosed(climb, failure)) is not None:
        _learn(climb, told)
    findings = assuming.refused(failure, climb.case)
    if not findings:
        cause = Cause("refused", RungName.TOKEN, Likelihood.LIKELY, Source.REASONING, failure.sentence)
        findings = (keys.network(failure, RungName.TOKEN) or Finding(cause),)
    broken = findings[0].cause.rung
    _settle_below(climb, broken, seconds)
    climb.break_at(broken, failure, findings, seconds)


def _learn(climb: Climb, told: Diagnosis) -> None:
    """The address that the server saw, which nobody else knows."""
    addresses = next((values for key, values in told.conditions if key == "acs:SourceIp"), ())
    if addresses:
        context = {**climb.circumstances.context, "acs:SourceIp": addresses[0]}
        climb.circumstances = replace(climb.circumstances, context=context)


def _settle_below(climb: Climb, broken: RungName, seconds: float) -> None:
    """What the refusal, and RAM, say about the rungs under the broken one: identity is judged before trust."""
    case = climb.case
    policy, decision = granting_policy(case), decision_on_assume(case)
    trusted = broken is RungName.TRUST
    told = {
        RungName.MAY_ASSUME: (trusted or bool(policy), as_it_is(policy) if policy else None),
        RungName.ROLE: (trusted or case.known.trust is not None, as_it_is(climb.profile.role_arn)),
        RungName.TRUST: (decision is not None and decision.allowed, None),
        RungName.PARAMETERS: (False, None),
    }
    order = list(RungName)
    for name, (passed, evidence) in told.items():
        if order.index(name) < order.index(broken):
            state = RungState.PASSED if passed else RungState.UNKNOWN
            first = name is RungName.MAY_ASSUME
            climb.rungs.settle(name, state, evidence if passed else None, seconds if first else 0.0)


def name_policies(climb: Climb) -> None:
    """Name what lets the caller in, now that RAM has told."""
    case = climb.case
    rung = climb.rungs[RungName.MAY_ASSUME]
    if rung.state is RungState.PASSED and rung.evidence is None and (policy := granting_policy(case)):
        climb.rungs.settle(rung.name, rung.state, as_it_is(policy), rung.seconds, rung.request_id)
    rung = climb.rungs[RungName.TRUST]
    if rung.state is RungState.PASSED and rung.evidence is None and case.known.trust is not None:
        named = [name for each in case.known.trust.document.statements for name in each.trusted.ram]
        if named:
            climb.rungs.settle(rung.name, rung.state, as_it_is(named[0]), rung.seconds, rung.request_id)
