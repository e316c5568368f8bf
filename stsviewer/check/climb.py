"""Where one run of the check stands: what it is about, and what has come to light so far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from stsviewer.check.case import Case, Finding
from stsviewer.check.circumstances import Circumstances
from stsviewer.check.counting import Counted
from stsviewer.check.crew import Crew, Later
from stsviewer.check.known import NOTHING, Known
from stsviewer.check.probing import Storehouse
from stsviewer.check.reaching import Reached
from stsviewer.check.rungs import Rungs
from stsviewer.check.values import Cause, Fix, Options, Rung, RungName
from stsviewer.failure import Failure
from stsviewer.policy import Principal
from stsviewer.profile import AccessKey, Profile
from stsviewer.ram import Ram
from stsviewer.sts import Token
from stsviewer.wire import Cancel, Transport


class Climb:
    """One run. The stages of the ladder fill it in, one after the other, on the thread of the run."""

    def __init__(
        self,
        profile: Profile,
        key: AccessKey,
        transport: Transport,
        options: Options,
        on_rung: Callable[[Rung], None] | None,
        cancel: Cancel,
    ) -> None:
        self.profile = profile
        self.key = key
        self.options = options
        self.bucket = profile.bucket if options.bucket is None else options.bucket
        own_prefix = profile.prefix if self.bucket == profile.bucket else ""
        self.prefix = own_prefix if options.prefix is None else options.prefix
        self.transport = Counted(transport)
        self.cancel = cancel
        self.crew = Crew(cancel)
        self.rungs = Rungs(self.prefix, on_rung)
        self.started = datetime.now(UTC)
        self.causes: list[Cause] = []
        self.fixes: list[Fix] = []
        self.reached: Reached | None = None
        self.caller: Principal | None = None
        self.ram = Ram(profile, key, self.transport)
        self.reading: Later[Known] | None = None
        self.known = NOTHING
        self.circumstances = Circumstances()
        self.token: Token | None = None
        self.store: Storehouse | None = None
        self.left: tuple[str, ...] = ()

    @property
    def ahead(self) -> float:
        """By how many seconds the server's clock is ahead of ours."""
        return self.reached.ahead or 0.0 if self.reached is not None else 0.0

    @property
    def case(self) -> Case:
        """What a refusal of STS is looked into with, as things stand now."""
        return Case(self.profile, self.caller, self.known, self.circumstances)

    def add(self, findings: Sequence[Finding]) -> None:
        """Keep causes and fixes; what is told already is not told twice."""
        for finding in findings:
            self.causes.append(finding.cause)
            self.fixes += [fix for fix in finding.fixes if fix not in self.fixes]

    def break_at(self, name: RungName, failure: Failure | None, findings: Sequence[Finding], seconds: float) -> None:
        """A rung broke, and nothing above it is reached."""
        self.rungs.fail(name, failure, None, seconds)
        self.add(findings)
        self.rungs.skip_rest()
