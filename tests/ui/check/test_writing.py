"""Try writing too: what would be written is shown first, and nothing of it stays."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.checker import Checker, checking
from support.sandbox import run_sandbox

from stsviewer.check.values import State


@pytest.fixture
def alone(tmp_path: Path):
    """A sandbox of the test's own: its buckets are looked at before and after."""
    with run_sandbox() as running, checking(running, tmp_path / "settings") as made:
        made.data = running.data
        yield made


def contents(folder: Path) -> dict[str, bytes]:
    """The objects: the sandbox's own index is moved by reading it."""
    found = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
    return {str(name): path.read_bytes() for name, path in found.items() if name.parts[0] != ".stsviewer"}


def announced(checker: Checker) -> str:
    return checker.page.ask._note.text() if checker.page.ask._note.isVisible() else ""


def test_the_key_is_shown_before_anything_is_written(alone: Checker) -> None:
    alone.take("works")
    assert announced(alone) == ""
    alone.click("Try writing too")
    said = announced(alone)
    assert re.search(r"oss://wla-test2/stsviewer-probe-[0-9a-f]+", said)
    alone.type_into("Prefix", "docs/")
    assert "oss://wla-test2/docs/stsviewer-probe-" in announced(alone)


def test_what_is_written_is_removed_again(alone: Checker) -> None:
    alone.take("works")
    alone.type_into("Prefix", "docs/")
    before = contents(alone.data)
    alone.click("Try writing too")
    key = announced(alone).rpartition("wla-test2/")[2]
    report = alone.check()
    assert contents(alone.data) == before
    assert report.mutating >= 3
    assert report.left == ()
    assert "of them wrote or removed the check's own object" in alone.page.status.text()
    assert "what was written is removed again" in alone.page.ladder.sentence.text()
    for action in ("PutObject", "CopyObject", "DeleteObject"):
        assert alone.cell(action, "docs/") == "allowed, tried"
    assert {cell.state for cell in report.allowed if cell.action == "PutObject" and cell.tried} == {State.ALLOWED}
    written = [each.url for each in alone.window.current.means()[1].recorder.exchanges() if each.method == "PUT"]
    assert written
    assert all(key in url or key.replace("/", "%2F") in url for url in written)
    assert announced(alone).rpartition("wla-test2/")[2] != key, "each run has a key of its own"


def test_unticked_nothing_is_changed(alone: Checker) -> None:
    before = contents(alone.data)
    report = alone.check("works")
    assert report.mutating == 0
    assert contents(alone.data) == before
    assert {each.method for each in alone.window.current.means()[1].recorder.exchanges()} <= {"GET", "HEAD", "POST"}
