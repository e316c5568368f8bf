"""What is known of objects beyond their bytes: one small SQLite file beside the buckets' folders.

It also remembers checksums, so that a file is summed up once for each of its states (modification time and size).
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Attributes:
    """What whoever stored an object said about it. Empty texts: what the bucket or the key's ending suggests.

    ``headers`` are those that come back with the object: Cache-Control and the like, and ``x-oss-meta-*``.
    ``symlink`` is the key that an OSS symbolic link points to.
    """

    content_type: str = ""
    storage_class: str = ""
    acl: str = "default"
    headers: tuple[tuple[str, str], ...] = ()
    tags: tuple[tuple[str, str], ...] = ()
    symlink: str = ""
    restored: tuple[int, int] = (0, 0)  # seconds since 1970: when the restore is done, when it lapses


@dataclass(frozen=True)
class Record:
    """What the index knows of a key.

    ``blob`` is the name of the file under which a key that is no path is stored; empty: the key's own path. ``made``
    says that the ``size`` bytes are not stored but made. ``modified`` is in nanoseconds since 1970. ``etag`` is empty
    while nobody asked.
    """

    attributes: Attributes = Attributes()
    blob: str = ""
    made: bool = False
    size: int = 0
    modified: int = 0
    etag: str = ""
    crc64: int = 0

    def is_of(self, size: int, modified: int) -> bool:
        """Whether the checksums belong to a file in this state."""
        return bool(self.etag) and self.size == size and self.modified == modified


class Index:
    """The records of all buckets, in memory and on disk. May be used from any thread."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.RLock()
        self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=OFF")
        self._connection.execute("CREATE TABLE IF NOT EXISTS filled (bucket TEXT PRIMARY KEY)")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS objects"
            " (bucket TEXT, key TEXT, record TEXT, PRIMARY KEY (bucket, key)) WITHOUT ROWID"
        )
        self._records: dict[str, dict[str, Record]] = {}
        for bucket, key, text in self._connection.execute("SELECT bucket, key, record FROM objects"):
            self._records.setdefault(bucket, {})[key] = _record(json.loads(text))

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def is_filled(self, bucket: str) -> bool:
        """Whether the account file's objects were put into the bucket, in this run or an earlier one."""
        with self._lock:
            return bool(self._connection.execute("SELECT 1 FROM filled WHERE bucket = ?", (bucket,)).fetchone())

    def mark_filled(self, bucket: str) -> None:
        """Remember that."""
        with self._lock:
            self._connection.execute("INSERT OR IGNORE INTO filled VALUES (?)", (bucket,))

    def get(self, bucket: str, key: str) -> Record | None:
        """The record of a key."""
        with self._lock:
            return self._records.get(bucket, {}).get(key)

    def hidden(self, bucket: str) -> list[str]:
        """The keys that are not files under their own path, sorted."""
        with self._lock:
            return sorted(key for key, record in self._records.get(bucket, {}).items() if record.blob or record.made)

    def put(self, bucket: str, records: Iterable[tuple[str, Record]]) -> None:
        """Store records, all or none."""
        with self._lock:
            rows = [(bucket, key, json.dumps(asdict(record))) for key, record in records]
            self._connection.execute("BEGIN")
            self._connection.executemany("INSERT OR REPLACE INTO objects VALUES (?, ?, ?)", rows)
            self._connection.execute("COMMIT")
            known = self._records.setdefault(bucket, {})
            for _, key, text in rows:
                known[key] = _record(json.loads(text))

    def remove(self, bucket: str, key: str) -> None:
        """Forget a key."""
        with self._lock:
            self._connection.execute("DELETE FROM objects WHERE bucket = ? AND key = ?", (bucket, key))
            self._records.get(bucket, {}).pop(key, None)

    def change(self, bucket: str, key: str, attributes: Attributes) -> None:
        """Store other attributes for a key."""
        self.put(bucket, [(key, replace(self.get(bucket, key) or Record(), attributes=attributes))])


def _pairs(values: Any) -> tuple[tuple[str, str], ...]:
    return tuple((str(name), str(value)) for name, value in values)


def _record(plain: dict[str, Any]) -> Record:
    said = dict(plain.pop("attributes"))
    said["headers"], said["tags"] = _pairs(said["headers"]), _pairs(said["tags"])
    said["restored"] = tuple(said["restored"])
    return Record(Attributes(**said), **plain)
