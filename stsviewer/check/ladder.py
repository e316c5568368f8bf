"""The check itself: up the ladder, storey by storey, the independent probes of each side by side."""

from __future__ import annotations

import time
from collections.abc import Callable

from stsviewer.check import expecting, matrix
from stsviewer.check.climb import Climb
from stsviewer.check.ground import identify, reach_sts
from stsviewer.check.rehearsing import stage_of
from stsviewer.check.rights import Rights
from stsviewer.check.storage_stage import look_inside
from stsviewer.check.token_stage import begin_reading, end_reading, get_token, name_policies
from stsviewer.check.values import Options, Report, Rung, RungName, RungState, Source, Verdict
from stsviewer.check.weighing import rights_of, subject_of, weigh
from stsviewer.profile import AccessKey, Profile
from stsviewer.wire import Cancel, Transport


def run(
    profile: Profile,
    key: AccessKey,
    transport: Transport,
    options: Options | None = None,
    *,
    on_rung: Callable[[Rung], None] | None = None,
    cancel: Cancel | None = None,
) -> Report:
    """Check what ``profile`` can do. ``on_rung`` hears of every rung as it is tried and as it comes out.

    ``key`` is the profile's own. Everything is read-only unless ``options.try_writes``. Raises Cancelled, and
    ValueError for an ``expect`` or ``preset`` that does not exist; what the cloud refuses is in the report.
    """
    chosen = options or Options()
    expecting.check_names(chosen)
    began = time.perf_counter()
    climb = Climb(profile, key, transport, chosen, on_rung, cancel or Cancel())
    rights: Rights | None = None
    if reach_sts(climb) and identify(climb):
        begin_reading(climb)
        if get_token(climb):
            look_inside(climb)
        end_reading(climb)
        name_policies(climb)
        rights = weigh(climb, rights_of(climb))
    climb.rungs.skip_rest()
    return _report(climb, rights, time.perf_counter() - began)


def _report(climb: Climb, rights: Rights | None, took: float) -> Report:
    rungs = climb.rungs.all()
    subject = subject_of(climb, rights) if rights is not None else None
    report = Report(
        profile=climb.profile.name,
        identity=climb.caller.arn if climb.caller is not None else "",
        role=climb.profile.role_arn,
        bucket=climb.bucket,
        prefix=climb.prefix,
        verdict=_verdict(rungs),
        source=_source(climb, rights),
        rungs=rungs,
        causes=tuple(climb.causes),
        fixes=tuple(climb.fixes),
        allowed=matrix.cells(climb.prefix, rights, climb.store),
        presets=matrix.presets(climb.prefix, rights, climb.store, subject),
        requests=climb.transport.requests,
        mutating=climb.transport.mutating,
        left=climb.left,
        started=climb.started,
        took=took,
        stage=stage_of(rights, subject, climb.prefix) if rights is not None and subject is not None else None,
    )
    return expecting.judged(report, climb.options) if climb.options.expect else report


def _verdict(rungs: tuple[Rung, ...]) -> Verdict:
    states = {rung.name: rung.state for rung in rungs}
    if RungState.FAILED in states.values():
        return Verdict.FAILS
    return Verdict.UNKNOWN if states[RungName.ACTIONS] is RungState.UNKNOWN else Verdict.WORKS


def _source(climb: Climb, rights: Rights | None) -> Source:
    """What the causes rest on; without one, what the matrix rests on."""
    of_failures = [cause for cause in climb.causes if climb.rungs[cause.rung].state is RungState.FAILED]
    if found := of_failures or climb.causes:
        return found[0].source
    return Source.RAM if rights is not None and rights.identity else Source.SERVER
