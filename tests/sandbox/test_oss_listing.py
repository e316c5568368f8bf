"""Listings, held against a slow and obvious reading of the documents, over key sets made at random."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import unquote

import oss2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.api_calls import Credentials
from support.oss_calls import Answer, Draft, bucket_of, session_of, v4
from support.sandbox import RunningSandbox, run_sandbox

from stsviewer.sandbox.oss import listing

ACCOUNT = """
account = "1532770894211314"
region = "cn-shanghai"

[[root_key]]
id = "ROOT"
secret = "root-secret"

[[bucket]]
name = "random-keys"
region = "cn-shanghai"
"""
ROOT = Credentials("ROOT", "root-secret")
#: Few letters, so that keys share prefixes; among them the last one before and the first one after the surrogates.
KEYS = st.text(st.sampled_from("ab/%+ é\ud7ff\ue000\U0001f600\U0010ffff\n"), min_size=1, max_size=6)
PREFIXES = st.text(st.sampled_from("ab/é"), max_size=3)
DELIMITERS = st.sampled_from(["", "/", "a", "ab", "é"])


def expected_entries(keys: Sequence[str], prefix: str, delimiter: str, after: str) -> list[tuple[str, str]]:
    """All entries as (``key`` or ``prefix``, text): every key on its own, none skipped."""
    entries: dict[str, str] = {}
    for key in sorted(keys, key=lambda one: one.encode()):
        if not key.startswith(prefix):
            continue
        entry, kind = key, "key"
        if delimiter and delimiter in key[len(prefix) :]:
            entry, kind = prefix + key[len(prefix) :].split(delimiter)[0] + delimiter, "prefix"
        if entry.encode() > after.encode():
            entries.setdefault(entry, kind)
    return [(kind, entry) for entry, kind in sorted(entries.items(), key=lambda one: one[0].encode())]


@given(st.sets(KEYS, max_size=25), PREFIXES, DELIMITERS, st.one_of(st.just(""), KEYS), st.integers(1, 8))
def test_a_page_and_all_that_follow_it(keys: set[str], prefix: str, delimiter: str, after: str, limit: int) -> None:
    expected = expected_entries(list(keys), prefix, delimiter, after)
    found: list[tuple[str, str]] = []
    while True:
        page = listing.rows(sorted(keys), prefix, delimiter, after, limit)
        entries = [("key", key) for key in page.keys] + [("prefix", one) for one in page.prefixes]
        assert len(entries) <= limit
        found += sorted(entries, key=lambda one: one[1])
        if not page.truncated:
            break
        assert page.last == max(entry for _, entry in entries)
        after = page.last

    assert found == expected


@given(st.sets(KEYS, max_size=15), st.sets(KEYS, max_size=15), PREFIXES, DELIMITERS, st.integers(1, 8))
def test_two_key_sets_over_one_another(one: set[str], other: set[str], prefix: str, delimiter: str, limit: int) -> None:
    after, found = "", []
    while True:
        pages = [listing.rows(sorted(keys), prefix, delimiter, after, limit) for keys in (one, other)]
        page = listing.merged(pages, limit)
        found += sorted([*page.keys, *page.prefixes])
        if not page.truncated:
            break
        after = page.last

    assert found == [entry for _, entry in expected_entries(list(one | other), prefix, delimiter, "")]


@pytest.fixture(scope="module")
def made() -> Iterator[RunningSandbox]:
    with run_sandbox(ACCOUNT) as running:
        yield running


def filled(made: RunningSandbox, keys: set[str]) -> oss2.Bucket:
    """The bucket with exactly these keys."""
    bucket = bucket_of(made, ROOT, "random-keys")
    for one in oss2.ObjectIteratorV2(bucket):
        assert v4(Draft("DELETE", "random-keys", one.key), ROOT).send(made).status == 204
    for key in keys:
        assert v4(Draft("PUT", "random-keys", key, body=key.encode()), ROOT).send(made).status == 200
    return bucket


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(KEYS, max_size=10), PREFIXES, DELIMITERS, st.one_of(st.just(""), KEYS), st.integers(1, 4))
def test_both_versions_over_http(
    made: RunningSandbox, keys: set[str], prefix: str, delimiter: str, after: str, limit: int
) -> None:
    bucket = filled(made, keys)
    expected = [entry for _, entry in expected_entries(list(keys), prefix, delimiter, after)]

    first: list[str] = []
    marker = after
    while True:
        v1_page = bucket.list_objects(prefix, delimiter, marker, limit)
        first += sorted([*(one.key for one in v1_page.object_list), *v1_page.prefix_list], key=str.encode)
        marker = v1_page.next_marker
        if not v1_page.is_truncated:
            break
    second: list[str] = []
    token = ""
    while True:
        v2_page = bucket.list_objects_v2(prefix, delimiter, token, after, max_keys=limit)
        second += sorted([*(one.key for one in v2_page.object_list), *v2_page.prefix_list], key=str.encode)
        token = v2_page.next_continuation_token
        if not v2_page.is_truncated:
            break

    assert first == second == expected


def listed(sandbox: RunningSandbox, by: Credentials, *query: tuple[str, str], bucket: str = "wla-test2") -> Answer:
    return v4(Draft("GET", bucket, query=list(query)), by).send(sandbox)


@pytest.fixture(scope="module")
def works(sandbox: RunningSandbox) -> Credentials:
    return session_of(sandbox, "works")


def test_the_elements_of_version_1(sandbox: RunningSandbox, works: Credentials) -> None:
    page = listed(sandbox, works, ("prefix", "photos/"), ("delimiter", "/"), ("max-keys", "2")).xml

    assert [one.tag for one in page][:7] == [
        "Name", "Prefix", "Marker", "MaxKeys", "Delimiter", "IsTruncated", "NextMarker",
    ]  # fmt: skip
    assert (page.findtext("MaxKeys"), page.findtext("IsTruncated")) == ("2", "true")
    assert page.findtext("NextMarker") == "photos/2025/"
    assert page.findtext("CommonPrefixes/Prefix") == "photos/2025/"
    contents = page.find("Contents")
    assert contents is not None
    assert {one.tag: one.text for one in contents if one.tag != "Owner"} == {
        "Key": "photos/",
        "LastModified": "2026-09-01T00:00:00.000Z",
        "ETag": '"D41D8CD98F00B204E9800998ECF8427E"',
        "Type": "Normal",
        "Size": "0",
        "StorageClass": "Standard",
    }
    assert contents.findtext("Owner/ID") == "1532770894211314"


def test_the_elements_of_version_2(sandbox: RunningSandbox, works: Credentials) -> None:
    query = [("list-type", "2"), ("prefix", "photos/"), ("start-after", "photos/DragonMedium.png"), ("max-keys", "2")]
    page = listed(sandbox, works, *query).xml
    with_owner = listed(sandbox, works, *query, ("fetch-owner", "true")).xml

    assert [one.text for one in page.iter("Key")] == ["photos/dawn.jpg", "photos/外滩夜景 2026-11-20.jpg"]
    assert (page.findtext("KeyCount"), page.findtext("StartAfter")) == ("2", "photos/DragonMedium.png")
    assert page.find("Marker") is None
    assert page.find("Contents/Owner") is None
    assert with_owner.findtext("Contents/Owner/ID") == "1532770894211314"
    token = page.findtext("NextContinuationToken") or ""
    following = listed(sandbox, works, *query, ("continuation-token", token)).xml
    assert following.findtext("ContinuationToken") == token
    assert [one.text for one in following.iter("Key")] == ["photos/夜空-紫金山.jpg", "photos/远山.png"]


def test_a_hundred_when_nothing_is_said(sandbox: RunningSandbox, works: Credentials) -> None:
    page = listed(sandbox, works, bucket="wla-million").xml

    assert (page.findtext("MaxKeys"), len(page.findall("Contents"))) == ("100", 100)


def test_encoded_once_or_not_at_all(sandbox: RunningSandbox, works: Credentials) -> None:
    """``+`` is a plus and never a blank; without the element EncodingType nothing is encoded."""
    query = [("prefix", "flight+"), ("marker", "a b+c%"), ("delimiter", "/")]
    plain = listed(sandbox, works, *query).xml
    encoded = listed(sandbox, works, *query, ("encoding-type", "url")).xml

    assert plain.find("EncodingType") is None
    assert plain.findtext("Contents/Key") == "flight+log%20.json"
    assert (plain.findtext("Prefix"), plain.findtext("Marker")) == ("flight+", "a b+c%")
    assert encoded.findtext("EncodingType") == "url"
    assert encoded.findtext("Contents/Key") == "flight%2Blog%2520.json"
    assert (encoded.findtext("Prefix"), encoded.findtext("Marker")) == ("flight%2B", "a%20b%2Bc%25")


def test_control_characters_break_what_is_not_encoded(sandbox: RunningSandbox, works: Credentials) -> None:
    query = [("prefix", "awkward/"), ("max-keys", "1000")]
    plain = listed(sandbox, works, *query)
    encoded = listed(sandbox, works, *query, ("encoding-type", "url")).xml

    assert b"\x07" in plain.body
    with pytest.raises(SyntaxError):
        _ = plain.xml
    keys = [unquote(one.text or "") for one in encoded.iter("Key")]
    assert "awkward/tab\tand bell\x07.txt" in keys
    assert "awkward/nul\0byte.txt" in keys
    assert "awkward/line\nbreak.txt" in keys


def test_archived_objects_say_so(sandbox: RunningSandbox, works: Credentials) -> None:
    page = listed(sandbox, works, ("prefix", "backup")).xml

    assert page.findtext("Contents/StorageClass") == "Archive"
    assert page.findtext("Contents/Size") == "2400000000"
