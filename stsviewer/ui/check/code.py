"""A policy to read and copy. What is new in it is marked in the margin, so that copying copies the policy alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from stsviewer.ui import fonts, painting, theme, tokens
from stsviewer.ui.check.reading import Reading, letters, lines_of
from stsviewer.ui.tokens import Radius

_MARGIN, _PLUS, _PADDING = 17, 5, 6  # px; text begins after the margin, the + stands in it


class Code(Reading):
    """In the value typeface. As high as its text up to ``lines_seen``; from there on it scrolls."""

    focus_radius = Radius.CONTROL

    def __init__(self, name: str, lines_seen: int = 24, parent: QWidget | None = None) -> None:
        self._text = ""
        self._added: frozenset[int] = frozenset()
        self._lines_seen = lines_seen
        super().__init__(name, parent)
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap)
        self.setViewportMargins(1, _PADDING, 1, _PADDING)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)

    def show_text(self, text: str, added: tuple[int, ...] = ()) -> None:
        """Show ``text``; ``added`` are the lines, counted from 0, that are new. Where all are, none is marked."""
        self._text = text
        higher = text.count("\n") >= self._lines_seen
        # As needed, each bar can make the other needed while the box grows; one of them is known beforehand.
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if higher else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        everything = len(added) > text.strip("\n").count("\n")
        self._added = frozenset() if everything else frozenset(added)
        self.fill()

    def added(self) -> tuple[int, ...]:
        """The lines that are marked as new."""
        return tuple(sorted(self._added))

    def fill(self) -> None:
        self.clear()
        # Without the words in the margin only an added line is indented by what marks it.
        block = lines_of(tokens.VALUE.line, _MARGIN if self._added else 13)
        old, new = letters(tokens.VALUE, "ink"), letters(tokens.VALUE, "ok")
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(block)
        for number, line in enumerate(self._text.split("\n")):
            if number:
                cursor.insertBlock(block)
            cursor.insertText(line, new if number in self._added else old)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        lines = min(self._text.count("\n") + 1, self._lines_seen)
        widest = fonts.metrics(tokens.VALUE).horizontalAdvance(max(self._text.split("\n"), key=len)) + _MARGIN
        room = self.horizontalScrollBar().sizeHint().height() if widest > self.width() - 2 else 0
        return QSize(300, lines * tokens.VALUE.line + 2 * _PADDING + 1 + room)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()  # a scroll bar may have come or gone

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            painter = QPainter(self)
            painting.box(painter, QRectF(self.rect()), Radius.CONTROL, theme.colour("sunken"), theme.colour("line"))
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setFont(fonts.font(tokens.VALUE))
        layout, scrolled = self.document().documentLayout(), self.verticalScrollBar().value()
        metrics = QFontMetricsF(painter.font())
        for number in sorted(self._added):
            top = layout.blockBoundingRect(self.document().findBlockByNumber(number)).top() + 1 - scrolled
            strip = QRectF(0, top, self.viewport().width(), tokens.VALUE.line)
            painting.fill(painter, strip, theme.colour("ok_soft"))
            painter.setPen(theme.colour("ok"))
            painter.drawText(
                QPointF(_PLUS - self.horizontalScrollBar().value(), strip.bottom() - 1 - metrics.descent()), "+"
            )
        painter.end()
        super().paintEvent(event)

    def wheelEvent(self, event) -> None:
        bar = self.verticalScrollBar()
        sideways = event.angleDelta().x() or event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if bar.maximum() > 0 or (sideways and self.horizontalScrollBar().maximum() > 0):
            super().wheelEvent(event)
        else:
            event.ignore()  # what it stands in scrolls
