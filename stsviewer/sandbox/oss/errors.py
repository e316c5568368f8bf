"""The refusals of OSS: HTTP status, code, EC and message as the cloud words them.

Codes and messages: https://help.aliyun.com/zh/oss/support/ (one page an EC). An EC that no public page or SDK test
shows is left out rather than made up.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from stsviewer.sandbox.oss.dates import iso_millis
from stsviewer.sandbox.oss.document import Node


class OssError(Exception):
    """A refusal: everything that the error XML and its headers say, but for RequestId and HostId."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        ec: str = "",
        fields: Sequence[Node] = (),
        headers: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(f"{status} {code}: {message}")
        self.status = status
        self.code = code
        self.message = message
        self.ec = ec
        self.fields = tuple(fields)
        self.headers = tuple(headers)


def invalid_argument(name: str, value: str, message: str, ec: str = "") -> OssError:
    """400: a parameter or header has a value that cannot be."""
    fields = (("ArgumentName", name), ("ArgumentValue", value))
    return OssError(400, "InvalidArgument", message, ec, fields)


def not_implemented(what: str) -> OssError:
    """501: the cloud has it, the sandbox has not."""
    message = "A header or query you provided requested a function that is not implemented."
    return OssError(501, "NotImplemented", message, fields=(("Header", what),))


def no_such_bucket(name: str) -> OssError:
    """404, EC 0015-00000101."""
    message = "The specified bucket does not exist."
    return OssError(404, "NoSuchBucket", message, "0015-00000101", (("BucketName", name),))


def no_such_key(key: str) -> OssError:
    """404, EC 0026-00000001."""
    return OssError(404, "NoSuchKey", "The specified key does not exist.", "0026-00000001", (("Key", key),))


def invalid_object_state(key: str) -> OssError:
    """403, EC 0016-00000404: an archived object that is not restored."""
    message = "The operation is not valid for the object's state"
    return OssError(403, "InvalidObjectState", message, "0016-00000404", (("ObjectName", key),))


def access_denied(message: str, ec: str, fields: Sequence[Node] = ()) -> OssError:
    """403 AccessDenied; the EC tells which of its many reasons it is."""
    return OssError(403, "AccessDenied", message, ec, fields)


def wrong_endpoint(bucket: str, endpoint: str) -> OssError:
    """403, EC 0003-00001403: the bucket lives in another region; ``Endpoint`` names the right one.

    The code is AccessDenied in older documents and PermanentRedirect in today's.
    """
    message = (
        "The bucket you are attempting to access must be addressed using the specified endpoint. "
        "Please send all future requests to this endpoint."
    )
    return access_denied(message, "0003-00001403", (("Bucket", bucket), ("Endpoint", endpoint)))


def user_disable() -> OssError:
    """403, EC 0003-00000801: the account is in debt, or shut for another reason."""
    return OssError(403, "UserDisable", "UserDisable", "0003-00000801")


def invalid_access_key_id(access_key_id: str, ec: str = "0002-00000902") -> OssError:
    """403: no such key; or a temporary one without its token; or a long-term one with a token (EC 0002-00000002)."""
    message = "The OSS Access Key Id you provided does not exist in our records."
    return OssError(403, "InvalidAccessKeyId", message, ec, (("OSSAccessKeyId", access_key_id),))


def disabled_access_key_id(access_key_id: str) -> OssError:
    """403: the key is switched off."""
    message = "The OSS Access Key Id you provided is disabled."
    return OssError(403, "InvalidAccessKeyId", message, "0002-00000904", (("OSSAccessKeyId", access_key_id),))


def invalid_security_token() -> OssError:
    """403, EC 0002-00000006: nobody gave this token out."""
    return OssError(403, "InvalidSecurityToken", "The security token you provided is invalid.", "0002-00000006")


def token_of_another_key(access_key_id: str) -> OssError:
    """403, EC 0002-00000004: key and token are not from one AssumeRole answer."""
    message = "The access key id and security token you provided do not match."
    code = "AccessKeyIdAndSecurityTokenNotMatch"
    return OssError(403, code, message, "0002-00000004", (("OSSAccessKeyId", access_key_id),))


