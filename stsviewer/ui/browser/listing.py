"""What a prefix holds, as the model of the list `Objects`: folders first, sorted, filtered, growing page by page.

Only what was asked for is kept: a bucket of a million objects costs what was scrolled to, and never more than
:data:`MOST_ROWS`. Rows are the values of the listing themselves, no copies.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from stsviewer.ui.browser import formats, kinds, names
from stsviewer.ui.browser.location import Location
from stsviewer.ui.browser.row_delegate import Role

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from stsviewer.oss.values import ObjectSummary, Page

MOST_ROWS: Final = 200_000
"""Rows that are kept at most: some 100 MB. Whoever is past them asks for a longer prefix."""

ARCHIVED: Final = frozenset(("Archive", "ColdArchive", "DeepColdArchive"))
"""Storage classes whose objects have to be restored before they can be read."""


class Column(IntEnum):
    """The columns."""

    NAME = 0
    TYPE = 1
    SIZE = 2
    MODIFIED = 3


Row = "str | ObjectSummary"  # a folder is its whole prefix


def key_of(row: str | ObjectSummary) -> str:
    """The whole prefix of a folder, the key of an object."""
    return row if isinstance(row, str) else row.key


class Listing(QAbstractTableModel):
    """The rows under one :class:`Location`."""

    def __init__(self, parent=None) -> None:
        super().__init__(parent)
        self.location = Location()
        self.next_token = ""
        self.objects_size = 0
        self._folders: list[str] = []
        self._objects: list[ObjectSummary] = []
        self._rows: list[str | ObjectSummary] = []
        self._folder_rows = 0
        self._filter = ""
        self._column, self._descending = Column.NAME, False
        self._thumbnails: dict[str, QImage] = {}

    # -- filling ---------------------------------------------------------------------------------------------------

    def clear(self, location: Location) -> None:
        """Forget all rows and stand for ``location``."""
        self.beginResetModel()
        self.location, self.next_token, self.objects_size = location, "", 0
        self._folders, self._objects, self._rows, self._folder_rows = [], [], [], 0
        self._thumbnails = {}
        self.endResetModel()

    def append(self, page: Page) -> None:
        """Add one answer. Pages come in the order of keys: sorted by name, nothing that is shown moves."""
        folders, objects = self._take_in(page)
        if self._column == Column.NAME and not self._descending:
            self._insert(self._folder_rows, [each for each in folders if self._passes(each)])
            self._folder_rows += sum(map(self._passes, folders))
            self._insert(len(self._rows), [each for each in objects if self._passes(each)])
        else:
            self._rearrange()

    def replace(self, pages: list[Page]) -> None:
        """Put the rows of ``pages`` in the place of those there are: what a refresh does."""
        self._folders, self._objects, self.objects_size = [], [], 0
        for page in pages:
            self._take_in(page)
        self._rearrange()

    def _take_in(self, page: Page) -> tuple[list[str], list[ObjectSummary]]:
        folder = self.location.folder
        folders = [prefix for prefix in page.folders if prefix != folder]
        # An empty object named like the folder is how consoles make an empty folder; one that holds bytes is shown.
        objects = [each for each in page.objects if each.key != folder or each.size]
        self._folders += folders
        self._objects += objects
        self.objects_size += sum(each.size for each in objects)
        self.next_token = page.next_token if len(self._folders) + len(self._objects) < MOST_ROWS else ""
        self.full = bool(page.next_token) and not self.next_token
        return folders, objects

    full = False
    """Whether there is more that is not loaded because :data:`MOST_ROWS` are there."""

    def _insert(self, at: int, rows: list[str] | list[ObjectSummary]) -> None:
        if rows:
            self.beginInsertRows(QModelIndex(), at, at + len(rows) - 1)
            self._rows[at:at] = rows
            self.endInsertRows()

    # -- order -----------------------------------------------------------------------------------------------------

    @property
    def order(self) -> tuple[Column, bool]:
        """The column that the rows are sorted by, and whether downwards."""
        return self._column, self._descending

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort what is loaded. By name is the server's own order (UTF-8 bytes), so that further pages follow on."""
        wanted = Column(column), order == Qt.SortOrder.DescendingOrder
        if wanted != self.order:
            self._column, self._descending = wanted
            self._rearrange()

    @property
    def filter(self) -> str:
        """What names have to contain to be shown."""
        return self._filter

    def set_filter(self, text: str) -> None:
        """Show only names that contain ``text``, whatever its case."""
        if text.casefold() != self._filter:
            self._filter = text.casefold()
            self._rearrange()

    def _passes(self, row: str | ObjectSummary) -> bool:
        return not self._filter or self._filter in self.name(row).casefold()

    def _rearrange(self) -> None:
        self.beginResetModel()
        by_name = self._column == Column.NAME
        folders = [each for each in self._folders if self._passes(each)]
        objects = [each for each in self._objects if self._passes(each)]
        if by_name:
            if self._descending:
                folders.reverse()
                objects.reverse()
        elif self._column == Column.TYPE:
            objects.sort(key=lambda each: kinds.word(kinds.kind_of(each.key)).casefold(), reverse=self._descending)
        elif self._column == Column.SIZE:
            objects.sort(key=lambda each: each.size, reverse=self._descending)
        else:
            objects.sort(key=lambda each: each.modified, reverse=self._descending)
        self._rows = [*folders, *objects]
        self._folder_rows = len(folders)
        self.endResetModel()

    # -- asking ----------------------------------------------------------------------------------------------------

    @property
    def folders_loaded(self) -> int:
        """How many folders are there, filtered out ones too."""
        return len(self._folders)

    @property
    def objects_loaded(self) -> int:
        """How many objects are there, filtered out ones too."""
        return len(self._objects)

    @property
    def shown_objects(self) -> int:
        """How many objects pass the filter."""
        return len(self._rows) - self._folder_rows

    @property
    def shown_folders(self) -> int:
        """How many folders pass the filter. They are the first rows."""
        return self._folder_rows

    def row(self, index: QModelIndex | QPersistentModelIndex | int) -> str | ObjectSummary | None:
        """The folder (its whole prefix) or object at ``index``."""
        place = index if isinstance(index, int) else index.row()
        return self._rows[place] if 0 <= place < len(self._rows) else None

    def row_of(self, key: str) -> int:
        """Where the folder or object with ``key`` is shown, or -1."""
        return next((place for place, row in enumerate(self._rows) if key_of(row) == key), -1)

    def name(self, row: str | ObjectSummary) -> str:
        """The name to show: what follows the folder shown, a folder's without its slash."""
        start = len(self.location.folder)
        return row[start:-1] if isinstance(row, str) else row.key[start:]

    def find(self, begins: str, *, after: int) -> int:
        """The next row after ``after``, round the end, whose name begins with ``begins`` in any case; else -1."""
        wanted, count = begins.casefold(), len(self._rows)
        places = ((after + step) % count for step in range(1, count + 1))
        return next((at for at in places if self.name(self._rows[at]).casefold().startswith(wanted)), -1)

    def set_thumbnail(self, key: str, image: QImage) -> None:
        """Show ``image`` in the row of ``key``."""
        self._thumbnails[key] = image
        if (place := self.row_of(key)) >= 0:
            index = self.index(place, Column.NAME)
            self.dataChanged.emit(index, index, [Role.THUMBNAIL])

    def has_thumbnail(self, key: str) -> bool:
        """Whether the row of ``key`` has its small picture."""
        return key in self._thumbnails

    # -- Qt's side -------------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Name"), self.tr("Type"), self.tr("Size"), self.tr("Modified"))[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:  # not the bare word: a field of the properties bears that
            return f"Column {Column(section).name.lower()}"
        return None

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole):
        row = self.row(index)
        if row is None:
            return None
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if column != Column.NAME:
            return None
        if role == Role.PIECES:
            return names.pieces(self.name(row))
        if role == Role.AFTER:
            return "/" if isinstance(row, str) and not self.name(row) else ""
        if role == Role.ICON:
            return kinds.FOLDER.icon if isinstance(row, str) else kinds.kind_of(row.key).icon
        if role == Role.THUMBNAIL:
            return self._thumbnails.get(key_of(row))
        if role == Role.CHIP:
            return self.tr("Needs restore") if not isinstance(row, str) and row.storage_class in ARCHIVED else ""
        return None

    def _text(self, row: str | ObjectSummary, column: int) -> str:
        if column == Column.NAME:
            return names.bare(self.name(row))
        if isinstance(row, str):
            return kinds.word(kinds.FOLDER) if column == Column.TYPE else ""
        if column == Column.TYPE:
            return kinds.word(kinds.kind_of(row.key))
        return formats.size(row.size) if column == Column.SIZE else formats.short_time(row.modified)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in (Column.SIZE, Column.MODIFIED) else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
