"""Sentences that Qt-free rooms hand to people: a marked literal and the values to fill in, apart.

``ui`` looks the literal up in the translation and fills the values in; the command line fills in the English. A literal
is marked with :func:`mark` so that the translation tool finds it; never mark an f-string and never rename ``mark``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Union

Value = Union[str, int, "Text"]


class Marked(NamedTuple):
    """A literal for the translators: where it is used, and its English."""

    context: str
    source: str


def mark(context: str, source: str) -> Marked:
    """Mark ``source`` for translation under ``context``. Both must be plain literals at the place of the call."""
    return Marked(context, source)


@dataclass(frozen=True)
class Text:
    """A marked literal with the values for its ``{names}``. Values are data, never parsed as markup or format."""

    marked: Marked
    values: tuple[tuple[str, Value], ...] = ()

    def english(self) -> str:
        """The sentence in English."""
        return fill(self.marked.source, {name: _plain(value) for name, value in self.values})


def _plain(value: Value) -> str:
    return value.english() if isinstance(value, Text) else str(value)


def say(marked: Marked, **values: Value) -> Text:
    """A :class:`Text` of ``marked`` with its values: ``say(mark("Failure", "{host} does not answer."), host=host)``."""
    return Text(marked, tuple(sorted(values.items())))


def fill(sentence: str, values: dict[str, str]) -> str:
    """Put ``values`` into the ``{names}`` of ``sentence``. What a value contains is not looked at again."""
    parts = sentence.split("{")
    filled = [parts[0]]
    for part in parts[1:]:
        name, brace, rest = part.partition("}")
        filled.append(values[name] + rest if brace and name in values else "{" + part)
    return "".join(filled)
