"""The page `Role check` in front of the shipped account."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.checker import Checker, checking
from support.sandbox import RunningSandbox, ram_closed, run_sandbox, shipped_account


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports are saved below a home of the test's own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)


@pytest.fixture
def checker(sandbox: RunningSandbox, tmp_path: Path) -> Iterator[Checker]:
    """The window on the shipped account, whose users may read RAM."""
    with checking(sandbox, tmp_path / "settings") as made:
        yield made


@pytest.fixture(scope="module")
def closed_sandbox() -> Iterator[RunningSandbox]:
    """The shipped account's twin: nobody may read RAM."""
    with run_sandbox(ram_closed(shipped_account())) as running:
        yield running


@pytest.fixture
def closed(closed_sandbox: RunningSandbox, tmp_path: Path) -> Iterator[Checker]:
    """The window on the twin."""
    with checking(closed_sandbox, tmp_path / "settings") as made:
        yield made
