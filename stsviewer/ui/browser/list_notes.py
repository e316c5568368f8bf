"""What is said where rows would be: no token, nothing here, why the server said no, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from stsviewer.failure import Failure, Kind
from stsviewer.ui.browser import formats, names
from stsviewer.ui.browser.listing import Listing
from stsviewer.ui.browser.location import Location
from stsviewer.ui.browser.objects_pane import ObjectsPane
from stsviewer.ui.browser.walk import Walk
from stsviewer.ui.session import State
from stsviewer.ui.translate import shown

RENEWABLE = (Kind.EXPIRED, Kind.NO_TOKEN)


class ListNotes(QObject):
    """Speaks in the list's place. :meth:`say_again` says the same in another language."""

    search_wanted = Signal()
    """Ask the cloud for the names that begin like the filter."""
    all_wanted = Signal()
    """Show all rows again."""
    check_wanted = Signal()
    """Why the list was refused is to be looked into."""

    def __init__(self, pane: ObjectsPane, walk: Walk) -> None:
        super().__init__(pane)
        self._pane, self._walk = pane, walk
        self._last: Callable[[], None] | None = None
        pane.banner.button.clicked.connect(self._banner_pressed)

    def say_again(self) -> None:
        """The language was switched."""
        if self._last is not None:
            self._last()

    def rows(self) -> None:
        """There are rows; nothing is to be said."""
        self._last = None
        self._pane.uncover()

    # -- nothing is here -------------------------------------------------------------------------------------------

    def no_token(self) -> None:
        """There is no token yet, or none was given."""
        self._last = self.no_token
        refused = self._walk.session is not None and self._walk.session.state is State.REFUSED
        sentence = (
            self.tr("Without a token there is nothing to show")
            if refused
            else self.tr("Get a token to see what this role may see")
        )
        self._pane.notice.say("key", sentence)
        self._pane.cover_with_notice()

    def no_buckets(self) -> None:
        """The account has none."""
        self._last = self.no_buckets
        self._pane.notice.say("bucket", self.tr("This account has no buckets"))
        self._pane.cover_with_notice()

    def no_objects(self) -> None:
        """Nothing lies at this place."""
        self._last = self.no_objects
        here = self._walk.here
        if here.begins:
            sentence = self.tr("No key begins with “{text}”").replace("{text}", names.plain(here.prefix))
        else:
            sentence = self.tr("Nothing is in this folder") if here.prefix else self.tr("This bucket is empty")
        self._pane.notice.say("folder", sentence)
        self._pane.cover_with_notice()

    def no_match(self, text: str, listing: Listing | None) -> None:
        """The filter ``text`` fits no name. ``listing`` when the rest of the names could still be asked for."""
        self._last = partial(self.no_match, text, listing)
        sentence = self.tr("No name here contains “{text}”").replace("{text}", names.plain(text))
        if listing is None:
            clear = self.tr("Clear the filter")
            self._pane.notice.say("search", sentence, button=clear, name="Show all", act=self.all_wanted.emit)
        else:
            count = formats.number(listing.folders_loaded + listing.objects_loaded)
            hint = self.tr("The first {count} names were looked through.").replace("{count}", count)
            search = self.tr("Search from the beginning of names")
            self._pane.notice.say(
                "search", sentence, hint, button=search, name="Search by prefix", act=self.search_wanted.emit
            )
        self._pane.cover_with_notice()

    # -- the server said no ----------------------------------------------------------------------------------------

    def refusal(self, failure: Failure, known: list[Location]) -> None:
        """``failure`` in place of the rows. ``known`` are places that the profile names: one below may be open."""
        self._last = partial(self.refusal, failure, known)
        here, panel, walk = self._walk.here, self._pane.refusal, self._walk
        denied = failure.kind is Kind.REFUSED and failure.status == 403
        panel.clear_ways_on()
        if failure.kind in RENEWABLE:
            panel.add_way_on(self.tr("Renew"), "refresh", "Renew and go on", walk.session.renew, primary=True)
        elif denied:
            place = next((each for each in known if _lies_below(each, here)), None)
            if place is not None:
                word = self.tr("Open {place}").replace("{place}", names.plain(place.prefix or place.bucket))
                panel.add_way_on(word, "folder", "Open what is known", lambda: walk.go(place), primary=True)
            panel.add_way_on(
                self.tr("Run role check"), "shield", "Run role check", self.check_wanted.emit, primary=place is None
            )
        else:
            panel.add_way_on(self.tr("Try again"), "refresh", "Try again", walk.again, primary=True)
        panel.show_failure(failure, self._title(here) if denied else "")
        example = f"oss://{here.bucket}/" if here.bucket else "oss://bucket/prefix/"
        self._pane.cover_with_refusal(another=example if denied else "")

    def _title(self, here: Location) -> str:
        if not here.bucket:
            return self.tr("This role may not list the buckets")
        if not here.prefix:
            return self.tr("This role may not list {bucket}").replace("{bucket}", here.bucket)
        sentence = self.tr("This role may not list {prefix} in {bucket}")
        return sentence.replace("{bucket}", here.bucket).replace("{prefix}", names.plain(here.prefix))

    # -- under rows that stay --------------------------------------------------------------------------------------

    def expired(self) -> None:
        """The token is over; what is listed stays in sight."""
        self._last = self.expired
        sentence = self.tr("The token has expired. What you see was listed before.")
        self._pane.banner.say("clock", sentence, self.tr("Renew"), "Renew and go on")
        self._pane.show_banner()

    def stopped(self, failure: Failure) -> None:
        """The list could not be brought up to date, or no further."""
        self._last = partial(self.stopped, failure)
        self._pane.banner.say("server", shown(failure.sentence), self.tr("Try again"), "Try again")
        self._pane.show_banner()

    def _banner_pressed(self) -> None:
        refusal = self._walk.refusal
        if refusal is None or refusal.kind in RENEWABLE:
            self._walk.session.renew()
        else:
            self._pane.hide_banner()
            self._walk.again()


def _lies_below(place: Location, here: Location) -> bool:
    inside = not here.bucket or (place.bucket == here.bucket and place.prefix.startswith(here.prefix))
    return bool(place.bucket) and place != here and inside
