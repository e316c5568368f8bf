"""The card of what the role is good for: each use with its mark, and what it lacks."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stsviewer.check.values import PresetVerdict
from stsviewer.ui import tokens
from stsviewer.ui.check import marks, words
from stsviewer.ui.check.fix_view import FixView
from stsviewer.ui.check.telling import told
from stsviewer.ui.parts.button import LINK, Button
from stsviewer.ui.parts.card import SHADOW, Card
from stsviewer.ui.parts.label import Label, Paragraph

_LEFT, _GAP = 29, 10  # px from the card's inner edge to the words, and between two uses


class PresetsCard(Card):
    """`It will work for`, or, before the fix, `Once the fix is in, it will work for`."""

    copy_wanted = Signal(str, str)
    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdicts: tuple[PresetVerdict, ...] = ()
        self._after_fix = False
        self.uses: list[_Use] = []
        self._title = Label("", tokens.STRONG)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(_GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 13, 16, 11 + SHADOW)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addSpacing(6)
        column.addLayout(self._rows)
        self._retranslate()

    def show_verdicts(self, verdicts: Sequence[PresetVerdict], *, after_fix: bool) -> None:
        """Show whether each use will work; ``after_fix``: once the fixes are in."""
        self._verdicts, self._after_fix = tuple(verdicts), after_fix
        while self._rows.count():
            widget = self._rows.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        self.uses = [_Use(verdict) for verdict in verdicts]
        for use in self.uses:
            use.copy_wanted.connect(self.copy_wanted)
            use.edit_wanted.connect(self.edit_wanted)
            self._rows.addWidget(use)
        self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(
            self.tr("Once the fix is in, it will work for") if self._after_fix else self.tr("It will work for")
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class _Use(QWidget):
    """One use. What is missing for it opens under it."""

    copy_wanted = Signal(str, str)
    edit_wanted = Signal()

    def __init__(self, verdict: PresetVerdict) -> None:
        super().__init__()
        self._verdict = verdict
        self._title, self._reason = Paragraph("", tokens.NAME, "ink"), Paragraph("", tokens.SMALL, "ink2")
        self._missing: FixView | None = None
        self.more = Button("", kind=LINK, name=f"What {verdict.preset} lacks", height=18)
        self.more.clicked.connect(self._toggle)
        self.more.setVisible(verdict.missing is not None)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title, 1)
        head.addWidget(self.more)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_LEFT, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addSpacing(-2)
        self._column.addWidget(self._reason)
        self._retranslate()

    def _toggle(self) -> None:
        if self._missing is None:
            self._missing = FixView(self._verdict.missing, f"Fix for {self._verdict.preset}")
            self._missing.copy_wanted.connect(self.copy_wanted)
            self._missing.edit_wanted.connect(self.edit_wanted)
            self._missing.set_width(0)
            self._column.addSpacing(8)
            self._column.addWidget(self._missing)
        else:
            self._missing.setVisible(not self._missing.isVisible())
        self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(told(self._verdict.title))
        self._reason.setText(told(self._verdict.reason))
        opened = self._missing is not None and self._missing.isVisibleTo(self)
        self.more.setText(self.tr("Hide") if opened else self.tr("What it lacks"))
        said = f"{self._title.text()}: {words.works(self._verdict.works)}, {self._reason.text()}"
        self.setAccessibleName(said)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        marks.dot(QPainter(self), QPointF(marks.DOT / 2, 18), marks.PRESETS[self._verdict.works])
