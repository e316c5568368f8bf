"""Independent probes side by side, on daemon threads: one that hangs holds neither the check nor the process."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import Final, Generic, TypeVar

from stsviewer.failure import Cancelled
from stsviewer.wire import Cancel

T = TypeVar("T")

AT_ONCE: Final = 8


class Later(Generic[T]):
    """What a thread is working on."""

    def __init__(self, cancel: Cancel) -> None:
        self._cancel = cancel
        self._condition = threading.Condition()
        self._done = False
        self._value: T | None = None
        self._error: BaseException | None = None

    def settle(self, work: Callable[[], T]) -> None:
        """Do ``work`` on this thread and keep what comes of it."""
        value: T | None = None
        error: BaseException | None = None
        try:
            value = work()
        except BaseException as raised:
            error = raised
        with self._condition:
            self._value, self._error, self._done = value, error, True
            self._condition.notify_all()

    def result(self, within: float | None = None) -> T:
        """What came of it, or what it raised. Raises Cancelled, and TimeoutError after ``within`` seconds."""
        with self._cancel.calling(self._wake), self._condition:
            if not self._condition.wait_for(lambda: self._done or self._cancel.is_set(), within):
                raise TimeoutError
            if not self._done:
                raise Cancelled
            if self._error is not None:
                raise self._error
            return self._value  # type: ignore[return-value]

    def _wake(self) -> None:
        with self._condition:
            self._condition.notify_all()


class Crew:
    """Works under one cancel flag, on at most :data:`AT_ONCE` requests at a time."""

    def __init__(self, cancel: Cancel) -> None:
        self.cancel = cancel
        self._places = threading.BoundedSemaphore(AT_ONCE)

    def start(self, work: Callable[[], T]) -> Later[T]:
        """Begin one request. ``work`` must not wait for another of the crew: use :meth:`aside` for what does."""

        def with_a_place() -> T:
            with self._places:
                self.cancel.check()
                return work()

        return self.aside(with_a_place)

    def aside(self, work: Callable[[], T]) -> Later[T]:
        """Begin something that itself starts requests and waits for them."""
        later: Later[T] = Later(self.cancel)
        threading.Thread(target=later.settle, args=(work,), name="role check", daemon=True).start()
        return later

    def all(self, works: Sequence[Callable[[], T]]) -> list[T]:
        """The results of all, in order. Raises the first error."""
        return [later.result() for later in [self.start(work) for work in works]]
