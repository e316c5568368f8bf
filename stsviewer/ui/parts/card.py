"""A white sheet with a hairline around it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from stsviewer.ui import painting

SHADOW = 2  # px under the sheet that the light theme's shadow takes; layouts below a card count them in


class Card(QWidget):
    """Lays its children out on a sheet; the last 2 px of its height are the shadow's."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.card(QPainter(self), QRectF(self.rect()))
