"""OSS's actions, the form of resource that each is judged on, and which actions a call needs.

https://www.alibabacloud.com/help/en/oss/user-guide/authorization-syntax-and-elements. The names of calls and of actions
differ just where people trip: there is no ``oss:HeadObject``, ``oss:CopyObject``, ``oss:UploadPart`` or
``oss:ListObjectsV2``, and listing objects is asked of the bucket.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from stsviewer.policy import wildcard
from stsviewer.policy.resource import bucket_resource, object_resource


class Form(Enum):
    """What the resource of an action looks like."""

    SERVICE = "service"  # acs:oss:*:ACCOUNT:*
    BUCKET = "bucket"  # acs:oss:*:ACCOUNT:BUCKET
    OBJECT = "object"  # acs:oss:*:ACCOUNT:BUCKET/KEY


def _all(form: Form, service: str, names: str) -> dict[str, Form]:
    return {f"{service}:{name}": form for name in names.split()}


#: Every action by its documented spelling.
ACTIONS: Final[Mapping[str, Form]] = {
    **_all(
        Form.SERVICE,
        "oss",
        """
        ActivateProduct CreateOrder DeletePublicAccessBlock DescribeRegions GetPublicAccessBlock GetUserAntiDDosInfo
        InitUserAntiDDosInfo ListAccessPoints ListAccessPointsForObjectProcess ListBuckets
        ListUserDataRedundancyTransition PutPublicAccessBlock UpdateUserAntiDDosInfo
        """,
    ),
    **_all(
        Form.BUCKET,
        "oss",
        """
        AbortBucketWorm CloseMetaQuery CompleteBucketWorm CreateAccessPoint CreateAccessPointForObjectProcess
        CreateBucketDataRedundancyTransition CreateCnameToken DeleteAccessPoint DeleteAccessPointForObjectProcess
        DeleteAccessPointPolicy DeleteAccessPointPolicyForObjectProcess DeleteBucket DeleteBucketCors
        DeleteBucketDataRedundancyTransition DeleteBucketEncryption DeleteBucketInventory DeleteBucketLifecycle
        DeleteBucketLogging DeleteBucketPolicy DeleteBucketPublicAccessBlock DeleteBucketReplication
        DeleteBucketTagging DeleteBucketWebsite DeleteCname DeleteStyle DoMetaQuery ExtendBucketWorm GetAccessPoint
        GetAccessPointConfigForObjectProcess GetAccessPointForObjectProcess GetAccessPointPolicy
        GetAccessPointPolicyForObjectProcess GetBucketAccessMonitor GetBucketAcl GetBucketArchiveDirectRead
        GetBucketCors GetBucketDataRedundancyTransition GetBucketEncryption GetBucketHttpsConfig GetBucketInfo
        GetBucketInventory GetBucketLifecycle GetBucketLocation GetBucketLogging GetBucketPolicy GetBucketPolicyStatus
        GetBucketPublicAccessBlock GetBucketReferer GetBucketReplication GetBucketReplicationLocation
        GetBucketReplicationProgress GetBucketRequestPayment GetBucketResourceGroup GetBucketStat GetBucketTagging
        GetBucketTransferAcceleration GetBucketVersioning GetBucketWebsite GetBucketWorm GetCnameToken
        GetMetaQueryStatus GetStyle InitBucketAntiDDosInfo InitiateBucketWorm ListBucketAntiDDosInfo
        ListBucketDataRedundancyTransition ListCname ListLiveChannel ListMultipartUploads ListObjectVersions
        ListObjects ListStyle OpenMetaQuery PutAccessPointConfigForObjectProcess PutAccessPointPolicy
        PutAccessPointPolicyForObjectProcess PutBucket PutBucketAccessMonitor PutBucketAcl
        PutBucketArchiveDirectRead PutBucketCors PutBucketEncryption PutBucketHttpsConfig PutBucketInventory
        PutBucketLifecycle PutBucketLogging PutBucketPolicy PutBucketPublicAccessBlock PutBucketRTC PutBucketReferer
        PutBucketReplication PutBucketRequestPayment PutBucketResourceGroup PutBucketTagging
        PutBucketTransferAcceleration PutBucketVersioning PutBucketWebsite PutCname PutStyle ReplicateList
        UpdateBucketAntiDDosInfo
        """,
    ),
    **_all(
        Form.OBJECT,
        "oss",
        """
        AbortMultipartUpload DeleteLiveChannel DeleteObject DeleteObjectTagging DeleteObjectVersion
        DeleteObjectVersionTagging GetLiveChannel GetLiveChannelHistory GetLiveChannelStat GetObject GetObjectAcl
        GetObjectTagging GetObjectVersion GetObjectVersionAcl GetObjectVersionTagging GetVodPlaylist ListParts
        PostProcessTask PostVodPlaylist ProcessImm PublishRtmpStream PutLiveChannel PutLiveChannelStatus PutObject
        PutObjectAcl PutObjectTagging PutObjectVersionAcl PutObjectVersionTagging ReplicateDelete ReplicateGet
        ReplicatePut RestoreObject RestoreObjectVersion WriteGetObjectResponse
        """,
    ),
}

_BY_LOWER_CASE: Final = {action.lower(): action for action in ACTIONS}


def documented(action: str) -> str | None:
    """The documented spelling of ``action``, which may be spelt in any case; None when OSS has no such action."""
    return _BY_LOWER_CASE.get(action.lower())


def matching(pattern: str) -> tuple[str, ...]:
    """The documented actions that ``pattern`` covers."""
    lower = pattern.lower()
    return tuple(action for folded, action in _BY_LOWER_CASE.items() if wildcard.matches(lower, folded))


@dataclass(frozen=True)
class Need:
    """One action that a call needs, and the form of its resource. ``on_source`` is asked of what is copied from."""

    action: str
    form: Form
    on_source: bool = False

    def resource(self, bucket: str, key: str = "", account: str = "*") -> str:
        """The resource asked for. Of a need ``on_source``, bucket and key are the source's."""
        if self.form is Form.SERVICE:
            return bucket_resource("*", account)
        if self.form is Form.BUCKET:
            return bucket_resource(bucket, account)
        return object_resource(bucket, key, account)


