"""What the signs of the matrix mean. It always stands under it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stsviewer.check.values import State
from stsviewer.ui import fonts, painting, theme, tokens
from stsviewer.ui.check import marks, words
from stsviewer.ui.parts.label import text_rect

_LINE, _SIGN, _GAP, _TOP = 20, 18, 16, 8


class Legend(QWidget):
    """Sign and word of each state, wrapping where there is no room; a word more for the border of what was tried."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: tuple[State, ...] = ()
        self._tried = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_states(frozenset(), tried=False)

    def set_states(self, there: frozenset[State], *, tried: bool) -> None:
        """Explain the signs: the four that are always told, and "cannot say" when it is ``there``."""
        states = (State.ALLOWED, State.NO_ALLOW, State.DENIED, State.NOT_APPLICABLE)
        self._states = (*states, State.UNKNOWN) if State.UNKNOWN in there else states
        self._tried = tried
        self.setAccessibleName(", ".join(words.cell_state(state) for state in self._states))
        self.updateGeometry()
        self.update()

    def _entries(self) -> list[tuple[State | None, str]]:
        entries: list[tuple[State | None, str]] = [(state, words.cell_state(state)) for state in self._states]
        return [*entries, (None, self.tr("border: tried"))] if self._tried else entries

    def _places(self, width: int) -> list[tuple[State | None, str, QPointF]]:
        left, top, found = 0.0, float(_TOP), []
        metrics = fonts.metrics(tokens.SMALL)
        for state, text in self._entries():
            wide = _SIGN + metrics.horizontalAdvance(text)
            if left and left + wide > width:
                left, top = 0.0, top + _LINE
            found.append((state, text, QPointF(left, top)))
            left += wide + _GAP
        return found

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return round(places[-1][2].y()) + _LINE if places else _LINE

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(max(self.width(), 300)))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _TOP + _LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.horizontal_line(painter, 0, self.width(), 0, theme.colour("line"))
        painter.setFont(fonts.font(tokens.SMALL))
        for state, text, place in self._places(self.width()):
            centre = place + QPointF(6, _LINE / 2)
            if state is None:
                painting.box(painter, QRectF(centre.x() - 6, centre.y() - 6, 12, 12), 3, None, theme.colour("ok"))
            else:
                marks.sign(painter, centre, state)
            line = QRectF(place.x() + _SIGN, place.y(), self.width(), _LINE)
            text_rect(painter, line, text, "ink3", tokens.SMALL, Qt.AlignmentFlag.AlignVCenter)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.set_states(frozenset(self._states), tried=self._tried)
        super().changeEvent(event)
