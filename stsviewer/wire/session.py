"""The one ``requests`` adapter: exact targets, the environment's proxy and CA bundle, no cookies, no .netrc, no
redirects.

``requests.Session`` is left out on purpose: it would look into .netrc, keep cookies and look where a redirect leads.
Imported when the first request goes out, since ``requests`` costs a tenth of a second.
"""

from __future__ import annotations

import os
from typing import Any, Final
from urllib.parse import urlsplit

from requests import PreparedRequest, Response
from requests.adapters import HTTPAdapter
from requests.cookies import RequestsCookieJar
from requests.hooks import default_hooks
from requests.structures import CaseInsensitiveDict
from requests.utils import get_environ_proxies, select_proxy

from stsviewer.endpoint import is_loopback
from stsviewer.wire.connection import POOLS

POOL_SIZE: Final = 32

# The vendor's SDKs read the first, requests the second (and curl's), OpenSSL the last.
CA_VARIABLES: Final = ("ALIBABA_CLOUD_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE")


class ExactAdapter(HTTPAdapter):
    """Sends the target as it was signed: ``requests`` and urllib3 collapse ``.``, ``..`` and, some, a leading
    ``//``.
    """

    def init_poolmanager(self, *arguments: Any, **named: Any) -> None:
        super().init_poolmanager(*arguments, **named)
        self.poolmanager.pool_classes_by_scheme = dict(POOLS)

    def proxy_manager_for(self, proxy: str, **named: Any) -> Any:
        manager: Any = super().proxy_manager_for(proxy, **named)
        if not proxy.lower().startswith("socks"):
            manager.pool_classes_by_scheme = dict(POOLS)
        return manager

    def request_url(self, request: PreparedRequest, proxies: Any) -> str:
        url = request.url or ""
        target = exact_target(url)
        if urlsplit(url).scheme != "http" or not (proxy := select_proxy(url, proxies)) or proxy.startswith("socks"):
            return target
        # A proxy for http is asked for the whole URL, in which urllib3 takes dot segments away; %2E is the same to
        # the server.
        path, mark, query = target.partition("?")
        segments = (segment.replace(".", "%2E") if segment in (".", "..") else segment for segment in path.split("/"))
        return url[: len(url) - len(target)] + "/".join(segments) + mark + query


def exact_target(url: str) -> str:
    """What stands behind the host in ``url``, to the letter; ``/`` when nothing does."""
    start = url.find("/", url.index("://") + 3)
    return "/" if start < 0 else url[start:]


def prepare(method: str, url: str, headers: tuple[tuple[str, str], ...], body: bytes | None) -> PreparedRequest:
    """A request that goes out just like this: nothing is normalised, no credentials are looked for."""
    prepared = PreparedRequest()
    prepared.method = method
    prepared.url = url
    prepared.headers = CaseInsensitiveDict(headers)
    if body is not None and "Content-Length" not in prepared.headers:
        prepared.headers["Content-Length"] = str(len(body))
    prepared.body = body
    prepared.hooks = default_hooks()
    prepared._cookies = RequestsCookieJar()  # type: ignore[attr-defined]
    return prepared


def new_adapter() -> ExactAdapter:
    """The adapter of a transport, with its pool of connections."""
    return ExactAdapter(pool_connections=POOL_SIZE, pool_maxsize=POOL_SIZE)


def ca_bundle() -> str | bool:
    """The CA bundle that the environment names, or True for the one that ``requests`` brings."""
    return next((path for name in CA_VARIABLES if (path := os.environ.get(name))), True)


def proxies_for(url: str) -> dict[str, str]:
    """The proxies that the environment names for ``url``. This machine's own names and addresses never go through
    one.
    """
    host = urlsplit(url).hostname or ""
    return {} if is_loopback(host) else dict(get_environ_proxies(url, no_proxy=None))


def proxy_of(url: str) -> str:
    """Host and port of the proxy that ``url`` is asked through, without its user and password; empty for none."""
    proxy = select_proxy(url, proxies_for(url)) or ""
    return urlsplit(proxy if "://" in proxy else f"//{proxy}").netloc.rpartition("@")[2]


def send(adapter: ExactAdapter, prepared: PreparedRequest, timeout: tuple[float, float]) -> Response:
    """Send once; the body is still to be read. ``timeout`` is (connect, read) in seconds. Raises what ``requests``
    raises.
    """
    proxies = proxies_for(prepared.url or "")
    return adapter.send(prepared, stream=True, timeout=timeout, verify=ca_bundle(), proxies=proxies)
