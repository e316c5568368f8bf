"""What a refusal means, in a sentence that says what to do.

An EC or a PolicyType outweighs the Message: three causes share one ``NoPermission`` text, and the vendor's own
example of a RAM Deny carries the message of a bucket policy. Codes and their meanings are those of the vendor's pages
on AssumeRole, on troubleshooting OSS 403 answers and on each EC.
"""

from __future__ import annotations

from typing import Final

from stsviewer.failure import Kind
from stsviewer.text import Marked, Text, mark, say
from stsviewer.wire.denials import denial
from stsviewer.wire.evidence import Evidence

ARCHIVED: Final = mark("Refusal", "The object is archived. Restore it first; that can take minutes to hours.")
CLOCK: Final = mark(
    "Refusal", "The clock of this machine is more than 15 minutes off; the server's says {server_time}. Set the clock."
)
CLOCK_OFF: Final = mark("Refusal", "The clock of this machine is more than 15 minutes off. Set the clock.")
ELSEWHERE: Final = mark("Refusal", "The bucket {bucket} is in another region: it is reached at {endpoint}.")
EXPIRED: Final = mark("Refusal", "The token has expired. Renew it.")
EXPIRED_PERHAPS: Final = mark(
    "Refusal", "The temporary key is not known any more: it has most likely expired. Renew the token."
)
KEY_DISABLED: Final = mark("Refusal", "The access key is disabled. Enable it in RAM, or use another key of the user.")
KEY_UNKNOWN: Final = mark("Refusal", "The access key does not exist. Check its id; it may have been deleted.")
NO_BUCKET: Final = mark("Refusal", "There is no bucket of this name.")
NO_KEY: Final = mark("Refusal", "There is no object of this name. It may have been deleted meanwhile.")
NOT_ITS_WAY: Final = mark(
    "Refusal",
    "{host} answered {status}, but not the way the service does. Is the endpoint right, or is a log-in "
    "page in between?",
)
SECRET_WRONG: Final = mark(
    "Refusal", "The signature does not match: the secret is not the one of this access key. Enter the secret again."
)
SLOW_DOWN: Final = mark("Refusal", "Too many requests at the moment. Try again in a few seconds.")
TOKEN_FOREIGN: Final = mark("Refusal", "The security token does not belong to this access key. Get a new token.")
TOKEN_WRONG: Final = mark("Refusal", "The security token is not valid. Get a new token.")
TROUBLE: Final = mark(
    "Refusal", "The service has trouble of its own ({status}). Try again; if it stays, tell its support the request id."
)

_BY_EC: Final[dict[str, Marked]] = {
    "0002-00000001": mark("Refusal", "STS tokens are not accepted for this operation here."),
    "0002-00000034": mark("Refusal", "Only V4 signatures in the header are accepted here."),
    "0002-00000080": mark("Refusal", "V1 signatures are no longer accepted here. Sign with V4."),
    "0002-00000040": SECRET_WRONG,
    "0002-00000201": SECRET_WRONG,
    "0002-00000902": KEY_UNKNOWN,
    "0002-00000904": mark(
        "Refusal", "The access key may not be used from this network: a network rule of the key forbids it."
    ),
    "0003-00000602": mark("Refusal", "The bucket's CORS rules refuse this request."),
    "0003-00000801": mark(
        "Refusal", "The account that owns the bucket is suspended (payment overdue, or OSS not activated)."
    ),
    "0003-00000905": mark("Refusal", "The bucket belongs to another account, and nothing there lets you in."),
    "0003-00000906": mark("Refusal", "The bucket changed its owner during the request. Try again."),
    "0003-00000908": mark("Refusal", "The bucket is disabled by the vendor."),
    "0015-00000101": NO_BUCKET,
    "0016-00000404": ARCHIVED,
    "0017-00000001": mark(
        "Refusal", "This is an endpoint of OSS, and the request is one for STS. Check the endpoints."
    ),
    "0024-00000008": mark("Refusal", "This feature is not opened for the bucket or its account."),
    "0026-00000001": NO_KEY,
}

