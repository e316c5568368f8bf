"""The focus frame: 2 px of accent, 2 px away from the control, which a style sheet cannot draw."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from stsviewer.ui import painting, theme
from stsviewer.ui.tokens import Size


class FocusFrame(QWidget):
    """One frame for a whole window. It marks every control that has ``focus_radius`` (px) while that has the focus.

    A control with ``by_keyboard`` false (a button that was clicked) is not marked.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        QApplication.instance().focusChanged.connect(self._focus_changed)

    def _focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        for widget in self._watched:
            if shiboken6.isValid(widget):  # a window that goes takes some along before `destroyed` is told
                widget.removeEventFilter(self)
        self._watched.clear()
        self._target = None
        marked = now is not None and now.window() is self._window and getattr(now, "focus_radius", None) is not None
        if not marked or not getattr(now, "by_keyboard", True):
            self.hide()
            return
        self._target = now
        ground = self._ground(now)
        if self.parentWidget() is not ground:
            self.setParent(ground)
        widget = now
        while widget is not None and widget is not ground:
            widget.installEventFilter(self)
            widget.destroyed.connect(self._forget)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._place()

    def _ground(self, widget: QWidget) -> QWidget:
        """The nearest thing that scrolls the control along, else the window."""
        parent = widget.parentWidget()
        while parent is not None and parent is not self._window:
            area = parent.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
                return parent
            parent = parent.parentWidget()
        return self._window

    def _forget(self, gone: QObject) -> None:
        self._watched = [widget for widget in self._watched if widget is not gone]
        if self._target is gone:
            self._target = None
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self._place()
        return False

    def _place(self) -> None:
        target = self._target
        if target is None or not target.isVisible():
            self.hide()
            return
        away = Size.FOCUS_AWAY + self._width()
        place = QRect(target.mapTo(self.parentWidget(), QPoint(0, 0)), target.size())
        self.setGeometry(place.adjusted(-away, -away, away, away))
        self.show()
        self.raise_()

    @staticmethod
    def _width() -> int:
        return 3 if theme.colours().high_contrast else Size.FOCUS

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._target is not None:
            radius = self._target.focus_radius + Size.FOCUS_AWAY + self._width() / 2
            painting.box(QPainter(self), QRectF(self.rect()), radius, None, theme.colour("accent"), self._width())
