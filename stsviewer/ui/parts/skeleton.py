"""Bars where text will be: what a pane shows while it loads, instead of a spinner."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from stsviewer.ui import motion, painting, theme
from stsviewer.ui.tokens import Motion, Size


def bar(painter: QPainter, rect: QRectF) -> None:
    """One bar, as high as ``rect``."""
    painting.box(painter, rect, rect.height() / 2, theme.colour("track"))


class SkeletonBar(QWidget):
    """A bar of ``width`` px that appears after a moment and pulses gently."""

    def __init__(self, width: int, height: int = Size.SKELETON_BAR, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size = QSize(width, height)
        self._phase = 0
        self._shown = False
        self._pulse = QTimer(self, interval=Motion.PULSE // 12)
        self._pulse.timeout.connect(self._step)

    def sizeHint(self) -> QSize:
        return self._size

    def showEvent(self, event) -> None:
        QTimer.singleShot(Motion.SKELETON_AFTER, self, self._appear)
        super().showEvent(event)

    def hideEvent(self, event) -> None:
        self._pulse.stop()
        self._shown = False
        super().hideEvent(event)

    def _appear(self) -> None:
        if self.isVisible():
            self._shown = True
            if motion.duration(Motion.PULSE):
                self._pulse.start()
            self.update()

    def _step(self) -> None:
        self._phase = (self._phase + 1) % 12
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown:
            painter = QPainter(self)
            painter.setOpacity(1.0 - 0.5 * abs(self._phase - 6) / 6)
            bar(painter, QRectF(0, (self.height() - self._size.height()) / 2, self._size.width(), self._size.height()))
