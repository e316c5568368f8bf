"""Tokens as other programs want them."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from stsviewer.export import forms
from stsviewer.keys import environment
from stsviewer.profile import Profile
from stsviewer.secret import Secret
from stsviewer.sts import Token

ISSUED = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
TOKEN = Token(
    access_key_id="STS.NUabc",
    access_key_secret=Secret("secret/+="),
    security_token=Secret("CAIS/+=="),
    expiration=ISSUED + timedelta(seconds=3600),
    assumed_role_arn="acs:ram::1532770894211314:role/henshaoread2/henshao",
    assumed_role_id="349708:henshao",
    request_id="6894B13B",
    issued=ISSUED,
)
PROFILE = Profile("p", "LTAI5t", region="cn-shanghai", oss_endpoint="http://127.0.0.1:1")
HOSTILE = "'\"$(touch owned)`touch owned`;\n\\ !x &|"


def test_json_is_what_the_vendors_command_prints() -> None:
    assert forms.assume_role_json(TOKEN) == (
        "{\n"
        '\t"AssumedRoleUser": {\n'
        '\t\t"Arn": "acs:ram::1532770894211314:role/henshaoread2/henshao",\n'
        '\t\t"AssumedRoleId": "349708:henshao"\n'
        "\t},\n"
        '\t"Credentials": {\n'
        '\t\t"AccessKeyId": "STS.NUabc",\n'
        '\t\t"AccessKeySecret": "secret/+=",\n'
        '\t\t"Expiration": "2026-11-24T11:00:00Z",\n'
        '\t\t"SecurityToken": "CAIS/+=="\n'
        "\t},\n"
        '\t"RequestId": "6894B13B"\n'
        "}"
    )


SHELLS = [shell for shell in ("sh", "bash", "dash", "zsh", "ksh") if shutil.which(shell)]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("secret", ["CAIS/+==", HOSTILE, "密钥"])
def test_a_shell_reads_exactly_what_was_written(shell: str, secret: str, tmp_path: object) -> None:
    lines = forms.export_lines(replace(TOKEN, security_token=Secret(secret)), PROFILE)
    ran = subprocess.run(
        [shell, "-c", lines + "exec env -0"],
        capture_output=True,
        check=True,
        cwd=str(tmp_path),
        env={"PATH": "/usr/bin:/bin"},
        timeout=20,
    )
    told = dict(entry.partition("=")[::2] for entry in ran.stdout.decode().split("\0") if entry)
    made = environment.profile(told)
    assert made is not None
    profile, key = made
    assert (key.id, key.secret, key.security_token) == ("STS.NUabc", Secret("secret/+="), Secret(secret))
    assert (profile.region, profile.oss_endpoint, profile.sts_endpoint) == ("cn-shanghai", "http://127.0.0.1:1", "")
    assert subprocess.run(["ls", "-A", str(tmp_path)], capture_output=True, text=True, check=True).stdout in (
        "",
        "stsviewer-home\n",
    )


def test_json_takes_every_text() -> None:
    odd = replace(TOKEN, assumed_role_arn=HOSTILE, security_token=Secret(HOSTILE))
    read = json.loads(forms.assume_role_json(odd))
    assert read["AssumedRoleUser"]["Arn"] == HOSTILE
    assert read["Credentials"]["SecurityToken"] == HOSTILE
