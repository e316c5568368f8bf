"""The rungs as a list that Qt's views and assistive tools read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from stsviewer.check.values import Rung, RungName, RungState
from stsviewer.ui.check import words
from stsviewer.ui.check.telling import told
from stsviewer.ui.outside import flat, tip

REACHED = (RungState.PASSED, RungState.REMARK, RungState.FAILED, RungState.UNKNOWN)


class Steps(QAbstractListModel):
    """One row a rung, from the ground up."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rungs: list[Rung] = []

    def set_rungs(self, rungs: Sequence[Rung]) -> None:
        """Show other rungs."""
        self.beginResetModel()
        self._rungs = list(rungs)
        self.endResetModel()

    def put(self, rung: Rung) -> None:
        """A rung stands otherwise than before."""
        row = self.row_of(rung.name)
        if row is not None:
            self._rungs[row] = rung
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def rung(self, row: int) -> Rung:
        """The rung in ``row``."""
        return self._rungs[row]

    def rungs(self) -> tuple[Rung, ...]:
        """All of them."""
        return tuple(self._rungs)

    def row_of(self, name: RungName) -> int | None:
        """Where the rung of that name is."""
        return next((row for row, rung in enumerate(self._rungs) if rung.name is name), None)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rungs)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole):
        rung = self._rungs[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return claim(rung)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(evidence(rung))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (claim(rung), words.rung_state(rung.state), evidence(rung), words.took(rung.seconds))
            return ", ".join(part for part in said if part)
        return None


def claim(rung: Rung) -> str:
    """What the rung claims, on one line."""
    return told(rung.claim)


def evidence(rung: Rung) -> str:
    """What speaks for the claim, on one line: the rung's own words, else the code that was answered."""
    if rung.evidence is not None:
        return told(rung.evidence)
    return flat(rung.code)
