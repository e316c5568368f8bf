"""Buttons: at most one primary in a card; plain, quiet, and icons alone. They grow with their text, never elide it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from stsviewer.ui import fonts, icons, painting, theme, tokens
from stsviewer.ui.outside import tip
from stsviewer.ui.tokens import Radius, Size

PLAIN, PRIMARY, QUIET, LINK = "plain", "primary", "quiet", "link"
KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)


class Button(QPushButton):
    """A button with a text and, perhaps, an icon before it and a chevron after it (for a menu)."""

    focus_radius = Radius.CONTROL

    def __init__(
        self,
        text: str = "",
        icon: str = "",
        kind: str = PLAIN,
        *,
        name: str = "",
        height: int = Size.BUTTON,
        chevron: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """``name`` is the accessible name: English, whatever the text says in any language."""
        super().__init__(parent)
        self.kind, self.drawing, self._chevron = kind, icon, chevron
        self.by_keyboard = False
        self._hover = False
        self.setText(text)
        self.setAccessibleName(name)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind == LINK else Qt.CursorShape.ArrowCursor)

    def set_kind(self, kind: str) -> None:
        """Become primary or plain: the primary moves with the state."""
        if kind != self.kind:
            self.kind = kind
            self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(fonts.font(tokens.NAME)).horizontalAdvance(self.text())
        if self.drawing:
            width += Size.ICON + Size.BUTTON_GAP
        if self._chevron:
            width += Size.ICON + Size.BUTTON_GAP // 3
        padding = 0 if self.kind == LINK else Size.BUTTON_PADDING
        return QSize(width + 2 * padding + 2, self.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.by_keyboard = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tint = self._ground(painter)
        content = self.sizeHint().width() - (0 if self.kind == LINK else 2 * Size.BUTTON_PADDING) - 2
        left = (self.width() - content) / 2
        middle = self.height() / 2
        if self.drawing:
            icons.paint(painter, self.drawing, QPointF(left, middle - Size.ICON / 2), self._icon_tint(tint), Size.ICON)
            left += Size.ICON + Size.BUTTON_GAP
        painter.setFont(fonts.font(tokens.NAME))
        painter.setPen(theme.colour(tint))
        room = self.width() - left - (Size.ICON if self._chevron else 0)
        painter.drawText(
            QRectF(left, 0, room, self.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
            self.text(),
        )
        if self._chevron:
            right = (self.width() + content) / 2
            icons.paint(painter, "chevron-down", QPointF(right - Size.ICON, middle - 8), self._icon_tint(tint))

    def _active(self) -> bool:
        return self.isEnabled() and (
            self._hover or self.isDown() or (self.menu() is not None and self.menu().isVisible())
        )

    def _ground(self, painter: QPainter) -> str:
        """Paint what lies under the text; return the name of the text's colour."""
        rect = QRectF(self.rect())
        active = self._active()
        if self.kind == LINK:
            return "accent_press" if active and not theme.colours().dark else "accent"
        if not self.isEnabled():
            if self.kind != QUIET:
                painting.box(painter, rect, Radius.CONTROL, None, theme.colour("line"))
            return "ink3"
        if self.kind == PRIMARY:
            painting.box(painter, rect, Radius.CONTROL, theme.colour("accent_press" if active else "accent_fill"))
            return "on_fill"
        if self.kind == QUIET:
            if active:
                painting.box(painter, rect, Radius.CONTROL, theme.colour("quiet" if self.isDown() else "hover"))
            return "ink2"
        fill = "quiet" if active and self.isDown() else "hover" if active else "surface"
        painting.box(painter, rect, Radius.CONTROL, theme.colour(fill), theme.colour("button_edge"))
        return "ink"

    def _icon_tint(self, text_tint: str) -> str:
        return "ink2" if text_tint == "ink" else text_tint


class Disclosure(Button):
    """The head of a section that opens: a chevron that turns and the section's name, flush left."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", "chevron-right", QUIET, name=name, parent=parent)

    def set_open(self, opened: bool) -> None:
        """Turn the chevron."""
        self.drawing = "chevron-down" if opened else "chevron-right"
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() - Size.BUTTON_PADDING, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        tint = "ink" if self._active() else "ink2"
        icons.paint(painter, self.drawing, QPointF(0, (self.height() - Size.ICON) / 2), tint)
        painter.setFont(fonts.font(tokens.NAME))
        painter.setPen(theme.colour(tint))
        room = QRectF(self.rect()).adjusted(Size.ICON + Size.BUTTON_GAP, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self.text())


class IconButton(Button):
    """An icon alone, with its word in the tip. Checkable ones stay lit."""

    def __init__(
        self,
        icon: str,
        *,
        name: str,
        tip_text: str = "",
        side: int = Size.ICON_BUTTON,
        icon_size: int = Size.ICON,
        checkable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", icon, QUIET, name=name, height=side, parent=parent)
        self._lit = False
        self._icon_size = icon_size
        self.setFixedSize(side, side)
        self.setCheckable(checkable)
        self.set_tip(tip_text)

    def set_lit(self, lit: bool) -> None:
        """Look like one that is on. Assistive tools still press it like any button, where a checkable one toggles."""
        self._lit = lit
        self.update()

    def set_tip(self, text: str) -> None:
        """The word for the icon, translated."""
        self.setToolTip(tip(text))

    def sizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        lit = self._lit or self.isChecked()
        if lit and self.isEnabled():
            painting.box(painter, QRectF(self.rect()), Radius.CONTROL, theme.colour("accent_soft"))
        elif self._active():
            fill = theme.colour("quiet" if self.isDown() else "hover")
            painting.box(painter, QRectF(self.rect()), Radius.CONTROL, fill)
        tint = "ink3" if not self.isEnabled() else "accent" if lit else "ink2"
        place = QPointF((self.width() - self._icon_size) / 2, (self.height() - self._icon_size) / 2)
        if not self.isEnabled():
            painter.setOpacity(0.55)
        icons.paint(painter, self.drawing, place, tint, self._icon_size)
