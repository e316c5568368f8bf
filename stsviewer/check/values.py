"""What a check finds, as plain values: rungs, causes, fixes, what is allowed, and all of it as one report.

Times are UTC, durations seconds. No secret is ever put into one of these.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from stsviewer.failure import Failure
from stsviewer.text import Text


class RungName(StrEnum):
    """The ladder that a request climbs, from the ground up. The values are what scripts read."""

    NETWORK = "network"
    KEY = "key"
    CLOCK = "clock"
    MAY_ASSUME = "may-assume"
    ROLE = "role"
    TRUST = "trust"
    PARAMETERS = "parameters"
    TOKEN = "token"  # noqa: S105 - the name of a rung
    BUCKET = "bucket"
    ACTIONS = "actions"


class RungState(StrEnum):
    """How a rung stands. ``WAITING`` and ``TRYING`` occur only while the check runs."""

    WAITING = "waiting"
    TRYING = "trying"
    PASSED = "passed"
    REMARK = "remark"  # passed, and there is something to know
    FAILED = "failed"
    SKIPPED = "skipped"  # a rung below failed, or the profile does not need this one
    UNKNOWN = "unknown"  # the answers do not tell


class Source(StrEnum):
    """What the causes rest on, best first."""

    RAM = "ram"  # RAM's own documents
    SERVER = "server"  # the server's detail of its refusal, or its plain consent
    REASONING = "reasoning"  # codes, messages, and which rungs passed


class Likelihood(StrEnum):
    """How sure a cause is."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Target(StrEnum):
    """Where a fix is made."""

    USER = "user"
    ROLE = "role"
    TRUST = "trust"
    SESSION = "session"
    BUCKET = "bucket"
    PROFILE = "profile"


class Way(StrEnum):
    """What is done with the document of a fix."""

    ATTACH = "attach"  # a new policy, attached to the user or role
    REPLACE = "replace"  # the whole new text of a document that is there
    ADD = "add"  # statements to put into a document that could not be read
    DETACH = "detach"  # the policy is taken off; there is nothing left of it
    SET = "set"  # a value to enter in the profile
    ACT = "act"  # something to do that has no document


class State(StrEnum):
    """Whether an action is allowed, and which refusal it would meet."""

    ALLOWED = "allowed"
    NO_ALLOW = "no-allow"
    DENIED = "denied"
    NOT_APPLICABLE = "not-applicable"
    UNKNOWN = "unknown"


class Works(StrEnum):
    """Whether a preset will work."""

    YES = "yes"
    NO = "no"
    REMARK = "remark"
    UNKNOWN = "unknown"


class Verdict(StrEnum):
    """How the check came out."""

    WORKS = "works"
    FAILS = "fails"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class DecidingStatement:
    """A statement that decides, with its text, so that it can be shown.

    ``policy`` is the evaluator's label (``role[0]``, ``session``, ``trust``, ``bucket_policy``), ``name`` the policy's
    own, empty where it has none; ``index`` counts from 0.
    """

    policy: str
    index: int
    sid: str = ""
    name: str = ""
    text: str = ""


@dataclass(frozen=True)
class Rung:
    """One rung. ``code``, ``ec`` and ``request_id`` are the server's, empty where it gave none."""

    name: RungName
    state: RungState
    claim: Text
    evidence: Text | None = None
    seconds: float = 0.0
    code: str = ""
    ec: str = ""
    request_id: str = ""
    failure: Failure | None = None


@dataclass(frozen=True)
class Cause:
    """Why a rung failed, or what is remarkable. ``id`` is for scripts and stays.

    ``source`` is what it rests on; ``told_apart_by`` says what would settle it, where it is not certain.
    """

    id: str
    rung: RungName
    likelihood: Likelihood
    source: Source
    text: Text
    told_apart_by: Text | None = None
    statement: DecidingStatement | None = None


@dataclass(frozen=True)
class Opened:
    """What a fix opens besides: an action under a prefix (empty: the bucket itself)."""

    action: str
    prefix: str


