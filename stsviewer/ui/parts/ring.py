"""The countdown ring, large in the card and small wherever a life is running. Nothing else draws an arc."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from stsviewer.ui import theme


def track(painter: QPainter, rect: QRectF, stroke: float) -> None:
    """The unlit ring that fills ``rect``."""
    _arc(painter, rect, stroke, "track", 0.0, 1.0)


def life(painter: QPainter, rect: QRectF, stroke: float, tint: str, share: float) -> None:
    """A ring that empties clockwise from the top: ``share`` (0 to 1) of it, the end, is still lit."""
    track(painter, rect, stroke)
    if share > 0:
        _arc(painter, rect, stroke, tint, 1.0 - share, share)


def turning(painter: QPainter, rect: QRectF, stroke: float, tint: str, turn: float) -> None:
    """A third of a ring that has turned by ``turn`` (0 to 1)."""
    track(painter, rect, stroke)
    _arc(painter, rect, stroke, tint, turn + 0.62, 1 / 3)


def dotted(painter: QPainter, rect: QRectF, tint: str, dot: float = 2.6) -> None:
    """The ring of an expired token: dots of ``dot`` px."""
    radius = (rect.width() - dot) / 2
    count = max(8, round(2 * math.pi * radius / (dot * 2.2)))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(tint))
    for number in range(count):
        angle = 2 * math.pi * number / count
        centre = rect.center() + QPointF(math.sin(angle) * radius, -math.cos(angle) * radius)
        painter.drawEllipse(centre, dot / 2, dot / 2)
    painter.restore()


def _arc(painter: QPainter, rect: QRectF, stroke: float, tint: str, start: float, share: float) -> None:
    """``share`` of the circle, from ``start`` clockwise after twelve o'clock."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
    painter.setPen(QPen(theme.colour(tint), stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    if share >= 0.9995:
        painter.drawEllipse(inner)
    else:
        painter.drawArc(inner, round((90 - start * 360) * 16), round(-share * 360 * 16))
    painter.restore()
