"""A check on its way: rungs as they finish, taking it back, other profiles meanwhile, what is asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support.browse import profile_of
from support.checker import Checker, checking
from support.sandbox import RunningSandbox, run_sandbox, shipped_account

from stsviewer import places
from stsviewer.check.values import RungName, RungState, Verdict
from stsviewer.keys import ProfileStore
from stsviewer.profile import Origin

BUSY = (RungState.WAITING, RungState.TRYING)


def latency(milliseconds: int) -> str:
    """The shipped account, every answer of which takes its time."""
    account = shipped_account()
    assert "\n[faults]" not in account
    return f"{account}\n[faults]\nlatency_ms = {milliseconds}\n"


@pytest.fixture(scope="module")
def slow_sandbox():
    """300 ms before every answer."""
    with run_sandbox(latency(300)) as running:
        yield running


@pytest.fixture
def slow(slow_sandbox: RunningSandbox, tmp_path: Path):
    with checking(slow_sandbox, tmp_path / "settings") as made:
        yield made


def states(checker: Checker) -> dict[RungName, RungState]:
    return {rung.name: rung.state for rung in checker.page.ladder.steps.rungs()}


def test_before_a_check_the_rungs_wait(checker: Checker) -> None:
    assert checker.title() == "Not checked yet"
    assert set(states(checker).values()) == {RungState.WAITING}
    assert checker.page.ask.run.text() == "Run check"
    assert not checker.sees("Save report")
    assert not checker.sees("Allowed actions")


def test_rungs_fill_in_as_they_finish(slow: Checker) -> None:
    slow.take("works")
    slow.click("Run check")
    assert slow.page.ask.run.text() == "Cancel"
    seen: list[RungName] = []
    for name in (RungName.NETWORK, RungName.KEY, RungName.TOKEN, RungName.ACTIONS):
        slow.wait(lambda name=name: states(slow)[name] not in BUSY, f"the rung {name}")
        seen.append(name)
        if name is RungName.KEY:
            assert slow.page.running()
            assert states(slow)[RungName.ACTIONS] in BUSY
            assert slow.title() == "Checking the role"
            assert "is being tried" in slow.page.ladder.sentence.text()
    report = slow.report()
    assert report.verdict is Verdict.WORKS
    assert slow.page.ask.run.text() == "Run again"


@pytest.mark.parametrize("rung", [RungName.NETWORK, RungName.KEY, RungName.TRUST, RungName.BUCKET, RungName.ACTIONS])
def test_a_check_is_taken_back_at_any_rung(slow: Checker, rung: RungName) -> None:
    slow.take("works")
    slow.click("Run check")
    slow.wait(lambda: states(slow)[rung] is RungState.TRYING, f"{rung} being tried")
    slow.click("Run check")
    assert not slow.page.running()
    assert slow.title() == "Cancelled"
    assert RungState.TRYING not in states(slow).values()
    assert slow.page.ladder.report() is None
    assert slow.page.ask.run.text() == "Run again"
    assert slow.check().verdict is Verdict.WORKS


def test_another_profile_takes_the_check_back(slow: Checker) -> None:
    slow.take("works")
    slow.click("Run check")
    slow.wait(lambda: states(slow)[RungName.KEY] is RungState.TRYING, "the key being tried")
    slow.take("one-prefix")
    assert not slow.page.running()
    assert set(states(slow).values()) == {RungState.WAITING}
    assert slow.page.ask.prefix.text() == "photos/"


def test_what_was_found_is_kept_for_each_profile(checker: Checker) -> None:
    checker.check("service-role")
    checker.take("works")
    assert checker.title() == "Not checked yet"
    checker.take("service-role")
    assert checker.title() == "The role trusts a service, not this user"
    assert checker.opened() == "trust"


def test_what_was_asked_is_kept_for_each_profile(checker: Checker) -> None:
    checker.take("works")
    checker.type_into("Prefix", "docs/")
    checker.take("one-prefix")
    assert checker.field("Prefix") == "photos/"
    checker.take("works")
    assert checker.field("Prefix") == "docs/"


def test_enter_in_a_field_runs_the_check_there(checker: Checker) -> None:
    checker.take("works")
    checker.type_into("Prefix", "docs/", enter=True)
    report = checker.report()
    assert (report.bucket, report.prefix) == ("wla-test2", "docs/")
    assert checker.rows("Check steps")[-1] == "Each action under docs/"


def test_the_use_decides_what_is_needed(checker: Checker) -> None:
    checker.take("one-prefix")
    checker.choose_from_menu("For", "the vendor's desktop client")
    assert checker.says("For") == "the vendor's desktop client"
    report = checker.check()
    assert report.verdict is Verdict.FAILS
    assert "oss:GetBucketInfo" in report.fixes[0].document


def test_buckets_are_offered_once_there_is_a_token(checker: Checker) -> None:
    checker.take("works")
    checker.click("Get token")
    checker.wait(lambda: checker.window.current.token is not None, "the token")
    checker.click("Choose bucket")
    checker.wait(lambda: len(checker.page.ask.bucket.names()) > 1, "the buckets")
    names = checker.page.ask.bucket.names()
    assert names[0] == "wla-test2"
    menu = checker.wait(lambda: next(iter(checker._menus()), None), "the menu")
    other = next(name for name in names if name != "wla-test2")
    next(action for action in menu.actions() if action.text() == other).trigger()
    menu.close()
    assert checker.field("Bucket") == other


def test_without_a_secret_the_check_says_so_in_its_place(
    sandbox: RunningSandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STSVIEWER_HOME", str(tmp_path / "settings"))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    works = profile_of(sandbox, "works")
    ProfileStore(places.settings()).save(replace(works, name="mine", origin=Origin.SAVED))
    with checking(sandbox, tmp_path / "settings") as checker:
        checker.take("mine")
        checker.click("Run check")
        checker.wait(lambda: checker.title() == "The check could not begin", "the sentence")
        assert checker.page.ladder.sentence.text()
        assert not checker.page.running()
        assert set(states(checker).values()) == {RungState.WAITING}
        assert checker.page.ask.run.text() == "Run again"


def test_the_page_that_goes_takes_its_check_along(slow_sandbox: RunningSandbox, tmp_path: Path) -> None:
    with checking(slow_sandbox, tmp_path / "settings") as checker:
        checker.take("works")
        checker.click("Run check")
        checker.wait(lambda: states(checker)[RungName.KEY] is RungState.TRYING, "the key being tried")
        job = checker.page._job
    assert not job.running


def test_nothing_is_asked_twice_while_a_check_runs(slow: Checker) -> None:
    slow.take("works")
    slow.click("Run check")
    assert not slow.find("Bucket").isEnabled()
    assert not slow.find("Try writing too").isEnabled()
    slow.page.run()
    report = slow.report()
    assert report.requests < 60
    assert slow.find("Bucket").isEnabled()


def test_tabs_lead_by_key_too(checker: Checker) -> None:
    tabs = checker.window.tabs
    tabs.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(tabs, Qt.Key.Key_Left)
    assert checker.window.pages.currentWidget() is checker.window.browse
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert checker.window.pages.currentWidget() is checker.page
