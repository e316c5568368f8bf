"""The third storey: the bucket, and each call under the prefix."""

from __future__ import annotations

import time
from typing import Final

from stsviewer.check import keys, matrix
from stsviewer.check.case import Finding, certain
from stsviewer.check.climb import Climb
from stsviewer.check.probing import Prober, Storehouse
from stsviewer.check.refusing import overdue
from stsviewer.check.rights import Ask
from stsviewer.check.values import Cause, Fix, Likelihood, RungName, RungState, Source, Target, Way
from stsviewer.check.writing import Writer, new_write_key
from stsviewer.failure import Failure
from stsviewer.oss import Probes
from stsviewer.profile import Profile
from stsviewer.text import Text, mark, say
from stsviewer.wire.sentences import bucket_is_elsewhere

_NAMES: Final = {"NoSuchBucket": "bucket-not-found", "InvalidBucketName": "bucket-name-malformed"}


def look_inside(climb: Climb) -> None:
    """Probe the bucket with what signs now. The last rung stays open: it is judged when RAM has told."""
    key = climb.token.key if climb.token is not None else climb.key
    storage = Probes(climb.profile, lambda: key, climb.transport)
    prober = Prober(storage, climb.bucket, climb.prefix, climb.crew)
    climb.store = prober.found
    if not climb.bucket:
        prober.buckets()
        evidence = say(mark("Check", "no bucket was chosen"))
        climb.rungs.skip(RungName.BUCKET, RungName.ACTIONS, evidence=evidence)
        return
    climb.rungs.trying(RungName.BUCKET)
    began = time.perf_counter()
    goes_on = prober.look()
    seconds = time.perf_counter() - began
    if not goes_on:
        assert climb.store.trouble is not None
        _no_bucket(climb, climb.store.trouble, seconds)
        return
    _bucket_stands(climb, climb.store, seconds)
    climb.rungs.trying(RungName.ACTIONS)
    prober.climb(matrix.parent_listings(climb.prefix))
    if climb.options.try_writes:
        _write(climb, storage, climb.store)


def _write(climb: Climb, storage: Probes, store: Storehouse) -> None:
    key = climb.options.write_key or new_write_key(climb.prefix)
    writer = Writer(storage, climb.bucket, climb.prefix, key, climb.cancel)
    try:
        writer.run()
    finally:
        climb.left = writer.left
        if climb.left and climb.cancel.is_set():
            climb.rungs.settle(RungName.ACTIONS, RungState.REMARK, left_behind(climb.left))
    store.tried |= writer.tried


def left_behind(names: tuple[str, ...]) -> Text:
    """What a write probe could not remove."""
    return say(mark("Check", "could not be removed: {names}"), names=", ".join(names))


def _no_bucket(climb: Climb, failure: Failure, seconds: float) -> None:
    finding = keys.refused_key(failure, climb.profile) or keys.network(failure, RungName.BUCKET)
    if finding is not None:
        # The token signs here: what is said about a key is said about it.
        broken = RungName.TOKEN if finding.cause.rung is RungName.KEY else finding.cause.rung
        climb.break_at(broken, failure, [finding], seconds)
        return
    if (of_account := overdue(failure, climb.bucket)) is not None:
        climb.rungs.settle(RungName.BUCKET, RungState.UNKNOWN, None, seconds)
        climb.break_at(RungName.ACTIONS, failure, [of_account], seconds)
        return
    id_ = _NAMES.get(failure.code, "refused")
    title = say(mark("Check", "Correct the bucket's name in the profile: {bucket}"), bucket=climb.bucket)
    likelihood = Likelihood.CERTAIN if failure.code in _NAMES else Likelihood.LIKELY
    cause = Cause(id_, RungName.BUCKET, likelihood, Source.SERVER, failure.sentence)
    climb.break_at(
        RungName.BUCKET, failure, [Finding(cause, (Fix(Target.PROFILE, Way.ACT, "bucket", title),))], seconds
    )


def _bucket_stands(climb: Climb, store: Storehouse, seconds: float) -> None:
    here, there = climb.profile.region, store.region
    if not there:
        region = store.info.region if store.info is not None else here
        evidence = say(mark("Check", "{bucket} in {region}"), bucket=climb.bucket, region=region)
        request_id = store.tried[Ask("GetBucketInfo")].request_id
        climb.rungs.settle(RungName.BUCKET, RungState.PASSED, evidence, seconds, request_id)
        return
    named = next(
        (each for each in climb.transport.refusals if bucket_is_elsewhere(each.code, each.ec, each.said("Endpoint"))),
        None,
    )
    evidence = say(mark("Check", "in {there}, not in {here}"), there=there, here=here)
    climb.rungs.fail(RungName.BUCKET, named, evidence, seconds)
    climb.add([other_region(climb.profile, climb.bucket, there)])


def other_region(profile: Profile, bucket: str, there: str) -> Finding:
    """The bucket is in another region than the profile says."""
    text = say(
        mark(
            "Check",
            "The bucket {bucket} is in {there}, and the profile says {here}. "
            "stsviewer follows it there; a program that goes by the profile is refused.",
        ),
        bucket=bucket,
        there=there,
        here=profile.region,
    )
    fix = Fix(
        Target.PROFILE,
        Way.SET,
        "region",
        say(mark("Check", "Enter this region in the profile")),
        document=there,
        opens_note=say(mark("Check", "Nothing: the role stays as it is.")),
        undo=say(mark("Check", "Enter {region} again."), region=profile.region),
    )
    return Finding(certain("bucket-other-region", RungName.BUCKET, Source.SERVER, text), (fix,))
