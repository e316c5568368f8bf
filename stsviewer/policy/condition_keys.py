"""The condition keys that requests carry, and which requests carry them.

https://www.alibabacloud.com/help/en/oss/user-guide/authorization-syntax-and-elements and .../ram/policy-elements.
"""

from __future__ import annotations

from typing import Final

#: Carried by every request of every service (``acs:SourceVpc`` by those that come through a VPC).
GENERAL: Final = (
    "acs:CurrentTime", "acs:SecureTransport", "acs:SourceIp", "acs:MFAPresent", "acs:SourceVpc", "acs:UserAgent",
    "acs:AccessId",
)  # fmt: skip

#: OSS's own keys by the actions whose requests carry them; a key with a ``/`` goes on with the tag's name.
OF_ACTIONS: Final[dict[str, tuple[str, ...]]] = {
    "oss:Prefix": ("oss:ListObjects",),
    "oss:Delimiter": ("oss:ListObjects",),
    "oss:x-oss-acl": ("oss:PutBucket", "oss:PutBucketAcl"),
    "oss:x-oss-object-acl": ("oss:PutObject", "oss:PutObjectAcl", "oss:PutObjectVersionAcl"),
}


def ignored_in_bucket_policy(key: str) -> bool:
    """Whether a bucket policy takes ``key`` and then ignores the whole statement.

    Measured by others for ``acs:PrincipalArn``; no page says so.
    """
    return key.lower() == "acs:principalarn"
