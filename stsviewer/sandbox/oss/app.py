"""The front door of OSS: one request in, one answer out."""

from __future__ import annotations

import asyncio
import base64
import secrets
import time
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final
from weakref import WeakKeyDictionary

from anyio.to_thread import run_sync
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from stsviewer.sandbox.model import Faults
from stsviewer.sandbox.oss import (
    authenticate,
    bucket_calls,
    errors,
    list_calls,
    object_changes,
    object_reads,
    object_writes,
    service_calls,
)
from stsviewer.sandbox.oss.address import Address, address_of, is_bucket_name, query_of
from stsviewer.sandbox.oss.call import Call
from stsviewer.sandbox.oss.claim import Claim, claim_of
from stsviewer.sandbox.oss.dates import http_date
from stsviewer.sandbox.oss.document import Node, document, legible
from stsviewer.sandbox.oss.storage import Storage
from stsviewer.sandbox.world import World

Answer = Callable[[Call], Awaitable[Response]]

_storages: WeakKeyDictionary[World, Storage] = WeakKeyDictionary()

#: Query parameters that make another call of a request, and what answers it. The first one that is there counts.
_OF_BUCKET: Final[dict[str, dict[str, Answer]]] = {
    "GET": {
        "bucketInfo": bucket_calls.get_info,
        "location": bucket_calls.get_location,
        "stat": bucket_calls.get_stat,
        "acl": bucket_calls.get_acl,
        "policy": bucket_calls.get_policy,
        "referer": bucket_calls.get_referer,
        "": list_calls.list_objects,
    },
    "POST": {"delete": object_writes.delete_objects},
}
_OF_OBJECT: Final[dict[str, dict[str, Answer]]] = {
    "GET": {
        "acl": object_reads.get_acl,
        "tagging": object_reads.get_tags,
        "symlink": object_reads.get_symlink,
        "": object_reads.get_object,
    },
    "HEAD": {"objectMeta": object_reads.get_meta, "": object_reads.head_object},
    "PUT": {
        "acl": object_changes.put_acl,
        "tagging": object_changes.put_tags,
        "symlink": object_writes.put_symlink,
        "": object_writes.put_object,
    },
    "POST": {"restore": object_changes.restore},
    "DELETE": {"tagging": object_changes.delete_tags, "": object_writes.delete_object},
}
_DRAINED: Final = 64 << 20  # bytes
#: Sub-resources that exist in the cloud and not here: such a request must not be taken for a plain one.
_ELSEWHERE: Final = frozenset(
    {
        "append", "cors", "encryption", "inventory", "lifecycle", "live", "logging", "objectMeta", "partNumber",
        "replication", "requestPayment", "resourceGroup", "style", "transferAcceleration", "uploadId", "uploads",
        "versionId", "versioning", "versions", "website", "worm",
    }
)  # fmt: skip


def prepare(world: World) -> Storage:
    """The storage of ``world``: its buckets' folders, filled from the account file the first time."""
    if world not in _storages:
        _storages[world] = Storage(world.account, world.data)
    return _storages[world]


async def handle(world: World, request: Request) -> Response:
    """Answer one request to OSS."""
    began = time.monotonic()
    request_id = secrets.token_hex(12).upper()
    headers = _headers_of(request)
    address = address_of(headers.get("host", ""), request.scope["raw_path"])
    model = world.bucket(address.bucket)
    faults = world.faults_for(bucket=model)
    try:
        query = query_of(request.scope["query_string"])
        claim = claim_of(headers, query)
        key = world.key(claim.access_key_id) if claim else None
        faults = world.faults_for(bucket=model, role=key.token.role if key and key.token else None)
        if faults.latency_ms:
            await asyncio.sleep(faults.latency_ms / 1000)
        response = await _answer(world, request, request_id, address, headers, query, claim, faults)
    except errors.OssError as error:
        response = _refusal(error, request, request_id, address)
        await _drain(request)
    except Exception:  # whatever breaks here, the client gets an answer of the protocol's own
        traceback.print_exc()
        broken = errors.OssError(500, "InternalError", "We encountered an internal error. Please try again.")
        response = _refusal(broken, request, request_id, address)
    response.headers["Server"] = "AliyunOSS"
    response.headers["Date"] = http_date(world.now(faults))
    response.headers["x-oss-request-id"] = request_id
    response.headers["x-oss-server-time"] = str(round((time.monotonic() - began) * 1000))
    return response


