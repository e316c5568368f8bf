"""The list of rows that the browser is made of: header, hover, selection, focus, and bars while rows are awaited.

Painted by hand, so that a name from outside is only ever drawn, never interpreted, and no style sheet is asked a row.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QElapsedTimer,
    QEvent,
    QItemSelection,
    QModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QHelpEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QScrollBar,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
    QWidget,
)

from stsviewer.ui import fonts, icons, motion, painting, theme, tokens
from stsviewer.ui.browser import names
from stsviewer.ui.outside import Run, tip
from stsviewer.ui.parts import chip
from stsviewer.ui.tokens import Motion, Radius

HEADER, ROW, INSET, THUMBNAIL = 32, 32, 4, 20
AIR = 4  # between the header and the first row
LEFT, ICON_GAP, RIGHT = 13, 10, 10  # of a cell: before the icon, between icon and name, after the last column


class Role(IntEnum):
    """What a model tells beside Qt's own roles."""

    PIECES = Qt.ItemDataRole.UserRole  # the name as `outside.Run`s
    AFTER = PIECES + 1  # a short text behind the name
    ICON = PIECES + 2  # the name of an icon
    THUMBNAIL = PIECES + 3  # a QImage in the icon's place
    CHIP = PIECES + 4  # a remark behind the name


class Header(QHeaderView):
    """Column titles; the sorted one is darker and carries an arrow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(HEADER + AIR)
        self.setFrameStyle(0)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(40)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(f"{parent.accessibleName()}, columns")
        self.viewport().setAutoFillBackground(False)  # the sheet under it has round corners

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for section in range(self.count()):
            if not self.isSectionHidden(section):
                self._paint_title(painter, section)
        painting.horizontal_line(painter, 0, self.viewport().width(), HEADER, theme.colour("line"))

    def _paint_title(self, painter: QPainter, section: int) -> None:
        rect = QRectF(self.sectionViewportPosition(section), 0, self.sectionSize(section), HEADER)
        text = self.model().headerData(section, Qt.Orientation.Horizontal)
        right = self.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        right = bool(right & Qt.AlignmentFlag.AlignRight)
        sorted_by = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        painter.setFont(fonts.font(tokens.CHIP if sorted_by else tokens.CAPTION))
        painter.setPen(theme.colour("ink" if sorted_by else "ink2"))
        width = painter.fontMetrics().horizontalAdvance(text)
        last = section == self.count() - 1
        if right:
            left = rect.right() - width - (RIGHT + INSET if last else 0)
        else:
            left = rect.left() + (0 if section else LEFT + 2)
        painter.drawText(QRectF(left, 0, width + 2, HEADER), Qt.AlignmentFlag.AlignVCenter, text)
        if sorted_by:
            place = QPointF(left - 15 if right else left + width + 4, HEADER / 2 - 6)
            painter.save()
            if self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder:
                painter.translate(place + QPointF(6, 6))
                painter.rotate(180)
                painter.translate(-place - QPointF(6, 6))
            icons.paint(painter, "arrow-up", place, "ink", 12, stroke=1.8)
            painter.restore()


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


class OverlayBar(QScrollBar):
    """A scroll bar over the right edge of the rows: the columns keep their places whether there is one or not."""

    _WIDTH = 12

    def __init__(self, view: QTreeView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self._own = view.verticalScrollBar()
        self.setAccessibleName(f"{view.accessibleName()}, scroll bar")
        self._own.rangeChanged.connect(self._follow)
        self._own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._own.setValue)
        self._follow()

    def _follow(self) -> None:
        self.setRange(self._own.minimum(), self._own.maximum())
        self.setPageStep(self._own.pageStep())
        self.setSingleStep(self._own.singleStep())
        self.setValue(self._own.value())
        self.setVisible(self._own.maximum() > 0)

    def place(self) -> None:
        """Stand at the right edge of the rows."""
        rows = self._view.viewport().geometry()
        self.setGeometry(rows.right() + 1 - self._WIDTH, rows.top(), self._WIDTH, rows.height())
        self.raise_()


class RowDelegate(QStyledItemDelegate):
    """Paints a cell: in the first column icon or small picture, name, remark; in the others a text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(80, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        painter.save()
        if index.column() == 0:
            self._paint_name(painter, QRectF(option.rect), index)
        else:
            self._paint_text(painter, QRectF(option.rect), index)
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRectF, index: QModelIndex) -> None:
        painter.setFont(fonts.font(tokens.SMALL))
        painter.setPen(theme.colour("ink2"))
        if index.column() == index.model().columnCount() - 1:
            rect = rect.adjusted(0, 0, -(RIGHT + INSET), 0)
        text = index.data() or ""
        room = int(rect.width()) - 4
        if painter.fontMetrics().horizontalAdvance(text) > room:
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, int(index.data(Qt.ItemDataRole.TextAlignmentRole)) | Qt.TextFlag.TextSingleLine, text)

    def _paint_name(self, painter: QPainter, rect: QRectF, index: QModelIndex) -> None:
        middle = rect.center().y()
        left = rect.left() + LEFT + INSET
        picture = index.data(Role.THUMBNAIL)
        if picture is not None:
            _paint_thumbnail(painter, QRectF(left - 2, middle - THUMBNAIL / 2, THUMBNAIL, THUMBNAIL), picture)
        else:
            icon = index.data(Role.ICON)
            tint = "accent" if icon in ("folder", "bucket", "star") else "ink2"
            fill = "accent_soft" if icon == "folder" else ""
            icons.paint(painter, icon, QPointF(left, middle - 8), tint, fill=fill)
        left += 16 + ICON_GAP
        remark = index.data(Role.CHIP)
        chip_width = fonts.metrics(tokens.CHIP).horizontalAdvance(remark) + 16 if remark else 0
        room = rect.right() - left - 12 - (chip_width + 10 if remark else 0)
        after = index.data(Role.AFTER)
        runs = index.data(Role.PIECES)
        kind = tokens.NAME
        end = paint_runs(painter, QPointF(left, middle), names.elided(runs, room, width_of(kind)), kind)
        if after:
            painter.setFont(fonts.font(kind))
            painter.setPen(theme.colour("ink2"))
            painter.drawText(QPointF(end + 4, middle + _baseline(kind)), after)
        if remark:
            _paint_chip(painter, QRectF(end + 10, middle - 10, chip_width, 20), remark)

    def helpEvent(self, event: QHelpEvent, view, option: QStyleOptionViewItem, index: QModelIndex) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        QToolTip.showText(event.globalPos(), tip(text) if index.column() == 0 else "", view)
        return True


