"""The other commands, and what all of them share."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
import uuid
from pathlib import Path
from typing import Any

import pytest
from support.local_server import serve

import stsviewer
from stsviewer import places
from stsviewer.keys import ProfileStore
from stsviewer.profile import Profile

from .conftest import Run

ALLOWED: dict[str, Any] = {
    "id": "allowed",
    "policies": {
        "user": [],
        "role": [{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "oss:Get*", "Resource": "*"}]}],
        "trust": None,
        "session": None,
        "bucket_policy": None,
    },
    "request": {
        "action": "oss:GetObject",
        "resource": "acs:oss:*:1:b/k",
        "principal": {
            "type": "AssumedRoleUser",
            "account": "1",
            "role_arn": "acs:ram::1:role/r",
            "sts_arn": "acs:sts::1:assumed-role/r/s",
        },
        "context": {},
    },
}


def test_version_and_help(run: Run) -> None:
    assert run("--version").stdout == f"stsviewer {stsviewer.__version__}\n"
    for arguments in (
        ("--help",),
        ("token", "--help"),
        ("ls", "-h"),
        ("get", "-h"),
        ("profiles", "-h"),
        ("simulate", "-h"),
    ):
        ran = run(*arguments)
        assert ran.returncode == 0
        assert ran.stdout.startswith("usage: stsviewer")


def test_profiles_of_the_sandbox(run: Run) -> None:
    ran = run("profiles", "--sandbox", "--json")
    told = json.loads(ran.stdout)
    assert ran.returncode == 0
    assert told[0]["name"] == "works"
    assert len(told) >= 16
    assert "secret" not in ran.stdout.replace("wrong-secret", "").replace("The secret has a typo", "")
    assert "works " in run("profiles", "--sandbox").stdout


def test_saved_profiles_and_the_environments(run: Run, env_profile: dict[str, str]) -> None:
    store = ProfileStore(places.settings())
    store.save(Profile("saved", "LTAI5tSaved", role_arn="acs:ram::1:role/r"))
    told = json.loads(run("profiles", "--json", env=env_profile).stdout)
    assert [(each["name"], each["origin"]) for each in told] == [("saved", "saved"), ("env", "environment")]
    assert env_profile["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] not in json.dumps(told)
    store.path.write_text("broken")
    ran = run("profiles", "--json")
    assert (ran.returncode, json.loads(ran.stdout)) == (1, [])
    assert "profiles-unread-" in ran.stderr


@pytest.mark.parametrize("command", [("profiles",), ("token", "works"), ("ls", "works", "oss://bucket")])
def test_saved_profiles_that_cannot_be_read_are_told(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "settings").mkdir()
    (tmp_path / "settings" / "profiles.json").write_text("{")
    ran = run(*command, env={"STSVIEWER_HOME": str(tmp_path)})
    assert ran.returncode in (1, 2)
    assert ran.stderr.startswith("stsviewer: The file of profiles could not be read. It is kept as ")


def test_a_saved_profile_without_its_secret(run: Run) -> None:
    ProfileStore(places.settings()).save(Profile("saved", "LTAI5tSaved", role_arn="acs:ram::1:role/r"))
    ran = run("token", "saved", env={"DBUS_SESSION_BUS_ADDRESS": "", "DISPLAY": ""})
    assert ran.returncode == 1
    assert "Code: Keyring.None" in ran.stderr


def test_simulate(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "cases.json"
    file.write_text(json.dumps(ALLOWED))
    ran = run("simulate", str(file))
    assert ran.returncode == 0, ran.stderr
    (result,) = json.loads(ran.stdout)
    assert (result["id"], result["decision"]) == ("allowed", "allow")
    assert result["statement"] == {"policy": "role[0]", "index": 0, "sid": None}

    refused = json.loads(json.dumps(ALLOWED))
    refused["request"]["action"] = "oss:PutObject"
    ran = run("simulate", "-", stdin="\ufeff" + json.dumps([ALLOWED, refused]))
    assert ran.returncode == 1
    assert [each["decision"] for each in json.loads(ran.stdout)] == ["allow", "implicit-deny"]


@pytest.mark.parametrize("content", ["", "{", "{}", '[{"policies": 5}]', "5"])
def test_simulate_with_wrong_input(run: Run, tmp_path: Path, content: str) -> None:
    file = tmp_path / "cases.json"
    file.write_text(content)
    ran = run("simulate", str(file))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "cases.json" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_simulate_with_files_that_are_none(run: Run, tmp_path: Path) -> None:
    assert run("simulate", str(tmp_path / "none.json")).returncode == 2
    (tmp_path / "latin").write_bytes(b'{"id": "\xe9"}')
    assert "no UTF-8" in run("simulate", str(tmp_path / "latin")).stderr


def test_the_command_becomes_the_sandbox(no_qt: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "stsviewer", "sandbox", "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(no_qt)},
    )
    assert process.stdout is not None
    try:
        told = json.loads(process.stdout.readline())
        assert told["profiles"]
        assert told["sts_endpoint"].startswith("http://127.0.0.1:")
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        process.wait(5)
        assert time.monotonic() - began < 2.5
    finally:
        process.kill()
        process.stdout.close()


def test_no_sandbox_is_left_behind(run: Run, tmp_path: Path) -> None:
    run("profiles", "--sandbox", env={"TMPDIR": str(tmp_path)})
    left = [name for name in os.listdir(tmp_path) if "sandbox" in name]
    assert left == []


def test_ctrl_c_ends_it_quietly(env_profile: dict[str, str]) -> None:
    with serve() as server:
        arrived = threading.Event()

        def hang(_received: object, _connection: object) -> None:
            arrived.set()
            server.released.wait(30)

        server.answer = hang
        process = subprocess.Popen(
            [sys.executable, "-m", "stsviewer", "token", "env"],
            stderr=subprocess.PIPE,
            env={**os.environ, **env_profile, "STS_ENDPOINT": server.url},
        )
        assert arrived.wait(20)
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 130
        assert process.stderr is not None
        assert process.stderr.read() == b""
        process.stderr.close()


def test_no_secret_is_in_the_arguments_of_any_of_its_processes(env_profile: dict[str, str]) -> None:
    mark = f"STSVIEWER_TEST_MARK={uuid.uuid4()}"
    name, _, value = mark.partition("=")
    process = subprocess.Popen(
        [sys.executable, "-m", "stsviewer", "ls", "works", "oss://wla-million", "--recursive", "--sandbox"],
        stdout=subprocess.PIPE,
        env={**os.environ, **env_profile, name: value},
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline()
        seen = ""
        for entry in Path("/proc").glob("[0-9]*"):
            try:
                if mark.encode() in (entry / "environ").read_bytes():
                    seen += (entry / "cmdline").read_bytes().decode(errors="replace")
            except OSError:
                continue  # it has ended meanwhile, or is somebody else's
        assert "stsviewer.sandbox" in seen
        assert env_profile["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] not in seen
    finally:
        process.terminate()
        process.stdout.close()
        process.wait(10)
