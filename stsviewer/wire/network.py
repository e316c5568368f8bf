"""When nothing answered: which part of the way there was blocked. A blocked network must not look like a broken
role.
"""

from __future__ import annotations

import errno
import re
import socket
from collections.abc import Iterator
from dataclasses import dataclass

from stsviewer.failure import Failed, Failure, Kind
from stsviewer.text import Marked, Text, mark, say
from stsviewer.wire.redaction import Pairs, Redactor

_FIELD_VALUE = re.compile(r"[\t -~\xa0-\xff]*")

ADDRESS = mark("Network", "“{host}” is no address. Check the endpoint.")
BROKEN = mark("Network", "The connection to {host} broke off. Try again.")
BUNDLE = mark("Network", "The file of CA certificates that the environment names cannot be read.")
CERTIFICATE = mark(
    "Network",
    "The certificate of {host} is not trusted: something may stand between you and the cloud. "
    "If your company inspects TLS, name its CA file in REQUESTS_CA_BUNDLE.",
)
DROPPED = mark("Network", "{host} does not answer. A firewall may drop the packets.")
HEADER = mark(
    "Network",
    "The key id or the token holds a character that cannot be sent, perhaps the end of a line. Copy it once more.",
)
LATE = mark("Network", "{host} took the request but did not answer in time. Try again.")
PROXY = mark(
    "Network",
    "The proxy that the environment names did not pass the request on to {host}. "
    "Check HTTPS_PROXY, HTTP_PROXY and NO_PROXY.",
)
REFUSED = mark("Network", "Nothing listens at {host}.")
RESOLVE = mark("Network", "The name {host} is not known. Check the network, and the region or the endpoint.")
TLS = mark("Network", "No secure connection to {host}. Does the endpoint speak https there?")
UNREACHABLE = mark("Network", "There is no way to {host}. Is the network on?")


@dataclass(frozen=True)
class Unanswered:
    """Nothing answered: the failure, and whether the same request may get through a moment later."""

    failure: Failure
    passing: bool

    @property
    def failed(self) -> Failed:
        """The failure, to be raised outside of any ``except``: the libraries' errors hold the signed URL."""
        return Failed(self.failure)


def unanswered(error: BaseException, *, url: str, doing: Text, redactor: Redactor) -> Unanswered:
    """What ``error``, raised while ``url`` was asked, means. The code names the part: Network.Resolve,
    Network.Refused ...
    """
    chain = list(_chain(error))
    code, sentence, kind = _understood(chain)
    host = url.partition("://")[2].partition("/")[0].rpartition("@")[2]
    failure = Failure(
        doing, say(sentence, host=host), kind, code=code, message=redactor.url(f"{error}"), detail=(("Host", host),)
    )
    return Unanswered(failure, code in ("Network.Refused", "Network.Broken"))


def unsendable(headers: Pairs, doing: Text) -> Failure | None:
    """The failure when a value of ``headers`` can be none; it names no value, as the libraries' errors do.

    What people enter comes into headers as the key's id and the token. RFC 9110, 5.5: no controls; http.client writes
    Latin-1.
    """
    if all(_FIELD_VALUE.fullmatch(value) for _, value in headers):
        return None
    return Failure(doing, say(HEADER), Kind.INPUT, code="Network.Header")


def _chain(error: BaseException) -> Iterator[BaseException]:
    """``error`` and all that lies under it; requests and urllib3 keep the cause in ``args`` and ``reason`` as well."""
    waiting: list[object] = [error]
    seen: set[int] = set()
    while waiting:
        each = waiting.pop(0)
        if isinstance(each, BaseException) and id(each) not in seen:
            seen.add(id(each))
            yield each
            waiting += [getattr(each, "reason", None), each.__cause__, each.__context__, *each.args]


def _understood(chain: list[BaseException]) -> tuple[str, Marked, Kind]:
    import ssl

    from requests import exceptions as requests
    from urllib3 import exceptions as urllib3

    def has(*kinds: type[BaseException]) -> bool:
        return any(isinstance(each, kinds) for each in chain)

    number = next((each.errno for each in chain if isinstance(each, OSError) and each.errno), 0)
    if has(requests.InvalidURL, requests.InvalidSchema, urllib3.LocationValueError):
        return "Network.Address", ADDRESS, Kind.INPUT
    if has(urllib3.ProxyError, requests.ProxyError):
        return "Network.Proxy", PROXY, Kind.NETWORK
    if has(ssl.SSLCertVerificationError):
        return "Network.Certificate", CERTIFICATE, Kind.NETWORK
    if has(ssl.SSLError, urllib3.SSLError):
        return "Network.TLS", TLS, Kind.NETWORK
    if has(socket.gaierror):
        return "Network.Resolve", RESOLVE, Kind.NETWORK
    if has(urllib3.ReadTimeoutError):
        return "Network.Timeout", LATE, Kind.NETWORK
    if has(TimeoutError, urllib3.TimeoutError) and not has(urllib3.NewConnectionError):
        return "Network.Timeout", DROPPED, Kind.NETWORK
    if number == errno.ECONNREFUSED:
        return "Network.Refused", REFUSED, Kind.NETWORK
    if number in (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.ETIMEDOUT):
        return "Network.Unreachable", UNREACHABLE, Kind.NETWORK
    if any("CA certificate bundle" in str(each) for each in chain):
        return "Network.Bundle", BUNDLE, Kind.LOCAL
    return "Network.Broken", BROKEN, Kind.NETWORK
