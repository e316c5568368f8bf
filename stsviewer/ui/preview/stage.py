"""The stage: where the picture, the text, the card, the progress or the refusal of one object stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from stsviewer.failure import Failure, Kind
from stsviewer.ui.browser import kinds, names
from stsviewer.ui.parts.refusal import Refusal
from stsviewer.ui.parts.scroll import Scroll
from stsviewer.ui.preview import values
from stsviewer.ui.preview.cards import Card, OnItsWay
from stsviewer.ui.preview.loading import Loaded, Why
from stsviewer.ui.preview.picture_view import PictureView
from stsviewer.ui.preview.text_view import TextView
from stsviewer.ui.tokens import Motion

if TYPE_CHECKING:
    from stsviewer.oss import ObjectSummary

LEAST = 180  # px of its height


class Stage(QWidget):
    """Shows one thing at a time. Its accessible description says what it shows."""

    anyway_wanted = Signal()
    """The large picture is wanted although it is large."""
    renew_wanted = Signal()
    again_wanted = Signal()
    check_wanted = Signal()

    def __init__(self, copy_details: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Preview")
        self.setMinimumHeight(LEAST)
        self._again: Callable[[], None] | None = None
        self.way = OnItsWay()
        self.picture = PictureView()
        self.text = TextView()
        self.card = Card()
        self.refusal = Refusal(copy_details)
        self._refusal_area = Scroll(self.refusal, "Refusal of the object, position")
        self._refusal_area.setAccessibleName("Refusal of the object")
        self._pages = QStackedLayout(self)
        for page in (self.way, self.picture, self.text, self.card, self._refusal_area):
            self._pages.addWidget(page)
        self.card.action.clicked.connect(self.anyway_wanted)
        self._moment = QTimer(self, singleShot=True, interval=Motion.SKELETON_AFTER)
        self._moment.timeout.connect(self.way.reveal)

    def clear(self) -> None:
        """Let go of what was shown."""
        self._moment.stop()
        self._again = None
        self.picture.set_picture(None)
        self.text.clear()
        self._show(self.way, "")

    def wait(self, total: int) -> None:
        """Something of ``total`` bytes is on its way; its bar shows when that takes longer than a moment."""
        self.clear()
        self.way.begin(total)
        self._moment.start()

    def show_loaded(self, loaded: Loaded, summary: ObjectSummary) -> None:
        """Show what was fetched of the object."""
        self._moment.stop()
        name = names.bare(summary.key.rpartition("/")[2] or summary.key)
        if loaded.picture is not None:
            self.picture.set_picture(loaded.picture)
            self._show(self.picture, f"{name}, {loaded.picture.size.width()} × {loaded.picture.size.height()}")
        elif loaded.text is not None:
            self.text.set_text(loaded.text.text, values.text_foot(loaded, summary))
            self._show(self.text, f"{name}, {loaded.text.encoding}")
        else:
            self._show_card(loaded, summary)
            self._again = lambda: self._show_card(loaded, summary)

    def _show_card(self, loaded: Loaded, summary: ObjectSummary) -> None:
        title, cause, action = values.card_texts(loaded, summary)
        icon = "archive" if loaded.why in (Why.ARCHIVED, Why.RESTORING) else kinds.kind_of(summary.key).icon
        self.card.say(icon, title, cause, action)
        self._show(self.card, title)

    def refuse(self, failure: Failure) -> None:
        """Show ``failure`` and what leads on."""
        self._moment.stop()
        self._again = lambda: self.refuse(failure)
        refusal = self.refusal
        refusal.clear_ways_on()
        if failure.kind in (Kind.EXPIRED, Kind.NO_TOKEN):
            refusal.add_way_on(self.tr("Renew"), "refresh", "Renew and go on", self.renew_wanted.emit, primary=True)
        elif failure.kind in (Kind.NETWORK, Kind.BROKEN):
            refusal.add_way_on(self.tr("Try again"), "refresh", "Try again", self.again_wanted.emit, primary=True)
        elif failure.kind is Kind.REFUSED and failure.status == 403:
            check = self.tr("Run role check")
            refusal.add_way_on(check, "shield", "Run role check", self.check_wanted.emit, primary=True)
        refusal.show_failure(failure, values.refusal_title(failure))
        self._show(self._refusal_area, refusal.accessibleName())

    def failure(self) -> Failure | None:
        """The refusal that is shown, if one is."""
        return self.refusal.failure() if self._pages.currentWidget() is self._refusal_area else None

    def say_again(self) -> None:
        """The language was switched."""
        if self._again is not None:
            self._again()

    def focus_target(self) -> QWidget | None:
        """What the keys go to, when what is shown takes any."""
        return {self.picture: self.picture, self.text: self.text.text}.get(self._pages.currentWidget())

    def _show(self, page: QWidget, said: str) -> None:
        self._pages.setCurrentWidget(page)
        self.setAccessibleDescription(said)
