"""The head of a rung: its dot on the pole, its claim, its evidence and its time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from stsviewer.check.values import Rung, RungState
from stsviewer.ui import fonts, painting, theme, tokens
from stsviewer.ui.check import marks, words
from stsviewer.ui.check.steps import claim, evidence
from stsviewer.ui.parts.label import text_rect
from stsviewer.ui.tokens import Radius

if TYPE_CHECKING:
    from stsviewer.ui.check.steps_view import StepsView

ROW, HEAD, HEAD_MIDDLE = 31, 32, 18  # px high: a closed rung, the head of an opened one; where its dot is
DOT, CLAIM = 23, 44  # px from the left: the middle of the dots, the claims
TIME, EVIDENCE, CHIP = 16, 80, 72  # px from the right: where each ends
_GAP = 16  # between a claim and its evidence


class StepRow(QStyledItemDelegate):
    """Paints a rung's head; what it opens to is a widget."""

    def __init__(self, view: StepsView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(self._view.viewport().width(), self._view.row_height(index.row()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        steps, row = self._view.model(), index.row()
        rung = steps.rung(row)
        rect = QRectF(option.rect)
        opened = rung.name is self._view.opened()
        middle = rect.top() + (HEAD_MIDDLE if opened else ROW / 2)
        painter.save()
        self._band(painter, rect, rung, opened=opened)
        self._pole(painter, rect, middle, row)
        self._dot(painter, QPointF(DOT, middle), rung, opened=opened)
        self._words(painter, rect, middle, rung, opened=opened)
        if self._view.hasFocus() and index == self._view.currentIndex():
            painting.focus_ring(painter, rect.adjusted(4, 1, -4, -1), Radius.CONTROL)
        painter.restore()

    def _band(self, painter: QPainter, rect: QRectF, rung: Rung, *, opened: bool) -> None:
        if not opened:
            return
        painting.fill(painter, rect, theme.colour("bad_tint" if rung.state is RungState.FAILED else "sunken"))
        painting.horizontal_line(painter, rect.left(), rect.right(), rect.top(), theme.colour("line"))
        painting.horizontal_line(painter, rect.left(), rect.right(), rect.bottom() - 1, theme.colour("line"))

    def _pole(self, painter: QPainter, rect: QRectF, middle: float, row: int) -> None:
        steps = self._view.model()
        radius = {RungState.WAITING: marks.IDLE, RungState.SKIPPED: marks.IDLE}.get(
            steps.rung(row).state, marks.DOT
        ) / 2
        if row:
            top = QRectF(DOT - 1, rect.top(), 2, middle - radius - rect.top())
            painting.fill(painter, top, self._pole_colour(steps.rung(row - 1)))
        if row + 1 < steps.rowCount():
            under = QRectF(DOT - 1, middle + radius, 2, rect.bottom() - middle - radius)
            painting.fill(painter, under, self._pole_colour(steps.rung(row)))

    @staticmethod
    def _pole_colour(under: Rung):
        return theme.colour("pole" if under.state in (RungState.PASSED, RungState.REMARK) else "line")

    def _dot(self, painter: QPainter, centre: QPointF, rung: Rung, *, opened: bool) -> None:
        if rung.state is RungState.TRYING:
            marks.trying(painter, centre, self._view.turn())
        elif rung.state in marks.RUNGS:
            marks.dot(painter, centre, marks.RUNGS[rung.state])
        else:
            marks.idle(painter, centre)

    def _words(self, painter: QPainter, rect: QRectF, middle: float, rung: Rung, *, opened: bool) -> None:
        line = QRectF(CLAIM, middle - 10, rect.width() - CLAIM - TIME, 20)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        text_rect(painter, line, words.took(rung.seconds), "ink3", tokens.SMALL, right)
        line.setRight(rect.width() - EVIDENCE)
        reached = rung.state not in (RungState.WAITING, RungState.SKIPPED)
        kind = tokens.STRONG if opened or rung.state is RungState.FAILED else tokens.NAME if reached else tokens.BODY
        said_claim = claim(rung)
        wanted = fonts.metrics(kind).horizontalAdvance(said_claim) + 1
        said = "" if opened and self._view.chip_width() else evidence(rung)
        if opened and self._view.chip_width():
            line.setRight(rect.width() - CHIP - self._view.chip_width() - 8)
        small = fonts.metrics(tokens.SMALL)
        room = line.width() - wanted - _GAP
        if said and room > 60:
            said = small.elidedText(said, Qt.TextElideMode.ElideMiddle, int(room))
            text_rect(painter, line, said, "ink3", tokens.SMALL, right)
        shown_claim = fonts.metrics(kind).elidedText(said_claim, Qt.TextElideMode.ElideRight, int(line.width()))
        tint = "ink" if reached else "ink3"
        text_rect(painter, line, shown_claim, tint, kind, Qt.AlignmentFlag.AlignVCenter)
