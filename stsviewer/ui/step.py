"""One numbered step of the first run, joined to the next by a line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stsviewer.ui import fonts, icons, painting, theme, tokens
from stsviewer.ui.parts.label import Label, Paragraph

_DOT = 26


class Step(QWidget):
    """Its fields show while it is the one to do."""

    def __init__(self, number: int, *, last: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number, self._last = number, last
        self._done = self.current = False
        self.title = Label("", tokens.SECTION)
        self.words = Paragraph("", tokens.BODY, "ink2")
        self._inside = QWidget()
        self._fields = QVBoxLayout(self._inside)
        self._fields.setContentsMargins(0, 8, 0, 0)
        self._fields.setSpacing(15)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_DOT + 16, 2, 0, 0 if last else 46)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addWidget(self.words)
        layout.addWidget(self._inside)

    def add(self, *widgets: QWidget) -> None:
        """Fields and buttons of this step."""
        for widget in widgets:
            self._fields.addWidget(widget)

    def set_words(self, title: str, words: str) -> None:
        """What it is and what it asks."""
        self.title.setText(title)
        self.words.setText(words)

    def set_state(self, done: bool, current: bool) -> None:
        """Passed, being done, or not reached."""
        self._done, self.current = done, current
        self._inside.setVisible(current)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        dot = QRectF(0, 0, _DOT, _DOT)
        if not self._last:
            tint = "pole" if self._done else "button_edge"
            painting.vertical_line(painter, _DOT / 2 - 0.5, _DOT + 1, self.height() - 1, theme.colour(tint))
        if self._done:
            painting.box(painter, dot, _DOT / 2, theme.colour("ok_soft"))
            icons.paint(painter, "check", QPointF(7, 7), "ok", 12, stroke=2.2)
            return
        if self.current:
            painting.box(painter, dot, _DOT / 2, theme.colour("accent_fill"))
        else:
            painting.box(painter, dot, _DOT / 2, None, theme.colour("edge"))
        painter.setFont(fonts.font(tokens.STRONG))
        painter.setPen(theme.colour("on_fill" if self.current else "ink2"))
        painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, str(self._number))
