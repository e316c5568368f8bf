"""Names from outside in a row: pieces of text and markers, shortened in the middle so that the ending stays.

To what `outside` names anywhere (control, direction and other hidden characters) a name in a list adds two things that
cannot be seen: an empty one is the marker ``empty``, and a blank at either end is the marker ``U+0020``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from stsviewer.ui.outside import Run, isolated, runs

ELLIPSIS: Final = "…"
EMPTY: Final = "empty"

Width = Callable[[Run], float]


def pieces(name: str) -> tuple[Run, ...]:
    """``name`` as text and markers in turn; an empty one is the marker ``empty``."""
    if not name:
        return (Run(EMPTY, marker=True),)
    found: list[Run] = []
    bare = name.strip(" ")
    blank = Run("U+0020", marker=True)
    found += [blank] * (len(name) - len(name.lstrip(" ")))
    found += runs(bare)
    if bare:
        found += [blank] * (len(name) - len(name.rstrip(" ")))
    return tuple(found)


def bare(name: str) -> str:
    """``name`` on one line, standing alone: markers in brackets."""
    return "".join(f"[{run.text}]" if run.marker else run.text for run in pieces(name))


def plain(name: str) -> str:
    """``name`` on one line inside a sentence: markers in brackets, what is written from right to left isolated."""
    return "".join(f"[{run.text}]" if run.marker else _calmed(run.text) for run in pieces(name))


def _calmed(text: str) -> str:
    turns = not text.isascii() and any(unicodedata.bidirectional(each) in ("R", "AL", "AN") for each in text)
    return isolated(text) if turns else text


def elided(name: Sequence[Run], room: float, width: Width) -> tuple[Run, ...]:
    """``name`` shortened in its middle to ``room`` as ``width`` measures, keeping its ending; markers stay whole."""
    if sum(map(width, name)) <= room:
        return tuple(name)
    units = [unit for run in name for unit in ([run] if run.marker else map(Run, clusters(run.text)))]
    room -= width(Run(ELLIPSIS))
    tail = _fitting(units[::-1], room * 0.4, width)
    kept_tail = units[len(units) - tail :]
    head = _fitting(units[: len(units) - tail], room - _measured(kept_tail, width), width)
    return _merged([*units[:head], Run(ELLIPSIS), *kept_tail])


def _fitting(units: list[Run], room: float, width: Width) -> int:
    """How many of ``units`` fit into ``room``: bisected, since measuring is what costs."""
    low, high = 0, len(units)
    while low < high:
        middle = (low + high + 1) // 2
        if _measured(units[:middle], width) <= room:
            low = middle
        else:
            high = middle - 1
    return low


def _measured(units: list[Run], width: Width) -> float:
    return sum(map(width, _merged(units)))


def _merged(units: list[Run]) -> tuple[Run, ...]:
    merged: list[Run] = []
    texts: list[str] = []
    for unit in units:
        if not unit.marker:
            texts.append(unit.text)
            continue
        if texts:
            merged.append(Run("".join(texts)))
            texts = []
        merged.append(unit)
    if texts:
        merged.append(Run("".join(texts)))
    return tuple(merged)


def clusters(text: str) -> Iterator[str]:
    """What a reader takes for one character each: combining marks, selectors and joined emoji stay with their base."""
    cluster = ""
    for character in text:
        stays = character in "\u200c\u200d\ufe0e\ufe0f" or unicodedata.category(character)[0] == "M"
        if cluster and not (stays or cluster.endswith("\u200d") or 0x1F3FB <= ord(character) <= 0x1F3FF):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster
