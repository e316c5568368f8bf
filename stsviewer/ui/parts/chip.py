"""Chips, badges and key caps: one word each, with a ground that tells its sort."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stsviewer.ui import fonts, icons, painting, theme, tokens
from stsviewer.ui.tokens import Radius

NEUTRAL, OK, WARN, BAD, ACCENT = "neutral", "ok", "warn", "bad", "accent"
GROUNDS = {NEUTRAL: "chip", OK: "ok_soft", WARN: "warn_soft", BAD: "bad_soft", ACCENT: "accent_soft"}
INKS = {NEUTRAL: "ink2", OK: "ok", WARN: "warn", BAD: "bad", ACCENT: "accent"}


class Chip(QWidget):
    """A word in a rounded ground. With ``mark`` it begins with a small icon, so that colour does not tell alone."""

    HEIGHT, PADDING = 20, 8

    def __init__(self, text: str = "", sort: str = NEUTRAL, *, mark: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._sort, self._mark = text, sort, mark
        self.kind = tokens.CHIP
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        """Its word."""
        return self._text

    def set(self, text: str, sort: str = NEUTRAL, mark: str = "") -> None:
        """Say something else. The accessible name stays with whoever set one."""
        if self.accessibleName() == self._text:
            self.setAccessibleName(text)
        self._text, self._sort, self._mark = text, sort, mark
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetrics(fonts.font(self.kind)).horizontalAdvance(self._text) + 2 * self.PADDING
        return QSize(width + (14 if self._mark else 0), self.HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        border = theme.colour(INKS[self._sort]) if theme.colours().high_contrast else None
        painting.box(painter, rect, rect.height() / 2, theme.colour(GROUNDS[self._sort]), border)
        left = float(self.PADDING)
        if self._mark:
            icons.paint(
                painter, self._mark, QPointF(left - 1, (rect.height() - 12) / 2), INKS[self._sort], 12, stroke=2.2
            )
            left += 14
        painter.setFont(fonts.font(self.kind))
        painter.setPen(theme.colour(INKS[self._sort]))
        painter.drawText(rect.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._text)


class Badge(Chip):
    """A count: neutral, or bad when it counts failures."""

    HEIGHT, PADDING = 18, 6

    def __init__(self, text: str = "", sort: str = NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(text, sort, parent=parent)
        self.kind = tokens.BADGE

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(max(hint.width(), self.HEIGHT), self.HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        painting.box(painter, rect, rect.height() / 2, theme.colour(GROUNDS[self._sort]))
        painter.setFont(fonts.font(self.kind))
        painter.setPen(theme.colour(INKS[self._sort]))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._text)


class KeyCap(QWidget):
    """The name of a key, as on the keyboard."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        """Name another key (some have translated names)."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(18, fonts.metrics(tokens.CAPTION).horizontalAdvance(self._text) + 12), 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        key_cap(painter, QRectF(self.rect()), self._text)


def key_cap(painter: QPainter, rect: QRectF, text: str) -> None:
    """Paint a key cap that fills ``rect``."""
    painting.box(painter, rect, Radius.SMALL, theme.colour("surface"), theme.colour("button_edge"))
    painter.setFont(fonts.font(tokens.CAPTION))
    painter.setPen(theme.colour("ink3"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def marker_width(text: str) -> int:
    """The width of a hidden character's marker."""
    return fonts.metrics(_MARKER).horizontalAdvance(text) + 8


def marker(painter: QPainter, rect: QRectF, text: str) -> None:
    """Paint the marker of a hidden character, such as ``U+202E``, in ``rect`` (its height is 16)."""
    painting.box(painter, rect, Radius.SMALL, theme.colour("warn_soft"))
    painter.setFont(fonts.font(_MARKER))
    painter.setPen(theme.colour("warn"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


_MARKER = tokens.Type(11, 16, 400, mono=True)
