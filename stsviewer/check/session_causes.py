"""The session policy of the token refuses: why, and the session policy that does not."""

from __future__ import annotations

from collections.abc import Iterable

from stsviewer.check.case import Finding, certain
from stsviewer.check.mending_session import mend_session
from stsviewer.check.misses import Missed, grouped
from stsviewer.check.rights import Ask
from stsviewer.check.scene import RUNG, Scene, names
from stsviewer.check.values import Fix, Source, State, Target, Way
from stsviewer.policy import parse_resource
from stsviewer.text import mark, say


def refused_by_session(asks: list[Ask], scene: Scene) -> list[Finding]:
    """The causes in the session policy, which is the profile's own."""
    rights, profile = scene.rights, scene.case.profile
    fix = mend_session(rights, asks, profile.name, scene.subject.prefixes)
    if rights.policies.session is None or fix is None:
        # A token that came from elsewhere: its session policy is not the profile's.
        text = say(mark("Check", "The session policy of the token does not allow {actions}."), actions=names(asks))
        title = say(mark("Check", "Get a token with a session policy that allows it, or without one"))
        other = Fix(Target.SESSION, Way.ACT, profile.name, title)
        return [Finding(certain("session-too-narrow", RUNG, Source.SERVER, text), (other,))]
    for ask in asks:
        state, statement = rights.state(ask)
        if state is State.DENIED and statement is not None and statement.policy == "session":
            text = say(
                mark("Check", "Statement {number} of the session policy denies {actions}."),
                number=statement.index + 1,
                actions=names(asks),
            )
            return [Finding(certain("session-denied", RUNG, Source.SERVER, text, statement=statement), (fix,))]
    whose = say(mark("Check", "the session policy"))
    causes = [
        certain(_id(miss, rights.bucket), RUNG, Source.SERVER, miss.text, statement=miss.statement)
        for miss in grouped(asks, rights, whose, scene.where, session=True)
    ]
    return [Finding(cause, (fix,) if place == 0 else ()) for place, cause in enumerate(causes)]


def _id(miss: Missed, bucket: str) -> str:
    if miss.id in ("bucket-only", "objects-only"):
        return "session-wrong-resource"
    if miss.id == "other-resource":
        return "session-too-narrow" if _same_bucket(miss.resources, bucket) else "session-wrong-resource"
    return f"session-{miss.id}" if miss.id.startswith("condition") else "session-too-narrow"


def _same_bucket(resources: Iterable[str], bucket: str) -> bool:
    return any((name := parse_resource(each)) is not None and name.bucket in (bucket, "*") for each in resources)
