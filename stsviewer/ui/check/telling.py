"""Sentences of the check, what they quote made fit to be shown: hidden characters are named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from stsviewer.text import Text
from stsviewer.ui.outside import flat

# What is a name of the cloud's rather than a word: it has a colon, a slash, a star or an underscore in it, a dot or a
# hyphen before a letter, or capitals inside (AliyunOSSFullAccess).
_NAME = re.compile(r"[\w.:/*?@+=-]*(?:[:/*_]|\.\w|-\w|[a-z][A-Z])[\w.:/*?@+=-]*")


def pieces(text: Text) -> Iterator[tuple[str, bool]]:
    """``text`` in the language in force, cut into stretches: each with whether it is a name of the cloud's."""
    sentence = QCoreApplication.translate(text.marked.context, text.marked.source)
    values = dict(text.values)
    first, *parts = sentence.split("{")
    if first:
        yield first, False
    for part in parts:
        name, brace, rest = part.partition("}")
        if not brace or name not in values:
            yield "{" + part, False
            continue
        value = values[name]
        if isinstance(value, Text):
            yield from pieces(value)
        else:
            shown = flat(str(value))
            yield shown, isinstance(value, str) and bool(_NAME.fullmatch(shown))
        if rest:
            yield rest, False


def told(text: Text) -> str:
    """``text`` in the language in force, on one line."""
    return "".join(piece for piece, _ in pieces(text))
