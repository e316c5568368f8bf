"""Whom a statement of a bucket policy or a trust policy is about.

Bucket policy: https://help.aliyun.com/document_detail/85111.html. Trust policy:
https://help.aliyun.com/en/ram/user-guide/edit-the-trust-policy-of-a-ram-role.
"""

from __future__ import annotations

from stsviewer.policy import wildcard
from stsviewer.policy.document import Statement, TrustedPrincipals
from stsviewer.policy.question import Principal, PrincipalKind


def in_bucket_policy(statement: Statement, principal: Principal, owner: str) -> bool:
    """Whether a bucket policy's statement is about ``principal``. ``owner`` is the bucket's account.

    ``*`` without a condition is everybody but the bucket's owner, with a condition everybody. The owner is the account
    itself: its users and roles are not.
    """
    is_owner = principal.kind is PrincipalKind.ACCOUNT and principal.account == owner
    for name in statement.principals:
        if name == "*":
            if not is_owner or statement.conditions:
                return True
        elif name.startswith("arn:sts:"):
            if principal.kind is PrincipalKind.ASSUMED_ROLE_USER and wildcard.matches(name, principal.session_arn):
                return True
        elif name == _user_id(principal):
            return True
    return False


def _user_id(principal: Principal) -> str:
    if principal.kind is PrincipalKind.ACCOUNT:
        return principal.uid or principal.account
    return principal.uid


def in_trust_policy(trusted: TrustedPrincipals, principal: Principal) -> bool:
    """Whether a trust policy's statement is about ``principal``.

    ``acs:ram::ACCOUNT:root`` is every user and role of the account. A cloud service or an identity provider in the list
    trusts no RAM identity.
    """
    if principal.kind is PrincipalKind.RAM_USER:
        own = principal.arn
    elif principal.kind is PrincipalKind.ASSUMED_ROLE_USER:
        own = principal.assumed_role_arn
    else:
        return False
    return own in trusted.ram or f"acs:ram::{principal.account}:root" in trusted.ram
