"""Access keys, secrets and security tokens that look like the cloud's, made at random."""

from __future__ import annotations

import base64
import secrets
import string
from typing import Final

_ALPHANUMERIC: Final = string.ascii_letters + string.digits


def _text(length: int) -> str:
    return "".join(secrets.choice(_ALPHANUMERIC) for _ in range(length))


def access_key_id() -> str:
    """The id of a temporary key: ``STS.`` and 25 more, 29 characters in all."""
    return "STS." + "N" + _text(24)


def access_key_secret() -> str:
    """The secret of a temporary key: 44 characters."""
    return _text(44)


def security_token() -> str:
    """A security token: base64 of a long blob, beginning ``CAIS`` like every token of the cloud."""
    return base64.b64encode(b"\x08\x02\x12" + secrets.token_bytes(588)).decode()


def request_id() -> str:
    """A request id of STS and RAM: an upper-case UUID."""
    digits = secrets.token_hex(16).upper()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
