"""Each documented refusal gets its own sentence, and EC and PolicyType outweigh what the Message says."""

from __future__ import annotations

import pytest

from stsviewer.failure import Kind
from stsviewer.wire.evidence import Evidence
from stsviewer.wire.sentences import understood

NO_PERMISSION = "You are not authorized to do this action. You should be authorized by RAM."


def sentence(code: str = "", *, ec: str = "", message: str = "", status: int = 403, **detail: str) -> tuple[str, Kind]:
    text, kind = understood(Evidence(status, code, message, ec, detail=tuple(detail.items())), "host.test")
    return text.english(), kind


# What the sentence must say, by what the server said: the codes of the AssumeRole pages.
STS = [
    ("NoPermission", {"AuthPrincipalType": "RootUser", "PolicyType": "AccountLevelIdentityBasedPolicy"}, "(root)"),
    (
        "NoPermission",
        {"AuthAction": "sts:AssumeRole", "PolicyType": "AccountLevelIdentityBasedPolicy"},
        "AliyunSTSAssumeRoleAccess",
    ),
    (
        "NoPermission",
        {
            "AuthAction": "sts:AssumeRole",
            "PolicyType": "AccountLevelIdentityBasedPolicy",
            "NoPermissionType": "ExplicitDeny",
        },
        "denies sts:AssumeRole",
    ),
    ("NoPermission", {"AuthAction": "sts:AssumeRole", "PolicyType": "AssumeRolePolicy"}, "does not trust"),
    (
        "NoPermission",
        {"AuthAction": "sts:AssumeRole", "PolicyType": "AssumeRolePolicy", "NoPermissionType": "ExplicitDeny"},
        "trust policy denies",
    ),
    ("NoPermission", {"AuthAction": "sts:AssumeRole", "PolicyType": "ControlPolicy"}, "resource directory"),
    ("NoPermission", {}, "Which one is not told"),
    ("EntityNotExist.Role", {}, "no role of this name"),
    ("InvalidParameter.RoleArn", {}, "ARN is not well formed"),
    ("InvalidParameter.RoleSessionName", {}, "session name"),
    ("InvalidParameter.ExternalId", {}, "external id"),
    ("InvalidParameter.DurationSeconds", {}, "duration"),
    ("InvalidParameter.PolicyGrammar", {}, "grammar"),
    ("InvalidParameter.PolicySize", {}, "2048"),
    ("InvalidParameter.TokenCode", {}, "A value of the profile"),
    ("InvalidParameter", {}, "A value of the profile"),
    ("MissingSecurityToken", {}, "security token"),
    ("InvalidAccessKeyId.NotFound", {}, "does not exist"),
    ("InvalidAccessKeyId.Inactive", {}, "disabled"),
    ("InvalidAccessKeySecret", {}, "secret"),
    ("SignatureDoesNotMatch", {}, "Enter the secret again"),
    ("SignatureNonceUsed", {}, "repetition"),
    ("InvalidTimeStamp.Expired", {}, "clock"),
    ("InvalidTimeStamp.Format", {}, "clock"),
    ("Throttling.Api", {}, "Too many requests"),
    ("Throttling.User", {}, "Too many requests"),
]


@pytest.mark.parametrize(("code", "detail", "said"), STS)
def test_refusals_of_sts(code: str, detail: dict[str, str], said: str) -> None:
    text, kind = sentence(code, message=NO_PERMISSION, **detail)
    assert said in text
    assert kind is Kind.REFUSED


def test_the_older_wordings_of_root_and_doubt() -> None:
    assert "(root)" in sentence("NoPermission", message="Roles may not be assumed by root accounts.")[0]
    doubt = "No permission perform sts:AssumeRole on this Role. Maybe you are not authorized to perform sts:AssumeRole"
    assert "Which one is not told" in sentence("NoPermission", message=doubt)[0]


# By EC; the code is AccessDenied unless it is the third member.
OSS = [
    ("0003-00000101", "policy of the bucket denies oss:GetObject"),
    ("0003-00000201", "denies oss:GetObject, and a Deny outranks"),
    ("0003-00000202", "No policy of the role allows oss:GetObject"),
    ("0003-00000203", "or of the bucket"),
    ("0003-00000204", "or of the bucket"),
    ("0003-00000301", "session policy of this token"),
    ("0003-00000005", "ACL"),
    ("0003-00000006", "ACL"),
    ("0003-00000007", "ACL"),
    ("0003-00000001", "is not told"),
    ("0003-00000002", "is not told"),
    ("0003-00000801", "suspended"),
    ("0003-00000905", "another account"),
    ("0003-00000906", "changed its owner"),
    ("0003-00000908", "disabled by the vendor"),
    ("0003-00000602", "CORS"),
    ("0002-00000001", "STS tokens are not accepted"),
    ("0002-00000034", "V4"),
    ("0002-00000080", "V4"),
    ("0002-00000040", "Enter the secret again"),
    ("0002-00000201", "Enter the secret again"),
    ("0002-00000902", "does not exist"),
    ("0002-00000904", "network rule"),
    ("0002-00000504", "clock"),
    ("0015-00000101", "no bucket"),
    ("0016-00000404", "archived"),
    ("0017-00000001", "STS"),
    ("0024-00000008", "not opened"),
    ("0026-00000001", "no object"),
]


