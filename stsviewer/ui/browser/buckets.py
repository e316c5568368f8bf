"""The rows at ``oss://``: the buckets that the role may list, and the places the person keeps."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from stsviewer.ui.browser import formats, names
from stsviewer.ui.browser.location import Location
from stsviewer.ui.browser.row_delegate import Role
from stsviewer.ui.preview.values import storage_class

if TYPE_CHECKING:
    from stsviewer.oss import Bucket

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class BucketColumn(IntEnum):
    """The columns of the buckets."""

    NAME = 0
    REGION = 1
    CLASS = 2
    CREATED = 3


class Buckets(QAbstractTableModel):
    """The buckets, in the server's order or sorted by a column."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._all: tuple[Bucket, ...] = ()
        self._rows: list[Bucket] = []
        self._filter = ""
        self._column, self._descending = BucketColumn.NAME, False

    def set_buckets(self, buckets: tuple[Bucket, ...]) -> None:
        """Show ``buckets``."""
        self._all = buckets
        self._rearrange()

    def set_filter(self, text: str) -> None:
        """Show only names that contain ``text``, whatever its case."""
        if text.casefold() != self._filter:
            self._filter = text.casefold()
            self._rearrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by ``column``."""
        self._column, self._descending = BucketColumn(column), order == Qt.SortOrder.DescendingOrder
        self._rearrange()

    def _rearrange(self) -> None:
        self.beginResetModel()
        column = self._column
        self._rows = [each for each in self._all if self._filter in each.name.casefold()]
        if column == BucketColumn.CREATED:
            self._rows.sort(key=lambda each: each.created, reverse=self._descending)
        else:
            self._rows.sort(key=lambda each: (self._text(each, column), each.name), reverse=self._descending)
        self.endResetModel()

    @property
    def count(self) -> int:
        """How many buckets there are, filtered out ones too."""
        return len(self._all)

    def bucket(self, index: QModelIndex | int) -> Bucket | None:
        """The bucket at ``index``."""
        row = index if isinstance(index, int) else index.row()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, name: str) -> int:
        """Where the bucket called ``name`` is shown, or -1."""
        return next((row for row, each in enumerate(self._rows) if each.name == name), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(BucketColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section == BucketColumn.CREATED else _LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Bucket"), self.tr("Region"), self.tr("Class"), self.tr("Created"))[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:  # not the bare word: a field of the profile editor bears that
            return f"Column {BucketColumn(section).name.lower()}"
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole):
        bucket = self.bucket(index)
        if bucket is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(bucket, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if index.column() == BucketColumn.CREATED else _LEFT
        if index.column() == BucketColumn.NAME:
            if role == Role.PIECES:
                return names.pieces(bucket.name)
            if role == Role.ICON:
                return "bucket"
        return None

    def _text(self, bucket: Bucket, column: int) -> str:
        if column == BucketColumn.NAME:
            return names.bare(bucket.name)
        if column == BucketColumn.REGION:
            return bucket.region
        if column == BucketColumn.CLASS:
            return storage_class(bucket.storage_class)
        return formats.short_time(bucket.created)


class Favourites(QAbstractTableModel):
    """The kept places, one column."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self._places: tuple[Location, ...] = ()

    def set_places(self, places: tuple[Location, ...]) -> None:
        """Show ``places``."""
        self.beginResetModel()
        self._places = places
        self.endResetModel()

    def place(self, index: QModelIndex) -> Location:
        """The place at ``index``."""
        return self._places[index.row()]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT
        return self.tr("Favourites") if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole):
        place = self._places[index.row()]
        shown = place.address.removeprefix("oss://")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return names.bare(shown)
        return {Role.PIECES: names.pieces(shown), Role.ICON: "star"}.get(role)
