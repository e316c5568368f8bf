"""Calls that read an object: its bytes, its properties, its list, its tags."""

from __future__ import annotations

import base64

from anyio.to_thread import run_sync
from starlette.responses import Response, StreamingResponse

from stsviewer.sandbox.oss import errors, pictures
from stsviewer.sandbox.oss.authorize import check_referer, permit_object
from stsviewer.sandbox.oss.call import Call, xml
from stsviewer.sandbox.oss.conditions import Verdict, verdict
from stsviewer.sandbox.oss.dates import http_date
from stsviewer.sandbox.oss.ranges import Unsatisfiable, span
from stsviewer.sandbox.oss.stored import Stored
from stsviewer.signing.encoding import percent_encode

#: The query parameters that override a header of the answer.
_OVERRIDES = ("content-type", "content-language", "expires", "cache-control", "content-disposition", "content-encoding")


async def get_object(call: Call) -> Response:
    """GetObject, and with ``x-oss-process`` a picture made of it."""
    stored = await _readable(call)
    overrides = _overrides(call)
    answer = _conditions(call, stored)
    if answer is not None:
        return answer
    if call.has("x-oss-process"):
        return await pictures.process(stored, call.parameter("x-oss-process"))
    headers = await _headers(call, stored) | overrides
    part = _part(call, stored)
    if part is not None:
        start, length = part
        headers["content-range"] = f"bytes {start}-{start + length - 1}/{stored.size}"
        headers.pop("content-md5", None)
        return await _stream(stored, start, length, 206, headers)
    return await _stream(stored, 0, stored.size, 200, headers)


async def head_object(call: Call) -> Response:
    """HeadObject: the headers of GetObject. An archived object has them too."""
    stored = await _existing(call)
    answer = _conditions(call, stored)
    if answer is not None:
        return answer
    headers = await _headers(call, stored)
    return Response(None, 200, headers | {"Content-Length": str(stored.size)})


async def get_meta(call: Call) -> Response:
    """GetObjectMeta: ETag, size and date only."""
    stored = await _existing(call)
    headers = {
        "ETag": f'"{stored.etag}"',
        "Last-Modified": http_date(stored.modified),
        "Content-Length": str(stored.size),
        "x-oss-hash-crc64ecma": str(await run_sync(call.bucket.crc64, stored)),
    }
    return Response(None, 200, headers)


async def get_acl(call: Call) -> Response:
    """GetObjectAcl."""
    stored = await _found(call, "oss:GetObjectAcl")
    owner = call.bucket.bucket.owner
    nodes = [("Owner", (("ID", owner), ("DisplayName", owner)))]
    return xml("AccessControlPolicy", [*nodes, ("AccessControlList", (("Grant", stored.attributes.acl),))])


async def get_tags(call: Call) -> Response:
    """GetObjectTagging."""
    stored = await _found(call, "oss:GetObjectTagging")
    tags = [("Tag", (("Key", name), ("Value", value))) for name, value in stored.attributes.tags]
    return xml("Tagging", [("TagSet", tags)])


async def get_symlink(call: Call) -> Response:
    """GetSymlink: where an OSS symbolic link points."""
    stored = await _found(call, "oss:GetObject")
    if not stored.attributes.symlink:
        raise errors.OssError(400, "NotSymlink", "The object is not a symlink.")
    headers = {
        "x-oss-symlink-target": percent_encode(stored.attributes.symlink),
        "ETag": f'"{stored.etag}"',
        "Last-Modified": http_date(stored.modified),
    }
    return Response(None, 200, headers)


async def _found(call: Call, action: str) -> Stored:
    """The object addressed, if the caller may; judged before anybody learns whether there is one."""
    key = call.key
    stored = await run_sync(call.bucket.find, key)
    context = {f"oss:ExistingObjectTag/{name}": value for name, value in stored.attributes.tags} if stored else {}
    permit_object(call, action, key, stored.attributes.acl if stored else "default", context)
    if stored is None:
        raise errors.no_such_key(key)
    return stored


