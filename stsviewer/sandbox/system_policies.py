"""The vendor's own policies, as ``policy`` knows them, with a line about each."""

from __future__ import annotations

from functools import cache
from typing import Final

from stsviewer.policy.system import SYSTEM_POLICIES
from stsviewer.policy.system import system_policy as system_document
from stsviewer.sandbox.model import Policy

_DESCRIPTIONS: Final = {
    "AdministratorAccess": "Manages all services and resources.",
    "AliyunOSSFullAccess": "Manages Object Storage Service.",
    "AliyunOSSReadOnlyAccess": "Reads Object Storage Service.",
    "AliyunRAMFullAccess": "Manages RAM: users, groups, roles and policies.",
    "AliyunRAMReadOnlyAccess": "Reads RAM: users, groups, roles and policies.",
    "AliyunSTSAssumeRoleAccess": "Calls AssumeRole of STS.",
}


@cache
def system_policy(name: str) -> Policy | None:
    """The system policy of that name, or ``None``."""
    if name not in SYSTEM_POLICIES:
        return None
    return Policy(
        name=name,
        text=SYSTEM_POLICIES[name],
        document=system_document(name),
        system=True,
        description=_DESCRIPTIONS.get(name, ""),
    )
