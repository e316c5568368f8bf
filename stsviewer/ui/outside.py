"""Text from outside (keys, names, server messages) made fit to be shown: what cannot be seen is named.

Control and direction characters become a marker such as ``U+202E``; the rest stays as it is and is isolated from its
neighbours' direction by whoever draws it. Nothing here, and nobody who uses it, interprets markup.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from PySide6.QtGui import Qt

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
_HIDDEN_CATEGORIES = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0\ufffc")  # letters that draw nothing
_JOINERS = {"\u200c", "\u200d", "\ufe0f", "\ufe0e"}  # within emoji and scripts that need them they are seen


class Run(NamedTuple):
    """A stretch of text, or the marker of one hidden character."""

    text: str
    marker: bool = False


def runs(text: str) -> list[Run]:
    """``text`` cut into what can be seen and the markers of what cannot."""
    found: list[Run] = []
    seen = ""
    for index, character in enumerate(text):
        if _hidden(text, index, character):
            if seen:
                found.append(Run(seen))
                seen = ""
            found.append(Run(f"U+{ord(character):04X}", marker=True))
        else:
            seen += character
    if seen:
        found.append(Run(seen))
    return found


def flat(text: str) -> str:
    """``text`` on one line with hidden characters named in brackets, for tips, titles and accessible texts."""
    return "".join(f"[{run.text}]" if run.marker else run.text for run in runs(text))


def tip(text: str) -> str:
    """``text`` for a tool tip, which takes what looks like markup for markup: such a text is escaped."""
    shown = flat(text)
    return f"<qt>{_escaped(shown)}</qt>" if Qt.mightBeRichText(shown) else shown


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")


def isolated(text: str) -> str:
    """``text`` kept from turning its neighbours' direction."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"


def _hidden(text: str, index: int, character: str) -> bool:
    if character in _JOINERS:
        before = text[index - 1] if index else ""
        return not before or before.isascii()
    if character in _BLANK_LETTERS:
        return True
    category = unicodedata.category(character)
    if category == "Cn":  # what Python does not know yet may be an emoji of next year; what never will be one is named
        return ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF
    return category in _HIDDEN_CATEGORIES or (category == "Zs" and character not in " \u3000")
