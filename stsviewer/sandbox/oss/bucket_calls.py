"""Calls on a bucket: what it is, and what lies in it."""

from __future__ import annotations

from anyio.to_thread import run_sync
from starlette.responses import Response

from stsviewer.sandbox.oss import errors
from stsviewer.sandbox.oss.authorize import permit_bucket
from stsviewer.sandbox.oss.call import Call, xml
from stsviewer.sandbox.oss.dates import iso_millis
from stsviewer.sandbox.oss.document import Node


async def get_info(call: Call) -> Response:
    """GetBucketInfo."""
    permit_bucket(call, "oss:GetBucketInfo")
    storage = call.bucket
    model = storage.bucket
    bucket: list[Node] = [
        ("AccessMonitor", "Disabled"),
        ("Comment", ""),
        ("CreationDate", iso_millis(storage.created)),
        ("CrossRegionReplication", "Disabled"),
        ("DataRedundancyType", "LRS"),
        ("ExtranetEndpoint", call.address.endpoint(model.region)),
        ("IntranetEndpoint", call.address.endpoint(model.region)),
        ("Location", f"oss-{model.region}"),
        ("Name", model.name),
        ("StorageClass", model.storage_class),
        ("TransferAcceleration", "Disabled"),
        ("Owner", (("DisplayName", model.owner), ("ID", model.owner))),
        ("AccessControlList", (("Grant", model.acl),)),
        ("ServerSideEncryptionRule", (("SSEAlgorithm", "None"),)),
        ("BucketPolicy", (("LogBucket", ""), ("LogPrefix", ""))),
    ]
    return xml("BucketInfo", [("Bucket", bucket)])


async def get_location(call: Call) -> Response:
    """GetBucketLocation."""
    permit_bucket(call, "oss:GetBucketLocation")
    return xml("LocationConstraint", f"oss-{call.bucket.bucket.region}")


async def get_stat(call: Call) -> Response:
    """GetBucketStat."""
    permit_bucket(call, "oss:GetBucketStat")
    count, size = await run_sync(call.bucket.usage)
    nodes = [("Storage", size), ("ObjectCount", count), ("MultipartUploadCount", 0), ("LiveChannelCount", 0)]
    nodes += [
        ("LastModifiedTime", int(call.now.timestamp())),
        ("StandardStorage", size),
        ("StandardObjectCount", count),
    ]
    return xml("BucketStat", [(name, str(value)) for name, value in nodes])


async def get_acl(call: Call) -> Response:
    """GetBucketAcl."""
    permit_bucket(call, "oss:GetBucketAcl")
    model = call.bucket.bucket
    owner = (("ID", model.owner), ("DisplayName", model.owner))
    return xml("AccessControlPolicy", [("Owner", owner), ("AccessControlList", (("Grant", model.acl),))])


async def get_policy(call: Call) -> Response:
    """GetBucketPolicy: the document as it stands."""
    permit_bucket(call, "oss:GetBucketPolicy")
    text = call.bucket.bucket.policy_text
    if not text:
        message = "The bucket policy does not exist."
        raise errors.OssError(404, "NoSuchBucketPolicy", message, "0030-00000006")
    return Response(text.encode(), 200, media_type="application/json")


async def get_referer(call: Call) -> Response:
    """GetBucketReferer."""
    permit_bucket(call, "oss:GetBucketReferer")
    model = call.bucket.bucket
    empty = "true" if model.allow_empty_referer else "false"
    listed = [("Referer", one) for one in model.referers]
    return xml("RefererConfiguration", [("AllowEmptyReferer", empty), ("RefererList", listed)])
