"""What every test has: a home of its own and, when it asks, the real sandbox."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.insert(0, str(Path(__file__).parent))

if os.environ.get("PYTEST_XDIST_WORKER", "gw0") != "gw0":
    from support.desktop import own_desktop

    own_desktop()

import support.secret_service  # noqa: F401 - its imports are for the main thread

if TYPE_CHECKING:
    from support.sandbox import RunningSandbox


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the settings of another, or the person's."""
    monkeypatch.setenv("STSVIEWER_HOME", str(tmp_path / "stsviewer-home"))


@pytest.fixture(scope="session")
def sandbox() -> Iterator[RunningSandbox]:
    """The shipped account in a sandbox that all tests of the run share: whoever changes it starts one of their own."""
    from support.sandbox import run_sandbox

    with run_sandbox() as running:
        yield running
