"""Object Storage Service: buckets, listings, metadata, reads and downloads."""

from stsviewer.oss.values import Bucket, Content, Crc, Downloaded, ObjectProperties, ObjectSummary, Page

__all__ = ["Bucket", "Content", "Crc", "Downloaded", "ObjectProperties", "ObjectSummary", "Page"]
