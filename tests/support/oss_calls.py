"""Calls of OSS: through the vendor's SDK, and signed by hand so that a test can spoil them.

The signatures here are written from the documents a second time, on purpose without the program's own: a mistake in
those would otherwise be made on both sides and show nowhere.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import xml.etree.ElementTree as ElementTree
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import oss2
from oss2.credentials import StaticCredentialsProvider
from support.api_calls import Credentials, assume, of_answer
from support.sandbox import RunningSandbox

#: The query parameters that version 1 signs, as far as the tests use them.
SUBRESOURCES = {
    "acl", "bucketInfo", "continuation-token", "delete", "location", "objectMeta", "restore", "security-token", "stat",
    "symlink", "tagging", "response-content-type", "response-content-disposition", "response-cache-control",
    "response-expires", "response-content-language", "response-content-encoding",
}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """What came back. ``headers`` have lower-case names."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def xml(self) -> ElementTree.Element:
        """The document; of a failed HEAD the one in ``x-oss-err``."""
        return ElementTree.fromstring(self.body or base64.b64decode(self.headers["x-oss-err"]))

    def said(self, path: str) -> str:
        """The text of an element of the document."""
        return self.xml.findtext(path) or ""

    @property
    def refusal(self) -> tuple[int, str, str]:
        """Status, code and EC."""
        return self.status, self.said("Code"), self.said("EC")


@dataclass
class Draft:
    """A request that can still be changed, after it was signed too.

    ``target`` is sent exactly as it stands; empty: made of bucket, key and query.
    """

    method: str = "GET"
    bucket: str = ""
    key: str = ""
    query: list[tuple[str, str]] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    virtual: bool = False
    host: str = ""  # without the port; empty: the address
    target: str = ""

    def path(self) -> str:
        """The path as it is sent."""
        if self.virtual or not self.bucket:
            return "/" + quote(self.key, safe="/~")
        return f"/{self.bucket}/" + quote(self.key, safe="/~")

    def send(self, sandbox: RunningSandbox) -> Answer:
        """Send it as it is, with its Host and its exact target."""
        target = self.target or self.path()
        if self.query and not self.target:
            target += "?" + "&".join(
                encoded(name) + ("=" + encoded(value) if value else "") for name, value in self.query
            )
        connection = http.client.HTTPConnection("127.0.0.1", sandbox.port, timeout=20)
        connection._validate_path = lambda url: None  # type: ignore[attr-defined] # awkward targets are the point
        try:
            connection.putrequest(self.method, target, skip_host=True, skip_accept_encoding=True)
            connection.putheader("Host", f"{self.host or '127.0.0.1'}:{sandbox.port}")
            for name, value in self.headers.items():
                connection.putheader(name, value.encode())
            if self.body or self.method in ("PUT", "POST"):
                connection.putheader("Content-Length", str(len(self.body)))
            connection.endheaders(self.body or None)
            response = connection.getresponse()
            headers = {name.lower(): value for name, value in response.getheaders()}
            return Answer(response.status, headers, response.read())
        finally:
            connection.close()


def encoded(text: str) -> str:
    """Percent-encoded, nothing left out."""
    return quote(text, safe="~", errors="surrogateescape")


def now(shift: float = 0.0) -> datetime:
    """The time, ``shift`` seconds from now."""
    return datetime.now(UTC) + timedelta(seconds=shift)


def http_date(when: datetime) -> str:
    """As RFC 1123 has it."""
    return when.strftime("%a, %d %b %Y %H:%M:%S GMT")


def v1(draft: Draft, by: Credentials, when: datetime | None = None) -> Draft:
    """Sign with version 1 in the header."""
    if by.token:
        draft.headers["x-oss-security-token"] = by.token
    draft.headers["Date"] = http_date(when or now())
    draft.headers["Authorization"] = f"OSS {by.id}:{_v1(draft, by, draft.headers['Date'])}"
    return draft


def v1_url(draft: Draft, by: Credentials, expires: int | None = None) -> Draft:
    """Presign with version 1."""
    end = str(int(now().timestamp()) + 60 if expires is None else expires)
    if by.token:
        draft.query.append(("security-token", by.token))
    signature = _v1(draft, by, end)
    draft.query += [("OSSAccessKeyId", by.id), ("Expires", end), ("Signature", signature)]
    return draft


def _v1(draft: Draft, by: Credentials, date: str) -> str:
    headers = {name.lower(): value for name, value in draft.headers.items()}
    own = "".join(f"{name}:{headers[name]}\n" for name in sorted(headers) if name.startswith("x-oss-"))
    signed = sorted((n, v) for n, v in draft.query if n in SUBRESOURCES or n.startswith("x-oss-"))
    resource = f"/{draft.bucket}/{draft.key}" if draft.bucket else "/"
    if signed:
        resource += "?" + "&".join(f"{name}={value}" if value else name for name, value in signed)
    first = [draft.method, headers.get("content-md5", ""), headers.get("content-type", ""), date]
    text = "\n".join([*first, own + resource])
    return base64.b64encode(hmac.new(by.secret.encode(), text.encode(), hashlib.sha1).digest()).decode()


