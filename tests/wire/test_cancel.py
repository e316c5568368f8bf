"""Taking work back."""

from __future__ import annotations

import threading
import time

import pytest

from stsviewer.failure import Cancelled
from stsviewer.wire import Cancel


def test_who_looks_sees_it() -> None:
    cancel = Cancel()
    cancel.check()
    cancel.set()
    assert cancel.is_set()
    with pytest.raises(Cancelled):
        cancel.check()


def test_who_registered_is_called_once_and_who_comes_late_at_once() -> None:
    cancel, called = Cancel(), []
    cancel.on_set(lambda: called.append("early"))
    cancel.set()
    cancel.set()
    cancel.on_set(lambda: called.append("late"))
    assert called == ["early", "late"]


def test_who_left_is_not_called() -> None:
    cancel, called = Cancel(), []
    forget = cancel.on_set(lambda: called.append("forgotten"))
    with cancel.calling(lambda: called.append("block")):
        pass
    forget()
    cancel.set()
    assert called == []


def test_a_sleep_ends_when_it_is_taken_back() -> None:
    cancel = Cancel()
    threading.Timer(0.05, cancel.set).start()
    began = time.monotonic()
    with pytest.raises(Cancelled):
        cancel.wait(30)
    assert time.monotonic() - began < 5
