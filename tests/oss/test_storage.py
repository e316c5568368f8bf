"""The storage against the sandbox: what it finds, what it is refused, and where it follows."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from support import stories
from support.local_server import in_turn, reply, serve
from support.sandbox import RunningSandbox, run_sandbox

from stsviewer.failure import Cancelled, Failed, Kind
from stsviewer.oss import Crc, Storage
from stsviewer.profile import AccessKey, Profile
from stsviewer.secret import Secret
from stsviewer.wire import Cancel, Transport

DRAGON = "DragonMedium.png"


@pytest.fixture(scope="module")
def works(sandbox: RunningSandbox) -> Storage:
    return stories.storage(sandbox, "works")


def test_buckets(works: Storage) -> None:
    buckets = {bucket.name: bucket for bucket in works.buckets()}
    assert buckets["wla-test2"].region == "cn-shanghai"
    assert buckets["wla-hangzhou"].region == "cn-hangzhou"
    assert buckets["wla-test2"].created.utcoffset() is not None


def test_a_page(works: Storage) -> None:
    page = works.page("wla-test2", "")
    assert "photos/" in page.folders
    assert DRAGON in [each.key for each in page.objects]
    assert page.next_token == ""
    assert page.request_id


def test_pages_follow_each_other_without_gap_or_repetition(works: Storage) -> None:
    def keys(limit: int) -> list[str]:
        found: list[str] = []
        token = ""
        while True:
            page = works.page("wla-test2", "", token=token, delimiter="", limit=limit)
            assert len(page.objects) <= limit
            found += [each.key for each in page.objects]
            token = page.next_token
            if not token:
                return found

    whole = keys(1000)
    assert keys(7) == whole
    assert whole == sorted(whole, key=str.encode)
    assert [each.key for page in works.pages("wla-test2", "", delimiter="") for each in page.objects] == whole


def test_every_awkward_key_can_be_asked_for_and_read(works: Storage) -> None:
    """Blanks, Chinese, +, %, //, a leading /, emoji, control characters, and keys made of dots."""
    listed = [each for page in works.pages("wla-test2", "", delimiter="") for each in page.objects]
    awkward = [each for each in listed if each.storage_class != "Archive" and each.size < 100_000]
    assert len(awkward) > 30
    for each in awkward:
        properties = works.head("wla-test2", each.key)
        assert (properties.size, properties.etag) == (each.size, each.etag), each.key
        content = works.read("wla-test2", each.key)
        assert len(content.data) == each.size, each.key
        assert content.crc is Crc.MATCHES, each.key


LOST_ELSEWHERE = (".", "..", "../..", "a/..", "./", "//", "/", "\x00", "\n", " ", "%2e%2e", "+", "?", "#", "&")


@pytest.fixture(scope="module")
def awkward() -> Iterator[Storage]:
    """A bucket of the keys that other clients lose."""
    objects = "".join(f'[[bucket.object]]\nkey = {json.dumps(key)}\ntext = "found"\n' for key in LOST_ELSEWHERE)
    account = f"""
account = "1532770894211314"
region = "cn-shanghai"
[[user]]
name = "owner"
policies = ["AliyunSTSAssumeRoleAccess"]
[[user.key]]
id = "LTAI5tOwner"
secret = "ownersecret"
[[role]]
name = "reader"
trust = '''{{"Version": "1", "Statement": [{{"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {{"RAM": ["acs:ram::1532770894211314:root"]}}}}]}}'''
policies = ["AliyunOSSReadOnlyAccess"]
[[bucket]]
name = "awkward"
region = "cn-shanghai"
{objects}
[[profile]]
name = "p"
story = "s"
key = "LTAI5tOwner"
role_arn = "acs:ram::1532770894211314:role/reader"
role_session_name = "session"
"""
    with run_sandbox(account) as sandbox:
        yield stories.storage(sandbox, "p")


def test_keys_that_other_clients_lose_are_listed(awkward: Storage) -> None:
    page = awkward.page("awkward", "", delimiter="")
    assert [each.key for each in page.objects] == sorted(LOST_ELSEWHERE)


@pytest.mark.parametrize("key", LOST_ELSEWHERE)
def test_keys_that_other_clients_lose_are_read(awkward: Storage, key: str) -> None:
    assert awkward.read("awkward", key).data == b"found"
    assert awkward.head("awkward", key).size == 5


def test_properties(works: Storage) -> None:
    properties = works.head("wla-test2", DRAGON)
    assert properties.content_type == "image/png"
    assert properties.storage_class == "Standard"
    assert properties.size > 100_000
    assert properties.crc64.isdecimal()
    assert properties.object_type == "Normal"
    assert properties.header("ETAG").strip('"') == properties.etag
    assert properties.request_id
    assert works.acl("wla-test2", DRAGON) in ("default", "private", "public-read", "public-read-write")


