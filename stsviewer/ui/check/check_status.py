"""The page's words in the status line: what was sent, and the way to keep what was found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stsviewer.check.values import Report
from stsviewer.ui.parts.button import LINK, Button
from stsviewer.ui.parts.note import Note


class CheckStatus(Note):
    """``Read-only: 7 requests, none that changes anything``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("lock", parent)
        self._report: Report | None = None
        self._running = False

    def show_report(self, report: Report | None) -> None:
        """Tell what was sent for ``report``."""
        self._report = report
        self._say()

    def show_running(self, running: bool) -> None:
        """Requests are under way, or no longer."""
        self._running = running
        self._say()

    def _say(self) -> None:
        report = self._report
        if self._running:
            self.set_text(self.tr("Requests are under way"))
        elif report is None:
            self.set_text(self.tr("Read-only: nothing has been sent"))
        elif report.mutating:
            told = self.tr("{count} requests, {mutating} of them wrote or removed the check's own object")
            self.set_text(told.replace("{count}", str(report.requests)).replace("{mutating}", str(report.mutating)))
        else:
            told = self.tr("Read-only: {count} requests, none that changes anything")
            self.set_text(told.replace("{count}", str(report.requests)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)


class SaveReport(QWidget):
    """The link at the right of the status line."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button("", kind=LINK, name="Save report", height=20)
        self.button.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.button)
        self._retranslate()

    def _retranslate(self) -> None:
        self.button.setText(self.tr("Save report"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
