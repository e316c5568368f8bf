"""What RAM tells, to whom, and what it says of the rest."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from aliyunsdkcore.acs_exception.exceptions import ServerException
from aliyunsdkcore.request import CommonRequest
from support.api_calls import (
    RAM,
    Credentials,
    acs3_draft,
    assume,
    by_sdk,
    call,
    of_answer,
    of_profile,
    rpc_draft,
    xml,
)
from support.sandbox import RunningSandbox, ram_closed, run_sandbox, shipped_account

ACCOUNT = "1532770894211314"


def ram(sandbox: RunningSandbox, action: str, by: Credentials | None = None, **params: str) -> dict[str, Any]:
    return call(sandbox, by or of_profile(sandbox.profile("works")), action, RAM, **params)


def test_a_user(sandbox: RunningSandbox) -> None:
    user = ram(sandbox, "GetUser", UserName="henshao")["User"]

    assert user["UserName"] == "henshao"
    assert user["UserId"] == call(sandbox, of_profile(sandbox.profile("works")), "GetCallerIdentity")["UserId"]


def test_a_role_with_its_trust_policy(sandbox: RunningSandbox) -> None:
    role = ram(sandbox, "GetRole", RoleName="ecs-instance")["Role"]

    assert role["Arn"] == f"acs:ram::{ACCOUNT}:role/ecs-instance"
    assert role["MaxSessionDuration"] == 3600
    statement = json.loads(role["AssumeRolePolicyDocument"])["Statement"][0]
    assert statement["Principal"] == {"Service": ["ecs.aliyuncs.com"]}


def test_what_a_user_and_a_role_may(sandbox: RunningSandbox) -> None:
    of_user = ram(sandbox, "ListPoliciesForUser", UserName="henshao")["Policies"]["Policy"]
    of_role = ram(sandbox, "ListPoliciesForRole", RoleName="locked-out")["Policies"]["Policy"]

    assert [(one["PolicyName"], one["PolicyType"]) for one in of_user] == [
        ("AliyunSTSAssumeRoleAccess", "System"),
        ("AliyunRAMReadOnlyAccess", "System"),
    ]
    assert [(one["PolicyName"], one["PolicyType"], one["DefaultVersion"]) for one in of_role] == [
        ("AliyunOSSFullAccess", "System", "v1"),
        ("hands-off-wla-test2", "Custom", "v1"),
    ]


@pytest.mark.parametrize(
    ("name", "kind", "action"),
    [("AliyunOSSFullAccess", "System", "oss:*"), ("hands-off-wla-test2", "Custom", "oss:*")],
)
def test_a_policy_and_its_version(sandbox: RunningSandbox, name: str, kind: str, action: str) -> None:
    policy = ram(sandbox, "GetPolicy", PolicyName=name, PolicyType=kind)
    version = ram(sandbox, "GetPolicyVersion", PolicyName=name, PolicyType=kind, VersionId="v1")["PolicyVersion"]

    assert policy["Policy"]["PolicyType"] == kind
    assert policy["Policy"]["AttachmentCount"] >= 1
    assert policy["DefaultPolicyVersion"] == version
    assert version["IsDefaultVersion"] is True
    assert json.loads(version["PolicyDocument"])["Statement"][0]["Action"] in (action, [action])


def test_groups() -> None:
    account = """
        account = "1000"
        region = "cn-shanghai"
        [[group]]
        name = "readers"
        policies = ["AliyunRAMReadOnlyAccess", "AliyunOSSReadOnlyAccess"]
        [[user]]
        name = "u"
        groups = ["readers"]
        [[user.key]]
        id = "LTAIu"
        secret = "s"
    """
    with run_sandbox(account) as sandbox:
        by = Credentials("LTAIu", "s")
        groups = ram(sandbox, "ListGroupsForUser", by, UserName="u")["Groups"]["Group"]
        policies = ram(sandbox, "ListPoliciesForGroup", by, GroupName="readers")["Policies"]["Policy"]
        own = ram(sandbox, "ListPoliciesForUser", by, UserName="u")["Policies"]["Policy"]

    assert [group["GroupName"] for group in groups] == ["readers"]
    assert [one["PolicyName"] for one in policies] == ["AliyunRAMReadOnlyAccess", "AliyunOSSReadOnlyAccess"]
    assert own == []


MISSING = [
    ("GetUser", {"UserName": "nobody"}, "EntityNotExist.User"),
    ("ListGroupsForUser", {"UserName": "nobody"}, "EntityNotExist.User"),
    ("ListPoliciesForUser", {"UserName": "nobody"}, "EntityNotExist.User"),
    ("GetRole", {"RoleName": "henshaoraed2"}, "EntityNotExist.Role"),
    ("ListPoliciesForRole", {"RoleName": "henshaoraed2"}, "EntityNotExist.Role"),
    ("ListPoliciesForGroup", {"GroupName": "nobody"}, "EntityNotExist.Group"),
    ("GetPolicy", {"PolicyName": "none", "PolicyType": "Custom"}, "EntityNotExist.Policy"),
    ("GetPolicy", {"PolicyName": "photos-only", "PolicyType": "System"}, "EntityNotExist.Policy"),
    (
        "GetPolicyVersion",
        {"PolicyName": "photos-only", "PolicyType": "Custom", "VersionId": "v2"},
        "EntityNotExist.Policy.Version",
    ),
]


@pytest.mark.parametrize(("action", "params", "code"), MISSING, ids=[f"{row[0]}-{row[2]}" for row in MISSING])
def test_what_is_not_there(sandbox: RunningSandbox, action: str, params: dict[str, str], code: str) -> None:
    by = of_profile(sandbox.profile("works"))

    answer = rpc_draft(by, {"Action": action, **params}, version=RAM).send(sandbox)

    assert (answer.status_code, answer.json()["Code"]) == (404, code)


NEEDED = [
    ("GetUser", {}, "MissingUserName"),
    ("GetRole", {}, "MissingRoleName"),
    ("ListPoliciesForGroup", {}, "MissingGroupName"),
    ("GetPolicy", {"PolicyType": "System"}, "MissingPolicyName"),
    ("GetPolicy", {"PolicyName": "x"}, "MissingPolicyType"),
    ("GetPolicy", {"PolicyName": "x", "PolicyType": "system"}, "InvalidParameter.PolicyType"),
    ("GetPolicyVersion", {"PolicyName": "x", "PolicyType": "System"}, "MissingVersionId"),
]


@pytest.mark.parametrize(("action", "params", "code"), NEEDED, ids=[row[2] for row in NEEDED])
def test_what_must_be_told(sandbox: RunningSandbox, action: str, params: dict[str, str], code: str) -> None:
    assert ram(sandbox, action, **params)["Code"] == code


@pytest.mark.parametrize(
    ("action", "params"),
    [
        ("GetUser", {"UserName": "henshao"}),
        ("GetRole", {"RoleName": "henshaoread2"}),
        ("GetRole", {"RoleName": "nowhere"}),
        ("ListGroupsForUser", {"UserName": "henshao"}),
        ("ListPoliciesForUser", {"UserName": "henshao"}),
        ("ListPoliciesForRole", {"RoleName": "henshaoread2"}),
        ("GetPolicy", {"PolicyName": "photos-only", "PolicyType": "Custom"}),
        ("GetPolicyVersion", {"PolicyName": "AliyunOSSFullAccess", "PolicyType": "System", "VersionId": "v1"}),
        ("DecodeDiagnosticMessage", {"EncodedDiagnosticMessage": "x"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_who_may_not_read_ram_is_told_nothing(sandbox: RunningSandbox, action: str, params: dict[str, str]) -> None:
    """Not even whether a role is there."""
    token = of_answer(assume(sandbox, sandbox.profile("works")))  # the role has rights on storage only

    answer = rpc_draft(token, {"Action": action, **params}, version=RAM).send(sandbox)

    said = answer.json()
    assert (answer.status_code, said["Code"]) == (403, "NoPermission")
    assert said["AccessDeniedDetail"]["AuthAction"] == f"ram:{action}"
    assert said["AccessDeniedDetail"]["NoPermissionType"] == "ImplicitDeny"


def test_the_account_itself_may_read_everything(sandbox: RunningSandbox) -> None:
    root = of_profile(sandbox.profile("root-key"))

    assert ram(sandbox, "GetRole", root, RoleName="partner")["Role"]["RoleName"] == "partner"


def test_the_sdk_and_the_newer_signature_and_xml(sandbox: RunningSandbox) -> None:
    by = of_profile(sandbox.profile("works"))
    request = CommonRequest(domain=sandbox.address, version=RAM, action_name="ListPoliciesForRole")
    request.set_method("POST")
    request.add_query_param("RoleName", "locked-out")

    names = [policy["PolicyName"] for policy in by_sdk(sandbox, by, request)["Policies"]["Policy"]]
    newer = acs3_draft(sandbox, by, "ListPoliciesForRole", {"RoleName": "locked-out"}, version=RAM).send(sandbox).json()
    root = xml(
        rpc_draft(by, {"Action": "ListPoliciesForRole", "RoleName": "locked-out", "Format": "XML"}, version=RAM).send(
            sandbox
        )
    )

    assert names == ["AliyunOSSFullAccess", "hands-off-wla-test2"]
    assert [policy["PolicyName"] for policy in newer["Policies"]["Policy"]] == names
    assert root.tag == "ListPoliciesForRoleResponse"
    assert [one.text for one in root.iterfind("Policies/Policy/PolicyName")] == names


def test_a_refusal_of_ram_through_the_sdk(sandbox: RunningSandbox) -> None:
    request = CommonRequest(domain=sandbox.address, version=RAM, action_name="GetRole")
    request.set_method("POST")
    request.add_query_param("RoleName", "nowhere")

    with pytest.raises(ServerException) as refusal:
        by_sdk(sandbox, of_profile(sandbox.profile("works")), request)

    assert (refusal.value.get_http_status(), refusal.value.get_error_code()) == (404, "EntityNotExist.Role")


def test_the_ram_closed_twin_is_the_shipped_account_without_one_policy() -> None:
    with run_sandbox(ram_closed(shipped_account())) as sandbox:
        refusal = ram(sandbox, "GetRole", RoleName="henshaoread2")
        token = assume(sandbox, sandbox.profile("works"))

    assert refusal["AccessDeniedDetail"]["AuthAction"] == "ram:GetRole"
    assert "Credentials" in token


ACCOUNT_WITH_DECODING = """
    account = "1000"
    region = "cn-shanghai"
    [[policy]]
    name = "decoding"
    document = '''{"Version": "1", "Statement": [
        {"Effect": "Allow", "Action": "ram:DecodeDiagnosticMessage", "Resource": "*"}]}'''
    [[policy]]
    name = "no-roles"
    document = '''{"Version": "1", "Statement": [
        {"Effect": "Deny", "Action": "sts:AssumeRole", "Resource": "acs:ram:*:*:role/r"}]}'''
    [[group]]
    name = "careful"
    policies = ["no-roles"]
    [[user]]
    name = "u"
    policies = ["AliyunSTSAssumeRoleAccess", "decoding"]
    groups = ["careful"]
    [[user.key]]
    id = "LTAIu"
    secret = "s"
    [[role]]
    name = "r"
    trust = '''{"Version": "1", "Statement": [
        {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"RAM": ["acs:ram::1000:root"]}}]}'''
