"""Whether a claim is true: the key, its token, the time, the signature, in this order."""

from __future__ import annotations

import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Final

from stsviewer.sandbox.model import Faults
from stsviewer.sandbox.oss import errors
from stsviewer.sandbox.oss.address import Address
from stsviewer.sandbox.oss.claim import Claim, is_region
from stsviewer.sandbox.world import KeyRecord, TokenFault, World
from stsviewer.signing import oss_v1, oss_v4

#: By how much the clocks may differ.
SKEW: Final = timedelta(minutes=15)


def region_addressed(claim: Claim | None, address: Address, own_region: str) -> str:
    """The region a request is for: the host's, else the V4 scope's, else the account's.

    Raises AuthorizationHeaderMalformed when the scope names another region than the host, or none that can be.
    """
    if claim is None or claim.scope is None:
        return address.region or own_region
    expected = address.region or own_region
    if not is_region(claim.scope.region) or (address.region and claim.scope.region != address.region):
        raise errors.wrong_signing_region(claim.scope.region, expected)
    return claim.scope.region


def check(
    world: World,
    claim: Claim,
    method: str,
    address: Address,
    headers: Mapping[str, str],
    query: Sequence[tuple[str, str]],
    faults: Faults,
) -> None:
    """Verify ``claim``; raises :class:`errors.OssError` with what is wrong."""
    now = world.now(faults)
    _check_time(claim, now)
    key = world.key(claim.access_key_id)
    if key is None:
        raise errors.invalid_access_key_id(claim.access_key_id)
    if not key.active:
        raise errors.disabled_access_key_id(claim.access_key_id)
    _check_token(world, key, claim, faults, now)
    _check_signature(key, claim, method, address, headers, query)


def _check_time(claim: Claim, now: datetime) -> None:
    if claim.expires is not None and now > claim.expires:
        raise errors.url_expired(claim.expires, now)
    if claim.signed is not None:
        too_early = claim.signed - now > SKEW
        too_late = not claim.presigned and now - claim.signed > SKEW
        if too_early or too_late:
            raise errors.request_time_too_skewed(claim.signed, now)


def _check_token(world: World, key: KeyRecord, claim: Claim, faults: Faults, now: datetime) -> None:
    fault = world.token_fault(key, claim.security_token, faults)
    if fault is TokenFault.EXPIRED and key.token is not None:
        raise errors.security_token_expired(key.token.expiration, now)
    if fault is TokenFault.MISSING:
        raise errors.invalid_access_key_id(key.id)
    if fault is not None and key.token is None:
        raise errors.invalid_access_key_id(key.id, "0002-00000002")  # a long-term key that came with a token
    if fault is TokenFault.UNKNOWN:
        raise errors.invalid_security_token()
    if fault is not None:
        raise errors.token_of_another_key(key.id)


def _check_signature(
    key: KeyRecord,
    claim: Claim,
    method: str,
    address: Address,
    headers: Mapping[str, str],
    query: Sequence[tuple[str, str]],
) -> None:
    outline = None
    if claim.scope is not None:
        # Only a header signature covers x-oss-content-sha256; a presigned URL has no header to look for.
        outline = oss_v4.canonical_request(
            method,
            address.bucket,
            address.key,
            headers,
            query,
            claim.additional,
            oss_v4.payload_hash(headers),
        )
        text = oss_v4.string_to_sign(claim.stamp, claim.scope, outline)
        expected = oss_v4.signature(key.secret, claim.scope, text)
        ec = "0002-00000201"
    else:
        rest = [pair for pair in query if pair[0] not in (oss_v1.SIGNATURE, oss_v1.EXPIRES, oss_v1.ACCESS_KEY_ID)]
        text = oss_v1.string_to_sign(method, address.bucket, address.key, headers, rest, claim.stamp)
        expected = oss_v1.signature(key.secret, text)
        ec = "0002-00000040"
    if not hmac.compare_digest(expected.encode(), claim.signature.encode("utf-8", "surrogateescape")):
        raise errors.signature_does_not_match(ec, key.id, claim.signature, text, outline)
