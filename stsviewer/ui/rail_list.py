"""The list of profiles: rows of 42 with a name, a story and the life of the profile's token."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QWidget

from stsviewer.profile import Origin, Profile
from stsviewer.ui import fonts, icons, painting, theme, tokens, translate
from stsviewer.ui.countdown import TINTS, clock
from stsviewer.ui.outside import flat, tip
from stsviewer.ui.parts import ring
from stsviewer.ui.session import LAST_MINUTE, Session, State
from stsviewer.ui.tokens import Radius, Size

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

_STROKE = 3.2  # px of the small ring
_EDIT = 28  # px at a saved row's right end that open the editor

SessionOf = Callable[[Profile], Session | None]


class _Model(QAbstractListModel):
    """Rows are profiles, with the title of a section before the first saved one when the sandbox's come first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Profile | str] = []
        self.session_of: SessionOf = lambda profile: None

    def set_rows(self, rows: list[Profile | str], session_of: SessionOf) -> None:
        self.beginResetModel()
        self.rows, self.session_of = rows, session_of
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], Profile):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole):
        row = self.rows[index.row()]
        if isinstance(row, str):
            return row if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            return flat(row.name)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(f"{row.name}\n{story(row)}\n{self._state_word(row)}".strip())
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return f"{flat(story(row))}. {self._state_word(row)}"
        return None

    def _state_word(self, profile: Profile) -> str:
        session = self.session_of(profile)
        state = session.state if session else State.NONE
        if state in (State.LIVE, State.SOON, State.LAST_MINUTE):
            return self.tr("{time} left").replace("{time}", clock(session.seconds_left()))
        return {
            State.EXPIRED: self.tr("Expired"),
            State.REFUSED: self.tr("Refused"),
            State.RENEWING: self.tr("Renewing"),
            State.DIRECT: self.tr("No role"),
        }.get(state, self.tr("No token yet"))


def story(profile: Profile) -> str:
    """The second line of a row: the story, else the role, else the key."""
    told = profile.story_zh_cn if translate.is_chinese() and profile.story_zh_cn else profile.story
    return told or profile.role_name or profile.access_key_id


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: _Model, parent: QListView) -> None:
        super().__init__(parent)
        self._model = model
        self.narrow = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        row = self._model.rows[index.row()]
        if self.narrow:
            return QSize(Size.RAIL_NARROW - 1, 12 if isinstance(row, str) else 40)
        return QSize(100, Size.SECTION + 8 if isinstance(row, str) else Size.PROFILE_ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        row = self._model.rows[index.row()]
        rect = QRectF(option.rect).adjusted(8, 0, -8, 0)
        if isinstance(row, str):
            self._paint_section(painter, rect, row)
        else:
            self._paint_profile(painter, option, rect, row)

    def _paint_section(self, painter: QPainter, rect: QRectF, title: str) -> None:
        if self.narrow:
            painting.horizontal_line(painter, rect.left(), rect.right(), rect.center().y(), theme.colour("line"))
            return
        painter.setFont(fonts.font(tokens.SECTION_CAPTION))
        painter.setPen(theme.colour("ink3"))
        painter.drawText(rect.adjusted(8, 8, 0, 0), Qt.AlignmentFlag.AlignVCenter, title)

    def _paint_profile(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, profile: Profile) -> None:
        from PySide6.QtWidgets import QStyle  # takes 5 ms, and the first picture has no profile yet

        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen:
            painting.box(painter, rect, Radius.CONTROL, theme.colour("accent_soft"))
        elif hovered:
            painting.box(painter, rect, Radius.CONTROL, theme.colour("quiet"))
        if option.state & QStyle.StateFlag.State_HasFocus and getattr(option.widget, "by_keyboard", False):
            painting.focus_ring(painter, rect, Radius.CONTROL)
        left = rect.center().x() - 8 if self.narrow else rect.left() + 8
        paint_life(
            painter,
            QRectF(left, rect.center().y() - Size.RAIL_DOT / 2, Size.RAIL_DOT, Size.RAIL_DOT),
            self._model.session_of(profile),
        )
        if self.narrow:
            return
        editable = profile.origin is Origin.SAVED and (chosen or hovered)
        if editable:
            icons.paint(painter, "edit", QPointF(rect.right() - _EDIT + 6, rect.center().y() - 7), "ink3", 14)
        text = rect.adjusted(34, 0, -_EDIT if editable else -8, 0)
        self._line(painter, text, 5, 20, flat(profile.name), tokens.STRONG if chosen else tokens.NAME, "ink")
        told = flat(story(profile))
        self._line(painter, text, 22, 16, told, tokens.CAPTION, "ink2" if chosen else "ink3")

    @staticmethod
    def _line(
        painter: QPainter, rect: QRectF, top: float, height: float, text: str, kind: tokens.Type, tint: str
    ) -> None:
        painter.setFont(fonts.font(kind))
        painter.setPen(theme.colour(tint))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, int(rect.width()))
        line = QRectF(rect.left(), rect.top() + top, rect.width(), height)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)


