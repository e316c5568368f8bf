"""XML as OSS writes it: elements and text, no namespaces, one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

Node = tuple[str, str | Sequence["Node"]]


class Markup(str):
    """Text that is XML already."""

    __slots__ = ()


DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SPECIAL: Final = re.compile("[&<>\r]")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
#: What no XML 1.0 document can hold (https://www.w3.org/TR/xml/#charsets).
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escape(text: str) -> str:
    """Text between two tags. Characters that XML cannot hold stay as they are: that is what encoding-type is for."""
    return _SPECIAL.sub(lambda found: _ENTITIES[found[0]], text)


def legible(text: str) -> str:
    """``text`` with what XML cannot hold replaced by U+FFFD, so that an error can be read whatever key it names."""
    return _NOT_XML.sub("\ufffd", text)


def render(nodes: Sequence[Node]) -> str:
    """The elements as XML."""
    parts = []
    for name, inner in nodes:
        if not isinstance(inner, Markup):
            inner = escape(inner) if isinstance(inner, str) else render(inner)
        parts.append(f"<{name}>{inner}</{name}>")
    return "".join(parts)


def document(root: str, nodes: str | Sequence[Node]) -> bytes:
    """A whole document in UTF-8."""
    return (DECLARATION + render([(root, nodes)])).encode("utf-8", "surrogatepass")
