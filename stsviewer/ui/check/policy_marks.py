"""What is wrong with a policy while it is being written: its grammar, else its traps. Pure; may run inside a job."""

from __future__ import annotations

from dataclasses import dataclass

from stsviewer.policy import DocumentKind, GrammarError
from stsviewer.policy.lint import lint
from stsviewer.text import Text


@dataclass(frozen=True)
class PolicyMark:
    """Something at a place. ``grave``: the cloud would not take the document; else it would, and it is a trap.

    ``line`` and ``column`` count from 1; ``fix`` says what to write instead.
    """

    line: int
    column: int
    sentence: Text
    fix: Text | None
    grave: bool


def marks_of(text: str, kind: DocumentKind) -> tuple[PolicyMark, ...]:
    """What is to be said of ``text``, in the order of its lines. An empty text is no policy, and nothing is wrong."""
    if not text.strip():
        return ()
    try:
        findings = lint(text, kind)
    except GrammarError as error:
        return (PolicyMark(error.line or 1, error.column or 1, error.sentence, None, grave=True),)
    return tuple(PolicyMark(one.line or 1, one.column or 1, one.sentence, one.fix, grave=False) for one in findings)
