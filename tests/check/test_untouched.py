"""A check changes nothing unless it is ticked, and then only what is its own."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from support.accounts import allow, dump, load, policy
from support.check_cases import BUCKET, Case, account
from support.sandbox import RunningSandbox, run_sandbox, shipped_account
from support.stories import story

from stsviewer.check import Options, Report, RungName, RungState, State, new_write_key, run
from stsviewer.failure import Cancelled
from stsviewer.wire import Cancel, Exchange, Recorder, Transport


def contents(folder: Path) -> dict[str, str]:
    """Every stored object, with a digest of its bytes; the server's own index of them is none of the buckets'."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith("index.sqlite3")
    }


def changing(recorder: Recorder) -> list[str]:
    """The requests that could have changed something, by what went over the wire."""
    return [f"{each.method} {each.url}" for each in recorder.exchanges() if each.method not in ("GET", "HEAD", "POST")]


def test_nothing_is_changed_by_any_story() -> None:
    with run_sandbox() as sandbox:
        before = contents(sandbox.data)
        for profile in load(shipped_account())["profile"]:
            transport = Transport()
            report = run(*story(sandbox, profile["name"]), transport)
            asked = {_action(each) for each in transport.recorder.exchanges() if each.method == "POST"}
            assert changing(transport.recorder) == []
            assert (report.mutating, report.left) == (0, ())
            assert report.requests == len(transport.recorder.exchanges())
            assert all(name == "AssumeRole" or name.startswith(("Get", "List", "Decode")) for name in asked), asked
        assert before
        assert contents(sandbox.data) == before


def _action(exchange: Exchange) -> str:
    return exchange.url.partition("Action=")[2].partition("&")[0]


def checked(sandbox: RunningSandbox, name: str, key: str, recorder: Recorder | None = None) -> Report:
    options = Options(try_writes=True, write_key=key)
    return run(*story(sandbox, name), Transport(recorder), options)


WRITERS = (
    Case("all", "", ("", ""), ("", ""), policies=("AliyunOSSFullAccess",)),
    Case(
        "no-delete", "", ("", ""), ("", ""), policies=(policy(allow(["oss:Get*", "oss:List*", "oss:PutObject"], "*")),)
    ),
    Case("read-only", "", ("", ""), ("", ""), policies=("AliyunOSSReadOnlyAccess",)),
)


@pytest.fixture
def writers() -> RunningSandbox:  # type: ignore[misc]
    """Roles that may write, write but not remove, and not write."""
    with run_sandbox(dump(account(WRITERS))) as running:
        yield running


def test_ticked_writes_use_one_key_of_their_own_and_remove_it(writers: RunningSandbox) -> None:
    before = contents(writers.data)
    recorder, key = Recorder(), new_write_key("photos/")
    report = checked(writers, "all", key, recorder)
    tried = {cell.action: (cell.state, cell.tried) for cell in report.allowed if cell.prefix == ""}
    assert tried["PutObject"] == tried["CopyObject"] == tried["DeleteObject"] == (State.ALLOWED, True)
    assert report.mutating == len(changing(recorder)) == 4
    assert all("stsviewer-probe-" in each for each in changing(recorder))
    assert report.left == ()
    assert contents(writers.data) == before
    assert key.startswith("photos/stsviewer-probe-")
    assert new_write_key("photos/") != key


def test_what_cannot_be_removed_is_named(writers: RunningSandbox) -> None:
    before = contents(writers.data)
    key = new_write_key("")
    report = checked(writers, "no-delete", key)
    assert report.left == (f"oss://{BUCKET}/{key}", f"oss://{BUCKET}/{key}-copy")
    rung = report.rung(RungName.ACTIONS)
    assert rung.state is RungState.REMARK
    assert rung.evidence is not None
    assert key in rung.evidence.english()
    assert {Path(name).name for name in contents(writers.data).keys() - before.keys()} >= {key, f"{key}-copy"}


def test_a_refused_write_leaves_nothing(writers: RunningSandbox) -> None:
    before = contents(writers.data)
    report = checked(writers, "read-only", new_write_key(""))
    states = {cell.action: (cell.state, cell.tried) for cell in report.allowed if cell.prefix == ""}
    assert states["PutObject"] == states["CopyObject"] == states["DeleteObject"] == (State.NO_ALLOW, True)
    assert (report.failed, report.left) == (None, ())
    assert contents(writers.data) == before


def test_an_object_that_is_there_is_never_replaced(writers: RunningSandbox) -> None:
    before = contents(writers.data)
    checked(writers, "no-delete", "readme.txt")
    after = contents(writers.data)
    assert {name: after[name] for name in before} == before


def test_taking_it_back_in_the_middle_of_writing_removes_what_was_written(writers: RunningSandbox) -> None:
    before = contents(writers.data)
    cancel, recorder = Cancel(), Recorder()
    recorder.subscribe(lambda exchange: cancel.set() if exchange.method == "PUT" else None)
    with pytest.raises(Cancelled):
        run(
            *story(writers, "all"),
            Transport(recorder),
            Options(try_writes=True, write_key=new_write_key("")),
            cancel=cancel,
        )
    assert [each.partition(" ")[0] for each in changing(recorder)][-1] == "DELETE"
    assert contents(writers.data) == before
