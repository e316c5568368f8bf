"""Reads JSON (RFC 8259) and remembers where everything stood, so that an error can be pointed at.

The standard library's reader keeps no places and takes NaN, repeated names and half characters, none of which a policy
document may have.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Final

from stsviewer.text import Text, mark, say

Path = tuple[str | int, ...]

#: Documents are four or five levels deep; a text of a hundred thousand brackets is not one.
DEEPEST: Final = 32

#: A whole number up to this length is kept to its last digit, like the 18 of a user's id; int() raises past 4,300.
_LONG: Final = 4000
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_SPACE: Final = re.compile(r"[ \t\r\n]*")
_WORDS: Final[dict[str, bool | None]] = {"true": True, "false": False, "null": None}


class JsonError(Exception):
    """The text is no JSON. ``offset`` counts characters from 0, ``path`` is what was being read."""

    def __init__(self, sentence: Text, offset: int, path: Path) -> None:
        super().__init__(sentence.english())
        self.sentence = sentence
        self.offset = offset
        self.path = path


@dataclass
class JsonText:
    """A text that was read: its value, and where each value and each member's name begins."""

    text: str
    value: object = None
    values: dict[Path, int] = field(default_factory=dict)
    names: dict[Path, int] = field(default_factory=dict)

    def line_and_column(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both counted from 1."""
        before = self.text[:offset]
        return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def read(text: str) -> JsonText:
    """Read the whole of ``text``. Raises :class:`JsonError`."""
    reader = _Reader(text)
    reader.result.value = reader.value(())
    reader.space()
    if reader.at < len(text):
        raise JsonError(say(mark("Policy", "The document ends here, but more text follows.")), reader.at, ())
    return reader.result


def format_path(path: Path) -> str:
    """``("Statement", 0, "Action")`` as ``Statement[0].Action``; the document itself is an empty text."""
    shown = ""
    for step in path:
        if isinstance(step, int):
            shown += f"[{step}]"
        else:
            shown += f".{step}" if shown else step
    return shown


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.result = JsonText(text)
        self._strings = json.JSONDecoder()

    def space(self) -> None:
        found = _SPACE.match(self.text, self.at)
        assert found is not None  # the pattern matches nothing as well
        self.at = found.end()

    def value(self, path: Path) -> object:
        self.space()
        self.result.values[path] = self.at
        if len(path) > DEEPEST:
            raise JsonError(say(mark("Policy", "This is nested too deeply.")), self.at, path[:DEEPEST])
        first = self.text[self.at : self.at + 1]
        if first == "{":
            return self._object(path)
        if first == "[":
            return self._list(path)
        if first == '"':
            return self._string(path)
        if number := _NUMBER.match(self.text, self.at):
            self.at = number.end()
            digits = number.group()
            return int(digits) if digits.lstrip("-").isdigit() and len(digits) < _LONG else float(digits)
        for word, meaning in _WORDS.items():
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return meaning
        if not first:
            raise JsonError(say(mark("Policy", "The text ends too early: a value is missing here.")), self.at, path)
        if first in "}]":
            raise JsonError(say(mark("Policy", "A value is missing here. Is there a comma too many?")), self.at, path)
        raise JsonError(say(mark("Policy", "This is not a JSON value. Texts stand in double quotes.")), self.at, path)

    def _object(self, path: Path) -> dict[str, object]:
        members: dict[str, object] = {}
        self.at += 1
        while not self._closed("}", bool(members), path):
            begin = self.at
            if self.text[begin : begin + 1] != '"':
                sentence = mark("Policy", "A name in double quotes is missing here. Is there a comma too many?")
                raise JsonError(say(sentence), begin, path)
            name = self._string(path)
            if name in members:
                raise JsonError(say(mark("Policy", "“{name}” stands here a second time."), name=name), begin, path)
            self.result.names[(*path, name)] = begin
            self.space()
            if self.text[self.at : self.at + 1] != ":":
                raise JsonError(say(mark("Policy", "A colon is missing here.")), self.at, (*path, name))
            self.at += 1
            members[name] = self.value((*path, name))
        return members

    def _list(self, path: Path) -> list[object]:
        items: list[object] = []
        self.at += 1
        while not self._closed("]", bool(items), path):
            items.append(self.value((*path, len(items))))
        return items

    def _closed(self, bracket: str, some: bool, path: Path) -> bool:
        """Go past the closing bracket, or past the comma before the next item."""
        self.space()
        found = self.text[self.at : self.at + 1]
        if found == bracket:
            self.at += 1
            return True
        if not some:
            return False
        if found != ",":
            raise JsonError(
                say(mark("Policy", "A comma or “{bracket}” is missing here."), bracket=bracket), self.at, path
            )
        self.at += 1
        self.space()
        return False

    def _string(self, path: Path) -> str:
        begin = self.at
        try:
            value, self.at = self._strings.raw_decode(self.text, begin)
        except json.JSONDecodeError as error:
            raise JsonError(
                say(mark("Policy", "This text in quotes is not closed, or holds a character that must be escaped.")),
                min(error.pos, len(self.text)),
                path,
            ) from None
        text = str(value)
        if not is_unicode(text):
            raise JsonError(say(mark("Policy", "This text holds half of a character.")), begin, path)
        return text


def is_unicode(text: str) -> bool:
    """Whether ``text`` can be sent: Python lets texts hold lone surrogates, UTF-8 does not."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
