"""Write probes, for those who ticked them: an object of their own, stored, copied and removed again."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable

from stsviewer.check.probing import Tried
from stsviewer.check.rights import Ask
from stsviewer.failure import Failed, Failure
from stsviewer.oss import Probes
from stsviewer.wire import Cancel

_CONTENT = b"A probe of stsviewer's role check. It may be deleted.\n"
_COPY = "-copy"


def new_write_key(prefix: str) -> str:
    """A key under ``prefix`` that nobody has: shown to the person, then used by the write probes."""
    return f"{prefix}stsviewer-probe-{secrets.token_hex(8)}"


class Writer:
    """Tries PutObject, CopyObject and DeleteObject with ``key``. Whatever happens, what was written is removed."""

    def __init__(self, storage: Probes, bucket: str, prefix: str, key: str, cancel: Cancel) -> None:
        self._storage = storage
        self._bucket = bucket
        self._prefix = prefix
        self._key = key
        self._cancel = cancel
        self._written: list[str] = []
        self.tried: dict[Ask, Tried] = {}

    @property
    def left(self) -> tuple[str, ...]:
        """What could not be removed."""
        return tuple(f"oss://{self._bucket}/{key}" for key in self._written)

    def run(self) -> None:
        """All of it, one after the other. Raises Cancelled, when what was written has been removed."""
        try:
            self._write()
        finally:
            self._clear_up()

    def _write(self) -> None:
        copy = self._key + _COPY
        put, copied = Ask("PutObject", self._prefix), Ask("CopyObject", self._prefix)
        if self._try(put, self._key, lambda: self._storage.put(self._bucket, self._key, _CONTENT, cancel=self._cancel)):
            self._try(copied, copy, lambda: self._storage.copy(self._bucket, self._key, copy, cancel=self._cancel))
        else:
            # A copy is a put as well: it meets the same refusal.
            self.tried[copied] = Tried(copied, 0.0, self.tried[put].failure)

    def _clear_up(self) -> None:
        # Not under the person's cancel: taking the check back must not leave anything behind.
        if not self._written and Ask("PutObject", self._prefix) not in self.tried:
            return
        for key in list(self._written) or [self._key]:
            delete = Ask("DeleteObject", self._prefix)
            began = time.perf_counter()
            failure: Failure | None = None
            try:
                self._storage.delete(self._bucket, key)
            except Failed as failed:
                failure = failed.failure
            if failure is None and key in self._written:
                self._written.remove(key)
            if delete not in self.tried or failure is not None:
                self.tried[delete] = Tried(delete, time.perf_counter() - began, failure)

    def _try(self, ask: Ask, key: str, work: Callable[[], None]) -> bool:
        began = time.perf_counter()
        failure: Failure | None = None
        self._written.append(key)  # before the answer: one that never comes may still have written
        try:
            work()
        except Failed as failed:
            failure = failed.failure
            if 400 <= failure.status < 500:
                self._written.remove(key)
        self.tried[ask] = Tried(ask, time.perf_counter() - began, failure)
        return failure is None
