"""Reading listings: encoded and not, sparse and broken, and nothing that expands or fetches."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stsviewer.oss import Bucket, ObjectSummary
from stsviewer.oss.listing import UNKNOWN_TIME, read_buckets, read_page
from stsviewer.wire.strict_xml import NotXml


def listing(*rows: str, folders: tuple[str, ...] = (), head: str = "") -> bytes:
    contents = "".join(f"<Contents>{row}</Contents>" for row in rows)
    prefixes = "".join(f"<CommonPrefixes><Prefix>{folder}</Prefix></CommonPrefixes>" for folder in folders)
    return (
        '<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><Name>wla</Name><Prefix>own%2F</Prefix>'
        f"<IsTruncated>false</IsTruncated>{head}{contents}{prefixes}</ListBucketResult>"
    ).encode()


ROW = (
    '<Key>own%2Fa%20b%2Bc+d</Key><LastModified>2026-11-24T02:14:00.000Z</LastModified><ETag>"5B3C1A2E"</ETag>'
    "<Type>Normal</Type><Size>344606</Size><StorageClass>IA</StorageClass>"
    "<Owner><ID>1532</ID><DisplayName>1532</DisplayName></Owner>"
)
ENCODED = "<EncodingType>url</EncodingType>"


def test_a_page_that_is_encoded() -> None:
    page = read_page(listing(ROW, folders=("own%2Fx%2F",), head=ENCODED), "wla", "own/", "R")
    assert page.objects == (
        ObjectSummary("own/a b+c+d", 344606, datetime(2026, 11, 24, 2, 14, tzinfo=UTC), "5B3C1A2E", "IA", "Normal"),
    )
    assert page.folders == ("own/x/",)
    assert (page.bucket, page.prefix, page.next_token, page.request_id) == ("wla", "own/", "", "R")


def test_a_page_that_is_not_encoded_is_left_as_it_is() -> None:
    page = read_page(listing(ROW, folders=("a%2F",)), "wla", "", "")
    assert page.objects[0].key == "own%2Fa%20b%2Bc+d"
    assert page.folders == ("a%2F",)


@given(st.lists(st.text(min_size=1).filter(lambda text: text.isprintable() or True), max_size=5))
def test_every_key_survives_the_way_here(keys: list[str]) -> None:
    keys = [key for key in keys if not any(0xD800 <= ord(character) < 0xE000 for character in key)]
    rows = [f"<Key>{quote(key, safe='')}</Key><Size>1</Size>" for key in keys]
    page = read_page(listing(*rows, head=ENCODED), "b", "", "")
    assert [each.key for each in page.objects] == keys


def test_the_next_page_is_only_named_when_there_is_one() -> None:
    token = "<NextContinuationToken>CgJ%2Fa%3D%3D</NextContinuationToken>"
    whole = listing(head=ENCODED + token)
    assert read_page(whole, "b", "", "").next_token == ""
    truncated = whole.replace(b"<IsTruncated>false", b"<IsTruncated>true")
    assert read_page(truncated, "b", "", "").next_token == "CgJ/a=="


def test_what_is_not_told_is_empty() -> None:
    (sparse,) = read_page(listing("<Key>k</Key>"), "b", "", "").objects
    assert sparse == ObjectSummary("k", 0, UNKNOWN_TIME, "", "", "")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html></html>",
        b"<ListBucketResult><Contents>",
        listing("<Size>1</Size>"),
        listing("<Key>k</Key><Size>many</Size>"),
        listing("<Key>k</Key><LastModified>yesterday</LastModified>"),
        listing("<Key>k</Key><LastModified>0001-01-01T00:00:00+05:00</LastModified>"),
        listing("<Key>\x01</Key>"),
        b"<!DOCTYPE x [<!ENTITY a 'aaaa'>]>" + listing("<Key>&a;</Key>").partition(b"?>")[2],
        b'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">' + listing("<Key>k</Key>").partition(b"?>")[2],
    ],
)
def test_what_is_no_page(body: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - NotXml, int's and fromisoformat's own
        read_page(body, "b", "", "")


@pytest.mark.parametrize("told", ["2026-11-24T02:14:00", "2026-11-24T10:14:00+08:00", "2026-11-24T02:14:00.000Z"])
def test_a_time_is_utc_however_it_is_told(told: str) -> None:
    (found,) = read_page(listing(f"<Key>k</Key><LastModified>{told}</LastModified>"), "b", "", "").objects
    assert (found.modified, found.modified.tzinfo) == (datetime(2026, 11, 24, 2, 14, tzinfo=UTC), UTC)


def test_entities_are_refused_before_they_expand() -> None:
    laughs = b"<!DOCTYPE l [<!ENTITY a 'ha'>" + b"".join(
        b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(20)
    )
    with pytest.raises(NotXml, match="document type"):
        read_page(laughs + b"]><ListBucketResult>&u;</ListBucketResult>", "b", "", "")


def test_buckets() -> None:
    body = b"""<?xml version="1.0"?><ListAllMyBucketsResult><Owner><ID>1</ID></Owner><Buckets>
      <Bucket><Name>one</Name><Location>oss-cn-beijing</Location><Region>cn-beijing</Region>
        <ExtranetEndpoint>oss-cn-beijing.aliyuncs.com</ExtranetEndpoint><StorageClass>IA</StorageClass>
        <CreationDate>2026-01-02T03:04:05.000Z</CreationDate></Bucket>
      <Bucket><Name>two</Name><Location>oss-cn-hongkong</Location></Bucket>
    </Buckets><IsTruncated>true</IsTruncated><NextMarker>two</NextMarker></ListAllMyBucketsResult>"""
    buckets, marker = read_buckets(body)
    created = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert buckets == [
        Bucket("one", "cn-beijing", "oss-cn-beijing.aliyuncs.com", created, "IA"),
        Bucket("two", "cn-hongkong", "", UNKNOWN_TIME, ""),
    ]
    assert marker == "two"


def test_no_buckets_is_an_answer_too() -> None:
    empty = b"<ListAllMyBucketsResult><Buckets></Buckets></ListAllMyBucketsResult>"
    assert read_buckets(empty) == ([], "")
    with pytest.raises(ValueError, match="no list"):
        read_buckets(b"<Other/>")
