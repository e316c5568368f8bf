"""Where you are: a line to type an ``oss://`` address into, covered by its levels to click while nobody types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QListView, QStyle, QStyledItemDelegate, QWidget

from stsviewer.ui import icons, painting, theme, tokens
from stsviewer.ui.browser import names
from stsviewer.ui.browser.crumbs import Crumbs
from stsviewer.ui.browser.location import Location, NotAnAddress
from stsviewer.ui.browser.name_painting import paint_runs, width_of
from stsviewer.ui.parts.button import IconButton
from stsviewer.ui.parts.field import LineInput
from stsviewer.ui.tokens import Radius, Size

_STAR = 28


# The focus comes back from a list that opened, or when the window is the active one again: what was typed stays.
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class PathBar(LineInput):
    """The line `Path`. Its text is always the whole address; the levels over it are for eye and mouse."""

    wanted = Signal(Location)
    """The person wants to go there."""
    not_understood = Signal(str)
    """What was typed is no address."""
    star_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Path", parent=parent)
        self._location, self._shown = Location(), ""
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
        self._shown = self.text()
        self.crumbs.set_location(location)

    def set_favourites(self, addresses: tuple[str, ...], *, kept: bool) -> None:
        """Offer ``addresses`` while somebody types; ``kept`` says whether the place shown is one of them."""
        self._favourites.setStringList(list(addresses))
        self.star.setChecked(kept)
        self._retranslate()

    def begin(self) -> None:
        """Take the focus for typing, and offer the favourites; once more when the focus is here already."""
        if self.hasFocus():
            self._select_and_offer()
        else:
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _begin_typing(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.selectAll()

    def _go(self, text: str | None = None) -> None:
        if text is None and self.text() == self._shown:
            self.wanted.emit(self._location)  # a line cannot hold every character of a key
            return
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
        if event.reason() not in _PASSING:
            QTimer.singleShot(0, self, self._select_and_offer)

    def _select_and_offer(self) -> None:
        if self.hasFocus():
            self.selectAll()
            if self._favourites.rowCount():
                self.completer().setCompletionPrefix("")
                self.completer().complete()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
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
