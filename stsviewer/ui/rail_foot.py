"""The two rows at the rail's foot: adding a profile, and how the sandbox is."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from stsviewer.ui import fonts, icons, painting, theme, tokens
from stsviewer.ui.parts.button import QUIET, Button
from stsviewer.ui.tokens import Radius, Size


class SandboxState(Enum):
    """How the sandbox is."""

    OFF = "off"
    STARTING = "starting"
    ON = "on"
    FAILED = "failed"


class _Row(Button):
    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__("", "", QUIET, name=name, height=Size.RAIL_FOOT, parent=parent)
        self.setMinimumWidth(0)

    def sizeHint(self) -> QSize:
        return QSize(40, Size.RAIL_FOOT)

    def _ground(self, painter: QPainter) -> str:
        if self._active():
            painting.box(painter, QRectF(self.rect()), Radius.CONTROL, theme.colour("quiet"))
        return "ink"


class AddProfile(_Row):
    """Plus, and the words when there is room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Add profile", parent)
        self._narrow = False
        self._retranslate()

    def set_narrow(self, narrow: bool) -> None:
        """The plus alone, with the words as its tip."""
        self._narrow = narrow
        self._retranslate()

    def _retranslate(self) -> None:
        self.setText(self.tr("Add profile"))
        self.setToolTip(self.text() if self._narrow else "")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._ground(painter)
        left = (self.width() - Size.ICON) / 2 if self._narrow else 8
        icons.paint(painter, "plus", QPointF(left, (self.height() - Size.ICON) / 2), "ink")
        if not self._narrow:
            painter.setFont(fonts.font(tokens.NAME))
            painter.setPen(theme.colour("ink"))
            painter.drawText(QRectF(self.rect()).adjusted(34, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())


class SandboxRow(_Row):
    """A dot and a word; pressing it starts the sandbox when it is off."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Sandbox", parent)
        self._state, self._port = SandboxState.OFF, 0
        self._retranslate()

    def set_state(self, state: SandboxState, port: int) -> None:
        """Show another state; ``port`` counts while it is on."""
        self._state, self._port = state, port
        self._retranslate()

    def _retranslate(self) -> None:
        self.setText(
            {
                SandboxState.OFF: self.tr("Sandbox off"),
                SandboxState.STARTING: self.tr("Sandbox starting"),
                SandboxState.ON: self.tr("Sandbox on"),
                SandboxState.FAILED: self.tr("Sandbox did not start"),
            }[self._state]
        )
        self._extra = self.tr("port {port}").replace("{port}", str(self._port)) if self._port else ""
        self.setAccessibleDescription(f"{self.text()} {self._extra}".strip())
        self.setToolTip("" if self._state is SandboxState.ON else self.tr("Start the sandbox"))
        self.setEnabled(self._state in (SandboxState.OFF, SandboxState.FAILED))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._ground(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tint = {SandboxState.ON: "ok", SandboxState.FAILED: "bad"}.get(self._state)
        painter.setPen(Qt.PenStyle.NoPen if tint else QPen(theme.colour("edge"), 1.2))
        painter.setBrush(theme.colour(tint) if tint else Qt.BrushStyle.NoBrush)
        radius = 4.0 if tint else 3.4
        painter.drawEllipse(QPointF(12, self.height() / 2), radius, radius)
        painter.setFont(fonts.font(tokens.SMALL))
        painter.setPen(theme.colour("ink2" if self._state is SandboxState.ON else "ink3"))
        room = QRectF(self.rect()).adjusted(24, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())
        shift = painter.fontMetrics().horizontalAdvance(self.text()) + 7
        painter.setPen(theme.colour("ink3"))
        painter.drawText(room.adjusted(shift, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._extra)
