"""The stories of the shipped account that end at STS, each with its documented refusal, through the vendor's SDK."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from aliyunsdkcore.acs_exception.exceptions import ServerException
from support.api_calls import assume, assume_by_sdk
from support.sandbox import RunningSandbox

BY_RAM = "You are not authorized to do this action. You should be authorized by RAM."

STORIES = [
    "works", "service-role", "no-assume-permission", "no-oss-policy", "one-prefix", "explicit-deny", "session-policy",
    "other-region", "disabled-key", "wrong-secret", "no-such-role", "root-key", "external-id", "short-lived", "million",
    "slow",
]  # fmt: skip

# name, HTTP status, code and message as the SDK tells them, code and message as the server sends them
REFUSED = [
    ("service-role", 403, "NoPermission", BY_RAM),
    ("no-assume-permission", 403, "NoPermission", BY_RAM),
    ("root-key", 403, "NoPermission", BY_RAM),
    ("external-id", 403, "NoPermission", BY_RAM),
    ("no-such-role", 404, "EntityNotExist.Role", "The specified Role not exists ."),
    ("disabled-key", 400, "InvalidAccessKeyId.Inactive", "Specified access key is disabled."),
    (
        "wrong-secret",
        400,
        "InvalidAccessKeySecret",  # the SDK found its own string to sign in the answer
        "The AccessKeySecret is incorrect. Please check your AccessKeyId and AccessKeySecret.",
    ),
]

# name, PolicyType, NoPermissionType, AuthPrincipalType
DETAIL = [
    ("service-role", "AssumeRolePolicy", "ImplicitDeny", "SubUser"),
    ("no-assume-permission", "AccountLevelIdentityBasedPolicy", "ImplicitDeny", "SubUser"),
    ("root-key", "AccountLevelIdentityBasedPolicy", "ImplicitDeny", "RootUser"),
    ("external-id", "AssumeRolePolicy", "ImplicitDeny", "SubUser"),
]


def test_the_stories_are_the_agreed_ones_and_told_in_two_languages(sandbox: RunningSandbox) -> None:
    profiles: list[dict[str, Any]] = sandbox.announcement["profiles"]

    assert [profile["name"] for profile in profiles] == STORIES
    assert all(profile["story"] and profile["story_zh_CN"] for profile in profiles)


@pytest.mark.parametrize(("name", "status", "code", "message"), REFUSED, ids=[row[0] for row in REFUSED])
def test_a_story_that_ends_at_sts(sandbox: RunningSandbox, name: str, status: int, code: str, message: str) -> None:
    with pytest.raises(ServerException) as refusal:
        assume_by_sdk(sandbox, sandbox.profile(name))

    assert refusal.value.get_http_status() == status
    assert refusal.value.get_error_code() == code
    assert refusal.value.get_error_msg() == message
    assert refusal.value.get_request_id()


@pytest.mark.parametrize(("name", "policy_type", "kind", "principal"), DETAIL, ids=[row[0] for row in DETAIL])
def test_one_text_for_all_causes_is_told_apart_by_its_detail(
    sandbox: RunningSandbox, name: str, policy_type: str, kind: str, principal: str
) -> None:
    detail = assume(sandbox, sandbox.profile(name))["AccessDeniedDetail"]

    assert detail["PolicyType"] == policy_type
    assert detail["NoPermissionType"] == kind
    assert detail["AuthPrincipalType"] == principal
    assert detail["AuthAction"] == "sts:AssumeRole"
    assert detail["AuthPrincipalOwnerId"] == "1532770894211314"
    assert detail["AuthPrincipalDisplayName"]
    assert detail["EncodedDiagnosticMessage"].startswith("AQEAAAAA")


@pytest.mark.parametrize("name", [name for name in STORIES if name not in {row[0] for row in REFUSED}])
def test_the_other_stories_get_their_token(sandbox: RunningSandbox, name: str) -> None:
    answer = assume_by_sdk(sandbox, sandbox.profile(name))

    assert answer["Credentials"]["AccessKeyId"].startswith("STS.")


def test_a_wrong_secret_is_told_with_the_servers_string_to_sign(sandbox: RunningSandbox) -> None:
    answer = assume(sandbox, sandbox.profile("wrong-secret"))

    assert answer["Code"] == "SignatureDoesNotMatch"
    assert answer["Message"].startswith(
        "Specified signature is not matched with our calculation. server string to sign is:GET&%2F&AccessKeyId%3D"
    )


def test_a_short_lived_token_ends_after_a_minute_whatever_was_asked_for(sandbox: RunningSandbox) -> None:
    expiration = assume(sandbox, sandbox.profile("short-lived"), DurationSeconds="900")["Credentials"]["Expiration"]

    left = datetime.strptime(expiration, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC) - datetime.now(UTC)
    assert 50 < left.total_seconds() <= 60


def test_a_slow_role_takes_its_time(sandbox: RunningSandbox) -> None:
    before = datetime.now(UTC)

    assume(sandbox, sandbox.profile("slow"))

    assert (datetime.now(UTC) - before).total_seconds() >= 0.3
