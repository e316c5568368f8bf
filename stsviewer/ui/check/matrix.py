"""What a role may do, as a table: calls down, the bucket and its prefixes across."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from stsviewer.check.values import Allowed, State
from stsviewer.ui.check import words
from stsviewer.ui.outside import flat, tip


class Matrix(QAbstractTableModel):
    """One row a call, one column a prefix; the column of the empty prefix is the bucket itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._actions: list[str] = []
        self._prefixes: list[str] = []
        self._cells: dict[tuple[str, str], Allowed] = {}
        self._before: dict[tuple[str, str], Allowed] = {}
        self.asked = ""

    def set_cells(self, cells: Sequence[Allowed], asked: str = "", before: Sequence[Allowed] = ()) -> None:
        """Show ``cells``. ``asked`` is the prefix that was asked about; ``before`` is what they were, in Rehearse."""
        self.beginResetModel()
        self._actions = list(dict.fromkeys(cell.action for cell in cells))
        self._prefixes = sorted(dict.fromkeys(cell.prefix for cell in cells), key=lambda prefix: prefix != "")
        self._cells = {(cell.action, cell.prefix): cell for cell in cells}
        self._before = {(cell.action, cell.prefix): cell for cell in before}
        self.asked = asked
        self.endResetModel()

    def cell(self, index: QModelIndex) -> Allowed:
        """What is known of one place."""
        return self.at(index.row(), index.column())

    def at(self, row: int, column: int) -> Allowed:
        """What is known of the call in ``row`` for the prefix in ``column``."""
        place = (self._actions[row], self._prefixes[column])
        return self._cells.get(place) or Allowed(*place, State.NOT_APPLICABLE)

    def before(self, index: QModelIndex) -> Allowed | None:
        """What the cell was before the rehearsed change, when it was something else."""
        cell = self.cell(index)
        old = self._before.get((cell.action, cell.prefix))
        return old if old is not None and old.state is not cell.state else None

    def changes(self) -> int:
        """How many cells the rehearsed change turns."""
        return sum(
            1 for place, old in self._before.items() if place in self._cells and self._cells[place].state != old.state
        )

    def index_of(self, action: str, prefix: str) -> QModelIndex:
        """The place of a call and a prefix; an invalid index when it is not shown."""
        if action not in self._actions or prefix not in self._prefixes:
            return QModelIndex()
        return self.index(self._actions.index(action), self._prefixes.index(prefix))

    def prefixes(self) -> tuple[str, ...]:
        """The columns."""
        return tuple(self._prefixes)

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._actions)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._prefixes)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole):
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Vertical:
            return flat(self._actions[section]) if section < len(self._actions) else None
        if section >= len(self._prefixes):
            return None
        name = words.prefix(self._prefixes[section])
        return tip(name) if role == Qt.ItemDataRole.ToolTipRole else name

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole):
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.said(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.why(index))
        return None

    def said(self, index: QModelIndex) -> str:
        """A cell in words: ``GetObject, photos/: allowed, tried``."""
        cell, old = self.cell(index), self.before(index)
        said = f"{flat(cell.action)}, {words.prefix(cell.prefix)}: {words.cell_state(cell.state)}"
        if cell.tried:
            said += ", " + self.tr("tried")
        if old is not None:
            said += ", " + self.tr("before: {state}").replace("{state}", words.cell_state(old.state))
        return said

    def why(self, index: QModelIndex) -> str:
        """A cell in words, and what decides it."""
        cell = self.cell(index)
        if cell.statement is None:
            return self.said(index)
        where = self.tr("Statement {number} of {policy}").replace("{number}", str(cell.statement.index + 1))
        return f"{self.said(index)}. {where.replace('{policy}', words.policy(cell.statement))}"
