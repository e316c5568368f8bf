"""AssumeRole and GetCallerIdentity: every way to ask, and what the answer looks like."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from support.api_calls import (
    Credentials,
    acs3_draft,
    assume,
    assume_by_sdk,
    assume_params,
    by_sdk,
    call,
    of_answer,
    of_profile,
    rpc_draft,
    xml,
)
from support.sandbox import RunningSandbox

ACCOUNT = "1532770894211314"


def test_the_sdk_gets_a_token(sandbox: RunningSandbox) -> None:
    answer = assume_by_sdk(sandbox, sandbox.profile("works"))

    given = answer["Credentials"]
    assert re.fullmatch(r"STS\.[A-Za-z0-9]{25}", given["AccessKeyId"])
    assert re.fullmatch(r"[A-Za-z0-9]{44}", given["AccessKeySecret"])
    assert re.fullmatch(r"CAIS[A-Za-z0-9+/=]{500,}", given["SecurityToken"])
    assert re.fullmatch(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}", answer["RequestId"])
    assert answer["AssumedRoleUser"]["Arn"] == f"acs:ram::{ACCOUNT}:role/henshaoread2/henshao"
    assert re.fullmatch(r"[0-9]{18}:henshao", answer["AssumedRoleUser"]["AssumedRoleId"])
    expiration = datetime.strptime(given["Expiration"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    assert abs(expiration - datetime.now(UTC) - timedelta(hours=1)) < timedelta(seconds=30)


@pytest.mark.parametrize("way", ["rpc-get", "rpc-post-query", "rpc-post-body", "acs3-query", "acs3-form", "acs3-json"])
def test_every_way_to_ask_gets_a_token(sandbox: RunningSandbox, way: str) -> None:
    profile = sandbox.profile("works")
    credentials, params = of_profile(profile), assume_params(profile)
    rpc_params = {"Action": "AssumeRole", **params}
    drafts = {
        "rpc-get": lambda: rpc_draft(credentials, rpc_params),
        "rpc-post-query": lambda: rpc_draft(credentials, rpc_params, method="POST"),
        "rpc-post-body": lambda: rpc_draft(credentials, rpc_params, method="POST", in_body=True),
        "acs3-query": lambda: acs3_draft(sandbox, credentials, "AssumeRole", params),
        "acs3-form": lambda: acs3_draft(sandbox, credentials, "AssumeRole", params, body="form"),
        "acs3-json": lambda: acs3_draft(sandbox, credentials, "AssumeRole", params, body="json"),
    }

    answer = drafts[way]().send(sandbox)

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json;charset=utf-8"
    assert answer.headers["x-acs-request-id"] == answer.json()["RequestId"]
    identity = call(sandbox, of_answer(answer.json()), "GetCallerIdentity")
    assert identity["Arn"] == f"acs:ram::{ACCOUNT}:role/henshaoread2/henshao"


@pytest.mark.parametrize("way", ["rpc", "acs3"])
def test_a_token_signs_in_both_ways(sandbox: RunningSandbox, way: str) -> None:
    token = of_answer(assume(sandbox, sandbox.profile("works")))
    if way == "rpc":
        draft = rpc_draft(token, {"Action": "GetCallerIdentity"}, method="POST", in_body=True)
    else:
        draft = acs3_draft(sandbox, token, "GetCallerIdentity", {}, method="GET")

    answer = draft.send(sandbox)

    assert answer.status_code == 200
    assert answer.json()["IdentityType"] == "AssumedRoleUser"


def test_the_host_may_name_the_service(sandbox: RunningSandbox) -> None:
    credentials = of_profile(sandbox.profile("works"))
    for host in ("sts.localhost", "sts.cn-shanghai.localhost"):
        draft = rpc_draft(credentials, {"Action": "GetCallerIdentity"})
        draft.headers["Host"] = f"{host}:{sandbox.port}"
        assert draft.send(sandbox).json()["IdentityType"] == "RAMUser"

        unsigned = rpc_draft(credentials, {})
        unsigned.headers["Host"] = f"{host}:{sandbox.port}"
        unsigned.query.clear()
        refusal = unsigned.send(sandbox)
        assert (refusal.status_code, xml(refusal).findtext("Code")) == (400, "MissingAction")
        assert xml(refusal).findtext("HostId") == f"{host}:{sandbox.port}"


def test_xml_is_the_older_signatures_own_format(sandbox: RunningSandbox) -> None:
    profile = sandbox.profile("works")
    for changed in ({"Format": "XML"}, {"Format": ""}):
        answer = rpc_draft(of_profile(profile), {"Action": "AssumeRole", **assume_params(profile), **changed}).send(
            sandbox
        )

        assert answer.headers["content-type"] == "text/xml;charset=utf-8"
        root = xml(answer)
        assert root.tag == "AssumeRoleResponse"
        assert (root.findtext("Credentials/AccessKeyId") or "").startswith("STS.")
        assert root.findtext("AssumedRoleUser/Arn") == f"acs:ram::{ACCOUNT}:role/henshaoread2/henshao"


def test_a_refusal_has_the_clouds_members(sandbox: RunningSandbox) -> None:
    profile = sandbox.profile("service-role")
    draft = {"Action": "AssumeRole", **assume_params(profile)}

    as_json = rpc_draft(of_profile(profile), draft).send(sandbox)
    as_xml = rpc_draft(of_profile(profile), {**draft, "Format": "XML"}).send(sandbox)

    said = as_json.json()
    assert list(said) == ["RequestId", "HostId", "Code", "Message", "Recommend", "AccessDeniedDetail"]
    assert said["HostId"] == sandbox.address
    assert said["Recommend"] == (
        f"https://api.aliyun.com/troubleshoot?q=NoPermission&product=Sts&requestId={said['RequestId']}"
    )
    root = xml(as_xml)
    assert root.tag == "Error"
    assert root.findtext("Code") == "NoPermission"
    assert root.findtext("AccessDeniedDetail/PolicyType") == "AssumeRolePolicy"


def test_who_calls(sandbox: RunningSandbox) -> None:
    from aliyunsdksts.request.v20150401.GetCallerIdentityRequest import GetCallerIdentityRequest

    user = by_sdk(sandbox, of_profile(sandbox.profile("works")), GetCallerIdentityRequest())
    root = by_sdk(sandbox, of_profile(sandbox.profile("root-key")), GetCallerIdentityRequest())
    assumed = assume(sandbox, sandbox.profile("no-oss-policy"))
    role = by_sdk(sandbox, of_answer(assumed), GetCallerIdentityRequest())

    assert user["IdentityType"] == "RAMUser"
    assert user["Arn"] == f"acs:ram::{ACCOUNT}:user/henshao"
    assert user["PrincipalId"] == user["UserId"]
    assert "RoleId" not in user
    assert root["IdentityType"] == "Account"
    assert root["AccountId"] == root["UserId"] == root["PrincipalId"] == ACCOUNT
    assert role["IdentityType"] == "AssumedRoleUser"
    assert role["PrincipalId"] == assumed["AssumedRoleUser"]["AssumedRoleId"]
    assert role["Arn"] == assumed["AssumedRoleUser"]["Arn"]
    assert "UserId" not in role
    assert role["RoleId"] == role["PrincipalId"].partition(":")[0]


def test_several_tokens_live_side_by_side(sandbox: RunningSandbox) -> None:
    tokens = [of_answer(assume(sandbox, sandbox.profile("works"))) for _ in range(3)]

    assert len({token.id for token in tokens}) == len({token.token for token in tokens}) == 3
    for token in tokens:
        assert call(sandbox, token, "GetCallerIdentity")["IdentityType"] == "AssumedRoleUser"


def test_what_is_no_call_of_ours_goes_to_storage(sandbox: RunningSandbox) -> None:
    """A request to OSS may carry any query: without the marks of a signed call it is none."""
    draft = rpc_draft(Credentials("none", "none"), {})
    draft.query = {"Action": "AssumeRole", "Version": "2015-04-01"}

    answer = draft.send(sandbox)

    assert answer.headers["Server"] == "AliyunOSS"
    assert xml(answer).findtext("Code") == "AccessDenied"
