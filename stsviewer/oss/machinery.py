"""Signed requests through oss2's own machinery, sent by our transport.

Imported when the first request goes out, since oss2 costs a quarter of a second. oss2 makes the request and signs it;
where it goes (an IPv6 address, which oss2 refuses, or path style) and what comes back is read here and in the modules
beside.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote

import oss2
from oss2.credentials import Credentials, CredentialsProvider

from stsviewer.oss.address import Address
from stsviewer.profile import AccessKey
from stsviewer.text import Text
from stsviewer.wire import Answer, Cancel, Transport
from stsviewer.wire.mounts import OssMount
from stsviewer.wire.quiet import silence_sdks

silence_sdks()


class _Provider(CredentialsProvider):  # type: ignore[misc]
    """Asked by oss2 at each request, so that a renewed token is picked up by whatever is running."""

    def __init__(self, keys: Callable[[], AccessKey]) -> None:
        self._keys = keys

    def get_credentials(self) -> Any:
        key = self._keys()
        token = key.security_token.reveal() if key.security_token is not None else ""
        return Credentials(key.id, key.secret.reveal(), token)


def url_of(address: Address, bucket: str, key: str) -> str:
    """The URL of an object, a bucket or the service. Slashes in keys go out as %2F, as oss2 sends them."""
    endpoint = address.endpoint
    if not bucket:
        return f"{endpoint.url}/"
    path = quote(key, safe="")
    if endpoint.path_style:
        return f"{endpoint.url}/{bucket}/{path}"
    return f"{endpoint.scheme}://{bucket}.{endpoint.netloc}/{path}"


class Machinery:
    """Makes, signs (V4) and sends requests."""

    def __init__(self, keys: Callable[[], AccessKey], transport: Transport) -> None:
        self._auth = oss2.ProviderAuthV4(_Provider(keys))
        self._transport = transport

    def ask(
        self,
        address: Address,
        method: str,
        bucket: str,
        key: str,
        params: Mapping[str, str],
        headers: Mapping[str, str],
        doing: Text,
        cancel: Cancel | None,
        data: bytes | None = None,
    ) -> Answer:
        """The answer, which is a success. Raises Failed and Cancelled, those of the key's source among them."""
        request = oss2.http.Request(
            method,
            url_of(address, bucket, key),
            params=dict(params),
            headers=dict(headers),
            data=data,
            app_name="stsviewer",
            region=address.region,
            product="oss",
        )
        self._auth._sign_request(request, bucket, key)
        return OssMount(self._transport, doing, cancel).do_request(request, None)