async def _answer(
    world: World,
    request: Request,
    request_id: str,
    address: Address,
    headers: dict[str, str],
    query: list[tuple[str, str]],
    claim: Claim | None,
    faults: Faults,
) -> Response:
    region = authenticate.region_addressed(claim, address, world.account.region)
    if claim is not None:
        authenticate.check(world, claim, request.method, address, headers, query, faults)
    if faults.overdue:
        raise errors.user_disable()
    call = Call(
        world,
        await run_sync(prepare, world),
        request,
        request_id,
        address,
        query,
        headers,
        claim,
        world.caller(claim.access_key_id if claim else None),
        faults,
        world.now(faults),
    )
    if not address.bucket:
        if request.method != "GET":
            raise _not_allowed(request.method)
        return await service_calls.list_buckets(call)
    return await _in_bucket(call, region)


async def _in_bucket(call: Call, region: str) -> Response:
    name = call.address.bucket
    if not is_bucket_name(name):
        shown = legible(name.encode("utf-8", "replace").decode())
        fields = (("BucketName", shown),)
        raise errors.OssError(400, "InvalidBucketName", "The specified bucket is not valid.", fields=fields)
    found = call.storage.bucket(name)
    if found is None:
        raise errors.no_such_bucket(name)
    if found.bucket.region != region:
        raise errors.wrong_endpoint(name, call.address.endpoint(found.bucket.region))
    routes = (_OF_OBJECT if call.address.key else _OF_BUCKET).get(call.method)
    if routes is None:
        raise _not_allowed(call.method)
    for parameter, answer in routes.items():
        if parameter and call.has(parameter):
            return await answer(replace(call, found=found))
    elsewhere = next((name for name, _ in call.query if name in _ELSEWHERE), None)
    if elsewhere or "" not in routes:
        raise errors.not_implemented(elsewhere or call.method)
    return await routes[""](replace(call, found=found))


async def _drain(request: Request) -> None:
    """Read what the client still wants to send, up to a limit: it reads no refusal while it is writing."""
    left = _DRAINED
    try:
        async for piece in request.stream():
            left -= len(piece)
            if left < 0:
                return
    except (ClientDisconnect, RuntimeError):  # gone, or the body was read before
        return


def _headers_of(request: Request) -> dict[str, str]:
    """The headers under lower-case names; what is UTF-8 in them is read so, as it is signed so."""
    headers: dict[str, str] = {}
    for raw_name, raw_value in request.scope["headers"]:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("utf-8", "surrogateescape")
        headers[name] = f"{headers[name]},{value}" if name in headers else value
    return headers


def _not_allowed(method: str) -> errors.OssError:
    message = "The specified method is not allowed against this resource."
    return errors.OssError(405, "MethodNotAllowed", message, fields=(("Method", method),))


def _refusal(error: errors.OssError, request: Request, request_id: str, address: Address) -> Response:
    nodes: list[Node] = [
        ("Code", error.code),
        ("Message", error.message),
        ("RequestId", request_id),
        ("HostId", address.host),
    ]
    nodes += list(error.fields)
    if error.ec:
        nodes += [("EC", error.ec), ("RecommendDoc", f"https://api.aliyun.com/troubleshoot?q={error.ec}")]
    body = legible(document("Error", nodes).decode("utf-8", "surrogatepass")).encode("utf-8", "replace")
    headers = dict(error.headers)
    if error.ec:
        headers["x-oss-ec"] = error.ec
    if request.method == "HEAD":
        headers["x-oss-err"] = base64.b64encode(body).decode()
        return Response(None, error.status, headers | {"Content-Length": "0"})
    return Response(body, error.status, headers, "application/xml")
