"""Object Storage Service: buckets, listings, metadata, reads and downloads."""

from stsviewer.oss.names import is_bucket_name, local_name
from stsviewer.oss.probes import Probes
from stsviewer.oss.storage import Storage
from stsviewer.oss.values import Bucket, BucketInfo, Content, Crc, Downloaded, ObjectProperties, ObjectSummary, Page

__all__ = [
    "Bucket",
    "BucketInfo",
    "Content",
    "Crc",
    "Downloaded",
    "ObjectProperties",
    "ObjectSummary",
    "Page",
    "Probes",
    "Storage",
    "is_bucket_name",
    "local_name",
]
