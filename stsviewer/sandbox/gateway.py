"""The front of STS and RAM: which action, who calls, and the answer as JSON or XML."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import quote

from starlette.responses import Response

from stsviewer.sandbox import ram, sts
from stsviewer.sandbox.api_error import ApiError, missing, not_valid
from stsviewer.sandbox.api_request import FORM, JSON, ApiRequest
from stsviewer.sandbox.authenticate import authenticate
from stsviewer.sandbox.call import Call
from stsviewer.sandbox.model import Faults, Role
from stsviewer.sandbox.render import render
from stsviewer.sandbox.world import World

_log: Final = logging.getLogger(__name__)

_ACTIONS: Final[Mapping[str, tuple[str, Mapping[str, Callable[[Call], dict[str, Any]]]]]] = {
    sts.VERSION: ("Sts", {"AssumeRole": sts.assume_role, "GetCallerIdentity": sts.get_caller_identity}),
    ram.VERSION: (
        "Ram",
        {
            "GetUser": ram.get_user,
            "GetRole": ram.get_role,
            "ListRoles": ram.list_roles,
            "ListGroupsForUser": ram.list_groups_for_user,
            "ListPoliciesForUser": ram.list_policies_for_user,
            "ListPoliciesForGroup": ram.list_policies_for_group,
            "ListPoliciesForRole": ram.list_policies_for_role,
            "GetPolicy": ram.get_policy,
            "GetPolicyVersion": ram.get_policy_version,
            "DecodeDiagnosticMessage": ram.decode_diagnostic_message,
        },
    ),
}


async def answer(world: World, request: ApiRequest) -> Response:
    """Serve a request to STS or RAM."""
    faults = world.faults_for(role=sts.addressed_role(world, request.params) or _own_role(world, request))
    if faults.latency_ms:
        await asyncio.sleep(faults.latency_ms / 1000)
    as_json = _wants_json(request)
    status, root = 200, f"{request.action}Response"
    try:
        values = {"RequestId": request.request_id, **_run(world, request, faults)}
    except ApiError as error:
        status, root, values = error.status, "Error", _error(request, error)
    except Exception:
        _log.exception("%s failed", request.action)
        broken = ApiError(500, "InternalError", "STS Server Internal Error happened, please send the RequestId to us.")
        status, root, values = broken.status, "Error", _error(request, broken)
    body, content_type = render(root, values, as_json)
    return Response(
        body, status_code=status, headers={"Content-Type": content_type, "x-acs-request-id": request.request_id}
    )


def _own_role(world: World, request: ApiRequest) -> Role | None:
    key = world.key(request.access_key_id)
    return key.token.role if key and key.token else None


def _run(world: World, request: ApiRequest, faults: Faults) -> dict[str, Any]:
    if request.method not in ("GET", "POST"):
        raise ApiError(400, "UnsupportedHTTPMethod", "This http method is not supported.")
    if not request.action:
        raise missing("Action")
    if not request.version:
        raise missing("Version")
    if request.version not in _ACTIONS:
        raise not_valid("Version")
    action = _ACTIONS[request.version][1].get(request.action)
    if action is None:
        raise ApiError(404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method.")
    if request.params.get("Format", "").upper() not in ("", "JSON", "XML"):
        raise ApiError(400, "InvalidParameter.Format", "Specified parameter Format is not valid.")
    if request.body and request.media_type not in (FORM, JSON):
        raise ApiError(400, "InvalidParameter.ContentType", f"The Content-Type must be {JSON} or {FORM}.")
    return action(Call(world, request, authenticate(world, request, faults), faults))


def _wants_json(request: ApiRequest) -> bool:
    """``Format`` decides; without it, the older signature gets XML and the newer what it accepts, else JSON."""
    asked = request.params.get("Format", "").upper()
    if asked in ("JSON", "XML"):
        return asked == "JSON"
    return request.is_acs3 and "xml" not in request.headers.get("accept", "")


def _error(request: ApiRequest, error: ApiError) -> dict[str, Any]:
    product = _ACTIONS.get(request.version, ("Sts", {}))[0]
    values: dict[str, Any] = {
        "RequestId": request.request_id,
        "HostId": request.host,
        "Code": error.code,
        "Message": error.message,
        "Recommend": f"https://api.aliyun.com/troubleshoot?q={quote(error.code)}&product={product}"
        f"&requestId={request.request_id}",
    }
    if error.detail:
        values["AccessDeniedDetail"] = dict(error.detail)
    return values
