"""The ring of the token card: what is left of the token, always in sight."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stsviewer.ui import fonts, icons, motion, theme, tokens
from stsviewer.ui.parts import ring
from stsviewer.ui.session import LAST_MINUTE, State
from stsviewer.ui.tokens import Motion, Size

TINTS = {State.LIVE: "ok", State.SOON: "warn_mark", State.LAST_MINUTE: "bad", State.DIRECT: "ok"}
_TURN = 1200  # ms for one turn while renewing


def clock(seconds: float) -> str:
    """``58:41``, ``4:32``, ``0:48``; ``11:59:59`` from an hour and a minute on. Rounded up: 0:00 is the end itself."""
    whole = math.ceil(seconds)
    minutes, rest = divmod(whole, 60)
    if minutes > 60:
        return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"
    return f"{minutes}:{rest:02}"


class Countdown(QWidget):
    """Shows a state and, when there is a token, its share of life and the time that is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(Size.RING, Size.RING)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Countdown")
        self._state = State.NONE
        self._left, self._share = 0.0, 0.0
        self._turn = 0.0
        self._turning = QTimer(self, interval=40)
        self._turning.timeout.connect(self._step)
        self._sweep: float | None = None

    def sizeHint(self) -> QSize:
        return QSize(Size.RING, Size.RING)

    def show_state(self, state: State, left: float, share: float) -> None:
        """``left`` in seconds, ``share`` of the life that is left from 1 to 0. Repaints its own square only."""
        renewed = self._state is State.RENEWING and state in TINTS
        self._state, self._left, self._share = state, left, share
        if state is State.RENEWING:
            if motion.duration(_TURN) and not self._turning.isActive():
                self._turning.start()
        else:
            self._turning.stop()
        if renewed and motion.duration(Motion.SWEEP):
            motion.ease(self, 0.0, 1.0, Motion.SWEEP, self._sweep_step)
        self.setAccessibleDescription(self._said())
        self.update()

    def digits(self) -> str:
        """What stands in the middle."""
        return clock(self._left) if self._state in TINTS and self._state is not State.DIRECT else ""

    def _said(self) -> str:
        word = self._word()
        return f"{self.digits()} {word}".strip() if self.digits() else word

    def _word(self) -> str:
        return {
            State.NONE: self.tr("No token yet"),
            State.RENEWING: self.tr("Renewing"),
            State.LIVE: self.tr("left"),
            State.SOON: self.tr("left"),
            State.LAST_MINUTE: self.tr("seconds"),
            State.EXPIRED: self.tr("Expired"),
            State.REFUSED: self.tr("no token"),
            State.DIRECT: self.tr("own key"),
        }[self._state]

    def _sweep_step(self, share: float) -> None:
        self._sweep = None if share >= 1.0 else share
        self.update()

    def _step(self) -> None:
        self._turn = (self._turn + self._turning.interval() / _TURN) % 1.0
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        state = self._state
        if state is State.RENEWING:
            ring.turning(painter, rect, Size.RING_STROKE, "accent", self._turn)
            icons.paint(painter, "refresh", rect.center() - QPointF(8, 8), "accent")
        elif state is State.EXPIRED:
            ring.dotted(painter, rect, "bad")
            icons.paint(painter, "clock", rect.center() - QPointF(8, 15), "bad")
            self._line(painter, self._word(), "bad", tokens.CAPTION, 49, 13)
        elif state in TINTS:
            stroke = Size.RING_STROKE if state in (State.LIVE, State.DIRECT) else Size.RING_STROKE_LATE
            share = min(1.0, self._left / LAST_MINUTE) if state is State.LAST_MINUTE else self._share
            share = 1.0 if state is State.DIRECT else share
            ring.life(painter, rect, stroke, TINTS[state], share if self._sweep is None else share * self._sweep)
            self._middle(painter)
        else:
            ring.track(painter, rect, Size.RING_STROKE)
            self._middle(painter)

    def _middle(self, painter: QPainter) -> None:
        if self._state is State.DIRECT:
            icons.paint(painter, "key", QPointF(Size.RING / 2 - 8, 22), "ok")
            self._line(painter, self._word(), "ink3", tokens.CAPTION, 46, 13)
            return
        late = {State.SOON: "warn", State.LAST_MINUTE: "bad"}
        tint = late.get(self._state, "ink" if self._state is State.LIVE else "ink3")
        digits = self.digits() or "--:--"
        kind = tokens.RING_DIGITS if len(digits) < 6 else tokens.RING_DIGITS_LONG
        if self._state is State.NONE:
            self._line(painter, digits, tint, kind, Size.RING / 2 - 12, 24)
            return
        self._line(painter, digits, tint, kind, 22, 22)
        self._line(painter, self._word(), late.get(self._state, "ink3"), tokens.CAPTION, 42, 14)

    def _line(self, painter: QPainter, text: str, tint: str, kind: tokens.Type, top: float, height: float) -> None:
        painter.setFont(fonts.font(kind))
        painter.setPen(theme.colour(tint))
        room = QRectF(8, top, Size.RING - 16, height)
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, text)
