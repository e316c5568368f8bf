"""What arrives of a walk, brought into the list: rows, how many there are, or why there are none."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from stsviewer.failure import Failure, Kind
from stsviewer.ui.browser.buckets import Buckets
from stsviewer.ui.browser.favourites import Keeper
from stsviewer.ui.browser.filter_field import FilterField
from stsviewer.ui.browser.list_notes import RENEWABLE, ListNotes
from stsviewer.ui.browser.listing import Listing, key_of
from stsviewer.ui.browser.listing_status import ListingStatus
from stsviewer.ui.browser.location import Location
from stsviewer.ui.browser.objects_pane import ObjectsPane
from stsviewer.ui.browser.walk import Walk
from stsviewer.ui.session import State

if TYPE_CHECKING:
    from stsviewer.oss import Bucket, Page


class Arrivals(QObject):
    """Holds the rows of the place that is shown, and looks after selection and scroll while they come and go."""

    begun = Signal()
    """Another place was asked for; the rows of the one before are gone."""
    listed = Signal()
    """Rows are there."""

    def __init__(self, walk: Walk, pane: ObjectsPane, filter_field: FilterField, keeper: Keeper) -> None:
        super().__init__(pane)
        self._walk, self._pane, self._filter_field, self._keeper = walk, pane, filter_field, keeper
        self._key_before_reset = ""
        self.objects = Listing(self)
        self.buckets = Buckets(self)
        self.status = ListingStatus()
        self.notes = ListNotes(pane, walk)
        walk.begun.connect(self._begun)
        walk.buckets_arrived.connect(self._buckets_arrived)
        walk.objects_arrived.connect(self._objects_arrived)
        walk.more_arrived.connect(self._more_arrived)
        walk.refused.connect(self._refused)
        self.status.refresh_wanted.connect(self.refresh)
        self.status.more_wanted.connect(self.more)
        self.notes.all_wanted.connect(filter_field.clear)
        self.notes.search_wanted.connect(self.search)
        filter_field.textChanged.connect(self._filter)
        filter_field.returnPressed.connect(self.search)
        pane.objects.near_end.connect(self._near_end)
        self.objects.modelAboutToBeReset.connect(self._before_reset)
        self.objects.modelReset.connect(self._after_reset)

    # -- what there is ---------------------------------------------------------------------------------------------

    def has_rows(self) -> bool:
        """Whether rows of this place are shown."""
        return (self.objects if self._walk.here.bucket else self.buckets).rowCount() > 0

    def selected(self) -> str:
        """The key, whole prefix or bucket that is selected, or an empty text."""
        if self._walk.here.bucket:
            row = self.objects.row(self._pane.objects.current_row())
            return key_of(row) if row is not None else ""
        bucket = self.buckets.bucket(self._pane.buckets.current_row())
        return bucket.name if bucket is not None else ""

    # -- what is asked for -----------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """List again; rows stay until the new ones are there."""
        self._walk.refresh(keep=self.has_rows() and not self._pane.refused())

    def more(self) -> None:
        """Ask for the page that follows, if there is one."""
        shows = self._pane.list_in_sight() is self._pane.objects and self.objects.location == self._walk.here
        if shows and self.objects.next_token:
            self._walk.more(self.objects.next_token)

    def _near_end(self) -> None:
        """The last rows are about to be seen: ask for more, but not through a filter, which might never be filled."""
        if not self.objects.filter:
            self.more()

    def search(self) -> None:
        """Enter in the filter of a list that is not all here: ask the cloud for the keys that begin like this."""
        here, text = self._walk.here, self._filter_field.text()
        if here.bucket and text and self.objects.next_token:
            self._walk.go(Location(here.bucket, here.folder + text))
        self._pane.list_in_sight().setFocus()

    def _filter(self, text: str) -> None:
        (self.objects if self._walk.here.bucket else self.buckets).set_filter(text)
        if self.status.listed:
            self._say_how_much()

    # -- tokens ----------------------------------------------------------------------------------------------------

    def no_token(self) -> None:
        """There is no token to list with."""
        self._walk.take_back()
        self._clear()
        if self._walk.session is not None and self._walk.session.state is State.RENEWING:
            self._pane.list_in_sight().skeleton.begin()
        else:
            self.notes.no_token()

    def expired(self) -> None:
        """The token is over: say so where rows are in sight."""
        if self.has_rows() and not self._pane.refused():
            self.notes.expired()

    def renewed(self) -> None:
        """There is a new token: what was refused for the old one is asked for again, where it was."""
        self._pane.hide_banner()
        if self._walk.refusal is not None:
            self._walk.again()
        elif not self.has_rows() and not self._walk.busy:
            self._walk.start()

    # -- what arrives ----------------------------------------------------------------------------------------------

    def _clear(self) -> None:
        here = self._walk.here
        self._pane.hide_banner()
        self._filter_field.clear()
        self.objects.clear(here)
        self.buckets.set_buckets(())
        self._pane.show_list(buckets=not here.bucket)
        self.notes.rows()
        self.status.clear()
        self.begun.emit()

    def _begun(self) -> None:
        self._clear()
        self._pane.list_in_sight().skeleton.begin()

    def _buckets_arrived(self, buckets: tuple[Bucket, ...]) -> None:
        self._settle()
        self.buckets.set_buckets(buckets)
        self._restore(self.buckets.row_of)
        self._say_how_much()
        self.listed.emit()

    def _objects_arrived(self, pages: list[Page]) -> None:
        here = self._walk.here
        self._keeper.listed(here)
        self._settle()
        if self.objects.location != here:
            self.objects.clear(here)
        self.objects.replace(pages)
        self._restore(self.objects.row_of)
        self._say_how_much()
        self.listed.emit()
        self._pane.objects.look_for_end()

    def _settle(self) -> None:
        self._pane.hide_banner()
        self._pane.list_in_sight().skeleton.end()
        self.status.set_listed()

    def _restore(self, row_of: Callable[[str], int]) -> None:
        """Select and scroll as the place was left."""
        view, visit = self._pane.list_in_sight(), self._walk.visit
        if visit is None:
            return
        row = row_of(visit.selected) if visit.selected else -1
        if row >= 0:
            view.choose(row)
        view.doItemsLayout()
        view.verticalScrollBar().setValue(visit.scroll)
        if row >= 0 and not view.sees(row):
            view.choose(row)

    def _more_arrived(self, page: Page) -> None:
        self._pane.hide_banner()
        self.objects.append(page)
        self._say_how_much()
        self.listed.emit()
        self._pane.objects.look_for_end()

    def _refused(self, failure: Failure) -> None:
        self._pane.list_in_sight().skeleton.end()
        if self.has_rows() and failure.kind in RENEWABLE:
            self.notes.expired()
        elif self.has_rows() and failure.kind is not Kind.REFUSED:
            self.notes.stopped(failure)
        else:
            profile = self._walk.session.profile
            self.notes.refusal(failure, [Location(profile.bucket, profile.prefix), *self._keeper.places()])
            self.status.say_nothing()

    def _before_reset(self) -> None:
        row = self.objects.row(self._pane.objects.current_row())
        self._key_before_reset = key_of(row) if row is not None else ""

    def _after_reset(self) -> None:
        """Sorting, filtering, refreshing: the selection stays with its key."""
        row = self.objects.row_of(self._key_before_reset) if self._key_before_reset else -1
        if row >= 0:
            self._pane.objects.choose(row)
        elif self._key_before_reset:
            self._pane.objects.chosen.emit()

    # -- what is said ----------------------------------------------------------------------------------------------

    def say_again(self) -> None:
        """The language was switched."""
        self.notes.say_again()
        if self.status.listed:
            self._say_how_much()

    def _say_how_much(self) -> None:
        """In the status line, and in the list's place when it has no rows."""
        here, text = self._walk.here, self._filter_field.text()
        if here.bucket:
            self.status.say_objects(self.objects)
        else:
            self.status.say_buckets(self.buckets.count)
        if self.has_rows():
            self.notes.rows()
        elif text:
            self.notes.no_match(text, self.objects if here.bucket and self.objects.next_token else None)
        elif not here.bucket:
            self.notes.no_buckets()
        elif not self.objects.next_token:
            self.notes.no_objects()
