"""A refusal, where its answer would have been: mark, title, cause, the way on, and the evidence last, in small type."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stsviewer.failure import Failure, Kind
from stsviewer.ui import icons, painting, theme, tokens
from stsviewer.ui.evidence import details, facts
from stsviewer.ui.parts.button import PLAIN, PRIMARY, QUIET, Button
from stsviewer.ui.parts.label import ElidedLabel, Label, Paragraph
from stsviewer.ui.tokens import Radius, Size
from stsviewer.ui.translate import shown

_MARKS = {
    Kind.REFUSED: "lock",
    Kind.EXPIRED: "clock",
    Kind.NO_TOKEN: "key",
    Kind.NETWORK: "server",
    Kind.INPUT: "exclamation",
    Kind.LOCAL: "warn",
    Kind.BROKEN: "warn",
}


class _Mark(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.drawing = "lock"
        self.setFixedSize(40, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.box(painter, QRectF(0, 0, 40, 40), Radius.CARD, theme.colour("bad_soft"))
        icons.paint(painter, self.drawing, QPointF(10, 10), "bad", 20)


class Refusal(QWidget):
    """Shows one failure. ``way_on`` buttons are added by the place that shows it; *Copy details* is always there.

    ``copy_details`` is called with the redacted details as text when that is pressed.
    """

    def __init__(self, copy_details, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._failure: Failure | None = None
        self._ways: list[Button] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._mark = _Mark()
        self._title = Paragraph("", tokens.TITLE, "ink")
        self._cause = Paragraph("", tokens.BODY, "ink2")
        self._copy = Button("", "copy", QUIET, name="Copy details")
        self._copy.clicked.connect(lambda: copy_details(details(self._failure)))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self._copy)
        self._buttons.addStretch(1)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(4)
        self._facts.setColumnStretch(1, 1)
        self._rule = _Rule()
        self.extra = QVBoxLayout()
        """Another way in (an input, say) goes here, between the buttons and the evidence."""

        column = QWidget()
        column.setMaximumWidth(Size.REFUSAL)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self._mark)
        inner.addSpacing(16)
        inner.addWidget(self._title)
        inner.addSpacing(6)
        inner.addWidget(self._cause)
        inner.addSpacing(16)
        inner.addLayout(self._buttons)
        inner.addSpacing(24)
        inner.addWidget(self._rule)
        inner.addSpacing(16)
        inner.addLayout(self.extra)
        inner.addLayout(self._facts)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addStretch(1)
        outer.addWidget(column, 100)
        outer.addStretch(1)
        outer.setAlignment(column, Qt.AlignmentFlag.AlignVCenter)
        self._retranslate()

    def add_way_on(self, text: str, icon: str, name: str, act, *, primary: bool = False) -> Button:
        """A button that leads on, before *Copy details*. ``name`` is its accessible name."""
        button = Button(text, icon, PRIMARY if primary else PLAIN, name=name)
        button.clicked.connect(act)
        self._buttons.insertWidget(len(self._ways), button)
        self._ways.append(button)
        return button

    def clear_ways_on(self) -> None:
        """Take the buttons of :meth:`add_way_on` away."""
        for button in self._ways:
            self._buttons.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._ways.clear()

    def show_failure(self, failure: Failure, title: str = "") -> None:
        """Show ``failure``. ``title`` is what it means in this place; without one its sentence is the title."""
        self._failure = failure
        self._mark.drawing = _MARKS[failure.kind]
        self._mark.update()
        sentence = shown(failure.sentence)
        self._title.setText(title or sentence)
        self._cause.setText(sentence if title else "")
        self._cause.setVisible(bool(title))
        self._fill_facts()
        self.setAccessibleName(title or sentence)

    def failure(self) -> Failure | None:
        """The failure that is shown."""
        return self._failure

    def _fill_facts(self) -> None:
        while self._facts.count():
            widget = self._facts.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        evidence = facts(self._failure)
        self._rule.setVisible(bool(evidence))
        for row, (caption, value) in enumerate(evidence):
            self._facts.addWidget(Label(caption, tokens.SMALL, "ink3"), row, 0)
            told = ElidedLabel(value, tokens.VALUE, "ink2")
            told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self._facts.addWidget(told, row, 1)

    def _retranslate(self) -> None:
        self._copy.setText(self.tr("Copy details"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class _Rule(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.horizontal_line(QPainter(self), 0, self.width(), 0, theme.colour("line"))
