"""The mark of each state: an icon, a colour and a ground, so that colour never tells alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from stsviewer.check.values import RungState, State, Works
from stsviewer.ui import icons, painting, theme
from stsviewer.ui.parts import ring
from stsviewer.ui.tokens import Radius

DOT, IDLE = 18, 10  # px across


@dataclass(frozen=True)
class Mark:
    """An icon in a colour, on a ground."""

    icon: str
    tint: str
    ground: str


PASSED, REMARK = Mark("check", "ok", "ok_soft"), Mark("exclamation", "warn", "warn_soft")
FAILED, UNTOLD = Mark("cross", "on_fill", "bad_fill"), Mark("minus", "ink2", "chip")
RUNGS = {
    RungState.PASSED: PASSED,
    RungState.REMARK: REMARK,
    RungState.FAILED: FAILED,
    RungState.UNKNOWN: UNTOLD,
}
PRESETS = {Works.YES: PASSED, Works.REMARK: REMARK, Works.NO: FAILED, Works.UNKNOWN: UNTOLD}
CELLS = {
    State.ALLOWED: Mark("check", "ok", "ok_soft"),
    State.NO_ALLOW: Mark("minus", "ink3", ""),
    State.DENIED: Mark("cross", "bad", "bad_soft"),
}
CELL = 22  # px of a cell of the matrix
_POINT = 1.5


def dot(painter: QPainter, centre: QPointF, mark: Mark) -> None:
    """A dot of 18 px around ``centre``."""
    painting.box(painter, _around(centre, DOT), DOT / 2, theme.colour(mark.ground), _edge(mark))
    icons.paint(painter, mark.icon, centre - QPointF(6, 6), mark.tint, 12, stroke=2.2)


def idle(painter: QPainter, centre: QPointF, ground: str = "surface") -> None:
    """The hollow dot of what has not been reached."""
    painting.box(painter, _around(centre, IDLE), IDLE / 2, theme.colour(ground), theme.colour("edge"), 1.2)


def trying(painter: QPainter, centre: QPointF, turn: float) -> None:
    """The dot of what is being tried, turned by ``turn`` (0 to 1)."""
    painting.box(painter, _around(centre, DOT), DOT / 2, theme.colour("surface"))
    ring.turning(painter, _around(centre, 14), 2, "accent", turn)


def cell(painter: QPainter, centre: QPointF, state: State, *, tried: bool) -> None:
    """A cell of the matrix; what was tried has a border in its colour."""
    mark = CELLS.get(state)
    place = _around(centre, CELL)
    if mark is None:
        sign(painter, centre, state)
        return
    border = theme.colour(mark.tint) if tried else _edge(mark)
    if mark.ground or tried:
        painting.box(painter, place, Radius.CONTROL - 1, theme.colour(mark.ground) if mark.ground else None, border)
    sign(painter, centre, state)


def sign(painter: QPainter, centre: QPointF, state: State) -> None:
    """The sign of a cell alone, as the legend shows it."""
    if state is State.NOT_APPLICABLE:
        painting.box(painter, _around(centre, 2 * _POINT), _POINT, theme.colour("ink3"))
        return
    if state is State.UNKNOWN:
        painter.setPen(theme.colour("ink3"))
        painter.drawText(_around(centre, CELL), Qt.AlignmentFlag.AlignCenter, "?")
        return
    mark = CELLS[state]
    icons.paint(painter, mark.icon, centre - QPointF(6, 6), mark.tint, 12, stroke=2.2)


def _around(centre: QPointF, across: float) -> QRectF:
    return QRectF(centre.x() - across / 2, centre.y() - across / 2, across, across)


def _edge(mark: Mark):
    if not theme.colours().high_contrast or mark.tint == "on_fill":
        return None
    return theme.colour(mark.tint)
