"""The right column: what the role may do, what it is good for, and the letter."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from stsviewer.check.values import Report, RungName, Source, State, Works
from stsviewer.ui.check.letter_card import LetterCard
from stsviewer.ui.check.matrix_card import MatrixCard
from stsviewer.ui.check.presets_card import PresetsCard
from stsviewer.ui.tokens import Space

WIDTH = 440
_UNLIMITED = 16777215  # Qt's own QWIDGETSIZE_MAX


class Side(QWidget):
    """Three cards, each shown when it has something to say. In a narrow window they stand under the ladder."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix, self.presets, self.letter = MatrixCard(), PresetsCard(), LetterCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.CARD_GAP - 2)
        for card in (self.matrix, self.presets, self.letter):
            column.addWidget(card)
        column.addStretch(1)

    def set_narrow(self, narrow: bool) -> None:
        """Take all the width there is, or its own."""
        self.setMinimumWidth(0 if narrow else WIDTH)
        self.setMaximumWidth(_UNLIMITED if narrow else WIDTH)

    def rest(self) -> None:
        """No check has been run."""
        self._clear()
        self.matrix.rest(self.tr("A check fills this in."))

    def wait(self) -> None:
        """A check is on its way."""
        self._clear()
        self.matrix.wait()

    def _clear(self) -> None:
        self.matrix.show()
        self.matrix.set_exportable(False)
        self.matrix.set_rehearsable(False)
        self.presets.hide()
        self.letter.hide()
        self.show()

    def fill(self, report: Report) -> None:
        """Show what ``report`` says."""
        failed = report.failed
        self.matrix.setVisible(bool(report.allowed))
        if report.allowed:
            self.matrix.show_cells(report.allowed, report.prefix, self._rests_on(report))
        self.matrix.set_exportable(True)
        self.matrix.set_rehearsable(report.stage is not None)
        order = list(RungName)
        without_token = failed is not None and order.index(failed.name) <= order.index(RungName.TOKEN)
        self.presets.setVisible(any(each.works is not Works.UNKNOWN for each in report.presets))
        self.presets.show_verdicts(report.presets, after_fix=without_token)
        self.letter.setVisible(failed is not None)
        self.setVisible(bool(report.allowed or report.presets) or failed is not None)

    def _rests_on(self, report: Report) -> str:
        if all(cell.state in (State.UNKNOWN, State.NOT_APPLICABLE) for cell in report.allowed):
            return self.tr("Nothing can be told: its policies cannot be read, and there is no token to try with.")
        tried = any(cell.tried for cell in report.allowed)
        read = report.source is Source.RAM or any(cell.statement is not None for cell in report.allowed)
        if tried and read:
            return self.tr("Bordered cells were tried, the others are from its policies.")
        if tried:
            return self.tr("Bordered cells were tried. Its policies cannot be read.")
        return self.tr("From its policies. Nothing was tried: there is no token yet.")
