"""What reports and letters share: words for the values, and text from outside made harmless to the eye."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Final

from stsviewer.check.values import (
    Cause,
    Fix,
    Likelihood,
    Report,
    Rung,
    RungName,
    RungState,
    Source,
    State,
    Verdict,
    Way,
    Works,
)
from stsviewer.text import Marked, Text, mark, say

#: Turns a sentence into the reader's language; the command line's is English.
Shown = Callable[[Text], str]

VERDICTS: Final[dict[Verdict, Marked]] = {
    Verdict.WORKS: mark("Report", "works"),
    Verdict.FAILS: mark("Report", "does not work"),
    Verdict.UNKNOWN: mark("Report", "cannot be told"),
}
RUNG_STATES: Final[dict[RungState, Marked]] = {
    RungState.WAITING: mark("Report", "not reached"),
    RungState.TRYING: mark("Report", "being tried"),
    RungState.PASSED: mark("Report", "passed"),
    RungState.REMARK: mark("Report", "passed, with a remark"),
    RungState.FAILED: mark("Report", "failed"),
    RungState.SKIPPED: mark("Report", "not reached"),
    RungState.UNKNOWN: mark("Report", "cannot be told"),
}
STATES: Final[dict[State, Marked]] = {
    State.ALLOWED: mark("Report", "allowed"),
    State.NO_ALLOW: mark("Report", "no Allow"),
    State.DENIED: mark("Report", "explicit Deny"),
    State.NOT_APPLICABLE: mark("Report", "does not apply"),
    State.UNKNOWN: mark("Report", "cannot be told"),
}
WORKS: Final[dict[Works, Marked]] = {
    Works.YES: mark("Report", "works"),
    Works.NO: mark("Report", "does not work"),
    Works.REMARK: mark("Report", "works, with a remark"),
    Works.UNKNOWN: mark("Report", "cannot be told"),
}
LIKELIHOODS: Final[dict[Likelihood, Marked]] = {
    Likelihood.CERTAIN: mark("Report", "certain"),
    Likelihood.LIKELY: mark("Report", "likely"),
    Likelihood.POSSIBLE: mark("Report", "possible"),
}
SOURCES: Final[dict[Source, Marked]] = {
    Source.RAM: mark("Report", "read from RAM"),
    Source.SERVER: mark("Report", "told by the server"),
    Source.REASONING: mark("Report", "by reasoning"),
}
WAYS: Final[dict[Way, Marked]] = {
    Way.ATTACH: mark("Report", "Create this policy and attach it:"),
    Way.REPLACE: mark("Report", "The whole new text:"),
    Way.ADD: mark("Report", "Add these statements to what is there:"),
    Way.SET: mark("Report", "The value to enter:"),
}

# The words over and beside things. They stand here, since a translator's tool does not look into f-strings.
ROLE_CHECK: Final = mark("Report", "Role check")
STEPS: Final = mark("Report", "Step by step")
CAUSES: Final = mark("Report", "Causes")
CHANGES: Final = mark("Report", "What to change")
MAY_DO: Final = mark("Report", "What this role may do")
BUCKET: Final = mark("Report", "bucket")
OPENS: Final = mark("Report", "What else it opens")
UNDO: Final = mark("Report", "To undo it")
QUICKER: Final = mark("Report", "Quicker, and wider: the system policy")
NOT_REMOVED: Final = mark("Report", "Could not be removed:")
_PAIR: Final = mark("Report", "{name}: {value}")
_SURE: Final = mark("Report", "({how}, {source})")

#: What turns the direction of text, hides or joins it, or is no character: shown by its number.
_UNSEEN: Final = ("Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn")


def visible(text: str) -> str:
    """``text`` on one line, with what cannot be seen named: names of buckets, policies and keys come from outside."""
    return "".join(
        f"[U+{ord(character):04X}]" if unicodedata.category(character) in _UNSEEN else character for character in text
    )


def plain(text: Text | None, shown: Shown) -> str:
    """A sentence for the reader; empty for none."""
    return visible(shown(text)) if text is not None else ""


def word(marked: Marked, shown: Shown) -> str:
    """One of the words above."""
    return shown(say(marked))


def label(marked: Marked, shown: Shown) -> str:
    """A word with what stands between it and its value."""
    return shown(say(_PAIR, name=say(marked), value=""))


def sure(cause: Cause, shown: Shown) -> str:
    """How sure a cause is, and what it rests on, in brackets."""
    return shown(say(_SURE, how=say(LIKELIHOODS[cause.likelihood]), source=say(SOURCES[cause.source])))


def proof(rung: Rung) -> list[tuple[str, str]]:
    """The server's own evidence of a rung, by the names that its support knows."""
    failure = rung.failure
    told = [
        ("Code", rung.code),
        ("EC", rung.ec),
        ("HTTP", str(failure.status) if failure is not None and failure.status else ""),
        ("PolicyType", failure.said("PolicyType") if failure is not None else ""),
        ("NoPermissionType", failure.said("NoPermissionType") if failure is not None else ""),
        ("AuthAction", failure.said("AuthAction") if failure is not None else ""),
        ("RequestId", rung.request_id),
    ]
    return [(name, visible(value)) for name, value in told if value]


def moment(report: Report) -> str:
    """When the check began, in UTC."""
    return report.started.strftime("%Y-%m-%d %H:%M:%S UTC")


def prospect(report: Report) -> Marked:
    """The heading over the presets: without a token they are a prospect."""
    if report.failed is not None and report.failed.name not in (RungName.BUCKET, RungName.ACTIONS):
        return mark("Report", "Once the fix is in, it will work for")
    return mark("Report", "What it works for")


def basis(report: Report) -> Text:
    """What the matrix rests on."""
    tried = any(cell.tried for cell in report.allowed)
    judged = any(cell.statement is not None for cell in report.allowed)
    if not tried:
        return say(mark("Report", "From its policies. Nothing was tried: there is no token yet."))
    if judged:
        return say(mark("Report", "Tried where it could be, else from its policies."))
    return say(mark("Report", "Tried; its policies cannot be read."))


def address(report: Report) -> str:
    """What was looked at."""
    return visible(f"oss://{report.bucket}/{report.prefix}") if report.bucket else ""


def opens(fix: Fix) -> list[str]:
    """What a fix lets through besides, cell by cell."""
    return [visible(f"{one.action} {one.prefix}".strip()) for one in fix.opens]
