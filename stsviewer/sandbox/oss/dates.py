"""Dates as OSS reads and writes them. Everything is UTC."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Final

_HTTP_FORMATS: Final = ("%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %d %H:%M:%S %Y")


def http_date(moment: datetime) -> str:
    """``Tue, 24 Nov 2026 10:14:00 GMT``."""
    return format_datetime(moment.astimezone(UTC).replace(microsecond=0), usegmt=True)


def iso_millis(moment: datetime) -> str:
    """``2026-11-24T10:14:00.000Z``."""
    return moment.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def parse_http_date(text: str) -> datetime | None:
    """Read an HTTP date in any of the three forms of RFC 9110, 5.6.7; None when it is none of them."""
    for form in _HTTP_FORMATS:
        try:
            return datetime.strptime(text.strip(), form).replace(tzinfo=UTC)
        except ValueError:
            continue
    return None


def parse_stamp(text: str) -> datetime | None:
    """Read the ISO 8601 basic form that V4 signs, ``20261124T101400Z``; None when it is not of that form."""
    if len(text) != 16:
        return None
    try:
        return datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