def test_reading_with_progress(works: Storage) -> None:
    seen: list[tuple[int, int]] = []
    content = works.read("wla-test2", DRAGON, progress=lambda done, total: seen.append((done, total)))
    assert content.data.startswith(b"\x89PNG")
    assert content.crc is Crc.MATCHES
    assert content.properties.size == len(content.data)
    assert seen[-1] == (len(content.data), len(content.data))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert len(seen) > 1


@pytest.mark.parametrize(
    ("start", "limit"),
    [(0, 100), (0, 1), (0, 0), (100, 50), (5, None), (0, 10_000_000), (1_000_000, 10_000_000)],
)
def test_reading_a_part(works: Storage, start: int, limit: int | None) -> None:
    whole = works.read("wla-test2", DRAGON).data
    part = works.read("wla-test2", DRAGON, start=start, limit=limit)
    assert part.data == whole[start : None if limit is None else start + limit]
    assert part.properties.size == len(whole)
    assert part.crc is (Crc.MATCHES if len(part.data) == len(whole) else Crc.UNKNOWN)


def test_reading_the_beginning_of_an_empty_object(works: Storage) -> None:
    empty = works.read("wla-test2", "a/c/", limit=4096)
    assert (empty.data, empty.crc, empty.properties.size) == (b"", Crc.MATCHES, 0)


def test_reading_behind_the_end(works: Storage) -> None:
    with pytest.raises(Failed) as refused:
        works.read("wla-test2", DRAGON, start=100_000_000, limit=10)
    assert refused.value.failure.status == 416


def test_a_server_that_ignores_the_range_gives_the_part_all_the_same() -> None:
    body = bytes(range(256)) * 100
    with serve(reply(body=body)) as server:
        storage = plain_storage(server.url)
        assert storage.read("bucket", "k", start=10, limit=20).data == body[10:30]
        assert storage.read("bucket", "k", limit=20).data == body[:20]
        assert storage.read("bucket", "k", start=25_000).data == body[25_000:]


def test_what_is_stored_gzipped_is_read_as_it_is_stored() -> None:
    stored = gzip.compress(b"text " * 1000)
    with serve(reply(body=stored, headers={"Content-Encoding": "gzip", "ETag": '"E"'})) as server:
        content = plain_storage(server.url).read("bucket", "k")
        assert content.data == stored
        assert content.properties.size == len(stored)


def test_a_crc_that_differs_is_told() -> None:
    with serve(reply(body=b"123456789", headers={"x-oss-hash-crc64ecma": "1"})) as server:
        assert plain_storage(server.url).read("bucket", "k").crc is Crc.DIFFERS
        server.answer = reply(body=b"123456789", headers={"x-oss-hash-crc64ecma": str(0x995DC9BBDF1939FA)})
        assert plain_storage(server.url).read("bucket", "k").crc is Crc.MATCHES
        server.answer = reply(body=b"123456789")
        assert plain_storage(server.url).read("bucket", "k").crc is Crc.UNKNOWN


def plain_storage(url: str) -> Storage:
    key = AccessKey("LTAI5t", Secret("secret"))
    return Storage(Profile("p", key.id, region="cn-shanghai", oss_endpoint=url), lambda: key, Transport())


def test_a_small_version_of_a_picture(works: Storage) -> None:
    small = works.thumbnail("wla-test2", DRAGON, 64)
    assert small.startswith(b"\x89PNG")
    assert len(small) < 20_000


def test_a_bucket_elsewhere_is_followed_once_and_remembered(sandbox: RunningSandbox) -> None:
    transport = Transport()
    storage = stories.storage(sandbox, "other-region", transport)
    assert storage.regions == {}
    page = storage.page("wla-hangzhou", "")
    assert page.objects
    assert storage.regions == {"wla-hangzhou": "cn-hangzhou"}
    before = len(transport.recorder.exchanges())
    storage.head("wla-hangzhou", page.objects[0].key)
    assert len(transport.recorder.exchanges()) == before + 1


def test_following_ends_when_the_next_one_sends_on_as_well() -> None:
    body = (
        b"<Error><Code>PermanentRedirect</Code><Bucket>bucket</Bucket>"
        b"<Endpoint>oss-cn-%s.aliyuncs.com</Endpoint></Error>"
    )
    with serve() as server:
        turns = (b"beijing", b"hangzhou", b"beijing")
        server.answer = in_turn(*(reply("403 Forbidden", body % turn) for turn in turns))
        with pytest.raises(Failed) as refused:
            plain_storage(server.url).page("bucket", "")
        assert refused.value.failure.code == "PermanentRedirect"
        assert len(server.received) == 2


