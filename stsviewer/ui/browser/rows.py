"""The list of rows that the browser is made of: hover, selection, focus, keys, and bars while rows are awaited.

Painted by hand, so that a name from outside is only ever drawn, never interpreted, and no style is asked a row.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QElapsedTimer,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QStyleOptionViewItem, QTreeView, QWidget

from stsviewer.ui import painting, theme
from stsviewer.ui.browser.overlay_bar import OverlayBar
from stsviewer.ui.browser.row_delegate import INSET, ROW, RowDelegate
from stsviewer.ui.browser.row_header import Header
from stsviewer.ui.browser.skeleton import Skeleton
from stsviewer.ui.tokens import Radius

_BY_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class RowsView(QTreeView):
    """A list of rows with columns. Enter and double click open, Space is left to whoever shows the preview."""

    opened = Signal(QModelIndex)
    went_up = Signal()
    chosen = Signal()
    """Another row is current, or none."""
    near_end = Signal()
    """The last rows loaded are about to be seen."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameStyle(0)
        self.setHeader(Header(self))
        self.setItemDelegate(RowDelegate(self))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setAllColumnsShowFocus(True)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setFrameStyle(0)
        self.viewport().setAutoFillBackground(False)
        self._hovered = QModelIndex()
        self._by_keyboard = False
        self._letters, self._typing = "", QElapsedTimer()
        self._widths: tuple[int, ...] | None = None
        self._skeleton = Skeleton(self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = OverlayBar(self)
        self.verticalScrollBar().setAccessibleName(f"{name}, vertical position")
        self.horizontalScrollBar().setAccessibleName(f"{name}, horizontal position")
        self.verticalScrollBar().valueChanged.connect(self.look_for_end)
        self.verticalScrollBar().rangeChanged.connect(self.look_for_end)
        self.doubleClicked.connect(self.opened)

    def setModel(self, model: QAbstractItemModel) -> None:
        super().setModel(model)
        model.modelReset.connect(self._forget_hover)

    def set_columns(self, *widths: int) -> None:
        """The widths of the columns after the first, which takes the rest; 0 hides a column."""
        self._widths = widths
        for section, width in enumerate(widths, start=1):
            self.setColumnHidden(section, not width)
        self._share_out()

    @property
    def skeleton(self) -> Skeleton:
        """The bars that stand where rows will be."""
        return self._skeleton

    def current_row(self) -> int:
        """The row that is selected, or -1."""
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def choose(self, row: int) -> None:
        """Select ``row`` and bring it into sight."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def sees(self, row: int) -> bool:
        """Whether ``row`` is in sight."""
        return self.viewport().rect().intersects(self.visualRect(self.model().index(row, 0)))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        # Not currentChanged: a click moves the current row before it selects it.
        super().selectionChanged(selected, deselected)
        self.chosen.emit()

    def keyboardSearch(self, letters: str) -> None:
        """Letters typed in quick succession go to the next row that begins with them."""
        if not hasattr(self.model(), "find"):
            super().keyboardSearch(letters)
            return
        going_on = self._typing.isValid() and self._typing.elapsed() < QApplication.keyboardInputInterval()
        self._letters = self._letters + letters if going_on else letters
        self._typing.start()
        row = self.model().find(self._letters, after=self.currentIndex().row() - going_on)
        if row >= 0:
            self.choose(row)

    # -- layout ----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._share_out()
        self._bar.place()
        self.look_for_end()

    def _share_out(self) -> None:
        if self._widths is None or self.header().count() <= len(self._widths):
            return
        self.header().resizeSection(0, max(80, self.viewport().width() - sum(self._widths)))
        for section, width in enumerate(self._widths, start=1):
            if width:
                self.header().resizeSection(section, width)

    def look_for_end(self) -> None:
        """Say so when the last rows are in sight, or about to be."""
        height = self.viewport().height()
        if self.model() is not None and self.model().rowCount() * ROW - self.verticalScrollBar().value() < 3 * height:
            self.near_end.emit()

    # -- hands -----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keyboard = True
        key, with_alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not with_alt:
            if self.currentIndex().isValid():
                self.opened.emit(self.currentIndex())
        elif key == Qt.Key.Key_Backspace:
            self.went_up.emit()
        elif with_alt or key in (Qt.Key.Key_Space, Qt.Key.Key_Slash):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() in _BY_KEYBOARD:
            self._by_keyboard = True
            if not self.currentIndex().isValid():
                first = self.model().index(0, 0)
                self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(QModelIndex())
        super().leaveEvent(event)

    def _hover(self, index: QModelIndex) -> None:
        if index.row() != self._hovered.row():
            self._hovered = index
            self.viewport().update()

    def _forget_hover(self) -> None:
        self._hovered = QModelIndex()

    # -- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._skeleton.showing:
            self._skeleton.paint(QPainter(self.viewport()))
        else:
            super().paintEvent(event)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Ground, cells, focus. Qt's own would fill the selection with the style's colour."""
        painter.save()
        row = QRectF(INSET, option.rect.top(), self.viewport().width() - 2 * INSET, option.rect.height())
        selected = self.selectionModel().isSelected(index)
        if selected:
            painting.box(painter, row, Radius.CONTROL, theme.colour("accent_soft"))
        elif index.row() == self._hovered.row():
            painting.box(painter, row, Radius.CONTROL, theme.colour("hover"))
        cell = QStyleOptionViewItem(option)
        for section in range(self.header().count()):
            if not self.isColumnHidden(section):
                left, width = self.columnViewportPosition(section), self.columnWidth(section)
                cell.rect = QRect(left, option.rect.top(), width, option.rect.height())
                self.itemDelegate().paint(painter, cell, index.siblingAtColumn(section))
        if self.hasFocus() and self._by_keyboard and index.row() == self.currentIndex().row():
            painting.focus_ring(painter, row, Radius.CONTROL)
        painter.restore()
