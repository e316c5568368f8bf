"""The vendor's own policies that the sandbox knows, under the vendor's names.

The documents are the published ones where a page gives them (AliyunSTSAssumeRoleAccess, AliyunOSSFullAccess,
AliyunOSSReadOnlyAccess), and the plain reading of their names elsewhere.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any, Final

from stsviewer import policy
from stsviewer.policy import DocumentKind
from stsviewer.sandbox.model import Policy

_ALLOWS: Final[dict[str, tuple[str, list[str]]]] = {
    "AdministratorAccess": ("Manages all services and resources.", ["*"]),
    "ReadOnlyAccess": ("Reads all services and resources.", ["*:Get*", "*:List*", "*:Describe*", "*:Head*"]),
    "AliyunSTSAssumeRoleAccess": ("Calls AssumeRole of STS.", ["sts:AssumeRole"]),
    "AliyunOSSFullAccess": ("Manages Object Storage Service.", ["oss:*"]),
    "AliyunOSSReadOnlyAccess": ("Reads Object Storage Service.", ["oss:Get*", "oss:List*"]),
    "AliyunRAMFullAccess": ("Manages RAM: users, groups, roles and policies.", ["ram:*"]),
    "AliyunRAMReadOnlyAccess": ("Reads RAM: users, groups, roles and policies.", ["ram:Get*", "ram:List*"]),
}


@cache
def system_policy(name: str) -> Policy | None:
    """The system policy of that name, or ``None``."""
    if name not in _ALLOWS:
        return None
    description, actions = _ALLOWS[name]
    document: dict[str, Any] = {
        "Version": "1",
        "Statement": [{"Effect": "Allow", "Action": actions[0] if len(actions) == 1 else actions, "Resource": "*"}],
    }
    text = json.dumps(document, indent=2)
    return Policy(
        name, text, policy.parse(text, DocumentKind.IDENTITY, name=name), system=True, description=description
    )
