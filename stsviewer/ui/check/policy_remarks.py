"""Under the editor: each mark in words, with what to write instead. Pressing one leads to its line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stsviewer.check.rehearsing import Problem
from stsviewer.ui import icons, tokens
from stsviewer.ui.check.prose import Prose
from stsviewer.ui.parts.button import LINK, Button

_SEEN = 8


class PolicyRemarks(QWidget):
    """Nothing is shown while nothing is wrong."""

    chosen = Signal(object)
    """The line of a mark is wanted (the Problem)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks: tuple[Problem, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self.setAccessibleName("Remarks on the policy")

    def show_marks(self, marks: Sequence[Problem]) -> None:
        """Say these, and no others."""
        if tuple(marks) != self._marks:
            self._marks = tuple(marks)
            self._fill()

    def _fill(self) -> None:
        while self._column.count():
            widget = self._column.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        for number, mark in enumerate(self._marks[:_SEEN], 1):
            row = _Remark(mark, number)
            row.line.clicked.connect(lambda _=False, mark=mark: self.chosen.emit(mark))
            self._column.addWidget(row)
        self.setVisible(bool(self._marks))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)


class _Remark(QWidget):
    def __init__(self, mark: Problem, number: int) -> None:
        super().__init__()
        self._mark = mark
        self.line = Button(
            self.tr("Line {number}").replace("{number}", str(mark.line or 1)),
            kind=LINK,
            name=f"Go to remark {number}",
            height=20,
        )
        sentence = Prose(f"Remark {number}", tokens.BODY)
        sentence.say(mark.sentence)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(sentence)
        if mark.fix is not None:
            fix = Prose(f"What to write for remark {number}", tokens.SMALL, "ink2")
            fix.say(mark.fix)
            told.addWidget(fix)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(told, 1)
        column = QVBoxLayout()
        column.addWidget(self.line)
        column.addStretch(1)
        row.addLayout(column)

    def paintEvent(self, event: QPaintEvent) -> None:
        icon, tint = ("cross", "bad") if self._mark.grammar else ("exclamation", "warn")
        icons.paint(QPainter(self), icon, QPointF(7, 4), tint, 12, stroke=2.2)
