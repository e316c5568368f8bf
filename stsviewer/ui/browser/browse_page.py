"""The page `Browse`: path bar and filter over the list and the preview, and what the keys do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stsviewer.failure import Failure, Kind
from stsviewer.ui.browser import formats, names
from stsviewer.ui.browser.buckets import Buckets, Favourites
from stsviewer.ui.browser.downloads import Downloads
from stsviewer.ui.browser.filter_field import FilterField
from stsviewer.ui.browser.lister import Lister
from stsviewer.ui.browser.listing import Listing, key_of
from stsviewer.ui.browser.listing_status import ListingStatus
from stsviewer.ui.browser.location import Location, NotAnAddress
from stsviewer.ui.browser.objects_pane import ObjectsPane
from stsviewer.ui.browser.path_bar import PathBar
from stsviewer.ui.browser.thumbnails import Thumbnails
from stsviewer.ui.browser.trail import Trail, Visit
from stsviewer.ui.parts.button import IconButton
from stsviewer.ui.parts.menu import Menu
from stsviewer.ui.preview.preview_pane import PreviewPane
from stsviewer.ui.session import Session, State
from stsviewer.ui.shell import Shell
from stsviewer.ui.tokens import Size
from stsviewer.ui.translate import shown

if TYPE_CHECKING:
    from stsviewer.oss import Bucket, ObjectSummary, Page

PREVIEW, PREVIEW_NARROW, GAP, _ARROW = 536, 388, 12, 24


class BrowsePage(QWidget):
    """Where one session's storage is walked through. Another session is opened where it was left."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._session: Session | None = None
        self._trails: WeakKeyDictionary[Session, Trail] = WeakKeyDictionary()
        self._restoring: Visit | None = None
        self._refused: Failure | None = None
        self._keep_when_listed: Location | None = None
        self._expanded = False
        self._preview_wanted = True

        self.listing = Listing(self)
        self.bucket_rows = Buckets(self)
        self.favourite_rows = Favourites(self)
        self.lister = Lister(self)
        self.path = PathBar()
        self.filter = FilterField()
        self.pane = ObjectsPane(self._copy_details)
        self.preview = PreviewPane(self._copy_details)
        self.status = ListingStatus()
        self.downloads = Downloads(shell)
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
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 10, 0, 10)
        bar.setSpacing(8)
        arrows = QHBoxLayout()
        arrows.setContentsMargins(0, 0, 2, 0)
        for arrow in (self._back, self._forward):
            arrow.setFixedWidth(_ARROW)
        arrows.setSpacing(2)
        arrows.addWidget(self._back)
        arrows.addWidget(self._forward)
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
        self._back.clicked.connect(lambda: self._step(-1))
        self._forward.clicked.connect(lambda: self._step(1))
        self.path.wanted.connect(self._typed)
        self.path.not_understood.connect(lambda sentence: self._shell.toasts.show("failed", sentence))
        self.path.star_pressed.connect(self._toggle_favourite)
        self.filter.textChanged.connect(self._filter)
        self.filter.returnPressed.connect(self._search)
        self.filter.left_down.connect(lambda: self.pane.list_in_sight().setFocus())
        for view in (self.pane.objects, self.pane.buckets, self.pane.favourites):
            view.went_up.connect(self.go_up)
        self.pane.objects.opened.connect(self._open_row)
        self.pane.objects.chosen.connect(self._chosen)
        self.pane.objects.near_end.connect(self._near_end)
        self.pane.objects.customContextMenuRequested.connect(self._object_menu)
        self.pane.buckets.opened.connect(lambda index: self._open_bucket(self.bucket_rows.bucket(index)))
        self.pane.favourites.opened.connect(lambda index: self.go(self.favourite_rows.place(index)))
        self.pane.typed.connect(self._typed_into_refusal)
        self.pane.banner.button.clicked.connect(self._banner_pressed)
        self.listing.modelAboutToBeReset.connect(self._before_reset)
        self.listing.modelReset.connect(self._after_reset)
        self.lister.begun.connect(self._begun)
        self.lister.buckets_arrived.connect(self._buckets_arrived)
        self.lister.arrived.connect(self._arrived)
        self.lister.more_arrived.connect(self._more_arrived)
        self.lister.refused.connect(self._list_refused)
        self.status.refresh_wanted.connect(self.refresh)
        self.status.more_wanted.connect(self._more)
        self.preview.previous_wanted.connect(lambda: self._walk(-1))
        self.preview.next_wanted.connect(lambda: self._walk(1))
        self.preview.expand_wanted.connect(lambda: self._expand(not self._expanded))
        self.preview.download_wanted.connect(self.download)
        for keys, act in (
            ("Alt+Left", lambda: self._step(-1)),
            ("Alt+Right", lambda: self._step(1)),
            ("Alt+Up", self.go_up),
            ("F5", self.refresh),
            ("Ctrl+R", self.refresh),
            ("Ctrl+L", lambda: self.path.setFocus(Qt.FocusReason.ShortcutFocusReason)),
            ("Ctrl+D", self._toggle_favourite),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut if keys == "Ctrl+L" else _WITHIN)
            shortcut.activated.connect(act)

    # -- sessions --------------------------------------------------------------------------------------------------

    def open(self, session: Session | None) -> None:
        """Walk through the storage of ``session``, from where it was left."""
        self._leave()
        self._session = session
        self.preview.set_session(session)
        self.lister.set_session(session)
        self._thumbnails.set_session(session)
        self.filter.clear()
        if session is not None:
            session.changed.connect(self._session_changed)
            session.token_changed.connect(self._token_changed)
            session.destroyed.connect(self._session_gone)
            self._show_favourites()
        self._begin_session()

    def _leave(self) -> None:
        self._remember()
        if self._session is not None:
            self._session.changed.disconnect(self._session_changed)
            self._session.token_changed.disconnect(self._token_changed)
            self._session.destroyed.disconnect(self._session_gone)

    def _session_gone(self) -> None:
        """The profile was removed or edited; whoever did that opens the next one."""
        self._session = None
        self.open(None)

    def _begin_session(self) -> None:
        session = self._session
        if session is not None and session.state.alive:
            here = self._trail().here
            if here is None:
                self.go(self._home())
            else:
                self._revisit(here)
            return
        self.listing.clear(Location())
        self.bucket_rows.set_buckets(())
        self.path.set_location(self._trail().here.location if session and self._trail().here else self._home())
        self._show_arrows()
        self._say_that_there_is_no_token()

    def _home(self) -> Location:
        """Where a session begins: under the prefix its profile names, which needs no right on anything above it."""
        profile = self._session.profile if self._session is not None else None
        return Location(profile.bucket, profile.prefix) if profile and profile.bucket and profile.prefix else Location()

    def _trail(self) -> Trail:
        return self._trails.setdefault(self._session, Trail()) if self._session is not None else Trail()

    def _session_changed(self) -> None:
        state = self._session.state
        if state is State.EXPIRED:
            if self._has_rows() and not self.pane.refused():
                self._show_banner_expired()
        elif state in (State.NONE, State.REFUSED, State.RENEWING) and self._session.token is None:
            self._say_that_there_is_no_token()

    def _token_changed(self) -> None:
        """There is a new token: what was refused for the old one is asked for again, where it was."""
        self._hide_banner()
        here = self._trail().here
        if here is None:
            self.go(self._home())
        elif self._refused is not None:
            self._refused = None
            self.lister.again()
        elif not self._has_rows() and not self.lister.busy:
            self._revisit(here)
        self.preview.retry()

    def _say_that_there_is_no_token(self) -> None:
        self.lister.take_back()
        self.preview.clear()
        self.pane.show_list(buckets=not self.path.location().bucket)
        self.pane.show_favourites(0)
        self.status.say("")
        self.status.set_listed(False)
        if self._session is not None and self._session.state is State.RENEWING:
            self.pane.list_in_sight().skeleton.begin()
        elif self._session is not None and self._session.state is State.REFUSED:
            self.pane.notice.say("key", self.tr("Without a token there is nothing to show"))
            self.pane.cover_with_notice()
        else:
            self.pane.notice.say("key", self.tr("Get a token to see what this role may see"))
            self.pane.cover_with_notice()

    # -- going -----------------------------------------------------------------------------------------------------

    def go(self, location: Location, *, select: str = "", typed: bool = False) -> None:
        """Show ``location``, and select ``select`` there."""
        if self._session is None:
            return
        self._remember()
        if not typed or not location.begins:
            self._restoring = self._trail().go(location, select)
        else:
            self._restoring = None
        self.lister.open(location, select=select, typed=typed)

    def go_up(self) -> None:
        """One level up, with the one that was left selected."""
        here = self.path.location()
        if here.bucket:
            left = here.prefix or here.bucket
            self.go(here.parent, select=left)

    def _typed(self, location: Location) -> None:
        self.go(location, typed=True)
        self.pane.list_in_sight().setFocus()

    def _typed_into_refusal(self, text: str) -> None:
        here = self.path.location()
        try:
            if here.bucket and not text.strip().lower().startswith("oss://"):
                location = Location(here.bucket, text.strip().removeprefix(f"{here.bucket}/"))
            else:
                location = Location.parse(text.strip())
        except NotAnAddress:
            self._shell.toasts.show("failed", self.tr("That is no place in storage. Write oss://bucket/prefix/."))
            return
        self._keep_when_listed = location
        self.go(location)

    def _step(self, by: int) -> None:
        trail = self._trail()
        if (trail.can_go_back if by < 0 else trail.can_go_forward) and self._session is not None:
            self._remember()
            self._revisit(trail.step(by))

    def _revisit(self, visit: Visit) -> None:
        self._restoring = visit
        self.lister.open(visit.location, select=visit.selected, pages=visit.pages)

    def refresh(self) -> None:
        """List again; the rows stay until the new ones are there."""
        here = self._trail().here
        if here is None or self._session is None:
            return
        self._remember()
        self._restoring = here
        if self._has_rows() and not self.pane.refused():
            self.lister.refresh(here.location, select=here.selected, pages=here.pages)
        else:
            self.lister.open(here.location, select=here.selected, pages=here.pages)

    def _remember(self) -> None:
        """How this place is left, for coming back."""
        here = self._trail().here
        if here is None or here.location != self.path.location() or self.lister.busy:
            return
        if here.location.bucket:
            row = self.listing.row(self.pane.objects.current_row())
            here.selected = key_of(row) if row is not None else ""
        else:
            bucket = self.bucket_rows.bucket(self.pane.buckets.current_row())
            here.selected = bucket.name if bucket is not None else ""
        here.scroll = self.pane.list_in_sight().verticalScrollBar().value()
        here.pages = max(1, self.lister.pages)

    # -- what arrives ----------------------------------------------------------------------------------------------

    def _begun(self, location: Location) -> None:
        self._refused = None
        self._hide_banner()
        self._thumbnails.restart()
        self.filter.clear()
        self.path.set_location(location)
        self._show_favourites()
        self._show_arrows()
        if location.bucket:
            self.listing.clear(location)
        else:
            self.bucket_rows.set_buckets(())
        self.pane.show_list(buckets=not location.bucket)
        self.pane.list_in_sight().skeleton.begin()
        self.preview.clear()
        self.status.say("")
        self.status.set_listed(False)

    def _buckets_arrived(self, buckets: tuple[Bucket, ...]) -> None:
        self._settle()
        self.bucket_rows.set_buckets(buckets)
        if not buckets:
            self.pane.notice.say("bucket", self.tr("This account has no buckets"))
            self.pane.cover_with_notice()
        self._restore(self.bucket_rows.row_of, self._restoring.selected if self._restoring else "")
        self._show_counts()

    def _arrived(self, location: Location, pages: list[Page], select: str) -> None:
        if self._restoring is None or self._restoring.location != location:
            # A typed address turned out to be a key, a folder, or the beginning of keys.
            self._restoring = self._trail().go(location, select)
            self.path.set_location(location)
        self._settle()
        if self.listing.location != location:
            self.listing.clear(location)
        self.listing.replace(pages)
        self._restore(self.listing.row_of, select)
        self._keep_if_wanted(location)
        self._show_favourites()
        self._show_counts()
        self._say_if_empty()
        self._chosen()
        self.pane.objects.look_for_end()

    def _settle(self) -> None:
        self._refused = None
        self._hide_banner()
        self.pane.list_in_sight().skeleton.end()
        self.pane.uncover()
        self.status.set_listed(True)
        self._show_arrows()

    def _restore(self, row_of, selected: str) -> None:
        view, visit = self.pane.list_in_sight(), self._restoring
        row = row_of(selected) if selected else -1
        if row >= 0:
            view.choose(row)
        if visit is not None and visit.scroll:
            view.verticalScrollBar().setValue(visit.scroll)
        if row >= 0 and not view.sees(row):
            view.choose(row)

    def _near_end(self) -> None:
        """The last rows are about to be seen: ask for more, but not through a filter, which might never be filled."""
        if not self.listing.filter:
            self._more()

    def _more(self) -> None:
        alive = self._session is not None and self._session.state.alive
        shows = self.pane.list_in_sight() is self.pane.objects and self.listing.location == self.path.location()
        if alive and shows and self.listing.next_token and not self.lister.busy and self._refused is None:
            self.lister.more(self.listing.location, self.listing.next_token)

    def _more_arrived(self, page: Page) -> None:
        self._hide_banner()
        self.listing.append(page)
        self._show_counts()
        self._say_if_empty()
        self._show_position()
        self.pane.objects.look_for_end()

    # -- refusals --------------------------------------------------------------------------------------------------

    def _list_refused(self, failure: Failure) -> None:
        self._refused = failure
        self.pane.list_in_sight().skeleton.end()
        if self._has_rows() and failure.kind is not Kind.REFUSED:
            if failure.kind in (Kind.EXPIRED, Kind.NO_TOKEN):
                self._show_banner_expired()
            else:
                self.pane.banner.say("server", shown(failure.sentence), self.tr("Try again"), "Try again")
                self.pane.banner.show()
            return
        self._show_refusal(failure)
        self.status.say(self.tr("Nothing to show"))
        self.status.set_listed(False)

    def _show_refusal(self, failure: Failure) -> None:
        here, refusal = self.path.location(), self.pane.refusal
        denied = failure.kind is Kind.REFUSED and failure.status == 403
        refusal.clear_ways_on()
        if failure.kind in (Kind.EXPIRED, Kind.NO_TOKEN):
            refusal.add_way_on(self.tr("Renew"), "refresh", "Renew and go on", self._session.renew, primary=True)
        elif denied:
            place = self._known_place_below(here)
            if place is not None:
                word = place.prefix or place.bucket
                open_it = self.tr("Open {place}").replace("{place}", names.plain(word))
                refusal.add_way_on(open_it, "folder", "Open what is known", lambda: self.go(place), primary=True)
        else:
            refusal.add_way_on(self.tr("Try again"), "refresh", "Try again", self.lister.again, primary=True)
        refusal.show_failure(failure, self._refusal_title(here) if denied else "")
        example = f"oss://{here.bucket}/" if here.bucket else "oss://bucket/prefix/"
        self.pane.cover_with_refusal(another=example if denied else "")

    def _refusal_title(self, here: Location) -> str:
        if not here.bucket:
            return self.tr("This role may not list the buckets")
        if not here.prefix:
            return self.tr("This role may not list {bucket}").replace("{bucket}", here.bucket)
        sentence = self.tr("This role may not list {prefix} in {bucket}")
        return sentence.replace("{bucket}", here.bucket).replace("{prefix}", names.plain(here.prefix))

    def _known_place_below(self, here: Location) -> Location | None:
        """A place that the profile names, below one that may not be listed."""
        profile = self._session.profile
        places = [Location(profile.bucket, profile.prefix), *self._favourites()]
        for place in places:
            below = not here.bucket or (place.bucket == here.bucket and place.prefix.startswith(here.prefix))
            if place.bucket and place != here and below:
                return place
        return None

    def _show_banner_expired(self) -> None:
        self.pane.banner.say(
            "clock",
            self.tr("The token has expired. What you see was listed before."),
            self.tr("Renew"),
            "Renew and go on",
        )
        self.pane.banner.show()

    def _banner_pressed(self) -> None:
        expired = self._refused is None or self._refused.kind in (Kind.EXPIRED, Kind.NO_TOKEN)
        if expired and self._session is not None:
            self._session.renew()
        else:
            self._refused = None
            self._hide_banner()
            self.lister.again()

    def _hide_banner(self) -> None:
        self.pane.banner.hide()

    def _copy_details(self, details: str) -> None:
        self._shell.clipboard.copy(details)
        self._shell.toasts.show("done", self.tr("Details copied"))

    # -- rows ------------------------------------------------------------------------------------------------------

    def _has_rows(self) -> bool:
        model = self.listing if self.path.location().bucket else self.bucket_rows
        return model.rowCount() > 0

    def _open_bucket(self, bucket: Bucket | None) -> None:
        if bucket is not None:
            self.go(Location(bucket.name))

    def _open_row(self, index: QModelIndex) -> None:
        row = self.listing.row(index)
        if isinstance(row, str):
            self.go(Location(self.listing.location.bucket, row))
        elif row is not None:
            if self.preview.isVisible():
                self._expand(True)
            else:
                self._show_preview(True)

    def _chosen(self) -> None:
        """The selection moved: the preview follows."""
        row = self._selected_object()
        if row is None:
            self.preview.clear()
            if self._expanded:
                self._expand(False)
        else:
            if self.preview.isVisible():
                self.preview.show_object(self.listing.location.bucket, row)
            self._show_position()

    def _selected_object(self) -> ObjectSummary | None:
        if not self.path.location().bucket:
            return None
        row = self.listing.row(self.pane.objects.current_row())
        return None if isinstance(row, str) else row

    def _show_position(self) -> None:
        row = self.pane.objects.current_row()
        place = row - self.listing.shown_folders + 1 if row >= self.listing.shown_folders else 0
        self.preview.set_position(place, self.listing.shown_objects, more=bool(self.listing.next_token))

    def _walk(self, by: int) -> None:
        row = self.pane.objects.current_row() + by
        if self.listing.shown_folders <= row < self.listing.rowCount():
            self.pane.objects.choose(row)

    def download(self) -> None:
        """Fetch the selected object into the Downloads folder."""
        row = self._selected_object()
        if row is not None:
            self.downloads.start(self._session, self.listing.location.bucket, row.key, row.size)

    _key_before_reset = ""

    def _before_reset(self) -> None:
        row = self.listing.row(self.pane.objects.current_row())
        self._key_before_reset = key_of(row) if row is not None else ""

    def _after_reset(self) -> None:
        """Sorting, filtering: the selection stays with its key."""
        row = self.listing.row_of(self._key_before_reset) if self._key_before_reset else -1
        if row >= 0:
            self.pane.objects.choose(row)
            self._show_position()
        elif self._key_before_reset:
            self._chosen()

    def _object_menu(self, at: QPoint) -> None:
        row = self.listing.row(self.pane.objects.indexAt(at))
        if row is None:
            return
        bucket, key = self.listing.location.bucket, key_of(row)
        menu = Menu("Object", self.pane.objects)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = self._shell.clipboard.copy
        if isinstance(row, str):
            menu.add(self.tr("Open")).triggered.connect(lambda: self.go(Location(bucket, key)))
        else:
            menu.add(self.tr("Download")).triggered.connect(self.download)
        menu.addSeparator()
        menu.add(self.tr("Copy key")).triggered.connect(lambda: copy(key))
        menu.add(self.tr("Copy path"), "Ctrl C").triggered.connect(lambda: copy(Location(bucket, key).address))
        if not isinstance(row, str):
            menu.add(self.tr("Copy ETag")).triggered.connect(lambda: copy(row.etag.strip('"')))
        menu.popup(self.pane.objects.viewport().mapToGlobal(at))

    def _copy_path(self) -> None:
        here = self.path.location()
        if here.bucket:
            row = self.listing.row(self.pane.objects.current_row())
            location = Location(here.bucket, key_of(row)) if row is not None else here
        else:
            bucket = self.bucket_rows.bucket(self.pane.buckets.current_row())
            location = Location(bucket.name) if bucket is not None else here
        self._shell.clipboard.copy(location.address)
        self._shell.toasts.show("done", self.tr("Path copied"))

    # -- filter ----------------------------------------------------------------------------------------------------

    def _filter(self, text: str) -> None:
        if self.path.location().bucket:
            self.listing.set_filter(text)
        else:
            self.bucket_rows.set_filter(text)
        if not self.pane.refused() and not self.lister.busy:
            self._say_if_empty()
            self._show_counts()

    def _search(self) -> None:
        """Enter in the filter of a list that is not all here: ask the cloud for the keys that begin like this."""
        here, text = self.path.location(), self.filter.text()
        if here.bucket and text and self.listing.next_token:
            self.go(Location(here.bucket, here.folder + text))
        self.pane.list_in_sight().setFocus()

    def _say_if_empty(self) -> None:
        here, text = self.path.location(), self.filter.text()
        model = self.listing if here.bucket else self.bucket_rows
        notice = self.pane.notice
        if model.rowCount():
            self.pane.uncover()
            return
        if text:
            sentence = self.tr("No name here contains “{text}”").replace("{text}", names.plain(text))
            if here.bucket and self.listing.next_token:
                count = formats.number(self.listing.folders_loaded + self.listing.objects_loaded)
                hint = self.tr("The first {count} names were looked through.").replace("{count}", count)
                search = self.tr("Search from the beginning of names")
                notice.say("search", sentence, hint, button=search, name="Search by prefix", act=self._search)
            else:
                clear = self.tr("Clear the filter")
                notice.say("search", sentence, button=clear, name="Show all", act=self.filter.clear)
        elif not here.bucket:
            notice.say("bucket", self.tr("This account has no buckets"))
        elif here.begins:
            notice.say("folder", self.tr("No key begins with “{text}”").replace("{text}", names.plain(here.prefix)))
        elif self.listing.next_token:
            return
        else:
            notice.say(
                "folder", self.tr("Nothing is in this folder") if here.prefix else self.tr("This bucket is empty")
            )
        self.pane.cover_with_notice()

    # -- favourites ------------------------------------------------------------------------------------------------

    def _favourites(self) -> list[Location]:
        return [Location.parse(address) for address in self._session.profile.favourites] if self._session else []

    def _toggle_favourite(self) -> None:
        here = self.path.location()
        if self._session is None or not here.bucket:
            self._show_favourites()
            return
        kept = self._session.profile.favourites
        address = here.address
        self._keep(tuple(each for each in kept if each != address) if address in kept else (*kept, address))

    def _keep(self, addresses: tuple[str, ...]) -> None:
        self._shell.profiles.update(replace(self._session.profile, favourites=addresses))
        self._show_favourites()

    def _keep_if_wanted(self, location: Location) -> None:
        if self._keep_when_listed == location and location.address not in self._session.profile.favourites:
            self._keep((*self._session.profile.favourites, location.address))
        self._keep_when_listed = None

    def _show_favourites(self) -> None:
        kept = self._session.profile.favourites if self._session is not None else ()
        here = self.path.location()
        self.path.set_favourites(kept, kept=here.address in kept)
        self.path.star.setEnabled(bool(here.bucket))
        self.favourite_rows.set_places(tuple(self._favourites()))
        self.pane.show_favourites(0 if here.bucket else len(kept))

    # -- looks -----------------------------------------------------------------------------------------------------

    def _show_arrows(self) -> None:
        trail = self._trail()
        self._back.setEnabled(trail.can_go_back)
        self._forward.setEnabled(trail.can_go_forward)

    def _show_counts(self) -> None:
        if not self.path.location().bucket:
            self.status.say(self._counted(self.bucket_rows.count, self.tr("1 bucket"), self.tr("{n} buckets")))
            return
        listing = self.listing
        folders = self._counted(listing.folders_loaded, self.tr("1 folder"), self.tr("{n} folders"))
        objects = self._counted(listing.objects_loaded, self.tr("1 object"), self.tr("{n} objects"))
        if listing.full:
            text = self.tr("The first {n} are shown; type a longer prefix to see further")
            text = text.replace("{n}", formats.number(listing.rowCount()))
        elif listing.next_token:
            text = self.tr("The first {n} are shown, more to come")
            text = text.replace("{n}", formats.number(listing.folders_loaded + listing.objects_loaded))
        else:
            text = self.tr("{folders}, {objects}").replace("{folders}", folders).replace("{objects}", objects)
        if listing.filter:
            text += self.tr(", {n} match").replace("{n}", formats.number(listing.rowCount()))
        self.status.say(text, formats.size(listing.objects_size), more=bool(listing.next_token))

    @staticmethod
    def _counted(count: int, one: str, many: str) -> str:
        return one if count == 1 else many.replace("{n}", formats.number(count))

    def _show_preview(self, wanted: bool) -> None:
        self._preview_wanted = wanted
        self._expand(False)
        self.preview.setVisible(wanted)
        if wanted:
            self._chosen()
        else:
            self.preview.clear()

    def _expand(self, expanded: bool) -> None:
        if expanded == self._expanded:
            self.preview.set_expanded(expanded)
            return
        self._expanded = expanded
        self.pane.setVisible(not expanded)
        self.preview.set_expanded(expanded)
        self._fit(narrow=self._is_narrow())
        if expanded:
            self.preview.picture.setFocus()
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
        if key == Qt.Key.Key_Space:
            self._expand(False) if self._expanded else self._show_preview(not self._preview_wanted)
        elif key == Qt.Key.Key_Slash:
            self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif key == Qt.Key.Key_Escape and self._expanded:
            self._expand(False)
        elif self._expanded and key in steps and not event.modifiers():
            self._walk(steps[key])
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
            self._say_again()
        super().changeEvent(event)

    def _say_again(self) -> None:
        """The same in another language."""
        if self._refused is not None and self.pane.refused():
            self._show_refusal(self._refused)
        elif self.pane.noticed() and self._session is not None and not self._session.state.alive:
            self._say_that_there_is_no_token()
        elif self._session is not None and not self.lister.busy:
            self._show_counts()
            self._say_if_empty()
        for view in (self.pane.objects, self.pane.buckets, self.pane.favourites):
            view.viewport().update()
            view.header().viewport().update()


_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut
