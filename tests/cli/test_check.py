"""``stsviewer check``."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support.accounts import dump
from support.check_cases import LEVELS, account
from support.sandbox import ram_closed

from .conftest import Run


@pytest.fixture(scope="module")
def accounts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An account of roles that may do more and more, with RAM readable and closed, as files."""
    folder = tmp_path_factory.mktemp("accounts")
    text = dump(account(LEVELS))
    files = {"open": text, "closed": ram_closed(text)}
    for name, each in files.items():
        Path(folder, f"{name}.toml").write_text(each, encoding="utf-8")
    return {name: str(folder / f"{name}.toml") for name in files}


def test_a_role_that_works(run: Run) -> None:
    ran = run("check", "works", "--sandbox")
    assert (ran.returncode, ran.stderr) == (0, "")
    lines = ran.stdout.splitlines()
    assert [line.split()[0] for line in lines[:10]] == ["ok"] * 10
    assert re.fullmatch(r"works; \d+ requests, 0 that change anything", lines[-1])


def test_a_role_that_does_not(run: Run) -> None:
    ran = run("check", "service-role", "--sandbox")
    assert ran.returncode == 1
    assert "FAILED  The role trusts you" in ran.stdout
    assert "Its trust policy names one principal, the service ecs.aliyuncs.com." in ran.stdout
    assert '"RAM": ["acs:ram::1532770894211314:user/henshao"]' in ran.stdout
    assert "Code: NoPermission" in ran.stdout


def test_json(run: Run) -> None:
    ran = run("check", "service-role", "--sandbox", "--json")
    assert (ran.returncode, ran.stderr) == (1, "")
    told = json.loads(ran.stdout)
    assert list(told) == ["profile", "verdict", "source", "rungs", "causes", "fixes", "allowed"]
    assert (told["profile"], told["verdict"], told["source"]) == ("service-role", "fails", "ram")
    states = {rung["name"]: rung["state"] for rung in told["rungs"]}
    assert list(states.items()) == [
        ("network", "passed"),
        ("key", "passed"),
        ("clock", "passed"),
        ("may-assume", "passed"),
        ("role", "passed"),
        ("trust", "failed"),
        ("parameters", "skipped"),
        ("token", "skipped"),
        ("bucket", "skipped"),
        ("actions", "skipped"),
    ]
    assert told["rungs"][5]["evidence"]["code"] == "NoPermission"
    assert [cause["likelihood"] for cause in told["causes"]] == ["certain"]
    assert [fix["target"] for fix in told["fixes"]] == ["trust"]


def test_bucket_and_prefix(run: Run) -> None:
    assert run("check", "one-prefix", "--sandbox", "--prefix", "docs/").returncode == 1
    assert run("check", "one-prefix", "--sandbox", "--prefix", "photos/").returncode == 0
    ran = run("check", "works", "--sandbox", "--bucket", "wla-nowhere", "--json")
    assert [rung["name"] for rung in json.loads(ran.stdout)["rungs"] if rung["state"] == "failed"] == ["bucket"]


@pytest.mark.parametrize(
    ("name", "expect", "code", "said"),
    [
        ("reader", "read", 0, ""),
        ("reader", "sdk-read", 0, ""),
        ("reader", "write", 1, "stsviewer: Less than expected: CopyObject, DeleteObject, PutObject.\n"),
        ("reader", "list", 1, "stsviewer: More than expected: GetObject.\n"),
        ("nobody", "none", 0, ""),
    ],
)
def test_expectations(name: str, expect: str, code: int, said: str, run: Run, accounts: dict[str, str]) -> None:
    ran = run("check", name, "--sandbox", "--account", accounts["open"], "--expect", expect, "--json")
    assert (ran.returncode, ran.stderr) == (code, said)
    assert json.loads(ran.stdout)["verdict"] == ("fails" if code else "works")


def test_writes_cannot_be_told_where_policies_cannot_be_read(run: Run, accounts: dict[str, str]) -> None:
    closed = ("--sandbox", "--account", accounts["closed"], "--expect", "read", "--json")
    ran = run("check", "reader", *closed)
    told = json.loads(ran.stdout)
    assert (ran.returncode, told["verdict"]) == (1, "unknown")
    assert "--try-writes" in ran.stderr
    writes = {
        cell["state"] for cell in told["allowed"] if cell["action"] in ("PutObject", "CopyObject", "DeleteObject")
    }
    assert writes <= {"unknown", "not-applicable"}

    ran = run("check", "reader", *closed, "--try-writes")
    told = json.loads(ran.stdout)
    assert (ran.returncode, told["verdict"]) == (0, "works")
    assert re.search(r"write probes use oss://wla-cases/stsviewer-probe-[0-9a-f]+", ran.stderr.splitlines()[0])
    assert {cell["state"] for cell in told["allowed"] if cell["action"] == "PutObject" and cell["prefix"] == ""} == {
        "no-allow"
    }


def test_a_probe_that_cannot_be_removed_is_named(run: Run, accounts: dict[str, str]) -> None:
    ran = run("check", "uploader", "--sandbox", "--account", accounts["open"], "--try-writes", "--prefix", "photos/")
    named = re.search(r"write probes use (oss://wla-cases/photos/stsviewer-probe-[0-9a-f]+) ", ran.stderr)
    assert named is not None
    assert f"a probe could not be removed: {named[1]}\n" in ran.stderr


def test_an_expectation_of_a_role_without_a_token(run: Run) -> None:
    ran = run("check", "service-role", "--sandbox", "--expect", "write")
    assert ran.returncode == 1
    assert "there is no token" in ran.stderr


def test_wrong_use(run: Run) -> None:
    ran = run("check", "works", "--sandbox", "--expect", "everything")
    assert ran.returncode == 2
    assert "everything" in ran.stderr
    assert run("check", "--sandbox").returncode == 2
    assert run("check", "no-such-profile", "--sandbox").returncode == 2


def test_the_profile_of_the_environment(run: Run, env_profile: dict[str, str]) -> None:
    ran = run("check", "env", "--bucket", "wla-test2", "--expect", "write", env=env_profile)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert env_profile["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] not in ran.stdout


def test_what_comes_from_outside_cannot_steer_the_terminal(run: Run) -> None:
    ran = run("check", "works", "--sandbox", "--prefix", "a\x1b[31m\u202e/")
    assert ran.returncode == 0
    assert "\x1b" not in ran.stdout
    assert "\u202e" not in ran.stdout
