"""OSS signature version 4: HMAC-SHA256 over a canonical request, with a key made for one day, region and product.

https://help.aliyun.com/zh/oss/developer-reference/recommend-to-use-signature-version-4 (header) and
.../add-signatures-to-urls (URL), checked against oss2 2.19 and the vendor's Go SDK. Unlike the other clouds' version 4,
``x-oss-*``, ``content-type`` and ``content-md5`` are signed without being named, others when they are named as
additional headers, and the payload is not hashed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from stsviewer.secret import Secret
from stsviewer.signing.encoding import percent_encode
from stsviewer.signing.hashing import hmac_sha256, secret_bytes, sha256_hex
from stsviewer.signing.headers import lines, lowered

ALGORITHM: Final = "OSS4-HMAC-SHA256"
TERMINATOR: Final = "aliyun_v4_request"
UNSIGNED_PAYLOAD: Final = "UNSIGNED-PAYLOAD"
PREFIX: Final = "x-oss-"
#: The product of a public region, and that of a cloud box (whose id then stands in the region's place).
PRODUCT, CLOUD_BOX_PRODUCT = "oss", "oss-cloudbox"
#: The query parameters of a presigned URL.
VERSION, CREDENTIAL, DATE = "x-oss-signature-version", "x-oss-credential", "x-oss-date"
EXPIRES, ADDITIONAL, SIGNATURE = "x-oss-expires", "x-oss-additional-headers", "x-oss-signature"
SECURITY_TOKEN: Final = "x-oss-security-token"  # noqa: S105 - the name of the parameter

_ALWAYS_SIGNED: Final = frozenset({"content-type", "content-md5"})
_HTTP_DATE: Final = "%a, %d %b %Y %H:%M:%S GMT"


@dataclass(frozen=True)
class Scope:
    """What a signing key is good for.

    ``date`` is YYYYMMDD in UTC, ``region`` is like ``cn-shanghai`` or a cloud box's id.
    """

    date: str
    region: str
    product: str = PRODUCT

    @property
    def text(self) -> str:
        """As it stands in the string to sign and after the access key id."""
        return f"{self.date}/{self.region}/{self.product}/{TERMINATOR}"


def canonical_uri(bucket: str, key: str) -> str:
    """The path that is signed: always with the bucket in it, slashes plain, everything else encoded."""
    return percent_encode(f"/{bucket}/{key}" if bucket else "/", safe="/")


def canonical_query(query: Sequence[tuple[str, str]]) -> str:
    """The decoded ``query``, encoded and sorted; a name without a value stands alone. The signature is left out."""
    pairs = sorted((percent_encode(name), percent_encode(value)) for name, value in query if name != SIGNATURE)
    return "&".join(f"{name}={value}" if value else name for name, value in pairs)


def additional_signed(headers: Mapping[str, str], additional: Iterable[str]) -> tuple[str, ...]:
    """Of the names in ``additional``, those that count: present, and not signed anyway. Lower case, sorted."""
    plain = lowered(headers)
    names = {name.strip().lower() for name in additional}
    return tuple(sorted(name for name in names if plain.get(name) and not _signed_anyway(name)))


def canonical_headers(headers: Mapping[str, str], additional: Iterable[str] = ()) -> str:
    """The signed headers, lower case, sorted, one a line, each with its newline."""
    plain = lowered(headers)
    wanted = set(additional_signed(headers, additional))
    return lines(plain, [name for name in plain if name in wanted or _signed_anyway(name)])


def _signed_anyway(name: str) -> bool:
    return name.startswith(PREFIX) or name in _ALWAYS_SIGNED


def payload_hash(headers: Mapping[str, str]) -> str:
    """What stands in the payload's place: the header ``x-oss-content-sha256``, else ``UNSIGNED-PAYLOAD``."""
    return lowered(headers).get("x-oss-content-sha256") or UNSIGNED_PAYLOAD


