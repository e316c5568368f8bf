"""The levels of a place, to click: what covers the path while nobody types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from stsviewer.ui import fonts, painting, theme, tokens
from stsviewer.ui.browser import names
from stsviewer.ui.browser.location import SCHEME, Location
from stsviewer.ui.browser.name_painting import paint_runs, width_of
from stsviewer.ui.outside import Run, tip
from stsviewer.ui.parts.menu import Menu
from stsviewer.ui.tokens import Radius

_SEPARATOR, _PADDING = 17, 4  # px: the slash with its air, and beside a level's name


class Crumbs(QWidget):
    """The levels of a place. Where they do not fit, the middle ones are in one … that opens a list."""

    wanted = Signal(Location)
    typing_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._levels: list[_Level] = []
        self._dropped: list[tuple[str, Location]] = []
        self._location = Location()
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName("Levels")

    def set_location(self, location: Location) -> None:
        """Show the levels of ``location``."""
        self._location = location
        self._build()

    def shown(self) -> list[str]:
        """What the levels say, the first one the list of buckets."""
        return [level.accessibleName() for level in self._levels]

    def _build(self) -> None:
        for level in self._levels:
            level.hide()
            level.deleteLater()
        steps = list(self._location.steps)
        shown: list[tuple[str | None, Location | None]] = [(SCHEME, Location()), *steps]
        room = self.width() - 24
        self._dropped = []
        while len(shown) > 4 and self._wanted_width(shown) > room:
            if shown[2][1] is not None:
                self._dropped.append(shown[2])
                shown[2] = (None, None)
            else:
                self._dropped.append(shown.pop(3))
        self._levels = []
        left = 5
        spare = room - self._wanted_width(shown)
        last = len(shown) - 1
        for number, (name, place) in enumerate(shown):
            level = _Level(name, place, self, last=number == last and number > 0)
            width = level.wanted_width()
            if spare < 0 and number:
                width = max(48, width + spare / max(1, last))
            level.setGeometry(int(left), 0, int(width), self.height())
            level.clicked.connect(lambda _=False, at=place, button=level: self._pressed(at, button))
            level.show()
            self._levels.append(level)
            left += int(width) + (_SEPARATOR if number else 0)
        self.update()

    def _wanted_width(self, shown: list[tuple[str | None, Location | None]]) -> float:
        last = len(shown) - 1
        widths = [_Level.width_for(name, last=at == last and at > 0) for at, (name, _) in enumerate(shown)]
        return sum(widths) + _SEPARATOR * last

    def _pressed(self, place: Location | None, level: _Level) -> None:
        if place is not None:
            self.wanted.emit(place)
            return
        menu = Menu("Levels in between", self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, between in self._dropped:
            menu.add(names.plain(name)).triggered.connect(lambda _=False, at=between: self.wanted.emit(at))
        menu.popup_under(level)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._build()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.typing_wanted.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.FontChange):
            self._build()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.box(painter, QRectF(self.rect()), Radius.SMALL, theme.colour("surface"))
        painter.setFont(fonts.font(tokens.BODY))
        painter.setPen(theme.colour("ink3"))
        for level in self._levels[1:]:
            if level is self._levels[-1] and self._location.begins:
                continue
            place = QRectF(level.geometry().right() + 1, 0, _SEPARATOR, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "/")


class _Level(QAbstractButton):
    """One level: a name from outside, or the … that stands for several."""

    def __init__(self, name: str | None, place: Location | None, parent: QWidget, *, last: bool) -> None:
        super().__init__(parent)
        self._name, self._last = name, last
        self._scheme = place is not None and not place.bucket
        plain = names.bare(name) if name is not None else names.ELLIPSIS
        self.setAccessibleName(f"Go to {plain}" if name is not None else "Levels in between")
        self.setToolTip(tip(place.address) if place is not None else "")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @staticmethod
    def width_for(name: str | None, *, last: bool) -> float:
        """The width that ``name`` takes."""
        width = width_of(tokens.NAME if last else tokens.BODY)
        runs = names.pieces(name) if name is not None else (Run(names.ELLIPSIS),)
        return sum(map(width, runs)) + 2 * _PADDING + 1

    def wanted_width(self) -> float:
        """The width it takes when there is room."""
        return self.width_for(self._name, last=self._last)

    def enterEvent(self, event) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse():
            painting.box(painter, QRectF(self.rect()).adjusted(0, 3, 0, -3), Radius.SMALL, theme.colour("hover"))
        kind = tokens.NAME if self._last else tokens.BODY
        runs = names.pieces(self._name) if self._name is not None else (Run(names.ELLIPSIS),)
        runs = names.elided(runs, self.width() - 2 * _PADDING, width_of(kind))
        tint = "ink3" if self._scheme else "ink" if self._last else "ink2"
        paint_runs(painter, QPointF(_PADDING, self.height() / 2), runs, kind, tint)
