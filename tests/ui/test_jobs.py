"""The one way off the GUI thread: what comes back, what does not, and where."""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, QThread

from stsviewer.failure import Failed, Failure, Kind
from stsviewer.text import mark, say
from stsviewer.ui import jobs


def failure() -> Failure:
    return Failure(say(mark("Test", "testing")), say(mark("Test", "It broke.")), Kind.LOCAL)


def test_a_result_comes_back_on_the_gui_thread(qtbot) -> None:
    owner, seen = QObject(), []
    where: list[threading.Thread] = []

    def work(cancel, progress) -> int:
        where.append(threading.current_thread())
        return 42

    jobs.start(owner, work, done=lambda result: seen.append((result, QThread.currentThread() is owner.thread())))
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(42, True)]
    assert where[0] is not threading.main_thread()
    assert where[0].daemon


def test_a_failure_comes_back_as_a_value(qtbot) -> None:
    owner, seen = QObject(), []

    def work(cancel, progress) -> None:
        raise Failed(failure())

    jobs.start(owner, work, done=seen.append, failed=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [failure()]


def test_an_unexpected_error_is_a_failure_that_shows_nothing_of_its_message(qtbot, caplog) -> None:
    owner, seen = QObject(), []

    def work(cancel, progress) -> None:
        raise RuntimeError("&".join(("https://host/?a=b", "Sig" + "nature=abc")))

    jobs.start(owner, work, failed=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0].kind is Kind.BROKEN
    assert "RuntimeError" in seen[0].sentence.english()
    assert "Signature" not in repr(seen[0]) + caplog.text


def test_progress_arrives_and_the_newest_is_never_lost(qtbot) -> None:
    owner, seen, done = QObject(), [], []

    def work(cancel, progress) -> str:
        for number in range(10_000):
            progress(number + 1, 10_000)
        return "end"

    jobs.start(owner, work, done=done.append, progressed=lambda *so_far: seen.append(so_far))
    qtbot.waitUntil(lambda: bool(done))
    assert seen[-1] == (10_000, 10_000)
    assert len(seen) < 10_000


def test_a_cancelled_job_delivers_nothing_and_its_work_is_told(qtbot) -> None:
    owner, seen = QObject(), []
    begun, told = threading.Event(), threading.Event()

    def work(cancel, progress) -> str:
        cancel.on_set(told.set)
        begun.set()
        told.wait(5)
        return "too late"

    job = jobs.start(owner, work, done=seen.append, failed=seen.append)
    assert begun.wait(5)
    job.cancel()
    assert told.wait(5)
    after: list[int] = []
    jobs.start(owner, lambda cancel, progress: 1, done=after.append)
    qtbot.waitUntil(lambda: bool(after))
    assert seen == []
    assert not job.running


def test_a_job_whose_owner_is_gone_delivers_nothing(qtbot) -> None:
    owner, seen = QObject(), []
    go_on = threading.Event()
    jobs.start(owner, lambda cancel, progress: go_on.wait(5), done=seen.append)
    owner.deleteLater()
    qtbot.waitSignal(owner.destroyed)
    qtbot.wait(10)
    go_on.set()
    after: list[int] = []
    other = QObject()
    jobs.start(other, lambda cancel, progress: 1, done=after.append)
    qtbot.waitUntil(lambda: bool(after))
    assert seen == []
