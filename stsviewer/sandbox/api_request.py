"""A request to STS or RAM as it came in, and how to tell one from a request to OSS on the same port."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import Request

from stsviewer.sandbox import tokens
from stsviewer.signing import acs3, rpc

_API_HOST: Final = re.compile(r"(sts|ram)(?:\.(?!oss-)[a-z0-9-]+)?\.localhost", re.IGNORECASE)
FORM: Final = "application/x-www-form-urlencoded"
JSON: Final = "application/json"


def _media_type(headers: dict[str, str]) -> str:
    return headers.get("content-type", "").partition(";")[0].strip().lower()


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(parse_qsl(text, keep_blank_values=True, errors="replace"))


@dataclass(frozen=True)
class ApiRequest:
    """The parts of a request that the gateway looks at. ``headers`` have lower-case names."""

    request_id: str
    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    body: bytes
    headers: dict[str, str]
    source_ip: str

    @cached_property
    def is_acs3(self) -> bool:
        """Whether the headers carry the call and its signature, as the newer clients have it.

        The older SDK of Python names the action in a header too, but signs the parameters.
        """
        if self.headers.get("authorization", "").startswith(acs3.ALGORITHM):
            return True
        return "x-acs-action" in self.headers and rpc.SIGNATURE not in self.params

    @property
    def host(self) -> str:
        """The host as the client named it."""
        return self.headers.get("host", "")

    @property
    def user_agent(self) -> str:
        """The client's own name."""
        return self.headers.get("user-agent", "")

    @property
    def media_type(self) -> str:
        """The content type without its parameters."""
        return _media_type(self.headers)

    @cached_property
    def body_params(self) -> tuple[tuple[str, str], ...]:
        """The parameters of a form body or, as newer clients may send them, of a JSON object."""
        text = self.body.decode("utf-8", "replace")
        if self.media_type == FORM:
            return _pairs(text)
        if self.media_type != JSON:
            return ()
        try:
            values = json.loads(text or "{}")
        except (ValueError, RecursionError):
            return ()
        return tuple((name, str(value)) for name, value in values.items()) if isinstance(values, dict) else ()

    @cached_property
    def params(self) -> dict[str, str]:
        """Query and body as one set, as RPC has it."""
        return dict(self.query + self.body_params)

    @property
    def access_key_id(self) -> str:
        """The key that the request claims to be signed with."""
        if not self.is_acs3:
            return self.params.get("AccessKeyId", "")
        authorization = acs3.parse_authorization(self.headers.get("authorization", ""))
        return authorization.access_key_id if authorization else ""

    @property
    def action(self) -> str:
        """The API that is called."""
        return self.headers.get("x-acs-action", "") if self.is_acs3 else self.params.get("Action", "")

    @property
    def version(self) -> str:
        """The version of the API, a date."""
        return self.headers.get("x-acs-version", "") if self.is_acs3 else self.params.get("Version", "")


async def read(request: Request) -> ApiRequest | None:
    """The request when it is one to STS or RAM; ``None`` when it is for OSS.

    On a host ``sts.localhost`` or ``ram.localhost`` (a region may stand between) every request is. Elsewhere it must be
    for ``/`` and carry the marks of RPC, since a request to OSS may carry any query.
    """
    raw_path: bytes = request.scope["raw_path"]
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in request.scope["headers"]}
    by_host = bool(_API_HOST.fullmatch(headers.get("host", "").rpartition(":")[0] or headers.get("host", "")))
    if raw_path != b"/" and not by_host:
        return None
    if request.method == "POST" and (by_host or _media_type(headers) == FORM or "x-acs-action" in headers):
        body = await request.body()
    else:
        body = b""
    client = request.client
    made = ApiRequest(
        request_id=tokens.request_id(),
        method=request.method,
        path=raw_path.decode("latin-1"),
        query=_pairs(request.scope["query_string"].decode("latin-1")),
        body=body,
        headers=headers,
        source_ip=client.host if client else "",
    )
    return made if by_host or _is_rpc(made) else None


def _is_rpc(request: ApiRequest) -> bool:
    if request.headers.get("authorization", "").startswith("OSS"):
        return False
    if request.is_acs3:
        return "x-acs-action" in request.headers and "x-acs-version" in request.headers
    params = request.params
    return bool(params.get("Action") and params.get("Version") and (rpc.SIGNATURE in params or "AccessKeyId" in params))
