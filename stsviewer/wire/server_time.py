"""Times as servers write them, in UTC whatever they say. None for what is none, one before year 1 in UTC among it."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def of_http(text: str) -> datetime | None:
    """The time in a header like ``Date`` (RFC 9110, 5.6.7)."""
    try:
        return _utc(parsedate_to_datetime(text))
    except (ValueError, TypeError, OverflowError):
        return None


def of_iso(text: str) -> datetime | None:
    """The time in a body, like ``2026-11-24T02:14:00.000Z``."""
    try:
        return _utc(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return None


def _utc(time: datetime) -> datetime:
    """Both services write UTC: a time without an offset is not this machine's."""
    return time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
