"""The profile that the environment makes."""

from __future__ import annotations

import pytest

from stsviewer.keys import environment
from stsviewer.profile import Origin
from stsviewer.secret import Secret

KEY = {"ALIBABA_CLOUD_ACCESS_KEY_ID": "LTAI5t", "ALIBABA_CLOUD_ACCESS_KEY_SECRET": "secret"}
ROLE = {"ALIBABA_CLOUD_ROLE_ARN": "acs:ram::1:role/reader"}


def test_with_a_key_and_a_role() -> None:
    made = environment.profile(
        KEY
        | ROLE
        | {
            "ALIBABA_CLOUD_ROLE_SESSION_NAME": "henshao",
            "OSS_REGION": "cn-shanghai",
            "OSS_ENDPOINT": "http://127.0.0.1:1",
            "STS_ENDPOINT": "http://127.0.0.1:2",
            "RAM_ENDPOINT": "http://127.0.0.1:3",
        }
    )
    assert made is not None
    profile, key = made
    assert (profile.name, profile.origin) == ("env", Origin.ENVIRONMENT)
    assert (profile.role_arn, profile.role_session_name) == ("acs:ram::1:role/reader", "henshao")
    assert profile.region == "cn-shanghai"
    assert (profile.oss_endpoint, profile.sts_endpoint, profile.ram_endpoint) == (
        "http://127.0.0.1:1",
        "http://127.0.0.1:2",
        "http://127.0.0.1:3",
    )
    assert (key.id, key.secret, key.security_token) == ("LTAI5t", Secret("secret"), None)


def test_a_session_has_a_name_when_none_is_given() -> None:
    made = environment.profile(KEY | ROLE)
    assert made is not None
    assert made[0].role_session_name == "stsviewer"


def test_with_a_token_no_role_is_assumed() -> None:
    made = environment.profile(KEY | ROLE | {"ALIBABA_CLOUD_SECURITY_TOKEN": "token"})
    assert made is not None
    profile, key = made
    assert (profile.role_arn, profile.role_session_name) == ("", "")
    assert key.security_token == Secret("token")


def test_blanks_and_ends_of_lines_around_the_values_are_none_of_theirs() -> None:
    told = KEY | {"ALIBABA_CLOUD_SECURITY_TOKEN": "token", "OSS_REGION": "oss-cn-shanghai"}
    assert environment.profile({name: f" {value}\r\n" for name, value in told.items()}) == environment.profile(told)


@pytest.mark.parametrize("missing", KEY)
def test_without_a_whole_key_there_is_none(missing: str) -> None:
    assert environment.profile({name: value for name, value in KEY.items() if name != missing}) is None
    assert environment.profile(KEY | {missing: ""}) is None


@pytest.mark.parametrize(
    ("told", "region"),
    [
        ({}, "cn-hangzhou"),
        ({"OSS_REGION": "oss-cn-beijing"}, "cn-beijing"),
        ({"OSS_ENDPOINT": "oss-cn-beijing.aliyuncs.com"}, "cn-beijing"),
        ({"OSS_ENDPOINT": "https://oss-us-west-1-internal.aliyuncs.com"}, "us-west-1"),
        ({"OSS_ENDPOINT": "https://bucket.oss-eu-central-1.aliyuncs.com"}, "eu-central-1"),
        ({"OSS_ENDPOINT": "http://127.0.0.1:1"}, "cn-hangzhou"),
        ({"OSS_REGION": "cn-a", "OSS_ENDPOINT": "oss-cn-b.aliyuncs.com"}, "cn-a"),
    ],
)
def test_the_region(told: dict[str, str], region: str) -> None:
    made = environment.profile(KEY | told)
    assert made is not None
    assert made[0].region == region


def test_it_is_read_from_the_processs_own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in KEY.items():
        monkeypatch.setenv(name, value)
    made = environment.profile()
    assert made is not None
    assert made[0].access_key_id == "LTAI5t"
