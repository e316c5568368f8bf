"""The vendor's SDK against the sandbox: both signatures, in the header and in the URL, both styles of address."""

from __future__ import annotations

import base64
import hashlib
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import oss2
import pytest
import requests
from fastcrc import crc64
from support.api_calls import Credentials
from support.oss_calls import auth, bucket_of, service_of, session_of
from support.sandbox import RunningSandbox, run_sandbox

from stsviewer import places

DRAGON = (places.resources() / "sandbox" / "objects" / "DragonMedium.png").read_bytes()


@pytest.fixture(scope="module")
def own() -> Iterator[RunningSandbox]:
    """A sandbox that these tests may write to."""
    with run_sandbox() as running:
        yield running


@pytest.fixture(scope="module")
def works(own: RunningSandbox) -> Credentials:
    return session_of(own, "works")


@pytest.fixture(params=[4, 1], ids=["V4", "V1"])
def bucket(own: RunningSandbox, works: Credentials, request: pytest.FixtureRequest) -> oss2.Bucket:
    return bucket_of(own, works, version=request.param)


@pytest.mark.parametrize("version", [4, 1])
def test_buckets(own: RunningSandbox, works: Credentials, version: int) -> None:
    found = service_of(own, works, version).list_buckets()

    by_name = {one.name: one for one in found.buckets}
    assert list(by_name) == sorted(by_name)
    assert {"wla-test2", "wla-hangzhou", "wla-million", "wla-slow"} <= by_name.keys()
    assert "acme-exchange" not in by_name  # another account's
    assert by_name["wla-hangzhou"].location == "oss-cn-hangzhou"
    assert by_name["wla-test2"].extranet_endpoint == f"oss-cn-shanghai.localhost:{own.port}"


def test_pages_of_buckets(own: RunningSandbox, works: Credentials) -> None:
    service = service_of(own, works)
    first = service.list_buckets(prefix="wla-", max_keys=2)
    second = service.list_buckets(prefix="wla-", max_keys=2, marker=first.next_marker)

    assert first.is_truncated
    assert [one.name for one in first.buckets + second.buckets] == [
        "wla-hangzhou",
        "wla-million",
        "wla-slow",
        "wla-test2",
    ]


def test_the_dragon_comes_whole(bucket: oss2.Bucket) -> None:
    found = bucket.get_object("DragonMedium.png")
    data = found.read()

    assert data == DRAGON
    assert found.content_length == 1_359_891
    assert found.etag == hashlib.md5(data).hexdigest().upper()
    assert found.headers["x-oss-hash-crc64ecma"] == str(crc64.xz(data))
    assert found.headers["Content-MD5"] == base64.b64encode(hashlib.md5(data).digest()).decode()
    assert found.headers["Content-Type"] == "image/png"
    assert found.headers["x-oss-meta-author"] == "stsviewer"
    assert found.headers["Cache-Control"] == "max-age=3600"


def test_head_tells_the_same(bucket: oss2.Bucket) -> None:
    head, got = bucket.head_object("DragonMedium.png"), bucket.get_object("DragonMedium.png")
    differ = {"x-oss-request-id", "x-oss-server-time", "date"}

    assert {n.lower(): v for n, v in head.headers.items() if n.lower() not in differ} == {
        n.lower(): v for n, v in got.headers.items() if n.lower() not in differ
    }
    assert head.last_modified == 1_795_486_440  # 2026-11-24T02:14:00Z


def test_meta_and_list_of_an_object(bucket: oss2.Bucket) -> None:
    meta = bucket.get_object_meta("DragonMedium.png")

    assert meta.content_length == 1_359_891
    assert "Content-Type" not in meta.headers
    assert bucket.get_object_acl("DragonMedium.png").acl == "default"
    assert bucket.get_object_acl("docs/public.txt").acl == "public-read"


def test_what_a_bucket_is(bucket: oss2.Bucket) -> None:
    info = bucket.get_bucket_info()

    assert (info.name, info.location, info.acl.grant, info.owner.id) == (
        "wla-test2", "oss-cn-shanghai", "private", "1532770894211314",
    )  # fmt: skip
    assert bucket.get_bucket_location().location == "oss-cn-shanghai"
    assert bucket.get_bucket_acl().acl == "private"
    assert bucket.get_bucket_stat().object_count >= 70


