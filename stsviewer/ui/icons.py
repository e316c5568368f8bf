"""The icon set: SVG files drawn in one colour of the theme, sharp at every size and scale.

The colour is looked up when an icon is painted, so a theme switch needs no new icons.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from stsviewer import places
from stsviewer.ui import theme
from stsviewer.ui.tokens import LIGHT

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

_STROKE = 'stroke-width="1.5"'


@cache
def _drawing(name: str) -> str:
    return (places.resources() / "icons" / f"{name}.svg").read_text("utf-8")


@lru_cache(maxsize=512)
def _image(name: str, width: int, height: int, colour: str, stroke: float, fill: str) -> QImage:
    drawing = _drawing(name).replace("currentColor", colour)
    if stroke:
        drawing = drawing.replace(_STROKE, f'stroke-width="{stroke}"')
    if fill:
        drawing = drawing.replace('fill="none"', f'fill="{fill}"', 1)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, width, height))
    painter.end()
    return image


def paint(
    painter: QPainter,
    name: str,
    place: QPoint | QPointF,
    tint: str = "ink2",
    size: int = 16,
    *,
    stroke: float = 0.0,
    fill: str = "",
) -> None:
    """Paint icon ``name``, its top left at ``place``; ``tint`` and ``fill`` name colours, ``stroke`` a width."""
    scale = painter.device().devicePixelRatioF()
    pixels = max(1, round(size * scale))
    colours = theme.colours()
    image = _image(name, pixels, pixels, colours.value(tint), stroke, colours.value(fill) if fill else "")
    x, y = place.x(), place.y()
    if scale != int(scale):  # onto whole device pixels
        shift = painter.worldTransform().map(QPointF(0, 0))
        x = round((x + shift.x()) * scale) / scale - shift.x()
        y = round((y + shift.y()) * scale) / scale - shift.y()
    elif scale == 1.0:
        x, y = round(x), round(y)
    painter.drawImage(QRectF(x, y, pixels / scale, pixels / scale), image)


@cache
def app_icon() -> QIcon:
    """The program's own icon: a key whose bow is the countdown ring."""
    from PySide6.QtGui import QIcon

    made = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        made.addPixmap(brand(size, 1.0))
    return made


def brand(size: int, scale: float) -> QPixmap:
    """The program's mark of ``size`` logical px."""
    pixels = round(size * scale)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing = _drawing("stsviewer").replace(LIGHT.accent_fill, theme.colours().accent_fill)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(scale)
    return made
