"""Toasts: short news at the bottom right with at most one action."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stsviewer.ui import icons, motion, painting, theme
from stsviewer.ui.parts.button import LINK, Button
from stsviewer.ui.parts.label import ElidedLabel
from stsviewer.ui.tokens import Motion, Radius, Size, Space

_SHADOW = 24
_RISES = 12  # px that a new one comes up from
_STAYS = 6000  # ms; one with an action stays twice as long
MARKS = {"done": ("check", "ok"), "failed": ("warn", "bad"), "note": ("clock", "ink2")}


class _Toast(QWidget):
    def __init__(self, stack: Toasts, sort: str, text: str, action: str, act: Callable[[], None] | None) -> None:
        super().__init__(stack.window_)
        self._drawing, self._tint = MARKS[sort]
        self.shift = 0
        self.setFixedHeight(Size.TOAST + 2 * _SHADOW)
        self.setAccessibleName(text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_SHADOW + 40, _SHADOW, _SHADOW + 14, _SHADOW)
        layout.setSpacing(24)
        layout.addWidget(ElidedLabel(text))
        layout.addStretch(1)
        if action and act is not None:
            button = Button(action, kind=LINK, name=action)
            button.clicked.connect(act)
            button.clicked.connect(lambda: stack.close(self))
            layout.addWidget(button)
        self.resize(min(max(self.sizeHint().width(), 240 + 2 * _SHADOW), 420 + 2 * _SHADOW), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        sheet = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        painting.soft_shadow(painter, sheet, Radius.CARD)
        painting.box(painter, sheet, Radius.CARD, theme.colour("raised"), theme.colour("line"))
        icons.paint(painter, self._drawing, QPointF(sheet.left() + 14, sheet.center().y() - 8), self._tint)


class Toasts(QObject):
    """The toasts of one window: at most three, the newest at the bottom."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.window_ = window
        self._open: list[_Toast] = []
        window.installEventFilter(self)

    def show(self, sort: str, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Tell ``text``; ``sort`` is ``done``, ``failed`` or ``note``. ``act`` runs when ``action`` is pressed."""
        toast = _Toast(self, sort, text, action, act)
        self._open.append(toast)
        while len(self._open) > 3:
            self.close(self._open[0])
        toast.show()
        self._place()
        motion.ease(toast, _RISES, 0, Motion.POPUP, lambda shift: self._rise(toast, round(shift)))
        QTimer.singleShot(_STAYS * (2 if action else 1), toast, lambda: self.close(toast))

    def texts(self) -> list[str]:
        """What is being told now."""
        return [toast.accessibleName() for toast in self._open]

    def close(self, toast: _Toast) -> None:
        """Take one away."""
        if toast in self._open:
            self._open.remove(toast)
            toast.hide()
            toast.deleteLater()
            self._place()

    def _rise(self, toast: _Toast, shift: int) -> None:
        toast.shift = shift
        self._place()

    def _place(self) -> None:
        window = self.window_
        bottom = window.height() - Space.WINDOW_TOP - Size.STATUS_LINE + _SHADOW
        for toast in reversed(self._open):
            right = window.width() - Space.WINDOW + _SHADOW
            toast.move(right - toast.width(), bottom - toast.height() + toast.shift)
            toast.raise_()
            bottom -= Size.TOAST + Space.SMALL

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False
