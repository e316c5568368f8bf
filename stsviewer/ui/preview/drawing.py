"""SVG from outside, made safe: what would load another file or address is taken out before anything draws it.

Qt's SVG reader opens whatever file an ``image`` element names; entities of a document type may grow without end. So the
drawing is read once as plain XML (Qt's reader limits the expansion of entities) and written anew with only what draws.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from PySide6.QtCore import QByteArray, QDataStream, QXmlStreamAttribute, QXmlStreamReader

_DROPPED = frozenset(("script", "foreignobject", "iframe", "audio", "video", "handler", "listener", "feimage"))
_LINKS = frozenset(("href", "src"))
_EMBEDDED_PICTURE = re.compile(r"\s*data:image/(png|jpeg|jpg|gif|webp|bmp)[;,]", re.IGNORECASE)
_OUTSIDE_REFERENCE = re.compile(r"url\(\s*['\"]?\s*[^#'\"\s]|@import", re.IGNORECASE)

# Made here, not by whichever thread comes first: see `decode`.
_START = QXmlStreamReader.TokenType.StartElement
_END = QXmlStreamReader.TokenType.EndElement
_TEXT = QXmlStreamReader.TokenType.Characters


class NotADrawing(ValueError):  # noqa: N818 - it says what the bytes are
    """It is no well-formed SVG."""


def made_safe(data: bytes) -> bytes:
    """The same drawing without scripts, document type, and references to anything outside it.

    Raises :class:`NotADrawing` when it cannot be read as XML.
    """
    stream = QDataStream(QByteArray(data))  # its buffer is Qt's own: see `decode`
    reader = QXmlStreamReader(stream.device())
    reader.setNamespaceProcessing(False)
    made: list[str] = []
    in_style = False
    while not reader.atEnd():
        kind = reader.readNext()
        if kind == _START:
            name, attributes = str(reader.qualifiedName()), list(reader.attributes())
            if _local(name) in _DROPPED or (_local(name) == "image" and not _embedded(attributes)):
                reader.skipCurrentElement()
                continue
            in_style = _local(name) == "style"
            kept = (each for each in attributes if _harmless(each, image=_local(name) == "image"))
            written = "".join(f" {each.qualifiedName()}={_quoted(str(each.value()))}" for each in kept)
            made.append(f"<{name}{written}>")
        elif kind == _END:
            in_style = False
            made.append(f"</{reader.qualifiedName()}>")
        elif kind == _TEXT:
            text = str(reader.text())
            if not (in_style and _OUTSIDE_REFERENCE.search(text)):
                made.append(escape(text))
    if reader.hasError():
        raise NotADrawing(reader.errorString())
    return "".join(made).encode()


def _quoted(value: str) -> str:
    return quoteattr(value, {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})


def _local(name: str) -> str:
    return name.rpartition(":")[2].lower()


def _embedded(attributes: Iterable[QXmlStreamAttribute]) -> bool:
    """Whether the picture of an ``image`` element is inside the drawing itself, and no drawing in turn."""
    links = [str(each.value()) for each in attributes if _local(str(each.qualifiedName())) in _LINKS]
    return bool(links) and all(_EMBEDDED_PICTURE.match(link) for link in links)


def _harmless(attribute: QXmlStreamAttribute, *, image: bool) -> bool:
    name, value = str(attribute.qualifiedName()), str(attribute.value())
    if _local(name) in _LINKS:
        return image or value.lstrip().startswith("#")
    return not _local(name).startswith("on") and not _OUTSIDE_REFERENCE.search(value)
