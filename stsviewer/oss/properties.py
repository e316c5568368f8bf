"""What the headers of an object say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from stsviewer.oss.listing import UNKNOWN_TIME
from stsviewer.oss.values import ObjectProperties


def properties_of(key: str, headers: Mapping[str, str]) -> ObjectProperties:
    """The properties in the headers of an answer to HEAD or GET, a GET of a part as well."""
    told = {name.lower(): _text(value) for name, value in headers.items()}
    return ObjectProperties(
        key=key,
        size=_whole_size(told),
        content_type=told.get("content-type", ""),
        etag=told.get("etag", "").strip('"'),
        modified=_time(told.get("last-modified", "")),
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
    return int(whole) if whole.isascii() and whole.isdigit() else 0


def _time(text: str) -> datetime:
    try:
        return parsedate_to_datetime(text).astimezone(UTC)
    except (ValueError, TypeError):
        return UNKNOWN_TIME


def _text(value: str) -> str:
    """HTTP libraries read headers as Latin-1; what OSS keeps in them (user metadata) is UTF-8."""
    try:
        return value.encode("latin-1").decode()
    except (UnicodeEncodeError, UnicodeDecodeError):
        return value
