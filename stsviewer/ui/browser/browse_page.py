"""The page `Browse`: path bar and filter over the list and the preview, and what the keys do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stsviewer.failure import Failure, Kind
from stsviewer.ui.browser.buckets import Buckets, Favourites
from stsviewer.ui.browser.downloads import Downloads
from stsviewer.ui.browser.favourites import Keeper
from stsviewer.ui.browser.filter_field import FilterField
from stsviewer.ui.browser.list_notes import RENEWABLE, ListNotes
from stsviewer.ui.browser.listing import Listing, key_of
from stsviewer.ui.browser.listing_status import ListingStatus
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
    from stsviewer.oss import Bucket, ObjectSummary, Page

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
        self._key_before_reset = ""
        self.listing = Listing(self)
        self.bucket_rows = Buckets(self)
        self.favourite_rows = Favourites(self)
        self.path = PathBar()
        self.filter = FilterField()
        self.pane = ObjectsPane(self._copy_details)
        self.preview = PreviewPane(self._copy_details)
        self.status = ListingStatus()
        self.downloads = Downloads(shell)
        self.walk = Walk(self, self._how_it_looks)
        self.notes = ListNotes(self.pane, self.walk)
        self.keeper = Keeper(shell.profiles, self.path, self.pane, self.favourite_rows)
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
        self._connect_walk()
        self._connect_hands()
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

    def _connect_walk(self) -> None:
        self.walk.begun.connect(self._begun)
        self.walk.buckets_arrived.connect(self._buckets_arrived)
        self.walk.objects_arrived.connect(self._objects_arrived)
        self.walk.more_arrived.connect(self._more_arrived)
        self.walk.refused.connect(self._list_refused)
        self.notes.search_wanted.connect(self._search)
        self.notes.all_wanted.connect(self.filter.clear)
        self.notes.check_wanted.connect(lambda: self.check_wanted.emit(self.walk.here.bucket, self.walk.here.prefix))
        self.listing.modelAboutToBeReset.connect(self._before_reset)
        self.listing.modelReset.connect(self._after_reset)

    def _connect_hands(self) -> None:
        self._back.clicked.connect(self.walk.back)
        self._forward.clicked.connect(self.walk.forward)
        self.path.wanted.connect(self._typed)
        self.path.not_understood.connect(lambda sentence: self._shell.toasts.show("failed", sentence))
        self.path.star_pressed.connect(self.keeper.toggle)
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self._search)
        self.filter.left_down.connect(lambda: self.pane.list_in_sight().setFocus())
        for view in (self.pane.objects, self.pane.buckets, self.pane.favourites):
            view.went_up.connect(self.walk.up)
        self.pane.objects.opened.connect(self._open_row)
        self.pane.objects.chosen.connect(self._chosen)
        self.pane.objects.near_end.connect(self._near_end)
        self.pane.objects.customContextMenuRequested.connect(self._object_menu)
        self.pane.buckets.opened.connect(lambda index: self._open_bucket(self.bucket_rows.bucket(index)))
        self.pane.favourites.opened.connect(lambda index: self.walk.go(self.favourite_rows.place(index)))
        self.pane.typed.connect(self._typed_into_refusal)
        self.status.refresh_wanted.connect(self.refresh)
        self.status.more_wanted.connect(self._more)
        self.preview.previous_wanted.connect(lambda: self._step(-1))
        self.preview.next_wanted.connect(lambda: self._step(1))
        self.preview.expand_wanted.connect(lambda: self._expand(not self._expanded))
        self.preview.download_wanted.connect(self.download)
        self.preview.check_wanted.connect(self.check_wanted)
        for keys, act in (
            ("Alt+Left", self.walk.back),
            ("Alt+Right", self.walk.forward),
            ("Alt+Up", self.walk.up),
            ("F5", self.refresh),
            ("Ctrl+R", self.refresh),
            ("Ctrl+L", lambda: self.path.setFocus(Qt.FocusReason.ShortcutFocusReason)),
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
        self.filter.clear()
        self.path.set_location(self.walk.here)
        self.keeper.set_session(session)
        if session is not None:
            session.changed.connect(self._session_changed)
            session.token_changed.connect(self._token_changed)
            session.destroyed.connect(self._session_gone)
        if session is not None and session.state.alive:
            self.walk.start()
        else:
            self._show_nothing()

    def _session_gone(self) -> None:
        """The profile was removed or edited; whoever did that opens the next one."""
        self.walk.session_gone()
        self.open(None)

    def _session_changed(self) -> None:
        session = self.walk.session
        if session.state is State.EXPIRED:
            if self._has_rows() and not self.pane.refused():
                self.notes.expired()
        elif session.token is None and not session.state.alive:
            self._show_nothing()

    def _token_changed(self) -> None:
        """There is a new token: what was refused for the old one is asked for again, where it was."""
        self.pane.hide_banner()
        if self.walk.refusal is not None:
            self.walk.again()
        elif not self._has_rows() and not self.walk.busy:
            self.walk.start()
        self.preview.retry()

    def _show_nothing(self) -> None:
        """There is no token to list with."""
        self.walk.take_back()
        self.preview.clear()
        self.listing.clear(self.walk.here)
        self.bucket_rows.set_buckets(())
        self.pane.show_list(buckets=not self.walk.here.bucket)
        self.pane.hide_banner()
        self.status.clear()
        self._show_arrows()
        if self.walk.session is not None and self.walk.session.state is State.RENEWING:
            self.pane.list_in_sight().skeleton.begin()
        else:
            self.notes.no_token()

    # -- going -----------------------------------------------------------------------------------------------------

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

    def refresh(self) -> None:
        """List again; rows stay until the new ones are there."""
        self.walk.refresh(keep=self._has_rows() and not self.pane.refused())

    def _how_it_looks(self) -> tuple[str, int]:
        """The key selected and the px scrolled: what a place is found with again."""
        if self.walk.here.bucket:
            row = self.listing.row(self.pane.objects.current_row())
            selected = key_of(row) if row is not None else ""
        else:
            bucket = self.bucket_rows.bucket(self.pane.buckets.current_row())
            selected = bucket.name if bucket is not None else ""
        return selected, self.pane.list_in_sight().verticalScrollBar().value()

    # -- what arrives ----------------------------------------------------------------------------------------------

    def _begun(self, location: Location) -> None:
        self.pane.hide_banner()
        self._thumbnails.restart()
        self.filter.clear()
        self.path.set_location(location)
        self.keeper.show()
        self.preview.clear()
        if location.bucket:
            self.listing.clear(location)
        else:
            self.bucket_rows.set_buckets(())
        self.pane.show_list(buckets=not location.bucket)
        self.notes.rows()
        self.pane.list_in_sight().skeleton.begin()
        self.status.clear()
        self._show_arrows()

    def _buckets_arrived(self, buckets: tuple[Bucket, ...]) -> None:
        self._settle()
        self.bucket_rows.set_buckets(buckets)
        self._restore(self.bucket_rows.row_of)
        self._say_how_much()

    def _objects_arrived(self, pages: list[Page]) -> None:
        here = self.walk.here
        self.path.set_location(here)
        self.keeper.listed(here)
        self._settle()
        if self.listing.location != here:
            self.listing.clear(here)
        self.listing.replace(pages)
        self._restore(self.listing.row_of)
        self._say_how_much()
        self._chosen()
        self.pane.objects.look_for_end()

    def _settle(self) -> None:
        self.pane.hide_banner()
        self.pane.list_in_sight().skeleton.end()
        self.status.set_listed()
        self._show_arrows()

    def _restore(self, row_of) -> None:
        """Select and scroll as the place was left."""
        view, visit = self.pane.list_in_sight(), self.walk.visit
        if visit is None:
            return
        row = row_of(visit.selected) if visit.selected else -1
        if row >= 0:
            view.choose(row)
        view.doItemsLayout()
        view.verticalScrollBar().setValue(visit.scroll)
        if row >= 0 and not view.sees(row):
            view.choose(row)

    def _near_end(self) -> None:
        """The last rows are about to be seen: ask for more, but not through a filter, which might never be filled."""
        if not self.listing.filter:
            self._more()

    def _more(self) -> None:
        shows = self.pane.list_in_sight() is self.pane.objects and self.listing.location == self.walk.here
        if shows and self.listing.next_token:
            self.walk.more(self.listing.next_token)

    def _more_arrived(self, page: Page) -> None:
        self.pane.hide_banner()
        self.listing.append(page)
        self._say_how_much()
        self._show_position()
        self.pane.objects.look_for_end()

    def _list_refused(self, failure: Failure) -> None:
        self.pane.list_in_sight().skeleton.end()
        if self._has_rows() and failure.kind in RENEWABLE:
            self.notes.expired()
        elif self._has_rows() and failure.kind is not Kind.REFUSED:
            self.notes.stopped(failure)
        else:
            profile = self.walk.session.profile
            self.notes.refusal(failure, [Location(profile.bucket, profile.prefix), *self.keeper.places()])
            self.status.say_nothing()

    def _say_how_much(self) -> None:
        """In the status line, and in the list's place when it has no rows."""
        here, text = self.walk.here, self.filter.text()
        if here.bucket:
            self.status.say_objects(self.listing)
        else:
            self.status.say_buckets(self.bucket_rows.count)
        if self._has_rows():
            self.notes.rows()
        elif text:
            self.notes.no_match(text, self.listing if here.bucket and self.listing.next_token else None)
        elif not here.bucket:
            self.notes.no_buckets()
        elif not self.listing.next_token:
            self.notes.no_objects()

    # -- rows ------------------------------------------------------------------------------------------------------

    def _has_rows(self) -> bool:
        return (self.listing if self.walk.here.bucket else self.bucket_rows).rowCount() > 0

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
            self._show_position()

    def _selected_object(self) -> ObjectSummary | None:
        row = self.listing.row(self.pane.objects.current_row()) if self.walk.here.bucket else None
        return None if isinstance(row, str) else row

    def _show_position(self) -> None:
        row = self.pane.objects.current_row()
        place = row - self.listing.shown_folders + 1 if row >= self.listing.shown_folders else 0
        self.preview.set_position(place, self.listing.shown_objects, more=bool(self.listing.next_token))

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

    def _before_reset(self) -> None:
        row = self.listing.row(self.pane.objects.current_row())
        self._key_before_reset = key_of(row) if row is not None else ""

    def _after_reset(self) -> None:
        """Sorting, filtering, refreshing: the selection stays with its key."""
        row = self.listing.row_of(self._key_before_reset) if self._key_before_reset else -1
        if row >= 0:
            self.pane.objects.choose(row)
            self._show_position()
        elif self._key_before_reset:
            self._chosen()

    def _object_menu(self, at: QPoint) -> None:
        row = self.listing.row(self.pane.objects.indexAt(at))
        if row is not None:
            bucket, copy = self.listing.location.bucket, self._shell.clipboard.copy
            menu = row_menu(self.pane.objects, bucket, row, copy=copy, go=self.walk.go, download=self.download)
            menu.popup(self.pane.objects.viewport().mapToGlobal(at))

    def _copy_path(self) -> None:
        here = self.walk.here
        selected = self._how_it_looks()[0]
        if selected:
            here = Location(here.bucket, selected) if here.bucket else Location(selected)
        self._shell.clipboard.copy(here.address)
        self._shell.toasts.show("done", self.tr("Path copied"))

    def _copy_details(self, details: str) -> None:
        self._shell.clipboard.copy(details)
        self._shell.toasts.show("done", self.tr("Details copied"))

    # -- filter ----------------------------------------------------------------------------------------------------

    def _filter(self, text: str) -> None:
        (self.listing if self.walk.here.bucket else self.bucket_rows).set_filter(text)
        if self.status.listed:
            self._say_how_much()

    def _search(self) -> None:
        """Enter in the filter of a list that is not all here: ask the cloud for the keys that begin like this."""
        here, text = self.walk.here, self.filter.text()
        if here.bucket and text and self.listing.next_token:
            self.walk.go(Location(here.bucket, here.folder + text))
        self.pane.list_in_sight().setFocus()

    # -- looks -----------------------------------------------------------------------------------------------------

    def _show_arrows(self) -> None:
        self._back.setEnabled(self.walk.can_go_back)
        self._forward.setEnabled(self.walk.can_go_forward)

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
            self.notes.say_again()
            if self.status.listed:
                self._say_how_much()
            for view in (self.pane.objects, self.pane.buckets, self.pane.favourites):
                view.viewport().update()
                view.header().viewport().update()
        super().changeEvent(event)
