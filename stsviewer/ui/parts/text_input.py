"""Several lines to type into."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from stsviewer.ui import fonts, painting, theme, tokens
from stsviewer.ui.tokens import Radius


class TextInput(QPlainTextEdit):
    """Several lines to type into, in the value typeface."""

    focus_radius = Radius.CONTROL

    def __init__(self, name: str, lines: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrong = False
        self.setAccessibleName(name)
        self.setFont(fonts.font(tokens.VALUE))
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * tokens.VALUE.line + 16)
        self.setViewportMargins(6, 4, 4, 4)
        self.setFrameStyle(0)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(3)

    def set_wrong(self, wrong: bool) -> None:
        """Whether the text cannot be used as it is."""
        if wrong != self._wrong:
            self._wrong = wrong
            self.update()
            self.viewport().update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            border = "bad" if self._wrong else "accent" if self.hasFocus() else "edge" if self.isEnabled() else "line"
            painter = QPainter(self)
            painting.box(painter, QRectF(self.rect()), Radius.CONTROL, theme.colour("surface"), theme.colour(border))
            painter.end()
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