def test_put_get_and_delete(bucket: oss2.Bucket, own: RunningSandbox) -> None:
    put = bucket.put_object(
        "new/一 file+%.txt", "héllo", headers={"Content-Type": "text/x-own", "x-oss-meta-note": "n", "Expires": "0"}
    )
    got = bucket.get_object("new/一 file+%.txt")

    assert put.etag == got.etag == hashlib.md5("héllo".encode()).hexdigest().upper()
    assert put.crc == got.server_crc == crc64.xz("héllo".encode())
    assert got.read() == "héllo".encode()
    assert (got.headers["Content-Type"], got.headers["x-oss-meta-note"], got.headers["Expires"]) == (
        "text/x-own",
        "n",
        "0",
    )
    assert Path(own.data, "wla-test2", "new", "一 file+%.txt").read_text() == "héllo"
    assert bucket.delete_object("new/一 file+%.txt").status == 204
    assert not bucket.object_exists("new/一 file+%.txt")
    assert not Path(own.data, "wla-test2", "new").exists()
    assert bucket.delete_object("new/一 file+%.txt").status == 204


def test_a_stream_without_a_length(bucket: oss2.Bucket) -> None:
    bucket.put_object("chunked.bin", iter([b"one", b"two" * 100_000]))

    assert bucket.get_object("chunked.bin").read() == b"one" + b"two" * 100_000


def test_copies_keep_or_replace_what_is_said(bucket: oss2.Bucket) -> None:
    bucket.put_object("from.txt", "text", headers={"x-oss-meta-a": "1", "Content-Type": "text/one"})
    bucket.copy_object("wla-test2", "from.txt", "kept 副本.txt")
    bucket.copy_object(
        "wla-test2",
        "from.txt",
        "replaced.txt",
        headers={"x-oss-metadata-directive": "REPLACE", "x-oss-meta-b": "2", "Content-Type": "text/two"},
    )
    kept, replaced = bucket.head_object("kept 副本.txt"), bucket.head_object("replaced.txt")

    assert (kept.headers["x-oss-meta-a"], kept.content_type) == ("1", "text/one")
    assert (replaced.headers.get("x-oss-meta-a"), replaced.headers["x-oss-meta-b"]) == (None, "2")
    assert kept.etag == replaced.etag == hashlib.md5(b"text").hexdigest().upper()


def test_a_batch_delete(bucket: oss2.Bucket) -> None:
    keys = ["batch/a", "batch/b & <c>.txt", "batch/中"]
    for key in keys:
        bucket.put_object(key, "x")
    result = bucket.batch_delete_objects([*keys, "batch/never there"])

    assert sorted(result.deleted_keys) == sorted([*keys, "batch/never there"])
    assert [one.key for one in oss2.ObjectIterator(bucket, prefix="batch/")] == []


def test_tags_and_lists_and_classes(bucket: oss2.Bucket) -> None:
    bucket.put_object("tagged.txt", "x", headers={"x-oss-tagging": "a=1&b=%E4%B8%AD", "x-oss-storage-class": "IA"})
    assert bucket.get_object_tagging("tagged.txt").tag_set.tagging_rule == {"a": "1", "b": "中"}
    assert bucket.head_object("tagged.txt").headers["x-oss-storage-class"] == "IA"

    rule = oss2.models.TaggingRule()
    rule.add("c", "3")
    bucket.put_object_tagging("tagged.txt", oss2.models.Tagging(rule))
    assert bucket.get_object_tagging("tagged.txt").tag_set.tagging_rule == {"c": "3"}
    bucket.delete_object_tagging("tagged.txt")
    assert bucket.get_object_tagging("tagged.txt").tag_set.tagging_rule == {}
    bucket.put_object_acl("tagged.txt", oss2.OBJECT_ACL_PUBLIC_READ)
    assert bucket.get_object_acl("tagged.txt").acl == "public-read"


