"""The sheet with the list: buckets or objects, and in their place what is to be said when there are none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from stsviewer.ui import fonts, icons, painting, theme, tokens
from stsviewer.ui.browser.row_delegate import ROW
from stsviewer.ui.browser.row_header import AIR, HEADER
from stsviewer.ui.browser.rows import RowsView
from stsviewer.ui.parts.button import PLAIN, Button
from stsviewer.ui.parts.card import SHADOW, Card
from stsviewer.ui.parts.field import LineInput
from stsviewer.ui.parts.label import Label, Paragraph
from stsviewer.ui.parts.refusal import Refusal
from stsviewer.ui.parts.scroll import Scroll
from stsviewer.ui.preview.cards import BigIcon
from stsviewer.ui.tokens import Size

_TYPE, _SIZE, _MODIFIED, _MODIFIED_NARROW = 100, 68, 142, 118
_TYPE_FROM, _MODIFIED_FROM = 560, 380  # px of the list's width from which a column is shown
_FAVOURITES_SEEN = 5
_BANNER = 44


class ObjectsPane(Card):
    """Shows one of: the buckets (under the favourites), the objects; over either's rows a notice or a refusal."""

    typed = Signal(str)
    """Another place to look at, typed into a refusal."""

    def __init__(self, copy_details: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.objects = RowsView("Objects")
        self.buckets = RowsView("Buckets")
        self.favourites = RowsView("Favourites")
        self.favourites.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.refusal = Refusal(copy_details)
        self._another = LineInput("Another prefix", mono=True)
        self._another_caption = Label("", tokens.Type(12, 17, 600), "ink")
        self._go = Button("", name="Go to the prefix", height=Size.BUTTON_BESIDE_INPUT)
        self._go.clicked.connect(self._type)
        self._another.returnPressed.connect(self._type)
        self.notice = Notice()
        self.banner = Banner()
        self._add_another_way()

        self._refusal_area = Scroll(self.refusal, "Refusal of the list, position")
        self._refusal_area.setAccessibleName("Refusal of the list")
        self._over = _Sheet(self)
        self._over_pages = QStackedLayout(self._over)
        self._over_pages.addWidget(self.notice)
        self._over_pages.addWidget(self._refusal_area)
        self._over.hide()

        at_top = QWidget()
        column = QVBoxLayout(at_top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.favourites)
        column.addWidget(self.buckets, 1)
        self._lists = QStackedLayout()
        self._lists.addWidget(at_top)
        self._lists.addWidget(self.objects)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1 + SHADOW)
        whole.setSpacing(0)
        whole.addLayout(self._lists, 1)
        whole.addWidget(self.banner)
        self.banner.hide()
        self._retranslate()

    def _add_another_way(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._another, 1)
        row.addWidget(self._go)
        self.refusal.extra.setSpacing(6)
        self.refusal.extra.addWidget(self._another_caption)
        self.refusal.extra.addLayout(row)
        self.refusal.extra.addSpacing(16)

    # -- which list ------------------------------------------------------------------------------------------------

    def list_in_sight(self) -> RowsView:
        """The list that is shown."""
        return self.buckets if self._lists.currentIndex() == 0 else self.objects

    def show_list(self, *, buckets: bool) -> None:
        """Show the buckets or the objects, their rows uncovered."""
        had_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() is not None else False
        self._lists.setCurrentIndex(0 if buckets else 1)
        self.uncover()
        if had_focus:
            self.list_in_sight().setFocus()

    def uncover(self) -> None:
        """Show the rows themselves."""
        self._over.hide()

    def cover_with_notice(self) -> None:
        """Show :attr:`notice` in place of the rows."""
        self._cover(self.notice)

    def cover_with_refusal(self, *, another: str = "") -> None:
        """Show :attr:`refusal` in place of the rows; with ``another`` (an example) another prefix can be typed."""
        for widget in (self._another_caption, self._another, self._go):
            widget.setVisible(bool(another))
        self._another.clear()
        self._another.setPlaceholderText(another)
        self._cover(self._refusal_area)

    def refused(self) -> bool:
        """Whether a refusal stands in place of the rows."""
        return self._over.isVisibleTo(self) and self._over_pages.currentWidget() is self._refusal_area

    def noticed(self) -> bool:
        """Whether a notice stands in place of the rows."""
        return self._over.isVisibleTo(self) and self._over_pages.currentWidget() is self.notice

    def _cover(self, page: QWidget) -> None:
        self.list_in_sight().skeleton.end()
        self._over_pages.setCurrentWidget(page)
        self._place_cover()
        self._over.show()
        self._over.raise_()

    def show_banner(self) -> None:
        """Show :attr:`banner` under the rows."""
        self.banner.show()
        self._place_cover()

    def hide_banner(self) -> None:
        """Take it away."""
        self.banner.hide()
        self._place_cover()

    def show_favourites(self, count: int) -> None:
        """Give the favourites the height of ``count`` rows, none when there are none."""
        self.favourites.setVisible(count > 0)
        self.favourites.setFixedHeight(HEADER + AIR + min(count, _FAVOURITES_SEEN) * ROW + AIR)
        self._place_cover()

    def _type(self) -> None:
        if self._another.text().strip():
            self.typed.emit(self._another.text())

    # -- looks -----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.width() - 2
        modified = _MODIFIED if width >= _TYPE_FROM else _MODIFIED_NARROW if width >= _MODIFIED_FROM else 0
        self.objects.set_columns(_TYPE if width >= _TYPE_FROM else 0, _SIZE, modified)
        self.buckets.set_columns(_TYPE + 12, _SIZE + 12 if width >= _TYPE_FROM else 0, modified)
        self.favourites.set_columns()
        self._place_cover()

    def _place_cover(self) -> None:
        self.layout().activate()
        view = self.list_in_sight()
        corner = view.mapTo(self, view.viewport().geometry().topLeft())
        banner = _BANNER if self.banner.isVisibleTo(self) else 0
        self._over.setGeometry(1, corner.y(), self.width() - 2, self.height() - corner.y() - SHADOW - 1 - banner)

    def _retranslate(self) -> None:
        self._another_caption.setText(self.tr("Know another prefix? Type it, it is kept as a favourite"))
        self._go.setText(self.tr("Go"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class _Sheet(QWidget):
    """Covers the rows."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(QRectF(self.rect()).adjusted(0, 0, 0, -8), theme.colour("surface"))


class Notice(QWidget):
    """An icon, a sentence, perhaps a second one, and at most one button: nothing is here, and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = BigIcon("folder")
        self._title = Paragraph("", tokens.BODY, "ink")
        self._hint = Paragraph("", tokens.SMALL, "ink3")
        self._button = Button("", name="Way on")
        self._act: Callable[[], None] | None = None
        self._button.clicked.connect(lambda: self._act() if self._act is not None else None)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 24, 48, 48)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for part in (self._title, self._hint):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def say(
        self,
        icon: str,
        title: str,
        hint: str = "",
        *,
        button: str = "",
        name: str = "",
        act: Callable[[], None] | None = None,
    ) -> None:
        """Show ``title``, ``hint`` and a button called ``button`` (accessible ``name``) that does ``act``."""
        self._icon.icon = icon
        self._icon.update()
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._button.setText(button)
        self._button.setAccessibleName(name or "Way on")
        self._button.setVisible(bool(button))
        self._act = act
        self.setAccessibleName(title)

    def text(self) -> str:
        """What it says."""
        return self._title.text()


class Banner(QWidget):
    """Under rows that stay: what stopped the list, and the one thing to do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(_BANNER)
        self._icon = "clock"
        self._sentence = ""
        self.button = Button("", "refresh", PLAIN, name="Renew and go on", height=Size.BUTTON_SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 10, 0)
        row.addStretch(1)
        row.addWidget(self.button)

    def say(self, icon: str, sentence: str, button: str, name: str) -> None:
        """Show ``sentence`` and a button."""
        self._icon, self._sentence = icon, sentence
        self.button.setText(button)
        self.button.setAccessibleName(name)
        self.setAccessibleName(sentence)
        self.setToolTip("")
        self.update()

    def text(self) -> str:
        """What it says."""
        return self._sentence

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect()).adjusted(4, 4, -4, -4)
        painting.box(painter, rect, 6, theme.colour("bad_tint"), theme.colour("bad_soft"))
        icons.paint(painter, self._icon, QPointF(rect.left() + 10, rect.center().y() - 8), "bad")
        painter.setFont(fonts.font(tokens.BODY))
        painter.setPen(theme.colour("ink"))
        text = QRectF(rect.left() + 34, rect.top(), self.button.x() - rect.left() - 46, rect.height())
        shown = painter.fontMetrics().elidedText(self._sentence, Qt.TextElideMode.ElideRight, int(text.width()))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, shown)