def v4(
    draft: Draft,
    by: Credentials,
    region: str = "cn-shanghai",
    when: datetime | None = None,
    *,
    additional: Sequence[str] = (),
    rfc1123: bool = False,
    product: str = "oss",
    scope_date: str = "",
) -> Draft:
    """Sign with version 4 in the header; with ``rfc1123`` the date is in ``Date`` alone."""
    at = when or now()
    if by.token:
        draft.headers["x-oss-security-token"] = by.token
    draft.headers["x-oss-content-sha256"] = "UNSIGNED-PAYLOAD"
    draft.headers["Date" if rfc1123 else "x-oss-date"] = http_date(at) if rfc1123 else f"{at:%Y%m%dT%H%M%SZ}"
    scope = f"{scope_date or f'{at:%Y%m%d}'}/{region}/{product}/aliyun_v4_request"
    signature = _v4(draft, by, at, scope, additional)
    named = f",AdditionalHeaders={';'.join(sorted(additional))}" if additional else ""
    draft.headers["Authorization"] = f"OSS4-HMAC-SHA256 Credential={by.id}/{scope}{named},Signature={signature}"
    return draft


def v4_url(
    draft: Draft,
    by: Credentials,
    region: str = "cn-shanghai",
    when: datetime | None = None,
    expires: str = "60",
    additional: Sequence[str] = (),
) -> Draft:
    """Presign with version 4."""
    at = when or now()
    scope = f"{at:%Y%m%d}/{region}/oss/aliyun_v4_request"
    if by.token:
        draft.query.append(("x-oss-security-token", by.token))
    draft.query += [
        ("x-oss-signature-version", "OSS4-HMAC-SHA256"),
        ("x-oss-credential", f"{by.id}/{scope}"),
        ("x-oss-date", f"{at:%Y%m%dT%H%M%SZ}"),
        ("x-oss-expires", expires),
    ]
    if additional:
        draft.query.append(("x-oss-additional-headers", ";".join(sorted(additional))))
    draft.query.append(("x-oss-signature", _v4(draft, by, at, scope, additional)))
    return draft


def _v4(draft: Draft, by: Credentials, at: datetime, scope: str, additional: Sequence[str]) -> str:
    headers = {name.lower(): value for name, value in draft.headers.items()}
    own = [n for n in headers if n.startswith("x-oss-") or n in ("content-type", "content-md5") or n in additional]
    outline = "\n".join(
        [
            draft.method,
            quote(f"/{draft.bucket}/{draft.key}" if draft.bucket else "/", safe="/~", errors="surrogateescape"),
            "&".join(f"{n}={v}" if v else n for n, v in sorted((encoded(n), encoded(v)) for n, v in draft.query)),
            "".join(f"{name}:{headers[name]}\n" for name in sorted(own)),
            ";".join(sorted(additional)),
            headers.get("x-oss-content-sha256", "UNSIGNED-PAYLOAD"),
        ]
    )
    hashed = hashlib.sha256(outline.encode()).hexdigest()
    text = f"OSS4-HMAC-SHA256\n{at:%Y%m%dT%H%M%SZ}\n{scope}\n{hashed}"
    key = b"aliyun_v4" + by.secret.encode()
    for step in scope.split("/"):
        key = hmac.new(key, step.encode(), hashlib.sha256).digest()
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def session_of(sandbox: RunningSandbox, profile: str | Mapping[str, Any]) -> Credentials:
    """The key that AssumeRole gives out for a profile, by its name or as announced."""
    return of_answer(assume(sandbox, sandbox.profile(profile) if isinstance(profile, str) else profile))


def auth(by: Credentials, version: int = 4) -> Any:
    """The SDK's signer."""
    provider = StaticCredentialsProvider(by.id, by.secret, by.token or None)
    return oss2.ProviderAuthV4(provider) if version == 4 else oss2.ProviderAuth(provider)


def bucket_of(
    sandbox: RunningSandbox, by: Credentials, name: str = "wla-test2", version: int = 4, region: str = "cn-shanghai"
) -> oss2.Bucket:
    """The SDK's bucket, path style."""
    return oss2.Bucket(auth(by, version), sandbox.base, name, region=region, is_path_style=True, connect_timeout=20)


def service_of(sandbox: RunningSandbox, by: Credentials, version: int = 4) -> oss2.Service:
    """The SDK's service."""
    return oss2.Service(auth(by, version), sandbox.base, region="cn-shanghai", connect_timeout=20)
