"""A tick box with its words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from stsviewer.ui import fonts, icons, painting, theme, tokens
from stsviewer.ui.parts.button import KEYBOARD_REASONS
from stsviewer.ui.tokens import Radius, Size

_BOX, _GAP = 16, 8


class CheckBox(QCheckBox):
    """16 px of box, and words that say what ticking it does."""

    focus_radius = Radius.CONTROL

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """``name`` is the accessible name: English, whatever the words say in any language."""
        super().__init__(parent)
        self.by_keyboard = False
        self._hover = False
        self.setAccessibleName(name)
        self.setFixedHeight(Size.INPUT)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(_BOX + _GAP + fonts.metrics(tokens.BODY).horizontalAdvance(self.text()) + 4, Size.INPUT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, place) -> bool:
        return self.rect().contains(place)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.by_keyboard = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(1, (self.height() - _BOX) / 2, _BOX, _BOX)
        if not self.isEnabled():
            painting.box(painter, box, Radius.SMALL, None, theme.colour("line"))
        elif self.isChecked():
            painting.box(painter, box, Radius.SMALL, theme.colour("accent_press" if self._hover else "accent_fill"))
        else:
            fill = theme.colour("hover" if self._hover else "surface")
            painting.box(painter, box, Radius.SMALL, fill, theme.colour("edge"))
        if self.isChecked():
            tint = "on_fill" if self.isEnabled() else "ink3"
            icons.paint(painter, "check", QPointF(box.left() + 2, box.top() + 2), tint, 12, stroke=2.2)
        painter.setFont(fonts.font(tokens.BODY))
        painter.setPen(theme.colour("ink2" if self.isEnabled() else "ink3"))
        room = QRectF(self.rect()).adjusted(_BOX + _GAP + 1, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self.text())
