"""Sandboxes for the role check: the shipped account and the account of all cases, each with RAM readable and closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from support.accounts import dump
from support.check_cases import account
from support.sandbox import RunningSandbox, ram_closed, run_sandbox, shipped_account
from support.stories import story

from stsviewer.check import Options, Report, run
from stsviewer.wire import Transport

Check = Callable[..., Report]


@pytest.fixture(scope="session")
def closed_sandbox() -> Iterator[RunningSandbox]:
    """The shipped account, of which no key may read RAM."""
    with run_sandbox(ram_closed(shipped_account())) as running:
        yield running


@pytest.fixture(scope="session")
def cases() -> Iterator[RunningSandbox]:
    """The account of all cases."""
    with run_sandbox(dump(account())) as running:
        yield running


@pytest.fixture(scope="session")
def closed_cases() -> Iterator[RunningSandbox]:
    """Its twin, of which no key may read RAM."""
    with run_sandbox(ram_closed(dump(account()))) as running:
        yield running


@pytest.fixture(scope="session")
def check() -> Check:
    """Checks a profile of a sandbox."""

    def checked(sandbox: RunningSandbox, name: str, **options: object) -> Report:
        return run(*story(sandbox, name), Transport(), Options(**options))  # type: ignore[arg-type]

    return checked
