"""An answer whose body is read as it was sent: what is stored gzipped stays gzipped."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final
from urllib.parse import urlsplit

from stsviewer.failure import Cancelled
from stsviewer.wire.cancel import Cancel
from stsviewer.wire.network import Unanswered
from stsviewer.wire.recorder import BODY_LIMIT, Exchange, Pairs
from stsviewer.wire.redaction import Redactor

CHUNK: Final = 64 * 1024

# A secret that lies across the cut would be cut too, and then not be recognised: look a little further than what is
# kept.
_MARGIN: Final = 16 * 1024


class Answer:
    """A server's answer. Whoever gets one reads it to its end or closes it; either puts it into the record.

    ``status``, ``request_id`` and ``headers`` (whatever the names' case) are what oss2 looks for, as are :meth:`read`
    and iteration. Reading raises Cancelled when the work was taken back, else the Failed that ``broken`` makes of the
    error.
    """

    def __init__(
        self,
        raw: Any,
        status: int,
        headers: Mapping[str, str],
        *,
        url: str,
        redactor: Redactor,
        sent: Callable[..., Exchange],
        record: Callable[[Exchange], None],
        broken: Callable[[BaseException], Unanswered],
        cancel: Cancel | None,
        sock: socket.socket | None,
    ) -> None:
        self.status = status
        self.headers = headers
        self.host = urlsplit(url).netloc.rpartition("@")[2]
        self.redactor = redactor
        self._raw = raw
        self._sent = sent
        self._record = record
        self._broken = broken
        self._cancel = cancel
        self._sock = sock
        self._kept = bytearray()
        self._size = 0
        self._over = False

    @property
    def request_id(self) -> str:
        """The server's id of the request, or an empty text."""
        return self.headers.get("x-oss-request-id") or self.headers.get("x-acs-request-id") or ""

    def read(self, amt: int | None = None) -> bytes:
        """The next ``amt`` bytes, or all the rest; fewer only at the end."""
        pieces: list[bytes] = []
        wanted = amt
        while wanted is None or wanted > 0:
            chunk = self._next(CHUNK if wanted is None else wanted)
            if not chunk:
                break
            pieces.append(chunk)
            wanted = None if wanted is None else wanted - len(chunk)
        return b"".join(pieces)

    def __iter__(self) -> Iterator[bytes]:
        return self.stream(CHUNK)

    def stream(self, chunk_size: int) -> Iterator[bytes]:
        """The rest of the body as it arrives, in chunks of at most ``chunk_size`` bytes."""
        while chunk := self._next(chunk_size):
            yield chunk

    def close(self) -> None:
        """Let go of the connection, whatever is still to come."""
        if not self._over:
            self._raw.close()
            self._finish()

    def _next(self, amount: int) -> bytes:
        """What has arrived, waiting for at least a byte; nothing at the end."""
        if self._over:
            return b""
        chunk = b""
        trouble: Unanswered | None = None
        try:
            if self._cancel is None:
                chunk = self._raw.read1(amount, decode_content=False)
            elif not self._cancel.is_set():
                with self._cancel.calling(self._hang_up):
                    chunk = self._raw.read1(amount, decode_content=False)
        except Exception as error:
            trouble = self._broken(error)
        if self._cancel is not None and self._cancel.is_set():
            self._raw.close()
            self._finish("cancelled")
            raise Cancelled
        if trouble is not None:
            self._raw.close()
            self._finish(trouble.failure.message)
            raise trouble.failed
        if not chunk:
            self._finish()
        self._size += len(chunk)
        room = BODY_LIMIT + _MARGIN - len(self._kept)
        if room > 0:
            self._kept += chunk[:room]
        return chunk

    def _hang_up(self) -> None:
        from stsviewer.wire.connection import shut

        if self._sock is not None:
            shut(self._sock)

    def _finish(self, error: str = "") -> None:
        self._over = True
        self._raw.release_conn()
        body = self.redactor.body(bytes(self._kept))[:BODY_LIMIT]
        self._kept.clear()
        headers: Pairs = self.redactor.headers(self.headers.items())
        self._record(
            self._sent(
                status=self.status, answer_headers=headers, answer_body=body, answer_size=self._size, error=error
            )
        )
