"""The room signs as oss2 does, whatever the key: oss2's own output is the answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from types import SimpleNamespace
from urllib.parse import parse_qsl, urlsplit

import oss2
import oss2.auth
import oss2.http
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stsviewer.secret import Secret
from stsviewer.signing import oss_v1, oss_v4
from stsviewer.signing.headers import lowered

ID, SECRET, TOKEN = "LTAI-testing", "a secret/with+signs=", "a token/with+signs="
REGION, STAMP, SECONDS = "cn-shanghai", "20260301T120000Z", 1772366400
HTTP_DATE = "Sun, 01 Mar 2026 12:00:00 GMT"

KEYS = [
    "DragonMedium.png",
    "照片/龙 2017.png",
    "a+b",
    "100%",
    "%41%2F%zz",
    "a//b",
    "/leading",
    "//",
    "trailing/",
    "a/../b/./c",
    ".",
    "..",
    "emoji 🐉.txt",
    "tab\tline\nreturn\rnull\x00bell\x07",
    "quote\"'<>&?#[]{}|\\^`~!*()",
    "é",
    "\ufeff\u202eright",
    "",
]

QUERIES: list[dict[str, str]] = [
    {},
    {"acl": ""},
    {"uploadId": "A+B/C=", "partNumber": "1"},
    {"prefix": "照片/ +%", "delimiter": "/", "max-keys": "1000", "list-type": "2", "continuation-token": "a+b/="},
    {"x-oss-process": "image/resize,w_256/format,png"},
    {"response-content-disposition": "attachment; filename=龙.png", "versionId": "CAEQ~_.-"},
]

HEADERS = {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-MD5": "eB5eJF1ptWaXm4bijSPyxw==",
    "x-oss-meta-author": "a value",
    "X-OSS-Storage-Class": "IA",
    "Range": "bytes=0-9",
    "User-Agent": "testing",
}


class _Clock(datetime):
    @classmethod
    def utcnow(cls) -> _Clock:
        return cls(2026, 3, 1, 12, 0, 0)


@pytest.fixture(autouse=True, scope="module")
def _noon() -> Iterator[None]:
    """oss2 reads the clock itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(oss2.auth, "datetime", _Clock)
        patch.setattr(oss2.auth, "time", SimpleNamespace(time=lambda: float(SECONDS)))
        patch.setattr(oss2.auth.utils, "http_date", lambda: HTTP_DATE)
        yield


def provider() -> oss2.credentials.StaticCredentialsProvider:
    return oss2.credentials.StaticCredentialsProvider(ID, SECRET, TOKEN)


def request(query: dict[str, str], headers: dict[str, str] | None = None, method: str = "GET") -> oss2.http.Request:
    made = oss2.http.Request(
        method, "http://h/", params=dict(query), headers=dict(headers or {}), region=REGION, product="oss"
    )
    made.headers.pop("Accept-Encoding")  # oss2 puts None there for requests to drop
    return made


def agree_v1_header(bucket: str, key: str, query: dict[str, str], headers: dict[str, str]) -> None:
    sent = request(query, headers, "PUT")
    oss2.ProviderAuth(provider())._sign_request(sent, bucket, key)
    said = oss_v1.parse_authorization(sent.headers["authorization"])
    assert said is not None
    date = oss_v1.signed_date(sent.headers)
    text = oss_v1.string_to_sign("PUT", bucket, key, sent.headers, list(sent.params.items()), date)
    assert (said.access_key_id, said.signature) == (ID, oss_v1.signature(Secret(SECRET), text))


def agree_v1_query(bucket: str, key: str, query: dict[str, str]) -> None:
    sent = request(query)
    url = oss2.ProviderAuth(provider())._sign_url(sent, bucket, key, 600)
    parsed = dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))
    text = oss_v1.query_string_to_sign("GET", bucket, key, {}, list(parsed.items()), int(parsed[oss_v1.EXPIRES]))
    assert parsed[oss_v1.SIGNATURE] == oss_v1.signature(Secret(SECRET), text)
    assert (parsed[oss_v1.ACCESS_KEY_ID], parsed[oss_v1.SECURITY_TOKEN]) == (ID, TOKEN)


def agree_v4_header(
    bucket: str, key: str, query: dict[str, str], headers: dict[str, str], additional: set[str] | None = None
) -> None:
    sent = request(query, headers, "PUT")
    oss2.ProviderAuthV4(provider())._sign_request(sent, bucket, key, additional)
    said = oss_v4.parse_authorization(sent.headers["authorization"])
    assert said is not None
    assert (said.access_key_id, said.scope) == (ID, oss_v4.Scope(STAMP[:8], REGION))
    plain = lowered(sent.headers)
    canonical = oss_v4.canonical_request(
        "PUT", bucket, key, plain, list(sent.params.items()), said.additional_headers, oss_v4.payload_hash(plain)
    )
    text = oss_v4.string_to_sign(oss_v4.signed_timestamp(plain), said.scope, canonical)
    assert said.signature == oss_v4.signature(Secret(SECRET), said.scope, text)


def agree_v4_query(bucket: str, key: str, query: dict[str, str], headers: dict[str, str]) -> None:
    sent = request(query, headers)
    url = oss2.ProviderAuthV4(provider())._sign_url(sent, bucket, key, 600, {"Range", "x-absent"})
    parsed = dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))
    credential = oss_v4.parse_credential(parsed[oss_v4.CREDENTIAL])
    assert credential is not None
    _, scope = credential
    additional = oss_v4.additional_signed(headers, ["Range", "x-absent"])
    assert parsed.get(oss_v4.ADDITIONAL, "") == ";".join(additional)
    mine = oss_v4.presigned_query(list(query.items()), ID, scope, STAMP, 600, additional, Secret(TOKEN))
    assert dict(mine) == {name: value for name, value in parsed.items() if name != oss_v4.SIGNATURE}
    canonical = oss_v4.canonical_request("GET", bucket, key, headers, list(parsed.items()), additional)
    text = oss_v4.string_to_sign(STAMP, scope, canonical)
    assert parsed[oss_v4.SIGNATURE] == oss_v4.signature(Secret(SECRET), scope, text)


@pytest.mark.parametrize("key", KEYS, ids=ascii)
def test_awkward_keys(key: str) -> None:
    agree_v1_header("wla-test2", key, {}, HEADERS)
    agree_v1_query("wla-test2", key, {})
    agree_v4_header("wla-test2", key, {}, HEADERS)
    agree_v4_query("wla-test2", key, {}, HEADERS)


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: "&".join(query) or "no query")
def test_queries(query: dict[str, str]) -> None:
    agree_v1_header("wla-test2", "a key", query, {})
    agree_v1_query("wla-test2", "a key", query)
    agree_v4_header("wla-test2", "a key", query, {})
    agree_v4_query("wla-test2", "a key", query, {})


def test_without_a_bucket() -> None:
    agree_v1_header("", "", {"max-keys": "100"}, {})
    agree_v4_header("", "", {"max-keys": "100"}, {})


def test_additional_headers() -> None:
    agree_v4_header("wla-test2", "k", {}, HEADERS, {"Range", "User-Agent", "Content-Type", "x-oss-meta-author"})


@settings(deadline=None)
@given(key=st.text(st.characters(exclude_categories=["Cs"])), value=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_key_and_any_query_value(key: str, value: str) -> None:
    query = {"prefix": value, "versionId": value}
    agree_v1_header("wla-test2", key, query, {})
    agree_v4_header("wla-test2", key, query, {})
    agree_v4_query("wla-test2", key, query, {})
