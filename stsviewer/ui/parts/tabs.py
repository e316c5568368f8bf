"""The tabs over the pages: 40 high, a line of 2 under the open one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from stsviewer.ui import fonts, painting, theme, tokens
from stsviewer.ui.parts.chip import BAD, Badge
from stsviewer.ui.tokens import Radius, Size

_BADGE_GAP = 8


class Tabs(QTabBar):
    """A tab bar that paints itself. ``names`` are accessible and stay English; texts are set by :meth:`set_text`."""

    focus_radius = Radius.CONTROL

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._badges: dict[int, Badge] = {}
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

    def set_failures(self, index: int, count: int) -> None:
        """How many failures the page of a tab has to tell of; with 0 there is no badge."""
        if index not in self._badges:
            self._badges[index] = Badge(parent=self)
            self._badges[index].setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        badge = self._badges[index]
        badge.set(str(count) if count else "", BAD)
        badge.setVisible(count > 0)
        badge.resize(badge.sizeHint())
        self.setTabText(index, self.tabText(index))  # Qt measures the tabs anew

    def failures(self, index: int) -> int:
        """What the badge of a tab says."""
        badge = self._badges.get(index)
        return int(badge.text() or 0) if badge is not None else 0

    def _badge_room(self, index: int) -> int:
        badge = self._badges.get(index)
        return _BADGE_GAP + badge.width() if badge is not None and badge.text() else 0

    def tabLayoutChange(self) -> None:
        super().tabLayoutChange()
        for index, badge in self._badges.items():
            right = self.tabRect(index).right() + 1 - Size.TAB_GAP
            badge.move(right - badge.width(), (Size.TABS - badge.height()) // 2)

    def focusInEvent(self, event) -> None:
        self.by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def tabSizeHint(self, index: int) -> QSize:
        text = fonts.metrics(tokens.STRONG).horizontalAdvance(self.tabText(index))
        return QSize(text + self._badge_room(index) + Size.TAB_GAP, Size.TABS)

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
                painting.fill(painter, QRectF(rect.left() + 2, rect.bottom() - 2, width, 2), theme.colour("accent"))
