"""The ladder: dots on a pole, each with its claim, its evidence and its time; one rung at a time is opened."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QWidget

from stsviewer.check.values import RungName, RungState
from stsviewer.ui import motion
from stsviewer.ui.check.step_row import CHIP, CLAIM, HEAD, HEAD_MIDDLE, ROW, TIME, StepRow
from stsviewer.ui.check.steps import REACHED, Steps
from stsviewer.ui.parts.chip import Chip
from stsviewer.ui.tokens import Motion

_FOOT = 13  # px of an opened rung under what it opens to
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
        self.setItemDelegate(StepRow(self))
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
        return round(ROW + (HEAD + self._detail_height() + _FOOT - ROW) * self._share)

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
        height = max(0, place.height() - HEAD - _FOOT)
        self._detail.setGeometry(QRect(place.left() + CLAIM, place.top() + HEAD, self._detail_width(), height))
        middle = place.top() + HEAD_MIDDLE
        left = place.left() + self.viewport().width() - CHIP - self._chip.width()
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
