"""Which actions a call needs, on which resource; the system policies; the names of resources."""

from __future__ import annotations

import json

import pytest
from support.policies import ACCOUNT, ask, judge

from stsviewer.policy import DocumentKind, parse, parse_resource
from stsviewer.policy.actions import ACTIONS, Form, documented, matching, needs
from stsviewer.policy.condition_keys import carriers, spelling
from stsviewer.policy.resource import ResourceName
from stsviewer.policy.system import SYSTEM_POLICIES, system_policy

CALLS = [
    ("ListBuckets", {}, ["oss:ListBuckets"]),
    ("ListObjects", {}, ["oss:ListObjects"]),
    ("ListObjectsV2", {}, ["oss:ListObjects"]),
    ("ListObjectVersions", {}, ["oss:ListObjectVersions"]),
    ("GetBucketInfo", {}, ["oss:GetBucketInfo"]),
    ("GetBucketTags", {}, ["oss:GetBucketTagging"]),
    ("GetObject", {}, ["oss:GetObject"]),
    ("HeadObject", {}, ["oss:GetObject"]),
    ("GetObjectMeta", {}, ["oss:GetObject"]),
    ("SelectObject", {}, ["oss:GetObject"]),
    ("GetSymlink", {}, ["oss:GetObject"]),
    ("ProcessImage", {}, ["oss:GetObject"]),
    ("GetObject", {"version": True}, ["oss:GetObjectVersion"]),
    ("HeadObject", {"version": True}, ["oss:GetObjectVersion"]),
    ("PutObject", {}, ["oss:PutObject"]),
    ("PutObject", {"tagging": True}, ["oss:PutObject", "oss:PutObjectTagging"]),
    ("UploadPart", {}, ["oss:PutObject"]),
    ("CompleteMultipartUpload", {}, ["oss:PutObject"]),
    ("AbortMultipartUpload", {}, ["oss:AbortMultipartUpload"]),
    ("ListParts", {}, ["oss:ListParts"]),
    ("CopyObject", {}, ["oss:GetObject", "oss:PutObject"]),
    ("CopyObject", {"version": True}, ["oss:GetObjectVersion", "oss:PutObject"]),
    (
        "CopyObject",
        {"tagging": True},
        ["oss:GetObject", "oss:PutObject", "oss:PutObjectTagging", "oss:GetObjectTagging"],
    ),
    ("DeleteObject", {}, ["oss:DeleteObject"]),
    ("DeleteObject", {"version": True}, ["oss:DeleteObjectVersion"]),
    ("DeleteMultipleObjects", {}, ["oss:DeleteObject"]),
    ("RestoreObject", {}, ["oss:RestoreObject"]),
    ("GetObject", {"tagging": True}, ["oss:GetObject"]),
]


@pytest.mark.parametrize(("api", "options", "actions"), CALLS)
def test_the_actions_of_a_call(api: str, options: dict[str, bool], actions: list[str]) -> None:
    assert [need.action for need in needs(api, **options)] == actions


def test_a_call_that_does_not_exist() -> None:
    with pytest.raises(KeyError):
        needs("FlyToTheMoon")


@pytest.mark.parametrize(
    ("api", "resource"),
    [
        ("ListBuckets", f"acs:oss:*:{ACCOUNT}:*"),
        ("ListObjects", f"acs:oss:*:{ACCOUNT}:b"),
        ("GetBucketInfo", f"acs:oss:*:{ACCOUNT}:b"),
        ("HeadObject", f"acs:oss:*:{ACCOUNT}:b//a/../k"),
    ],
)
def test_the_resource_of_a_call(api: str, resource: str) -> None:
    assert needs(api)[0].resource("b", "/a/../k", ACCOUNT) == resource


def test_a_copy_asks_its_source_and_its_target() -> None:
    assert [(need.action, need.on_source) for need in needs("CopyObject")] == [
        ("oss:GetObject", True),
        ("oss:PutObject", False),
    ]


def test_what_people_take_for_actions() -> None:
    """The vendor's own texts list some of them; the table of OSS has none."""
    for name in ("oss:HeadObject", "oss:UploadPart", "oss:CreateBucket", "oss:ListObjectsV2", "oss:CopyObject"):
        assert documented(name) is None


def test_the_documented_spelling() -> None:
    assert documented("OSS:getobject") == "oss:GetObject"
    assert set(matching("oss:get*object")) == {"oss:GetObject"}
    assert set(matching("*")) == set(ACTIONS)


def test_every_action_has_one_form() -> None:
    assert len({action.lower() for action in ACTIONS}) == len(ACTIONS)
    assert ACTIONS["oss:ListObjects"] is Form.BUCKET
    assert ACTIONS["oss:ListBuckets"] is Form.SERVICE
    assert ACTIONS["oss:GetObject"] is Form.OBJECT


def test_which_requests_carry_a_key() -> None:
    assert carriers("oss:Prefix") == {"oss:ListObjects"}
    assert carriers("acs:SourceIp") is None
    assert spelling("oss:prefix") == "oss:Prefix"
    assert spelling("OSS:existingobjecttag/Level") == "oss:ExistingObjectTag/Level"
    assert spelling("aws:SourceIp") is None


def test_resource_names() -> None:
    assert parse_resource("acs:oss:*:1:b/k:with:colons") == ResourceName("oss", "*", "1", "b/k:with:colons")
    assert parse_resource("acs:oss:*:1") is None
    assert parse_resource("arn:oss:*:1:b") is None


@pytest.mark.parametrize("name", sorted(SYSTEM_POLICIES))
def test_system_policies_are_policies(name: str) -> None:
    assert parse(SYSTEM_POLICIES[name], DocumentKind.IDENTITY, name) == system_policy(name)


@pytest.mark.parametrize(
    ("name", "action", "resource", "allowed"),
    [
        ("AliyunOSSFullAccess", "oss:DeleteBucket", "mybucket", True),
        ("AliyunOSSFullAccess", "sts:AssumeRole", f"acs:ram::{ACCOUNT}:role/x", False),
        ("AliyunOSSReadOnlyAccess", "oss:GetObject", "mybucket/a", True),
        ("AliyunOSSReadOnlyAccess", "oss:ListBuckets", "acs:oss:*:*:*", True),
        ("AliyunOSSReadOnlyAccess", "oss:PutObject", "mybucket/a", False),
        ("AliyunRAMReadOnlyAccess", "ram:ListPoliciesForRole", f"acs:ram:*:{ACCOUNT}:role/x", True),
        ("AliyunRAMReadOnlyAccess", "ram:DecodeDiagnosticMessage", "*", False),
        ("AliyunRAMReadOnlyAccess", "ram:DeleteRole", f"acs:ram:*:{ACCOUNT}:role/x", False),
        ("AliyunRAMFullAccess", "ram:DeleteRole", f"acs:ram:*:{ACCOUNT}:role/x", True),
        ("AdministratorAccess", "oss:DeleteBucket", "mybucket", True),
    ],
)
def test_what_system_policies_allow(name: str, action: str, resource: str, allowed: bool) -> None:
    decision = judge(ask(action, resource), user=[json.loads(SYSTEM_POLICIES[name])])
    assert decision.allowed is allowed
