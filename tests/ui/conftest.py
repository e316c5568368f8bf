"""The real window on the sandbox, and what is looked at in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from support.person import Person
from support.window import opened

from stsviewer.ui import theme, translate


@pytest.fixture
def person(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    """Somebody at the window on the sandbox, which it starts itself; theme and language are light and English again."""
    with opened(tmp_path / "home") as window:
        yield Person(window)
    theme.apply(qapp, "light")
    translate.apply(qapp, "en")


@pytest.fixture
def without_profiles(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    """Somebody at the window without any profile and without a sandbox."""
    with opened(tmp_path / "home", sandbox=False) as window:
        yield Person(window)
    theme.apply(qapp, "light")
    translate.apply(qapp, "en")


@pytest.fixture
def styled(qapp: QApplication) -> QApplication:
    """The application as the window has it, for single controls."""
    theme.apply(qapp, "light")
    translate.apply(qapp, "en")
    return qapp
