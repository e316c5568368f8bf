"""The table of what a role may do, drawn with its own cells and heads."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from stsviewer.ui import fonts, painting, theme, tokens
from stsviewer.ui.check import marks
from stsviewer.ui.check.matrix import Matrix
from stsviewer.ui.parts.label import text_rect
from stsviewer.ui.tokens import Radius

ROW, HEAD, NAMES, NARROWEST = 30, 24, 132, 52  # px; the last: of a column of cells
_AIR = 4  # px between the head's line and the first row


class MatrixView(QTableView):
    """As high as its rows. Enter or a click on a cell asks why."""

    why_wanted = Signal(QModelIndex)

    def __init__(self, matrix: Matrix, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix = matrix
        self.setModel(matrix)
        self.setItemDelegate(_Cell(self))
        self.setHorizontalHeader(_Head(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(_Head(Qt.Orientation.Vertical, self))
        self.setAccessibleName(name)
        self.horizontalHeader().setAccessibleName(f"{name}, prefixes")
        self.verticalHeader().setAccessibleName(f"{name}, actions")
        self.horizontalScrollBar().setAccessibleName(f"{name}, horizontal position")
        self.verticalScrollBar().setAccessibleName(f"{name}, position")
        self.setFrameStyle(0)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self.why_wanted)
        for corner in self.findChildren(QAbstractButton):
            corner.installEventFilter(self)
        matrix.modelReset.connect(self._fit)

    def _fit(self) -> None:
        columns = self._matrix.columnCount()
        if columns:
            room = self.width() - NAMES
            each = max(NARROWEST, room // columns)
            for column in range(columns):
                last = column == columns - 1
                self.setColumnWidth(column, max(each, room - each * (columns - 1)) if last else each)
        self.updateGeometry()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(300, HEAD + _AIR + self._matrix.rowCount() * ROW)

    def minimumSizeHint(self) -> QSize:
        return QSize(NAMES + NARROWEST, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched, event: QEvent) -> bool:
        """The corner over the calls is a button of Qt's: only the line of the head is wanted there."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QAbstractButton):
            painter = QPainter(watched)
            painting.horizontal_line(painter, 0, watched.width(), HEAD - 1, theme.colour("line"))
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self.why_wanted.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self._matrix.rowCount() and self._matrix.columnCount():
            self.setCurrentIndex(self._matrix.index(0, 0))
        super().focusInEvent(event)

    def wheelEvent(self, event) -> None:
        event.ignore()  # what it stands in scrolls

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.viewport().update()
        super().changeEvent(event)


class _Head(QHeaderView):
    """Prefixes across, the asked one strong; calls down, in the value typeface."""

    def __init__(self, orientation: Qt.Orientation, view: MatrixView) -> None:
        super().__init__(orientation, view)
        across = orientation == Qt.Orientation.Horizontal
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFrameStyle(0)
        self.viewport().setAutoFillBackground(False)
        if across:
            self.setFixedHeight(HEAD + _AIR)
        else:
            self.setFixedWidth(NAMES)
            self.setDefaultSectionSize(ROW)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        text = str(self.model().headerData(section, self.orientation()) or "")
        if self.orientation() == Qt.Orientation.Vertical:
            metrics = fonts.metrics(tokens.VALUE)
            said = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, rect.width() - 8)
            text_rect(painter, QRectF(rect), said, "ink", tokens.VALUE, Qt.AlignmentFlag.AlignVCenter)
            return
        asked = self.model().prefixes()[section] == self.model().asked and bool(self.model().asked)
        kind = tokens.Type(12, 17, 600) if asked else tokens.SMALL
        said = fonts.metrics(kind).elidedText(text, Qt.TextElideMode.ElideMiddle, rect.width() - 8)
        place = QRectF(rect.left(), 0, rect.width(), HEAD - 4)
        text_rect(painter, place, said, "ink" if asked else "ink3", kind, Qt.AlignmentFlag.AlignCenter)
        painting.horizontal_line(painter, rect.left(), rect.right() + 1, HEAD - 1, theme.colour("line"))


class _Cell(QStyledItemDelegate):
    def __init__(self, view: MatrixView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        matrix = self._view.model()
        cell, old = matrix.cell(index), matrix.before(index)
        rect = QRectF(option.rect)
        centre = rect.center()
        painter.setFont(fonts.font(tokens.SMALL))
        if old is None:
            marks.cell(painter, centre, cell.state, tried=cell.tried)
        else:
            self._turned(painter, centre, old.state, cell.state)
        if self._view.hasFocus() and index == self._view.currentIndex():
            frame = QRectF(centre.x() - 14, centre.y() - 14, 28, 28)
            painting.focus_ring(painter, frame, Radius.CONTROL)

    @staticmethod
    def _turned(painter: QPainter, centre: QPointF, before, after) -> None:
        """What it was, faded, and what it becomes, in a frame."""
        painter.save()
        painter.setOpacity(0.55)
        marks.sign(painter, centre - QPointF(20, 0), before)
        painter.restore()
        frame = QRectF(centre.x() - 8, centre.y() - 13, 26, 26)
        painting.box(painter, frame, Radius.CONTROL, None, theme.colour("accent"), 1.5)
        marks.cell(painter, centre + QPointF(5, 0), after, tried=False)
