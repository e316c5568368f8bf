"""Who may assume which role: the caller's policies and the role's trust, both, and role after role."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from support.api_calls import Credentials, call, of_answer
from support.sandbox import RunningSandbox, run_sandbox

ACCOUNT = "1000200030004000"


def trust(principal: dict[str, Any], condition: dict[str, Any] | None = None, *more: dict[str, Any]) -> str:
    statement = {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": principal, "Condition": condition or {}}
    return json.dumps({"Version": "1", "Statement": [statement, *more]})


def role_arn(name: str, account: str = ACCOUNT) -> str:
    return f"acs:ram::{account}:role/{name}"


EVERYBODY = {"RAM": [f"acs:ram::{ACCOUNT}:root"]}
ANNA = {"RAM": [f"acs:ram::{ACCOUNT}:user/anna"]}
HERE, ELSEWHERE = {"IpAddress": {"acs:SourceIp": "127.0.0.0/8"}}, {"IpAddress": {"acs:SourceIp": "10.0.0.0/8"}}
DENY_BEN = {"Effect": "Deny", "Action": "sts:AssumeRole", "Principal": {"RAM": f"acs:ram::{ACCOUNT}:user/ben"}}

ROLES = {
    "for-everybody": trust(EVERYBODY),
    "for-anna": trust(ANNA),
    "for-all-but-ben": trust(EVERYBODY, None, DENY_BEN),
    "for-a-service": trust({"Service": ["ecs.aliyuncs.com"]}),
    "for-sso": trust({"Federated": [f"acs:ram::{ACCOUNT}:saml-provider/idp"]}),
    "for-another-account": trust({"RAM": ["acs:ram::999:root"]}),
    "for-a-role": trust({"RAM": [role_arn("chaining")]}),
    "with-external-id": trust(EVERYBODY, {"StringEquals": {"sts:ExternalId": ["one", "two"]}}),
    "from-here": trust(EVERYBODY, HERE),
    "from-elsewhere": trust(EVERYBODY, ELSEWHERE),
    "with-mfa": trust(EVERYBODY, {"Bool": {"acs:MFAPresent": "true"}}),
    "yesterday": trust(EVERYBODY, {"DateLessThan": {"acs:CurrentTime": "2020-01-01T00:00:00Z"}}),
}


def toml() -> str:
    parts = [
        f'account = "{ACCOUNT}"\nregion = "cn-shanghai"',
        *(f"[[role]]\nname = '{name}'\ntrust = '''{text}'''" for name, text in ROLES.items()),
        f"[[role]]\nname = 'chaining'\npolicies = ['AliyunSTSAssumeRoleAccess']\ntrust = '''{trust(EVERYBODY)}'''",
        f"[[role]]\nname = 'long'\nmax_session_duration = 43200\ntrust = '''{trust(EVERYBODY)}'''",
        """
        [[policy]]
        name = "only-one-role"
        document = '''{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
            "Resource": "acs:ram:*:1000200030004000:role/for-everybody"}]}'''
        [[policy]]
        name = "no-role"
        document = '''{"Version": "1", "Statement": [{"Effect": "Deny", "Action": "sts:*", "Resource": "*"}]}'''
        [[group]]
        name = "role-takers"
        policies = ["AliyunSTSAssumeRoleAccess"]
        """,
        user("anna", policies=["AliyunSTSAssumeRoleAccess"]),
        user("ben", groups=["role-takers"]),
        user("carla", policies=["only-one-role"]),
        user("dora", policies=["AliyunSTSAssumeRoleAccess", "no-role"]),
        user("emil", policies=["AliyunRAMReadOnlyAccess"]),
    ]
    return "\n".join(parts)


def user(name: str, **lists: list[str]) -> str:
    attached = "".join(f"{key} = {json.dumps(value)}\n" for key, value in lists.items())
    return f"[[user]]\nname = '{name}'\n{attached}[[user.key]]\nid = 'LTAI{name}'\nsecret = '{name}s-secret'\n"


@pytest.fixture(scope="module")
def account() -> Iterator[RunningSandbox]:
    with run_sandbox(toml()) as running:
        yield running


def key(name: str) -> Credentials:
    return Credentials(f"LTAI{name}", f"{name}s-secret")


def take(sandbox: RunningSandbox, by: Credentials, role: str, account: str = ACCOUNT, **params: str) -> dict[str, Any]:
    return call(sandbox, by, "AssumeRole", RoleArn=role_arn(role, account), RoleSessionName="session", **params)


def outcome(answer: dict[str, Any]) -> str:
    """``token``, or the code of the refusal and the policy that refused."""
    if "Credentials" in answer:
        return "token"
    detail = answer.get("AccessDeniedDetail")
    return " ".join([answer["Code"], detail["PolicyType"], detail["NoPermissionType"]] if detail else [answer["Code"]])


NO_TRUST = "NoPermission AssumeRolePolicy ImplicitDeny"
NO_RIGHT = "NoPermission AccountLevelIdentityBasedPolicy ImplicitDeny"

CASES = [
    ("anna", "for-everybody", "token"),
    ("anna", "FOR-Everybody", "token"),
    ("anna", "for-anna", "token"),
    ("anna", "for-a-service", NO_TRUST),
    ("anna", "for-sso", NO_TRUST),
    ("anna", "for-another-account", NO_TRUST),
    ("anna", "for-a-role", NO_TRUST),
    ("anna", "from-here", "token"),
    ("anna", "from-elsewhere", NO_TRUST),
    ("anna", "with-mfa", NO_TRUST),
    ("anna", "yesterday", NO_TRUST),
    ("anna", "for-all-but-ben", "token"),
    ("anna", "nowhere", "EntityNotExist.Role"),
    ("ben", "for-everybody", "token"),
    ("ben", "for-anna", NO_TRUST),
    ("ben", "for-all-but-ben", "NoPermission AssumeRolePolicy ExplicitDeny"),
    ("carla", "for-everybody", "token"),
    ("carla", "from-here", NO_RIGHT),
    ("carla", "nowhere", NO_RIGHT),
    ("dora", "for-everybody", "NoPermission AccountLevelIdentityBasedPolicy ExplicitDeny"),
    ("emil", "for-everybody", NO_RIGHT),
    ("emil", "for-a-service", NO_RIGHT),
    ("emil", "nowhere", NO_RIGHT),
]


@pytest.mark.parametrize(("who", "role", "expected"), CASES)
def test_who_may_assume_which_role(account: RunningSandbox, who: str, role: str, expected: str) -> None:
    assert outcome(take(account, key(who), role)) == expected


@pytest.mark.parametrize(
    ("external_id", "expected"),
    [("one", "token"), ("two", "token"), ("three", NO_TRUST), ("ONE", NO_TRUST), ("", NO_TRUST)],
)
def test_the_external_id_must_be_the_agreed_one(account: RunningSandbox, external_id: str, expected: str) -> None:
    params = {"ExternalId": external_id} if external_id else {}

    assert outcome(take(account, key("anna"), "with-external-id", **params)) == expected


def test_a_role_of_another_account_is_not_known(account: RunningSandbox) -> None:
    assert outcome(take(account, key("anna"), "for-everybody", account="1")) == "EntityNotExist.Role"


def test_role_after_role(account: RunningSandbox) -> None:
    first = of_answer(take(account, key("anna"), "chaining", SourceIdentity="anna@home"))

    second = take(account, first, "for-a-role", SourceIdentity="somebody-else")

    assert outcome(second) == "token"
    assert second["SourceIdentity"] == "anna@home"  # it stays, whatever comes after
    assert outcome(take(account, of_answer(second), "for-everybody")) == NO_RIGHT


def test_a_role_is_not_its_user(account: RunningSandbox) -> None:
    session = of_answer(take(account, key("anna"), "chaining"))

    assert outcome(take(account, session, "for-anna")) == NO_TRUST


def test_a_session_policy_narrows_what_can_be_assumed(account: RunningSandbox) -> None:
    narrow = {"Version": "1", "Statement": [{"Effect": "Allow", "Action": "oss:*", "Resource": "*"}]}
    session = of_answer(take(account, key("anna"), "chaining", Policy=json.dumps(narrow)))
    denying = {"Version": "1", "Statement": [{"Effect": "Deny", "Action": "sts:*", "Resource": "*"}]}
    denied = of_answer(take(account, key("anna"), "chaining", Policy=json.dumps(denying)))

    assert outcome(take(account, session, "for-everybody")) == "NoPermission SessionPolicy ImplicitDeny"
    assert outcome(take(account, denied, "for-everybody")) == "NoPermission SessionPolicy ExplicitDeny"


def test_a_role_has_its_own_longest_session(account: RunningSandbox) -> None:
    assert outcome(take(account, key("anna"), "long", DurationSeconds="43200")) == "token"
    assert outcome(take(account, key("anna"), "long", DurationSeconds="43201")) == "InvalidParameter.DurationSeconds"
    assert outcome(take(account, key("anna"), "for-anna", DurationSeconds="3601")) == "InvalidParameter.DurationSeconds"


def test_a_refused_role_session_is_shown_by_role_and_session(account: RunningSandbox) -> None:
    session = of_answer(take(account, key("anna"), "chaining"))

    detail = take(account, session, "for-anna")["AccessDeniedDetail"]

    assert detail["AuthPrincipalType"] == "AssumedRoleUser"
    assert detail["AuthPrincipalDisplayName"] == "chaining:session"
