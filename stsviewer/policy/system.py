"""The vendor's system policies that matter here, by name.

https://www.alibabacloud.com/help/en/ram/developer-reference/ has a page for each (lower-case name as the last part).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from stsviewer.policy.document import Document, DocumentKind
from stsviewer.policy.grammar import parse


def _allows(*actions: str) -> str:
    statement = {"Effect": "Allow", "Action": actions[0] if len(actions) == 1 else list(actions), "Resource": "*"}
    return json.dumps({"Version": "1", "Statement": [statement]}, indent=2)


#: The documents as text, as GetPolicyVersion answers them.
SYSTEM_POLICIES: Final[Mapping[str, str]] = {
    "AdministratorAccess": _allows("*"),
    "AliyunOSSFullAccess": _allows("oss:*"),
    "AliyunOSSReadOnlyAccess": _allows("oss:Get*", "oss:List*"),
    "AliyunRAMFullAccess": _allows("ram:*"),
    "AliyunRAMReadOnlyAccess": _allows("ram:Get*", "ram:List*"),
    "AliyunSTSAssumeRoleAccess": _allows("sts:AssumeRole"),
}


def system_policy(name: str) -> Document:
    """The system policy of that name. Raises KeyError when it is not among them."""
    return parse(SYSTEM_POLICIES[name], DocumentKind.IDENTITY, name)
