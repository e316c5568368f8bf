"""What a storage holds, as plain values. Sizes are bytes, times are UTC, keys are the objects' own, never paths of
this machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path


@dataclass(frozen=True)
class Bucket:
    """A bucket as ListBuckets tells it. ``region`` is like ``cn-shanghai``; ``endpoint`` is the host outside the
    vendor's network.
    """

    name: str
    region: str
    endpoint: str
    created: datetime
    storage_class: str


@dataclass(frozen=True)
class BucketInfo:
    """A bucket as GetBucketInfo tells it. ``owner`` is the account's id; ``acl`` is private, public-read or
    public-read-write.
    """

    name: str
    region: str
    endpoint: str
    owner: str
    acl: str
    storage_class: str


@dataclass(frozen=True, slots=True)
class ObjectSummary:
    """A row of a listing. ``kind`` is the server's word: Normal, Appendable, Multipart, Symlink."""

    key: str
    size: int
    modified: datetime
    etag: str
    storage_class: str
    kind: str


@dataclass(frozen=True)
class Page:
    """One answer of ListObjectsV2. ``folders`` are whole prefixes; an empty ``next_token`` means that this was the
    last page.
    """

    bucket: str
    prefix: str
    folders: tuple[str, ...]
    objects: tuple[ObjectSummary, ...]
    next_token: str
    request_id: str


@dataclass(frozen=True)
class ObjectProperties:
    """What the headers of an object say. ``size`` is that of the stored bytes; ``crc64`` is decimal, empty when not
    told.

    ``restore`` is the header ``x-oss-restore`` of an archived object; ``headers`` are all that the server sent, as it
    sent them.
    """

    key: str
    size: int
    content_type: str
    etag: str
    modified: datetime
    storage_class: str
    crc64: str
    headers: tuple[tuple[str, str], ...]
    request_id: str
    version_id: str
    restore: str
    object_type: str

    def header(self, name: str) -> str:
        """The header ``name``, whatever its case, or an empty text."""
        wanted = name.lower()
        return next((value for each, value in self.headers if each.lower() == wanted), "")


class Crc(StrEnum):
    """What comparing our CRC-64 with the server's said. A part of an object cannot be compared: ``unknown``."""

    MATCHES = "matches"
    DIFFERS = "differs"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Content:
    """Bytes of an object, exactly as they are stored. ``properties.size`` is the whole object's, also when this is a
    part.
    """

    data: bytes
    properties: ObjectProperties
    crc: Crc


@dataclass(frozen=True)
class Downloaded:
    """A finished download: where it lies, its size, and whether its CRC could be compared (one that differs is never
    kept).
    """

    path: Path
    size: int
    crc: Crc
    request_id: str
