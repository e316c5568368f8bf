"""The page's words in the status line: how much there is, how large it is, and how fresh the list is."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stsviewer.ui import tokens
from stsviewer.ui.browser import formats
from stsviewer.ui.browser.listing import Listing
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
        self._freshness = QWidget()
        freshness = QHBoxLayout(self._freshness)
        freshness.setContentsMargins(0, 0, 0, 0)
        freshness.setSpacing(4)
        freshness.addWidget(self._age)
        freshness.addWidget(self._refresh)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for part in (self._what, self._more, self._size, self._freshness):
            row.addWidget(part)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show_age)
        self.clear()
        self._retranslate()

    def clear(self) -> None:
        """Nothing is listed yet."""
        self._listed = None
        self._tick.stop()
        self._say("")
        self._show_age()

    def say_nothing(self) -> None:
        """Nothing may be listed."""
        self.clear()
        self._say(self.tr("Nothing to show"))

    def say_buckets(self, count: int) -> None:
        """How many buckets there are."""
        self._say(_counted(count, self.tr("1 bucket"), self.tr("{n} buckets")))

    def say_objects(self, listing: Listing) -> None:
        """How much of a place is there, and whether that is all."""
        loaded = formats.number(listing.folders_loaded + listing.objects_loaded)
        if listing.full:
            text = self.tr("The first {n} are shown; type a longer prefix to see further").replace("{n}", loaded)
        elif listing.next_token:
            text = self.tr("The first {n} are shown, more to come").replace("{n}", loaded)
        else:
            folders = _counted(listing.folders_loaded, self.tr("1 folder"), self.tr("{n} folders"))
            objects = _counted(listing.objects_loaded, self.tr("1 object"), self.tr("{n} objects"))
            text = self.tr("{folders}, {objects}").replace("{folders}", folders).replace("{objects}", objects)
        if listing.filter:
            text += self.tr(", {n} match").replace("{n}", formats.number(listing.rowCount()))
        self._say(text, formats.size(listing.objects_size), more=bool(listing.next_token))

    def _say(self, what: str, size: str = "", *, more: bool = False) -> None:
        self._what.setText(what)
        self._size.setText(size)
        self._size.setVisible(bool(size))
        self._more.setVisible(more)

    def text(self) -> str:
        """What it says of the list."""
        return self._what.text()

    @property
    def listed(self) -> bool:
        """Whether there is a list."""
        return self._listed is not None

    def set_listed(self) -> None:
        """There is a list; its age counts from now."""
        self._listed = time.monotonic()
        self._tick.start()
        self._show_age()

    def _show_age(self) -> None:
        self._freshness.setVisible(self.listed)
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


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.replace("{n}", formats.number(count))
