"""What the headers of an object say, the odd ones too."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from stsviewer.oss.listing import UNKNOWN_TIME
from stsviewer.oss.properties import properties_of


def test_a_part_tells_the_size_of_the_whole() -> None:
    assert properties_of("k", {"Content-Length": "100", "Content-Range": "bytes 0-99/512"}).size == 512
    assert properties_of("k", {"Content-Length": "100"}).size == 100


@pytest.mark.parametrize("size", ["", "-1", "many", "\u0663", "9" * 5000])
def test_a_size_that_is_none_is_not_known(size: str) -> None:
    assert properties_of("k", {"Content-Length": size}).size == 0


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("Tue, 24 Nov 2026 02:14:00 GMT", datetime(2026, 11, 24, 2, 14, tzinfo=UTC)),
        ("Tue, 24 Nov 2026 02:14:00 -0000", datetime(2026, 11, 24, 2, 14, tzinfo=UTC)),
        ("", UNKNOWN_TIME),
        ("yesterday", UNKNOWN_TIME),
        ("Fri, 31 Dec 9999 23:59:59 -0100", UNKNOWN_TIME),
    ],
)
def test_the_time_of_the_last_change(told: str, meant: datetime) -> None:
    found = properties_of("k", {"Last-Modified": told}).modified
    assert (found, found.tzinfo) == (meant, UTC)


def test_user_metadata_is_utf8_though_headers_are_read_as_latin_1() -> None:
    found = properties_of("k", {"x-oss-meta-who": "\u4f1a\u8bae".encode().decode("latin-1")})
    assert found.header("X-Oss-Meta-Who") == "\u4f1a\u8bae"
