"""Counting what a check sends, and what of it could change something."""

from __future__ import annotations

import threading
from typing import Final

from stsviewer.failure import Failed, Failure
from stsviewer.text import Text
from stsviewer.wire import Answer, Cancel, Outgoing, Transport

#: STS and RAM are asked by POST whatever is asked; OSS is changed by these.
_CHANGING: Final = frozenset({"PUT", "DELETE"})


class Counted(Transport):
    """The transport given, with a count of what goes through. Its record and its connections are the same."""

    def __init__(self, inner: Transport) -> None:
        self._inner = inner
        self._counting = threading.Lock()
        self.recorder = inner.recorder
        self.requests = 0
        self.mutating = 0
        self.refusals: list[Failure] = []

    def send(self, request: Outgoing, doing: Text, cancel: Cancel | None = None) -> Answer:
        """Count, and send."""
        with self._counting:
            self.requests += 1
            self.mutating += request.method in _CHANGING
        return self._inner.send(request, doing, cancel)

    def ask(self, request: Outgoing, doing: Text, cancel: Cancel | None = None) -> Answer:
        """Send, and keep what was refused: a redirection that somebody follows is not seen otherwise."""
        try:
            return super().ask(request, doing, cancel)
        except Failed as failed:
            with self._counting:
                self.refusals.append(failed.failure)
            raise

    def close(self) -> None:
        """The connections are not this one's."""
