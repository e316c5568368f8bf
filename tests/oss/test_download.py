"""Downloads: whole or not at all, and never over what is there."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest
from support import stories
from support.local_server import reply, serve
from support.sandbox import RunningSandbox

from stsviewer.failure import Cancelled, Failed, Kind
from stsviewer.oss import Crc, Storage
from stsviewer.profile import AccessKey, Profile
from stsviewer.secret import Secret
from stsviewer.wire import Cancel, Transport

DRAGON = "DragonMedium.png"


@pytest.fixture
def works(sandbox: RunningSandbox) -> Storage:
    return stories.storage(sandbox, "works")


def at(url: str) -> Storage:
    key = AccessKey("LTAI5t", Secret("secret"))
    return Storage(Profile("p", key.id, region="cn-shanghai", oss_endpoint=url), lambda: key, Transport())


def test_a_download(works: Storage, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    path = tmp_path / "dragon.png"
    done = works.download("wla-test2", DRAGON, path, progress=lambda *each: seen.append(each))
    content = works.read("wla-test2", DRAGON)
    assert path.read_bytes() == content.data
    assert (done.path, done.size, done.crc) == (path, len(content.data), Crc.MATCHES)
    assert path.stat().st_mtime == content.properties.modified.timestamp()
    assert seen[-1] == (done.size, done.size)
    assert os.listdir(tmp_path) == ["dragon.png"]


def test_new_files_get_the_permissions_that_new_files_get(works: Storage, tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        works.download("wla-test2", DRAGON, tmp_path / "d")
    finally:
        os.umask(before)
    assert (tmp_path / "d").stat().st_mode & 0o777 == 0o640


def test_an_empty_object(works: Storage, tmp_path: Path) -> None:
    assert works.download("wla-test2", "a/c/", tmp_path / "empty").size == 0
    assert (tmp_path / "empty").read_bytes() == b""


@pytest.mark.parametrize("kind", ["file", "dangling link"])
def test_what_is_there_is_kept(works: Storage, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "mine"
    if kind == "file":
        path.write_text("mine")
    else:
        path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(Failed) as refused:
        works.download("wla-test2", DRAGON, path)
    assert refused.value.failure.kind is Kind.INPUT
    assert "is there already" in refused.value.failure.sentence.english()
    assert os.listdir(tmp_path) == ["mine"]
    if kind == "file":
        assert path.read_text() == "mine"
        works.download("wla-test2", DRAGON, path, overwrite=True)
        assert path.read_bytes().startswith(b"\x89PNG")


def test_for_a_place_that_is_taken_nothing_is_asked(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    with serve(reply(body=b"bytes")) as server:
        with pytest.raises(Failed):
            at(server.url).download("bucket", "k", tmp_path / "mine")
        assert server.received == []


def test_what_came_meanwhile_is_kept(works: Storage, tmp_path: Path) -> None:
    path = tmp_path / "mine"
    with pytest.raises(Failed) as refused:
        works.download("wla-test2", DRAGON, path, progress=lambda done, total: path.write_text("mine") and None)
    assert "is there already" in refused.value.failure.sentence.english()
    assert path.read_text() == "mine"
    assert os.listdir(tmp_path) == ["mine"]


def test_without_hard_links_it_works_too(works: Storage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(*_: object, **__: object) -> None:
        raise PermissionError("this file system has no links")

    monkeypatch.setattr(os, "link", no_links)
    works.download("wla-test2", DRAGON, tmp_path / "d")
    assert (tmp_path / "d").read_bytes().startswith(b"\x89PNG")
    assert os.listdir(tmp_path) == ["d"]


@pytest.mark.parametrize(("path", "said"), [("missing/d", "There is no folder"), (".", "is a folder")])
def test_places_that_cannot_be_written(works: Storage, tmp_path: Path, path: str, said: str) -> None:
    with pytest.raises(Failed) as refused:
        works.download("wla-test2", DRAGON, tmp_path / path)
    assert said in refused.value.failure.sentence.english()
    assert os.listdir(tmp_path) == []


def test_a_disk_that_is_full(works: Storage) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full here")
    with serve(reply(body=b"x" * 100)) as server:
        from stsviewer.oss import transfer

        real = transfer.FileIO
        try:
            transfer.FileIO = lambda path, mode: real("/dev/full", "w")  # type: ignore[assignment, misc]
            with pytest.raises(Failed) as refused:
                at(server.url).download("bucket", "k", Path("/tmp/never-written-by-stsviewer"))
        finally:
            transfer.FileIO = real  # type: ignore[misc]
    assert refused.value.failure.kind is Kind.LOCAL
    assert "No space left" in refused.value.failure.sentence.english()


def test_bytes_that_are_not_those_that_are_stored(tmp_path: Path) -> None:
    with serve(reply(body=b"tampered", headers={"x-oss-hash-crc64ecma": "1"})) as server:
        with pytest.raises(Failed) as refused:
            at(server.url).download("bucket", "k", tmp_path / "d")
        assert "CRC-64" in refused.value.failure.sentence.english()
        assert os.listdir(tmp_path) == []


def test_a_transfer_that_breaks_off(tmp_path: Path) -> None:
    with serve() as server:

        def short(received: object, connection: object) -> None:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")  # type: ignore[attr-defined]
            connection.shutdown(2)  # type: ignore[attr-defined]

        server.answer = short
        with pytest.raises(Failed) as refused:
            at(server.url).download("bucket", "k", tmp_path / "d")
    assert refused.value.failure.kind is Kind.NETWORK
    assert os.listdir(tmp_path) == []


def test_a_download_can_be_taken_back(tmp_path: Path) -> None:
    with serve() as server:
        cancel = Cancel()

        def slow(received: object, connection: object) -> None:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + bytes(5000))  # type: ignore[attr-defined]
            server.released.wait(30)

        server.answer = slow
        began = time.monotonic()
        with pytest.raises(Cancelled):
            at(server.url).download(
                "bucket",
                "k",
                tmp_path / "d",
                progress=lambda done, total: threading.Timer(0.05, cancel.set).start(),
                cancel=cancel,
            )
        assert time.monotonic() - began < 5
    assert os.listdir(tmp_path) == []
