"""If-Match, If-None-Match, If-Modified-Since, If-Unmodified-Since, as OSS weighs them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import Enum

from stsviewer.sandbox.oss.dates import parse_http_date


class Verdict(Enum):
    """What the conditions of a request come to."""

    GO_ON = "go-on"
    NOT_MODIFIED = "not-modified"  # 304
    FAILED = "failed"  # 412


def verdict(headers: Mapping[str, str], etag: str, modified: datetime, prefix: str = "") -> tuple[Verdict, str]:
    """Weigh the conditions in ``headers`` against an object; with the name of the header that decided.

    ``etag`` is bare, without quotes. ``prefix`` is ``x-oss-copy-source-`` for the source of a copy. A date that cannot
    be read counts as absent (https://help.aliyun.com/zh/oss/developer-reference/getobject).
    """
    match = headers.get(f"{prefix}if-match")
    if match is not None and not _names(match, etag):
        return Verdict.FAILED, "If-Match"
    unmodified = parse_http_date(headers.get(f"{prefix}if-unmodified-since", ""))
    if unmodified is not None and modified > unmodified:
        return Verdict.FAILED, "If-Unmodified-Since"
    none_match = headers.get(f"{prefix}if-none-match")
    if none_match is not None and _names(none_match, etag):
        return Verdict.NOT_MODIFIED, "If-None-Match"
    since = parse_http_date(headers.get(f"{prefix}if-modified-since", ""))
    if since is not None and modified <= since:
        return Verdict.NOT_MODIFIED, "If-Modified-Since"
    return Verdict.GO_ON, ""


def _names(given: str, etag: str) -> bool:
    """Whether a header's list of ETags, quoted or bare, names ``etag`` or ``*``."""
    names = {name.strip().removeprefix("W/").strip('"') for name in given.split(",")}
    return "*" in names or etag in names
