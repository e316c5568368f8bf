"""The condition keys that requests carry, and which requests carry them.

https://www.alibabacloud.com/help/en/oss/user-guide/authorization-syntax-and-elements and
https://www.alibabacloud.com/help/en/ram/policy-elements. A key that ends in ``/`` goes on with the name of a tag.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from stsviewer.policy.actions import ACTIONS, Form

#: Carried by the requests of every service; the VPC's by those that come through one.
GENERAL: Final = frozenset(
    {
        "acs:AccessId",
        "acs:CurrentTime",
        "acs:MFAPresent",
        "acs:PrincipalARN",
        "acs:SecureTransport",
        "acs:SourceIp",
        "acs:SourceVpc",
        "acs:UserAgent",
    }
)

_OBJECT_ACTIONS: Final = frozenset(action for action, form in ACTIONS.items() if form is Form.OBJECT)

#: OSS's own keys, and the actions whose requests carry them.
OF_OSS: Final[Mapping[str, frozenset[str]]] = {
    "oss:Prefix": frozenset({"oss:ListObjects"}),
    "oss:Delimiter": frozenset({"oss:ListObjects"}),
    "oss:BucketTag": frozenset(ACTIONS),
    "oss:ExistingObjectTag": _OBJECT_ACTIONS,
    "oss:RequestObjectTag": frozenset({"oss:PutObject", "oss:PutObjectTagging", "oss:PutObjectVersionTagging"}),
    "oss:x-oss-acl": frozenset({"oss:PutBucket", "oss:PutBucketAcl"}),
    "oss:x-oss-object-acl": frozenset({"oss:PutObject", "oss:PutObjectAcl", "oss:PutObjectVersionAcl"}),
}


def carriers(key: str) -> frozenset[str] | None:
    """The OSS actions whose requests carry ``key``; None when all of them do, or when OSS does not know the key."""
    return OF_OSS.get(key.partition("/")[0])


def spelling(key: str) -> str | None:
    """The documented spelling of a key of RAM or OSS; None for a key that neither documents."""
    name, slash, tag = key.partition("/")
    for known in (*GENERAL, *OF_OSS):
        if known.lower() == name.lower():
            return known + slash + tag
    return None


def ignored_in_bucket_policy(key: str) -> bool:
    """Whether a bucket policy takes ``key`` and then ignores the whole statement.

    Measured by others for ``acs:PrincipalArn``; no page says so.
    """
    return key.lower() == "acs:principalarn"
