"""Writing, for probes that the person ticked, and for nothing else."""

from __future__ import annotations

from urllib.parse import quote

from stsviewer.oss.storage import Storage
from stsviewer.text import mark, say
from stsviewer.wire import Cancel


class Probes(Storage):
    """A storage that can store, copy and remove an object. Nothing that is there is ever replaced."""

    def put(self, bucket: str, key: str, data: bytes, *, cancel: Cancel | None = None) -> None:
        """Store a new object (PutObject). Raises Failed, with FileAlreadyExists when there is one."""
        doing = say(mark("Storage", "Writing {address}"), address=f"oss://{bucket}/{key}")
        headers = {"x-oss-forbid-overwrite": "true", "Content-Type": "text/plain"}
        self._ask("PUT", bucket, key, doing, cancel, headers=headers, data=data).read()

    def copy(self, bucket: str, source: str, key: str, *, cancel: Cancel | None = None) -> None:
        """Store a copy of the object ``source`` as a new one (CopyObject). Raises Failed."""
        doing = say(mark("Storage", "Copying to {address}"), address=f"oss://{bucket}/{key}")
        headers = {"x-oss-forbid-overwrite": "true", "x-oss-copy-source": f"/{bucket}/{quote(source, safe='')}"}
        self._ask("PUT", bucket, key, doing, cancel, headers=headers).read()

    def delete(self, bucket: str, key: str, *, cancel: Cancel | None = None) -> None:
        """Remove an object (DeleteObject). One that is not there is removed as well. Raises Failed."""
        doing = say(mark("Storage", "Removing {address}"), address=f"oss://{bucket}/{key}")
        self._ask("DELETE", bucket, key, doing, cancel).read()
