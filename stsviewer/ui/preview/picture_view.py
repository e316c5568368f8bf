"""The picture itself: fit to its pane, zoomed with the wheel around the pointer, dragged, animated."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from stsviewer.ui import motion, painting, theme
from stsviewer.ui.preview.decode import Picture
from stsviewer.ui.preview.zoom_bar import ZoomBar
from stsviewer.ui.tokens import Motion, Radius

_MOST = 32.0
_STEP = 1.25
_PIXELS_SEEN_FROM = 3.0  # from this zoom on a pixel is a square, not a blur


class PictureView(QWidget):
    """Shows a :class:`Picture`. Zoom counts device pixels: at 100 % a px of it is one pixel of the screen."""

    zoomed = Signal(float)
    focus_radius = Radius.CONTROL

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Picture")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.by_keyboard = False
        self.setMinimumHeight(120)
        self._picture: Picture | None = None
        self._frame = 0
        self._runs_left = 0
        self._fits = True
        self._zoom = 1.0
        self._centre = QPointF()  # the px of the picture in the middle of the view
        self._grabbed: QPointF | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._next_frame)
        self.bar = ZoomBar(self)
        self.bar.fit_wanted.connect(self.fit)
        self.bar.whole_wanted.connect(lambda: self.set_zoom(1.0))
        self.bar.in_wanted.connect(lambda: self.set_zoom(self._zoom * _STEP))
        self.bar.out_wanted.connect(lambda: self.set_zoom(self._zoom / _STEP))
        self.bar.hide()
        self.zoomed.connect(self.bar.show_zoom)

    # -- what is shown ---------------------------------------------------------------------------------------------

    def set_picture(self, picture: Picture | None) -> None:
        """Show ``picture``, fit to the pane; None for nothing."""
        self._timer.stop()
        self._picture, self._frame = picture, 0
        self.bar.setVisible(picture is not None)
        if picture is not None:
            self._runs_left = picture.loops
            self.fit()
            self._schedule()
        self.update()

    @property
    def picture(self) -> Picture | None:
        """What is shown."""
        return self._picture

    @property
    def zoom(self) -> float:
        """Device pixels a px of the picture."""
        return self._zoom

    @property
    def fits(self) -> bool:
        """Whether the zoom follows the size of the pane."""
        return self._fits

    def fit(self) -> None:
        """Show the whole picture as large as the pane allows, a photo never larger than it is."""
        self._fits = True
        self._apply(self._fitting())
        self._centre = self._middle()

    def set_zoom(self, zoom: float, around: QPointF | None = None) -> None:
        """Zoom to ``zoom``, keeping the px of the picture at ``around`` (the middle, if left out) where it is."""
        if self._picture is None:
            return
        around = around if around is not None else QPointF(self.rect().center())
        held = self._px_at(around)
        self._fits = False
        self._apply(min(_MOST, max(zoom, min(self._fitting(), 1.0) / 2, 1 / max(1, self._picture.size.width()))))
        away = (around - QRectF(self.rect()).center()) / self._scale()
        self._centre = held - away
        self._keep_inside()
        self.update()

    def _apply(self, zoom: float) -> None:
        self._zoom = zoom
        self._show_hand()
        self.zoomed.emit(zoom)
        self.update()

    def _fitting(self) -> float:
        if self._picture is None or self._picture.size.isEmpty():
            return 1.0
        ratio, size = self.devicePixelRatioF(), self._picture.size
        fitting = min(self.width() * ratio / size.width(), self.height() * ratio / size.height())
        return fitting if self._picture.scalable else min(1.0, fitting)

    # -- places ----------------------------------------------------------------------------------------------------

    def _scale(self) -> float:
        """Logical px of the view a px of the picture."""
        return self._zoom / self.devicePixelRatioF()

    def _middle(self) -> QPointF:
        size = self._picture.size if self._picture is not None else QSize()
        return QPointF(size.width() / 2, size.height() / 2)

    def _px_at(self, place: QPointF) -> QPointF:
        return self._centre + (place - QRectF(self.rect()).center()) / self._scale()

    def _target(self) -> QRectF:
        """Where the whole picture lies in the view, its edges on device pixels."""
        scale, ratio = self._scale(), self.devicePixelRatioF()
        size = QSizeF(self._picture.size) * scale
        corner = QRectF(self.rect()).center() - self._centre * scale
        return QRectF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio, size.width(), size.height())

    def _keep_inside(self) -> None:
        """Never drag the picture out of sight; what is smaller than the view stays in its middle."""
        if self._picture is None:
            return
        scale, size, middle = self._scale(), self._picture.size, self._middle()

        def kept(centre: float, whole: float, half_view: float, half: float) -> float:
            return half if whole <= 2 * half_view else min(max(centre, half_view), whole - half_view)

        x = kept(self._centre.x(), size.width(), self.width() / 2 / scale, middle.x())
        y = kept(self._centre.y(), size.height(), self.height() / 2 / scale, middle.y())
        self._centre = QPointF(x, y)

    def _can_pan(self) -> bool:
        if self._picture is None:
            return False
        whole = QSizeF(self._picture.size) * self._scale()
        return whole.width() > self.width() + 1 or whole.height() > self.height() + 1

    # -- hands -----------------------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.pixelDelta().y() / 2 if not event.pixelDelta().isNull() else event.angleDelta().y()
        self.set_zoom(self._zoom * math.pow(_STEP, delta / 120), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.NativeGesture and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.set_zoom(self._zoom * (1 + event.value()), event.position())
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._can_pan():
            self._grabbed = event.position()
            self._show_hand()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            self._centre -= (event.position() - self._grabbed) / self._scale()
            self._grabbed = event.position()
            self._keep_inside()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None
        self._show_hand()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._fits:
            self.set_zoom(1.0, event.position())
        else:
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.set_zoom(self._zoom * _STEP)
        elif key == Qt.Key.Key_Minus:
            self.set_zoom(self._zoom / _STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_1:
            self.set_zoom(1.0)
        else:
            super().keyPressEvent(event)

    def _show_hand(self) -> None:
        if self._grabbed is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._can_pan():
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()

    # -- movement --------------------------------------------------------------------------------------------------

    def _schedule(self) -> None:
        frames = self._picture.frames if self._picture is not None else ()
        if len(frames) > 1 and motion.duration(Motion.POPUP) and self.isVisible():
            self._timer.start(frames[self._frame].delay)

    def _next_frame(self) -> None:
        frames = self._picture.frames
        if self._frame + 1 == len(frames):
            if self._runs_left == 0:
                return
            self._runs_left -= self._runs_left > 0
        self._frame = (self._frame + 1) % len(frames)
        self.update()
        self._schedule()

    def showEvent(self, event) -> None:
        self._schedule()
        super().showEvent(event)

    def hideEvent(self, event) -> None:
        self._timer.stop()
        super().hideEvent(event)

    # -- painting --------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.bar.move(self.width() - self.bar.width() - 8, self.height() - self.bar.height() - 8)
        if self._fits:
            self.fit()
        else:
            self._keep_inside()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), Radius.CONTROL, Radius.CONTROL)
        painter.fillPath(path, theme.colour("well"))
        if self._picture is None:
            return
        painter.setClipPath(path)
        target = self._target()
        if self._picture.transparent:
            painting.chequered(painter, target & QRectF(self.rect()))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._zoom < _PIXELS_SEEN_FROM)
        levels = self._picture.frames[self._frame].levels
        needed = target.width() * self.devicePixelRatioF()
        level = next((each for each in reversed(levels) if each.width() >= needed - 1), levels[0])
        # Only what is seen: Qt scales the whole source otherwise, however little of it is in sight.
        seen = target & QRectF(self.rect()).adjusted(-2, -2, 2, 2)
        if seen.isEmpty():
            return
        wide, high = level.width() / target.width(), level.height() / target.height()
        source = QRectF(
            (seen.left() - target.left()) * wide,
            (seen.top() - target.top()) * high,
            seen.width() * wide,
            seen.height() * high,
        )
        painter.drawImage(seen, level, source)
