"""Large objects: they stream, whoever reads slowly, and the sandbox ends in time with them open."""

from __future__ import annotations

import http.client
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from fastcrc import crc64
from support.api_calls import Credentials
from support.oss_calls import Draft, v4, v4_url
from support.sandbox import RunningSandbox, run_sandbox

SIZE = 600_000_000
ACCOUNT = f"""
account = "1532770894211314"
region = "cn-shanghai"

[[root_key]]
id = "ROOT"
secret = "root-secret"

[[bucket]]
name = "large"
region = "cn-shanghai"

[[bucket.object]]
key = "made"
size = {SIZE}
"""
ROOT = Credentials("ROOT", "root-secret")


@pytest.fixture
def made() -> Iterator[RunningSandbox]:
    with run_sandbox(ACCOUNT) as running:
        yield running


def opened(sandbox: RunningSandbox, key: str) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
    draft = v4_url(Draft("GET", "large", key), ROOT)
    connection = http.client.HTTPConnection("127.0.0.1", sandbox.port, timeout=20)
    connection.request("GET", f"/large/{key}?" + urlencode(draft.query))
    return connection, connection.getresponse()


def resident(sandbox: RunningSandbox) -> int:
    """The memory of the sandbox's process in bytes."""
    pages = int(Path(f"/proc/{sandbox.process.pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_large_object_takes_no_memory(made: RunningSandbox) -> None:
    path = Path(made.data, "large", "file.bin")
    with path.open("wb") as file:
        file.truncate(SIZE)
    before = resident(made)
    for key in ("made", "file.bin"):
        connection, response = opened(made, key)
        crc, length, most = 0, 0, 0
        while piece := response.read(1 << 20):
            crc = crc64.xz(piece, crc)
            length += len(piece)
            most = max(most, resident(made))
        connection.close()

        assert length == SIZE
        assert response.headers["x-oss-hash-crc64ecma"] == str(crc)
        assert most - before < 100 << 20


def test_a_large_upload(made: RunningSandbox) -> None:
    body = bytes(range(256)) * 200_000
    put = v4(Draft("PUT", "large", "uploaded.bin", body=body), ROOT).send(made)

    assert put.headers["x-oss-hash-crc64ecma"] == str(crc64.xz(body))
    assert Path(made.data, "large", "uploaded.bin").stat().st_size == len(body)
    assert not list(Path(made.data, ".stsviewer", "incoming").iterdir())


def test_an_upload_that_breaks_off_leaves_nothing(made: RunningSandbox) -> None:
    draft = v4(Draft("PUT", "large", "broken.bin"), ROOT)
    connection = http.client.HTTPConnection("127.0.0.1", made.port, timeout=20)
    connection.putrequest("PUT", "/large/broken.bin", skip_host=True)
    for name, value in {"Host": made.address, "Content-Length": "1000000", **draft.headers}.items():
        connection.putheader(name, value)
    connection.endheaders(b"only the beginning")
    connection.close()
    incoming = Path(made.data, ".stsviewer", "incoming")
    deadline = time.monotonic() + 10
    while (not incoming.is_dir() or list(incoming.iterdir())) and time.monotonic() < deadline:
        assert v4(Draft("HEAD", "large", "broken.bin"), ROOT).send(made).status == 404

    assert list(incoming.iterdir()) == []
    assert made.errors.read_text() == ""


def test_the_end_comes_in_time_with_a_download_open(made: RunningSandbox) -> None:
    connection, response = opened(made, "made")
    assert len(response.read(100_000)) == 100_000

    assert made.stop() == 0  # within the time of the contract, else it raises
    connection.close()