"""


@pytest.fixture(scope="module")
def decoding() -> Iterator[RunningSandbox]:
    with run_sandbox(ACCOUNT_WITH_DECODING) as running:
        yield running


def test_a_diagnostic_message_tells_which_policy_refused(decoding: RunningSandbox) -> None:
    by = Credentials("LTAIu", "s")
    refusal = call(decoding, by, "AssumeRole", RoleArn="acs:ram::1000:role/r", RoleSessionName="session")
    message = refusal["AccessDeniedDetail"]["EncodedDiagnosticMessage"]

    decoded = ram(decoding, "DecodeDiagnosticMessage", by, EncodedDiagnosticMessage=message)["DecodedDiagnosticMessage"]

    assert decoded["AuthAction"] == "sts:AssumeRole"
    assert decoded["AuthResource"] == "acs:ram::1000:role/r"
    assert decoded["ExplicitDeny"] is True
    assert decoded["NoPermissionPolicyType"] == "AccountLevelIdentityBasedPolicy"
    assert decoded["AuthPrincipal"]["AuthPrincipalType"] == "SubUser"
    assert {"ConditionKey": "acs:SourceIp", "ConditionValues": ["127.0.0.1"]} in decoded["AuthConditions"]
    assert decoded["MatchedPolicies"] == [
        {
            "Effect": "Deny",
            "PolicyIdentifier": "no-roles",
            "PolicyType": "Custom",
            "PolicyVersion": "v1",
            "AttachedScope": "Account",
            "AttachedEntityType": "RamGroup",
        }
    ]


@pytest.mark.parametrize("message", ["x", "!!", "AQEAAAAAaKPfwg==", "AQEAAAAAaKPfwjY0MzMyODRGLUZCQkQ="])
def test_a_diagnostic_message_that_is_none(decoding: RunningSandbox, message: str) -> None:
    answer = ram(decoding, "DecodeDiagnosticMessage", Credentials("LTAIu", "s"), EncodedDiagnosticMessage=message)

    assert answer["Code"] == "InvalidParameter.EncodedDiagnosticMessage"
