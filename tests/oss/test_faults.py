"""A cloud that has its day: expired tokens, clocks that differ, accounts in debt."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from support import stories
from support.sandbox import run_sandbox, shipped_account

from stsviewer.failure import Failed, Failure, Kind
from stsviewer.oss import Storage
from stsviewer.wire import Transport


def with_faults(**faults: object) -> str:
    """The shipped account with faults for all of it."""
    lines = "".join(f"{name} = {str(value).lower()}\n" for name, value in faults.items())
    return f"{shipped_account()}\n[faults]\n{lines}"


def test_a_token_that_the_server_calls_expired_leads_to_renewal() -> None:
    # Its time counts from the full second, so the renewed token has at least two seconds to be used in.
    with run_sandbox(with_faults(token_lifetime=3)) as sandbox:
        tokens = stories.source(sandbox, "works")
        token = tokens.renew()
        key = token.key  # as somebody would who does not look at the time
        by_server = first_failure(lambda: Storage(tokens.profile, lambda: key, Transport()).page("wla-test2", ""))
        assert by_server.kind is Kind.EXPIRED
        assert "expired" in by_server.sentence.english()
        assert first_failure(tokens.key).kind is Kind.EXPIRED
        tokens.renew()
        assert Storage(tokens.profile, tokens.key, Transport()).page("wla-test2", "").objects


def first_failure(ask: Callable[[], object]) -> Failure:
    """Ask until it fails, which a token does once its time is over."""
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline:
        try:
            ask()
        except Failed as failed:
            return failed.failure
        time.sleep(0.05)
    raise AssertionError("it never failed")


@pytest.mark.parametrize("offset", [1200, -1200])
def test_a_clock_that_is_off(offset: int) -> None:
    with run_sandbox(with_faults(clock_offset=offset)) as sandbox:
        with pytest.raises(Failed) as refused:
            stories.source(sandbox, "works").renew()
        assert "clock" in refused.value.failure.sentence.english()
        profile, key = stories.story(sandbox, "works")
        with pytest.raises(Failed) as refused:
            Storage(profile, lambda: key, Transport()).buckets()
        failure = refused.value.failure
        assert failure.code == "RequestTimeTooSkewed"
        assert failure.said("ServerTime") in failure.sentence.english()


def test_what_is_left_of_a_token_is_right_where_the_clocks_differ_a_little() -> None:
    with run_sandbox(with_faults(clock_offset=300)) as sandbox:
        token = stories.source(sandbox, "works").renew()
        assert token.lifetime == pytest.approx(3600, abs=2)
        assert token.seconds_left() == pytest.approx(3600, abs=3)


def test_an_account_in_debt() -> None:
    with run_sandbox(with_faults(overdue=True)) as sandbox:
        storage = stories.storage(sandbox, "works")
        with pytest.raises(Failed) as refused:
            storage.page("wla-test2", "")
        assert "suspended" in refused.value.failure.sentence.english()
        assert refused.value.failure.code == "UserDisable"