@pytest.mark.parametrize(("ec", "said"), OSS)
def test_refusals_of_oss_by_their_ec(ec: str, said: str) -> None:
    text, kind = sentence("AccessDenied", ec=ec, AuthAction="oss:GetObject", AuthPrincipalType="AssumedRoleUser")
    assert said in text
    assert kind is Kind.REFUSED


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("NoSuchBucket", "no bucket"),
        ("NoSuchKey", "no object"),
        ("InvalidObjectState", "archived"),
        ("InvalidBucketName", "no name of a bucket"),
        ("RequestTimeTooSkewed", "clock"),
        ("AuthorizationHeaderMalformed", "region"),
        ("InvalidAccessKeyId", "does not exist"),
        ("InvalidSecurityToken", "not valid"),
        ("AccessKeyIdAndSecurityTokenNotMatch", "does not belong"),
        ("UserDisable", "suspended"),
        ("BucketDisable", "disabled"),
        ("SecurityTokenNotSupported", "not accepted"),
        ("InvalidRange", "range"),
        ("PreconditionFailed", "changed"),
    ],
)
def test_refusals_of_oss_by_their_code(code: str, said: str) -> None:
    assert said in sentence(code)[0]


@pytest.mark.parametrize("code", ["SecurityTokenExpired", "InvalidSecurityToken.Expired"])
def test_an_expired_token_leads_to_renewal(code: str) -> None:
    assert sentence(code) == ("The token has expired. Renew it.", Kind.EXPIRED)


def test_a_temporary_key_that_is_not_known_has_expired() -> None:
    text, kind = sentence("InvalidAccessKeyId", OSSAccessKeyId="STS.NUabc")
    assert kind is Kind.EXPIRED
    assert "expired" in text
    assert sentence("InvalidAccessKeyId", OSSAccessKeyId="LTAI5t")[1] is Kind.REFUSED


def test_ec_and_policy_type_outweigh_the_message() -> None:
    # The vendor's own example of a RAM Deny carries the text of a bucket policy.
    lying = "Access denied by bucket policy."
    assert "Deny outranks" in sentence("AccessDenied", ec="0003-00000201", message=lying)[0]
    assert "session policy" in sentence("AccessDenied", message=lying, PolicyType="SessionPolicy")[0]
    assert "policy of the bucket" in sentence("AccessDenied", message=lying)[0]


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Access denied by authorizer's policy.", "session policy"),
        ("You are denied by bucket referer policy.", "referer"),
        ("Access denied by VPC endpoint policy.", "VPC endpoint"),
        ("You have no right to access this object because of bucket acl.", "ACL"),
        ("You are forbidden to list buckets.", "may not list buckets"),
        ("You have no right to access this object.", "is not told"),
    ],
)
def test_where_nothing_else_is_told_the_message_is_read(message: str, said: str) -> None:
    assert said in sentence("AccessDenied", message=message)[0]


def test_a_role_that_may_not_list_buckets_learns_how_to_go_on() -> None:
    text, _ = sentence("AccessDenied", ec="0003-00000202", AuthAction="oss:ListBuckets")
    assert "oss://bucket/prefix/" in text


@pytest.mark.parametrize("code", ["AccessDenied", "PermanentRedirect"])
def test_a_bucket_elsewhere_names_its_endpoint(code: str) -> None:
    text, _ = sentence(code, Bucket="wla", Endpoint="oss-cn-beijing.aliyuncs.com")
    assert text == "The bucket wla is in another region: it is reached at oss-cn-beijing.aliyuncs.com."


def test_the_servers_clock_is_told() -> None:
    text, _ = understood(Evidence(403, "RequestTimeTooSkewed", server_time="2026-11-24T10:00:00Z"), "h")
    assert "2026-11-24T10:00:00Z" in text.english()


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (403, "does not say why"),
        (404, "does not exist"),
        (500, "trouble of its own (500)"),
        (503, "Too many"),
        (418, "418"),
    ],
)
def test_a_refusal_without_a_word(status: int, said: str) -> None:
    assert said in sentence(status=status)[0]


def test_a_code_that_nobody_knows_shows_the_servers_words() -> None:
    assert sentence("NovelCode", message="A novel thing.", status=400)[0] == "The server refuses: A novel thing."


def test_what_is_no_answer_of_the_service() -> None:
    text, kind = understood(Evidence(200, understood=False), "host.test")
    assert kind is Kind.BROKEN
    assert text.english().startswith("host.test answered 200, but not the way the service does.")
