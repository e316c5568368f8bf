"""``stsviewer ls``."""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys

import pytest

from .conftest import Run

# What steers a terminal or turns text around: all controls but the line's end, and the bidirectional marks.
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def test_text(run: Run) -> None:
    ran = run("ls", "works", "oss://wla-test2", "--sandbox")
    assert (ran.returncode, ran.stderr) == (0, "")
    lines = ran.stdout.splitlines()
    assert any(re.fullmatch(r"\s+Prefix\s+oss://wla-test2/photos/", line) for line in lines)
    assert any(
        re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +\d+ +Standard +oss://wla-test2/DragonMedium.png", line)
        for line in lines
    )
    assert not STEERING.search(ran.stdout)


def test_json(run: Run) -> None:
    ran = run("ls", "works", "oss://wla-test2/photos/", "--sandbox", "--format", "json")
    assert (ran.returncode, ran.stderr) == (0, "")
    listed = json.loads(ran.stdout)
    keys = {each["key"]: each for each in listed}
    dragon = keys["photos/DragonMedium.png"]
    assert set(dragon) == {"key", "size", "last_modified", "etag", "storage_class", "type"}
    assert dragon["size"] > 0
    assert all(key.startswith("photos/") for key in keys)


def test_json_is_json_whatever_code_page_the_output_has(run: Run, env_profile: dict[str, str]) -> None:
    arguments = ("ls", "env", "oss://wla-test2", "--recursive", "--format", "json")
    exact = run(*arguments, env=env_profile)
    narrow = run(*arguments, env=env_profile | {"PYTHONIOENCODING": "latin-1"})
    assert not exact.stdout.isascii()
    assert narrow.stdout.isascii()
    assert json.loads(narrow.stdout) == json.loads(exact.stdout)


def test_csv_is_exact_in_a_pipe(run: Run) -> None:
    as_json = json.loads(run("ls", "works", "oss://wla-test2", "--sandbox", "--recursive", "--format", "json").stdout)
    ran = run("ls", "works", "oss://wla-test2", "--sandbox", "--recursive", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.stdout, newline="")))
    assert [row["key"].replace("\r\n", "\n") for row in rows] == [each["key"] for each in as_json]
    assert [int(row["size"]) for row in rows] == [each["size"] for each in as_json]


def test_recursive_has_no_folders(run: Run) -> None:
    ran = run("ls", "works", "oss://wla-test2", "--sandbox", "--recursive", "--format", "json")
    listed = json.loads(ran.stdout)
    assert "Prefix" not in {each["type"] for each in listed}
    assert len(listed) > 40
    assert not STEERING.search(ran.stdout)


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_nothing_from_outside_steers_a_terminal(form: str, env_profile: dict[str, str]) -> None:
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "stsviewer", "ls", "env", "oss://wla-test2", "--recursive", "--format", form],
        stdout=follower,
        stderr=subprocess.PIPE,
        env={**os.environ, **env_profile},
    )
    os.close(follower)
    shown = b""
    while True:
        try:
            some = os.read(leader, 65536)
        except OSError:
            break  # the other end is closed
        if not some:
            break
        shown += some
    os.close(leader)
    assert process.stderr is not None
    errors = process.stderr.read()
    process.stderr.close()
    assert process.wait(20) == 0, errors
    text = shown.decode().replace("\r\n", "\n")
    assert "DragonMedium.png" in text
    assert "escape\\x1b[31mred" in text or "escape\\u001b[31mred" in text
    assert not STEERING.search(text)


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_a_refusal_leaves_the_output_empty(run: Run, form: str) -> None:
    ran = run("ls", "no-oss-policy", "oss://wla-test2", "--sandbox", "--format", form)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "No policy of the role allows oss:ListObjects" in ran.stderr
    for evidence in ("Code: AccessDenied", "EC: 0003-00000202", "RequestId: ", "AuthAction: oss:ListObjects"):
        assert evidence in ran.stderr


def test_what_one_prefix_may_see(run: Run) -> None:
    assert run("ls", "one-prefix", "oss://wla-test2/", "--sandbox").returncode == 1
    ran = run("ls", "one-prefix", "oss://wla-test2/photos/", "--sandbox")
    assert ran.returncode == 0
    assert "photos/DragonMedium.png" in ran.stdout


def test_a_bucket_elsewhere_is_followed(run: Run) -> None:
    ran = run("ls", "other-region", "oss://wla-hangzhou", "--sandbox")
    assert ran.returncode == 0
    assert "DragonMedium.png" in ran.stdout


def test_nothing_there_is_an_empty_list(run: Run) -> None:
    ran = run("ls", "works", "oss://wla-test2/nothing/", "--sandbox", "--format", "json")
    assert (ran.returncode, json.loads(ran.stdout)) == (0, [])


def test_who_reads_may_stop_early(env_profile: dict[str, str]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "stsviewer", "ls", "env", "oss://wla-million", "--recursive"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **env_profile},
    )
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline()
    process.stdout.close()
    assert process.wait(30) == 1
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.parametrize("address", ["wla-test2", "s3://wla-test2", "oss://", "oss://Bad", "oss://a/b", "oss://a@b.c/"])
def test_addresses_that_are_none(run: Run, address: str) -> None:
    ran = run("ls", "works", address, "--sandbox")
    assert (ran.returncode, ran.stdout) == (2, "")
