"""Parts of objects, conditions on them, and overrides of their headers."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

import pytest
from fastcrc import crc64
from support.api_calls import Credentials
from support.oss_calls import Answer, Draft, session_of, v4, v4_url
from support.sandbox import RunningSandbox, run_sandbox

TEN = b"0123456789"
ACCOUNT = """
account = "1532770894211314"
region = "cn-shanghai"

[[root_key]]
id = "ROOT"
secret = "root-secret"

[[bucket]]
name = "ranges"
region = "cn-shanghai"

[[bucket.object]]
key = "ten"
text = "0123456789"
modified = 2026-11-24T10:00:00Z
headers = { "Content-Language" = "en", "x-oss-meta-city" = "上海" }

[[bucket.object]]
key = "empty"
text = ""

[[bucket.object]]
key = "made"
size = 5_000_000
"""
ROOT = Credentials("ROOT", "root-secret")
ETAG = hashlib.md5(TEN).hexdigest().upper()


@pytest.fixture(scope="module")
def made() -> Iterator[RunningSandbox]:
    with run_sandbox(ACCOUNT) as running:
        yield running


def get(sandbox: RunningSandbox, key: str = "ten", method: str = "GET", **headers: str) -> Answer:
    return v4(Draft(method, "ranges", key, headers={n.replace("_", "-"): v for n, v in headers.items()}), ROOT).send(
        sandbox
    )


RANGES = [
    # asked, without x-oss-range-behavior, with it: standard
    ("bytes=0-3", "0123", "0123"),
    ("bytes=0-0", "0", "0"),
    ("bytes=9-9", "9", "9"),
    ("bytes=0-9", "0123456789", "0123456789"),
    ("bytes=4-", "456789", "456789"),
    ("bytes=-4", "6789", "6789"),
    ("bytes=-10", "0123456789", "0123456789"),
    ("bytes=5-20", None, "56789"),
    ("bytes=0-10", None, "0123456789"),
    ("bytes=10-", None, 416),
    ("bytes=10-20", None, 416),
    ("bytes=-11", None, "0123456789"),
    ("bytes=-0", None, 416),
    ("bytes=7-3", None, None),
    ("bytes=", None, None),
    ("bytes=-", None, None),
    ("bytes=a-b", None, None),
    ("bytes=0-1,3-4", None, None),
    ("bits=0-3", None, None),
    ("bytes=0-3 ", "0123", "0123"),
    ("bytes=٣-٤", None, None),
]


@pytest.mark.parametrize(("asked", "lenient", "standard"), RANGES)
@pytest.mark.parametrize("behaviour", ["", "standard"])
def test_ranges(
    made: RunningSandbox, asked: str, lenient: str | None, standard: str | int | None, behaviour: str
) -> None:
    named = {"x_oss_range_behavior": behaviour} if behaviour else {}
    answer = get(made, Range=asked, **named)
    expected = standard if behaviour else lenient

    if expected == 416:
        assert (answer.status, answer.said("Code")) == (416, "InvalidRange")
        assert answer.headers["content-range"] == "bytes */10"
    elif expected is None:
        assert (answer.status, answer.body) == (200, TEN)
        assert "content-range" not in answer.headers
    else:
        assert isinstance(expected, str)
        begins = TEN.index(expected.encode())
        assert (answer.status, answer.body) == (206, expected.encode())
        assert answer.headers["content-range"] == f"bytes {begins}-{begins + len(expected) - 1}/10"
        assert answer.headers["content-length"] == str(len(expected))
        assert answer.headers["x-oss-hash-crc64ecma"] == str(crc64.xz(TEN))  # the whole object's
        assert "content-md5" not in answer.headers


@pytest.mark.parametrize(("asked", "status"), [("bytes=0-", 200), ("bytes=-1", 200), ("bytes=0-0", 200)])
def test_ranges_of_nothing(made: RunningSandbox, asked: str, status: int) -> None:
    answer = get(made, "empty", Range=asked)

    assert (answer.status, answer.body, answer.headers["content-length"]) == (status, b"", "0")
    assert get(made, "empty", Range=asked, x_oss_range_behavior="standard").status == 416


def test_a_part_of_made_up_bytes(made: RunningSandbox) -> None:
    answer = get(made, "made", Range="bytes=3999990-4999999")

    assert (answer.status, len(answer.body)) == (206, 1_000_010)
    assert get(made, "made").headers["x-oss-hash-crc64ecma"] == str(crc64.xz(bytes(5_000_000)))


EARLIER, SAME, LATER = (f"Tue, 24 Nov 2026 {hour} GMT" for hour in ("09:59:59", "10:00:00", "10:00:01"))
CONDITIONS: list[tuple[dict[str, str], int]] = [
    ({"If_Match": f'"{ETAG}"'}, 200),
    ({"If_Match": ETAG}, 200),
    ({"If_Match": f'"x", "{ETAG}"'}, 200),
    ({"If_Match": "*"}, 200),
    ({"If_Match": f'"{ETAG.lower()}"'}, 412),
    ({"If_Match": '"x"'}, 412),
    ({"If_None_Match": f'"{ETAG}"'}, 304),
    ({"If_None_Match": "*"}, 304),
    ({"If_None_Match": '"x"'}, 200),
    ({"If_Modified_Since": EARLIER}, 200),
    ({"If_Modified_Since": SAME}, 304),
    ({"If_Modified_Since": LATER}, 304),
    ({"If_Modified_Since": "yesterday"}, 200),
    ({"If_Unmodified_Since": EARLIER}, 412),
    ({"If_Unmodified_Since": SAME}, 200),
    ({"If_Unmodified_Since": LATER}, 200),
    ({"If_Unmodified_Since": "Tuesday, 24-Nov-26 09:59:59 GMT"}, 412),
    ({"If_Unmodified_Since": "Tue Nov 24 09:59:59 2026"}, 412),
    ({"If_Match": ETAG, "If_Modified_Since": SAME}, 304),
    ({"If_Match": "x", "If_None_Match": ETAG}, 412),
    ({"If_None_Match": "x", "If_Unmodified_Since": EARLIER}, 412),
]


@pytest.mark.parametrize(("headers", "status"), CONDITIONS)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_conditions(made: RunningSandbox, headers: dict[str, str], status: int, method: str) -> None:
    answer = get(made, method=method, **headers)

    assert answer.status == status
    if status == 304:
        assert (answer.body, answer.headers["etag"]) == (b"", f'"{ETAG}"')
        assert answer.headers["last-modified"] == SAME
    if status == 412:
        assert answer.said("Code") == "PreconditionFailed"
        assert answer.said("Condition").startswith("If-")


COPY_CONDITIONS = [
    ({"x_oss_copy_source_if_match": ETAG}, 200),
    ({"x_oss_copy_source_if_match": "x"}, 412),
    ({"x_oss_copy_source_if_none_match": ETAG}, 304),
    ({"x_oss_copy_source_if_modified_since": SAME}, 304),
    ({"x_oss_copy_source_if_unmodified_since": EARLIER}, 412),
]


@pytest.mark.parametrize(("headers", "status"), COPY_CONDITIONS)
def test_conditions_of_a_copy(made: RunningSandbox, headers: dict[str, str], status: int) -> None:
    assert get(made, "copy", "PUT", x_oss_copy_source="/ranges/ten", **headers).status == status


def test_headers_kept_and_overridden(made: RunningSandbox) -> None:
    plain = get(made)
    overrides = [("response-content-language", "zh"), ("response-cache-control", "no-store"), ("response-expires", "0")]
    url = v4_url(Draft("GET", "ranges", "ten", query=list(overrides)), ROOT).send(made)

    assert plain.headers["content-language"] == "en"
    assert plain.headers["x-oss-meta-city"].encode("latin-1").decode() == "上海"
    assert [url.headers[name] for name in ("content-language", "cache-control", "expires")] == ["zh", "no-store", "0"]
    smuggled = v4(Draft("GET", "ranges", "ten", query=[("response-expires", "0\r\nx-evil: 1")]), ROOT).send(made)
    assert (smuggled.status, smuggled.said("Code")) == (400, "InvalidArgument")


def test_what_is_stored_compressed_stays_so(sandbox: RunningSandbox) -> None:
    answer = v4(Draft("GET", "wla-test2", "docs/metrics.json"), session_of(sandbox, "works")).send(sandbox)

    assert answer.headers["content-encoding"] == "gzip"
    assert answer.headers["content-type"] == "application/json"
    assert answer.body[:2] == b"\x1f\x8b"
    assert answer.headers["content-length"] == str(len(answer.body))
    assert answer.headers["x-oss-hash-crc64ecma"] == str(crc64.xz(answer.body))
