"""Where the vendor's SDKs are hung onto the transport.

A refusal is raised from here as the Failed that it is: neither SDK catches it, so neither gets to read the answer its
own way (aliyunsdkcore raises IndexError on a message without a colon, rewrites codes, and dies of a body that is no
UTF-8).
"""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote

from stsviewer.text import Text
from stsviewer.wire.answer import Answer
from stsviewer.wire.cancel import Cancel
from stsviewer.wire.quiet import silence_sdks
from stsviewer.wire.transport import Outgoing, Transport

# An answer of STS or RAM is some kilobytes.
_LARGEST: Final = 4 * 1024 * 1024


class AcsMount:
    """An adapter for the ``requests`` of 2018 that aliyunsdkcore carries: mount it on its client's session."""

    def __init__(self, transport: Transport, doing: Text, cancel: Cancel | None) -> None:
        self._transport = transport
        self._doing = doing
        self._cancel = cancel
        self.date = ""  # the header of the answer

    def send(
        self,
        request: Any,
        stream: bool = False,
        timeout: Any = None,
        verify: Any = True,
        cert: Any = None,
        proxies: Any = None,
    ) -> Any:
        """Send ``request``, a request that the SDK prepared. Time-outs, CA bundle and proxies are the transport's
        own.
        """
        from aliyunsdkcore.vendored.requests.models import Response
        from aliyunsdkcore.vendored.requests.structures import CaseInsensitiveDict

        body = request.body.encode() if isinstance(request.body, str) else request.body
        outgoing = Outgoing(request.method, request.url, tuple(request.headers.items()), body)
        answer = self._transport.ask(outgoing, self._doing, self._cancel)
        self.date = answer.headers.get("Date") or ""
        response = Response()
        response.status_code = answer.status
        response.headers = CaseInsensitiveDict(answer.headers)
        response._content = answer.read(_LARGEST)
        response.url = request.url
        answer.close()
        return response

    def close(self) -> None:
        """The SDK closes its session; the transport's connections stay."""


def mount_acs(client: Any, mount: AcsMount) -> None:
    """Send all that ``client``, an AcsClient, asks through ``mount``."""
    silence_sdks()
    client.session.trust_env = False  # it would take a password for the host from .netrc
    client.session.mount("http://", mount)
    client.session.mount("https://", mount)


class OssMount:
    """What oss2 takes for a session. Its requests' region, product and proxies are not looked at here."""

    def __init__(self, transport: Transport, doing: Text, cancel: Cancel | None) -> None:
        self._transport = transport
        self._doing = doing
        self._cancel = cancel

    def do_request(self, request: Any, timeout: Any) -> Answer:
        """Send ``request``, an oss2.http.Request that is signed; oss2 finds in the answer what it looks for."""
        query = "&".join(
            quote(name, safe="") + ("=" + quote(value, safe="") if value else "")
            for name, value in request.params.items()
        )
        headers = tuple((name, value) for name, value in request.headers.items() if value is not None)
        url = request.url + ("?" + query if query else "")
        return self._transport.ask(
            Outgoing(request.method, url, headers, request.data or None), self._doing, self._cancel
        )
