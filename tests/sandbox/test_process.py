"""The process itself: its line, its port, its end."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
import requests
from support.api_calls import Draft, assume
from support.sandbox import ENDS_WITHIN, RunningSandbox, command, first_line, run_sandbox

BIG = """
account = "1000"
region = "cn-shanghai"
[[bucket]]
name = "public"
region = "cn-shanghai"
acl = "public-read"
latency_ms = {latency}
[[bucket.object]]
key = "big.bin"
size = 2_000_000_000
"""


def wait_until_gone(pid: int, within: float) -> float:
    """How long the process lives on. Raises AssertionError when it outlives ``within`` seconds."""
    start = time.monotonic()
    while time.monotonic() - start < within:
        state = Path(f"/proc/{pid}/stat")
        if not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "Z":
            return time.monotonic() - start
        time.sleep(0.02)
    raise AssertionError(f"process {pid} is still there after {within} s")


def test_the_line_says_where_and_what(sandbox: RunningSandbox) -> None:
    said = sandbox.announcement

    assert set(said) == {"sts_endpoint", "ram_endpoint", "oss_endpoint", "region", "profiles"}
    assert said["sts_endpoint"] == said["ram_endpoint"] == said["oss_endpoint"] == f"http://127.0.0.1:{sandbox.port}"
    assert said["region"] == "cn-shanghai"
    assert len(said["profiles"]) == 16


def test_it_listens_before_it_says_so_and_starts_soon() -> None:
    begun = time.monotonic()
    process = subprocess.Popen(command(), stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
    try:
        said = json.loads(first_line(process))
        took = time.monotonic() - begun
        host, port = said["sts_endpoint"].removeprefix("http://").split(":")
        socket.create_connection((host, int(port)), timeout=5).close()
        socket.create_connection(("::1", int(port)), timeout=5).close()
        again = time.monotonic()
        subprocess.run([sys.executable, "-c", "pass"], check=True)
        assert took < 1.0 + 5 * (time.monotonic() - again), "a second, on a machine that has one to spare"
    finally:
        process.terminate()
        assert process.wait(ENDS_WITHIN) == 0
        process.communicate()


def test_it_starts_without_what_only_pictures_need() -> None:
    code = """
