"""Where you are: a line to type an ``oss://`` address into, covered by its levels to click while nobody types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QCompleter, QListView, QStyle, QStyledItemDelegate, QWidget

from stsviewer.ui import fonts, icons, painting, theme, tokens
from stsviewer.ui.browser import names
from stsviewer.ui.browser.location import SCHEME, Location, NotAnAddress
from stsviewer.ui.browser.rows import paint_runs, width_of
from stsviewer.ui.outside import tip
from stsviewer.ui.parts.button import IconButton
from stsviewer.ui.parts.field import LineInput
from stsviewer.ui.parts.menu import Menu
from stsviewer.ui.tokens import Radius, Size

_SEPARATOR, _PADDING = 17, 4  # px: the slash with its air, and beside a level's name
_STAR = 28


class PathBar(LineInput):
    """The line `Path`. Its text is always the whole address; the levels over it are for eye and mouse."""

    wanted = Signal(Location)
    """The person wants to go there."""
    not_understood = Signal(str)
    """What was typed is no address."""
    star_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Path", parent=parent)
        self._location = Location()
        self._favourites = QStringListModel(self)
        self.set_margins(right=_STAR + 6)
        self.crumbs = Crumbs(self)
        self.crumbs.wanted.connect(self.wanted)
        self.crumbs.typing_wanted.connect(self._begin_typing)
        self.star = IconButton("star", name="Favourite", side=_STAR - 4, checkable=True, parent=self)
        self.star.setCursor(Qt.CursorShape.ArrowCursor)
        self.star.clicked.connect(self.star_pressed)
        completer = QCompleter(self._favourites, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setPopup(_Places())
        self.setCompleter(completer)
        completer.activated.connect(self._go)
        self.returnPressed.connect(self._go)
        self.textEdited.connect(lambda: self.set_wrong(False))
        self.set_location(Location())
        self._retranslate()

    def location(self) -> Location:
        """The place that is shown."""
        return self._location

    def set_location(self, location: Location) -> None:
        """Show ``location``."""
        self._location = location
        self.set_wrong(False)
        self.setText(location.address)
        self.crumbs.set_location(location)

    def set_favourites(self, addresses: tuple[str, ...], *, kept: bool) -> None:
        """Offer ``addresses`` while somebody types; ``kept`` says whether the place shown is one of them."""
        self._favourites.setStringList(list(addresses))
        self.star.setChecked(kept)
        self._retranslate()

    def _begin_typing(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.selectAll()

    def _go(self, text: str | None = None) -> None:
        try:
            location = Location.parse(text if text is not None else self.text())
        except NotAnAddress:
            self.set_wrong(True)
            self.not_understood.emit(self.tr("That is no place in storage. Write oss://bucket/prefix/."))
            return
        self.wanted.emit(location)

    # -- typing ----------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.crumbs.hide()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            QTimer.singleShot(0, self, self._select_and_offer)

    def _select_and_offer(self) -> None:
        if self.hasFocus():
            self.selectAll()
            if self._favourites.rowCount():
                self.completer().setCompletionPrefix("")
                self.completer().complete()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.setText(self._location.address)
            self.set_wrong(False)
            self.crumbs.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._location.address)
            self.nextInFocusChain().setFocus()
            event.accept()
            return
        super().keyPressEvent(event)

    # -- looks -----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.star.move(self.width() - _STAR - 1, (self.height() - self.star.height()) // 2)
        self.crumbs.setGeometry(2, 2, self.width() - _STAR - 8, self.height() - 4)

    def _retranslate(self) -> None:
        kept = self.star.isChecked()
        self.star.set_tip(self.tr("Remove from favourites") if kept else self.tr("Keep as a favourite"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


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
        plain = names.plain(name) if name is not None else names.ELLIPSIS
        self.setAccessibleName(f"Go to {plain}" if name is not None else "Levels in between")
        self.setToolTip(tip(place.address) if place is not None else "")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @staticmethod
    def width_for(name: str | None, *, last: bool) -> float:
        """The width that ``name`` takes."""
        width = width_of(tokens.NAME if last else tokens.BODY)
        runs = names.pieces(name) if name is not None else (names.Run(names.ELLIPSIS),)
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
        runs = names.pieces(self._name) if self._name is not None else (names.Run(names.ELLIPSIS),)
        runs = names.elided(runs, self.width() - 2 * _PADDING, width_of(kind))
        tint = "ink3" if self._scheme else "ink" if self._last else "ink2"
        paint_runs(painter, QPointF(_PADDING, self.height() / 2), runs, kind, tint)


class _Places(QListView):
    """The list of kept places under the line."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Favourites to go to")
        self.verticalScrollBar().setAccessibleName("Favourites to go to, position")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameStyle(0)
        self.setItemDelegate(_PlaceDelegate(self))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painting.box(painter, QRectF(self.viewport().rect()), 0, theme.colour("raised"), theme.colour("line"))
        painter.end()
        super().paintEvent(event)


class _PlaceDelegate(QStyledItemDelegate):
    """A kept place in the list under the line: a star, and the address as a name from outside."""

    def sizeHint(self, option, index) -> QSize:
        return QSize(200, Size.MENU_ITEM)

    def paint(self, painter: QPainter, option, index) -> None:
        painter.save()
        rect = QRectF(option.rect)
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painting.box(painter, rect.adjusted(4, 0, -4, 0), Radius.CONTROL, theme.colour("accent_soft"))
        icons.paint(painter, "star", QPointF(rect.left() + 12, rect.center().y() - 8), "accent")
        runs = names.pieces(index.data())
        room = rect.width() - 36 - 12
        place = QPointF(rect.left() + 36, rect.center().y())
        paint_runs(painter, place, names.elided(runs, room, width_of(tokens.BODY)), tokens.BODY)
        painter.restore()
