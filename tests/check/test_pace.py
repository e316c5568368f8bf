"""A full check is quick on a slow link, fills in as it goes, and can be taken back at any rung."""

from __future__ import annotations

import socket
import threading
import time
from dataclasses import replace

import pytest
from support.accounts import dump, load
from support.sandbox import RunningSandbox, run_sandbox, shipped_account
from support.stories import story

from stsviewer.check import Rung, RungName, RungState, run
from stsviewer.failure import Cancelled
from stsviewer.wire import Cancel, Transport

SETTLED = (RungState.PASSED, RungState.REMARK, RungState.FAILED, RungState.SKIPPED, RungState.UNKNOWN)


def test_ten_rungs_on_a_link_of_thirty_milliseconds() -> None:
    with run_sandbox(dump({**load(shipped_account()), "faults": {"latency_ms": 30}})) as far:
        run(*story(far, "works"), Transport())  # the SDKs are imported, as they are in the running app
        took = []
        for _ in range(3):
            report = run(*story(far, "works"), Transport())
            assert [rung.state for rung in report.rungs] == [RungState.PASSED] * 10
            took.append(report.took)
    assert min(took) < 2.5


def test_every_rung_is_told_as_it_is_tried_and_as_it_comes_out(sandbox: RunningSandbox) -> None:
    told: list[Rung] = []
    threads: set[int] = set()

    def tell(rung: Rung) -> None:
        told.append(rung)
        threads.add(threading.get_ident())

    report = run(*story(sandbox, "works"), Transport(), on_rung=tell)
    for name in RungName:
        states = [rung.state for rung in told if rung.name is name]
        assert states[-1] is report.rung(name).state
        assert RungState.WAITING not in states
    first = [next(i for i, rung in enumerate(told) if rung.name is name) for name in RungName]
    assert first.index(min(first)) == 0
    assert [rung.name for rung in told if rung.state is RungState.TRYING][:2] == ["network", "key"]
    assert threads == {threading.get_ident()}


@pytest.mark.parametrize("name", list(RungName))
def test_it_can_be_taken_back_at_any_rung(name: RungName, sandbox: RunningSandbox) -> None:
    cancel = Cancel()
    taken: list[float] = []

    def tell(rung: Rung) -> None:
        if rung.name is name and not cancel.is_set():
            cancel.set()
            taken.append(time.monotonic())

    with pytest.raises(Cancelled):
        run(*story(sandbox, "slow"), Transport(), on_rung=tell, cancel=cancel)
    assert time.monotonic() - taken[0] < 1.0


def test_it_can_be_taken_back_from_another_thread_while_nothing_answers(sandbox: RunningSandbox) -> None:
    with run_sandbox(dump({**load(shipped_account()), "faults": {"latency_ms": 60_000}})) as stuck:
        cancel = Cancel()
        timer = threading.Timer(0.3, cancel.set)
        timer.start()
        began = time.monotonic()
        with pytest.raises(Cancelled):
            run(*story(stuck, "works"), Transport(), cancel=cancel)
        assert time.monotonic() - began < 3.0
        timer.join()


def test_a_blocked_ram_does_not_hold_the_answer(sandbox: RunningSandbox) -> None:

    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes connections and never answers
        profile, key = story(sandbox, "works")
        port = silent.getsockname()[1]
        report = run(replace(profile, ram_endpoint=f"http://127.0.0.1:{port}"), key, Transport())
    assert report.failed is None
    assert report.source == "server"
    assert report.took < 8.0
