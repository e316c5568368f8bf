"""The vendor's system policies that matter here, by name.

https://www.alibabacloud.com/help/en/ram/developer-reference/ has a page for each (lower-case name as the last part).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from stsviewer.policy.document import Document, DocumentKind
from stsviewer.policy.grammar import parse


def _text(*statements: dict[str, object]) -> str:
    return json.dumps({"Version": "1", "Statement": statements}, indent=2)


def _allow(*actions: str) -> dict[str, object]:
    return {"Effect": "Allow", "Action": actions, "Resource": "*"}


#: The documents as text, as GetPolicyVersion answers them.
SYSTEM_POLICIES: Final[Mapping[str, str]] = {
    "AdministratorAccess": _text(_allow("*")),
    "AliyunOSSFullAccess": _text(_allow("oss:*")),
    "AliyunOSSReadOnlyAccess": _text(_allow("oss:Get*", "oss:List*")),
    "AliyunRAMFullAccess": _text(_allow("ram:*")),
    "AliyunRAMReadOnlyAccess": _text(
        _allow("ram:Get*", "ram:List*", "ram:GenerateCredentialReport"),
        _allow("accessanalyzer:Get*", "accessanalyzer:List*"),
    ),
    "AliyunSTSAssumeRoleAccess": _text(_allow("sts:AssumeRole")),
}


def system_policy(name: str) -> Document:
    """The system policy of that name. Raises KeyError when it is not among them."""
    return parse(SYSTEM_POLICIES[name], DocumentKind.IDENTITY, name)
