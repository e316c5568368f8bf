"""One of a few: a field that opens a menu. It stands beside inputs and looks like one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from stsviewer.ui import fonts, icons, painting, theme, tokens
from stsviewer.ui.parts.button import KEYBOARD_REASONS
from stsviewer.ui.parts.menu import Menu
from stsviewer.ui.tokens import Radius, Size


class Choice(QPushButton):
    """Shows the choice in force after a faded word, and lets another be taken from a menu.

    No combo box: on Linux that reports its text as its name. The choice is the accessible description.
    """

    focus_radius = Radius.CONTROL
    chosen = Signal(str)
    """Another one was taken by the person; the argument is its key."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by_keyboard = False
        self._word = ""
        self._rows: list[tuple[str, str]] = []
        self._current = ""
        self._menu: Menu | None = None
        self.setAccessibleName(name)
        self.setFixedHeight(Size.INPUT)
        self.clicked.connect(self._open)

    def set_rows(self, rows: Sequence[tuple[str, str]], word: str = "") -> None:
        """What there is to choose, as key and words; ``word`` stands before what is chosen, faded."""
        self._rows, self._word = list(rows), word
        if self._current not in dict(self._rows) and self._rows:
            self._current = self._rows[0][0]
        self._say()

    def current(self) -> str:
        """The key of the choice in force."""
        return self._current

    def set_current(self, key: str) -> None:
        """Put another choice in force, without :attr:`chosen`."""
        self._current = key
        self._say()

    def text_shown(self) -> str:
        """The words of the choice in force."""
        return dict(self._rows).get(self._current, "")

    def _say(self) -> None:
        self.setAccessibleDescription(self.text_shown())
        self.update()

    def _open(self) -> None:
        self._menu = menu = Menu(f"Choices of {self.accessibleName()}", self, width=self.width())
        for key, words in self._rows:
            action = menu.add(words, checked=key == self._current)
            action.triggered.connect(lambda _=False, key=key: self._take(key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup_under(self)

    def _take(self, key: str) -> None:
        if key != self._current:
            self.set_current(key)
            self.chosen.emit(key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.by_keyboard = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    def sizeHint(self) -> QSize:
        metrics = fonts.metrics(tokens.BODY)
        widest = max((metrics.horizontalAdvance(words) for _, words in self._rows), default=80)
        return QSize(metrics.horizontalAdvance(self._word) + widest + 60, Size.INPUT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        border = theme.colour("edge" if self.isEnabled() else "line")
        painting.box(painter, QRectF(self.rect()), Radius.CONTROL, theme.colour("surface"), border)
        painter.setFont(fonts.font(tokens.BODY))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        left = 11.0
        if self._word:
            painter.setPen(theme.colour("ink3"))
            painter.drawText(QRectF(left, 0, self.width(), self.height()), flags, self._word)
            left += painter.fontMetrics().horizontalAdvance(self._word) + 8
        room = QRectF(left, 0, self.width() - left - 30, self.height())
        painter.setPen(theme.colour("ink" if self.isEnabled() else "ink3"))
        shown = painter.fontMetrics().elidedText(self.text_shown(), Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, flags, shown)
        place = QPointF(self.width() - 22, self.height() / 2 - 6)
        icons.paint(painter, "chevron-down", place, "ink2", 12, stroke=1.8)
