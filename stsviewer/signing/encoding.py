"""Bytes and percent-encoding, the same in every scheme.

Texts become UTF-8 bytes; bytes of a request that are no UTF-8 are carried as surrogate escapes, so that what is signed
is what came in.
"""

from __future__ import annotations

from typing import Final
from urllib.parse import quote_from_bytes

#: RFC 3986, 2.3: what is never encoded, beside letters and digits.
UNRESERVED_MARKS: Final = "-._~"


def to_bytes(text: str) -> bytes:
    """The bytes that are hashed for ``text``. A lone surrogate that stands for no byte raises UnicodeEncodeError."""
    return text.encode("utf-8", "surrogateescape")


def percent_encode(text: str, safe: str = "") -> str:
    """Encode ``text`` as RFC 3986 says, with upper-case hexadecimal; ``safe`` names more characters to leave alone."""
    return quote_from_bytes(to_bytes(text), safe=UNRESERVED_MARKS + safe)
