"""Calls on the storage as a whole."""

from __future__ import annotations

from starlette.responses import Response

from stsviewer.sandbox.oss import errors
from stsviewer.sandbox.oss.authorize import permit_service
from stsviewer.sandbox.oss.call import Call, xml
from stsviewer.sandbox.oss.dates import iso_millis
from stsviewer.sandbox.oss.document import Node
from stsviewer.sandbox.oss.storage import BucketStorage


async def list_buckets(call: Call) -> Response:
    """GetService: the buckets of the caller's account in all regions, by name, 100 a page."""
    permit_service(call, "oss:ListBuckets")
    prefix, marker = call.parameter("prefix"), call.parameter("marker")
    limit = page_limit(call)
    own = [one for one in call.storage.buckets() if one.bucket.owner == call.caller.principal.account]
    wanted = [one for one in own if one.bucket.name.startswith(prefix) and one.bucket.name > marker]
    shown = wanted[:limit]
    nodes: list[Node] = []
    if prefix or marker or call.has("max-keys") or len(wanted) > limit:
        nodes += [("Prefix", prefix), ("Marker", marker), ("MaxKeys", str(limit))]
        nodes += [("IsTruncated", "true" if len(wanted) > limit else "false")]
        nodes += [("NextMarker", shown[-1].bucket.name)] if len(wanted) > limit else []
    account = call.caller.principal.account
    nodes += [("Owner", (("ID", account), ("DisplayName", account)))]
    nodes += [("Buckets", [("Bucket", _bucket(call, one)) for one in shown])]
    return xml("ListAllMyBucketsResult", nodes)


def page_limit(call: Call) -> int:
    """``max-keys``: 1 to 1,000, 100 when it is not there."""
    given = call.parameter("max-keys")
    if not call.has("max-keys"):
        return 100
    if not (given.isascii() and given.isdigit() and 0 < int(given) <= 1000):
        raise errors.invalid_argument("max-keys", given, "Argument max-keys must be an integer between 1 and 1000.")
    return int(given)


def _bucket(call: Call, storage: BucketStorage) -> list[Node]:
    model = storage.bucket
    return [
        ("Comment", ""),
        ("CreationDate", iso_millis(storage.created)),
        ("ExtranetEndpoint", call.address.endpoint(model.region)),
        ("IntranetEndpoint", call.address.endpoint(model.region)),
        ("Location", f"oss-{model.region}"),
        ("Name", model.name),
        ("Region", model.region),
        ("StorageClass", model.storage_class),
    ]
