"""Addresses: taken literally, as the cloud does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stsviewer.ui.browser.location import Location, NotAnAddress


@pytest.mark.parametrize(
    ("typed", "bucket", "prefix"),
    [
        ("", "", ""),
        ("oss://", "", ""),
        ("  OSS://wla-test2", "wla-test2", ""),
        ("wla-test2", "wla-test2", ""),
        ("wla-test2/photos/", "wla-test2", "photos/"),
        ("oss://wla-test2/photos/", "wla-test2", "photos/"),
        ("oss://wla-test2/a b/100%25/", "wla-test2", "a b/100%25/"),
        ("oss://wla-test2//leading/", "wla-test2", "/leading/"),
        ("oss://wla-test2/../", "wla-test2", "../"),
        ("oss://wla-test2/ends with a blank ", "wla-test2", "ends with a blank "),
    ],
)
def test_an_address_is_read_literally(typed: str, bucket: str, prefix: str) -> None:
    assert Location.parse(typed) == Location(bucket, prefix)


@pytest.mark.parametrize("typed", ["https://example.com/x", "s3://bucket/", "oss:///key", "/photos/"])
def test_what_names_no_bucket_is_refused(typed: str) -> None:
    with pytest.raises(NotAnAddress):
        Location.parse(typed)


@given(st.text(alphabet="abz09-", min_size=1), st.text(max_size=40))
def test_every_place_has_an_address_that_leads_back(bucket: str, prefix: str) -> None:
    place = Location(bucket, prefix)
    assert Location.parse(place.address) == place


@given(st.text(alphabet="a/.", max_size=20))
def test_the_way_up_ends_at_the_buckets_and_only_shortens(prefix: str) -> None:
    place = Location("b", prefix)
    for _ in range(len(prefix) + 1):
        above = place.parent
        assert place.prefix.startswith(above.prefix)
        assert len(above.prefix) < len(place.prefix) or not above.bucket
        place = above
    assert place == Location()


def test_the_steps_name_each_level() -> None:
    assert Location("b", "photos//2026/x").steps == (
        ("b", Location("b")),
        ("photos", Location("b", "photos/")),
        ("", Location("b", "photos//")),
        ("2026", Location("b", "photos//2026/")),
        ("x", Location("b", "photos//2026/x")),
    )
    assert Location("b", "photos/x").folder == "photos/"
    assert Location("b", "photos/x").begins == "x"
    assert Location("b", "photos/").begins == ""
