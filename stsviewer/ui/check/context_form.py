"""The circumstances of a rehearsal: what the requests would carry."""

from __future__ import annotations

import ipaddress
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from stsviewer.ui.parts.choice import Choice
from stsviewer.ui.parts.field import Entry, LineInput

_TIME = "%Y-%m-%dT%H:%M:%SZ"


class ContextForm(QWidget):
    """Source address, time, MFA, secure transport. What is left empty is not carried."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.address = LineInput("Source IP", mono=True)
        self.time = LineInput("Time (UTC)", mono=True)
        self.mfa = Choice("MFA")
        self.transport = Choice("Secure transport")
        self._as_found: dict[str, str] = {}
        self._entries = [Entry(control) for control in (self.address, self.time, self.mfa, self.transport)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        for column, (entry, stretch) in enumerate(zip(self._entries, (9, 11, 9, 7), strict=True)):
            grid.addWidget(entry, 0, column)
            grid.setColumnStretch(column, stretch)
        for field in (self.address, self.time):
            field.textChanged.connect(self._typed)
        for choice in (self.mfa, self.transport):
            choice.chosen.connect(lambda _: self.edited.emit())
        self._retranslate()

    def fill(self, context: dict[str, str]) -> None:
        """Show the condition keys that are known of the requests of the check."""
        self.blockSignals(True)
        self.address.setText(context.get("acs:SourceIp", ""))
        self.time.setText(context.get("acs:CurrentTime", datetime.now(UTC).strftime(_TIME)))
        self.time.setCursorPosition(0)
        self.mfa.set_current(context.get("acs:MFAPresent", ""))
        self.transport.set_current(context.get("acs:SecureTransport", "true"))
        self.blockSignals(False)
        self._as_found = self.context()
        self._typed()

    def changed(self) -> dict[str, str] | None:
        """The condition keys as they are set; None while they are as they were found."""
        context = self.context()
        return context if context != self._as_found else None

    def context(self) -> dict[str, str]:
        """The condition keys that are set; what cannot be read is left out."""
        said = {
            "acs:SourceIp": self.address.text().strip() if _is_address(self.address.text()) else "",
            "acs:CurrentTime": self.time.text().strip() if _is_time(self.time.text()) else "",
            "acs:MFAPresent": self.mfa.current(),
            "acs:SecureTransport": self.transport.current(),
        }
        return {key: value for key, value in said.items() if value}

    def _typed(self) -> None:
        address, time = self._entries[:2]
        wrong_address = self.address.text().strip() and not _is_address(self.address.text())
        wrong_time = self.time.text().strip() and not _is_time(self.time.text())
        address.set_problem(self.tr("An address such as 203.0.113.7") if wrong_address else "")
        time.set_problem(self.tr("A time such as 2026-11-24T09:30:00Z") if wrong_time else "")
        self.edited.emit()

    def _retranslate(self) -> None:
        for entry, caption in zip(
            self._entries,
            (self.tr("Source IP"), self.tr("Time (UTC)"), self.tr("MFA"), self.tr("Secure transport")),
            strict=True,
        ):
            entry.set_caption(caption)
        for field in (self.address, self.time):
            field.setPlaceholderText(self.tr("not carried"))
        self.mfa.set_rows(
            [("", self.tr("not carried")), ("true", self.tr("signed in with it")), ("false", self.tr("without it"))]
        )
        self.transport.set_rows([("true", "HTTPS"), ("false", "HTTP")])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._typed()
        super().changeEvent(event)


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text.strip())
    except ValueError:
        return False
    return True


def _is_time(text: str) -> bool:
    try:
        datetime.strptime(text.strip(), _TIME)
    except ValueError:
        return False
    return True
