"""The one HTTP transport under all SDKs: time-outs, retries, cancel, the record, and one way to fail."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import count
from typing import TYPE_CHECKING, Final

from stsviewer.failure import Cancelled, Failed
from stsviewer.text import Text
from stsviewer.wire.answer import Answer
from stsviewer.wire.cancel import Cancel
from stsviewer.wire.network import Unanswered, unanswered, unsendable
from stsviewer.wire.quiet import silence_sdks
from stsviewer.wire.recorder import BODY_LIMIT, Exchange, Pairs, Recorder
from stsviewer.wire.redaction import Redactor
from stsviewer.wire.refusal import failure_of

if TYPE_CHECKING:
    from stsviewer.wire.session import ExactAdapter

CONNECT_SECONDS: Final = 5.0
READ_SECONDS: Final = 20.0

# Only requests that change nothing however often they arrive are sent again, and only when the answer may be another
# one.
_IDEMPOTENT: Final = frozenset({"GET", "HEAD"})
_PASSING: Final = frozenset({429, 500, 502, 503, 504})
_PAUSES: Final = (0.2, 0.8)
_LONGEST_PAUSE: Final = 5.0


@dataclass(frozen=True)
class Outgoing:
    """A request, already signed. ``url`` goes out to the letter."""

    method: str
    url: str
    headers: Pairs = ()
    body: bytes | None = None


class Transport:
    """Sends requests and keeps the record. May be used from many threads at once."""

    def __init__(
        self,
        recorder: Recorder | None = None,
        *,
        connect_seconds: float = CONNECT_SECONDS,
        read_seconds: float = READ_SECONDS,
    ) -> None:
        silence_sdks()
        self.recorder = recorder or Recorder()
        self._timeout = (connect_seconds, read_seconds)
        self._lock = threading.Lock()
        self._adapter: ExactAdapter | None = None

    def send(self, request: Outgoing, doing: Text, cancel: Cancel | None = None) -> Answer:
        """The answer, whatever its status, with its body still to be read.

        Raises Failed of kind NETWORK when nothing answered, LOCAL when the CA bundle cannot be read, INPUT when the key
        or the token cannot stand in a header, and Cancelled.
        """
        if failure := unsendable(request.headers, doing):
            raise Failed(failure)
        pauses = iter(_PAUSES if request.method in _IDEMPOTENT else ())
        for attempt in count(1):
            answer = self._send_once(request, doing, cancel, attempt)
            pause = next(pauses, None)
            if isinstance(answer, Unanswered):
                if pause is None or not answer.passing:
                    raise answer.failed
            elif pause is None or answer.status not in _PASSING:
                return answer
            else:
                pause = max(pause, _retry_after(answer))
                answer.close()
            (cancel or Cancel()).wait(pause)
        raise AssertionError("the pauses run out before the attempts do")

    def ask(self, request: Outgoing, doing: Text, cancel: Cancel | None = None) -> Answer:
        """Like :meth:`send`, but an answer that is no success (2xx) is raised as the Failed that it tells."""
        answer = self.send(request, doing, cancel)
        if answer.status // 100 != 2:
            raise Failed(failure_of(answer, doing))
        return answer

    def close(self) -> None:
        """Close the connections that are kept open."""
        with self._lock:
            adapter, self._adapter = self._adapter, None
        if adapter is not None:
            adapter.close()

    def _send_once(self, request: Outgoing, doing: Text, cancel: Cancel | None, attempt: int) -> Answer | Unanswered:
        from stsviewer.wire import session
        from stsviewer.wire.connection import current

        with self._lock:
            adapter = self._adapter = self._adapter or session.new_adapter()
        redactor = Redactor.of_request(request.url, request.headers, request.body or b"")
        sent = self._exchange(request, redactor, attempt)
        broken = partial(unanswered, url=request.url, doing=doing, redactor=redactor)
        if cancel is not None:
            cancel.check()
        prepared = session.prepare(request.method, request.url, request.headers, request.body)
        current.cancel, current.sock = cancel, None
        cancelled, trouble = False, None
        try:
            response = session.send(adapter, prepared, self._timeout)
            sock = current.sock
        except Exception as error:
            # Whatever breaks after the work was taken back broke because of that.
            cancelled = isinstance(error, Cancelled) or (cancel is not None and cancel.is_set())
            trouble = None if cancelled else broken(error)
        finally:
            current.cancel = current.sock = None
        if trouble is not None:
            self.recorder.add(sent(error=trouble.failure.message))
            return trouble
        if cancelled:
            self.recorder.add(sent(error="cancelled"))
            raise Cancelled
        return Answer(
            response.raw,
            response.status_code,
            response.headers,
            url=request.url,
            redactor=redactor,
            sent=sent,
            record=self.recorder.add,
            broken=broken,
            cancel=cancel,
            sock=sock,
        )

    def _exchange(self, request: Outgoing, redactor: Redactor, attempt: int) -> Callable[..., Exchange]:
        """What is already known of an exchange; called with the rest when it is over."""
        started, began = datetime.now(UTC), time.perf_counter()
        body = request.body or b""
        url, headers, kept = (
            redactor.url(request.url),
            redactor.headers(request.headers),
            redactor.form(body)[:BODY_LIMIT],
        )

        def exchange(
            *,
            status: int = 0,
            answer_headers: Pairs = (),
            answer_body: bytes = b"",
            answer_size: int = 0,
            error: str = "",
        ) -> Exchange:
            return Exchange(
                started=started,
                seconds=time.perf_counter() - began,
                method=request.method,
                url=url,
                request_headers=headers,
                request_body=kept,
                request_size=len(body),
                status=status,
                answer_headers=answer_headers,
                answer_body=answer_body,
                answer_size=answer_size,
                error=error,
                attempt=attempt,
            )

        return exchange


def _retry_after(answer: Answer) -> float:
    """Seconds that the server asks to wait, as far as we go along."""
    asked = answer.headers.get("Retry-After", "")
    return min(float(asked), _LONGEST_PAUSE) if asked.isascii() and asked.isdigit() else 0.0
