"""A browser in front of the shipped account."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.browse import Browser, browsing
from support.sandbox import RunningSandbox


@pytest.fixture
def browser(sandbox: RunningSandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    """The window with the sandbox's profiles; downloads go below a home of its own."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    with browsing(sandbox, tmp_path / "settings") as made:
        yield made
