"""The sandbox as a child: it announces itself, it ends when told or when we end, and its death is explained."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

import pytest

from stsviewer.failure import Cancelled, Failed, Kind
from stsviewer.oss import Storage
from stsviewer.profile import Origin
from stsviewer.sandbox_process import SandboxProcess, announced
from stsviewer.sts import TokenSource
from stsviewer.wire import Transport


def test_it_announces_profiles_that_work() -> None:
    with SandboxProcess.start() as process:
        announcement = process.wait_ready()
        assert announcement.oss_endpoint.startswith("http://127.0.0.1:")
        names = [profile.name for profile, _ in announcement.profiles]
        assert names[0] == "works"
        profile, key = announcement.profiles[0]
        assert profile.origin is Origin.SANDBOX
        assert profile.sts_endpoint == announcement.sts_endpoint
        assert profile.story
        assert profile.story_zh_cn
        assert key.secret.reveal() not in repr(announcement)
        tokens = TokenSource(profile, key, Transport())
        tokens.renew()
        assert Storage(profile, tokens.key, Transport()).buckets()
        # Whoever asks later gets the same answer.
        assert process.wait_ready(0) is announcement
        assert process.running


def test_it_ends_within_its_time_whatever_is_open() -> None:
    process = SandboxProcess.start()
    announcement = process.wait_ready()
    profile, key = announcement.profiles[0]
    tokens = TokenSource(profile, key, Transport())
    tokens.renew()
    storage = Storage(profile, tokens.key, Transport())
    stopped: list[float] = []

    def stop(_done: int, _total: int) -> None:
        if not stopped:
            began = time.monotonic()
            process.stop()
            stopped.append(time.monotonic() - began)

    # What was sent before the end may be all of it.
    with suppress(Failed):
        storage.read("wla-test2", "DragonMedium.png", progress=stop)
    assert stopped[0] < 2.6
    assert not process.running
    process.stop()


def test_a_wrong_account_file_is_explained(tmp_path: Path) -> None:
    account = tmp_path / "account.toml"
    account.write_text("account = 5\n")
    with SandboxProcess.start(account) as process, pytest.raises(Failed) as refused:
        process.wait_ready()
    failure = refused.value.failure
    assert failure.kind is Kind.LOCAL
    assert str(account) in failure.sentence.english()
    assert failure.doing.english() == "Starting the sandbox"


def test_a_port_that_is_taken_is_explained() -> None:
    with SandboxProcess.start() as first:
        port = int(first.wait_ready().sts_endpoint.rpartition(":")[2])
        with SandboxProcess.start(port=port) as second, pytest.raises(Failed) as refused:
            second.wait_ready()
    assert str(port) in refused.value.failure.sentence.english()


def test_a_port_of_ones_own() -> None:
    with SandboxProcess.start() as first:
        port = int(first.wait_ready().sts_endpoint.rpartition(":")[2])
    with SandboxProcess.start(port=port) as process:
        assert process.wait_ready().sts_endpoint == f"http://127.0.0.1:{port}"


def test_waiting_has_a_deadline_and_can_go_on() -> None:
    with SandboxProcess.start() as process:
        with pytest.raises(Failed) as refused:
            process.wait_ready(0.0)
        assert "does not say that it is ready" in refused.value.failure.sentence.english()
        assert process.wait_ready().profiles


def test_who_waits_is_let_go_when_it_is_stopped() -> None:
    process = SandboxProcess.start()
    ended: list[str] = []

    def wait() -> None:
        try:
            process.wait_ready(30)
        except Cancelled:
            ended.append("cancelled")

    waiting = threading.Thread(target=wait)
    waiting.start()
    process.stop()
    waiting.join(10)
    assert not waiting.is_alive()
    assert ended in (["cancelled"], [])
    with pytest.raises(Cancelled):
        process.wait_ready(0)


def test_it_ends_when_its_parent_is_killed() -> None:
    script = (
        "import sys, time\n"
        "from stsviewer.sandbox_process import SandboxProcess\n"
        "process = SandboxProcess.start()\n"
        "process.wait_ready()\n"
        "print(process._process.pid, flush=True)\n"
        "time.sleep(60)\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    pid = int(parent.stdout.readline())
    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 10
    while Path(f"/proc/{pid}/stat").exists() and Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z":
        assert time.monotonic() < deadline
        time.sleep(0.05)


@pytest.mark.parametrize(
    "line", ["", "\n", "Traceback (most recent call last):", "{}", "[]", '{"sts_endpoint": 1, "profiles": [{}]}']
)
def test_what_is_no_announcement(line: str) -> None:
    assert announced(line) is None


def test_what_is_null_is_unused() -> None:
    line = json.dumps(
        {
            "sts_endpoint": "http://127.0.0.1:1",
            "ram_endpoint": "http://127.0.0.1:1",
            "oss_endpoint": "http://127.0.0.1:1",
            "region": "cn-shanghai",
            "profiles": [
                dict.fromkeys(
                    ("role_arn", "role_session_name", "duration_seconds", "external_id", "policy", "region", "bucket")
                )
                | {"name": "p", "access_key_id": "id", "access_key_secret": "s", "story": "", "story_zh_CN": ""}
            ],
        }
    )
    announcement = announced(line)
    assert announcement is not None
    ((profile, _),) = announcement.profiles
    assert (profile.role_arn, profile.duration_seconds, profile.region) == ("", 3600, "cn-shanghai")
