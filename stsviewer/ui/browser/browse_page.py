"""The page `Browse`: path bar and filter over the list and the preview, and what the keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stsviewer.ui.browser.arrivals import Arrivals
from stsviewer.ui.browser.buckets import Favourites
from stsviewer.ui.browser.downloads import Downloads
from stsviewer.ui.browser.favourites import Keeper
from stsviewer.ui.browser.filter_field import FilterField
from stsviewer.ui.browser.location import Location, NotAnAddress
from stsviewer.ui.browser.objects_pane import ObjectsPane
from stsviewer.ui.browser.path_bar import PathBar
from stsviewer.ui.browser.row_menu import row_menu
from stsviewer.ui.browser.thumbnails import Thumbnails
from stsviewer.ui.browser.walk import Walk
from stsviewer.ui.parts.button import IconButton
from stsviewer.ui.preview.preview_pane import PreviewPane
from stsviewer.ui.session import Session, State
from stsviewer.ui.shell import Shell
from stsviewer.ui.tokens import Size

if TYPE_CHECKING:
    from stsviewer.oss import Bucket, ObjectSummary

PREVIEW, PREVIEW_NARROW, GAP, _ARROW = 536, 388, 12, 24
_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut


class BrowsePage(QWidget):
    """Where one session's storage is walked through. Another session is opened where it was left."""

    check_wanted = Signal(str, str)
    """Why something was refused is to be looked into: the bucket and the prefix."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._expanded = False
        self._preview_wanted = True
        self.path = PathBar()
        self.filter = FilterField()
        self.pane = ObjectsPane(self._copy_details)
        self.preview = PreviewPane(self._copy_details)
        self.downloads = Downloads(shell)
        self.favourite_rows = Favourites(self)
        self.keeper = Keeper(shell.profiles, self.path, self.pane, self.favourite_rows)
        self.walk = Walk(self, self._how_it_looks)
        self.arrivals = Arrivals(self.walk, self.pane, self.filter, self.keeper)
        self.listing, self.bucket_rows = self.arrivals.objects, self.arrivals.buckets
        self.status = self.arrivals.status
        self._back = IconButton("chevron-left", name="Back")
        self._forward = IconButton("chevron-right", name="Forward")
        self.pane.objects.setModel(self.listing)
        self.pane.buckets.setModel(self.bucket_rows)
        self.pane.favourites.setModel(self.favourite_rows)
        for view in (self.pane.objects, self.pane.buckets):
            view.setSortingEnabled(True)
            view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self._thumbnails = Thumbnails(self.pane.objects, self.listing)
        shell.status.left.addWidget(self.status)
        shell.status.right.addWidget(self.downloads)
        self._lay_out()
        self._connect()
        self._retranslate()
        self.open(None)

    # -- making ----------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        arrows = QHBoxLayout()
        arrows.setContentsMargins(0, 0, 2, 0)
        arrows.setSpacing(2)
        for arrow in (self._back, self._forward):
            arrow.setFixedWidth(_ARROW)
            arrows.addWidget(arrow)
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 10, 0, 10)
        bar.setSpacing(8)
        bar.addLayout(arrows)
        bar.addWidget(self.path, 1)
        bar.addWidget(self.filter)
        panes = QHBoxLayout()
        panes.setSpacing(GAP)
        panes.addWidget(self.pane, 1)
        panes.addWidget(self.preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addLayout(panes, 1)
        self._fit(narrow=False)

    def _connect(self) -> None:
        self.arrivals.begun.connect(self._begun)
        self.arrivals.listed.connect(self._listed)
        self._back.clicked.connect(self.walk.back)
        self._forward.clicked.connect(self.walk.forward)
        self.path.wanted.connect(self._typed)
        self.path.not_understood.connect(lambda sentence: self._shell.toasts.show("failed", sentence))
        self.path.star_pressed.connect(self.keeper.toggle)
        self.filter.left_down.connect(lambda: self.pane.list_in_sight().setFocus())
        for view in (self.pane.objects, self.pane.buckets, self.pane.favourites):
            view.went_up.connect(self.walk.up)
        self.pane.objects.opened.connect(self._open_row)
        self.pane.objects.chosen.connect(self._chosen)
        self.pane.objects.customContextMenuRequested.connect(self._object_menu)
        self.pane.buckets.opened.connect(lambda index: self._open_bucket(self.bucket_rows.bucket(index)))
        self.pane.favourites.opened.connect(lambda index: self.walk.go(self.favourite_rows.place(index)))
        self.pane.typed.connect(self._typed_into_refusal)
        self.preview.previous_wanted.connect(lambda: self._step(-1))
        self.preview.next_wanted.connect(lambda: self._step(1))
        self.preview.expand_wanted.connect(lambda: self._expand(not self._expanded))
        self.preview.download_wanted.connect(self.download)
        self.preview.check_wanted.connect(self.check_wanted)
        self.arrivals.notes.check_wanted.connect(
            lambda: self.check_wanted.emit(self.walk.here.bucket, self.walk.here.prefix)
        )
        for keys, act in (
            ("Alt+Left", self.walk.back),
            ("Alt+Right", self.walk.forward),
            ("Alt+Up", self.walk.up),
            ("F5", self.refresh),
            ("Ctrl+L", self.path.begin),
            ("Ctrl+D", self.keeper.toggle),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(_WITHIN if keys != "Ctrl+L" else Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(act)

    # -- sessions --------------------------------------------------------------------------------------------------

    def open(self, session: Session | None) -> None:
        """Walk through the storage of ``session``, from where it was left."""
        left = self.walk.session
        if left is not None:
            left.changed.disconnect(self._session_changed)
            left.token_changed.disconnect(self._token_changed)
            left.destroyed.disconnect(self._session_gone)
        self.walk.set_session(session)
        self.preview.set_session(session)
        self._thumbnails.set_session(session)
        self.path.set_location(self.walk.here)
        self.keeper.set_session(session)
        if session is not None:
            session.changed.connect(self._session_changed)
            session.token_changed.connect(self._token_changed)
            session.destroyed.connect(self._session_gone)
        if session is not None and session.state.alive:
            self.walk.start()
        else:
            self.arrivals.no_token()

    def _session_gone(self) -> None:
        """The profile was removed or edited; whoever did that opens the next one."""
        self.walk.session_gone()
        self.open(None)

    def _session_changed(self) -> None:
        session = self.walk.session
        if session.state is State.EXPIRED:
            self.arrivals.expired()
        elif session.token is None and not session.state.alive:
            self.arrivals.no_token()

    def _token_changed(self) -> None:
        self.arrivals.renewed()
        self.preview.retry()

    # -- places ----------------------------------------------------------------------------------------------------

    def _typed(self, location: Location) -> None:
        self.walk.go(location, typed=True)
        self.pane.list_in_sight().setFocus()

    def _typed_into_refusal(self, text: str) -> None:
        here, text = self.walk.here, text.strip()
        try:
            inside = here.bucket and "://" not in text
            place = Location(here.bucket, text.removeprefix(f"{here.bucket}/")) if inside else Location.parse(text)
        except NotAnAddress:
            self._shell.toasts.show("failed", self.tr("That is no place in storage. Write oss://bucket/prefix/."))
            return
        self.keeper.keep_once_listed(place)
        self.walk.go(place)

    def _begun(self) -> None:
        self._thumbnails.restart()
        self.path.set_location(self.walk.here)
        self.keeper.show()
        self.preview.clear()
        self._show_arrows()

    def _listed(self) -> None:
        self.path.set_location(self.walk.here)
        self.keeper.show()
        self._show_arrows()
        self._chosen()

    def refresh(self) -> None:
        """List again."""
        self.arrivals.refresh()

    def _how_it_looks(self) -> tuple[str, int]:
        """The key selected and the px scrolled: what a place is found with again."""
        return self.arrivals.selected(), self.pane.list_in_sight().verticalScrollBar().value()

    def _show_arrows(self) -> None:
        self._back.setEnabled(self.walk.can_go_back)
        self._forward.setEnabled(self.walk.can_go_forward)

    # -- rows ------------------------------------------------------------------------------------------------------

    def _open_bucket(self, bucket: Bucket | None) -> None:
        if bucket is not None:
            self.walk.go(Location(bucket.name))

    def _open_row(self, index: QModelIndex) -> None:
        row = self.listing.row(index)
        if isinstance(row, str):
            self.walk.go(Location(self.listing.location.bucket, row))
        elif row is not None and self._preview_wanted:
            self._expand(True)
        elif row is not None:
            self._show_preview(True)

    def _chosen(self) -> None:
        """The selection moved: the preview follows."""
        row = self._selected_object()
        if row is None:
            self.preview.clear()
            self._expand(False)
        elif self._preview_wanted:
            self.preview.show_object(self.listing.location.bucket, row)
            place = self.pane.objects.current_row() - self.listing.shown_folders + 1
            self.preview.set_position(place, self.listing.shown_objects, more=bool(self.listing.next_token))

    def _selected_object(self) -> ObjectSummary | None:
        row = self.listing.row(self.pane.objects.current_row()) if self.walk.here.bucket else None
        return None if isinstance(row, str) else row

    def _step(self, by: int) -> None:
        """To the object before or after."""
        row = self.pane.objects.current_row() + by
        if self.listing.shown_folders <= row < self.listing.rowCount():
            self.pane.objects.choose(row)

    def download(self) -> None:
        """Fetch the selected object into the folder for downloads."""
        row = self._selected_object()
        if row is not None:
            self.downloads.start(self.walk.session, self.listing.location.bucket, row.key, row.size)

    def _object_menu(self, at: QPoint) -> None:
        row = self.listing.row(self.pane.objects.indexAt(at))
        if row is not None:
            bucket, copy = self.listing.location.bucket, self._shell.clipboard.copy
            menu = row_menu(self.pane.objects, bucket, row, copy=copy, go=self.walk.go, download=self.download)
            menu.popup(self.pane.objects.viewport().mapToGlobal(at))

    def _copy_path(self) -> None:
        here, selected = self.walk.here, self.arrivals.selected()
        if selected:
            here = Location(here.bucket, selected) if here.bucket else Location(selected)
        self._shell.clipboard.copy(here.address)
        self._shell.toasts.show("done", self.tr("Path copied"))

    def _copy_details(self, details: str) -> None:
        self._shell.clipboard.copy(details)
        self._shell.toasts.show("done", self.tr("Details copied"))

    # -- looks -----------------------------------------------------------------------------------------------------

    def _show_preview(self, wanted: bool) -> None:
        self._preview_wanted = wanted
        self._expand(False)
        self.preview.setVisible(wanted)
        if wanted:
            self._chosen()
        else:
            self.preview.clear()

    def _expand(self, expanded: bool) -> None:
        """Give the preview the whole page, or take it back."""
        self.preview.set_expanded(expanded)
        if expanded == self._expanded:
            return
        self._expanded = expanded
        self.pane.setVisible(not expanded)
        self._fit(narrow=self._is_narrow())
        if expanded:
            self.preview.take_focus()
        else:
            self.pane.list_in_sight().setFocus()

    def _is_narrow(self) -> bool:
        return self.window().width() < Size.NARROW

    def _fit(self, *, narrow: bool) -> None:
        self.filter.set_narrow(narrow)
        self.preview.set_narrow(narrow and not self._expanded)
        if self._expanded:
            self.preview.setMinimumWidth(0)
            self.preview.setMaximumWidth(16_777_215)
        else:
            self.preview.setFixedWidth(PREVIEW_NARROW if narrow else PREVIEW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(narrow=self._is_narrow())

    def showEvent(self, event) -> None:
        self.status.show()
        super().showEvent(event)

    def hideEvent(self, event) -> None:
        self.status.hide()
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if key == Qt.Key.Key_Space and self._expanded:
            self._expand(False)
        elif key == Qt.Key.Key_Space:
            self._show_preview(not self._preview_wanted)
        elif key == Qt.Key.Key_Slash:
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif key == Qt.Key.Key_Escape and self._expanded:
            self._expand(False)
        elif self._expanded and key in steps and not event.modifiers():
            self._step(steps[key])
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy_path()
        else:
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self._back.set_tip(self.tr("Back"))
        self._forward.set_tip(self.tr("Forward"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.arrivals.say_again()
            for view in (self.pane.objects, self.pane.buckets, self.pane.favourites):
                view.viewport().update()
                view.header().viewport().update()
        super().changeEvent(event)
