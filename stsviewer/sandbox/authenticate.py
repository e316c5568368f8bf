"""Who calls STS or RAM: the signatures of both versions of RPC, the clock, the nonce, the token.

The order is the gateway's: what is missing, the key, the clock, the token, the signature, and a nonce is used up only
by a request whose signature is right. Codes and messages: the common errors of the vendor's API gateway.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from datetime import UTC, datetime
from typing import Final

from stsviewer.sandbox.api_error import ApiError, missing, not_valid
from stsviewer.sandbox.api_request import ApiRequest
from stsviewer.sandbox.model import Faults
from stsviewer.sandbox.world import TIMESTAMP_TOLERANCE, Caller, KeyRecord, TokenFault, World
from stsviewer.signing import acs3, rpc

_TIMESTAMP: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")
_EMPTY_HASH: Final = hashlib.sha256(b"").hexdigest()
_TOKEN_ERRORS: Final = {
    TokenFault.MISSING: ApiError(400, "MissingSecurityToken", "SecurityToken is mandatory for this action."),
    TokenFault.UNKNOWN: ApiError(400, "InvalidSecurityToken.Malformed", "Specified SecurityToken is malformed."),
    TokenFault.OTHER_KEY: ApiError(
        400, "InvalidSecurityToken.MismatchWithAccessKey", "Specified SecurityToken mismatch with the AccessKey."
    ),
    TokenFault.EXPIRED: ApiError(400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired."),
}


def authenticate(world: World, request: ApiRequest, faults: Faults) -> Caller:
    """The caller whose key signed the request. Raises :class:`ApiError`."""
    return _by_headers(world, request, faults) if request.is_acs3 else _by_parameters(world, request, faults)


def _by_parameters(world: World, request: ApiRequest, faults: Faults) -> Caller:
    params = request.params
    for name in (
        "Action",
        "Version",
        "AccessKeyId",
        "Timestamp",
        "SignatureMethod",
        "SignatureVersion",
        "SignatureNonce",
    ):
        if not params.get(name):
            raise missing(name)
    if not params.get(rpc.SIGNATURE):
        raise missing(rpc.SIGNATURE)
    if params["SignatureMethod"] != "HMAC-SHA1":
        raise not_valid("SignatureMethod")
    if params["SignatureVersion"] != "1.0":
        raise not_valid("SignatureVersion")
    key = _key(world, params["AccessKeyId"])
    _check_clock(world, params["Timestamp"], faults)
    _check_token(world, key, params.get("SecurityToken"), faults)
    text = rpc.string_to_sign(request.method, params)
    if not _same(rpc.signature(key.secret, text), params[rpc.SIGNATURE]):
        raise _does_not_match(text)
    _use_nonce(world, key, params["SignatureNonce"])
    return world.caller(key.id)


def _by_headers(world: World, request: ApiRequest, faults: Faults) -> Caller:
    headers = request.headers
    if not headers.get("authorization"):
        raise ApiError(400, "MissingAuthorization", "Authorization is mandatory for this action.")
    authorization = acs3.parse_authorization(headers["authorization"])
    if authorization is None:
        raise ApiError(400, "IncompleteSignature", "The request signature does not conform to Alibaba Cloud standards.")
    for name, header in (
        ("Version", "x-acs-version"),
        ("Timestamp", "x-acs-date"),
        ("SignatureNonce", "x-acs-signature-nonce"),
    ):
        if not headers.get(header):
            raise missing(name)
    key = _key(world, authorization.access_key_id)
    _check_clock(world, headers["x-acs-date"], faults)
    _check_token(world, key, headers.get("x-acs-security-token"), faults)
    signed = {name.lower() for name in authorization.signed_headers}
    unsigned = [name for name in headers if (name.startswith("x-acs-") or name == "host") and name not in signed]
    payload_hash = headers.get("x-acs-content-sha256", _EMPTY_HASH)
    canonical = acs3.canonical_request(
        request.method, request.path, request.query, headers, sorted(signed), payload_hash
    )
    text = acs3.string_to_sign(canonical)
    body_is_whole = _same(hashlib.sha256(request.body).hexdigest(), payload_hash.lower())
    if unsigned or not body_is_whole or not _same(acs3.signature(key.secret, text), authorization.signature):
        raise _does_not_match(f"{text} server canonical request is:{canonical}")
    _use_nonce(world, key, headers["x-acs-signature-nonce"])
    return world.caller(key.id)


def _key(world: World, access_key_id: str) -> KeyRecord:
    key = world.key(access_key_id)
    if key is None:
        raise ApiError(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.")
    if not key.active:
        raise ApiError(400, "InvalidAccessKeyId.Inactive", "Specified access key is disabled.")
    return key


def _check_clock(world: World, timestamp: str, faults: Faults) -> None:
    if not _TIMESTAMP.fullmatch(timestamp):
        raise _badly_formed_time()
    try:
        signed_at = datetime.strptime(timestamp, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError as error:
        raise _badly_formed_time() from error
    if abs(world.now(faults) - signed_at) > TIMESTAMP_TOLERANCE:
        raise ApiError(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.")


def _badly_formed_time() -> ApiError:
    return ApiError(400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.")


def _check_token(world: World, key: KeyRecord, token: str | None, faults: Faults) -> None:
    fault = world.token_fault(key, token, faults)
    if fault is not None:
        error = _TOKEN_ERRORS[fault]
        raise ApiError(error.status, error.code, error.message)


def _same(ours: str, theirs: str) -> bool:
    return hmac.compare_digest(ours.encode(), theirs.encode())


def _does_not_match(text: str) -> ApiError:
    """The vendor's Python SDK reads what follows the first colon, and takes an equal text for a wrong secret."""
    return ApiError(
        400,
        "SignatureDoesNotMatch",
        f"Specified signature is not matched with our calculation. server string to sign is:{text}",
    )


def _use_nonce(world: World, key: KeyRecord, nonce: str) -> None:
    if not world.nonce_is_new(f"{key.id} {nonce}"):
        raise ApiError(400, "SignatureNonceUsed", "Specified signature nonce was used already.")