def canonical_request(
    method: str,
    bucket: str,
    key: str,
    headers: Mapping[str, str],
    query: Sequence[tuple[str, str]],
    additional_headers: Iterable[str] = (),
    payload_hash: str = UNSIGNED_PAYLOAD,
) -> str:
    """The request in the one form that both sides hash. ``query`` and ``key`` are decoded."""
    named = additional_signed(headers, additional_headers)
    return "\n".join(
        [
            method,
            canonical_uri(bucket, key),
            canonical_query(query),
            canonical_headers(headers, named),
            ";".join(named),
            payload_hash,
        ]
    )


def signed_timestamp(headers: Mapping[str, str]) -> str:
    """The time that a header signature covers, as YYYYMMDDTHHMMSSZ: ``x-oss-date``, else ``Date``.

    ``Date`` may be an HTTP date: some clients send nothing else. Empty when there is neither; a date of another form is
    returned as it stands, so that it can be shown.
    """
    plain = lowered(headers)
    stamp = plain.get("x-oss-date") or plain.get("date", "")
    try:
        return datetime.strptime(stamp, _HTTP_DATE).strftime("%Y%m%dT%H%M%SZ")
    except ValueError:
        return stamp


def string_to_sign(timestamp: str, scope: Scope, canonical_request: str) -> str:
    """The text that is signed. ``timestamp`` is UTC, as YYYYMMDDTHHMMSSZ."""
    return "\n".join([ALGORITHM, timestamp, scope.text, sha256_hex(canonical_request)])


def signing_key(secret: Secret, scope: Scope) -> bytes:
    """The key made of the secret for one scope: four keyed hashes in a row."""
    key = secret_bytes(secret, before="aliyun_v4")
    for step in (scope.date, scope.region, scope.product, TERMINATOR):
        key = hmac_sha256(key, step)
    return key


def signature(secret: Secret, scope: Scope, string_to_sign: str) -> str:
    """The signature in lower-case hexadecimal."""
    return hmac_sha256(signing_key(secret, scope), string_to_sign).hex()


def presigned_query(
    query: Sequence[tuple[str, str]],
    access_key_id: str,
    scope: Scope,
    timestamp: str,
    expires: int,
    additional: Sequence[str] = (),
    security_token: Secret | None = None,
) -> list[tuple[str, str]]:
    """The query of a URL that lives ``expires`` seconds, complete but for ``x-oss-signature``: all of it is signed.

    ``additional`` is what :func:`additional_signed` returned.
    """
    pairs = list(query)
    if security_token is not None:
        pairs.append((SECURITY_TOKEN, security_token.reveal()))
    pairs += [
        (VERSION, ALGORITHM),
        (DATE, timestamp),
        (EXPIRES, str(expires)),
        (CREDENTIAL, f"{access_key_id}/{scope.text}"),
    ]
    if additional:
        pairs.append((ADDITIONAL, ";".join(additional)))
    return pairs


@dataclass(frozen=True)
class Authorization:
    """What the ``Authorization`` header, or the query of a presigned URL, says."""

    access_key_id: str
    scope: Scope
    signature: str
    additional_headers: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The header's value."""
        named = f",AdditionalHeaders={';'.join(self.additional_headers)}" if self.additional_headers else ""
        return f"{ALGORITHM} Credential={self.access_key_id}/{self.scope.text}{named},Signature={self.signature}"


def parse_credential(value: str) -> tuple[str, Scope] | None:
    """Split ``ID/YYYYMMDD/REGION/PRODUCT/aliyun_v4_request``; None when it is not of that form."""
    parts = value.split("/")
    if len(parts) != 5 or parts[4] != TERMINATOR or not all(parts):
        return None
    return parts[0], Scope(parts[1], parts[2], parts[3])


def parse_authorization(value: str) -> Authorization | None:
    """Read an ``Authorization`` header; None when it is not of this scheme or a part is missing.

    The order of the parts and a blank after the comma differ among the vendor's own SDKs.
    """
    scheme, _, rest = value.partition(" ")
    parts = {name.strip(): given for name, _, given in (part.strip().partition("=") for part in rest.split(","))}
    credential = parse_credential(parts.get("Credential", ""))
    if scheme != ALGORITHM or credential is None or not parts.get("Signature"):
        return None
    named = tuple(name for name in parts.get("AdditionalHeaders", "").split(";") if name)
    return Authorization(*credential, signature=parts["Signature"], additional_headers=named)
