"""What the preview says about an object, in the language in force."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from stsviewer.failure import Failure, Kind
from stsviewer.text import Marked, mark
from stsviewer.ui.browser import formats, kinds
from stsviewer.ui.outside import flat
from stsviewer.ui.preview.loading import Loaded, Why
from stsviewer.ui.preview.properties import Field, Value
from stsviewer.ui.translate import shown

if TYPE_CHECKING:
    from stsviewer.oss import ObjectSummary

_CLASSES = {
    "Standard": mark("Values", "Standard"),
    "IA": mark("Values", "Infrequent access"),
    "Archive": mark("Values", "Archive"),
    "ColdArchive": mark("Values", "Cold archive"),
    "DeepColdArchive": mark("Values", "Deep cold archive"),
}
_ACCESS = {
    "private": mark("Values", "Private"),
    "public-read": mark("Values", "Public read"),
    "public-read-write": mark("Values", "Public read, write"),
    "default": mark("Values", "As the bucket"),
}
_CRC = {
    "matches": (mark("Values", "matches"), "ok"),
    "differs": (mark("Values", "differs from what arrived"), "bad"),
}

HIDDEN = ""
"""In the place of an ACL that the role may not read."""


def _word(marked: Marked) -> str:
    return QCoreApplication.translate(marked.context, marked.source)


def storage_class(name: str) -> str:
    """The word for a storage class; one that is not known is shown as the server says it."""
    return _word(_CLASSES[name]) if name in _CLASSES else flat(name)


def access(acl: str | None) -> Value:
    """The word for an object's ACL; None while it is not known, `HIDDEN` when the role may not read it."""
    if acl is None:
        return Value("")
    if acl == HIDDEN:
        return Value("", QCoreApplication.translate("Values", "Not visible"))
    return Value(_word(_ACCESS[acl]) if acl in _ACCESS else flat(acl))


def properties(summary: ObjectSummary, loaded: Loaded | None, acl: str | None) -> dict[Field, Value]:
    """The values to show. Until the object is ``loaded``, lines that may yet come stand empty: none moves then."""
    values = {
        Field.SIZE: Value(
            formats.size(summary.size), f"({formats.exact_size(summary.size)})" if summary.size >= 1024 else ""
        ),
        Field.MODIFIED: Value(formats.full_time(summary.modified)),
        Field.CLASS: Value(storage_class(summary.storage_class)),
        Field.ETAG: Value(flat(summary.etag.strip('"'))),
        Field.TYPE: Value(""),
        Field.ACCESS: access(acl),
        Field.CRC: Value(""),
    }
    if loaded is not None:
        values[Field.TYPE] = Value(flat(loaded.properties.content_type))
        if loaded.properties.crc64:
            verdict = _CRC.get(loaded.crc.value) if loaded.crc is not None else None
            second, tint = (_word(verdict[0]), verdict[1]) if verdict is not None else ("", "ink3")
            values[Field.CRC] = Value(flat(loaded.properties.crc64), second, tint)
        else:
            del values[Field.CRC]
    is_picture = kinds.kind_of(summary.key).show in (kinds.Show.PICTURE, kinds.Show.DRAWING)
    if loaded is not None and loaded.picture is not None:
        size = loaded.picture.size
        values[Field.DIMENSIONS] = Value(
            QCoreApplication.translate("Values", "{width} × {height} px")
            .replace("{width}", str(size.width()))
            .replace("{height}", str(size.height()))
        )
    elif is_picture and loaded is None:
        values[Field.DIMENSIONS] = Value("")
    return values


def text_foot(loaded: Loaded, summary: ObjectSummary) -> str:
    """The line under a text: its encoding, and how much of it is here."""
    encoding = loaded.text.encoding
    if loaded.whole:
        return encoding
    sentence = QCoreApplication.translate("Values", "{encoding}, the first {part} of {whole}")
    part, whole = formats.size(256 * 1024), formats.size(summary.size)
    return sentence.replace("{encoding}", encoding).replace("{part}", part).replace("{whole}", whole)


def card_texts(loaded: Loaded, summary: ObjectSummary) -> tuple[str, str, str]:
    """Title, cause and the word on the button (empty for none) of the card for an object that is not shown."""
    why = loaded.why
    translate = QCoreApplication.translate
    kind = kinds.word(kinds.kind_of(summary.key))
    if why is Why.ARCHIVED:
        return (
            translate("Values", "Needs restore"),
            translate("Values", "The object is archived. It has to be restored before it can be read."),
            "",
        )
    if why is Why.RESTORING:
        return (
            translate("Values", "Being restored"),
            translate("Values", "The object is archived, and its restore is running. Look again later."),
            "",
        )
    if why is Why.LARGE:
        size = formats.size(summary.size)
        return (
            kind,
            translate("Values", "{size} would be fetched to show it.").replace("{size}", size),
            translate("Values", "Show it, {size}").replace("{size}", size),
        )
    if why is Why.DAMAGED:
        return translate("Values", "Cannot be shown"), shown(loaded.said), ""
    if why is Why.EMPTY:
        return translate("Values", "Empty"), translate("Values", "The object has no bytes."), ""
    return kind, translate("Values", "This kind is not shown here. Download it to open it with its own program."), ""


def refusal_title(failure: Failure) -> str:
    """What a failure means in the preview; empty when its own sentence says it."""
    if failure.kind is Kind.REFUSED and failure.status == 403:
        return QCoreApplication.translate("Values", "This role may not read the object")
    return ""
