"""Calls that store an object or remove it."""

from __future__ import annotations

import base64
import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes

from anyio.to_thread import run_sync
from starlette.requests import ClientDisconnect
from starlette.responses import Response

from stsviewer.sandbox.oss import errors
from stsviewer.sandbox.oss.authorize import permit_object
from stsviewer.sandbox.oss.bodies import keys_to_delete, parse_tags, read_body
from stsviewer.sandbox.oss.call import Call, xml
from stsviewer.sandbox.oss.conditions import Verdict, verdict
from stsviewer.sandbox.oss.content import Summing
from stsviewer.sandbox.oss.dates import iso_millis
from stsviewer.sandbox.oss.document import Node
from stsviewer.sandbox.oss.index import Attributes
from stsviewer.sandbox.oss.keys import check_key
from stsviewer.sandbox.oss.storage import BucketStorage, Immutable
from stsviewer.sandbox.oss.stored import CLASSES, Stored
from stsviewer.signing.encoding import percent_encode

ACLS = frozenset({"default", "private", "public-read", "public-read-write"})
#: The headers that are kept with an object and come back with it, beside ``x-oss-meta-*``.
_KEPT = ("cache-control", "content-disposition", "content-encoding", "content-language", "expires")


async def put_object(call: Call) -> Response:
    """PutObject, or CopyObject when ``x-oss-copy-source`` names an object."""
    if "x-oss-copy-source" in call.headers:
        return await copy_object(call)
    key = call.key
    attributes = attributes_of(call.headers)
    await _permit_put(call, key, attributes)
    handle, path = await run_sync(call.bucket.incoming)
    try:
        summing = await _receive(call, handle)
        _check_digest(call.headers, summing)
        await _store(call.bucket, key, path, summing, attributes)
    finally:
        path.unlink(missing_ok=True)
    return Response(None, 200, _sums(summing) | {"Content-Length": "0"})


async def copy_object(call: Call) -> Response:
    """CopyObject: reads the one object, writes the other; ``x-oss-metadata-directive: REPLACE`` takes new headers."""
    key = call.key
    source = await _copy_source(call)
    replaced = call.headers.get("x-oss-metadata-directive", "COPY").upper() == "REPLACE"
    said = attributes_of(call.headers)
    attributes = said if replaced else _copied(source, said)
    await _permit_put(call, key, attributes)
    came_to, header = verdict(call.headers, source.etag, source.modified, "x-oss-copy-source-")
    if came_to is Verdict.FAILED:
        raise errors.precondition_failed(header)
    if came_to is Verdict.NOT_MODIFIED:
        return Response(None, 304)
    handle, path = await run_sync(call.bucket.incoming)
    try:
        summing = await run_sync(_duplicate, source, handle)
        await _store(call.bucket, key, path, summing, attributes)
    finally:
        path.unlink(missing_ok=True)
    nodes: list[Node] = [("ETag", f'"{summing.sums.md5}"'), ("LastModified", iso_millis(call.now))]
    headers = {"ETag": f'"{summing.sums.md5}"', "x-oss-hash-crc64ecma": str(summing.sums.crc64)}
    return xml("CopyObjectResult", nodes, headers)


async def put_symlink(call: Call) -> Response:
    """PutSymlink: an object that points to another key of its bucket."""
    key = call.key
    target = check_key(_decoded(call.headers.get("x-oss-symlink-target", "")))
    said = attributes_of(call.headers)
    attributes = Attributes(said.content_type, said.storage_class, said.acl, said.headers, said.tags, target)
    await _permit_put(call, key, attributes)
    handle, path = await run_sync(call.bucket.incoming)
    os.close(handle)
    try:
        summing = Summing()
        await _store(call.bucket, key, path, summing, attributes)
    finally:
        path.unlink(missing_ok=True)
    return Response(None, 200, {"ETag": f'"{summing.sums.md5}"', "Content-Length": "0"})


async def delete_object(call: Call) -> Response:
    """DeleteObject: 204 whether there was one or not."""
    key = call.key
    permit_object(call, "oss:DeleteObject", key)
    try:
        await run_sync(call.bucket.remove, key)
    except Immutable:
        raise errors.immutable(key) from None
    return Response(None, 204)


async def delete_objects(call: Call) -> Response:
    """DeleteMultipleObjects: all are judged before the first is removed (EC 0003-00000204)."""
    body = await read_body(call)
    keys, quiet = keys_to_delete(body)
    for key in keys:
        try:
            permit_object(call, "oss:DeleteObject", key)
        except errors.OssError as error:
            explicit = error.ec in ("0003-00000101", "0003-00000201")
            raise errors.access_denied(error.message, "0003-00000204" if explicit else error.ec, error.fields) from None
    for key in keys:
        try:
            await run_sync(call.bucket.remove, key)
        except Immutable:
            raise errors.immutable(key) from None
    if quiet:
        return Response(None, 200, {"Content-Length": "0"})
    encoded = call.parameter("encoding-type") == "url"
    nodes: list[Node] = [("EncodingType", "url")] if encoded else []
    nodes += [("Deleted", (("Key", percent_encode(key, safe="/") if encoded else key),)) for key in keys]
    return xml("DeleteResult", nodes)


