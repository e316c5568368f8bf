"""Exactly what was expected, neither less nor more."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from support.accounts import dump
from support.check_cases import LEVELS, account
from support.sandbox import RunningSandbox, ram_closed, run_sandbox

from stsviewer.check import Report, Verdict

Check = Callable[..., Report]

# What each may do, and no more.
EXACT = {
    "nobody": ("none",),
    "lister": ("list",),
    "reader": ("read", "sdk-read", "ossutil", "desktop-client", "console"),
    "uploader": ("sdk-upload",),
    "writer": ("write",),
}
EXPECTATIONS = ("none", "list", "read", "write", "sdk-read", "sdk-upload", "ossutil", "desktop-client", "console")


@pytest.fixture(scope="module")
def levels() -> Iterator[RunningSandbox]:
    """Roles that may do more and more."""
    with run_sandbox(dump(account(LEVELS))) as running:
        yield running


@pytest.fixture(scope="module")
def closed_levels() -> Iterator[RunningSandbox]:
    """The same, of which nobody may read RAM."""
    with run_sandbox(ram_closed(dump(account(LEVELS)))) as running:
        yield running


@pytest.mark.parametrize("expect", EXPECTATIONS)
@pytest.mark.parametrize("name", list(EXACT))
def test_by_the_policies(name: str, expect: str, levels: RunningSandbox, check: Check) -> None:
    _assert_exact(check(levels, name, expect=expect), name, expect)


@pytest.mark.parametrize("expect", EXPECTATIONS)
@pytest.mark.parametrize("name", list(EXACT))
def test_by_trying(name: str, expect: str, closed_levels: RunningSandbox, check: Check) -> None:
    _assert_exact(check(closed_levels, name, expect=expect, try_writes=True), name, expect)


def _assert_exact(report: Report, name: str, expect: str) -> None:
    assert report.expected is not None
    said = report.expected.english()
    if expect in EXACT[name]:
        assert (report.verdict, said) == (Verdict.WORKS, "Exactly what was expected.")
    else:
        assert report.verdict is Verdict.FAILS
        assert said.startswith(("Less than expected: ", "More than expected: ")), said


@pytest.mark.parametrize("name", ["nobody", "lister", "reader"])
def test_writes_that_nobody_tried_and_nothing_tells(name: str, closed_levels: RunningSandbox, check: Check) -> None:
    report = check(closed_levels, name, expect=EXACT[name][0])
    assert report.verdict is Verdict.UNKNOWN
    assert report.expected is not None
    assert "--try-writes" in report.expected.english()


def test_without_a_bucket_nothing_can_be_told(levels: RunningSandbox, check: Check) -> None:
    assert check(levels, "reader", expect="read", bucket="").verdict is Verdict.UNKNOWN


def test_without_a_token_nothing_is_met(sandbox: RunningSandbox, check: Check) -> None:
    """The role could write, by its policies; but nobody gets a token for it."""
    report = check(sandbox, "service-role", expect="write")
    assert report.verdict is Verdict.FAILS
    assert report.expected is not None
    assert report.expected.english() == "Less than expected: there is no token."
    assert check(sandbox, "service-role", expect="none").verdict is Verdict.FAILS
