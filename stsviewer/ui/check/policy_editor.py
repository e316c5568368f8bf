"""A policy to write in: a mark beside each line that something is wrong with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from stsviewer.check.rehearsing import Problem
from stsviewer.ui import fonts, icons, painting, theme, tokens
from stsviewer.ui.check.telling import told
from stsviewer.ui.outside import tip
from stsviewer.ui.tokens import Radius

_GUTTER, _ICON = 24, 12  # px


class PolicyEditor(QPlainTextEdit):
    """In the value typeface. Marks are painted in the gutter, the line's ground tells their sort as well."""

    focus_radius = Radius.CONTROL

    def __init__(self, name: str, lines: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Problem, ...] = ()
        self.setAccessibleName(name)
        self.setFont(fonts.font(tokens.VALUE))
        self.setFrameStyle(0)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setViewportMargins(_GUTTER, 7, 2, 7)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setMinimumHeight(lines * tokens.VALUE.line + 16)
        self.verticalScrollBar().setAccessibleName(f"{name}, position")
        self.horizontalScrollBar().setAccessibleName(f"{name}, horizontal position")
        self.updateRequest.connect(lambda *_: self.update())
        theme.changed.connect(self._mark_lines)

    def set_marks(self, marks: Sequence[Problem]) -> None:
        """Mark these lines and no others."""
        self._marks = tuple(marks)
        self.setAccessibleDescription(" ".join(told(mark.sentence) for mark in self._marks))
        self._mark_lines()
        self.update()

    def marks(self) -> tuple[Problem, ...]:
        """What is marked."""
        return self._marks

    def go_to(self, mark: Problem) -> None:
        """Put the cursor where ``mark`` is."""
        block = self.document().findBlockByNumber(_line_of(mark))
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min((mark.column or 1) - 1, max(block.length() - 1, 0)))
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark_lines(self) -> None:
        selections = []
        for mark in self._marks:
            block = self.document().findBlockByNumber(_line_of(mark))
            if not block.isValid():
                continue
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(block)
            ground: QColor = theme.colour("bad_soft" if mark.grammar else "warn_soft")
            selection.format.setBackground(ground)
            selection.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            selections.append(selection)
        self.setExtraSelections(selections)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._paint_frame()
            return True
        if event.type() == QEvent.Type.ToolTip:
            self._tell(event)
            return True
        return super().event(event)

    def _paint_frame(self) -> None:
        painter = QPainter(self)
        grave = any(mark.grammar for mark in self._marks)
        border = "bad" if grave else "accent" if self.hasFocus() else "edge"
        painting.box(painter, QRectF(self.rect()), Radius.CONTROL, theme.colour("surface"), theme.colour(border))
        painter.setClipRect(self.rect().adjusted(2, 6, -2, -6))
        for mark in self._marks:
            place = self._line(_line_of(mark))
            if place is not None:
                middle = place.center().y()
                icon, tint = ("cross", "bad") if mark.grammar else ("exclamation", "warn")
                icons.paint(painter, icon, QPointF(7, middle - _ICON / 2), tint, _ICON, stroke=2.2)

    def _line(self, number: int) -> QRectF | None:
        """Where a line is in this widget; None when it is scrolled out."""
        block = self.document().findBlockByNumber(number)
        if not block.isValid():
            return None
        place = self.blockBoundingGeometry(block).translated(self.contentOffset())
        place.translate(0, self.viewport().y())
        return place if place.bottom() > 0 and place.top() < self.height() else None

    def _tell(self, event) -> None:
        """The tip of the line under the pointer."""
        for mark in self._marks:
            place = self._line(_line_of(mark))
            if place is not None and place.top() <= event.pos().y() <= place.bottom():
                QToolTip.showText(event.globalPos(), tip(told(mark.sentence)), self)
                return
        QToolTip.hideText()

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        self.update()


def _line_of(mark: Problem) -> int:
    """The line of a mark, counted from 0; what is about the whole stands at the top."""
    return (mark.line or 1) - 1
