"""Reading what ListBuckets and ListObjectsV2 answer, row by row and tolerantly: what is not told is empty."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final
from urllib.parse import unquote

from stsviewer.oss.address import region_of
from stsviewer.oss.values import Bucket, BucketInfo, ObjectSummary, Page
from stsviewer.wire import server_time, strict_xml

UNKNOWN_TIME: Final = datetime.fromtimestamp(0, UTC)


@dataclass
class _Rows:
    """A document whose ``row`` elements are gathered as mappings; all else is in ``head``, by the element's name."""

    head: dict[str, str] = field(default_factory=dict)
    rows: list[dict[str, str]] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)


def _read(data: bytes, row_element: str, folder_element: str = "") -> _Rows:
    """Raises strict_xml.NotXml."""
    found = _Rows()
    pieces: list[str] = []
    row: dict[str, str] | None = None
    in_folder = False

    def start(name: str, _attributes: dict[str, str]) -> None:
        nonlocal row, in_folder
        pieces.clear()
        if name == row_element:
            row = {}
        elif name == folder_element:
            in_folder = True

    def end(name: str) -> None:
        nonlocal row, in_folder
        if row is not None:
            if name == row_element:
                found.rows.append(row)
                row = None
            else:
                row[name] = "".join(pieces)
        elif in_folder:
            if name == folder_element:
                in_folder = False
            else:
                found.folders.append("".join(pieces))
        else:
            found.head[name] = "".join(pieces)
        pieces.clear()

    strict_xml.read(data, start, pieces.append, end)
    return found


def read_page(data: bytes, bucket: str, prefix: str, request_id: str) -> Page:
    """The page in an answer of ListObjectsV2. Raises ValueError when it is none (NotXml is one).

    With ``<EncodingType>url`` names come percent-encoded once, and a plus is a plus; without it nothing is encoded.
    """
    found = _read(data, "Contents", "CommonPrefixes")
    if "IsTruncated" not in found.head:
        raise ValueError("no listing")
    decode = unquote if found.head.get("EncodingType") == "url" else str
    objects = tuple(
        ObjectSummary(
            key=decode(row["Key"]) if "Key" in row else _no_key(),
            size=int(row.get("Size", "0")),
            modified=_time(row.get("LastModified", "")),
            etag=row.get("ETag", "").strip('"'),
            storage_class=row.get("StorageClass", ""),
            kind=row.get("Type", ""),
        )
        for row in found.rows
    )
    truncated = found.head["IsTruncated"] == "true"
    return Page(
        bucket=bucket,
        prefix=prefix,
        folders=tuple(decode(folder) for folder in found.folders),
        objects=objects,
        next_token=decode(found.head.get("NextContinuationToken", "")) if truncated else "",
        request_id=request_id,
    )


def read_buckets(data: bytes) -> tuple[list[Bucket], str]:
    """The buckets in an answer of ListBuckets, and the marker of the next page (empty: none). Raises ValueError."""
    found = _read(data, "Bucket")
    if "Buckets" not in found.head and not found.rows:
        raise ValueError("no list of buckets")
    buckets = [
        Bucket(
            name=row["Name"],
            region=row.get("Region") or region_of(row.get("Location", "")) or row.get("Location", ""),
            endpoint=row.get("ExtranetEndpoint", ""),
            created=_time(row.get("CreationDate", "")),
            storage_class=row.get("StorageClass", ""),
        )
        for row in found.rows
        if row.get("Name")
    ]
    truncated = found.head.get("IsTruncated") == "true"
    return buckets, found.head.get("NextMarker", "") if truncated else ""


def read_info(data: bytes) -> BucketInfo:
    """The bucket in an answer of GetBucketInfo. Raises ValueError when it is none."""
    root, leaves = strict_xml.leaves(data)
    told = dict(reversed(leaves))  # of names that occur twice, the first one counts
    if root != "BucketInfo" or "Name" not in told:
        raise ValueError("no bucket")
    return BucketInfo(
        name=told["Name"],
        region=region_of(told.get("Location", "")),
        endpoint=told.get("ExtranetEndpoint", ""),
        owner=told.get("ID", ""),
        acl=told.get("Grant", ""),
        storage_class=told.get("StorageClass", ""),
    )


def _time(text: str) -> datetime:
    if not text:
        return UNKNOWN_TIME
    time = server_time.of_iso(text)
    if time is None:
        raise ValueError("no time")
    return time


def _no_key() -> str:
    raise ValueError("an object without a key")
