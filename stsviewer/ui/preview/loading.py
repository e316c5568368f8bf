"""What the preview fetches of an object, and what comes of it. Runs inside jobs.

Never more than is shown, and nothing large unless asked: a text to 256 KiB, a picture whole up to :data:`ASK_ABOVE`, of
everything else the headers. Of an object whose name tells nothing the first bytes are looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from stsviewer.failure import Failed
from stsviewer.text import Text
from stsviewer.ui.browser import kinds
from stsviewer.ui.browser.kinds import Show
from stsviewer.ui.browser.listing import ARCHIVED
from stsviewer.ui.preview import decode, magic, text_decode

if TYPE_CHECKING:
    from stsviewer.oss import Content, Crc, ObjectProperties, ObjectSummary, Storage
    from stsviewer.wire import Cancel

ASK_ABOVE: Final = 32 << 20
"""Bytes from which on a picture is fetched only when asked for."""
_GLANCE: Final = 8 * 1024


class Why(Enum):
    """Why a card stands where a picture or text could be."""

    KIND = "kind"  # nothing here shows this kind
    ARCHIVED = "archived"
    RESTORING = "restoring"
    LARGE = "large"
    EMPTY = "empty"
    DAMAGED = "damaged"  # its bytes are here, and are no picture


@dataclass(frozen=True)
class Loaded:
    """An object as far as it is fetched: one of ``picture``, ``text`` and ``why`` says what is shown."""

    properties: ObjectProperties
    crc: Crc | None = None
    picture: decode.Picture | None = None
    text: text_decode.Decoded | None = None
    whole: bool = True  # of a text: whether all of it is here
    why: Why | None = None
    said: Text | None = None  # what the decoder says of a damaged one


Progress = Callable[[int, int], None]


def load(
    storage: Storage, bucket: str, summary: ObjectSummary, *, large: bool, cancel: Cancel, progress: Progress
) -> Loaded:
    """Fetch what the preview shows of ``summary``; ``large`` when the person asked for a large picture.

    Raises Failed and Cancelled.
    """
    key, show = summary.key, kinds.kind_of(summary.key).show
    if summary.storage_class in ARCHIVED:
        properties = storage.head(bucket, key, cancel=cancel)
        if 'ongoing-request="false"' not in properties.restore:
            ongoing = 'ongoing-request="true"' in properties.restore
            return Loaded(properties, why=Why.RESTORING if ongoing else Why.ARCHIVED)
    if not summary.size:
        return Loaded(storage.head(bucket, key, cancel=cancel), why=Why.EMPTY)
    if kinds.kind_of(key) is kinds.BINARY:
        glance = storage.read(bucket, key, limit=_GLANCE, progress=None, cancel=cancel)
        show = _seen(glance, key)
        if show is Show.CARD:
            return Loaded(glance.properties, why=Why.KIND)
    if show in (Show.PICTURE, Show.DRAWING):
        if summary.size > ASK_ABOVE and not large:
            return Loaded(storage.head(bucket, key, cancel=cancel), why=Why.LARGE)
        content = storage.read(bucket, key, progress=progress, cancel=cancel)
        cancel.check()
        try:
            return Loaded(content.properties, content.crc, picture=decode.picture(content.data, key, cancel))
        except Failed as failed:
            return Loaded(content.properties, content.crc, why=Why.DAMAGED, said=failed.failure.sentence)
    if show is Show.TEXT:
        content = storage.read(bucket, key, limit=text_decode.TEXT_BYTES, progress=progress, cancel=cancel)
        whole = content.properties.size <= len(content.data)
        text = text_decode.decoded(content.data, content.properties.content_type, cut=not whole)
        if text.binary:
            return Loaded(content.properties, content.crc, why=Why.KIND)
        return Loaded(content.properties, content.crc, text=text, whole=whole)
    return Loaded(storage.head(bucket, key, cancel=cancel), why=Why.KIND)


def _seen(glance: Content, key: str) -> Show:
    """What the first bytes of an object look like."""
    if magic.told(glance.data, key) is not None:
        return Show.PICTURE
    text = text_decode.decoded(glance.data, glance.properties.content_type, cut=True)
    return Show.CARD if text.binary or not text.text else Show.TEXT
