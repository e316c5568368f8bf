"""The real window, opened for one journey."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.person import Person
from support.window import opened


@pytest.fixture
def person(qapp, tmp_path: Path) -> Iterator[Person]:
    """Somebody at the window on the sandbox, which it starts itself."""
    with opened(tmp_path / "home") as window:
        yield Person(window)