def test_a_head_is_followed_by_what_its_header_says(sandbox: RunningSandbox) -> None:
    storage = stories.storage(sandbox, "other-region")
    assert storage.head("wla-hangzhou", DRAGON).size > 0


@pytest.mark.parametrize("host", ["localhost", "[::1]", "oss-cn-shanghai.localhost"])
def test_other_ways_to_name_the_sandbox(sandbox: RunningSandbox, host: str) -> None:
    tokens = stories.source(sandbox, "works")
    tokens.renew()
    profile = replace(tokens.profile, oss_endpoint=f"http://{host}:{sandbox.port}")
    storage = Storage(profile, tokens.key, Transport())
    assert storage.buckets()
    assert storage.read("wla-test2", DRAGON, limit=8).data == b"\x89PNG\r\n\x1a\n"


def test_a_bucket_elsewhere_is_followed_to_its_host(sandbox: RunningSandbox) -> None:
    tokens = stories.source(sandbox, "other-region")
    tokens.renew()
    profile = replace(tokens.profile, oss_endpoint=f"http://oss-cn-shanghai.localhost:{sandbox.port}")
    storage = Storage(profile, tokens.key, Transport())
    assert storage.page("wla-hangzhou", "").objects
    assert storage.regions == {"wla-hangzhou": "cn-hangzhou"}


REFUSALS: list[tuple[str, str, Callable[[Storage], object], str, str, str]] = [
    ("no-oss-policy", "buckets", lambda s: s.buckets(), "AccessDenied", "0003-00000202", "may not list buckets"),
    ("no-oss-policy", "page", lambda s: s.page("wla-test2", ""), "AccessDenied", "0003-00000202", "oss:ListObjects"),
    ("no-oss-policy", "read", lambda s: s.read("wla-test2", DRAGON), "AccessDenied", "0003-00000202", "oss:GetObject"),
    ("no-oss-policy", "head", lambda s: s.head("wla-test2", DRAGON), "AccessDenied", "0003-00000202", "oss:GetObject"),
    ("one-prefix", "buckets", lambda s: s.buckets(), "AccessDenied", "0003-00000202", "oss://bucket/prefix/"),
    ("one-prefix", "page", lambda s: s.page("wla-test2", ""), "AccessDenied", "0003-00000202", "oss:ListObjects"),
    ("explicit-deny", "page", lambda s: s.page("wla-test2", ""), "AccessDenied", "0003-00000201", "Deny outranks"),
    (
        "session-policy",
        "read",
        lambda s: s.read("wla-test2", DRAGON),
        "AccessDenied",
        "0003-00000301",
        "session policy",
    ),
    ("works", "bucket", lambda s: s.page("wla-no-such-bucket", ""), "NoSuchBucket", "0015-00000101", "no bucket"),
    ("works", "key", lambda s: s.read("wla-test2", "nothing"), "NoSuchKey", "0026-00000001", "no object"),
    ("works", "head", lambda s: s.head("wla-test2", "nothing"), "NoSuchKey", "0026-00000001", "no object"),
    (
        "works",
        "archive",
        lambda s: s.read("wla-test2", "backup-2019.tar"),
        "InvalidObjectState",
        "0016-00000404",
        "archived",
    ),
]


@pytest.mark.parametrize(("name", "what", "ask", "code", "ec", "said"), REFUSALS)
def test_refusals(
    sandbox: RunningSandbox, name: str, what: str, ask: Callable[[Storage], object], code: str, ec: str, said: str
) -> None:
    storage = stories.storage(sandbox, name)
    with pytest.raises(Failed) as refused:
        ask(storage)
    failure = refused.value.failure
    assert (failure.code, failure.ec, failure.kind) == (code, ec, Kind.REFUSED)
    assert said in failure.sentence.english()
    assert failure.request_id
    assert refused.value.__cause__ is None
    if code == "AccessDenied":
        assert failure.said("PolicyType")
        assert failure.said("AuthAction").startswith("oss:")


def test_what_one_prefix_may_see_is_seen_without_any_other_right(sandbox: RunningSandbox) -> None:
    storage = stories.storage(sandbox, "one-prefix")
    pictures = [each for each in storage.page("wla-test2", "photos/").objects if each.size]
    assert pictures
    assert len(storage.read("wla-test2", pictures[0].key, limit=8).data) == 8


