"""The account file: what it may say, and how a wrong one is refused. The real process reads it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from support.api_calls import Credentials, acs3_draft, assume, call, of_answer, of_profile, rpc_draft, timestamp
from support.sandbox import command, run_sandbox

from stsviewer.sandbox.account import load
from stsviewer.sandbox.account_table import AccountError

TRUST = """'''{"Version": "1", "Statement": [
    {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"RAM": "acs:ram::1000:root"}}]}'''"""
HEAD = 'account = "1000"\nregion = "cn-shanghai"\n'
USER = '[[user]]\nname = "u"\npolicies = ["AliyunSTSAssumeRoleAccess"]\n[[user.key]]\nid = "LTAIu"\nsecret = "s"\n'
ROLE = f'[[role]]\nname = "r"\ntrust = {TRUST}\n'
PROFILE = '[[profile]]\nname = "p"\nkey = "LTAIu"\nrole_arn = "acs:ram::1000:role/r"\nrole_session_name = "session"\n'


def ended(*args: str) -> subprocess.CompletedProcess[str]:
    """A sandbox that cannot start."""
    return subprocess.run(command(*args), capture_output=True, text=True, timeout=30, stdin=subprocess.DEVNULL)


def group(text: str) -> str:
    return HEAD + '[[group]]\nname = "g"\n' + text


def role(text: str) -> str:
    return HEAD + '[[role]]\nname = "r"\n' + text


def policy(document: str) -> str:
    return HEAD + f"[[policy]]\nname = 'p'\ndocument = '{document}'\n"


def bucket(text: str) -> str:
    return HEAD + '[[bucket]]\nname = "abc"\nregion = "cn-x"\n' + text


def an_object(text: str) -> str:
    return bucket('[[bucket.object]]\nkey = "k"\n' + text)


WRONG = [
    ("no account", 'region = "cn-shanghai"', 'key "account": is missing'),
    ("no region", 'account = "1000"', 'key "region": is missing'),
    ("an account with letters", HEAD.replace("1000", "abc"), "key \"account\": 'abc' is not an account id"),
    ("an unknown key", HEAD + "colour = 1", 'key "colour": there is no such key here'),
    ("an unknown table", HEAD + "[[bukket]]\nname = 'x'", 'key "bukket": there is no such key here'),
    ("one table for several", HEAD + "[user]\nname = 'x'", 'key "user": an array of tables [[user]] is needed'),
    ("a user without a name", HEAD + "[[user]]\npolicies = []", '[[user]], key "name": is missing'),
    ("a user twice", HEAD + USER + USER.replace("LTAIu", "LTAIv"), '[[user]] "u", key "name": used twice'),
    ("a role twice", HEAD + ROLE + ROLE.replace('"r"', '"R"'), '[[role]] "R", key "name": used twice'),
    ("no secret", HEAD + USER.replace('secret = "s"', ""), '[[user.key]] "LTAIu", key "secret": is missing'),
    ("a key twice", HEAD + USER + '[[root_key]]\nid = "LTAIu"\nsecret = "s"', '[[user.key]], key "id": LTAIu is used'),
    ("neither on nor off", HEAD + USER + 'active = "no"', '[[user.key]] "LTAIu", key "active": true or false'),
    ("a typo in a user", HEAD + USER.replace("policies", "polices"), '[[user]] "u", key "polices": there is no'),
    ("an unknown policy", HEAD + USER.replace("AliyunSTS", "AliyunSTTS"), '[[user]] "u", key "policies": AliyunSTTS'),
    ("an unknown group", HEAD + '[[user]]\nname = "u"\ngroups = ["g"]', '[[user]] "u", key "groups": there is no'),
    ("policies that are no list", group('policies = "x"'), '[[group]] "g", key "policies": a list'),
    ("a role without trust", role(""), '[[role]] "r", key "trust": is missing'),
    ("a trust that is no JSON", role('trust = "{"'), '[[role]] "r", key "trust": '),
    (
        "a session too long",
        HEAD + ROLE + "max_session_duration = 50000",
        '[[role]] "r", key "max_session_duration": 50',
    ),
    ("a fault that is no number", HEAD + ROLE + 'token_lifetime = "60"', '[[role]] "r", key "token_lifetime": a whole'),
    ("a fault with a typo", HEAD + "[faults]\nlatency = 3", '[faults], key "latency": there is no such key here'),
    ("a negative latency", HEAD + "[faults]\nlatency_ms = -1", '[faults], key "latency_ms": -1 is out of range'),
    ("a policy without a document", HEAD + '[[policy]]\nname = "p"', '[[policy]] "p", key "document": is missing'),
    ("a policy against the grammar", policy('{"Version":"1","Statement":[]}'), '[[policy]] "p", key "document": '),
    (
        "a policy under a vendor's name",
        HEAD + '[[policy]]\nname = "AliyunOSSFullAccess"\ndocument = "{}"',
        '[[policy]] "AliyunOSSFullAccess", key "name": AliyunOSSFullAccess is a system policy',
    ),
    ("a wrong bucket name", bucket("").replace('"abc"', '"A_b"'), '[[bucket]] "A_b", key "name": \'A_b\' is not'),
    ("a bucket without a region", HEAD + '[[bucket]]\nname = "abc"', '[[bucket]] "abc", key "region": is missing'),
    ("an unknown access list", bucket('acl = "public"'), '[[bucket]] "abc", key "acl": \'public\' is none of private'),
    ("a trust policy on a bucket", bucket(f"policy = {TRUST}"), '[[bucket]] "abc", key "policy": '),
    ("a file that is not there", an_object('file = "no.png"'), '[[bucket.object]] "k", key "file": there is no file'),
    ("two contents", an_object('text = "a"\nsize = 1'), '[[bucket.object]] "k", key "key": of file, text and size'),
    ("an object twice", an_object('[[bucket.object]]\nkey = "k"'), '[[bucket]] "abc", key "object.key": \'k\' is used'),
    (
        "a text out of its encoding",
        an_object('text = "会"\nencoding = "latin-1"'),
        '[[bucket.object]] "k", key "enc',
    ),
    ("a time that is none", an_object('modified = "today"'), '[[bucket.object]] "k", key "modified": a date and time'),
    ("a profile without a key", HEAD + '[[profile]]\nname = "p"', '[[profile]] "p", key "key": is missing'),
    ("a key that is nobody's", HEAD + PROFILE, '[[profile]] "p", key "key": there is no access key LTAIu in this file'),
    ("no TOML", "account = ", "not TOML: "),
]


@pytest.mark.parametrize(("text", "said"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_a_wrong_file_is_refused_with_the_table_and_the_key(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "account.toml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(AccountError) as refusal:
        load(file)

    assert str(refusal.value).startswith(f"{file}: {said}")


def test_a_wrong_file_ends_the_sandbox_with_2_and_one_line(tmp_path: Path) -> None:
    file = tmp_path / "account.toml"
    file.write_text(HEAD + "colour = 1", encoding="utf-8")

    end = ended("--account", str(file))

    assert (end.returncode, end.stdout) == (2, "")
    assert end.stderr == f'stsviewer sandbox: {file}: key "colour": there is no such key here\n'


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    end = ended("--account", str(tmp_path / "none.toml"))

    assert (end.returncode, end.stdout) == (2, "")
    assert end.stderr == f"stsviewer sandbox: {tmp_path}/none.toml: No such file or directory\n"


def test_a_refusal_never_shows_a_secret(tmp_path: Path) -> None:
    file = tmp_path / "account.toml"
    file.write_text(HEAD + '[[root_key]]\nid = "bad id"\nsecret = "do-not-tell"\n', encoding="utf-8")

    end = ended("--account", str(file))

    assert "bad id" in end.stderr
    assert "do-not-tell" not in end.stderr


def test_the_least_account_is_enough() -> None:
    with run_sandbox(HEAD) as sandbox:
        assert sandbox.announcement["profiles"] == []
        assert sandbox.announcement["region"] == "cn-shanghai"


def test_what_a_profile_leaves_out_is_null_and_its_secret_its_keys_own() -> None:
    with run_sandbox(HEAD + USER + ROLE + PROFILE) as sandbox:
        assert sandbox.profile("p") == {
            "name": "p",
            "story": None,
            "story_zh_CN": None,
            "access_key_id": "LTAIu",
            "access_key_secret": "s",
            "role_arn": "acs:ram::1000:role/r",
            "role_session_name": "session",
            "duration_seconds": None,
            "external_id": None,
            "policy": None,
            "region": "cn-shanghai",
            "bucket": None,
            "prefix": None,
        }
        assert "Credentials" in assume(sandbox, sandbox.profile("p"))


def test_a_profile_may_have_a_key_that_is_nobodys_with_a_secret_of_its_own() -> None:
    with run_sandbox(HEAD + ROLE + PROFILE + 'secret = "x"\n') as sandbox:
        assert assume(sandbox, sandbox.profile("p"))["Code"] == "InvalidAccessKeyId.NotFound"


def test_ids_may_be_given_and_are_else_the_same_in_every_run() -> None:
    identities = []
    for text in (HEAD + USER, HEAD + USER, HEAD + USER.replace('name = "u"', 'name = "u"\nid = "20001"')):
        with run_sandbox(text) as sandbox:
            identities.append(call(sandbox, Credentials("LTAIu", "s"), "GetCallerIdentity")["UserId"])

    assert identities[0] == identities[1]
    assert len(identities[0]) == 18
    assert identities[2] == "20001"


def test_a_clock_that_is_ahead_refuses_what_is_signed_now() -> None:
    with run_sandbox(HEAD + USER + ROLE + PROFILE + "[faults]\nclock_offset = 1200\n") as sandbox:
        assert assume(sandbox, sandbox.profile("p"))["Code"] == "InvalidTimeStamp.Expired"
        by = of_profile(sandbox.profile("p"))
        ahead = rpc_draft(by, {"Action": "GetCallerIdentity"}, signed_at=timestamp(1200))
        assert ahead.send(sandbox).status_code == 200


def test_a_fault_of_a_role_outranks_the_accounts() -> None:
    text = HEAD + USER + ROLE + "token_lifetime = 100\n" + ROLE.replace('"r"', '"other"')
    with run_sandbox(text + PROFILE + "[faults]\ntoken_lifetime = 50\n") as sandbox:
        profile = sandbox.profile("p")
        longer = assume(sandbox, profile)["Credentials"]["Expiration"]
        shorter = assume(sandbox, profile, RoleArn="acs:ram::1000:role/other")["Credentials"]["Expiration"]

    assert timestamp(40) < shorter <= timestamp(51)
    assert timestamp(90) < longer <= timestamp(101)


def test_a_token_of_a_role_keeps_its_roles_clock() -> None:
    with run_sandbox(HEAD + USER + ROLE + "clock_offset = 1200\n" + PROFILE) as sandbox:
        by = of_profile(sandbox.profile("p"))
        params = {"Action": "AssumeRole", "RoleArn": "acs:ram::1000:role/r", "RoleSessionName": "session"}
        answer = rpc_draft(by, params, signed_at=timestamp(1200)).send(sandbox).json()
        token = of_answer(answer)
        late = rpc_draft(token, {"Action": "GetCallerIdentity"}).send(sandbox).json()
        newer = acs3_draft(sandbox, token, "GetCallerIdentity", {}).send(sandbox).json()
        right = rpc_draft(token, {"Action": "GetCallerIdentity"}, signed_at=timestamp(1200)).send(sandbox).json()

    assert late["Code"] == newer["Code"] == "InvalidTimeStamp.Expired"
    assert right["IdentityType"] == "AssumedRoleUser"
