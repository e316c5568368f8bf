"""The ladder: dots on a pole, each with its claim, its evidence and its time; one rung at a time is opened."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMoveEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from stsviewer.check.values import Rung, RungName, RungState
from stsviewer.ui import fonts, motion, painting, theme, tokens
from stsviewer.ui.check import marks, words
from stsviewer.ui.check.steps import REACHED, Steps, claim, evidence
from stsviewer.ui.parts.chip import Chip
from stsviewer.ui.parts.label import text_rect
from stsviewer.ui.tokens import Motion, Radius

ROW = 31
DOT, CLAIM = 23, 44  # px from the left: the middle of the dots, the claims
TIME, EVIDENCE = 16, 80  # px from the right: where each ends
_HEAD, _FOOT = 32, 13  # px of an opened rung over and under what it opens to
_HEAD_MIDDLE = 18
_CHIP = 68
_GAP = 16  # between a claim and its evidence
_TURN = 40  # ms between two pictures of a dot that turns


class StepsView(QListView):
    """As high as its rungs: what it stands in scrolls. ``detail`` lies under the head of the rung that is opened.

    It is a child not of the list but of the ``ground`` that both stand on: assistive tools find only rows in a list.
    """

    opening = Signal(object)
    """A rung is about to be opened (the Rung): fill ``detail``."""
    opened_changed = Signal()
    """Another rung is open, or none."""
    height_changed = Signal()

    def __init__(self, steps: Steps, detail: QWidget, ground: QWidget) -> None:
        super().__init__(ground)
        self._steps, self._detail = steps, detail
        self._opened: RungName | None = None
        self._share = 1.0  # how far the opened rung has opened
        self._turn = 0.0
        self._ground = ground
        self._chip = Chip("", parent=ground)
        self._chip.hide()
        detail.setParent(ground)
        detail.hide()
        detail.installEventFilter(self)
        self.setModel(steps)
        self.setItemDelegate(_Row(self))
        self.setAccessibleName("Check steps")
        self.setFrameStyle(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setAccessibleName("Check steps, position")
        self.horizontalScrollBar().setAccessibleName("Check steps, horizontal position")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self._clock = QTimer(self, interval=_TURN)
        self._clock.timeout.connect(self._step)
        steps.modelReset.connect(self._changed)
        steps.dataChanged.connect(self._changed)

    # -- opening -------------------------------------------------------------------------------

    def opened(self) -> RungName | None:
        """The rung that is opened."""
        return self._opened

    def open(self, name: RungName | None, *, at_once: bool = False) -> None:
        """Open the rung called ``name`` and close the other; None closes what is open."""
        row = self._steps.row_of(name) if name is not None else None
        self._opened = name if row is not None else None
        if row is not None:
            self.opening.emit(self._steps.rung(row))
            self.setCurrentIndex(self._steps.index(row))
        self._detail.setVisible(row is not None)
        self.opened_changed.emit()
        if at_once or row is None or not self.isVisible():
            self._grow(1.0)
        else:
            self._grow(0.0)
            motion.ease(self, 0.0, 1.0, Motion.GROW, self._grow)

    def toggle(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Open the rung in ``index``, or close it. What has not been reached has nothing to show."""
        rung = self._steps.rung(index.row())
        if rung.name is self._opened:
            self.open(None)
        elif rung.state in REACHED:
            self.open(rung.name)

    def set_chip(self, text: str, mark: str = "") -> None:
        """How certain the cause is that the opened rung shows."""
        self._chip.set(text, mark=mark)
        self._chip.setAccessibleName(text)
        self._chip.adjustSize()
        self._place()

    def _grow(self, share: float) -> None:
        self._share = float(share)
        self.lay_out()
        if self._share >= 1:
            QTimer.singleShot(0, self, self.lay_out)  # some parts know their height only once they have their width

    def _changed(self) -> None:
        if self._opened is not None and self._steps.row_of(self._opened) is None:
            self._opened = None
            self._detail.hide()
        self._run_clock()
        self.lay_out()

    # -- geometry ------------------------------------------------------------------------------

    def lay_out(self) -> None:
        """Heights may be others now."""
        height = sum(self.row_height(row) for row in range(self._steps.rowCount()))
        if height != self.height():
            self.setFixedHeight(max(height, 1))
            self.height_changed.emit()
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self._place()
        self.viewport().update()

    def row_height(self, row: int) -> int:
        """The height of one row, px."""
        if self._steps.rung(row).name is not self._opened:
            return ROW
        return round(ROW + (_HEAD + self._detail_height() + _FOOT - ROW) * self._share)

    def _detail_height(self) -> int:
        layout = self._detail.layout()
        return layout.totalHeightForWidth(self._detail_width()) if layout is not None else 0

    def _detail_width(self) -> int:
        return max(200, self.viewport().width() - CLAIM - TIME)

    def _place(self) -> None:
        row = self._steps.row_of(self._opened) if self._opened is not None else None
        self._chip.setVisible(row is not None and bool(self._chip.text()))
        if row is None:
            return
        place = self.visualRect(self._steps.index(row)).translated(self.viewport().mapTo(self._ground, QPoint(0, 0)))
        height = max(0, place.height() - _HEAD - _FOOT)
        self._detail.setGeometry(QRect(place.left() + CLAIM, place.top() + _HEAD, self._detail_width(), height))
        middle = place.top() + _HEAD_MIDDLE
        left = place.left() + self.viewport().width() - _CHIP - self._chip.width()
        self._chip.move(left, middle - self._chip.height() // 2)
        for widget in (self._detail, self._chip):
            widget.raise_()

    def chip_width(self) -> int:
        """The room that the chip takes from the opened rung's claim."""
        return self._chip.width() if self._chip.text() else 0

    def sizeHint(self) -> QSize:
        return QSize(400, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.lay_out()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._place()

    def eventFilter(self, watched, event: QEvent) -> bool:
        if watched is self._detail and event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self.lay_out)
        return super().eventFilter(watched, event)

    # -- keys, mouse, motion -------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        key = event.key()
        if not index.isValid():
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.toggle(index)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            if (key == Qt.Key.Key_Right) != (self._steps.rung(index.row()).name is self._opened):
                self.toggle(index)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.toggle(index)

    def mouseDoubleClickEvent(self, event) -> None:
        event.accept()  # its two releases have opened and closed

    def wheelEvent(self, event) -> None:
        event.ignore()  # what it stands in scrolls

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self._steps.rowCount():
            self.setCurrentIndex(self._steps.index(0))
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def turn(self) -> float:
        """How far the dot of what is being tried has turned, 0 to 1."""
        return self._turn

    def _run_clock(self) -> None:
        trying = any(rung.state is RungState.TRYING for rung in self._steps.rungs())
        if trying and motion.duration(_TURN):
            self._clock.start()
        else:
            self._clock.stop()

    def _step(self) -> None:
        self._turn = (self._turn + _TURN / 1000) % 1.0
        for row, rung in enumerate(self._steps.rungs()):
            if rung.state is RungState.TRYING:
                self.update(self._steps.index(row))


class _Row(QStyledItemDelegate):
    """Paints a rung's head; what it opens to is a widget."""

    def __init__(self, view: StepsView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(self._view.viewport().width(), self._view.row_height(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        steps, row = self._view.model(), index.row()
        rung = steps.rung(row)
        rect = QRectF(option.rect)
        opened = rung.name is self._view.opened()
        middle = rect.top() + (_HEAD_MIDDLE if opened else ROW / 2)
        painter.save()
        self._band(painter, rect, rung, opened=opened)
        self._pole(painter, rect, middle, row)
        self._dot(painter, QPointF(DOT, middle), rung, opened=opened)
        self._words(painter, rect, middle, rung, opened=opened)
        if self._view.hasFocus() and index == self._view.currentIndex():
            painting.focus_ring(painter, rect.adjusted(4, 1, -4, -1), Radius.CONTROL)
        painter.restore()

    def _band(self, painter: QPainter, rect: QRectF, rung: Rung, *, opened: bool) -> None:
        if not opened:
            return
        painting.fill(painter, rect, theme.colour("bad_tint" if rung.state is RungState.FAILED else "sunken"))
        painting.horizontal_line(painter, rect.left(), rect.right(), rect.top(), theme.colour("line"))
        painting.horizontal_line(painter, rect.left(), rect.right(), rect.bottom() - 1, theme.colour("line"))

    def _pole(self, painter: QPainter, rect: QRectF, middle: float, row: int) -> None:
        steps = self._view.model()
        radius = {RungState.WAITING: marks.IDLE, RungState.SKIPPED: marks.IDLE}.get(
            steps.rung(row).state, marks.DOT
        ) / 2
        if row:
            top = QRectF(DOT - 1, rect.top(), 2, middle - radius - rect.top())
            painting.fill(painter, top, self._pole_colour(steps.rung(row - 1)))
        if row + 1 < steps.rowCount():
            under = QRectF(DOT - 1, middle + radius, 2, rect.bottom() - middle - radius)
            painting.fill(painter, under, self._pole_colour(steps.rung(row)))

    @staticmethod
    def _pole_colour(under: Rung):
        return theme.colour("pole" if under.state in (RungState.PASSED, RungState.REMARK) else "line")

    def _dot(self, painter: QPainter, centre: QPointF, rung: Rung, *, opened: bool) -> None:
        if rung.state is RungState.TRYING:
            marks.trying(painter, centre, self._view.turn())
        elif rung.state in marks.RUNGS:
            marks.dot(painter, centre, marks.RUNGS[rung.state])
        else:
            marks.idle(painter, centre)

    def _words(self, painter: QPainter, rect: QRectF, middle: float, rung: Rung, *, opened: bool) -> None:
        line = QRectF(CLAIM, middle - 10, rect.width() - CLAIM - TIME, 20)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        text_rect(painter, line, words.took(rung.seconds), "ink3", tokens.SMALL, right)
        line.setRight(rect.width() - EVIDENCE)
        reached = rung.state not in (RungState.WAITING, RungState.SKIPPED)
        kind = tokens.STRONG if opened or rung.state is RungState.FAILED else tokens.NAME if reached else tokens.BODY
        said_claim = claim(rung)
        wanted = fonts.metrics(kind).horizontalAdvance(said_claim) + 1
        said = "" if opened and self._view.chip_width() else evidence(rung)
        if opened and self._view.chip_width():
            line.setRight(rect.width() - _CHIP - self._view.chip_width() - 8)
        small = fonts.metrics(tokens.SMALL)
        room = line.width() - wanted - _GAP
        if said and room > 60:
            said = small.elidedText(said, Qt.TextElideMode.ElideMiddle, int(room))
            text_rect(painter, line, said, "ink3", tokens.SMALL, right)
        shown_claim = fonts.metrics(kind).elidedText(said_claim, Qt.TextElideMode.ElideRight, int(line.width()))
        tint = "ink" if reached else "ink3"
        text_rect(painter, line, shown_claim, tint, kind, Qt.AlignmentFlag.AlignVCenter)
