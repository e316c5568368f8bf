"""XML from outside: no document type, so no entities to expand and nothing to fetch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from xml.parsers import expat


class NotXml(ValueError):  # noqa: N818 - a statement about the bytes
    """The bytes are no XML that we read."""


def read(
    data: bytes, start: Callable[[str, dict[str, str]], None], text: Callable[[str], None], end: Callable[[str], None]
) -> None:
    """Call ``start``, ``text`` and ``end`` for what ``data`` holds. Raises NotXml, also for a document type
    declaration.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    parser.StartElementHandler = start
    parser.CharacterDataHandler = text
    parser.EndElementHandler = end
    try:
        parser.Parse(data, True)
    except NotXml:
        raise
    except (expat.ExpatError, LookupError, ValueError) as error:
        # The last two: the declaration names an encoding that Python does not know, or one of several bytes (GB2312).
        raise NotXml(f"{error}") from None


def leaves(data: bytes) -> tuple[str, list[tuple[str, str]]]:
    """The root's name, and name and text of every element that holds no other, in order. Raises NotXml."""
    open_elements: list[str] = []
    found: list[tuple[str, str]] = []
    pieces: list[str] = []
    root = ""
    is_leaf = False

    def start(name: str, _attributes: dict[str, str]) -> None:
        nonlocal root, is_leaf
        root = root or name
        open_elements.append(name)
        pieces.clear()
        is_leaf = True

    def end(name: str) -> None:
        nonlocal is_leaf
        open_elements.pop()
        if is_leaf and open_elements:
            found.append((name, "".join(pieces)))
        pieces.clear()
        is_leaf = False

    read(data, start, pieces.append, end)
    return root, found


def _refuse(*_declaration: Any) -> None:
    raise NotXml("a document type declaration")
