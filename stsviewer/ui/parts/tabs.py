"""The tabs over the pages: 40 high, a line of 2 under the open one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from stsviewer.ui import fonts, painting, theme, tokens
from stsviewer.ui.tokens import Radius, Size


class Tabs(QTabBar):
    """A tab bar that paints itself. ``names`` are accessible and stay English; texts are set by :meth:`set_text`."""

    focus_radius = Radius.CONTROL

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setFixedHeight(Size.TABS)
        self.setAccessibleName("Pages")
        self.by_keyboard = False
        self._lit = True
        for index, name in enumerate(names):
            self.addTab(name)
            self.setAccessibleTabName(index, name)

    def set_lit(self, lit: bool) -> None:
        """Whether the open tab is marked; not while something else is shown in the pages' place."""
        self._lit = lit
        self.update()

    def focusInEvent(self, event) -> None:
        self.by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def tabSizeHint(self, index: int) -> QSize:
        text = fonts.metrics(tokens.STRONG).horizontalAdvance(self.tabText(index))
        return QSize(text + 2 + Size.TAB_GAP, Size.TABS)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.horizontal_line(painter, 0, self.width(), self.height() - 1, theme.colour("line"))
        for index in range(self.count()):
            rect = QRectF(self.tabRect(index))
            here = self._lit and index == self.currentIndex()
            painter.setFont(fonts.font(tokens.STRONG if here else tokens.NAME))
            painter.setPen(theme.colour("ink" if here else "ink2"))
            text = rect.adjusted(2, 0, 0, 0)
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self.tabText(index))
            if here:
                width = rect.width() - Size.TAB_GAP
                painter.fillRect(QRectF(rect.left() + 2, rect.bottom() - 2, width, 2), theme.colour("accent"))
