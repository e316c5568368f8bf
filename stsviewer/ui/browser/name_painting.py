"""Painting names from outside: each run laid out alone, markers on their own ground, all on one base line."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from stsviewer.ui import fonts, theme, tokens
from stsviewer.ui.browser import names
from stsviewer.ui.outside import Run
from stsviewer.ui.parts import chip


def width_of(kind: tokens.Type) -> names.Width:
    """Measures a run in type ``kind``; a marker has its ground and a little air on both sides."""
    metrics = fonts.metrics(kind)

    def width(run: Run) -> float:
        return chip.marker_width(run.text) + 4 if run.marker else metrics.horizontalAdvance(run.text)

    return width


def paint_runs(painter: QPainter, place: QPointF, runs: Iterable[Run], kind: tokens.Type, tint: str = "ink") -> float:
    """Paint ``runs`` from ``place`` (left, middle) on; return where they end.

    Each run is laid out alone, so that no direction leaks into the next; a marker stands on its own ground.
    """
    left = place.x()
    for run in runs:
        if run.marker:
            width = chip.marker_width(run.text)
            chip.marker(painter, QRectF(left + 2, place.y() - 8, width, 16), run.text)
            left += width + 4
        else:
            left += _paint_run(painter, QPointF(left, place.y()), run.text, kind, tint)
    return left


def _paint_run(painter: QPainter, place: QPointF, text: str, kind: tokens.Type, tint: str) -> float:
    painter.setFont(fonts.font(kind))
    painter.setPen(theme.colour(tint))
    if text.isascii():
        painter.drawText(QPointF(place.x(), place.y() + baseline(kind)), text)
        return painter.fontMetrics().horizontalAdvance(text)
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout = QTextLayout(text, fonts.font(kind), painter.device())
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100_000)
    layout.endLayout()
    line.draw(painter, QPointF(place.x(), place.y() + baseline(kind) - line.ascent()))
    return line.naturalTextWidth()


def baseline(kind: tokens.Type) -> float:
    """How far below the middle of a row its baseline lies: the same for every script, so that rows stay level."""
    metrics = fonts.metrics(kind)
    return (metrics.ascent() - metrics.descent()) / 2