def _need(action: str, *, on_source: bool = False) -> Need:
    return Need(f"oss:{action}", ACTIONS[f"oss:{action}"], on_source)


_READ: Final = (_need("GetObject"),)
_WRITE: Final = (_need("PutObject"),)
_COPY: Final = (_need("GetObject", on_source=True), _need("PutObject"))

#: Calls whose action has another name, or that need more than one. Every other call needs the action of its own name.
_OTHER_NAMES: Final[Mapping[str, tuple[Need, ...]]] = {
    "ListObjectsV2": (_need("ListObjects"),),
    "GetBucket": (_need("ListObjects"),),
    "GetService": (_need("ListBuckets"),),
    "PutBucketTags": (_need("PutBucketTagging"),),
    "GetBucketTags": (_need("GetBucketTagging"),),
    "DeleteBucketTags": (_need("DeleteBucketTagging"),),
    "PutBucketACL": (_need("PutBucketAcl"),),
    "GetBucketACL": (_need("GetBucketAcl"),),
    "PutObjectACL": (_need("PutObjectAcl"),),
    "GetObjectACL": (_need("GetObjectAcl"),),
    "HeadObject": _READ,
    "GetObjectMeta": _READ,
    "SelectObject": _READ,
    "GetSymlink": _READ,
    "ProcessImage": _READ,  # a read with x-oss-process
    "PostObject": _WRITE,
    "AppendObject": _WRITE,
    "PutSymlink": _WRITE,
    "InitiateMultipartUpload": _WRITE,
    "UploadPart": _WRITE,
    "CompleteMultipartUpload": _WRITE,
    "CopyObject": _COPY,
    "UploadPartCopy": _COPY,
    "DeleteMultipleObjects": (_need("DeleteObject"),),
}

#: What becomes of an action when the call names a version.
_OF_A_VERSION: Final = {
    "oss:GetObject": "oss:GetObjectVersion",
    "oss:DeleteObject": "oss:DeleteObjectVersion",
    "oss:GetObjectAcl": "oss:GetObjectVersionAcl",
    "oss:PutObjectAcl": "oss:PutObjectVersionAcl",
    "oss:GetObjectTagging": "oss:GetObjectVersionTagging",
    "oss:PutObjectTagging": "oss:PutObjectVersionTagging",
    "oss:DeleteObjectTagging": "oss:DeleteObjectVersionTagging",
    "oss:RestoreObject": "oss:RestoreObjectVersion",
}


def needs(api: str, *, version: bool = False, tagging: bool = False) -> tuple[Need, ...]:
    """The actions that the call ``api`` needs, all of them. Raises KeyError for a call that OSS does not have.

    ``version``: it names a version (of the source, for a copy); ``tagging``: it sends ``x-oss-tagging``.
    """
    plain = _OTHER_NAMES.get(api) or (_need(api),)
    found = [
        Need(_OF_A_VERSION.get(one.action, one.action), one.form, one.on_source) if version else one for one in plain
    ]
    if tagging and any(one.action == "oss:PutObject" for one in found):
        found.append(_need("PutObjectTagging"))
        if len(plain) > 1:
            found.append(_need("GetObjectTagging", on_source=True))
    return tuple(found)
