"""An object as it stands in a bucket, and what a listing tells of it."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from stsviewer.sandbox.oss.content import Content
from stsviewer.sandbox.oss.dates import http_date
from stsviewer.sandbox.oss.index import Attributes

#: The storage classes that need a restore.
ARCHIVES: Final = frozenset({"Archive", "ColdArchive", "DeepColdArchive"})
CLASSES: Final = frozenset({"Standard", "IA"}) | ARCHIVES
_TYPES: Final = mimetypes.MimeTypes()
#: What Python 3.11 does not know, or what depends on the machine.
for _ending, _type in (
    (".avif", "image/avif"), (".heic", "image/heic"), (".webp", "image/webp"), (".ppm", "image/x-portable-pixmap"),
    (".log", "text/plain"), (".md", "text/markdown"), (".7z", "application/x-7z-compressed"), (".yaml", "text/yaml"),
    (".bmp", "image/bmp"), (".ico", "image/x-icon"),
):  # fmt: skip
    _TYPES.add_type(_type, _ending)


@dataclass(frozen=True)
class Stored:
    """An object as it stands, but for its CRC-64. ``etag`` is bare; ``kind`` is Normal, Multipart or Symlink."""

    key: str
    content: Content
    modified: datetime
    etag: str
    kind: str
    content_type: str
    storage_class: str
    attributes: Attributes

    @property
    def size(self) -> int:
        """In bytes."""
        return self.content.size

    def summary(self, now: int) -> Summary:
        """What a listing at ``now`` tells of it."""
        restored = self.restore_header(now)
        return Summary(self.key, self.size, self.modified, self.etag, self.kind, self.storage_class, restored)

    @property
    def is_archived(self) -> bool:
        """Whether its class needs a restore before it can be read."""
        return self.storage_class in ARCHIVES

    def restore_header(self, now: int) -> str:
        """``x-oss-restore`` at ``now`` (seconds since 1970): running, done until a date, or empty."""
        done, lapses = self.attributes.restored
        if not self.is_archived or now >= lapses:
            return ""
        if now < done:
            return 'ongoing-request="true"'
        return f'ongoing-request="false", expiry-date="{http_date(datetime.fromtimestamp(lapses, UTC))}"'

    def is_readable(self, now: int) -> bool:
        """Whether the bytes can be had: an archived object must have been restored."""
        return not self.is_archived or self.attributes.restored[0] <= now < self.attributes.restored[1]


@dataclass(frozen=True)
class Summary:
    """What a listing tells of an object. ``restored`` is ``x-oss-restore``, empty where there is nothing to tell."""

    key: str
    size: int
    modified: datetime
    etag: str
    kind: str
    storage_class: str
    restored: str = ""


@dataclass(frozen=True)
class Page:
    """A page of a listing: its objects and its common prefixes; see :class:`listing.Rows`."""

    objects: tuple[Summary, ...]
    prefixes: tuple[str, ...]
    truncated: bool
    last: str


def guess(key: str) -> str:
    """The content type that a key's ending suggests; ``application/octet-stream`` when it suggests none."""
    ending = key.rpartition("/")[2].rpartition(".")[2].lower()
    return _TYPES.guess_type(f"x.{ending}", strict=False)[0] or "application/octet-stream"
