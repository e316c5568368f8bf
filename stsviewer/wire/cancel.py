"""Taking a piece of work back while it runs, from any thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from stsviewer.failure import Cancelled


class Cancel:
    """A flag that can be set once, from any thread; whoever works under it looks at it or is called back."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._lock = threading.Lock()
        self._callbacks: list[Callable[[], None]] = []

    def set(self) -> None:
        """Take the work back. What was registered is called once, on this thread."""
        with self._lock:
            if self._event.is_set():
                return
            self._event.set()
            callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            callback()

    def is_set(self) -> bool:
        """Whether the work was taken back."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise :class:`Cancelled` when the work was taken back."""
        if self._event.is_set():
            raise Cancelled

    def wait(self, seconds: float) -> None:
        """Sleep ``seconds``, and raise :class:`Cancelled` as soon as the work is taken back."""
        if self._event.wait(seconds):
            raise Cancelled

    def on_set(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call ``callback`` when the flag is set (at once when it is already). Returns what takes the callback off
        again.
        """
        with self._lock:
            if not self._event.is_set():
                self._callbacks.append(callback)
                return lambda: self._forget(callback)
        callback()
        return lambda: None

    @contextmanager
    def calling(self, callback: Callable[[], None]) -> Iterator[None]:
        """Have ``callback`` called when the flag is set within this block."""
        forget = self.on_set(callback)
        try:
            yield
        finally:
            forget()

    def _forget(self, callback: Callable[[], None]) -> None:
        with self._lock:
            if callback in self._callbacks:
                self._callbacks.remove(callback)
