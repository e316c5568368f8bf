"""One request on its way: what was asked, by whom, of which bucket, and how the answer begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from stsviewer.sandbox.model import Faults
from stsviewer.sandbox.oss import errors
from stsviewer.sandbox.oss.address import Address
from stsviewer.sandbox.oss.claim import Claim
from stsviewer.sandbox.oss.document import Node, document
from stsviewer.sandbox.oss.keys import check_key
from stsviewer.sandbox.oss.storage import BucketStorage, Storage
from stsviewer.sandbox.world import Caller, World


@dataclass(frozen=True)
class Call:
    """A request whose caller is known (``claim`` is None for an anonymous one)."""

    world: World
    storage: Storage
    request: Request
    request_id: str
    address: Address
    query: Sequence[tuple[str, str]]
    headers: Mapping[str, str]  # lower-case names
    claim: Claim | None
    caller: Caller
    faults: Faults
    now: datetime
    found: BucketStorage | None = None

    @property
    def method(self) -> str:
        """GET, HEAD, PUT, POST or DELETE."""
        return self.request.method

    @property
    def bucket(self) -> BucketStorage:
        """The bucket addressed; there is one."""
        if self.found is None:
            raise errors.no_such_bucket(self.address.bucket)
        return self.found

    @property
    def key(self) -> str:
        """The key addressed; raises InvalidObjectName when it cannot be one."""
        return check_key(self.address.key)

    def has(self, name: str) -> bool:
        """Whether the query has that parameter, with or without a value."""
        return any(pair[0] == name for pair in self.query)

    def parameter(self, name: str, default: str = "") -> str:
        """The value of a parameter; the last one counts. Raises InvalidArgument for what is not UTF-8."""
        value = default
        for pair in self.query:
            if pair[0] == name:
                value = pair[1]
        try:
            value.encode()
        except UnicodeEncodeError:
            shown = value.encode("utf-8", "replace").decode()
            raise errors.invalid_argument(name, shown, "The value is not UTF-8.") from None
        return value


def xml(root: str, nodes: str | Sequence[Node], headers: Mapping[str, str] | None = None) -> Response:
    """200 with a document."""
    return Response(document(root, nodes), 200, dict(headers or {}), "application/xml")
