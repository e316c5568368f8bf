"""RAM 2015-05-01: what can be read of users, groups, roles and policies, and DecodeDiagnosticMessage.

Everything is authorised by the evaluator, as ``ram:<action>`` on the entity. Answers and codes are those of the API's
pages.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from stsviewer.policy import Outcome
from stsviewer.sandbox.api_error import ApiError, missing
from stsviewer.sandbox.call import Call
from stsviewer.sandbox.model import Policy
from stsviewer.sandbox.system_policies import system_policy

VERSION: Final = "2015-05-01"

_SINCE: Final = "2020-01-01T00:00:00Z"  # the shipped account was always there
_VERSION_ID: Final = "v1"


def get_user(call: Call) -> dict[str, Any]:
    """GetUser: one user by its name."""
    name = _authorised(call, "GetUser", "UserName", "user")
    for user in call.world.account.users:
        if user.name.lower() == name.lower():
            return {
                "User": {
                    "UserId": user.id,
                    "UserName": user.name,
                    "DisplayName": user.name,
                    "Comments": "",
                    "CreateDate": _SINCE,
                    "UpdateDate": _SINCE,
                }
            }
    raise _no_such("User")


def get_role(call: Call) -> dict[str, Any]:
    """GetRole: one role with its trust policy."""
    name = _authorised(call, "GetRole", "RoleName", "role")
    role = call.world.role(name)
    if role is None:
        raise _no_such("Role")
    return {
        "Role": {
            "RoleId": role.id,
            "RoleName": role.name,
            "Arn": f"acs:ram::{call.world.account.id}:role/{role.name}",
            "Description": role.description,
            "CreateDate": _SINCE,
            "UpdateDate": _SINCE,
            "MaxSessionDuration": role.max_session_duration,
            "AssumeRolePolicyDocument": role.trust_text,
        }
    }


def list_roles(call: Call) -> dict[str, Any]:
    """ListRoles: all roles without their trust policies, in one page."""
    _authorise(call, "ListRoles", f"acs:ram:*:{call.world.account.id}:role/*")
    roles = [
        {
            "RoleId": role.id,
            "RoleName": role.name,
            "Arn": f"acs:ram::{call.world.account.id}:role/{role.name}",
            "Description": role.description,
            "CreateDate": _SINCE,
            "UpdateDate": _SINCE,
            "MaxSessionDuration": role.max_session_duration,
        }
        for role in call.world.account.roles
    ]
    return {"Roles": {"Role": roles}, "IsTruncated": False}


def list_groups_for_user(call: Call) -> dict[str, Any]:
    """ListGroupsForUser: the groups that a user is in."""
    name = _authorised(call, "ListGroupsForUser", "UserName", "user")
    for user in call.world.account.users:
        if user.name.lower() == name.lower():
            groups = [{"GroupName": group.name, "Comments": "", "JoinDate": _SINCE} for group in user.groups]
            return {"Groups": {"Group": groups}}
    raise _no_such("User")


def list_policies_for_user(call: Call) -> dict[str, Any]:
    """ListPoliciesForUser: the policies attached to a user itself, not those of its groups."""
    name = _authorised(call, "ListPoliciesForUser", "UserName", "user")
    for user in call.world.account.users:
        if user.name.lower() == name.lower():
            return _attached(user.policies)
    raise _no_such("User")


def list_policies_for_group(call: Call) -> dict[str, Any]:
    """ListPoliciesForGroup: the policies attached to a group."""
    name = _authorised(call, "ListPoliciesForGroup", "GroupName", "group")
    for group in call.world.account.groups:
        if group.name.lower() == name.lower():
            return _attached(group.policies)
    raise _no_such("Group")


def list_policies_for_role(call: Call) -> dict[str, Any]:
    """ListPoliciesForRole: the policies attached to a role."""
    name = _authorised(call, "ListPoliciesForRole", "RoleName", "role")
    role = call.world.role(name)
    if role is None:
        raise _no_such("Role")
    return _attached(role.policies)


def get_policy(call: Call) -> dict[str, Any]:
    """GetPolicy: a policy with its default version."""
    policy = _policy(call, "GetPolicy")
    return {
        "Policy": {
            "PolicyName": policy.name,
            "PolicyType": _type(policy),
            "Description": policy.description,
            "DefaultVersion": _VERSION_ID,
            "PolicyDocument": policy.text,
            "AttachmentCount": _attachments(call, policy),
            "CreateDate": _SINCE,
            "UpdateDate": _SINCE,
        },
        "DefaultPolicyVersion": _version(policy),
    }


def get_policy_version(call: Call) -> dict[str, Any]:
    """GetPolicyVersion: one version of a policy. The sandbox's have one, ``v1``."""
    if not call.params.get("VersionId"):
        raise missing("VersionId")
    policy = _policy(call, "GetPolicyVersion")
    if call.params["VersionId"] != _VERSION_ID:
        raise ApiError(404, "EntityNotExist.Policy.Version", "The policy version does not exist.")
    return {"PolicyVersion": _version(policy)}


