"""Every story of the shipped account through the vendor's SDK: the documented error, and the sentence that people
get.
"""

from __future__ import annotations

import pytest
from support import stories
from support.sandbox import RunningSandbox

from stsviewer.failure import Failed, Kind

# profile, HTTP status, code, PolicyType, what the sentence says
REFUSED = [
    ("service-role", 403, "NoPermission", "AssumeRolePolicy", "does not trust this user"),
    ("external-id", 403, "NoPermission", "AssumeRolePolicy", "external id"),
    ("no-assume-permission", 403, "NoPermission", "AccountLevelIdentityBasedPolicy", "AliyunSTSAssumeRoleAccess"),
    ("root-key", 403, "NoPermission", "", "Use the key of a RAM user"),
    ("disabled-key", 400, "InvalidAccessKeyId.Inactive", "", "The access key is disabled"),
    ("wrong-secret", 400, "SignatureDoesNotMatch", "", "Enter the secret again"),
    ("no-such-role", 404, "EntityNotExist.Role", "", "no role of this name"),
]


@pytest.mark.parametrize(("name", "status", "code", "policy_type", "said"), REFUSED)
def test_a_story_that_gets_no_token(
    sandbox: RunningSandbox, name: str, status: int, code: str, policy_type: str, said: str
) -> None:
    tokens = stories.source(sandbox, name)
    with pytest.raises(Failed) as refused:
        tokens.renew()
    failure = refused.value.failure
    assert (failure.kind, failure.status, failure.code) == (Kind.REFUSED, status, code)
    assert said in failure.sentence.english()
    assert failure.request_id
    assert failure.host_id
    assert failure.doing.english() == "Getting a token"
    if policy_type:
        assert failure.said("PolicyType") == policy_type
        assert failure.said("AuthAction") == "sts:AssumeRole"
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None
    assert tokens.token is None


@pytest.mark.parametrize(
    "name",
    ["works", "no-oss-policy", "one-prefix", "explicit-deny", "session-policy", "other-region", "million", "slow"],
)
def test_a_story_that_gets_a_token(sandbox: RunningSandbox, name: str) -> None:
    tokens = stories.source(sandbox, name)
    token = tokens.renew()
    profile = tokens.profile
    assert token.access_key_id.startswith("STS.")
    assert token.assumed_role_arn == f"{profile.role_arn}/{profile.role_session_name}"
    assert (token.account, token.role_name) == (profile.account, profile.role_name)
    assert token.session_name == profile.role_session_name
    assert token.assumed_role_id.endswith(f":{profile.role_session_name}")
    assert token.request_id
    assert token.lifetime == pytest.approx(profile.duration_seconds, abs=1)
    assert token.seconds_left() == pytest.approx(token.lifetime, abs=2)
    assert token.expiration.utcoffset() is not None
    assert tokens.token is token
    assert tokens.key() == token.key
    for secret in (token.access_key_secret, token.security_token):
        assert secret.reveal() not in repr(token)


def test_a_token_that_the_sandbox_shortens(sandbox: RunningSandbox) -> None:
    token = stories.source(sandbox, "short-lived").renew()
    assert token.lifetime == pytest.approx(60, abs=1)
    assert not token.expired


def test_whose_key_it_is(sandbox: RunningSandbox) -> None:
    from stsviewer.sts import get_caller_identity
    from stsviewer.wire import Transport

    profile, key = stories.story(sandbox, "works")
    user = get_caller_identity(profile, key, Transport())
    assert (user.identity_type, user.account_id) == ("RAMUser", "1532770894211314")
    assert user.user_id
    assert user.arn.startswith("acs:ram::1532770894211314:user/")

    tokens = stories.source(sandbox, "works")
    session = get_caller_identity(profile, tokens.renew().key, Transport())
    assert session.identity_type == "AssumedRoleUser"
    assert session.role_id
    assert session.arn.endswith("henshaoread2/henshao")

    root_profile, root = stories.story(sandbox, "root-key")
    assert get_caller_identity(root_profile, root, Transport()).identity_type == "Account"


def test_a_token_cannot_be_used_without_its_security_token(sandbox: RunningSandbox) -> None:
    from dataclasses import replace

    from stsviewer.sts import get_caller_identity
    from stsviewer.wire import Transport

    profile, _ = stories.story(sandbox, "works")
    key = stories.source(sandbox, "works").renew().key
    with pytest.raises(Failed) as refused:
        get_caller_identity(profile, replace(key, security_token=None), Transport())
    assert refused.value.failure.kind is Kind.REFUSED
    assert refused.value.failure.code
