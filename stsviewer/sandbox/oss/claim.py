"""What a request says about who signed it: read, not yet believed.

Version 1 and version 4, each in the ``Authorization`` header or in the URL (presigned). Which answer a malformed one
gets: https://help.aliyun.com/document_detail/31952.html (V1 in the URL) and the EC pages 0002-00000067 to
0002-00000227.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from stsviewer.sandbox.oss import errors
from stsviewer.sandbox.oss.dates import parse_http_date, parse_stamp
from stsviewer.signing import oss_v1, oss_v4

#: The longest life of a presigned V4 URL: 7 days, in seconds.
LONGEST_URL: Final = 604_800
_REGION: Final = re.compile(r"(?!oss-)[a-z]+-[a-z0-9-]+", re.ASCII)


@dataclass(frozen=True)
class Claim:
    """A signature and what it is said to cover.

    ``signed`` is the date that the request bears (of a V1 URL there is none), ``expires`` the end of a presigned URL.
    ``stamp`` is the date as it is signed; ``scope`` is there for version 4 only.
    """

    access_key_id: str
    signature: str
    security_token: str | None
    presigned: bool
    signed: datetime | None
    expires: datetime | None
    stamp: str
    scope: oss_v4.Scope | None = None
    additional: tuple[str, ...] = ()


def claim_of(headers: Mapping[str, str], query: Sequence[tuple[str, str]]) -> Claim | None:
    """The claim of a request, None for an anonymous one. ``headers`` have lower-case names.

    Raises :class:`errors.OssError` for what cannot be read.
    """
    parameters = dict(query)
    authorization = headers.get("authorization")
    in_url = {oss_v1.SIGNATURE, oss_v1.ACCESS_KEY_ID, oss_v4.SIGNATURE, oss_v4.VERSION} & parameters.keys()
    if authorization is not None and in_url:
        message = "A signature must be either in the URL or in the Authorization header, not in both."
        raise errors.malformed_authorization(authorization, message)
    if authorization is not None:
        if authorization.startswith(oss_v4.ALGORITHM):
            return _v4_header(authorization, headers)
        return _v1_header(authorization, headers)
    if oss_v4.VERSION in parameters or oss_v4.SIGNATURE in parameters:
        return _v4_url(parameters)
    return _v1_url(parameters) if in_url else None


def _v1_header(authorization: str, headers: Mapping[str, str]) -> Claim:
    said = oss_v1.parse_authorization(authorization)
    if said is None:
        raise errors.malformed_authorization(authorization, "Authorization header is invalid.")
    stamp = oss_v1.signed_date(headers)
    signed = parse_http_date(stamp)
    if signed is None:
        raise errors.no_date()
    # The vendor's second SDK for Python sends the token of a version 1 signature under its name in the query.
    token = headers.get("x-oss-security-token", headers.get(oss_v1.SECURITY_TOKEN))
    return Claim(said.access_key_id, said.signature, token, False, signed, None, stamp)


def _v1_url(parameters: Mapping[str, str]) -> Claim:
    given = [parameters.get(name, "") for name in (oss_v1.ACCESS_KEY_ID, oss_v1.SIGNATURE, oss_v1.EXPIRES)]
    if not all(given):
        raise errors.access_denied(
            "Query-string authentication requires the Signature, Expires and OSSAccessKeyId parameters.", ""
        )
    expires = _seconds(given[2])
    if expires is None or expires >= 1 << 33:
        raise errors.access_denied("Invalid Expires parameter.", "0002-00000070")
    end = datetime.fromtimestamp(expires, UTC)
    return Claim(given[0], given[1], parameters.get(oss_v1.SECURITY_TOKEN), True, None, end, given[2])


def _v4_header(authorization: str, headers: Mapping[str, str]) -> Claim:
    said = oss_v4.parse_authorization(authorization)
    if said is None:
        raise errors.malformed_authorization(authorization, "Authorization header is invalid.")
    stamp = oss_v4.signed_timestamp(headers)
    signed = parse_stamp(stamp)
    if signed is None:
        raise errors.no_date()
    _check_scope(said.scope, signed)
    payload = headers.get("x-oss-content-sha256", oss_v4.UNSIGNED_PAYLOAD)
    if payload != oss_v4.UNSIGNED_PAYLOAD:
        raise errors.invalid_argument("x-oss-content-sha256", payload, "x-oss-content-sha256 must be UNSIGNED-PAYLOAD.")
    return Claim(
        said.access_key_id,
        said.signature,
        headers.get(oss_v4.SECURITY_TOKEN),
        False,
        signed,
        None,
        stamp,
        said.scope,
        said.additional_headers,
    )


def _v4_url(parameters: Mapping[str, str]) -> Claim:
    version = parameters.get(oss_v4.VERSION, "")
    if version != oss_v4.ALGORITHM:
        raise errors.invalid_argument(oss_v4.VERSION, version, "Invalid signature version.")
    given = parameters.get(oss_v4.CREDENTIAL, "")
    credential = oss_v4.parse_credential(given)
    if credential is None:
        raise errors.invalid_argument(oss_v4.CREDENTIAL, given, "Invalid x-oss-credential parameter.")
    signature = parameters.get(oss_v4.SIGNATURE, "")
    if not signature:
        raise errors.invalid_argument(oss_v4.SIGNATURE, "", "The x-oss-signature parameter is missing.")
    stamp = parameters.get(oss_v4.DATE, "")
    signed = parse_stamp(stamp)
    if signed is None:
        raise errors.invalid_argument(oss_v4.DATE, stamp, "Invalid x-oss-date parameter.")
    access_key_id, scope = credential
    _check_scope(scope, signed)
    life = _seconds(parameters.get(oss_v4.EXPIRES, ""))
    if life is None or not 0 < life <= LONGEST_URL:
        raise errors.bad_expires(oss_v4.EXPIRES, parameters.get(oss_v4.EXPIRES, ""))
    named = tuple(name for name in parameters.get(oss_v4.ADDITIONAL, "").split(";") if name)
    token = parameters.get(oss_v4.SECURITY_TOKEN)
    end = signed + timedelta(seconds=life)
    return Claim(access_key_id, signature, token, True, signed, end, stamp, scope, named)


def _check_scope(scope: oss_v4.Scope, signed: datetime) -> None:
    """EC 0002-00000223, 0002-00000226, 0002-00000227: a date, a region, a product that cannot be."""
    if scope.product != oss_v4.PRODUCT:
        message = "Invalid signing product in Authorization header."
        raise errors.malformed_authorization(scope.text, message, "0002-00000227")
    if scope.date != f"{signed:%Y%m%d}":
        message = "Invalid signing date in Authorization header."
        raise errors.malformed_authorization(scope.text, message, "0002-00000223")


def is_region(name: str) -> bool:
    """Whether a scope can name that region: like ``cn-shanghai``, neither ``shanghai`` nor ``oss-cn-shanghai``."""
    return _REGION.fullmatch(name) is not None


def _seconds(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else None
