"""Taking secrets out of what is kept or shown: URLs, headers and bodies.

Two nets: what the protocols name as secret, and the very values that one request carried, in every spelling in which
a server may give them back (StringToSign and CanonicalRequest of a refusal repeat the token).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote, unquote_plus

from stsviewer.secret import MASK

Pairs = tuple[tuple[str, str], ...]

SECRET_PARAMETERS: Final = frozenset(
    {"signature", "securitytoken", "security-token", "x-oss-signature", "x-oss-security-token", "x-acs-security-token"}
)
_TOKEN_HEADERS: Final = frozenset({"x-oss-security-token", "x-acs-security-token", "x-acs-signature"})
_AUTHORIZATION_HEADERS: Final = frozenset({"authorization", "proxy-authorization"})
_COOKIE_HEADERS: Final = frozenset({"cookie", "set-cookie"})

_MASK_BYTES: Final = MASK.encode()
# V4 and ACS3 name the signature; V1 and ROA write it behind the key's id: "OSS ID:signature".
_NAMED_SIGNATURE = re.compile(r"(\bSignature=)([^,\s]+)")
_SIGNATURE_BEHIND_ID = re.compile(r"^((?:OSS|acs) [^:\s]+:)(\S+)$")
_SECRET_MEMBERS = rb"AccessKeySecret|SecurityToken|SignatureProvided|Signature"
_IN_JSON = re.compile(rb'("(?:' + _SECRET_MEMBERS + rb')"\s*:\s*")(?:[^"\\]|\\.)*', re.ASCII)
_IN_XML = re.compile(rb"(<(" + _SECRET_MEMBERS + rb")>)[^<]*", re.ASCII)
_USER_INFO = re.compile(r"(://)[^/?#@]*@")
_IN_FORM = re.compile(
    r"((?:^|[?&])(?:" + "|".join(sorted(SECRET_PARAMETERS)) + r")=)[^&#\s]*", re.IGNORECASE | re.ASCII
)

# A shorter value is no secret of either service, and masking it would tear words apart.
_SHORTEST: Final = 8


def signature_in(authorization: str) -> str:
    """The signature inside an ``Authorization`` header, or an empty text."""
    named = _NAMED_SIGNATURE.search(authorization)
    if named:
        return named.group(2)
    behind = _SIGNATURE_BEHIND_ID.match(authorization)
    return behind.group(2) if behind else ""


def without_secrets(url: str) -> str:
    """``url`` with the values of secret parameters masked, and user and password of its host; key ids stay."""
    url = _USER_INFO.sub(rf"\1{MASK}@", url)
    return _IN_FORM.sub(lambda match: match.group(1) + MASK, url)


def _authorization(value: str) -> str:
    masked, found = _NAMED_SIGNATURE.subn(lambda match: match.group(1) + MASK, value)
    if found:
        return masked
    masked, found = _SIGNATURE_BEHIND_ID.subn(lambda match: match.group(1) + MASK, value)
    return masked if found else MASK


class Redactor:
    """Masks what the protocols call secret, and the values that were put into one request."""

    def __init__(self, values: Iterable[str] = ()) -> None:
        spellings: set[str] = set()
        for value in values:
            if len(value) >= _SHORTEST:
                once = quote(value, safe="")
                spellings |= {value, once, quote(once, safe=""), value.replace("/", "\\/"), quote(value, safe="/")}
        # The longest first: a spelling may be the beginning of another.
        self._texts = sorted(spellings, key=len, reverse=True)
        self._bytes = [text.encode() for text in self._texts]

    @classmethod
    def of_request(cls, url: str, headers: Pairs, body: bytes = b"") -> Redactor:
        """The redactor for a request: it knows the token and the signature that the request carries."""
        values = []
        for name, value in headers:
            lower = name.lower()
            if lower in _TOKEN_HEADERS:
                values.append(value)
            elif lower in _AUTHORIZATION_HEADERS:
                values.append(signature_in(value) or value.partition(" ")[2])
        query = url.partition("?")[2] + "&" + body.decode("ascii", "replace")
        for pair in query.split("&"):
            name, _, value = pair.partition("=")
            if unquote_plus(name).lower() in SECRET_PARAMETERS:
                values.append(unquote_plus(value))
        return cls(values)

    def text(self, text: str) -> str:
        """``text`` without the secrets that are known."""
        for spelling in self._texts:
            text = text.replace(spelling, MASK)
        return _IN_FORM.sub(lambda match: match.group(1) + MASK, text)

    def url(self, url: str) -> str:
        """``url`` without secrets."""
        return self.text(without_secrets(url))

    def headers(self, headers: Iterable[tuple[str, str]]) -> Pairs:
        """``headers`` without secrets; an ``Authorization`` keeps its scheme and its key id."""
        return tuple((name, self._header(name.lower(), value)) for name, value in headers)

    def body(self, body: bytes) -> bytes:
        """``body`` without secrets: those of this request, and those that an answer of STS brings."""
        for spelling in self._bytes:
            body = body.replace(spelling, _MASK_BYTES)
        body = _IN_JSON.sub(lambda match: match.group(1) + _MASK_BYTES, body)
        return _IN_XML.sub(lambda match: match.group(1) + _MASK_BYTES, body)

    def form(self, body: bytes) -> bytes:
        """A request's ``body`` without secrets, also when it is a form."""
        try:
            text = body.decode()
        except UnicodeDecodeError:
            return self.body(body)
        return self.body(_IN_FORM.sub(lambda match: match.group(1) + MASK, text).encode())

    def _header(self, name: str, value: str) -> str:
        if name in _TOKEN_HEADERS or name in _COOKIE_HEADERS:
            return MASK
        return self.text(_authorization(value) if name in _AUTHORIZATION_HEADERS else value)
