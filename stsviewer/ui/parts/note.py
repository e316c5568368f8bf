"""A small remark with an icon before it."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stsviewer.ui import icons, tokens
from stsviewer.ui.parts.label import Label


class Note(QWidget):
    """One line of small text; ``icon`` stands before it."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._label = Label("", tokens.SMALL, "ink2")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 0, 0, 0)
        layout.addWidget(self._label)

    def set_text(self, text: str) -> None:
        """Say ``text``."""
        self._label.setText(text)

    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.paint(QPainter(self), self._icon, QPointF(0, (self.height() - 14) / 2), "ink2", 14)
