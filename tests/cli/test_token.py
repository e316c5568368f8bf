"""``stsviewer token``."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from stsviewer import places

from .conftest import Run

FAILED = re.compile(r"stsviewer: Getting a token: \S")


@pytest.mark.parametrize(
    "arguments",
    [
        ("token", "works", "--sandbox", "--format", "json"),
        ("token", "works", "--sandbox"),
        ("--sandbox", "token", "works"),
        ("token", "--sandbox", "works"),
    ],
)
def test_it_prints_what_assume_role_prints_without_qt(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert (ran.returncode, ran.stderr) == (0, "")
    told = json.loads(ran.stdout)
    assert set(told) == {"AssumedRoleUser", "Credentials", "RequestId"}
    assert told["AssumedRoleUser"]["Arn"] == "acs:ram::1532770894211314:role/henshaoread2/henshao"
    assert told["Credentials"]["AccessKeyId"].startswith("STS.")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", told["Credentials"]["Expiration"])
    assert '\n\t"Credentials": {\n\t\t"AccessKeyId"' in ran.stdout


def test_export_lines_make_the_profile_of_the_next_command(run: Run, env_profile: dict[str, str]) -> None:
    ran = run("token", "env", "--format", "export", env=env_profile)
    assert ran.returncode == 0
    exported = dict(line.removeprefix("export ").split("=", 1) for line in ran.stdout.splitlines())
    exported = {name: value.strip("'") for name, value in exported.items()}
    listed = run("ls", "env", "oss://wla-test2", env=exported)
    assert "DragonMedium.png" in listed.stdout
    assert listed.returncode == 0


def test_the_env_profile_works_against_any_endpoint(run: Run, env_profile: dict[str, str]) -> None:
    ran = run("token", "env", env=env_profile)
    assert json.loads(ran.stdout)["AssumedRoleUser"]["Arn"].endswith("/henshaoread2/henshao")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("service-role", "NoPermission"),
        ("no-assume-permission", "NoPermission"),
        ("disabled-key", "InvalidAccessKeyId.Inactive"),
        ("wrong-secret", "SignatureDoesNotMatch"),
        ("no-such-role", "EntityNotExist.Role"),
        ("root-key", "NoPermission"),
        ("external-id", "NoPermission"),
    ],
)
def test_a_refusal(run: Run, name: str, code: str) -> None:
    ran = run("token", name, "--sandbox")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert FAILED.match(ran.stderr)
    assert f"\n  Code: {code}\n" in ran.stderr
    assert re.search(r"\n  RequestId: [0-9A-F-]+\n", ran.stderr)
    assert "Traceback" not in ran.stderr


def test_nothing_answers(run: Run, env_profile: dict[str, str]) -> None:
    ran = run("token", "env", env=env_profile | {"STS_ENDPOINT": "http://127.0.0.1:9"})
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "Nothing listens at 127.0.0.1:9." in ran.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("token",), "PROFILE"),
        (("token", "works", "--sandbox", "--format", "xml"), "--format"),
        (("token", "nobody", "--sandbox"), "There is no profile “nobody”"),
        (("token", "nobody"), "There is no profile yet"),
        (("token", "env"), "ALIBABA_CLOUD_ACCESS_KEY_ID"),
        (("token", "works", "--account", "x.toml"), "--sandbox"),
        (("tokn", "works"), "invalid choice"),
    ],
)
def test_wrong_use(run: Run, arguments: tuple[str, ...], said: str) -> None:
    ran = run(*arguments)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr


def test_a_token_cannot_be_got_with_a_token_alone(run: Run, env_profile: dict[str, str]) -> None:
    ran = run("token", "env", env=env_profile | {"ALIBABA_CLOUD_SECURITY_TOKEN": "t"})
    assert ran.returncode == 2
    assert "names no role" in ran.stderr


def test_an_account_of_ones_own(run: Run, tmp_path: Path) -> None:
    account = tmp_path / "sandbox" / "account.toml"
    account.parent.mkdir()
    text = (places.resources() / "sandbox" / "account.toml").read_text(encoding="utf-8")
    account.write_text(text.replace('name = "works"', 'name = "mine"'), encoding="utf-8")
    for folder in ("sandbox/objects", "icons", "fonts"):
        (tmp_path / folder).symlink_to(places.resources() / folder)
    ran = run("token", "mine", "--sandbox", "--account", str(account))
    assert ran.returncode == 0, ran.stderr
    wrong = run("profiles", "--sandbox", "--account", str(tmp_path / "none.toml"))
    assert wrong.returncode == 1
    assert "none.toml" in wrong.stderr
