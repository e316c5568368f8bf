"""``AccessDeniedDetail``: which policy refused, whom, and what. The same for STS, RAM and OSS.

The members and their values are those of the page of OSS's EC 0003-00000201 and of RAM's DecodeDiagnosticMessage.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from stsviewer.policy import Decision, Outcome, PrincipalKind
from stsviewer.sandbox.model import Policy
from stsviewer.sandbox.world import Caller, World

_PRINCIPAL_TYPE: Final = {
    PrincipalKind.RAM_USER: "SubUser",
    PrincipalKind.ASSUMED_ROLE_USER: "AssumedRoleUser",
    PrincipalKind.ACCOUNT: "RootUser",
    PrincipalKind.ANONYMOUS: "Anonymous",
}


def access_denied_detail(
    world: World,
    caller: Caller,
    decision: Decision,
    action: str,
    resource: str,
    context: Mapping[str, str | list[str]],
    request_id: str,
) -> dict[str, str]:
    """The detail of a refusal, in the cloud's order, and the diagnostic message that stands for it.

    ``PolicyType`` is missing where a bucket policy refused: the documented values name none for it.
    """
    policy_type = _policy_type(decision)
    explicit = _is_explicit(decision)
    principal = _principal(caller)
    decoded = {
        "AuthAction": action,
        "AuthResource": resource,
        "AuthPrincipal": principal,
        "AuthConditions": [
            {"ConditionKey": key, "ConditionValues": [value] if isinstance(value, str) else list(value)}
            for key, value in sorted(context.items())
        ],
        "ExplicitDeny": explicit,
        "NoPermissionPolicyType": policy_type,
        "MatchedPolicies": _matched(caller, decision) if explicit else [],
    }
    detail = {
        "PolicyType": policy_type,
        "AuthPrincipalOwnerId": principal["AuthPrincipalOwnerId"],
        "EncodedDiagnosticMessage": world.diagnostics.encode(request_id, world.now(), decoded),
        "AuthPrincipalType": principal["AuthPrincipalType"],
        "AuthPrincipalDisplayName": principal["AuthPrincipalDisplayName"],
        "NoPermissionType": "ExplicitDeny" if explicit else "ImplicitDeny",
        "AuthAction": action,
    }
    return {name: value for name, value in detail.items() if value}


def _guilty(decision: Decision) -> str:
    """The label of the policy that decided: ``user[0]``, ``role[1]``, ``session``, ``trust``, ``bucket_policy``."""
    return decision.statement.policy if decision.statement else ""


def _is_explicit(decision: Decision) -> bool:
    if decision.outcome is Outcome.SESSION_DENY:
        return decision.statement is not None  # the session policy's own Deny; without an Allow there is none to name
    return decision.outcome is Outcome.EXPLICIT_DENY


def _policy_type(decision: Decision) -> str:
    guilty = _guilty(decision)
    if decision.outcome is Outcome.SESSION_DENY:
        return "SessionPolicy"
    if decision.outcome is Outcome.TRUST_DENY or guilty.startswith("trust"):
        return "AssumeRolePolicy"
    if guilty.startswith("bucket"):
        return ""
    return "AccountLevelIdentityBasedPolicy"


def _principal(caller: Caller) -> dict[str, str]:
    """Who was refused. A session shows as ``role:session``, everybody else as a UID."""
    name = caller.principal.uid
    if caller.key and caller.key.token:
        name = f"{caller.key.token.role.name}:{caller.key.token.session_name}"
    return {
        "AuthPrincipalDisplayName": name,
        "AuthPrincipalOwnerId": caller.principal.account,
        "AuthPrincipalType": _PRINCIPAL_TYPE[caller.principal.kind],
    }


def _matched(caller: Caller, decision: Decision) -> list[dict[str, Any]]:
    """The identity policy whose Deny matched, by its name and by what it is attached to."""
    label, _, index = _guilty(decision).partition("[")
    attached = _attached(caller)
    if label not in ("user", "role") or int(index.rstrip("]")) >= len(attached):
        return []
    policy, entity = attached[int(index.rstrip("]"))]
    return [
        {
            "Effect": "Deny",
            "PolicyIdentifier": policy.name,
            "PolicyType": "System" if policy.system else "Custom",
            "PolicyVersion": "v1",
            "AttachedScope": "Account",
            "AttachedEntityType": entity,
        }
    ]


def _attached(caller: Caller) -> list[tuple[Policy, str]]:
    """The policies behind ``caller.identity``, in the same order."""
    if caller.role:
        return [(policy, "RamRole") for policy in caller.role.policies]
    user = caller.key.user if caller.key else None
    if user is None:
        return []
    own = [(policy, "RamUser") for policy in user.policies]
    return own + [(policy, "RamGroup") for group in user.groups for policy in group.policies]