def paint_life(painter: QPainter, rect: QRectF, session: Session | None) -> None:
    """The small twin of the countdown, 16 px: ring, idle dot, failed dot, dots of an expired token."""
    state = session.state if session else State.NONE
    if state in TINTS and state is not State.DIRECT:
        left = session.seconds_left()
        share = left / LAST_MINUTE if state is State.LAST_MINUTE else session.share_left()
        ring.life(painter, rect, _STROKE, TINTS[state], share)
    elif state is State.RENEWING:
        ring.turning(painter, rect, _STROKE, "accent", 0.0)
    elif state is State.EXPIRED:
        ring.dotted(painter, rect, "bad", 2.2)
    elif state is State.REFUSED:
        painting.box(painter, rect, 8, theme.colour("bad_fill"))
        icons.paint(painter, "exclamation", rect.center() - QPointF(6, 6), "on_fill", 12, stroke=2.2)
    else:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("ok" if state is State.DIRECT else "edge"), 1.5))
        painter.setBrush(theme.colour("ok") if state is State.DIRECT else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect.center(), 5.25, 5.25)
        painter.restore()


class ProfileList(QListView):
    """Choosing is selecting. A saved profile is edited by its pencil, its menu or F2."""

    chosen = Signal(object)
    edit_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by_keyboard = False
        self._model = _Model(self)
        self._delegate = _Delegate(self._model, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName("Profiles")
        self.setFrameStyle(0)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().selectionChanged.connect(self._selection_changed)

    def show_profiles(self, profiles: list[Profile], session_of: SessionOf) -> None:
        """Show ``profiles``."""
        kept = self.current()
        rows: list[Profile | str] = []
        for profile in profiles:
            starts_saved = profile.origin is not Origin.SANDBOX and rows and isinstance(rows[-1], Profile)
            if starts_saved and rows[-1].origin is Origin.SANDBOX:
                rows.append(self.tr("Profiles"))
            rows.append(profile)
        self.selectionModel().blockSignals(True)
        self._model.set_rows(rows, session_of)
        self.selectionModel().blockSignals(False)
        self.select(kept)

    def current(self) -> Profile | None:
        """The selected profile."""
        index = self.currentIndex()
        row = self._model.rows[index.row()] if index.isValid() and index.row() < len(self._model.rows) else None
        return row if isinstance(row, Profile) else None

    def select(self, profile: Profile | None) -> None:
        """Select ``profile`` without announcing it as the person's choice."""
        place = (profile.origin, profile.name) if profile else None
        self.selectionModel().blockSignals(True)
        self.selectionModel().clear()
        for number, row in enumerate(self._model.rows):
            if isinstance(row, Profile) and (row.origin, row.name) == place:
                self.setCurrentIndex(self._model.index(number))
        self.selectionModel().blockSignals(False)
        if profile is not None:
            self.viewport().update()

    def repaint_profile(self, profile: Profile) -> None:
        """Repaint one row: its ring moved, or its state is another."""
        for number, row in enumerate(self._model.rows):
            if isinstance(row, Profile) and (row.origin, row.name) == (profile.origin, profile.name):
                self.update(self._model.index(number))

    def set_narrow(self, narrow: bool) -> None:
        """Dots alone, or whole rows."""
        self._delegate.narrow = narrow
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if narrow else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        self.scheduleDelayedItemsLayout()

    def _selection_changed(self) -> None:
        """Whoever selected it: mouse, keys, or an assistive tool, which leaves the current row where it was."""
        selected = self.selectedIndexes()
        if selected and selected[0] != self.currentIndex():
            self.setCurrentIndex(selected[0])
        profile = self.current()
        if selected and profile is not None:
            self.chosen.emit(profile)

    def focusInEvent(self, event) -> None:
        self.by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def keyPressEvent(self, event) -> None:
        self.by_keyboard = True
        if event.key() == Qt.Key.Key_F2:
            self._edit(self.current())
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event) -> None:
        super().mouseReleaseEvent(event)
        profile = self._profile_at(event.position().toPoint())
        right = self.viewport().width() - 8
        at_pencil = right - _EDIT <= event.position().x() <= right and not self._delegate.narrow
        if event.button() == Qt.MouseButton.LeftButton and profile is not None and at_pencil:
            self._edit(profile)

    def _profile_at(self, place: QPoint) -> Profile | None:
        index = self.indexAt(place)
        row = self._model.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Profile) else None

    def _edit(self, profile: Profile | None) -> None:
        if profile is not None and profile.origin is Origin.SAVED:
            self.edit_wanted.emit(profile)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        profile = self._profile_at(event.pos())
        if profile is not None and profile.origin is Origin.SAVED:
            from stsviewer.ui.parts.menu import Menu

            menu = Menu("Profile", self, 180)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.add(self.tr("Edit profile")).triggered.connect(lambda: self._edit(profile))
            menu.popup(event.globalPos() - QPoint(Size.MENU_SHADOW, Size.MENU_SHADOW))