def attributes_of(headers: Mapping[str, str]) -> Attributes:
    """What a request says about the object that it stores. Raises InvalidArgument."""
    acl = headers.get("x-oss-object-acl", "default")
    if acl not in ACLS:
        raise errors.invalid_argument("x-oss-object-acl", acl, "no such object access control exists", "0017-00000104")
    storage_class = headers.get("x-oss-storage-class", "")
    if storage_class and storage_class not in CLASSES:
        raise errors.invalid_argument("x-oss-storage-class", storage_class, "The storage class does not exist.")
    kept = [(name, headers[name]) for name in _KEPT if name in headers]
    kept += [(name, value) for name, value in headers.items() if name.startswith("x-oss-meta-")]
    tags = parse_tags(headers.get("x-oss-tagging", ""))
    content_type = headers.get("content-type", "application/octet-stream")
    return Attributes(content_type, storage_class, acl, tuple(kept), tags)


async def _permit_put(call: Call, key: str, attributes: Attributes) -> None:
    standing = await run_sync(call.bucket.find, key)
    acl = standing.attributes.acl if standing else "default"
    context = {f"oss:RequestObjectTag/{name}": value for name, value in attributes.tags}
    if "x-oss-object-acl" in call.headers:
        context["oss:x-oss-object-acl"] = call.headers["x-oss-object-acl"]
    permit_object(call, "oss:PutObject", key, acl, context)
    if attributes.tags:
        permit_object(call, "oss:PutObjectTagging", key, acl, context)
    if standing is not None and call.headers.get("x-oss-forbid-overwrite", "").lower() == "true":
        raise errors.already_exists(key)


async def _receive(call: Call, handle: int) -> Summing:
    """Write the body to the file as it comes, and sum it up."""
    summing = Summing()
    with os.fdopen(handle, "wb") as file:
        try:
            async for piece in call.request.stream():
                summing.add(piece)
                file.write(piece)
        except ClientDisconnect:
            message = "You did not provide the number of bytes specified by the Content-Length HTTP header."
            raise errors.OssError(400, "IncompleteBody", message) from None
    return summing


def _check_digest(headers: Mapping[str, str], summing: Summing) -> None:
    given = headers.get("content-md5")
    if given is None:
        return
    try:
        digest = base64.b64decode(given, validate=True)
    except ValueError:  # no Base64, or no ASCII
        digest = b""
    if len(digest) != 16:
        message = "The Content-MD5 you specified is not valid."
        raise errors.OssError(400, "InvalidDigest", message, fields=(("Content-MD5", given),))
    if digest != summing.md5_digest:
        raise errors.bad_digest(given, base64.b64encode(summing.md5_digest).decode())


async def _store(bucket: BucketStorage, key: str, path: Path, summing: Summing, attributes: Attributes) -> None:
    try:
        await run_sync(bucket.put, key, path, summing.sums, attributes)
    except Immutable:
        raise errors.immutable(key) from None


def _sums(summing: Summing) -> dict[str, str]:
    return {
        "ETag": f'"{summing.sums.md5}"',
        "x-oss-hash-crc64ecma": str(summing.sums.crc64),
        "Content-MD5": base64.b64encode(summing.md5_digest).decode(),
    }


async def _copy_source(call: Call) -> Stored:
    """The object to copy, if it may be read: it must lie in the same region and not be archived."""
    given = call.headers["x-oss-copy-source"]
    bucket, slash, key = _decoded(given.partition("?")[0]).removeprefix("/").partition("/")
    if not slash:
        raise errors.invalid_argument("x-oss-copy-source", given, "Copy Source must mention the source bucket and key.")
    check_key(key)
    storage = call.storage.bucket(bucket)
    if storage is None:
        raise errors.no_such_bucket(bucket)
    stored = await run_sync(storage.find, key)
    permit_object(call, "oss:GetObject", key, stored.attributes.acl if stored else "default", bucket=bucket)
    if storage.bucket.region != call.bucket.bucket.region:
        message = "Target object does not reside in the same data center as source object."
        raise errors.access_denied(message, "")
    if stored is None:
        raise errors.no_such_key(key)
    if not stored.is_readable(int(call.now.timestamp())):
        raise errors.invalid_object_state(key)
    return stored


def _copied(source: Stored, said: Attributes) -> Attributes:
    """The source's headers and tags with the target's own list and class."""
    kept = source.attributes
    return Attributes(source.content_type, said.storage_class, said.acl, kept.headers, kept.tags, kept.symlink)


def _duplicate(source: Stored, handle: int) -> Summing:
    summing = Summing()
    with os.fdopen(handle, "wb") as file:
        for piece in source.content.chunks(0, source.size):
            summing.add(piece)
            file.write(piece)
    return summing


def _decoded(text: str) -> str:
    """A percent-encoded key in a header; one that is no UTF-8 is refused as a key later."""
    try:
        return unquote_to_bytes(text.encode("utf-8", "surrogateescape")).decode()
    except UnicodeDecodeError:
        return unquote(text, errors="surrogateescape")
