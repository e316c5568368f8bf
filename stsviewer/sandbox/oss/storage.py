"""What lies in the buckets: files of plain names, other keys under a hash, and made-up objects, behind one face.

``DATA/BUCKET/...`` holds the plain files and belongs to people as well: they may drop, change and remove files there.
``DATA/.stsviewer/`` is the sandbox's own.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import threading
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkstemp
from typing import Final

from stsviewer.sandbox.model import Account, Bucket, ObjectSource
from stsviewer.sandbox.oss import listing, synthetic
from stsviewer.sandbox.oss.content import Content, FileContent, MadeContent, Sums, crc_of, sums_of
from stsviewer.sandbox.oss.folder import Folder
from stsviewer.sandbox.oss.index import Attributes, Index, Record
from stsviewer.sandbox.oss.keys import segments_of
from stsviewer.sandbox.oss.stored import Page, Stored, Summary, guess

_OWN: Final = ".stsviewer"


class Immutable(Exception):  # noqa: N818 - it says what the object is
    """The object is one of those that are made up: it is neither replaced nor removed."""


class BucketStorage:
    """The objects of one bucket. Blocking; may be called from any thread."""

    def __init__(self, bucket: Bucket, data: Path, index: Index, started: datetime) -> None:
        self.bucket = bucket
        self.created = bucket.created or started
        self._blobs = data / _OWN / "objects"
        self._temporary = data / _OWN / "incoming"
        self._index = index
        self._lock = threading.RLock()
        self._folder = Folder(data / bucket.name)
        self._made = synthetic.SyntheticKeys(bucket.synthetic)
        self._folder.root.mkdir(exist_ok=True)

    # asking

    def page(self, prefix: str, delimiter: str, after: str, limit: int, now: int) -> Page:
        """A page of the bucket at ``now`` (seconds since 1970); see :func:`listing.rows`."""
        files, hidden = self._folder.keys(), self._index.hidden(self.bucket.name)
        rows = listing.rows(sorted({*files, *hidden}) if hidden else files, prefix, delimiter, after, limit)
        own = frozenset(rows.keys)
        if self._made:
            rows = listing.merged([rows, listing.rows(self._made, prefix, delimiter, after, limit)], limit)
        objects: list[Summary] = []
        ordinal = -1
        for key in rows.keys:
            if key in own:
                stored = self.find(key)
                if stored is not None:  # else somebody removed the file since
                    objects.append(stored.summary(now))
                continue
            made = self._made.find(key, ordinal + 1)
            if made is not None:
                ordinal = made.ordinal
                objects.append(
                    Summary(key, made.size, made.modified, made.etag, "Multipart", self.bucket.storage_class)
                )
        return Page(tuple(objects), rows.prefixes, rows.truncated, rows.last)

    def find(self, key: str) -> Stored | None:
        """The object of that key, its checksums computed if need be. A file in the folder outranks all else."""
        path = self._folder.path_of(key)
        record = self._index.get(self.bucket.name, key)
        try:
            if path is not None:
                return self._file(key, path, record)
            if record is not None and record.blob:
                return self._file(key, self._blobs / record.blob, record)
        except FileNotFoundError:
            return None
        if record is not None and record.made:
            return self._sized(key, record)
        made = self._made.find(key)
        if made is None:
            return None
        content_type = guess(key)
        attributes = Attributes(content_type=content_type)
        content = synthetic.content_of(made)
        return Stored(
            key, content, made.modified, made.etag, "Multipart", content_type, self.bucket.storage_class, attributes
        )

    def crc64(self, stored: Stored) -> int:
        """The CRC-64 of an object."""
        record = self._index.get(self.bucket.name, stored.key)
        if record is not None and record.crc64 and record.etag == stored.etag and record.size == stored.size:
            return record.crc64
        crc = crc_of(stored.content)
        if record is not None and record.made:
            self._index.put(self.bucket.name, [(stored.key, replace(record, crc64=crc))])
        return crc

    def usage(self) -> tuple[int, int]:
        """How many objects and how many bytes, made-up ones aside."""
        keys = {*self._folder.keys(), *self._index.hidden(self.bucket.name)}
        found = [stored for stored in map(self.find, keys) if stored is not None]
        return len(found) + len(self._made), sum(stored.size for stored in found)

    # changing

    def incoming(self) -> tuple[int, Path]:
        """A new temporary file on the same file system, opened, for :meth:`put` to take over."""
        self._temporary.mkdir(parents=True, exist_ok=True)
        handle, path = mkstemp(dir=self._temporary)
        return handle, Path(path)

    def put(
        self, key: str, incoming: Path, sums: Sums, attributes: Attributes, modified: datetime | None = None
    ) -> None:
        """Make ``incoming`` the content of ``key``, at one stroke. Raises :class:`Immutable`."""
        self._refuse_immutable(key)
        with self._lock:
            if modified is not None:
                os.utime(incoming, (modified.timestamp(), modified.timestamp()))
            path, blob = self._place(key)
            os.replace(incoming, path)
            status = path.stat()
            record = Record(attributes, blob, False, status.st_size, status.st_mtime_ns, sums.md5, sums.crc64)
            self._index.put(self.bucket.name, [(key, record)])

    def change(self, key: str, attributes: Attributes) -> None:
        """Give an object other attributes. Raises :class:`Immutable`."""
        self._refuse_immutable(key)
        self._index.change(self.bucket.name, key, attributes)

    def remove(self, key: str) -> bool:
        """Remove an object; whether there was one. Raises :class:`Immutable`."""
        self._refuse_immutable(key)
        with self._lock:
            path = self._folder.path_of(key)
            record = self._index.get(self.bucket.name, key)
            if path is not None:
                self._folder.remove(path)
            if record is not None:
                if record.blob:
                    (self._blobs / record.blob).unlink(missing_ok=True)
                self._index.remove(self.bucket.name, key)
            return path is not None or record is not None

    def fill(self, sources: Sequence[ObjectSource], started: datetime) -> None:
        """Put the account file's objects in; what lies there already stays."""
        records: list[tuple[str, Record]] = []
        for source in sources:
            attributes = Attributes(source.content_type, source.storage_class, source.acl, source.headers)
            modified = source.modified or started
            stamp = int(modified.timestamp()) * 1_000_000_000
            if self._folder.path_of(source.key) or self._index.get(self.bucket.name, source.key):
                continue
            if source.file is None and source.text is None:
                records.append((source.key, Record(attributes, "", True, source.size or 0, stamp)))
                continue
            path, blob = self._place(source.key)
            if source.file is not None:
                shutil.copyfile(source.file, path)
            else:
                path.write_bytes((source.text or "").encode(source.encoding))
            os.utime(path, ns=(stamp, stamp))
            if blob or attributes != Attributes():
                records.append((source.key, Record(attributes, blob)))
        self._index.put(self.bucket.name, records)
        self._index.mark_filled(self.bucket.name)

    # within

    def _refuse_immutable(self, key: str) -> None:
        if self._made and self._made.find(key) is not None:
            raise Immutable

    def _place(self, key: str) -> tuple[Path, str]:
        """The path for a key's bytes, and the name of the blob, empty when the path is the key's own."""
        present = self._folder.path_of(key)
        segments = segments_of(key)
        path = present or (self._folder.place(segments) if segments else None)
        if path is not None:
            return path, ""
        blob = hashlib.sha256(f"{self.bucket.name}/{key}".encode()).hexdigest()
        self._blobs.mkdir(parents=True, exist_ok=True)
        return self._blobs / blob, blob

    def _file(self, key: str, path: Path, record: Record | None) -> Stored:
        status = path.stat(follow_symlinks=False)
        content = FileContent(path, status.st_size)
        if record is None or not record.is_of(status.st_size, status.st_mtime_ns):
            sums = sums_of(content)
            known = record or Record()
            record = replace(
                known, size=status.st_size, modified=status.st_mtime_ns, etag=sums.md5, crc64=sums.crc64, made=False
            )
            self._index.put(self.bucket.name, [(key, record)])
        return self._stored(key, content, record, "Symlink" if record.attributes.symlink else "Normal")

    def _sized(self, key: str, record: Record) -> Stored:
        if not record.etag:
            # Not the MD5 of the bytes: neither is that of an object that was uploaded in parts.
            etag = hashlib.md5(key.encode(), usedforsecurity=False).hexdigest().upper()
            record = replace(record, etag=f"{etag}-{max(1, record.size >> 26)}")
            self._index.put(self.bucket.name, [(key, record)])
        return self._stored(key, MadeContent(record.size), record, "Multipart")

    def _stored(self, key: str, content: Content, record: Record, kind: str) -> Stored:
        said = record.attributes
        modified = datetime.fromtimestamp(record.modified // 1_000_000_000, UTC)
        content_type = said.content_type or guess(key)
        storage_class = said.storage_class or self.bucket.storage_class
        return Stored(key, content, modified, record.etag, kind, content_type, storage_class, said)


class Storage:
    """All buckets of a run, in the folder ``data``."""

    def __init__(self, account: Account, data: Path) -> None:
        started = datetime.now(UTC).replace(microsecond=0)
        data.mkdir(parents=True, exist_ok=True)
        (data / _OWN).mkdir(exist_ok=True)
        shutil.rmtree(data / _OWN / "incoming", ignore_errors=True)
        self.data = data
        self._index = Index(data / _OWN / "index.sqlite3")
        self._buckets = {bucket.name: BucketStorage(bucket, data, self._index, started) for bucket in account.buckets}
        for storage in self._buckets.values():
            if not self._index.is_filled(storage.bucket.name):
                storage.fill(storage.bucket.objects, started)

    def bucket(self, name: str) -> BucketStorage | None:
        """The bucket of that name."""
        return self._buckets.get(name)

    def buckets(self) -> list[BucketStorage]:
        """All of them, by name."""
        return [self._buckets[name] for name in sorted(self._buckets)]

    def close(self) -> None:
        """Let go of the folder."""
        self._index.close()