async def _existing(call: Call) -> Stored:
    """The object, through a symbolic link to the one it points to."""
    check_referer(call)
    stored = await _found(call, "oss:GetObject")
    if not stored.attributes.symlink:
        return stored
    target = await run_sync(call.bucket.find, stored.attributes.symlink)
    if target is None or target.attributes.symlink:
        message = "The symlink target object does not exist."
        raise errors.OssError(404, "SymlinkTargetNotExist", message, fields=(("Key", stored.attributes.symlink),))
    return target


async def _readable(call: Call) -> Stored:
    stored = await _existing(call)
    if not stored.is_readable(int(call.now.timestamp())):
        raise errors.invalid_object_state(stored.key)
    return stored


def _conditions(call: Call, stored: Stored) -> Response | None:
    came_to, header = verdict(call.headers, stored.etag, stored.modified)
    if came_to is Verdict.FAILED:
        raise errors.precondition_failed(header)
    if came_to is Verdict.NOT_MODIFIED:
        return Response(None, 304, {"ETag": f'"{stored.etag}"', "Last-Modified": http_date(stored.modified)})
    return None


def _part(call: Call, stored: Stored) -> tuple[int, int] | None:
    standard = call.headers.get("x-oss-range-behavior", "").lower() == "standard"
    try:
        part = span(call.headers.get("range"), stored.size, standard=standard)
    except Unsatisfiable:
        raise errors.invalid_range(call.headers.get("range", ""), stored.size) from None
    return (part.start, part.length) if part else None


def _overrides(call: Call) -> dict[str, str]:
    """``response-*`` of a signed request; an anonymous one may not have them (EC 0017 class, InvalidRequest)."""
    chosen = {name: call.parameter(f"response-{name}") for name in _OVERRIDES if call.has(f"response-{name}")}
    if chosen and call.claim is None:
        raise errors.OssError(400, "InvalidRequest", "Override response headers is not allowed for anonymous requests.")
    for name, value in chosen.items():
        if any(ord(character) < 32 for character in value):
            raise errors.invalid_argument(f"response-{name}", value, "The value cannot be a header.")
    return {name: _on_the_wire(value) for name, value in chosen.items()}


async def _headers(call: Call, stored: Stored) -> dict[str, str]:
    """All that is told of an object, under lower-case names, so that an override meets its header."""
    headers = {
        "content-type": _on_the_wire(stored.content_type),
        "etag": f'"{stored.etag}"',
        "last-modified": http_date(stored.modified),
        "accept-ranges": "bytes",
        "x-oss-object-type": stored.kind,
        "x-oss-hash-crc64ecma": str(await run_sync(call.bucket.crc64, stored)),
        "x-oss-storage-class": stored.storage_class,
    }
    if stored.kind == "Normal":
        headers["content-md5"] = base64.b64encode(bytes.fromhex(stored.etag)).decode()
    restored = stored.restore_header(int(call.now.timestamp()))
    if restored:
        headers["x-oss-restore"] = restored
    if stored.attributes.tags:
        headers["x-oss-tagging-count"] = str(len(stored.attributes.tags))
    return headers | {name.lower(): _on_the_wire(value) for name, value in stored.attributes.headers}


def _on_the_wire(value: str) -> str:
    """A header's value that was read as UTF-8, so that the same bytes go out again."""
    return value.encode("utf-8", "surrogateescape").decode("latin-1")


async def _stream(stored: Stored, start: int, length: int, status: int, headers: dict[str, str]) -> Response:
    """The bytes in pieces, so that neither a large file nor a slow reader fills the memory."""
    try:
        pieces = await run_sync(stored.content.chunks, start, length)
    except OSError:  # somebody removed the file since it was found
        raise errors.no_such_key(stored.key) from None
    return StreamingResponse(pieces, status, headers | {"Content-Length": str(length)})