def security_token_expired(expiration: datetime, now: datetime) -> OssError:
    """403, EC 0002-00000007."""
    message = "The security token you provided has expired."
    fields = (("ExpirationTime", iso_millis(expiration)), ("ServerTime", iso_millis(now)))
    return OssError(403, "SecurityTokenExpired", message, "0002-00000007", fields)


def request_time_too_skewed(given: datetime, now: datetime) -> OssError:
    """403, EC 0002-00000504: the clocks differ by more than 15 minutes; ``ServerTime`` is what to trust."""
    message = "The difference between the request time and the current time is too large."
    fields = (
        ("MaxAllowedSkewMilliseconds", "900000"),
        ("RequestTime", iso_millis(given)),
        ("ServerTime", iso_millis(now)),
    )
    return OssError(403, "RequestTimeTooSkewed", message, "0002-00000504", fields)


def url_expired(expired: datetime, now: datetime) -> OssError:
    """403, EC 0002-00000069: a presigned URL past its time."""
    fields = (("Expires", iso_millis(expired)), ("ServerTime", iso_millis(now)))
    return access_denied("Request has expired.", "0002-00000069", fields)


def bad_expires(name: str, value: str) -> OssError:
    """400, EC 0002-00000070: an expiry that is no number, or out of its bounds."""
    return invalid_argument(name, value, f"Invalid {name} parameter.", "0002-00000070")


def no_date() -> OssError:
    """403, EC 0002-00000503: a signature in the header needs a valid ``x-oss-date`` or ``Date``."""
    message = "OSS authentication requires a valid Date."
    return access_denied(message, "0002-00000503")


def malformed_authorization(value: str, message: str, ec: str = "") -> OssError:
    """400: the ``Authorization`` header, or its twin in the URL, is not of the form of its scheme."""
    return invalid_argument("Authorization", value, message, ec)


def wrong_signing_region(given: str, expected: str) -> OssError:
    """400, EC 0002-00000226: the V4 scope names another region than the one addressed."""
    message = f"Invalid signing region in Authorization header: '{given}' is wrong; expecting '{expected}'."
    return OssError(400, "AuthorizationHeaderMalformed", message, "0002-00000226", (("Region", expected),))


def signature_does_not_match(
    ec: str, access_key_id: str, provided: str, string_to_sign: str, canonical_request: str | None = None
) -> OssError:
    """403, EC 0002-00000040 (V1) or 0002-00000201 (V4), with what the server signed."""
    message = (
        "The request signature we calculated does not match the signature you provided. "
        "Check your key and signing method."
    )
    fields: list[Node] = [
        ("OSSAccessKeyId", access_key_id),
        ("SignatureProvided", provided),
        ("StringToSign", string_to_sign),
        ("StringToSignBytes", string_to_sign.encode("utf-8", "surrogateescape").hex(" ").upper()),
    ]
    if canonical_request is not None:
        fields.append(("CanonicalRequest", canonical_request))
    return OssError(403, "SignatureDoesNotMatch", message, ec, fields)


def precondition_failed(condition: str) -> OssError:
    """412: an If-Match or If-Unmodified-Since that does not hold."""
    message = "At least one of the pre-conditions you specified did not hold."
    return OssError(412, "PreconditionFailed", message, fields=(("Condition", condition),))


def invalid_range(asked: str, size: int) -> OssError:
    """416: only with ``x-oss-range-behavior: standard``."""
    fields = (("ActualObjectSize", str(size)), ("RangeRequested", asked))
    headers = (("Content-Range", f"bytes */{size}"),)
    return OssError(416, "InvalidRange", "The requested range cannot be satisfied.", fields=fields, headers=headers)


def bad_digest(given: str, computed: str) -> OssError:
    """400: the body is not what Content-MD5 says."""
    message = "The Content-MD5 you specified did not match what we received."
    return OssError(400, "InvalidDigest", message, fields=(("Content-MD5", given), ("Computed-MD5", computed)))


def already_exists(key: str) -> OssError:
    """409: ``x-oss-forbid-overwrite: true`` and there is one."""
    message = "The object you specified already exists and can not be overwritten."
    return OssError(409, "FileAlreadyExists", message, fields=(("Key", key),))


def immutable(key: str) -> OssError:
    """409: the made-up objects of a synthetic bucket stand as if under a retention policy."""
    return OssError(409, "FileImmutable", "The object you specified is immutable.", fields=(("Key", key),))
