"""Calls on a bucket: what it is, and what lies in it."""

from __future__ import annotations

import base64
from collections.abc import Callable
from functools import partial

from anyio.to_thread import run_sync
from starlette.responses import Response

from stsviewer.sandbox.oss import errors
from stsviewer.sandbox.oss.authorize import permit_bucket
from stsviewer.sandbox.oss.call import Call, xml
from stsviewer.sandbox.oss.dates import iso_millis
from stsviewer.sandbox.oss.document import Markup, Node, escape
from stsviewer.sandbox.oss.service_calls import page_limit
from stsviewer.sandbox.oss.storage import Summary
from stsviewer.signing.encoding import percent_encode


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


async def list_objects(call: Call) -> Response:
    """ListObjects, version 1 and version 2 (``list-type=2``)."""
    context = {}
    for parameter, condition in (("prefix", "oss:Prefix"), ("delimiter", "oss:Delimiter")):
        if call.has(parameter):
            context[condition] = call.parameter(parameter)
    permit_bucket(call, "oss:ListObjects", context)
    encoding = call.parameter("encoding-type")
    if encoding not in ("", "url"):
        raise errors.invalid_argument("encoding-type", encoding, "Invalid Encoding Method specified in Request.")
    encode: Callable[[str], str] = partial(percent_encode, safe="/") if encoding else str
    second = call.parameter("list-type") == "2"
    if call.has("list-type") and not second:
        raise errors.invalid_argument("list-type", call.parameter("list-type"), "Invalid list-type.")
    prefix, delimiter, limit = call.parameter("prefix"), call.parameter("delimiter"), page_limit(call)
    after = call.parameter("marker")
    if second:
        token = call.parameter("continuation-token")
        after = _position(token) if token else call.parameter("start-after")
    now = int(call.now.timestamp())
    page = await run_sync(call.bucket.page, prefix, delimiter, after, limit, now)
    nodes: list[Node] = [("Name", call.bucket.bucket.name), ("Prefix", encode(prefix))]
    if second:
        nodes += [("StartAfter", encode(call.parameter("start-after")))] if call.has("start-after") else []
        nodes += [("ContinuationToken", encode(call.parameter("continuation-token")))] if token else []
    else:
        nodes += [("Marker", encode(after))]
    nodes += [("MaxKeys", str(limit)), ("Delimiter", encode(delimiter))]
    nodes += [("EncodingType", encoding)] if encoding else []
    nodes += [("IsTruncated", "true" if page.truncated else "false")]
    if second:
        nodes += [("NextContinuationToken", encode(_token(page.last)))] if page.truncated else []
    else:
        nodes += [("NextMarker", encode(page.last))] if page.truncated else []
    with_owner = not second or call.parameter("fetch-owner").lower() == "true"
    owner = call.bucket.bucket.owner if with_owner else ""
    nodes += [("Contents", Markup(_contents(one, encode, owner))) for one in page.objects]
    nodes += [("CommonPrefixes", (("Prefix", encode(one)),)) for one in page.prefixes]
    nodes += [("KeyCount", str(len(page.objects) + len(page.prefixes)))] if second else []
    return xml("ListBucketResult", nodes)


def _contents(one: Summary, encode: Callable[[str], str], owner: str) -> str:
    """The inside of ``<Contents>``, written out: a page has a thousand of them."""
    own = f"<Owner><ID>{owner}</ID><DisplayName>{owner}</DisplayName></Owner>" if owner else ""
    restored = f"<RestoreInfo>{escape(one.restored)}</RestoreInfo>" if one.restored else ""
    return (
        f"<Key>{escape(encode(one.key))}</Key><LastModified>{iso_millis(one.modified)}</LastModified>"
        f'<ETag>"{one.etag}"</ETag><Type>{one.kind}</Type><Size>{one.size}</Size>'
        f"<StorageClass>{one.storage_class}</StorageClass>{restored}{own}"
    )


def _token(last: str) -> str:
    """A continuation token as the cloud's look: field 1 of a protocol buffer with the key, Base64, ``-`` for ``=``."""
    raw = last.encode()
    length = bytearray()
    rest = len(raw)
    while rest > 127:
        length.append(rest & 127 | 128)
        rest >>= 7
    length.append(rest)
    return base64.b64encode(b"\n" + bytes(length) + raw).decode().replace("=", "-")


def _position(token: str) -> str:
    """The key that a continuation token stands for; raises InvalidArgument for one that none of our pages gave out."""
    try:
        raw = base64.b64decode(token.replace("-", "="), validate=True)
        body = raw[1:] if raw[:1] == b"\n" else b""
        skip = next(number for number, byte in enumerate(body) if byte < 128) + 1
        key = body[skip:].decode()
    except (ValueError, StopIteration):  # no Base64, no ASCII, no UTF-8, no end
        key = ""
    if not key or _token(key) != token:
        raise errors.invalid_argument("continuation-token", token, "The continuation token is not correct.")
    return key
