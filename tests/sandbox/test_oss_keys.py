"""Keys that break programs, the folder that people may touch, and what must never become a path."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import oss2
import pytest
from fastcrc import crc64
from support.api_calls import Credentials
from support.oss_calls import Answer, Draft, bucket_of, session_of, v1, v4, v4_url
from support.sandbox import RunningSandbox, run_sandbox

from stsviewer import places

AWKWARD = [
    "plain.txt",
    "a/b/c/d/e/f.txt",
    "/leading",
    "//two leading",
    "a//b",
    "trailing/",
    "a/./b",
    "a/../b",
    "..",
    ".",
    "../../outside.txt",
    "../wla-slow/DragonMedium.png",
    "a/../../../etc/passwd",
    "%2e%2e/x",
    "100%",
    "%",
    "%41",
    "a+b c",
    " ",
    "a?b=c&d#e",
    "a;b=c",
    "back\\slash",
    "..\\up",
    "C:\\x",
    "nul\0byte",
    "\x01\x02\x1b[31m",
    "line\nbreak\r\n",
    "tab\t",
    "bidi\u202egpj.exe",
    "zero\u200bwidth",
    "e\u0301",
    "é",
    "A/case",
    "a/CASE",
    "con",
    "NUL.txt",
    "dots...",
    "blank ",
    ".hidden",
    ".stsviewer/index.sqlite3",
    "中文/文件 名.txt",
    "😀/👩\u200d🚀.png",
    "<img src=x onerror=alert(1)>",
    "&amp; & <>\"'",
    "x" * 255,
    "x" * 256,
    "y" * 1023,
    "/".join(["d" * 100] * 10),
    "é" * 200,
    "\ufffe",
    "\U0010ffff",
    "*.txt",
    "a|b",
    "robots.txt",
    "?",
    "#",
    "acl",
    "~tilde",
    "key'quote",
    "!important*()",
]


@pytest.fixture(scope="module")
def own() -> Iterator[RunningSandbox]:
    with run_sandbox() as running:
        yield running


@pytest.fixture(scope="module")
def works(own: RunningSandbox) -> Credentials:
    return session_of(own, "works")


@pytest.mark.parametrize("key", AWKWARD, ids=lambda key: ascii(key)[:40])
def test_every_key_comes_back(own: RunningSandbox, works: Credentials, key: str) -> None:
    body = key.encode() + b" has this text"
    put = v4(Draft("PUT", "wla-test2", key, body=body), works).send(own)
    by_v1 = v1(Draft("GET", "wla-test2", key), works).send(own)
    by_url = v4_url(Draft("GET", "wla-test2", key), works).send(own)
    by_host = v4(Draft("GET", "wla-test2", key, virtual=True, host="wla-test2.oss-cn-shanghai.localhost"), works).send(
        own
    )
    head = v4(Draft("HEAD", "wla-test2", key), works).send(own)
    listed = v4(
        Draft("GET", "wla-test2", query=[("prefix", key), ("max-keys", "1"), ("encoding-type", "url")]), works
    ).send(own)

    assert put.status == 200, put.body
    assert by_v1.body == by_url.body == by_host.body == body
    assert head.headers["content-length"] == str(len(body))
    assert head.headers["etag"] == f'"{hashlib.md5(body).hexdigest().upper()}"'
    assert head.headers["x-oss-hash-crc64ecma"] == str(crc64.xz(body))
    assert unquote(listed.said("Contents/Key")) == key
    escaped = "/wla-test2/" + "".join(f"%{byte:02x}" for byte in key.encode())
    fully_encoded = v4(Draft("GET", "wla-test2", key, target=escaped), works).send(own)
    assert fully_encoded.body == body
    assert v4(Draft("DELETE", "wla-test2", key), works).send(own).status == 204
    assert v4(Draft("HEAD", "wla-test2", key), works).send(own).status == 404


def test_the_sdk_reads_every_shipped_key(own: RunningSandbox, works: Credentials) -> None:
    bucket = bucket_of(own, works)
    found = list(oss2.ObjectIteratorV2(bucket))

    assert len(found) >= 70
    for one in found:
        if one.storage_class == "Archive":
            continue
        head, data = bucket.head_object(one.key), v4(Draft("GET", "wla-test2", one.key), works).send(own).body
        assert (head.content_length, len(data), head.etag) == (one.size, one.size, one.etag), one.key
        assert "Content-Encoding" in head.headers or bucket.get_object(one.key).read() == data, one.key


def test_nothing_lands_outside(own: RunningSandbox, works: Credentials) -> None:
    beside = {path for path in _below(own.data.parent) if path.parts[0] != own.data.name}
    other_buckets = {path for path in _below(own.data) if path.parts[0] not in ("wla-test2", ".stsviewer")}
    dragon = Path(own.data, "wla-slow", "DragonMedium.png").read_bytes()
    for key in AWKWARD:
        v4(Draft("PUT", "wla-test2", key, body=b"x"), works).send(own)

    assert {path for path in _below(own.data.parent) if path.parts[0] != own.data.name} == beside
    assert {path for path in _below(own.data) if path.parts[0] not in ("wla-test2", ".stsviewer")} == other_buckets
    assert Path(own.data, "wla-slow", "DragonMedium.png").read_bytes() == dragon
    assert Path(own.data, ".stsviewer", "index.sqlite3").read_bytes().startswith(b"SQLite format 3")
    blobs = [path.name for path in Path(own.data, ".stsviewer", "objects").iterdir()]
    assert all(len(name) == 64 and name.isalnum() for name in blobs)
    for key in AWKWARD:
        v4(Draft("DELETE", "wla-test2", key), works).send(own)


def _below(folder: Path) -> set[Path]:
    return {Path(where, name).relative_to(folder) for where, _, names in os.walk(folder) for name in names}


def test_a_file_beside_a_folder_of_its_name(own: RunningSandbox, works: Credentials) -> None:
    """Either may come first, and either may go first."""
    bucket = bucket_of(own, works)
    for order in (["same", "same/below"], ["same/below", "same"]):
        for key in order:
            bucket.put_object(key, key)
        assert [one.key for one in oss2.ObjectIterator(bucket, prefix="same")] == ["same", "same/below"]
        assert bucket.get_object("same").read() == b"same"
        assert bucket.get_object("same/below").read() == b"same/below"
        page = bucket.list_objects_v2(prefix="same", delimiter="/")
        assert ([one.key for one in page.object_list], page.prefix_list) == (["same"], ["same/"])
        bucket.delete_object(order[0])
        assert bucket.get_object(order[1]).read().decode() == order[1]
        bucket.delete_object(order[1])
        assert not bucket.object_exists(order[0])


def get(sandbox: RunningSandbox, by: Credentials, key: str) -> Answer:
    return v4(Draft("GET", "wla-test2", key), by).send(sandbox)


def names(sandbox: RunningSandbox, by: Credentials, prefix: str) -> list[str]:
    return [one.key for one in oss2.ObjectIterator(bucket_of(sandbox, by), prefix=prefix)]


def test_a_file_dropped_into_the_folder_shows_up(own: RunningSandbox, works: Credentials) -> None:
    folder = Path(own.data, "wla-test2")
    assert names(own, works, "dropped") == []
    Path(folder, "dropped").mkdir()
    Path(folder, "dropped", "报告 1.txt").write_text("one")
    assert names(own, works, "dropped") == ["dropped/报告 1.txt"]
    assert get(own, works, "dropped/报告 1.txt").headers["content-type"] == "text/plain"

    Path(folder, "dropped", "报告 1.txt").write_text("one and more")
    answer = get(own, works, "dropped/报告 1.txt")
    assert answer.body == b"one and more"
    assert answer.headers["etag"] == f'"{hashlib.md5(b"one and more").hexdigest().upper()}"'
    assert answer.headers["x-oss-hash-crc64ecma"] == str(crc64.xz(b"one and more"))

    Path(folder, "dropped", "deep", "er").mkdir(parents=True)
    Path(folder, "dropped", "deep", "er", "a:b*.txt").write_text("odd, but a file")
    assert names(own, works, "dropped/deep") == ["dropped/deep/er/a:b*.txt"]
    assert get(own, works, "dropped/deep/er/a:b*.txt").body == b"odd, but a file"

    Path(folder, "dropped", "报告 1.txt").rename(Path(folder, "dropped", "renamed.txt"))
    assert names(own, works, "dropped/") == ["dropped/deep/er/a:b*.txt", "dropped/renamed.txt"]
    shutil.rmtree(folder / "dropped")
    assert names(own, works, "dropped") == []
    assert get(own, works, "dropped/renamed.txt").status == 404


def test_links_are_not_followed(own: RunningSandbox, works: Credentials, tmp_path: Path) -> None:
    folder = Path(own.data, "wla-test2")
    Path(tmp_path, "secret.txt").write_text("not for anybody")
    Path(folder, "link.txt").symlink_to(tmp_path / "secret.txt")
    Path(folder, "linked").symlink_to(tmp_path)

    assert names(own, works, "link") == []
    assert get(own, works, "link.txt").status == 404
    assert get(own, works, "linked/secret.txt").status == 404
    for key in ("link.txt", "linked/secret.txt", "linked/new.txt"):
        assert v4(Draft("PUT", "wla-test2", key, body=b"mine"), works).send(own).status == 200
        assert get(own, works, key).body == b"mine"
    assert [path.name for path in tmp_path.iterdir() if path.name != "stsviewer-home"] == ["secret.txt"]
    assert Path(tmp_path, "secret.txt").read_text() == "not for anybody"


def test_what_a_run_left_is_there_in_the_next(tmp_path: Path) -> None:
    data = tmp_path / "kept"
    with run_sandbox(data=data) as first:
        by = session_of(first, "works")
        bucket = bucket_of(first, by)
        bucket.put_object("awkward//kept", "kept", headers={"x-oss-meta-a": "b", "Content-Type": "x/y"})
        bucket.delete_object("DragonMedium.png")
        bucket.put_object("tea.svg", "changed")
        etag = bucket.head_object("aurora.webp").etag
    with run_sandbox(data=data) as second:
        bucket = bucket_of(second, session_of(second, "works"))
        kept = bucket.get_object("awkward//kept")

        assert (kept.read(), kept.headers["x-oss-meta-a"], kept.headers["Content-Type"]) == (b"kept", "b", "x/y")
        assert not bucket.object_exists("DragonMedium.png")
        assert bucket.get_object("tea.svg").read() == b"changed"
        assert bucket.head_object("aurora.webp").etag == etag
    assert data.is_dir()


def test_shipped_files_stay_as_they_are(own: RunningSandbox, works: Credentials) -> None:
    shipped = places.resources() / "sandbox" / "objects" / "stamp.png"
    before = shipped.read_bytes()
    bucket_of(own, works).put_object("stamp.png", "overwritten")

    assert get(own, works, "stamp.png").body == b"overwritten"
    assert shipped.read_bytes() == before
