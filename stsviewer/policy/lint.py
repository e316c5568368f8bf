"""Finds the traps of a policy document, each with its place and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from stsviewer.policy.document import DocumentKind
from stsviewer.policy.grammar import parse
from stsviewer.policy.json_text import JsonText, Path, format_path, read
from stsviewer.policy.lint_actions import misfits, resources, swallowed, unknown_actions
from stsviewer.policy.lint_conditions import conditions
from stsviewer.policy.traps import Caught, Subject, Trap
from stsviewer.text import Text, mark, say

#: AssumeRole takes session policies of this many characters at most.
SESSION_POLICY_LIMIT: Final = 2048

_TRUSTED: Final = re.compile(r"acs:ram::[0-9]+:(root|user/[^/*?]+|role/[^/*?]+)")


@dataclass(frozen=True)
class Finding:
    """A trap. ``line`` and ``column`` count from 1 and are None when the document did not come as text."""

    trap: Trap
    place: str
    sentence: Text
    fix: Text
    line: int | None = None
    column: int | None = None


def lint(source: object, kind: DocumentKind) -> tuple[Finding, ...]:
    """The traps of ``source``, in the order of the document. Raises GrammarError when it is no document at all.

    ``source`` is the document as text, or what a JSON reader made of it.
    """
    document = parse(source, kind)
    text = read(source) if isinstance(source, str) else None
    subject = Subject(document, source if text is None else text.value)
    caught = [
        one
        for check in (unknown_actions, resources, misfits, swallowed, conditions, _trusted)
        for one in check(subject)
    ]
    if text is not None and kind is DocumentKind.SESSION and len(text.text) > SESSION_POLICY_LIMIT:
        caught.append(_too_long(text.text))
    if text is None:
        by_statement = sorted(caught, key=lambda one: one.path[1:2])
        return tuple(Finding(one.trap, format_path(one.path), one.sentence, one.fix) for one in by_statement)
    in_order = sorted(caught, key=lambda one: _offset(one.path, text))
    return tuple(
        Finding(one.trap, format_path(one.path), one.sentence, one.fix, *text.line_and_column(_offset(one.path, text)))
        for one in in_order
    )


def _offset(path: Path, text: JsonText) -> int:
    """Where to point: at a member's name, else at the value."""
    return text.names[path] if path in text.names else text.values[path]


def _trusted(subject: Subject) -> Iterator[Caught]:
    """Names in a trust policy that no caller has."""
    for index, statement in enumerate(subject.document.statements):
        for position, name in enumerate(statement.trusted.ram):
            if _TRUSTED.fullmatch(name):
                continue
            sentence = say(
                mark("Policy", "“{name}” is nobody's name: wildcards and other forms match no caller."), name=name
            )
            form = "acs:ram::ACCOUNT:root, acs:ram::ACCOUNT:user/NAME, acs:ram::ACCOUNT:role/NAME"
            fix = say(mark("Policy", "Write one of {known}."), known=form)
            yield Caught(Trap.TRUSTED_NAME, subject.entry(index, position, "Principal", "RAM"), sentence, fix)


def _too_long(text: str) -> Caught:
    sentence = mark("Policy", "A session policy has {limit} characters at most; this one has {count}.")
    fix = say(mark("Policy", "Leave blanks and line breaks out, or put the lasting part into the role's own policy."))
    return Caught(Trap.SESSION_SIZE, (), say(sentence, limit=SESSION_POLICY_LIMIT, count=len(text)), fix)
