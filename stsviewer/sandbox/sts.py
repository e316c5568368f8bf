"""STS 2015-04-01: AssumeRole and GetCallerIdentity.

Rules, codes and messages: https://alibabacloud.com/help/en/ram/api-assumerole and, for the identity,
https://help.aliyun.com/document_detail/43767.html.
"""

from __future__ import annotations

import re
from typing import Any, Final

from stsviewer import policy
from stsviewer.policy import Document, DocumentKind, GrammarError, Outcome, PrincipalKind
from stsviewer.sandbox.api_error import ApiError, missing
from stsviewer.sandbox.call import Call
from stsviewer.sandbox.model import Role
from stsviewer.sandbox.world import World

VERSION: Final = "2015-04-01"

_ROLE_ARN: Final = re.compile(r"acs:ram::([0-9]+):role/([A-Za-z0-9._-]{1,64})")
_USER_ARN: Final = re.compile(r"acs:ram::[0-9]+:user/[A-Za-z0-9._@-]{1,64}")
_SESSION_NAME: Final = re.compile(r"[A-Za-z0-9.@_-]{2,64}")
_EXTERNAL_ID: Final = re.compile(r"[A-Za-z0-9_+=,.@:/\\-]{2,1224}")
_SOURCE_IDENTITY: Final = re.compile(r"[A-Za-z0-9_+=,.@-]{2,64}")
_RESERVED: Final = ("acs:", "aliyun:", "alibabacloud:")
_SHORTEST: Final = 900  # seconds
_DEFAULT_DURATION: Final = 3600
_POLICY_SIZE: Final = 2048  # characters


def addressed_role(world: World, params: dict[str, str]) -> Role | None:
    """The role that an AssumeRole is about, for its faults; ``None`` when it names none of ours."""
    arn = _ROLE_ARN.fullmatch(params.get("RoleArn", ""))
    return world.role(arn[2]) if arn and arn[1] == world.account.id else None


def assume_role(call: Call) -> dict[str, Any]:
    """Give out a token. Raises :class:`ApiError`.

    What is wrong with the parameters themselves is said first, then whether the caller may, whether there is such a
    role, whether it trusts the caller, and whether its sessions last as long as asked for.
    """
    params = call.params
    account, name = _role_named(params)
    session_name = _checked(params, "RoleSessionName", _SESSION_NAME, needed=True)
    external_id = _checked(params, "ExternalId", _EXTERNAL_ID)
    source_identity = _checked(params, "SourceIdentity", _SOURCE_IDENTITY)
    if source_identity.startswith(_RESERVED):
        raise _wrongly_formed("SourceIdentity")
    duration = _duration(params)
    session_policy = _session_policy(params)
    role = _permitted(call, account, name, external_id)
    if duration > role.max_session_duration:
        raise _wrong_duration()
    inherited = call.caller.key.token.source_identity if call.caller.key and call.caller.key.token else ""
    token = call.world.issue(role, session_name, duration, session_policy, inherited or source_identity)
    answer: dict[str, Any] = {
        "AssumedRoleUser": {"Arn": token.arn, "AssumedRoleId": f"{role.id}:{session_name}"},
        "Credentials": {
            "SecurityToken": token.security_token.reveal(),
            "AccessKeyId": token.access_key_id,
            "AccessKeySecret": token.access_key_secret.reveal(),
            "Expiration": token.expiration.strftime("%Y-%m-%dT%H:%M:%SZ"),
        },
    }
    if token.source_identity:
        answer["SourceIdentity"] = token.source_identity
    return answer


def get_caller_identity(call: Call) -> dict[str, Any]:
    """Who calls. Needs no permission. UserId comes with accounts and users only, RoleId with role sessions only."""
    principal = call.caller.principal
    answer = {"AccountId": principal.account, "Arn": principal.arn, "PrincipalId": principal.uid}
    if call.caller.role:
        return {"IdentityType": "AssumedRoleUser", **answer, "RoleId": call.caller.role.id}
    kind = "Account" if principal.kind is PrincipalKind.ACCOUNT else "RAMUser"
    return {"IdentityType": kind, **answer, "UserId": principal.uid}


def _role_named(params: dict[str, str]) -> tuple[str, str]:
    arn = params.get("RoleArn", "")
    if not arn:
        raise missing("RoleArn")
    if _USER_ARN.fullmatch(arn):
        raise _no_such_role()
    parts = _ROLE_ARN.fullmatch(arn)
    if parts is None:
        raise _wrongly_formed("RoleArn")
    return parts[1], parts[2]


def _checked(params: dict[str, str], name: str, pattern: re.Pattern[str], needed: bool = False) -> str:
    value = params.get(name, "")
    if not value and needed:
        raise missing(name)
    if value and not pattern.fullmatch(value):
        raise _wrongly_formed(name)
    return value


def _duration(params: dict[str, str]) -> int:
    text = params.get("DurationSeconds", "")
    if not text:
        return _DEFAULT_DURATION
    if not re.fullmatch(r"[0-9]{1,9}", text) or int(text) < _SHORTEST:
        raise _wrong_duration()
    return int(text)


def _session_policy(params: dict[str, str]) -> Document | None:
    text = params.get("Policy", "")
    if not text:
        return None
    if len(text) > _POLICY_SIZE:
        raise ApiError(400, "InvalidParameter.PolicySize", "The size of Policy must be smaller than 2048 bytes.")
    try:
        return policy.parse(text, DocumentKind.SESSION, name="session")
    except GrammarError as error:
        raise ApiError(
            400, "InvalidParameter.PolicyGrammar", "The parameter Policy has not passed grammar check."
        ) from error


def _permitted(call: Call, account: str, name: str, external_id: str) -> Role:
    """The role, when the caller may assume it.

    The account itself never may (the API page says so); others by their own policies, then by the role's trust.
    """
    world, caller = call.world, call.caller
    role = world.role(name) if account == world.account.id else None
    resource = f"acs:ram::{account}:role/{role.name if role else name}"
    context = call.context()
    if external_id:
        context["sts:ExternalId"] = external_id
    action = "sts:AssumeRole"
    decision = world.decide(caller, action, resource, context, trust=role.trust if role else None, api="AssumeRole")
    if caller.principal.kind is PrincipalKind.ACCOUNT:
        raise call.refused(decision, action, resource, context)
    if role is None:
        if decision.outcome in (Outcome.IMPLICIT_DENY, Outcome.EXPLICIT_DENY, Outcome.SESSION_DENY):
            raise call.refused(decision, action, resource, context)
        raise _no_such_role()
    if decision.outcome is not Outcome.ALLOW:
        raise call.refused(decision, action, resource, context)
    return role


def _no_such_role() -> ApiError:
    return ApiError(404, "EntityNotExist.Role", "The specified Role not exists .")


def _wrongly_formed(name: str) -> ApiError:
    return ApiError(400, f"InvalidParameter.{name}", f"The parameter {name} is wrongly formed.")


def _wrong_duration() -> ApiError:
    """The text names an hour whatever the role's own maximum is; the cloud's does."""
    return ApiError(400, "InvalidParameter.DurationSeconds", "The Min/Max value of DurationSeconds is 15min/1hr.")
