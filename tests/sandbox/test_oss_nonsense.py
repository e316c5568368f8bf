"""Whatever is sent, the answer is one of the protocol: never a crash, never a 500, never a dead connection."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.api_calls import Credentials
from support.oss_calls import Draft, session_of, v1, v4, v4_url
from support.sandbox import RunningSandbox, run_sandbox

PARAMETERS = st.sampled_from(
    [
        "acl", "prefix", "delimiter", "marker", "max-keys", "list-type", "continuation-token", "start-after",
        "encoding-type", "fetch-owner", "bucketInfo", "location", "stat", "tagging", "symlink", "restore", "delete",
        "objectMeta", "x-oss-process", "uploadId", "versionId", "policy", "referer", "response-content-type",
        "response-expires", "Signature", "Expires", "x-oss-expires", "x-oss-signature-version",
    ]
)  # fmt: skip
HEADERS = st.sampled_from(
    [
        "range", "if-match", "if-modified-since", "if-unmodified-since", "content-type", "content-md5", "referer",
        "x-oss-range-behavior", "x-oss-object-acl", "x-oss-storage-class", "x-oss-tagging", "x-oss-copy-source",
        "x-oss-symlink-target", "x-oss-forbid-overwrite", "x-oss-meta-a", "x-oss-metadata-directive", "expires",
    ]
)  # fmt: skip
VALUES = st.one_of(
    st.sampled_from(
        [
            "", "0", "1", "-1", "2", "url", "true", "/", "bytes=0-3", "bytes=9-2", "image/info", "image/resize,w_5",
            "*", "private", "Archive", "a=1&b=2", "/wla-test2/a", "%", "%2F", "Tue, 24 Nov 2026 10:00:00 GMT",
            "CgFh", "Öl", "9" * 30,
        ]
    ),
    st.text(st.characters(min_codepoint=32, exclude_categories=["Cs"]), max_size=12),
)  # fmt: skip
KEYS = st.one_of(
    st.sampled_from(["", "a", "a/", "DragonMedium.png", "backup-2019.tar", "docs/public.txt", "nowhere", "/", ".."]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
)
BODIES = st.one_of(
    st.just(b""),
    st.binary(max_size=64),
    st.sampled_from(
        [
            b"<Delete><Quiet>true</Quiet><Object><Key>new/x</Key></Object></Delete>",
            b"<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>",
            b"<RestoreRequest><Days>x</Days></RestoreRequest>",
            b'<?xml version="1.0" encoding="utf-7"?><Delete/>',
        ]
    ),
)


@pytest.fixture(scope="module")
def own() -> Iterator[RunningSandbox]:
    with run_sandbox() as running:
        yield running


@pytest.fixture(scope="module")
def works(own: RunningSandbox) -> Credentials:
    return session_of(own, "works")


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(["GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS"]),
    st.sampled_from(["wla-test2", "wla-million", "wla-hangzhou", "acme-exchange", "none-such", ""]),
    KEYS,
    st.lists(st.tuples(PARAMETERS, VALUES), max_size=3),
    st.dictionaries(HEADERS, VALUES, max_size=3),
    BODIES,
    st.sampled_from([v4, v1, v4_url, None]),
)
def test_an_answer_to_everything(own, works, method, bucket, key, query, headers, body, sign) -> None:  # type: ignore[no-untyped-def]
    draft = Draft(method, bucket, key if bucket else "", list(query), dict(headers), body)
    answer = (sign(draft, works) if sign else draft).send(own)

    assert own.errors.read_text() == ""
    assert answer.status in (200, 202, 204, 206, 304, 400, 403, 404, 405, 409, 411, 412, 416, 501), answer.body
    assert len(answer.headers["x-oss-request-id"]) == 24
    if answer.status >= 400:
        assert answer.xml.tag == "Error"
        assert answer.said("RequestId") == answer.headers["x-oss-request-id"]
    elif answer.headers.get("content-type") == "application/xml" and dict(query).get("encoding-type") == "url":
        ElementTree.fromstring(answer.body)
