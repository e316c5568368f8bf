"""What went over the wire, kept in memory: the last exchanges, redacted before they are stored."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

KEPT: Final = 2_000
BODY_LIMIT: Final = 256 * 1024
BODIES_LIMIT: Final = 64 * 1024 * 1024

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Exchange:
    """One request as it went out and what came back; nothing secret in it.

    ``seconds`` is the whole time until the body ended; ``status`` 0 means that nothing answered and ``error`` says why.
    Bodies are cut at :data:`BODY_LIMIT` bytes; ``request_size`` and ``answer_size`` are those of the whole bodies, in
    bytes.
    """

    started: datetime
    seconds: float
    method: str
    url: str
    request_headers: Pairs
    request_body: bytes
    request_size: int
    status: int
    answer_headers: Pairs
    answer_body: bytes
    answer_size: int
    error: str = ""
    attempt: int = 1


class Recorder:
    """The last :data:`KEPT` exchanges. When all bodies together pass :data:`BODIES_LIMIT`, the oldest exchanges lose
    theirs.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._exchanges: deque[Exchange] = deque()
        self._body_bytes = 0
        self._listeners: list[Callable[[Exchange], None]] = []

    def exchanges(self) -> tuple[Exchange, ...]:
        """All that is kept, oldest first."""
        with self._lock:
            return tuple(self._exchanges)

    def add(self, exchange: Exchange) -> None:
        """Keep ``exchange`` and tell the listeners, on this thread."""
        with self._lock:
            self._exchanges.append(exchange)
            self._body_bytes += _bodies(exchange)
            while len(self._exchanges) > KEPT:
                self._body_bytes -= _bodies(self._exchanges.popleft())
            self._shed()
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener(exchange)

    def subscribe(self, listener: Callable[[Exchange], None]) -> Callable[[], None]:
        """Call ``listener`` with every new exchange, on the thread that sent it. Returns what ends that."""
        with self._lock:
            self._listeners.append(listener)
        return lambda: self._forget(listener)

    def clear(self) -> None:
        """Forget all exchanges."""
        with self._lock:
            self._exchanges.clear()
            self._body_bytes = 0

    def _forget(self, listener: Callable[[Exchange], None]) -> None:
        with self._lock:
            if listener in self._listeners:
                self._listeners.remove(listener)

    def _shed(self) -> None:
        index = 0
        while self._body_bytes > BODIES_LIMIT and index < len(self._exchanges) - 1:
            old = self._exchanges[index]
            if shed := _bodies(old):
                self._body_bytes -= shed
                self._exchanges[index] = replace(old, request_body=b"", answer_body=b"")
            index += 1


def _bodies(exchange: Exchange) -> int:
    return len(exchange.request_body) + len(exchange.answer_body)
