"""The first storey: the way to STS, the key, and the clocks."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from stsviewer.check import keys
from stsviewer.check.case import Finding, principal_of
from stsviewer.check.circumstances import Circumstances
from stsviewer.check.climb import Climb
from stsviewer.check.reaching import WORTH_A_REMARK, reach
from stsviewer.check.values import Cause, Likelihood, RungName, RungState, Source
from stsviewer.failure import Failed, Failure, Kind
from stsviewer.policy import PrincipalKind
from stsviewer.sts import get_caller_identity
from stsviewer.sts.call import endpoint_of
from stsviewer.text import mark, say


def reach_sts(climb: Climb) -> bool:
    """The way there. Whether to go on."""
    climb.rungs.trying(RungName.NETWORK)
    began = time.perf_counter()
    try:
        endpoint = endpoint_of(climb.profile, say(mark("Check", "Reaching STS")))
        climb.reached = reach(endpoint, climb.transport, climb.cancel)
    except Failed as failed:
        finding = keys.network(failed.failure) or _unknown(failed.failure, RungName.NETWORK)
        climb.break_at(RungName.NETWORK, failed.failure, [finding], time.perf_counter() - began)
        return False
    climb.rungs.settle(RungName.NETWORK, RungState.PASSED, climb.reached.evidence, climb.reached.seconds)
    climb.circumstances = Circumstances.of(endpoint, datetime.now(UTC) + timedelta(seconds=climb.ahead))
    return True


def identify(climb: Climb) -> bool:
    """Whose key it is, and whether it signs. Whether to go on."""
    climb.rungs.trying(RungName.KEY)
    began = time.perf_counter()
    try:
        identity = get_caller_identity(climb.profile, climb.key, climb.transport, climb.cancel)
    except Failed as failed:
        _refused(climb, failed.failure, time.perf_counter() - began)
        return False
    seconds = time.perf_counter() - began
    climb.caller = principal_of(identity)
    state = RungState.PASSED
    if climb.caller.kind is PrincipalKind.ACCOUNT:
        evidence = say(mark("Check", "the root key of the account {account}"), account=climb.caller.account)
        if climb.profile.role_arn:
            climb.rungs.fail(RungName.KEY, None, evidence, seconds)
            climb.add([keys.root_key()])
            _clock(climb)
            climb.rungs.skip_rest()
            return False
        state = RungState.REMARK
    elif climb.caller.kind is PrincipalKind.ASSUMED_ROLE_USER:
        evidence = say(mark("Check", "a session of the role {name}"), name=climb.case.caller_name)
    else:
        evidence = say(mark("Check", "RAM user {name}, not the root key"), name=climb.case.caller_name)
    climb.rungs.settle(RungName.KEY, state, evidence, seconds, identity.request_id)
    _clock(climb)
    return True


def _refused(climb: Climb, failure: Failure, seconds: float) -> None:
    of_network = keys.network(failure) if failure.kind is not Kind.REFUSED else None
    if of_network is not None:
        climb.rungs.settle(RungName.KEY, RungState.UNKNOWN)
        climb.break_at(RungName.NETWORK, failure, [of_network], climb.rungs[RungName.NETWORK].seconds)
        return
    finding = keys.refused_key(failure, climb.profile) or _unknown(failure, RungName.KEY)
    if finding.cause.rung is not RungName.KEY:
        # The clock and the token are looked at before the signature is.
        evidence = say(mark("Check", "it exists; the signature was not looked at"))
        climb.rungs.settle(RungName.KEY, RungState.UNKNOWN, evidence, seconds)
    if finding.cause.rung is not RungName.CLOCK:
        _clock(climb)
    climb.break_at(finding.cause.rung, failure, [finding], seconds)


def _unknown(failure: Failure, rung: RungName) -> Finding:
    return Finding(Cause("refused", rung, Likelihood.LIKELY, Source.REASONING, failure.sentence))


def _clock(climb: Climb) -> None:
    ahead = climb.reached.ahead if climb.reached is not None else None
    if ahead is None:
        climb.rungs.settle(RungName.CLOCK, RungState.UNKNOWN)
        return
    off = abs(ahead)
    if off < 1:
        climb.rungs.settle(RungName.CLOCK, RungState.PASSED, say(mark("Check", "less than a second apart")))
        return
    if off < WORTH_A_REMARK:
        climb.rungs.settle(
            RungName.CLOCK, RungState.PASSED, say(mark("Check", "{seconds} s apart"), seconds=round(off))
        )
        return
    minutes = f"{off / 60:.1f}"
    climb.rungs.settle(RungName.CLOCK, RungState.REMARK, say(mark("Check", "{minutes} min apart"), minutes=minutes))
    text = say(mark("Check", "The clocks are {minutes} min apart. Past 15, every request is refused."), minutes=minutes)
    cause = Cause("clock-drifts", RungName.CLOCK, Likelihood.CERTAIN, Source.SERVER, text)
    climb.add([Finding(cause, (keys.set_the_clock(),))])
