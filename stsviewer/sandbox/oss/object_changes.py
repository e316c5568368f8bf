"""Calls that change what is said about an object, not its bytes: its list, its tags, its restore."""

from __future__ import annotations

from dataclasses import replace

from anyio.to_thread import run_sync
from starlette.responses import Response

from stsviewer.sandbox.oss import errors
from stsviewer.sandbox.oss.authorize import permit_object
from stsviewer.sandbox.oss.bodies import read_body, restore_days, tags_of
from stsviewer.sandbox.oss.call import Call
from stsviewer.sandbox.oss.index import Attributes
from stsviewer.sandbox.oss.object_writes import ACLS
from stsviewer.sandbox.oss.storage import Immutable
from stsviewer.sandbox.oss.stored import Stored

#: How long a restore takes here, in seconds; in the cloud it is a minute or hours.
RESTORE_TAKES = 10
_DAY = 86_400


async def put_acl(call: Call) -> Response:
    """PutObjectACL."""
    acl = call.headers.get("x-oss-object-acl", "")
    if acl not in ACLS:
        raise errors.invalid_argument("x-oss-object-acl", acl, "no such object access control exists", "0017-00000104")
    stored = await _found(call, "oss:PutObjectAcl", {"oss:x-oss-object-acl": acl})
    await _change(call, stored, replace(stored.attributes, acl=acl))
    return Response(None, 200, {"Content-Length": "0"})


async def put_tags(call: Call) -> Response:
    """PutObjectTagging."""
    tags = tags_of(await read_body(call))
    stored = await _found(call, "oss:PutObjectTagging", {f"oss:RequestObjectTag/{name}": value for name, value in tags})
    await _change(call, stored, replace(stored.attributes, tags=tags))
    return Response(None, 200, {"Content-Length": "0"})


async def delete_tags(call: Call) -> Response:
    """DeleteObjectTagging."""
    stored = await _found(call, "oss:DeleteObjectTagging", {})
    await _change(call, stored, replace(stored.attributes, tags=()))
    return Response(None, 204)


async def restore(call: Call) -> Response:
    """RestoreObject: 202 when it begins, 409 while it runs (EC 0016-00000701), 200 when it is prolonged."""
    days = restore_days(await read_body(call))
    stored = await _found(call, "oss:RestoreObject", {})
    now = int(call.now.timestamp())
    if not stored.is_archived:
        message = "The operation is not supported for this resource"
        raise errors.OssError(400, "OperationNotSupported", message, "0016-00000702")
    done, lapses = stored.attributes.restored
    if now < done:
        message = "The restore operation is in progress."
        raise errors.OssError(409, "RestoreAlreadyInProgress", message, "0016-00000701")
    running = now >= lapses
    done = now + RESTORE_TAKES if running else done
    await _change(call, stored, replace(stored.attributes, restored=(done, done + days * _DAY)))
    return Response(None, 202 if running else 200, {"Content-Length": "0"})


async def _found(call: Call, action: str, context: dict[str, str]) -> Stored:
    key = call.key
    stored = await run_sync(call.bucket.find, key)
    if stored is not None:
        context |= {f"oss:ExistingObjectTag/{name}": value for name, value in stored.attributes.tags}
    permit_object(call, action, key, stored.attributes.acl if stored else "default", context)
    if stored is None:
        raise errors.no_such_key(key)
    return stored


async def _change(call: Call, stored: Stored, attributes: Attributes) -> None:
    try:
        await run_sync(call.bucket.change, stored.key, attributes)
    except Immutable:
        raise errors.immutable(stored.key) from None
