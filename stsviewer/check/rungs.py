"""The ten rungs as they fill in: what each claims, and telling whoever watches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from stsviewer.check.values import Rung, RungName, RungState
from stsviewer.failure import Failure
from stsviewer.text import Marked, Text, mark, say

_CLAIMS: Final[dict[RungName, Marked]] = {
    RungName.NETWORK: mark("Check", "The network reaches STS"),
    RungName.KEY: mark("Check", "The key exists and signs"),
    RungName.CLOCK: mark("Check", "Clocks agree"),
    RungName.MAY_ASSUME: mark("Check", "The user may call sts:AssumeRole"),
    RungName.ROLE: mark("Check", "The role exists"),
    RungName.TRUST: mark("Check", "The role trusts you"),
    RungName.PARAMETERS: mark("Check", "Duration, session name and session policy accepted"),
    RungName.TOKEN: mark("Check", "Token issued"),
    RungName.BUCKET: mark("Check", "Bucket, region and endpoint"),
    RungName.ACTIONS: mark("Check", "Each action in the bucket"),
}


def claim(name: RungName, prefix: str = "") -> Text:
    """What the rung claims."""
    if name is RungName.ACTIONS and prefix:
        return say(mark("Check", "Each action under {prefix}"), prefix=prefix)
    return say(_CLAIMS[name])


def as_it_is(text: str) -> Text:
    """A name from outside, as evidence."""
    return say(mark("Check", "{text}"), text=text)


class Rungs:
    """The ladder of one run. ``tell`` is called on the thread of the run whenever a rung changes."""

    def __init__(self, prefix: str, tell: Callable[[Rung], None] | None) -> None:
        self._tell = tell
        self._rungs = {name: Rung(name, RungState.WAITING, claim(name, prefix)) for name in RungName}

    def __getitem__(self, name: RungName) -> Rung:
        return self._rungs[name]

    def trying(self, *names: RungName) -> None:
        """These are being worked on."""
        for name in names:
            self._set(replace(self._rungs[name], state=RungState.TRYING))

    def settle(
        self, name: RungName, state: RungState, evidence: Text | None = None, seconds: float = 0.0, request_id: str = ""
    ) -> None:
        """How one came out."""
        rung = self._rungs[name]
        self._set(replace(rung, state=state, evidence=evidence, seconds=seconds, request_id=request_id))

    def fail(self, name: RungName, failure: Failure | None, evidence: Text | None = None, seconds: float = 0.0) -> None:
        """One broke."""
        rung = replace(self._rungs[name], state=RungState.FAILED, evidence=evidence, seconds=seconds, failure=failure)
        if failure is not None:
            rung = replace(rung, code=failure.code, ec=failure.ec, request_id=failure.request_id)
        self._set(rung)

    def skip(self, *names: RungName, evidence: Text | None = None) -> None:
        """These are not reached, or the profile does not need them. What is settled already stays."""
        for name in names:
            if self._rungs[name].state in (RungState.WAITING, RungState.TRYING):
                self.settle(name, RungState.SKIPPED, evidence)

    def skip_rest(self) -> None:
        """Whatever is not settled will not be reached."""
        self.skip(*RungName)

    def all(self) -> tuple[Rung, ...]:
        """From the ground up."""
        return tuple(self._rungs[name] for name in RungName)

    def _set(self, rung: Rung) -> None:
        self._rungs[rung.name] = rung
        if self._tell is not None:
            self._tell(rung)
