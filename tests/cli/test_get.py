"""``stsviewer get``."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from support import stories
from support.sandbox import RunningSandbox

from .conftest import Run


def test_the_dragon(run: Run, tmp_path: Path, sandbox: RunningSandbox) -> None:
    path = tmp_path / "F"
    ran = run("get", "works", "--sandbox", "oss://wla-test2/DragonMedium.png", str(path))
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert path.read_bytes() == stories.storage(sandbox, "works").read("wla-test2", "DragonMedium.png").data


@pytest.mark.parametrize(
    "key",
    [
        "/leading slash.txt",
        "awkward//double slash.txt",
        "awkward/../step aside.txt",
        "awkward/%2Fescaped%00.txt",
        "awkward/question?mark=1&and#hash.txt",
        "awkward/plus+plus.txt",
        "会议纪要 2026-11.txt",
    ],
)
def test_all_after_the_bucket_is_the_key_to_the_letter(
    run: Run, env_profile: dict[str, str], sandbox: RunningSandbox, tmp_path: Path, key: str
) -> None:
    path = tmp_path / "F"
    ran = run("get", "env", f"oss://wla-test2/{key}", str(path), env=env_profile)
    assert ran.returncode == 0, ran.stderr
    assert path.read_bytes() == stories.storage(sandbox, "works").read("wla-test2", key).data


def test_into_a_folder_it_is_called_like_its_key(run: Run, env_profile: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "into").mkdir()
    ran = run("get", "env", "oss://wla-test2/photos/DragonMedium.png", str(tmp_path / "into"), env=env_profile)
    assert ran.returncode == 0, ran.stderr
    assert os.listdir(tmp_path / "into") == ["DragonMedium.png"]


def test_a_file_that_is_there_is_kept(run: Run, env_profile: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "F"
    path.write_text("mine")
    arguments = ("get", "env", "oss://wla-test2/DragonMedium.png", str(path))
    ran = run(*arguments, env=env_profile)
    assert ran.returncode == 2
    assert "is there already" in ran.stderr
    assert path.read_text() == "mine"
    assert run(*arguments, "--overwrite", env=env_profile).returncode == 0
    assert path.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(("key", "code"), [("nothing", "NoSuchKey"), ("backup-2019.tar", "InvalidObjectState")])
def test_a_refusal_leaves_no_file(run: Run, env_profile: dict[str, str], tmp_path: Path, key: str, code: str) -> None:
    (tmp_path / "into").mkdir()
    ran = run("get", "env", f"oss://wla-test2/{key}", str(tmp_path / "into" / "F"), env=env_profile)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert f"Code: {code}" in ran.stderr
    assert os.listdir(tmp_path / "into") == []


@pytest.mark.parametrize("address", ["oss://wla-test2", "oss://wla-test2/", "wla-test2/k", "oss:///k"])
def test_addresses_that_are_none(run: Run, address: str) -> None:
    assert run("get", "works", "--sandbox", address, "F").returncode == 2


def test_a_key_that_is_no_utf8(env_profile: dict[str, str]) -> None:
    ran = subprocess.run(
        [sys.executable.encode(), b"-m", b"stsviewer", b"get", b"env", b"oss://wla-test2/\xff", b"F"],
        capture_output=True,
        env={**os.environ, **env_profile},
        timeout=30,
    )
    assert ran.returncode == 2
    assert b"UTF-8" in ran.stderr


def test_a_person_who_looks_on_sees_how_far_it_is(env_profile: dict[str, str], tmp_path: Path) -> None:
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "stsviewer", "get", "env", "oss://wla-test2/DragonMedium.png", str(tmp_path / "F")],
        stdout=subprocess.DEVNULL,
        stderr=follower,
        env={**os.environ, **env_profile},
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            shown += os.read(leader, 4096)
        except OSError:
            break
    os.close(leader)
    assert process.wait(20) == 0
    assert b"100 %" in shown
    assert shown.endswith(b"\r\n")