_BY_CODE: Final[dict[str, Marked]] = {
    "AccessKeyIdAndSecurityTokenNotMatch": TOKEN_FOREIGN,
    "AuthenticationFail.NoPermission": mark("Refusal", "STS does not let this identity in."),
    "AuthorizationHeaderMalformed": mark("Refusal", "The signature is for another region. Check the profile's region."),
    "BucketDisable": mark("Refusal", "The bucket is disabled by the vendor."),
    "EntityNotExist.Role": mark(
        "Refusal", "There is no role of this name in that account. Check the role's ARN, letter by letter."
    ),
    "EntityNotExist.RoleSession": EXPIRED_PERHAPS,
    "InvalidAccessKeyId": KEY_UNKNOWN,
    "InvalidAccessKeyId.Inactive": KEY_DISABLED,
    "InvalidAccessKeyId.NotFound": KEY_UNKNOWN,
    "InvalidAccessKeySecret": SECRET_WRONG,
    "InvalidBucketName": mark("Refusal", "This is no name of a bucket: 3 to 63 small letters, digits and hyphens."),
    "InvalidObjectState": ARCHIVED,
    "InvalidParameter": mark("Refusal", "A value of the profile is not accepted: {message}"),
    "InvalidParameter.DurationSeconds": mark(
        "Refusal",
        "The duration is not accepted: at least 900 seconds, at most what the role allows (3600 unless its "
        "maximum was raised).",
    ),
    "InvalidParameter.ExternalId": mark(
        "Refusal", "The external id is not well formed: 2 to 1224 letters, digits and + = , . @ : / - _"
    ),
    "InvalidParameter.PolicyGrammar": mark(
        "Refusal", "The session policy is not accepted: it does not follow the grammar of policies."
    ),
    "InvalidParameter.PolicySize": mark("Refusal", "The session policy is too long: at most 2048 characters."),
    "InvalidParameter.RoleArn": mark("Refusal", "The role's ARN is not well formed: acs:ram::<account>:role/<name>"),
    "InvalidParameter.RoleSessionName": mark(
        "Refusal", "The session name is not accepted: 2 to 64 letters, digits and . @ - _"
    ),
    "InvalidRange": mark("Refusal", "The object has no bytes in the range that was asked for."),
    "InvalidSecurityToken": TOKEN_WRONG,
    "InvalidSecurityToken.Expired": EXPIRED,
    "InvalidSecurityToken.Malformed": TOKEN_WRONG,
    "InvalidSecurityToken.MismatchWithAccessKey": TOKEN_FOREIGN,
    "InvalidTimeStamp.Format": mark(
        "Refusal", "The time in the request is not accepted. Check the clock of this machine."
    ),
    "MissingSecurityToken": mark(
        "Refusal", "This is a temporary key (STS.…), and it works only together with its security token."
    ),
    "NoSuchBucket": NO_BUCKET,
    "NoSuchKey": NO_KEY,
    "PreconditionFailed": mark("Refusal", "The object has changed meanwhile. Load it again."),
    "SecurityTokenExpired": EXPIRED,
    "SecurityTokenNotSupported": mark("Refusal", "STS tokens are not accepted for this operation here."),
    "SignatureDoesNotMatch": SECRET_WRONG,
    "SignatureNonceUsed": mark("Refusal", "The request was refused as a repetition of an earlier one. Try again."),
    "Throttling": SLOW_DOWN,
    "UserDisable": mark(
        "Refusal", "The account that owns the bucket is suspended (payment overdue, or OSS not activated)."
    ),
}

_EXPIRED_CODES: Final = frozenset(
    {"SecurityTokenExpired", "InvalidSecurityToken.Expired", "EntityNotExist.RoleSession"}
)

_CLOCK_CODES: Final = frozenset({"RequestTimeTooSkewed", "InvalidTimeStamp.Expired"})

_BY_STATUS: Final[dict[int, Marked]] = {
    401: mark("Refusal", "The server does not accept the signature."),
    403: mark("Refusal", "The server refuses the request and does not say why."),
    404: mark("Refusal", "What was asked for does not exist."),
    409: mark("Refusal", "The request does not fit the present state: {message}"),
    429: SLOW_DOWN,
    503: SLOW_DOWN,
}


def understood(evidence: Evidence, host: str) -> tuple[Text, Kind]:
    """The sentence for a refusal from ``host``, and what kind of failure it is."""
    code, temporary = evidence.code, evidence.said("OSSAccessKeyId").startswith("STS.")
    if not evidence.understood:
        return say(NOT_ITS_WAY, host=host, status=evidence.status), Kind.BROKEN
    if code in _EXPIRED_CODES:
        return say(_BY_CODE[code]), Kind.EXPIRED
    if temporary and code == "InvalidAccessKeyId":
        # OSS forgets a temporary key some time after its end and then answers as if it had never been.
        return say(EXPIRED_PERHAPS), Kind.EXPIRED
    if bucket_is_elsewhere(evidence.code, evidence.ec, evidence.said("Endpoint")):
        return say(ELSEWHERE, bucket=evidence.said("Bucket"), endpoint=evidence.said("Endpoint")), Kind.REFUSED
    if code in _CLOCK_CODES or evidence.ec == "0002-00000504":
        known = bool(evidence.server_time)
        return (say(CLOCK, server_time=evidence.server_time) if known else say(CLOCK_OFF)), Kind.REFUSED
    denied = None if evidence.ec in _BY_EC else denial(evidence)
    if denied is not None:
        return denied, Kind.REFUSED
    return _listed(evidence), Kind.REFUSED


def bucket_is_elsewhere(code: str, ec: str, endpoint: str) -> bool:
    """Whether a refusal names the endpoint where the bucket is. Its code was AccessDenied and is PermanentRedirect
    today.
    """
    return bool(endpoint) and (ec == "0003-00001403" or code in ("AccessDenied", "PermanentRedirect"))


def _listed(evidence: Evidence) -> Text:
    family = evidence.code.partition(".")[0]
    marked = (
        _BY_EC.get(evidence.ec)
        or _BY_CODE.get(evidence.code)
        or (_BY_CODE.get(family) if family in ("InvalidParameter", "Throttling") else None)
    )
    if marked is not None:
        return say(marked, message=evidence.message)
    if evidence.status >= 500 and evidence.status != 503:
        return say(TROUBLE, status=evidence.status)
    if evidence.message:
        return say(mark("Refusal", "The server refuses: {message}"), message=evidence.message)
    marked = _BY_STATUS.get(evidence.status)
    if marked is not None:
        return say(marked, message=evidence.message)
    return say(
        mark("Refusal", "The server refuses with status {status} and says nothing more."), status=evidence.status
    )
