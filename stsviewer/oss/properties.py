"""What the headers of an object say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from stsviewer.oss.listing import UNKNOWN_TIME
from stsviewer.oss.values import ObjectProperties
from stsviewer.wire import server_time

_DIGITS_OF_NO_SIZE: Final = 20  # the largest object has 48.8 TB; int() raises past 4,300 digits


def properties_of(key: str, headers: Mapping[str, str]) -> ObjectProperties:
    """The properties in the headers of an answer to HEAD or GET, a GET of a part as well."""
    told = {name.lower(): _text(value) for name, value in headers.items()}
    return ObjectProperties(
        key=key,
        size=_whole_size(told),
        content_type=told.get("content-type", ""),
        etag=told.get("etag", "").strip('"'),
        modified=server_time.of_http(told.get("last-modified", "")) or UNKNOWN_TIME,
        storage_class=told.get("x-oss-storage-class", ""),
        crc64=told.get("x-oss-hash-crc64ecma", ""),
        headers=tuple((name, _text(value)) for name, value in headers.items()),
        request_id=told.get("x-oss-request-id", ""),
        version_id=told.get("x-oss-version-id", ""),
        restore=told.get("x-oss-restore", ""),
        object_type=told.get("x-oss-object-type", ""),
    )


def _whole_size(told: Mapping[str, str]) -> int:
    """``Content-Range: bytes 0-99/512`` tells the whole, else Content-Length does."""
    whole = told.get("content-range", "").rpartition("/")[2] or told.get("content-length", "")
    return int(whole) if whole.isascii() and whole.isdigit() and len(whole) < _DIGITS_OF_NO_SIZE else 0


def _text(value: str) -> str:
    """HTTP libraries read headers as Latin-1; what OSS keeps in them (user metadata) is UTF-8."""
    try:
        return value.encode("latin-1").decode()
    except (UnicodeEncodeError, UnicodeDecodeError):
        return value
