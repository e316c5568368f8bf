"""RAM's reading calls through the vendor's SDK, against the sandbox."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from support.local_server import reply, serve
from support.sandbox import RunningSandbox, ram_closed, run_sandbox, shipped_account
from support.stories import storage, story

from stsviewer.failure import Cancelled, Failed, Kind
from stsviewer.ram import PolicyName, Ram
from stsviewer.wire import Cancel, Transport


@pytest.fixture
def ram(sandbox: RunningSandbox) -> Ram:
    """What the user of the story ``works`` may read."""
    return Ram(*story(sandbox, "works"), Transport())


def test_a_role_with_its_trust_policy(ram: Ram) -> None:
    role = ram.role("ecs-instance")
    assert (role.name, role.arn) == ("ecs-instance", "acs:ram::1532770894211314:role/ecs-instance")
    assert json.loads(role.trust)["Statement"][0]["Principal"] == {"Service": ["ecs.aliyuncs.com"]}
    assert role.max_session_duration == 3600


def test_the_names_of_all_roles(ram: Ram) -> None:
    names = ram.role_names()
    assert {"henshaoread2", "ecs-instance", "photos-reader"} <= set(names)


def test_policies_and_their_documents(ram: Ram) -> None:
    of_role = ram.policies_of_role("locked-out")
    assert of_role == (
        PolicyName("AliyunOSSFullAccess", "System", "v1"),
        PolicyName("hands-off-wla-test2", "Custom", "v1"),
    )
    assert json.loads(ram.document(of_role[1]))["Statement"][0]["Effect"] == "Deny"
    assert json.loads(ram.document(of_role[0]))["Statement"][0]["Action"] == ["oss:*"]
    assert [each.name for each in ram.policies_of_user("intern")] == ["AliyunRAMReadOnlyAccess"]


GROUPED = """
account = "1000"
region = "cn-shanghai"
[[group]]
name = "readers"
policies = ["AliyunRAMReadOnlyAccess", "AliyunRAMFullAccess"]
[[user]]
name = "alice"
groups = ["readers"]
policies = ["AliyunSTSAssumeRoleAccess"]
[[user.key]]
id = "LTAIalice"
secret = "secret-of-alice"
[[role]]
name = "nothing"
trust = 'TRUST'
[[role]]
name = "denied"
policies = ["never"]
trust = 'TRUST'
[[policy]]
name = "never"
document = '{"Version": "1", "Statement": [{"Effect": "Deny", "Action": "oss:*", "Resource": "*"}]}'
[[bucket]]
name = "some-bucket"
region = "cn-shanghai"
[[profile]]
name = "alice"
key = "LTAIalice"
role_arn = "acs:ram::1000:role/denied"
role_session_name = "alice"
bucket = "some-bucket"
"""
TRUST = (
    '{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", '
    '"Principal": {"RAM": ["acs:ram::1000:root"]}}]}'
)


def test_groups_and_diagnostic_messages() -> None:
    with run_sandbox(GROUPED.replace("TRUST", TRUST)) as sandbox:
        ram = Ram(*story(sandbox, "alice"), Transport())
        assert ram.groups_of_user("alice") == ("readers",)
        assert [each.name for each in ram.policies_of_group("readers")] == [
            "AliyunRAMReadOnlyAccess",
            "AliyunRAMFullAccess",
        ]
        with pytest.raises(Failed) as refused:
            storage(sandbox, "alice").page("some-bucket", "a/")
        told = ram.diagnosis(refused.value.failure.said("EncodedDiagnosticMessage"))
        assert told.explicit_deny
        assert told.policies == ("never",)
        assert dict(told.conditions)["acs:SourceIp"] == ("127.0.0.1",)
        assert dict(told.conditions)["oss:Prefix"] == ("a/",)


def test_what_may_not_be_read_is_a_failure_like_any_other() -> None:
    with run_sandbox(ram_closed(shipped_account())) as sandbox:
        ram = Ram(*story(sandbox, "works"), Transport())
        with pytest.raises(Failed) as refused:
            ram.role("henshaoread2")
    failure = refused.value.failure
    assert (failure.code, failure.kind) == ("NoPermission", Kind.REFUSED)
    assert failure.said("AuthAction") == "ram:GetRole"
    assert failure.doing.english() == "Reading the role henshaoread2"


def test_what_is_not_there(ram: Ram) -> None:
    with pytest.raises(Failed) as refused:
        ram.role("nobody")
    assert refused.value.failure.code == "EntityNotExist.Role"


def test_somebody_else_answers(sandbox: RunningSandbox) -> None:
    profile, key = story(sandbox, "works")
    for body in (b"<html>log in</html>", b"{}", b"[]", b'{"Role": {"RoleName": 1}}', b"\xff\xfe"):
        with serve(reply(body=body)) as server:
            elsewhere = Ram(replace(profile, ram_endpoint=server.url), key, Transport())
            with pytest.raises(Failed) as broken:
                elsewhere.role("henshaoread2")
        assert broken.value.failure.kind is Kind.BROKEN
        assert "not the way RAM does" in broken.value.failure.sentence.english()


def test_an_endpoint_that_is_no_host(sandbox: RunningSandbox) -> None:
    profile, key = story(sandbox, "works")
    with pytest.raises(Failed) as wrong:
        Ram(replace(profile, ram_endpoint="not a host"), key, Transport()).role("henshaoread2")
    assert wrong.value.failure.kind is Kind.INPUT


def test_a_reading_can_be_taken_back(ram: Ram) -> None:
    cancel = Cancel()
    cancel.set()
    with pytest.raises(Cancelled):
        ram.role("henshaoread2", cancel)
