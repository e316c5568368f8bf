"""Sizes and times the way people read them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QLocale

from stsviewer.ui.browser import formats


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (0, "0 B"),
        (42, "42 B"),
        (1023, "1,023 B"),
        (1024, "1.0 KB"),
        (8_294, "8.1 KB"),
        (98_304, "96 KB"),
        (1_023_000, "999 KB"),
        (1_359_891, "1.30 MB"),
        (12_477_000, "11.9 MB"),
        (438_000_000, "418 MB"),
        (2_576_980_378, "2.40 GB"),
        (5_000_000_000_000, "4.55 TB"),
    ],
)
def test_a_size_has_three_digits(count: int, shown: str) -> None:
    assert formats.size(count) == shown


def test_exact_sizes_and_shares() -> None:
    assert formats.exact_size(1_359_891) == "1,359,891 B"
    assert formats.exact_size(2_576_980_378) == "2,576,980,378 B"
    assert formats.of_sizes(2_202_010, 3_355_443) == "2.1 / 3.2 MB"
    assert formats.of_sizes(5, 12) == "5 / 12 B"


def test_a_time_is_as_short_as_it_stays_clear() -> None:
    now = datetime(2026, 11, 24, 15, 0).astimezone()
    assert formats.short_time(datetime(2026, 11, 24, 10, 14).astimezone(), now) == "Today 10:14"
    assert formats.short_time(datetime(2026, 11, 23, 18, 2).astimezone(), now) == "Yesterday 18:02"
    assert formats.short_time(datetime(2026, 11, 12, 9, 30).astimezone(), now) == "12 Nov 09:30"
    assert formats.short_time(datetime(2019, 3, 3, 1, 0).astimezone(), now) == "3 Mar 2019"
    assert formats.full_time(datetime(2026, 11, 24, 10, 14).astimezone()) == "24 Nov 2026, 10:14"


def test_a_time_is_told_in_local_time() -> None:
    moment = datetime(2026, 11, 24, 10, 14, tzinfo=UTC)
    assert formats.full_time(moment) == formats.full_time(moment.astimezone())


def test_how_long_ago() -> None:
    assert formats.ago(12.7) == "12 s ago"
    assert formats.ago(timedelta(minutes=3, seconds=50).total_seconds()) == "3 min ago"
    assert formats.ago(7300) == "2 h ago"