def decode_diagnostic_message(call: Call) -> dict[str, Any]:
    """DecodeDiagnosticMessage: what a refusal was about."""
    message = call.params.get("EncodedDiagnosticMessage", "")
    if not message:
        raise missing("EncodedDiagnosticMessage")
    _authorise(call, "DecodeDiagnosticMessage", "*")
    decoded = call.world.diagnostics.decode(message)
    if decoded is None:
        raise ApiError(
            400, "InvalidParameter.EncodedDiagnosticMessage", "The parameter EncodedDiagnosticMessage is invalid."
        )
    return {"DecodedDiagnosticMessage": decoded}


def _authorised(call: Call, action: str, parameter: str, kind: str) -> str:
    """The name of the entity in ``parameter``, when the caller may do ``action`` on it."""
    name = call.params.get(parameter, "")
    if not name:
        raise missing(parameter)
    _authorise(call, action, f"acs:ram:*:{call.world.account.id}:{kind}/{name}")
    return name


def _authorise(call: Call, action: str, resource: str) -> None:
    context = call.context()
    decision = call.world.decide(call.caller, f"ram:{action}", resource, context, api=action)
    if decision.outcome is not Outcome.ALLOW:
        raise call.refused(decision, f"ram:{action}", resource, context)


def _policy(call: Call, action: str) -> Policy:
    name, kind = call.params.get("PolicyName", ""), call.params.get("PolicyType", "")
    if not name:
        raise missing("PolicyName")
    if not kind:
        raise missing("PolicyType")
    if kind not in ("System", "Custom"):
        raise ApiError(400, "InvalidParameter.PolicyType", "The parameter PolicyType is invalid.")
    owner = "system" if kind == "System" else call.world.account.id
    _authorise(call, action, f"acs:ram:*:{owner}:policy/{name}")
    if kind == "System":
        found = system_policy(name)
    else:
        found = next((one for one in call.world.account.policies if one.name.lower() == name.lower()), None)
    if found is None:
        raise _no_such("Policy")
    return found


def _type(policy: Policy) -> str:
    return "System" if policy.system else "Custom"


def _attached(policies: Iterable[Policy]) -> dict[str, Any]:
    return {
        "Policies": {
            "Policy": [
                {
                    "PolicyName": policy.name,
                    "PolicyType": _type(policy),
                    "Description": policy.description,
                    "DefaultVersion": _VERSION_ID,
                    "AttachDate": _SINCE,
                }
                for policy in policies
            ]
        }
    }


def _attachments(call: Call, policy: Policy) -> int:
    account = call.world.account
    holders = [one.policies for one in account.users]
    holders += [one.policies for one in account.groups]
    holders += [one.policies for one in account.roles]
    return sum(policy in attached for attached in holders)


def _version(policy: Policy) -> dict[str, Any]:
    return {
        "VersionId": _VERSION_ID,
        "IsDefaultVersion": True,
        "PolicyDocument": policy.text,
        "CreateDate": _SINCE,
    }


def _no_such(kind: str) -> ApiError:
    return ApiError(404, f"EntityNotExist.{kind}", f"The {kind.lower()} does not exist.")
