"""What a rung opens to: the causes by likelihood, the statement that decides, the fixes, and the evidence last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stsviewer.check.values import Cause, DecidingStatement, Fix, Rung
from stsviewer.ui import evidence, theme, tokens
from stsviewer.ui.check import words
from stsviewer.ui.check.code import Code
from stsviewer.ui.check.fix_view import FixView
from stsviewer.ui.check.prose import Prose
from stsviewer.ui.check.steps import evidence as evidence_of
from stsviewer.ui.outside import flat
from stsviewer.ui.parts.button import LINK, Button
from stsviewer.ui.parts.chip import Chip
from stsviewer.ui.parts.label import ElidedLabel, Label
from stsviewer.ui.tokens import Size

_CAUSE_ENDS = 64  # px from the right, under the evidence of the rungs
_SMALL_TITLE = tokens.Type(12, 17, 600)


class OpenedStep(QWidget):
    """Filled anew for each rung that is opened."""

    copy_wanted = Signal(str, str)
    details_wanted = Signal(str)
    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rung: Rung | None = None
        self._causes: tuple[Cause, ...] = ()
        self._fixes: tuple[Fix, ...] = ()
        self.fixes: list[FixView] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_step(self, rung: Rung, causes: Sequence[Cause], fixes: Sequence[Fix]) -> None:
        """Show what is known of ``rung``: its ``causes``, best first, and the ``fixes``."""
        self._rung, self._causes, self._fixes = rung, tuple(causes), tuple(fixes)
        self._fill()

    def _fill(self) -> None:
        _empty(self._column)
        self.fixes.clear()
        for number, cause in enumerate(self._causes):
            self._add_cause(cause, number)
        for number, fix in enumerate(self._fixes):
            self._column.addSpacing(14)
            self._add_fix(fix, number)
        if not self._causes:
            self._add_facts()
        if self._rung.failure is not None or self._rung.request_id:
            self._column.addSpacing(10 if self._causes else 4)
            self._add_answer()
        theme.dress_scroll_bars(self)
        self._fit()

    def _add_cause(self, cause: Cause, number: int) -> None:
        if number:
            self._column.addSpacing(10)
        prose = Prose("Cause" if not number else f"Cause {number + 1}")
        prose.say(cause.text)
        row = QHBoxLayout()
        row.setSpacing(Size.BUTTON_GAP)
        row.setContentsMargins(0, 0, _CAUSE_ENDS if not number else 0, 0)
        row.addWidget(prose, 1)
        if number:
            row.addWidget(Chip(words.certainty(cause), mark="shield" if words.is_told(cause) else ""))
        self._column.addLayout(row)
        after = self._causes[number + 1] if number + 1 < len(self._causes) else None
        if cause.told_apart_by is not None and (after is None or after.told_apart_by != cause.told_apart_by):
            told = Prose(f"What tells {prose.accessibleName()} apart", tokens.SMALL, "ink2")
            told.say(cause.told_apart_by)
            self._column.addSpacing(2)
            self._column.addWidget(told)
        if cause.statement is not None and cause.statement.text and not self._in_a_fix(cause.statement):
            self._column.addSpacing(12)
            self._add_statement(cause.statement, number)

    def _in_a_fix(self, statement: DecidingStatement) -> bool:
        """Whether a fix shows the statement anyway, line by line."""
        wanted = _lines(statement.text)
        for fix in self._fixes:
            there = iter(_lines(fix.document))
            if all(line in there for line in wanted):
                return True
        return False

    def _add_statement(self, statement: DecidingStatement, number: int) -> None:
        title = Label("", _SMALL_TITLE)
        sentence = self.tr("What decides: statement {number} of {policy}")
        title.setText(
            sentence.replace("{number}", str(statement.index + 1)).replace("{policy}", words.policy(statement))
        )
        code = Code("Deciding statement" if not number else f"Deciding statement {number + 1}", lines_seen=12)
        code.show_text(statement.text)
        self._column.addWidget(title)
        self._column.addSpacing(6)
        self._column.addWidget(code)

    def _add_fix(self, fix: Fix, number: int) -> None:
        view = FixView(fix, "Fix" if not number else f"Fix {number + 1}")
        view.copy_wanted.connect(self.copy_wanted)
        view.edit_wanted.connect(self.edit_wanted)
        self.fixes.append(view)
        self._column.addWidget(view)

    def _add_facts(self) -> None:
        """A rung that nothing is wrong with: its evidence, whole."""
        said = evidence_of(self._rung)
        if said:
            label = ElidedLabel(said, tokens.SMALL, "ink2")
            self._column.addWidget(label)

    def _add_answer(self) -> None:
        """The server's answer in small type, and a button that copies all of it."""
        rung = self._rung
        parts = [part for part in (rung.code, f"EC {rung.ec}" if rung.ec else "") if part]
        if rung.request_id:
            parts.append(f"RequestId {rung.request_id}")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(ElidedLabel(flat("  ".join(parts)), tokens.Type(11, 16, mono=True), "ink3"))
        if rung.failure is not None:
            copy = Button(self.tr("Copy details"), kind=LINK, name="Copy details of the step", height=20)
            copy.clicked.connect(lambda: self.details_wanted.emit(evidence.details(rung.failure)))
            row.addWidget(copy)
        row.addStretch(1)
        self._column.addLayout(row)

    def _fit(self) -> None:
        for view in self.fixes:
            view.set_width(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._rung is not None:
            self._fill()
        super().changeEvent(event)


def _lines(text: str) -> list[str]:
    """The lines of a policy without what depends on their place."""
    return [line.strip().rstrip(",") for line in text.splitlines()]


def _empty(layout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        if item.widget() is not None:
            item.widget().hide()
            item.widget().deleteLater()
        elif item.layout() is not None:
            _empty(item.layout())
