"""Somebody who runs role checks: the real window on a sandbox that runs already, the page `Role check` open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest
from support.browse import announcement_of
from support.person import Person
from support.sandbox import RunningSandbox
from support.window import opened

from stsviewer.check.values import Report
from stsviewer.ui.check.check_page import CheckPage
from stsviewer.ui.main_window import MainWindow

ROLE_CHECK = 1  # the tab


class Checker(Person):
    """A person in front of the page `Role check`."""

    def __init__(self, window: MainWindow, patience: float = 30.0) -> None:
        super().__init__(window, patience)
        self.window: MainWindow = window
        self.page: CheckPage = window.check

    def take(self, story: str, **changes: Any) -> None:
        """Open the profile ``story``, with ``changes``."""
        profile = next(each for each in self.window.profiles.all() if each.name == story)
        if changes:
            profile = replace(profile, **changes)
            self.window.profiles.update(profile)
        self.window.open_profile(profile)

    def check(self, story: str = "", **changes: Any) -> Report:
        """Run the check (of ``story``) and wait for its end."""
        if story:
            self.take(story, **changes)
        self.click("Run check")
        return self.report()

    def report(self) -> Report:
        """What was found, when it is there."""
        self.wait(lambda: not self.page.running() and self.page.ladder.report() is not None, "the end of the check")
        QTest.qWait(0)
        return self.page.ladder.report()

    def title(self) -> str:
        """The line over the ladder."""
        return self.page.ladder.title.text()

    def opened(self) -> str:
        """The rung that is opened, by the name that scripts know it by."""
        return self.page.ladder.view.opened() or ""

    def cell(self, action: str, prefix: str) -> str:
        """A cell of the matrix as assistive tools read it, after the colon."""
        matrix = self.page.matrix.matrix
        index = matrix.index_of(action, prefix)
        assert index.isValid(), (action, prefix)
        return matrix.said(index).partition(": ")[2]


@contextmanager
def checking(
    sandbox: RunningSandbox,
    home: Path,
    *,
    size: tuple[int, int] = (1440, 900),
    language: str = "en",
    theme: str = "light",
) -> Iterator[Checker]:
    """The window with the profiles of ``sandbox``, the page `Role check` in front."""
    with opened(home, sandbox=False, size=size, language=language, theme=theme) as window:
        waiting = Person(window)
        waiting.wait(lambda: window.profiles.loaded, "the profiles")
        window.profiles.add_sandbox(announcement_of(sandbox))
        window.open_profile(window.profiles.all()[0])
        window.tabs.setCurrentIndex(ROLE_CHECK)
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        yield Checker(window)