def test_a_symbolic_link(bucket: oss2.Bucket) -> None:
    bucket.put_object("target 中.txt", "pointed at")
    bucket.put_symlink("target 中.txt", "link")

    assert bucket.get_symlink("link").target_key == "target 中.txt"
    assert bucket.get_object("link").read() == b"pointed at"
    bucket.delete_object("target 中.txt")
    with pytest.raises(oss2.exceptions.OssError) as refused:
        bucket.get_object("link")
    assert (refused.value.status, refused.value.code) == (404, "SymlinkTargetNotExist")


def test_the_archive_must_be_restored(own: RunningSandbox, works: Credentials) -> None:
    bucket = bucket_of(own, works)
    head = bucket.head_object("backup-2019.tar")
    assert (head.content_length, head.headers["x-oss-storage-class"]) == (2_400_000_000, "Archive")
    with pytest.raises(oss2.exceptions.OssError) as refused:
        bucket.get_object("backup-2019.tar")
    assert (refused.value.status, refused.value.code, refused.value.ec) == (403, "InvalidObjectState", "0016-00000404")

    assert bucket.restore_object("backup-2019.tar").status == 202
    assert bucket.head_object("backup-2019.tar").headers["x-oss-restore"] == 'ongoing-request="true"'
    with pytest.raises(oss2.exceptions.OssError) as running:
        bucket.restore_object("backup-2019.tar")
    assert (running.value.status, running.value.code, running.value.ec) == (
        409, "RestoreAlreadyInProgress", "0016-00000701",
    )  # fmt: skip
    with pytest.raises(oss2.exceptions.OssError) as wrong_class:
        bucket.restore_object("DragonMedium.png")
    assert wrong_class.value.ec == "0016-00000702"


@pytest.mark.parametrize("version", [4, 1])
@pytest.mark.parametrize("slash_safe", [True, False])
def test_presigned_urls(own: RunningSandbox, works: Credentials, version: int, slash_safe: bool) -> None:
    bucket = bucket_of(own, works, version=version)
    got = requests.get(bucket.sign_url("GET", "photos/远山.png", 60, slash_safe=slash_safe), timeout=20)
    put = requests.put(bucket.sign_url("PUT", "up/loaded.txt", 60, slash_safe=slash_safe), data=b"by URL", timeout=20)
    head = requests.head(bucket.sign_url("HEAD", "up/loaded.txt", 60, slash_safe=slash_safe), timeout=20)

    assert got.content[:8] == b"\x89PNG\r\n\x1a\n"
    assert (put.status_code, head.status_code, head.headers["Content-Length"]) == (200, 200, "6")
    renamed = bucket.sign_url(
        "GET",
        "up/loaded.txt",
        60,
        params={"response-content-type": "x/y", "response-content-disposition": "attachment"},
    )
    answer = requests.get(renamed, timeout=20)
    assert (answer.headers["Content-Type"], answer.headers["Content-Disposition"]) == ("x/y", "attachment")


@pytest.mark.parametrize("version", [4, 1])
def test_virtual_host_style(
    own: RunningSandbox, works: Credentials, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names below ``localhost`` need a resolver that knows them; the test brings its own."""
    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *more, **named: real("127.0.0.1" if str(host).endswith(".localhost") else host, *more, **named),
    )
    endpoint = f"http://oss-cn-shanghai.localhost:{own.port}"
    bucket = oss2.Bucket(auth(works, version), endpoint, "wla-test2", region="cn-shanghai")

    assert bucket.get_object("DragonMedium.png").read() == DRAGON
    assert bucket.get_object("/leading slash.txt").read() == b"The key begins with a slash.\n"
    assert urlsplit(bucket.sign_url("GET", "a/b.txt", 60)).hostname == "wla-test2.oss-cn-shanghai.localhost"
    assert bucket.list_objects_v2(prefix="photos/", delimiter="/").prefix_list == ["photos/2025/", "photos/2026/"]
    service = oss2.Service(auth(works, version), endpoint, region="cn-shanghai")
    assert "wla-test2" in [one.name for one in service.list_buckets().buckets]


def test_an_upload_in_pieces_is_said_not_to_exist(own: RunningSandbox, works: Credentials) -> None:
    with pytest.raises(oss2.exceptions.OssError) as refused:
        bucket_of(own, works).init_multipart_upload("large")
    assert (refused.value.status, refused.value.code) == (501, "NotImplemented")
