"""Where a service is reached: a scheme and a host, made of what a profile holds."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import urlsplit

_LABEL = r"[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*\.?", re.ASCII)


@dataclass(frozen=True)
class Endpoint:
    """``scheme`` is ``http`` or ``https``; ``netloc`` is a host, with its port when it is not the scheme's own."""

    scheme: str
    netloc: str

    @classmethod
    def parse(cls, text: str) -> Endpoint:
        """The endpoint in ``text``, a host (``host:port``) or a URL without path. Raises ValueError when it is neither.

        Without a scheme it is https, except on this machine and on plain addresses, which have no certificate.
        """
        scheme, separator, rest = text.strip().partition("://")
        if not separator:
            scheme, rest = "", scheme
        parts = urlsplit("//" + rest)
        host, port = parts.hostname or "", parts.port  # .port raises ValueError when it is no port
        if parts.path not in ("", "/") or parts.query or parts.fragment or "@" in parts.netloc:
            raise ValueError("more than a host")
        if scheme.lower() not in ("", "http", "https"):
            raise ValueError("neither http nor https")
        if not is_address(host) and not _HOST.fullmatch(host):
            raise ValueError("no host")
        here = is_address(host) or is_loopback(host)
        name = f"[{host}]" if ":" in host else host
        return cls(scheme.lower() or ("http" if here else "https"), name if port is None else f"{name}:{port}")

    @property
    def host(self) -> str:
        """The host without port, an IPv6 address without brackets."""
        return urlsplit("//" + self.netloc).hostname or ""

    @property
    def url(self) -> str:
        """The endpoint as a URL without a path."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def path_style(self) -> bool:
        """Whether buckets are named in the path: over http on an address or on ``localhost``, where no names hang
        below.
        """
        return self.scheme == "http" and (is_address(self.host) or self.host == "localhost")


def is_address(host: str) -> bool:
    """Whether ``host`` is an IP address."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def is_loopback(host: str) -> bool:
    """Whether ``host`` is this machine, by name (RFC 6761: ``localhost`` and all below it) or address."""
    name = host.rstrip(".").lower()
    if is_address(name):
        return ipaddress.ip_address(name).is_loopback
    return name == "localhost" or name.endswith(".localhost")
