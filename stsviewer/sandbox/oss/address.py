"""Which region, bucket and key a request means, by its host and its exact target.

``BUCKET.oss-REGION.localhost`` is virtual-host style, and so is ``BUCKET.localhost``, which Node's client makes of the
endpoint ``localhost``; everything else is path style: addresses, bare ``localhost`` and ``oss-REGION.localhost``. A key
is taken from the target byte by byte: nothing is collapsed, whatever dots and slashes it has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote_to_bytes

_REGIONAL: Final = re.compile(r"(?:([a-z0-9-]+)\.)?oss-([a-z0-9-]+?)(?:-internal)?\.localhost", re.ASCII)
_BARE: Final = re.compile(r"([a-z0-9-]+)\.localhost", re.ASCII)
_BUCKET_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{1,61}[a-z0-9]", re.ASCII)


@dataclass(frozen=True)
class Address:
    """Where a request goes. ``region`` is the host's, empty on an address; ``host`` is without the port.

    ``bucket`` is empty for the service itself, ``key`` for a bucket.
    """

    host: str
    port: str
    region: str
    bucket: str
    key: str

    def endpoint(self, region: str) -> str:
        """What the answer names as the endpoint of ``region``: the same port on ``oss-REGION.localhost``."""
        return f"oss-{region}.localhost" + (f":{self.port}" if self.port else "")


def address_of(host_header: str, raw_path: bytes) -> Address:
    """Take ``Host`` and the target apart. What is percent-encoded is decoded once; bytes that are no UTF-8 stay as
    surrogate escapes, so that their signature can be checked before they are refused."""
    host, port = _split_port(host_header.strip().lower())
    path = raw_path.partition(b"?")[0].removeprefix(b"/")
    regional = _REGIONAL.fullmatch(host)
    if regional and regional[1]:
        return Address(host, port, regional[2], regional[1], _text(path))
    bare = None if regional else _BARE.fullmatch(host)
    if bare:
        return Address(host, port, "", bare[1], _text(path))
    bucket, _, key = path.partition(b"/")
    return Address(host, port, regional[2] if regional else "", _text(bucket), _text(key))


def is_bucket_name(name: str) -> bool:
    """Whether a bucket can have that name: 3 to 63 lower-case letters, digits and inner hyphens."""
    return _BUCKET_NAME.fullmatch(name) is not None


def query_of(query_string: bytes) -> list[tuple[str, str]]:
    """The parameters in their order, decoded; ``+`` is a blank here, as the vendor's own SDK for Python writes it."""
    pairs = []
    for part in query_string.split(b"&"):
        if part:
            name, _, value = part.replace(b"+", b" ").partition(b"=")
            pairs.append((_text(name), _text(value)))
    return pairs


def _split_port(host: str) -> tuple[str, str]:
    if host.startswith("["):
        name, _, rest = host[1:].partition("]")
        return name, rest.removeprefix(":")
    name, _, port = host.partition(":")
    return name, port


def _text(raw: bytes) -> str:
    return unquote_to_bytes(raw).decode("utf-8", "surrogateescape")
