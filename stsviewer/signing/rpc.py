"""RPC signature version 1 (HMAC-SHA1), the one of STS and RAM since 2014.

https://help.aliyun.com/document_detail/315526.html. All parameters, those of the query and those of a form body, are
one set; ``Signature`` itself is not in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from stsviewer.secret import Secret
from stsviewer.signing.encoding import percent_encode
from stsviewer.signing.hashing import hmac_sha1_base64, secret_bytes

SIGNATURE: Final = "Signature"


def canonical_query(params: Mapping[str, str]) -> str:
    """The parameters sorted by name, each name and value encoded; an empty value keeps its ``=``."""
    return "&".join(
        f"{percent_encode(name)}={percent_encode(params[name])}" for name in sorted(params) if name != SIGNATURE
    )


def string_to_sign(method: str, params: Mapping[str, str]) -> str:
    """The text that is signed: the method, the path (always ``/``) and the canonical query, encoded once more."""
    return f"{method}&{percent_encode('/')}&{percent_encode(canonical_query(params))}"


def signature(secret: Secret, string_to_sign: str) -> str:
    """The signature in Base64. The key of the hash is the secret and an ``&``."""
    return hmac_sha1_base64(secret_bytes(secret, after="&"), string_to_sign)
