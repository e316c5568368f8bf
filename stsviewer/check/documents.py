"""Policy documents as people read and paste them."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Mapping
from typing import Any, Final

Json = dict[str, Any]

_LIST_OF_ONE: Final = re.compile(r'\[\n\s*("(?:[^"\\]|\\.)*")\n\s*\]')


def pretty(document: Mapping[str, Any]) -> str:
    """``document`` as text, indented; a list of one text stands on one line, so that adding one is one line more."""
    return _LIST_OF_ONE.sub(r"[\1]", json.dumps(document, indent=2, ensure_ascii=False))


def statement_text(document: str, index: int) -> str:
    """A statement of ``document``, indented; empty when there is none such."""
    try:
        return pretty(json.loads(document)["Statement"][index])
    except (ValueError, KeyError, IndexError, TypeError):
        return ""


def added_lines(before: str, after: str) -> tuple[int, ...]:
    """The lines of ``after``, counted from 0, that are not in ``before``."""
    matcher = difflib.SequenceMatcher(None, before.splitlines(), after.splitlines(), autojunk=False)
    return tuple(
        line
        for kind, _, _, first, last in matcher.get_opcodes()
        if kind in ("insert", "replace")
        for line in range(first, last)
    )


def as_list(value: object) -> list[Any]:
    """A text, or a list: both mean the same in a policy."""
    return list(value) if isinstance(value, list | tuple) else [value]


def statements_of(document: Mapping[str, Any]) -> list[Json]:
    """The statements of a document that follows the grammar."""
    found: list[Json] = document["Statement"]
    return found
