"""Menus: rows of 30 with a hint at the right, captions over groups, and a note as their foot. They paint themselves."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from stsviewer.ui import fonts, icons, painting, style_sheet, theme, tokens
from stsviewer.ui.tokens import Radius, Size

_ITEM, _CAPTION, _FOOT = "item", "caption", "foot"
_SHADOW = Size.MENU_SHADOW


class Menu(QMenu):
    """A menu whose sheet, with its shadow, is painted here; QMenu does the keys, the mouse and the accessible side."""

    def __init__(self, name: str, parent: QWidget | None = None, width: int = 0) -> None:
        super().__init__(parent)
        self._min_width = width
        self._backdrop: QPixmap | None = None
        self.setAccessibleName(name)
        self.setWindowFlags(
            self.windowFlags() | Qt.WindowType.FramelessWindowHint | Qt.WindowType.NoDropShadowWindowHint
        )
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFont(fonts.font(tokens.BODY))
        self.setStyleSheet(style_sheet.menu())
        if width:
            self.setMinimumWidth(width + 2 * _SHADOW)

    def add(self, text: str, hint: str = "", *, shortcut: str = "", checked: bool | None = None) -> QAction:
        """A row. ``hint`` is small at its right; with ``checked`` it can be ticked."""
        action = self.addAction(text)
        action.setProperty("hint", hint)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
            action.setProperty(
                "hint", QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
            )
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
        return action

    def add_caption(self, text: str) -> QAction:
        """A small word over the rows that follow."""
        return self._passive(text, _CAPTION)

    def add_foot(self, text: str, icon: str = "") -> QAction:
        """A note at the end."""
        action = self._passive(text, _FOOT)
        action.setProperty("drawing", icon)
        return action

    def _passive(self, text: str, sort: str) -> QAction:
        action = self.addAction(text)
        action.setEnabled(False)
        action.setProperty("sort", sort)
        return action

    def popup_under(self, widget: QWidget, *, right: bool = False, gap: int = 6) -> None:
        """Open under ``widget``, its right edge on the widget's when ``right``."""
        self.ensurePolished()
        size = self.sizeHint()
        x = widget.width() - size.width() + _SHADOW if right else -_SHADOW
        self.popup(widget.mapToGlobal(QPoint(x, widget.height() + gap - _SHADOW)))

    def showEvent(self, event: QShowEvent) -> None:
        self._backdrop = self._what_lies_under() if QGuiApplication.platformName() == "xcb" else None
        super().showEvent(event)

    def _what_lies_under(self) -> QPixmap | None:
        """The window's picture under the menu: X11 without a compositor shows black where a window is see-through."""
        window = self.parentWidget().window() if self.parentWidget() else None
        if window is None:
            return None
        place = self.geometry().translated(-window.mapToGlobal(QPoint(0, 0)))
        return window.grab(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._backdrop is not None:
            painter.drawPixmap(0, 0, self._backdrop)
        sheet = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        painting.soft_shadow(painter, sheet, Radius.CARD)
        painting.box(painter, sheet, Radius.CARD, theme.colour("raised"), theme.colour("line"))
        for action in self.actions():
            rect = QRectF(self.actionGeometry(action))
            if action.isSeparator():
                painting.horizontal_line(painter, sheet.left(), sheet.right(), rect.center().y(), theme.colour("line"))
            else:
                self._paint_row(painter, action, rect)

    def _paint_row(self, painter: QPainter, action: QAction, rect: QRectF) -> None:
        sort = action.property("sort") or _ITEM
        if sort == _ITEM and action is self.activeAction() and action.isEnabled():
            painting.box(painter, rect, Radius.CONTROL, theme.colour("accent_soft"))
        text = rect.adjusted(10, 0, -10, 0)
        if action.isCheckable():
            if action.isChecked():
                icons.paint(painter, "check", QPointF(text.left(), rect.center().y() - 8), "accent")
            text.adjust(24, 0, 0, 0)
        drawing = action.property("drawing")
        if drawing:
            icons.paint(painter, drawing, QPointF(text.left() - 2, rect.center().y() - 7), "ink3", 14)
            text.adjust(20, 0, 0, 0)
        kind, tint = {
            _CAPTION: (tokens.SECTION_CAPTION, "ink3"),
            _FOOT: (tokens.SMALL, "ink2"),
        }.get(sort, (tokens.BODY, "ink" if action.isEnabled() else "ink3"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setFont(fonts.font(kind))
        painter.setPen(theme.colour(tint))
        painter.drawText(text, flags, action.text())
        if action.property("hint"):
            painter.setFont(fonts.font(tokens.CAPTION))
            painter.setPen(theme.colour("ink3"))
            painter.drawText(text, flags | Qt.AlignmentFlag.AlignRight, action.property("hint"))
