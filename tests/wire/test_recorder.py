"""The record stays bounded."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from stsviewer.wire import Exchange, Recorder
from stsviewer.wire.recorder import BODIES_LIMIT, BODY_LIMIT, KEPT

ONE = Exchange(datetime.now(UTC), 0.1, "GET", "http://h/", (), b"", 0, 200, (), b"", 0)


def test_the_last_two_thousand_are_kept() -> None:
    recorder = Recorder()
    for number in range(KEPT + 5):
        recorder.add(replace(ONE, url=f"http://h/{number}"))
    urls = [exchange.url for exchange in recorder.exchanges()]
    assert len(urls) == KEPT
    assert (urls[0], urls[-1]) == ("http://h/5", f"http://h/{KEPT + 4}")


def test_old_exchanges_lose_their_bodies_before_memory_is_full() -> None:
    recorder = Recorder()
    body = bytes(BODY_LIMIT)
    count = BODIES_LIMIT // BODY_LIMIT + 10
    for number in range(count):
        recorder.add(replace(ONE, url=f"http://h/{number}", answer_body=body))
    kept = recorder.exchanges()
    assert len(kept) == count
    assert sum(len(exchange.answer_body) for exchange in kept) <= BODIES_LIMIT
    assert kept[0].answer_body == b""
    assert kept[-1].answer_body == body


def test_listeners_hear_of_each_until_they_leave() -> None:
    recorder, heard = Recorder(), []
    leave = recorder.subscribe(heard.append)
    recorder.add(ONE)
    leave()
    recorder.add(ONE)
    assert heard == [ONE]
    recorder.clear()
    assert recorder.exchanges() == ()