import sys
from stsviewer.sandbox import server, app
from stsviewer.sandbox.__main__ import main
print([name for name in ("PIL", "PySide6", "oss2", "aliyunsdkcore", "requests", "keyring") if name in sys.modules])
"""
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_the_port_can_be_chosen_and_a_taken_one_is_told() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with run_sandbox(None, None, "--port", str(port)) as sandbox:
        assert sandbox.port == port
        ended = subprocess.run(command("--port", str(port)), capture_output=True, text=True, timeout=30)

    assert ended.returncode == 1
    assert ended.stderr == f"stsviewer sandbox: port {port} cannot be used: Address already in use\n"
    assert ended.stdout == ""


@pytest.mark.parametrize(
    "args", [["--port", "http"], ["--port", "70000"], ["--parent", "me"], ["--colour", "red"], ["extra"]]
)
def test_wrong_use_ends_with_2(args: list[str]) -> None:
    ended = subprocess.run(command(*args), capture_output=True, text=True, timeout=30, stdin=subprocess.DEVNULL)

    assert ended.returncode == 2
    assert ended.stdout == ""


def test_a_data_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")

    ended = subprocess.run(command("--data", str(file)), capture_output=True, text=True, timeout=30)

    assert ended.returncode == 2
    assert str(file) in ended.stderr


def test_a_temporary_folder_is_gone_afterwards_and_a_named_one_stays(tmp_path: Path) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    for args in ([], ["--data", str(tmp_path / "named")]):
        process = subprocess.Popen(
            command(*args), stdout=subprocess.PIPE, text=True, env=os.environ | {"TMPDIR": str(temporary)}
        )
        first_line(process)
        assert len(list(temporary.iterdir())) == (0 if args else 1)
        process.terminate()
        assert process.wait(ENDS_WITHIN) == 0
        process.communicate()

    assert list(temporary.iterdir()) == []
    assert (tmp_path / "named" / "wla-test2" / "DragonMedium.png").is_file()


def test_ended_before_it_serves_it_leaves_no_temporary_folder(tmp_path: Path) -> None:
    process = subprocess.Popen(command(), stdout=subprocess.DEVNULL, env=os.environ | {"TMPDIR": str(tmp_path)})
    deadline = time.monotonic() + 20
    while not list(tmp_path.glob("stsviewer-sandbox-*/*")) and time.monotonic() < deadline:
        time.sleep(0.001)
    process.terminate()

    assert process.wait(ENDS_WITHIN) == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_it_whatever_is_open(ending: signal.Signals) -> None:
    """An idle connection, a download that nobody reads on, one that waits for its answer, and half a request."""
    with run_sandbox(BIG.format(latency=0)) as sandbox, requests.Session() as session:
        session.get(f"{sandbox.base}/public/big.bin", headers={"Range": "bytes=0-0"}, timeout=20)
        download = session.get(f"{sandbox.base}/public/big.bin", stream=True, timeout=20)
        assert download.raw.read(1024) == bytes(1024)
        half = socket.create_connection(("127.0.0.1", sandbox.port))
        half.sendall(b"POST /?Action=AssumeRole HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc")
        idle = socket.create_connection(("::1", sandbox.port))

        sandbox.process.send_signal(ending)

        assert sandbox.process.wait(ENDS_WITHIN) == 0
        download.close()
        half.close()
        idle.close()


def test_sigterm_does_not_wait_for_a_slow_answer() -> None:
    with run_sandbox(BIG.format(latency=60_000)) as sandbox:
        waiting = socket.create_connection(("127.0.0.1", sandbox.port))
        waiting.sendall(b"GET /public/big.bin HTTP/1.1\r\nHost: x\r\n\r\n")

        assert sandbox.stop() == 0
        waiting.close()


def test_it_ends_when_its_parent_does() -> None:
    starter = """
import subprocess, sys, os
child = subprocess.Popen([*sys.argv[1:], "--parent", str(os.getpid())], stdout=subprocess.PIPE, text=True)
child.stdout.readline()
print(child.pid, flush=True)
sys.stdin.readline()
"""
    parent = subprocess.Popen(
        [sys.executable, "-c", starter, *command()], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    os.kill(child, 0)
    parent.kill()
    parent.communicate()

    wait_until_gone(child, within=4)


def test_it_ends_when_a_process_that_is_not_its_parent_does() -> None:
    watched = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    with run_sandbox(None, None, "--parent", str(watched.pid)) as sandbox:
        assert sandbox.process.poll() is None
        watched.kill()  # and stays a zombie: nobody has asked for its exit code

        assert sandbox.process.wait(4) == 0
    watched.communicate()


def test_it_lives_without_standard_input() -> None:
    """A script that starts it in the background gives it an input that is over at once."""
    with run_sandbox() as sandbox:
        assert "Credentials" in assume(sandbox, sandbox.profile("works"))
        assert sandbox.process.poll() is None


def test_the_target_arrives_as_it_was_sent(sandbox: RunningSandbox) -> None:
    """Only ``/`` itself is for STS; what merely looks like it is a key of some bucket."""
    for path in ("//", "/./", "/%2F", "/.."):
        draft = Draft("GET", {"Action": "GetCallerIdentity", "Version": "2015-04-01", "AccessKeyId": "x"}, path=path)
        with socket.create_connection(("127.0.0.1", sandbox.port)) as connection:
            query = "&".join(f"{name}={value}" for name, value in draft.query.items())
            connection.sendall(f"GET {path}?{query} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
            with connection.makefile("rb") as answer:
                assert b"Server: AliyunOSS" in answer.read().replace(b"server:", b"Server:")


def test_nothing_is_written_but_the_line() -> None:
    with run_sandbox() as sandbox:
        assume(sandbox, sandbox.profile("works"))
        assume(sandbox, sandbox.profile("wrong-secret"))
        assert sandbox.stop() == 0
        assert sandbox.process.stdout is not None
        assert sandbox.process.stdout.read() == ""
        assert sandbox.errors.read_text() == ""
