"""OSS signature version 1: HMAC-SHA1 over the request's outline.

https://help.aliyun.com/document_detail/31951.html (in the header) and .../31952.html (in the URL). The two differ in
one line only: the URL's signature has the expiry, in seconds since 1970, where the header's has the date. Neither the
key nor a query value is percent-encoded in the string to sign.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from stsviewer.secret import Secret
from stsviewer.signing.hashing import hmac_sha1_base64, secret_bytes
from stsviewer.signing.headers import lines, lowered

PREFIX: Final = "x-oss-"
#: The query parameters of a presigned URL that carry the signature itself, under their own names.
ACCESS_KEY_ID, EXPIRES, SIGNATURE, SECURITY_TOKEN = "OSSAccessKeyId", "Expires", "Signature", "security-token"

#: Query parameters that are part of the resource. The documented list is open-ended: this is what the vendor's SDKs
#: for Python (oss2 2.19 and its successor) and Go sign, together. Parameters that begin with ``x-oss-`` belong to it as
#: well (Go SDK). Of a listing ``continuation-token`` is signed and ``prefix`` is not.
SUBRESOURCES: Final = frozenset(
    {
        "accessPoint", "accessPointPolicy", "acl", "append", "asyncFetch", "bucketArchiveDirectRead",
        "bucketInfo", "callback", "callback-var", "cloudboxes", "cname", "comp", "continuation-token", "cors",
        "delete", "encryption", "endTime", "group", "httpsConfig", "inventory", "inventoryId", "lifecycle",
        "link", "live", "location", "logging", "metaQuery", "objectInfo", "objectMeta", "partNumber", "policy",
        "position", "publicAccessBlock", "qos", "qosInfo", "qosRequester", "redundancyTransition", "referer",
        "regionList", "replication", "replicationLocation", "replicationProgress", "requestPayment",
        "requesterQosInfo", "resourceGroup", "resourcePool", "resourcePoolBuckets", "resourcePoolInfo",
        "response-cache-control", "response-content-disposition", "response-content-encoding",
        "response-content-language", "response-content-type", "response-expires", "restore", "security-token",
        "sequential", "startTime", "stat", "status", "style", "styleName", "symlink", "tagging",
        "transferAcceleration", "uploadId", "uploads", "versionId", "versioning", "versions", "vod", "website",
        "worm", "wormExtend", "wormId",
    }
)  # fmt: skip


def canonical_headers(headers: Mapping[str, str]) -> str:
    """The ``x-oss-`` headers, lower case, sorted, one a line."""
    plain = lowered(headers)
    return lines(plain, [name for name in plain if name.startswith(PREFIX)])


def canonical_resource(bucket: str, key: str, query: Sequence[tuple[str, str]]) -> str:
    """The path ``/bucket/key`` (``/`` without a bucket) and the sub-resources among the query, sorted by name."""
    path = f"/{bucket}/{key}" if bucket else "/"
    signed = sorted((pair for pair in query if is_subresource(pair[0])), key=lambda pair: pair[0])
    if not signed:
        return path
    return path + "?" + "&".join(f"{name}={value}" if value else name for name, value in signed)


def is_subresource(name: str) -> bool:
    """Whether the query parameter ``name`` is signed."""
    return name in SUBRESOURCES or name.startswith(PREFIX)


def signed_date(headers: Mapping[str, str]) -> str:
    """The date that a header signature covers, as it stands: ``x-oss-date``, else ``Date``, else an empty text."""
    plain = lowered(headers)
    return plain.get("x-oss-date") or plain.get("date", "")


def string_to_sign(
    method: str, bucket: str, key: str, headers: Mapping[str, str], query: Sequence[tuple[str, str]], date: str
) -> str:
    """The text that is signed. ``date`` is :func:`signed_date`; ``query`` is decoded."""
    plain = lowered(headers)
    return "\n".join(
        [
            method,
            plain.get("content-md5", ""),
            plain.get("content-type", ""),
            date,
            canonical_headers(headers) + canonical_resource(bucket, key, query),
        ]
    )


def query_string_to_sign(
    method: str, bucket: str, key: str, headers: Mapping[str, str], query: Sequence[tuple[str, str]], expires: int
) -> str:
    """The text signed for a URL that lives until ``expires`` (seconds since 1970).

    ``query`` is decoded and holds ``security-token`` where there is one; the parameters that carry the signature itself
    are not part of it and are left out if they are there.
    """
    return string_to_sign(method, bucket, key, headers, query, str(expires))


def signature(secret: Secret, text: str) -> str:
    """The signature of a string to sign, in Base64."""
    return hmac_sha1_base64(secret_bytes(secret), text)


@dataclass(frozen=True)
class Authorization:
    """What the ``Authorization`` header says."""

    access_key_id: str
    signature: str

    @property
    def text(self) -> str:
        """The header's value."""
        return f"OSS {self.access_key_id}:{self.signature}"


def parse_authorization(value: str) -> Authorization | None:
    """Read an ``Authorization`` header; None when it is not of this scheme."""
    scheme, _, rest = value.partition(" ")
    access_key_id, colon, given = rest.strip().rpartition(":")
    if scheme != "OSS" or not colon or not access_key_id:
        return None
    return Authorization(access_key_id, given)