@dataclass(frozen=True)
class Fix:
    """Something to paste, and for whom.

    ``name`` is that of the user, role, policy or bucket, of a profile's field for ``SET``. ``added_lines`` are the
    lines of ``document``, counted from 0, that are new against what is there. ``quick`` is a system policy that does it
    too, empty when there is none. ``opens`` is what else it lets through, ``opens_note`` the same as a sentence.
    """

    target: Target
    way: Way
    name: str
    title: Text
    document: str = ""
    added_lines: tuple[int, ...] = ()
    quick: str = ""
    opens: tuple[Opened, ...] = ()
    opens_note: Text | None = None
    undo: Text | None = None


@dataclass(frozen=True)
class Allowed:
    """A cell of the matrix. ``action`` is the call's name (ListObjects), ``prefix`` is empty for the bucket itself.

    ``tried`` tells a probe from evaluation; ``statement`` is the one that decides, where the policies are readable.
    """

    action: str
    prefix: str
    state: State
    tried: bool = False
    statement: DecidingStatement | None = None


@dataclass(frozen=True)
class PresetVerdict:
    """Whether a use of the role will work, why, and what is missing. ``preset`` is its name for scripts."""

    preset: str
    title: Text
    works: Works
    reason: Text
    missing: Fix | None = None


@dataclass(frozen=True)
class Options:
    """What is asked of the role. ``bucket`` and ``prefix`` None stand for the profile's own.

    ``expect`` is read, list, write, none or a preset's name; ``preset`` what the role is for, which decides what the
    fixes grant. ``write_key`` is the key that write probes use, made by ``new_write_key`` and shown before the run.
    """

    bucket: str | None = None
    prefix: str | None = None
    expect: str = ""
    preset: str = ""
    try_writes: bool = False
    write_key: str = ""


@dataclass(frozen=True)
class PolicyText:
    """A policy document as it stands, under its name."""

    name: str
    text: str


@dataclass(frozen=True)
class Stage:
    """What Rehearse begins with: who acts, where, under which documents and condition keys.

    ``identity`` are the policies of whoever acts, None when RAM did not show them. ``principal`` is the ARN of the
    session or user, ``account`` the owner of the bucket. ``context`` holds the condition keys as far as they are known.
    """

    principal_kind: str
    principal: str
    uid: str
    own_account: str
    bucket: str
    account: str
    prefix: str
    prefixes: tuple[str, ...]
    identity: tuple[PolicyText, ...] | None
    session: str
    bucket_policy: str
    context: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Report:
    """All that a check found.

    ``verdict`` answers ``expect`` where one was given (``expected`` says how), else whether any rung failed. ``left``
    names probe objects that could not be removed. ``requests`` counts what was sent, ``mutating`` what of it could have
    changed something.
    """

    profile: str
    identity: str  # the ARN of the key's owner, empty when it is not known
    role: str  # the ARN of the role, empty when the profile takes none
    bucket: str
    prefix: str
    verdict: Verdict
    source: Source
    rungs: tuple[Rung, ...]
    causes: tuple[Cause, ...] = ()
    fixes: tuple[Fix, ...] = ()
    allowed: tuple[Allowed, ...] = ()
    presets: tuple[PresetVerdict, ...] = ()
    expected: Text | None = None
    requests: int = 0
    mutating: int = 0
    left: tuple[str, ...] = ()
    started: datetime = field(default_factory=lambda: datetime.fromtimestamp(0).astimezone())
    took: float = 0.0
    stage: Stage | None = None  # None: nobody is known to act

    def rung(self, name: RungName) -> Rung:
        """The rung of that name."""
        return next(rung for rung in self.rungs if rung.name is name)

    @property
    def failed(self) -> Rung | None:
        """The lowest rung that failed."""
        return next((rung for rung in self.rungs if rung.state is RungState.FAILED), None)


@dataclass(frozen=True)
class Explanation:
    """What a single refusal means: its causes, best first, and the fixes."""

    causes: tuple[Cause, ...]
    fixes: tuple[Fix, ...]

    @property
    def cause(self) -> Cause | None:
        """The likeliest cause."""
        return self.causes[0] if self.causes else None
