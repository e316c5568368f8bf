"""The one way off the GUI thread.

A job is a function that runs on a daemon thread of its own (a stuck pool thread would hold the process at exit) with
a cancel flag and a progress callback. Its result, progress and failure come back as calls on the GUI thread. A job that
is cancelled, or whose owner is gone, delivers nothing.
"""

from __future__ import annotations

import itertools
import logging
import threading
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:
    from stsviewer.failure import Failure
    from stsviewer.wire import Cancel

log = logging.getLogger(__name__)
_numbers = itertools.count(1)

Progress = Callable[[int, int], None]
Work = Callable[["Cancel", Progress], Any]


class _Post(QObject):
    """Carries what a worker has to tell to the GUI thread, where this object lives."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def _deliver(self, parcel: tuple[Job, str, Any]) -> None:
        job, what, value = parcel
        job._deliver(what, value)


class Job:
    """A function on its way. Keep a reference only to cancel it.

    What it holds (owner, callbacks) is let go on the GUI thread, never on the worker: a widget must not die there.
    """

    def __init__(self, owner: QObject, post: _Post, work: Work, done, failed, progressed) -> None:
        self._owner, self._post = owner, post
        self._work: Work | None = work
        self._done, self._failed, self._progressed = done, failed, progressed
        self._lock = threading.Lock()
        self._cancel: Cancel | None = None
        self._cancelled = False
        self._latest: tuple[int, int] | None = None
        self.running = True

    def cancel(self) -> None:
        """Take it back: nothing is delivered any more, and what it waits for on the network is cut off."""
        with self._lock:
            self._cancelled = True
            cancel = self._cancel
        self.running = False
        if cancel is not None:
            cancel.set()

    def _run(self) -> None:
        from stsviewer.failure import Cancelled, Failed

        what, value = "gone", None
        try:
            from stsviewer.wire import Cancel  # pulls in the HTTP stack: here, off the GUI thread

            cancel = Cancel()
            with self._lock:
                self._cancel = cancel
                cancelled = self._cancelled
            if not cancelled:
                what, value = "done", self._work(cancel, self._report)
        except Cancelled:
            pass
        except Failed as failed:
            what, value = "failed", failed.failure
        except Exception as error:
            what, value = "failed", _unexpected(error)
        self._tell(what, value)

    def _report(self, so_far: int, total: int) -> None:
        """Progress from the worker. Only the newest is delivered, however fast they come."""
        with self._lock:
            waiting = self._latest is not None
            self._latest = (so_far, total)
        if not waiting:
            self._tell("progressed", None)

    def _tell(self, what: str, value: Any) -> None:
        if shiboken6.isValid(self._post):
            self._post.arrived.emit((self, what, value))

    def _deliver(self, what: str, value: Any) -> None:
        if what == "progressed":
            with self._lock:
                value, self._latest = self._latest, None
            if not self._cancelled and shiboken6.isValid(self._owner) and self._progressed is not None:
                self._progressed(*value)
            return
        wanted = not self._cancelled and shiboken6.isValid(self._owner)
        call = {"done": self._done, "failed": self._failed}.get(what) if wanted else None
        self.running = False
        self._work = self._done = self._failed = self._progressed = None
        self._owner = self._post
        if call is not None:
            call(value)


_post: _Post | None = None


def start(
    owner: QObject,
    work: Work,
    *,
    done: Callable[[Any], None] | None = None,
    failed: Callable[[Failure], None] | None = None,
    progressed: Progress | None = None,
) -> Job:
    """Run ``work(cancel, progress)`` off the GUI thread; call ``done(result)`` or ``failed(failure)`` on it.

    One thread a job: whoever wants many at once keeps count of them.
    """
    global _post
    if _post is None or not shiboken6.isValid(_post):
        _post = _Post()
    job = Job(owner, _post, work, done, failed, progressed)
    threading.Thread(target=job._run, name=f"job-{next(_numbers)}", daemon=True).start()
    return job


def _unexpected(error: Exception) -> Failure:
    """A fault of ours. Its message is not shown or logged: SDK exceptions carry signed URLs in theirs."""
    from stsviewer.failure import Failure, Kind
    from stsviewer.text import mark, say

    frames = "".join(traceback.format_tb(error.__traceback__))
    log.error("unexpected %s in a job\n%s", type(error).__name__, frames)
    return Failure(
        doing=say(mark("Jobs", "working in the background")),
        sentence=say(mark("Jobs", "Something went wrong inside stsviewer ({kind})."), kind=type(error).__name__),
        kind=Kind.BROKEN,
    )
