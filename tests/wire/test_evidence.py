"""Reading a refusal: JSON and XML, with a body and without, and what is none."""

from __future__ import annotations

import base64
import json

import pytest
from requests.structures import CaseInsensitiveDict

from stsviewer.wire.evidence import Evidence, read_evidence
from stsviewer.wire.redaction import Redactor

STS_REFUSAL = json.dumps(
    {
        "RequestId": "C7FADE6C",
        "HostId": "sts.cn-shanghai.aliyuncs.com",
        "Code": "NoPermission",
        "Message": "You are not authorized to do this action. You should be authorized by RAM.",
        "Recommend": "https://api.aliyun.com/troubleshoot",
        "AccessDeniedDetail": {
            "PolicyType": "AssumeRolePolicy",
            "NoPermissionType": "ImplicitDeny",
            "AuthAction": "sts:AssumeRole",
        },
    }
)
OSS_REFUSAL = """<?xml version="1.0" encoding="UTF-8"?>
<Error>
  <Code>AccessDenied</Code>
  <Message>Access denied by authorizer's policy.</Message>
  <RequestId>674BFC7A</RequestId>
  <HostId>wla-test2.oss-cn-shanghai.aliyuncs.com</HostId>
  <EC>0003-00000301</EC>
  <AccessDeniedDetail>
    <PolicyType>SessionPolicy</PolicyType>
    <NoPermissionType>ImplicitDeny</NoPermissionType>
    <AuthAction>oss:GetObject</AuthAction>
  </AccessDeniedDetail>
</Error>"""


def evidence(body: bytes | str, status: int = 403, **headers: str) -> Evidence:
    named = CaseInsensitiveDict({name.replace("_", "-"): value for name, value in headers.items()})
    return read_evidence(status, named, body.encode() if isinstance(body, str) else body, Redactor())


def test_a_refusal_of_sts() -> None:
    found = evidence(STS_REFUSAL)
    assert (found.code, found.request_id) == ("NoPermission", "C7FADE6C")
    assert (found.host_id, found.status) == ("sts.cn-shanghai.aliyuncs.com", 403)
    assert found.said("PolicyType") == "AssumeRolePolicy"
    assert found.said("AuthAction") == "sts:AssumeRole"
    assert found.said("Code") == ""


def test_a_refusal_of_oss() -> None:
    found = evidence(OSS_REFUSAL)
    assert (found.code, found.ec, found.request_id) == ("AccessDenied", "0003-00000301", "674BFC7A")
    assert found.said("PolicyType") == "SessionPolicy"
    assert found.message == "Access denied by authorizer's policy."


def test_a_head_tells_it_in_a_header() -> None:
    hidden = base64.b64encode(OSS_REFUSAL.encode()).decode()
    found = evidence(b"", x_oss_err=hidden, x_oss_request_id="674BFC7A")
    assert (found.code, found.ec) == ("AccessDenied", "0003-00000301")


@pytest.mark.parametrize("hidden", ["!", "AAA", "/w=="])
def test_a_head_whose_header_is_broken_still_tells_its_ec(hidden: str) -> None:
    found = evidence(b"", x_oss_err=hidden, x_oss_ec="0026-00000001", X_OSS_REQUEST_ID="674B")
    assert (found.code, found.ec, found.request_id, found.understood) == ("", "0026-00000001", "674B", True)


@pytest.mark.parametrize(
    "body",
    [
        "<html><body>Log in to the guest network</body></html>",
        "<!DOCTYPE Error [<!ENTITY a 'b'>]><Error><Code>&a;</Code></Error>",
        "<Error><Code>Half",
        '<?xml version="1.0" encoding="gb2312"?><Error><Code>OfAProxy</Code></Error>',
        '<?xml version="1.0" encoding="nobody-knows"?><Error><Code>OfAProxy</Code></Error>',
        "{'Code': 'single quotes'}",
        '{"Code": ',
        "[" * 100_000,
        '{"a":' * 100_000,
        b"\xff\xfe\x00",
        "",
        "{}",
        "null",
    ],
)
def test_what_is_no_refusal_of_the_service(body: bytes | str) -> None:
    found = evidence(body, 502)
    assert not found.understood
    assert found.code == ""


def test_a_body_that_is_no_utf8_is_read_all_the_same() -> None:
    found = evidence(b'{"Code": "NoPermission", "Message": "\xce\xde\xc8\xa8"}')
    assert found.code == "NoPermission"
    assert "\ufffd" in found.message


def test_secrets_are_left_out_and_long_values_are_cut() -> None:
    redactor = Redactor.of_request("http://h/", (("x-oss-security-token", "CAISsecuritytoken"),))
    body = (
        "<Error><Code>SignatureDoesNotMatch</Code><SignatureProvided>0a1b2c3d4e5f</SignatureProvided>"
        f"<StringToSign>GET x-oss-security-token:CAISsecuritytoken {'x' * 20_000}</StringToSign></Error>"
    )
    found = read_evidence(403, CaseInsensitiveDict(), body.encode(), redactor)
    assert found.said("SignatureProvided") == ""
    assert "CAISsecuritytoken" not in found.said("StringToSign")
    assert 100 < len(found.said("StringToSign")) <= 8192


def test_the_servers_time_is_its_own_or_the_headers() -> None:
    skewed = "<Error><Code>RequestTimeTooSkewed</Code><ServerTime>2026-11-24T10:00:00.000Z</ServerTime></Error>"
    assert evidence(skewed, Date="Tue, 24 Nov 2026 10:00:00 GMT").server_time == "2026-11-24T10:00:00.000Z"
    expired = '{"Code": "InvalidTimeStamp.Expired"}'
    assert evidence(expired, Date="Tue, 24 Nov 2026 10:00:00 GMT").server_time == "Tue, 24 Nov 2026 10:00:00 GMT"
