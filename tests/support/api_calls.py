"""Calls of STS and RAM: through the vendor's SDK, and signed by hand so that a test can spoil them."""

from __future__ import annotations

import hashlib
import json
import uuid
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

import requests
from support.sandbox import RunningSandbox

from stsviewer.secret import Secret
from stsviewer.signing import acs3, rpc

STS = "2015-04-01"
RAM = "2015-05-01"


@dataclass(frozen=True)
class Credentials:
    """What signs: a long-term key, or a temporary one with its token."""

    id: str
    secret: str
    token: str = ""


def of_profile(profile: Mapping[str, Any]) -> Credentials:
    """The key of an announced profile."""
    return Credentials(profile["access_key_id"], profile["access_key_secret"])


def of_answer(answer: Mapping[str, Any]) -> Credentials:
    """The key that AssumeRole gave out."""
    given = answer["Credentials"]
    return Credentials(given["AccessKeyId"], given["AccessKeySecret"], given["SecurityToken"])


def timestamp(shift: float = 0.0) -> str:
    """The time as both signatures write it, ``shift`` seconds from now."""
    return (datetime.now(UTC) + timedelta(seconds=shift)).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass
class Draft:
    """A request, signed already, that can still be changed."""

    method: str
    query: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    path: str = "/"

    def send(self, sandbox: RunningSandbox) -> requests.Response:
        """Send it as it is."""
        prepared = requests.Request(self.method, sandbox.base, headers=self.headers, data=self.body).prepare()
        prepared.url = sandbox.base + self.path + ("?" + urlencode(self.query) if self.query else "")
        with requests.Session() as session:
            session.trust_env = False
            return session.send(prepared, timeout=20)


def rpc_draft(
    credentials: Credentials,
    params: Mapping[str, str],
    *,
    method: str = "GET",
    in_body: bool = False,
    version: str = STS,
    signed_at: str = "",
    nonce: str = "",
) -> Draft:
    """A request with the older signature, its parameters in the query or in a form."""
    full = {
        "Format": "JSON",
        "Version": version,
        "AccessKeyId": credentials.id,
        "SignatureMethod": "HMAC-SHA1",
        "SignatureVersion": "1.0",
        "SignatureNonce": nonce or str(uuid.uuid4()),
        "Timestamp": signed_at or timestamp(),
        **({"SecurityToken": credentials.token} if credentials.token else {}),
        **params,
    }
    full["Signature"] = rpc.signature(Secret(credentials.secret), rpc.string_to_sign(method, full))
    if in_body:
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        return Draft(method, headers=form, body=urlencode(full).encode())
    return Draft(method, query=full)


def acs3_draft(
    sandbox: RunningSandbox,
    credentials: Credentials,
    action: str,
    params: Mapping[str, str],
    *,
    method: str = "POST",
    body: str = "query",
    version: str = STS,
    signed_at: str = "",
    nonce: str = "",
) -> Draft:
    """A request with the newer signature. ``body`` says where the parameters go: ``query``, ``form`` or ``json``."""
    headers = {
        "host": sandbox.address,
        "x-acs-action": action,
        "x-acs-version": version,
        "x-acs-date": signed_at or timestamp(),
        "x-acs-signature-nonce": nonce or uuid.uuid4().hex,
        **({"x-acs-security-token": credentials.token} if credentials.token else {}),
    }
    content = b""
    if body == "form":
        content, headers["content-type"] = urlencode(params).encode(), "application/x-www-form-urlencoded"
    elif body == "json":
        content, headers["content-type"] = json.dumps(params).encode(), "application/json; charset=utf-8"
    headers["x-acs-content-sha256"] = hashlib.sha256(content).hexdigest()
    query = dict(params) if body == "query" else {}
    signed = sorted(headers)
    canonical = acs3.canonical_request(
        method, "/", list(query.items()), headers, signed, headers["x-acs-content-sha256"]
    )
    signature = acs3.signature(Secret(credentials.secret), acs3.string_to_sign(canonical))
    headers["Authorization"] = acs3.Authorization(credentials.id, tuple(signed), signature).text
    return Draft(method, query, headers, content)


def call(
    sandbox: RunningSandbox, credentials: Credentials, action: str, version: str = STS, **params: str
) -> dict[str, Any]:
    """Call an action with the older signature and return the JSON of the answer, whatever its status."""
    answer = rpc_draft(credentials, {"Action": action, **params}, version=version).send(sandbox).json()
    assert isinstance(answer, dict)
    return answer


def assume(sandbox: RunningSandbox, profile: Mapping[str, Any], **changed: str) -> dict[str, Any]:
    """AssumeRole as the profile says; ``changed`` parameters outrank it, and an empty one is left out."""
    return call(sandbox, of_profile(profile), "AssumeRole", **assume_params(profile, **changed))


def assume_params(profile: Mapping[str, Any], **changed: str) -> dict[str, str]:
    """The parameters of AssumeRole that a profile stands for."""
    params = {
        "RoleArn": profile["role_arn"],
        "RoleSessionName": profile["role_session_name"],
        "DurationSeconds": str(profile["duration_seconds"] or ""),
        "Policy": profile["policy"] or "",
        "ExternalId": profile["external_id"] or "",
        **changed,
    }
    return {name: value for name, value in params.items() if value}


def by_sdk(sandbox: RunningSandbox, credentials: Credentials, request: Any) -> dict[str, Any]:
    """Send a request of the vendor's SDK to the sandbox. Raises the SDK's ServerException."""
    from aliyunsdkcore.auth.credentials import AccessKeyCredential, StsTokenCredential
    from aliyunsdkcore.client import AcsClient

    if credentials.token:
        credential = StsTokenCredential(credentials.id, credentials.secret, credentials.token)
    else:
        credential = AccessKeyCredential(credentials.id, credentials.secret)
    client = AcsClient(region_id="cn-shanghai", credential=credential, auto_retry=False)
    request.set_protocol_type("http")
    request.set_endpoint(sandbox.address)
    answer = json.loads(client.do_action_with_exception(request))
    assert isinstance(answer, dict)
    return answer


def assume_by_sdk(sandbox: RunningSandbox, profile: Mapping[str, Any]) -> dict[str, Any]:
    """AssumeRole as the profile says, through aliyunsdksts."""
    from aliyunsdksts.request.v20150401.AssumeRoleRequest import AssumeRoleRequest

    request = AssumeRoleRequest()
    request.set_RoleArn(profile["role_arn"])
    request.set_RoleSessionName(profile["role_session_name"])
    request.set_DurationSeconds(profile["duration_seconds"])
    if profile["policy"]:
        request.set_Policy(profile["policy"])
    if profile["external_id"]:
        request.set_ExternalId(profile["external_id"])
    return by_sdk(sandbox, of_profile(profile), request)


def xml(answer: requests.Response) -> ElementTree.Element:
    """The root element of an XML answer."""
    return ElementTree.fromstring(answer.content)
