"""The hashes under the signatures. The access key secret is opened here and nowhere else in this room."""

from __future__ import annotations

import base64
import hashlib
import hmac

from stsviewer.secret import Secret
from stsviewer.signing.encoding import to_bytes


def secret_bytes(secret: Secret, before: str = "", after: str = "") -> bytes:
    """The key of a keyed hash: the secret between the fixed texts that some schemes put around it."""
    return to_bytes(before + secret.reveal() + after)


def hmac_sha1_base64(key: bytes, text: str) -> str:
    """HMAC-SHA1 of ``text``, in Base64: the signature of OSS V1 and of RPC."""
    return base64.b64encode(hmac.digest(key, to_bytes(text), "sha1")).decode("ascii")


def hmac_sha256(key: bytes, text: str) -> bytes:
    """HMAC-SHA256 of ``text``, 32 bytes."""
    return hmac.digest(key, to_bytes(text), "sha256")


def sha256_hex(text: str) -> str:
    """SHA-256 of ``text`` in lower-case hexadecimal."""
    return hashlib.sha256(to_bytes(text)).hexdigest()