class Skeleton:
    """Bars of `track` where rows will be, pulsing; shown only when rows take longer than a moment."""

    _WIDTHS = (0.34, 0.46, 0.28, 0.52, 0.38, 0.31, 0.44, 0.25, 0.49)

    def __init__(self, view: RowsView) -> None:
        self.showing = False
        self._view = view
        self._delay = QTimer(view, singleShot=True, interval=Motion.SKELETON_AFTER)
        self._delay.timeout.connect(self._show)
        self._frame = QTimer(view, interval=40)
        self._frame.timeout.connect(self._step)
        self._phase = 0.0

    def begin(self) -> None:
        """Rows have been asked for."""
        if not self.showing:
            self._delay.start()

    def end(self) -> None:
        """Rows, or a refusal, are there."""
        self._delay.stop()
        self._frame.stop()
        if self.showing:
            self.showing = False
            self._view.viewport().update()

    def _show(self) -> None:
        self.showing, self._phase = True, 0.0
        if motion.duration(Motion.PULSE):
            self._frame.start()
        self._view.viewport().update()

    def _step(self) -> None:
        self._phase = (self._phase + self._frame.interval() / Motion.PULSE) % 1.0
        self._view.viewport().update()

    def paint(self, painter: QPainter) -> None:
        """Paint the bars over the whole view."""
        painter.setOpacity(0.55 + 0.45 * abs(2 * self._phase - 1))
        colour = theme.colour("track")
        room = self._view.header().sectionSize(0) - 60
        right = self._view.viewport().width() - RIGHT - INSET
        for number in range(min(len(self._WIDTHS), self._view.viewport().height() // ROW)):
            middle = number * ROW + ROW / 2
            painting.box(painter, QRectF(LEFT + INSET, middle - 8, 16, 16), Radius.SMALL, colour)
            width = room * self._WIDTHS[number]
            painting.box(painter, QRectF(LEFT + INSET + 16 + ICON_GAP, middle - 3, width, 6), 3, colour)
            painting.box(painter, QRectF(right - 84, middle - 3, 84, 6), 3, colour)


def width_of(kind: tokens.Type) -> names.Width:
    """Measures a run in type ``kind``; a marker has its ground and a little air on both sides."""
    metrics = fonts.metrics(kind)

    def width(run: Run) -> float:
        return chip.marker_width(run.text) + 4 if run.marker else metrics.horizontalAdvance(run.text)

    return width


def paint_runs(painter: QPainter, place: QPointF, runs: Iterable[Run], kind: tokens.Type, tint: str = "ink") -> float:
    """Paint ``runs`` from ``place`` (left, middle) on; return where they end.

    Each run is laid out alone, so that no direction leaks into the next; a marker stands on its own ground.
    """
    left = place.x()
    for run in runs:
        if run.marker:
            width = chip.marker_width(run.text)
            chip.marker(painter, QRectF(left + 2, place.y() - 8, width, 16), run.text)
            left += width + 4
        else:
            left += _paint_run(painter, QPointF(left, place.y()), run.text, kind, tint)
    return left


def _paint_run(painter: QPainter, place: QPointF, text: str, kind: tokens.Type, tint: str) -> float:
    painter.setFont(fonts.font(kind))
    painter.setPen(theme.colour(tint))
    if text.isascii():
        painter.drawText(QPointF(place.x(), place.y() + _baseline(kind)), text)
        return painter.fontMetrics().horizontalAdvance(text)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout = QTextLayout(text, fonts.font(kind), painter.device())
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100_000)
    layout.endLayout()
    line.draw(painter, QPointF(place.x(), place.y() + _baseline(kind) - line.ascent()))
    return line.naturalTextWidth()


def _baseline(kind: tokens.Type) -> float:
    """How far below the middle of a row its baseline lies: the same for every script, so that rows stay level."""
    metrics = fonts.metrics(kind)
    return (metrics.ascent() - metrics.descent()) / 2


def _paint_thumbnail(painter: QPainter, rect: QRectF, picture: QImage) -> None:
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    path = QPainterPath()
    path.addRoundedRect(rect, Radius.SMALL, Radius.SMALL)
    painter.setClipPath(path)
    side = min(picture.width(), picture.height())
    source = QRect((picture.width() - side) // 2, (picture.height() - side) // 2, side, side)
    painter.drawImage(rect, picture, QRectF(source))
    painter.restore()


def _paint_chip(painter: QPainter, rect: QRectF, text: str) -> None:
    painting.box(painter, rect, rect.height() / 2, theme.colour("chip"))
    painter.setFont(fonts.font(tokens.CHIP))
    painter.setPen(theme.colour("ink2"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
