"""ACS3-HMAC-SHA256, the header signature of the vendor's newer clients for STS, RAM and most other services.

https://help.aliyun.com/zh/sdk/product-overview/v3-request-structure-and-signature. The client names the headers that
it signed; the body's hash is in ``x-acs-content-sha256``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from stsviewer.secret import Secret
from stsviewer.signing.encoding import percent_encode
from stsviewer.signing.hashing import hmac_sha256, secret_bytes, sha256_hex
from stsviewer.signing.headers import lines, lowered

ALGORITHM: Final = "ACS3-HMAC-SHA256"


def canonical_query(query: Sequence[tuple[str, str]]) -> str:
    """The decoded ``query`` encoded and sorted; an empty value keeps its ``=``."""
    pairs = sorted((percent_encode(name), percent_encode(value)) for name, value in query)
    return "&".join(f"{name}={value}" for name, value in pairs)


def canonical_headers(headers: Mapping[str, str], signed_headers: Sequence[str]) -> str:
    """The headers named in ``signed_headers``, lower case, sorted, one a line. One that is missing counts as empty."""
    plain = lowered(headers)
    names = {name.lower() for name in signed_headers}
    return lines({name: plain.get(name, "") for name in names}, names)


def canonical_request(
    method: str,
    path: str,
    query: Sequence[tuple[str, str]],
    headers: Mapping[str, str],
    signed_headers: Sequence[str],
    payload_hash: str,
) -> str:
    """The request in the one form that both sides hash.

    ``path`` is encoded already (``/`` for RPC services), ``query`` is not. ``payload_hash`` is the SHA-256 of the body
    in hexadecimal.
    """
    return "\n".join(
        [
            method,
            path or "/",
            canonical_query(query),
            canonical_headers(headers, signed_headers),
            ";".join(sorted({name.lower() for name in signed_headers})),
            payload_hash,
        ]
    )


def string_to_sign(canonical_request: str) -> str:
    """The text that is signed: the algorithm and the canonical request's hash."""
    return f"{ALGORITHM}\n{sha256_hex(canonical_request)}"


def signature(secret: Secret, string_to_sign: str) -> str:
    """The signature in lower-case hexadecimal."""
    return hmac_sha256(secret_bytes(secret), string_to_sign).hex()


@dataclass(frozen=True)
class Authorization:
    """What the ``Authorization`` header says."""

    access_key_id: str
    signed_headers: tuple[str, ...]
    signature: str

    @property
    def text(self) -> str:
        """The header's value."""
        names = ";".join(self.signed_headers)
        return f"{ALGORITHM} Credential={self.access_key_id},SignedHeaders={names},Signature={self.signature}"


def parse_authorization(value: str) -> Authorization | None:
    """Read an ``Authorization`` header; None when it is not of this scheme or a part is missing."""
    scheme, _, rest = value.partition(" ")
    parts = {name.strip(): given for name, _, given in (part.strip().partition("=") for part in rest.split(","))}
    if scheme != ALGORITHM or not all(parts.get(name) for name in ("Credential", "SignedHeaders", "Signature")):
        return None
    return Authorization(parts["Credential"], tuple(parts["SignedHeaders"].split(";")), parts["Signature"])
