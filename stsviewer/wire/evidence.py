"""What a refusal said, read from the answer itself: both SDKs drop half of it.

STS and RAM answer JSON (or XML when asked), OSS answers XML; a HEAD has no body, and then the XML comes base64 in the
header ``x-oss-err``, when it comes at all, and the code of the cause in ``x-oss-ec``.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from stsviewer.wire import strict_xml
from stsviewer.wire.redaction import Redactor

# StringToSign and the encoded diagnostic message are long; nothing of use is longer.
_LONGEST: Final = 8 * 1024
_SECRET: Final = frozenset({"SignatureProvided", "Signature", "AccessKeySecret", "SecurityToken"})
_OWN_FIELDS: Final = frozenset({"Code", "Message", "RequestId", "HostId", "EC"})


@dataclass(frozen=True)
class Evidence:
    """The members of a refusal; ``server_time`` is its own or the header's. ``understood`` is False when the body is
    not in the form of the service.
    """

    status: int
    code: str = ""
    message: str = ""
    ec: str = ""
    request_id: str = ""
    host_id: str = ""
    detail: tuple[tuple[str, str], ...] = ()
    server_time: str = ""
    understood: bool = True

    def said(self, name: str) -> str:
        """The member ``name`` of the rest, or an empty text."""
        return dict(self.detail).get(name, "")


def read_evidence(status: int, headers: Mapping[str, str], body: bytes, redactor: Redactor) -> Evidence:
    """The evidence in an answer. ``headers`` find their values whatever the case of the name."""
    told = body
    if not body and (hidden := headers.get("x-oss-err")):
        try:
            told = base64.b64decode(hidden)
        except (binascii.Error, ValueError):
            told = b""
    members = _members(told)
    values = {name: redactor.text(value)[:_LONGEST] for name, value in members if name not in _SECRET}
    return Evidence(
        status=status,
        code=values.get("Code", ""),
        message=values.get("Message", ""),
        ec=values.get("EC") or headers.get("x-oss-ec") or "",
        request_id=values.get("RequestId") or headers.get("x-oss-request-id") or headers.get("x-acs-request-id") or "",
        host_id=values.get("HostId", ""),
        detail=tuple((name, value) for name, value in values.items() if name not in _OWN_FIELDS),
        server_time=values.get("ServerTime") or headers.get("Date") or "",
        understood=bool(members) or (not body and "x-oss-request-id" in headers),
    )


def _members(body: bytes) -> list[tuple[str, str]]:
    """The leaves of a JSON object with a Code, or of an XML document with one; empty when it is neither."""
    found = _json_leaves(body) if body.lstrip()[:1] == b"{" else _xml_leaves(body)
    return found if any(name == "Code" for name, _ in found) else []


def _xml_leaves(body: bytes) -> list[tuple[str, str]]:
    try:
        return strict_xml.leaves(body)[1]
    except strict_xml.NotXml:
        return []


def _json_leaves(body: bytes) -> list[tuple[str, str]]:
    try:
        read = json.loads(body.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return []
    found: list[tuple[str, str]] = []
    for name, value in read.items():
        if isinstance(value, dict):
            found += [(inner, _plain(each)) for inner, each in value.items()]
        else:
            found.append((name, _plain(value)))
    return found


def _plain(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
