"""Somebody who browses: the real window on a sandbox that runs already, a profile open, its token there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support.person import Person
from support.sandbox import RunningSandbox
from support.window import opened

from stsviewer.profile import Profile
from stsviewer.sandbox_process import Announcement, announced
from stsviewer.ui.browser.browse_page import BrowsePage
from stsviewer.ui.main_window import MainWindow


class Browser(Person):
    """A person in front of the page `Browse`."""

    def __init__(self, window: MainWindow, patience: float = 30.0) -> None:
        super().__init__(window, patience)
        self.window: MainWindow = window
        self.page: BrowsePage = window.browse

    def take(self, story: str, **changes: Any) -> None:
        """Open the profile ``story``, with ``changes``, and get its token."""
        profile = next(each for each in self.window.profiles.all() if each.name == story)
        if changes:
            profile = replace(profile, **changes)
            self.window.profiles.update(profile)
        self.window.open_profile(profile)
        self.click("Get token")
        self.wait(lambda: self.session.token is not None, "the token")

    @property
    def session(self):
        """The session that is open."""
        return self.window.current

    def settled(self) -> None:
        """Wait until nothing is being listed."""
        self.wait(lambda: not self.page.walk.busy, "the list")

    def at(self, address: str) -> None:
        """Wait until the list of ``address`` is there, or refused."""
        self.wait(lambda: self.field("Path") == address and not self.page.walk.busy, f"the list of {address}")

    def go(self, address: str, then: str = "") -> None:
        """Type ``address`` into the path and wait for what it leads to (``then``, when that is elsewhere)."""
        self.page.path.setFocus()
        self.page.path.setText(address)  # as a paste does: keys cannot type every character
        QTest.keyClick(self.page.path, Qt.Key.Key_Return)
        self.at(then or address)

    def shows(self, name: str) -> None:
        """Wait until the preview shows the object called ``name``, or says why not."""

        def shown() -> bool:
            subject = self.page.preview.subject
            over = self.page.preview.loaded is not None or self.page.preview.failure() is not None
            return subject is not None and subject[1].key.endswith(name) and over

        self.wait(shown, f"the preview of {name}")

    def see(self, name: str, key: str = "") -> None:
        """Select the object shown as ``name`` and wait for its preview."""
        self.choose("Objects", name)
        self.shows(key or name)

    def sent(self) -> list[str]:
        """What went to the storage so far: method and target, oldest first."""
        recorder = self.session.storage()._transport.recorder
        return [f"{each.method} {each.url.partition('//')[2].partition('/')[2]}" for each in recorder.exchanges()]


@contextmanager
def browsing(
    sandbox: RunningSandbox, home: Path, *, size: tuple[int, int] = (1440, 900), language: str = "en"
) -> Iterator[Browser]:
    """The window with the profiles of ``sandbox``."""
    with opened(home, sandbox=False, size=size, language=language) as window:
        browser = Browser(window)
        browser.wait(lambda: window.profiles.loaded, "the profiles")
        window.profiles.add_sandbox(announcement_of(sandbox))
        window.activateWindow()
        assert QTest.qWaitForWindowActive(window)
        yield browser


def announcement_of(sandbox: RunningSandbox) -> Announcement:
    """What the sandbox said when it began to listen."""
    told = announced(json.dumps(sandbox.announcement))
    assert told is not None
    return told


def profile_of(sandbox: RunningSandbox, story: str) -> Profile:
    """One of the sandbox's profiles."""
    return next(profile for profile, _ in announcement_of(sandbox).profiles if profile.name == story)