def test_a_wrong_secret_and_a_foreign_token(sandbox: RunningSandbox) -> None:
    tokens = stories.source(sandbox, "works")
    key = tokens.renew().key
    other = stories.source(sandbox, "works").renew().key
    for wrong in (
        replace(key, secret=Secret("wrong")),
        replace(key, security_token=other.security_token),
        replace(key, security_token=None),
        replace(key, id="STS.NUunknown"),
    ):
        storage = Storage(tokens.profile, lambda wrong=wrong: wrong, Transport())  # type: ignore[misc]
        with pytest.raises(Failed) as refused:
            storage.page("wla-test2", "")
        assert refused.value.failure.code
        assert refused.value.failure.sentence.english()
        for secret in (key.secret, key.security_token, other.security_token):
            assert secret is not None
            assert secret.reveal() not in repr(refused.value.failure)


def test_without_a_token_nothing_is_sent(sandbox: RunningSandbox) -> None:
    transport = Transport()
    tokens = stories.source(sandbox, "works", transport)
    with pytest.raises(Failed) as refused:
        Storage(tokens.profile, tokens.key, transport).buckets()
    assert refused.value.failure.kind is Kind.NO_TOKEN
    assert transport.recorder.exchanges() == ()


def test_a_renewed_token_is_picked_up_by_what_is_running(sandbox: RunningSandbox) -> None:
    transport = Transport()
    tokens = stories.source(sandbox, "works", transport)
    first = tokens.renew()
    storage = Storage(tokens.profile, tokens.key, transport)
    token = storage.page("wla-test2", "", delimiter="", limit=5).next_token
    second = tokens.renew()
    storage.page("wla-test2", "", delimiter="", limit=5, token=token)
    listings = [exchange for exchange in transport.recorder.exchanges() if exchange.method == "GET"]
    signed = [dict(exchange.request_headers)["authorization"] for exchange in listings]
    assert first.access_key_id in signed[0]
    assert second.access_key_id in signed[1]


@pytest.mark.parametrize("bucket", ["Ab", "a/b/c", "evil.test", "a@evil.test", "", "bucket:80"])
def test_a_name_that_is_no_bucket_goes_nowhere(bucket: str) -> None:
    with serve() as server:
        storage = plain_storage(server.url)
        if bucket:
            with pytest.raises(Failed) as refused:
                storage.page(bucket, "")
            assert refused.value.failure.kind is Kind.INPUT
        assert server.received == []


def test_an_endpoint_that_is_none() -> None:
    with pytest.raises(Failed) as refused:
        plain_storage("http://host/with/path").buckets()
    assert refused.value.failure.kind is Kind.INPUT


@pytest.mark.parametrize(
    "ask",
    [lambda s: s.buckets(), lambda s: s.page("bucket", ""), lambda s: s.acl("bucket", "k")],
)
@pytest.mark.parametrize(
    "body", [b"", b"<html/>", b"<a", b"\xff\xff", b"<!DOCTYPE a><a/>", b'<?xml version="1.0" encoding="hex"?><a/>']
)
def test_answers_that_are_none(ask: Callable[[Storage], object], body: bytes) -> None:
    with serve(reply(body=body)) as server, pytest.raises(Failed) as refused:
        ask(plain_storage(server.url))
    assert refused.value.failure.kind is Kind.BROKEN
    assert "OSS endpoint" in refused.value.failure.sentence.english()


def test_an_answer_without_end_is_none() -> None:
    with serve(reply(body=b"x" * (32 * 1024 * 1024 + 1))) as server, pytest.raises(Failed) as refused:
        plain_storage(server.url).policy("bucket")
    assert refused.value.failure.kind is Kind.BROKEN


def test_work_that_was_taken_back_is_not_begun(works: Storage) -> None:
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        works.buckets(cancel=cancel)


def test_a_read_can_be_taken_back_in_the_middle(works: Storage) -> None:
    cancel = Cancel()
    with pytest.raises(Cancelled):
        works.read("wla-test2", DRAGON, progress=lambda done, total: cancel.set(), cancel=cancel)


def test_the_record_holds_no_secret(sandbox: RunningSandbox) -> None:
    transport = Transport()
    tokens = stories.source(sandbox, "works", transport)
    token = tokens.renew()
    storage = Storage(tokens.profile, tokens.key, transport)
    storage.buckets()
    storage.read("wla-test2", DRAGON)
    told = repr(transport.recorder.exchanges())
    assert token.access_key_id in told
    assert token.access_key_secret.reveal() not in told
    assert token.security_token.reveal() not in told
    assert stories.story(sandbox, "works")[1].secret.reveal() not in told
