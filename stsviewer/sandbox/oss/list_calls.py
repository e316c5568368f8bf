"""ListObjects, version 1 and version 2."""

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
from stsviewer.sandbox.oss.stored import Page, Summary
from stsviewer.signing.encoding import percent_encode

Encode = Callable[[str], str]


async def list_objects(call: Call) -> Response:
    """ListObjects, or ListObjectsV2 with ``list-type=2``. One right for both: oss:ListObjects on the bucket."""
    context = {}
    for parameter, condition in (("prefix", "oss:Prefix"), ("delimiter", "oss:Delimiter")):
        if call.has(parameter):
            context[condition] = call.parameter(parameter)
    permit_bucket(call, "oss:ListObjects", context)
    encode = _encoding(call)
    version = call.parameter("list-type", "1")
    if version not in ("1", "2"):
        raise errors.invalid_argument("list-type", version, "Invalid list-type.")
    limit = page_limit(call)
    if version == "1":
        page = await _page(call, call.parameter("marker"), limit)
        return xml("ListBucketResult", _version_1(call, page, limit, encode))
    token = call.parameter("continuation-token")
    page = await _page(call, _position(token) if token else call.parameter("start-after"), limit)
    return xml("ListBucketResult", _version_2(call, page, limit, encode))


def _encoding(call: Call) -> Encode:
    encoding = call.parameter("encoding-type")
    if encoding not in ("", "url"):
        raise errors.invalid_argument("encoding-type", encoding, "Invalid Encoding Method specified in Request.")
    return partial(percent_encode, safe="/") if encoding else str


async def _page(call: Call, after: str, limit: int) -> Page:
    now = int(call.now.timestamp())
    return await run_sync(call.bucket.page, call.parameter("prefix"), call.parameter("delimiter"), after, limit, now)


def _version_1(call: Call, page: Page, limit: int, encode: Encode) -> list[Node]:
    nodes: list[Node] = [
        ("Name", call.bucket.bucket.name),
        ("Prefix", encode(call.parameter("prefix"))),
        ("Marker", encode(call.parameter("marker"))),
        *_common(call, page, limit, encode),
    ]
    if page.truncated:
        nodes.append(("NextMarker", encode(page.last)))
    return nodes + _rows(page, encode, call.bucket.bucket.owner)


def _version_2(call: Call, page: Page, limit: int, encode: Encode) -> list[Node]:
    nodes: list[Node] = [("Name", call.bucket.bucket.name), ("Prefix", encode(call.parameter("prefix")))]
    if call.has("start-after"):
        nodes.append(("StartAfter", encode(call.parameter("start-after"))))
    if call.parameter("continuation-token"):
        nodes.append(("ContinuationToken", encode(call.parameter("continuation-token"))))
    nodes += _common(call, page, limit, encode)
    if page.truncated:
        nodes.append(("NextContinuationToken", encode(_token(page.last))))
    owner = call.bucket.bucket.owner if call.parameter("fetch-owner").lower() == "true" else ""
    count = len(page.objects) + len(page.prefixes)
    return [*nodes, *_rows(page, encode, owner), ("KeyCount", str(count))]


def _common(call: Call, page: Page, limit: int, encode: Encode) -> list[Node]:
    nodes: list[Node] = [("MaxKeys", str(limit)), ("Delimiter", encode(call.parameter("delimiter")))]
    if call.parameter("encoding-type"):
        nodes.append(("EncodingType", call.parameter("encoding-type")))
    return [*nodes, ("IsTruncated", "true" if page.truncated else "false")]


def _rows(page: Page, encode: Encode, owner: str) -> list[Node]:
    contents: list[Node] = [("Contents", Markup(_contents(one, encode, owner))) for one in page.objects]
    return contents + [("CommonPrefixes", (("Prefix", encode(one)),)) for one in page.prefixes]


def _contents(one: Summary, encode: Encode, owner: str) -> str:
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
