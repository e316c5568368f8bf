"""The page's own words for the values of a check, in the language in force."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from stsviewer.check.values import (
    Cause,
    DecidingStatement,
    Fix,
    Likelihood,
    RungState,
    Source,
    State,
    Target,
    Way,
    Works,
)
from stsviewer.text import Marked, mark
from stsviewer.ui.outside import flat


def _tr(marked: Marked) -> str:
    return QCoreApplication.translate(marked.context, marked.source)


def rung_state(state: RungState) -> str:
    """How a rung stands, in a word or two."""
    return {
        RungState.WAITING: _tr(mark("Role check", "Not reached")),
        RungState.TRYING: _tr(mark("Role check", "Being tried")),
        RungState.PASSED: _tr(mark("Role check", "Passed")),
        RungState.REMARK: _tr(mark("Role check", "Passed, with a remark")),
        RungState.FAILED: _tr(mark("Role check", "Failed")),
        RungState.SKIPPED: _tr(mark("Role check", "Not reached")),
        RungState.UNKNOWN: _tr(mark("Role check", "Cannot say for certain")),
    }[state]


def works(state: Works) -> str:
    """Whether a use will work."""
    return {
        Works.YES: _tr(mark("Role check", "Works")),
        Works.NO: _tr(mark("Role check", "Does not work")),
        Works.REMARK: _tr(mark("Role check", "Works, with a remark")),
        Works.UNKNOWN: _tr(mark("Role check", "Cannot say for certain")),
    }[state]


def cell_state(state: State) -> str:
    """Whether an action is allowed."""
    return {
        State.ALLOWED: _tr(mark("Role check", "allowed")),
        State.NO_ALLOW: _tr(mark("Role check", "no Allow")),
        State.DENIED: _tr(mark("Role check", "explicit Deny")),
        State.NOT_APPLICABLE: _tr(mark("Role check", "does not apply")),
        State.UNKNOWN: _tr(mark("Role check", "cannot say")),
    }[state]


def policy(statement: DecidingStatement) -> str:
    """The policy that a statement stands in: its name, or which of those without one."""
    unnamed = {
        "trust": _tr(mark("Role check", "the trust policy")),
        "session": _tr(mark("Role check", "the session policy")),
        "bucket_policy": _tr(mark("Role check", "the bucket policy")),
    }
    return flat(statement.name) or unnamed.get(statement.policy, flat(statement.policy))


def in_a_sentence(title: str) -> str:
    """``title`` after a word: it begins small, unless its first word is written in capitals."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def prefix(name: str) -> str:
    """A column of the matrix: the bucket itself, or a prefix."""
    return flat(name) if name else _tr(mark("Role check", "bucket"))


def certainty(cause: Cause) -> str:
    """How sure a cause is, and what it rests on."""
    if cause.likelihood is Likelihood.CERTAIN:
        return {
            Source.RAM: _tr(mark("Role check", "Certain: read from RAM")),
            Source.SERVER: _tr(mark("Role check", "Told by the server")),
            Source.REASONING: _tr(mark("Role check", "Certain")),
        }[cause.source]
    return (
        _tr(mark("Role check", "Likely"))
        if cause.likelihood is Likelihood.LIKELY
        else _tr(mark("Role check", "Possible"))
    )


def is_told(cause: Cause) -> bool:
    """Whether somebody who knows said it, rather than reasoning."""
    return cause.likelihood is Likelihood.CERTAIN


def copy(fix: Fix) -> str:
    """What the button that copies a fix says."""
    if fix.way is Way.SET:
        return _tr(mark("Role check", "Copy value"))
    if fix.way is Way.ADD:
        return _tr(mark("Role check", "Copy statements"))
    return {
        Target.TRUST: _tr(mark("Role check", "Copy trust policy")),
        Target.SESSION: _tr(mark("Role check", "Copy session policy")),
        Target.BUCKET: _tr(mark("Role check", "Copy bucket policy")),
    }.get(fix.target, _tr(mark("Role check", "Copy policy")))


def took(seconds: float) -> str:
    """How long a rung took: ``4 ms``, ``1.2 s``; empty where nothing was sent."""
    if seconds <= 0:
        return ""
    if seconds < 1:
        return _tr(mark("Role check", "{count} ms")).replace("{count}", str(max(1, round(seconds * 1000))))
    return in_seconds(seconds)


def in_seconds(seconds: float) -> str:
    """``0.3 s``."""
    return _tr(mark("Role check", "{count} s")).replace("{count}", QLocale().toString(seconds, "f", 1))
