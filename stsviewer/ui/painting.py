"""Drawing with whole device pixels: lengths scale with the screen, hairlines do not blur at 1.5x."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from stsviewer.ui import theme
from stsviewer.ui.tokens import SHADOW_IN_THE_DARK, Radius, Size


def hairline(painter: QPainter) -> float:
    """The width of a hairline in logical px: as many whole device pixels as fit into 1 px, at least one."""
    scale = painter.device().devicePixelRatioF()
    return max(1, int(scale)) / scale


def snapped(painter: QPainter, rect: QRectF) -> QRectF:
    """``rect`` with its edges moved to the nearest device pixels."""
    scale = painter.device().devicePixelRatioF()
    if scale == int(scale):
        return rect
    shift = painter.worldTransform().map(QPointF(0, 0))

    def snap(value: float, origin: float) -> float:
        return round((value + origin) * scale) / scale - origin

    left, top = snap(rect.left(), shift.x()), snap(rect.top(), shift.y())
    right, bottom = snap(rect.right(), shift.x()), snap(rect.bottom(), shift.y())
    return QRectF(left, top, right - left, bottom - top)


def box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    border: QColor | None = None,
    width: float | None = None,
) -> None:
    """A rounded box whose border lies inside ``rect``; ``width`` in px, a hairline when it is left out."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = snapped(painter, rect)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        stroke = width or hairline(painter)
        painter.setPen(QPen(border, stroke))
        inner = inner.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        radius -= stroke / 2
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inner, radius, radius)
    painter.restore()


def fill(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """Fill ``rect`` edge to edge. ``QPainter.fillRect`` looks through its overloads first: 4 ms at its first call."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(rect)
    painter.restore()


def horizontal_line(painter: QPainter, left: float, right: float, y: float, colour: QColor) -> None:
    """A hairline from ``left`` to ``right`` whose upper edge is at ``y``."""
    place = snapped(painter, QRectF(left, y, right - left, 1))
    place.setHeight(hairline(painter))
    fill(painter, place, colour)


def vertical_line(painter: QPainter, x: float, top: float, bottom: float, colour: QColor) -> None:
    """A hairline from ``top`` to ``bottom`` whose left edge is at ``x``."""
    place = snapped(painter, QRectF(x, top, 1, bottom - top))
    place.setWidth(hairline(painter))
    fill(painter, place, colour)


def card(painter: QPainter, rect: QRectF) -> None:
    """A card that fills ``rect`` but for 2 px under it, where the light theme has its shadow (0/1/2, ink at 5 %)."""
    colours = theme.colours()
    body = rect.adjusted(0, 0, 0, -2)
    if not colours.dark:
        for offset, alpha in ((2.0, 6), (1.0, 9)):
            shade = QColor(colours.ink)
            shade.setAlpha(alpha)
            box(painter, body.translated(0, offset), Radius.CARD, shade)
    box(painter, body, Radius.CARD, theme.colour("surface"), theme.colour("line"))


def focus_ring(painter: QPainter, rect: QRectF, radius: float) -> None:
    """The focus mark inside ``rect`` (for rows; controls are marked from outside by the focus frame)."""
    width = 3 if theme.colours().high_contrast else Size.FOCUS
    box(painter, rect, radius, None, theme.colour("accent"), width)


def chequered(painter: QPainter, rect: QRectF, cell: int = 8) -> None:
    """The pattern under transparent pictures."""
    painter.save()
    painter.setClipRect(rect)
    fill(painter, rect, theme.colour("surface"))
    path = QPainterPath()
    columns, rows = int(rect.width() // cell) + 1, int(rect.height() // cell) + 1
    for row in range(rows):
        for column in range(row % 2, columns, 2):
            path.addRect(QRectF(rect.left() + column * cell, rect.top() + row * cell, cell, cell))
    painter.fillPath(path, theme.colour("well"))
    painter.restore()


def soft_shadow(painter: QPainter, rect: QRectF, radius: float) -> None:
    """The shadow of what floats (menu, toast): 0/8/24 of ink at 14 %, in the dark 0/10/28 of black at 50 %."""
    dark = theme.colours().dark
    offset, blur, strength = (10, 28, 0.50) if dark else (8, 24, 0.14)
    base = QColor(SHADOW_IN_THE_DARK) if dark else QColor(theme.colours().ink)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    spread = blur // 2
    for step in range(spread, -spread, -1):
        base.setAlphaF(strength / (2 * spread) * 1.1)
        painter.setBrush(base)
        grown = rect.translated(0, offset).adjusted(-step, -step, step, step)
        if grown.isValid():
            corner = max(radius + step, 1)
            painter.drawRoundedRect(grown, corner, corner)
    painter.restore()
