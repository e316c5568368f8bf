"""The page's words in the status line: how much there is, how large it is, and how fresh the list is."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stsviewer.ui import tokens
from stsviewer.ui.browser import formats
from stsviewer.ui.parts.button import LINK, Button, IconButton
from stsviewer.ui.parts.label import Label
from stsviewer.ui.tokens import Size


class ListingStatus(QWidget):
    """``4 folders, 10 objects   2.41 GB   listed 12 s ago ⟳``."""

    refresh_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed: float | None = None
        self._what = Label("", tokens.SMALL, "ink2")
        self._size = Label("", tokens.SMALL, "ink3")
        self._more = Button("", kind=LINK, name="Load more", height=Size.COPY_BUTTON)
        self._age = Label("", tokens.SMALL, "ink3")
        self._refresh = IconButton("refresh", name="Refresh", side=Size.COPY_BUTTON, icon_size=12)
        self._refresh.clicked.connect(self.refresh_wanted)
        self._more.clicked.connect(self.more_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for part in (self._what, self._more, self._size, self._age):
            row.addWidget(part)
        row.addSpacing(-12)
        row.addWidget(self._refresh)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show_age)
        self.say("")
        self.set_listed(False)
        self._retranslate()

    def say(self, what: str, size: str = "", *, more: bool = False) -> None:
        """Say ``what`` there is and its ``size``; ``more`` offers the rest."""
        self._what.setText(what)
        self._size.setText(size)
        self._size.setVisible(bool(size))
        self._more.setVisible(more)

    def text(self) -> str:
        """What it says of the list."""
        return self._what.text()

    def set_listed(self, listed: bool) -> None:
        """Whether there is a list; its age counts from now."""
        self._listed = time.monotonic() if listed else None
        self._age.setVisible(listed)
        self._refresh.setVisible(listed)
        if listed:
            self._tick.start()
        else:
            self._tick.stop()
        self._show_age()

    def _show_age(self) -> None:
        if self._listed is not None:
            self._age.setText(self.tr("listed {ago}").replace("{ago}", formats.ago(time.monotonic() - self._listed)))

    def _retranslate(self) -> None:
        self._more.setText(self.tr("Load more"))
        self._refresh.set_tip(self.tr("List again (F5)"))
        self._show_age()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
