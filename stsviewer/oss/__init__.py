"""Object Storage Service: buckets, listings, metadata, reads and downloads."""

from stsviewer.oss.names import is_bucket_name, local_name
from stsviewer.oss.storage import Storage
from stsviewer.oss.values import Bucket, Content, Crc, Downloaded, ObjectProperties, ObjectSummary, Page

__all__ = [
    "Bucket",
    "Content",
    "Crc",
    "Downloaded",
    "ObjectProperties",
    "ObjectSummary",
    "Page",
    "Storage",
    "is_bucket_name",
    "local_name",
]
