"""Bars where rows will be: what a list shows instead of a spinner."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTreeView

from stsviewer.ui import motion, painting, theme
from stsviewer.ui.browser.row_delegate import ICON_GAP, INSET, LEFT, RIGHT, ROW
from stsviewer.ui.tokens import Motion, Radius


class Skeleton:
    """Bars of `track` where rows will be, pulsing; shown only when rows take longer than a moment."""

    _WIDTHS = (0.34, 0.46, 0.28, 0.52, 0.38, 0.31, 0.44, 0.25, 0.49)

    def __init__(self, view: QTreeView) -> None:
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
