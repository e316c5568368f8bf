"""Asks for what a place holds, page by page, and hands on only what belongs to the place that is shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from stsviewer.failure import Failed, Failure, Kind
from stsviewer.ui import jobs
from stsviewer.ui.browser.location import Location
from stsviewer.ui.session import Session

if TYPE_CHECKING:
    from stsviewer.oss import Bucket, Page, Storage
    from stsviewer.wire import Cancel


def look_up(storage: Storage, typed: Location, cancel: Cancel) -> tuple[Location, Page, str]:
    """What was meant by an address that does not end in ``/``: the place, its first page, and the key to select.

    A key is shown among its neighbours where the role may list them, a folder is opened; anything else stands for the
    keys that begin with it. Raises Failed and Cancelled.
    """
    bucket, prefix = typed.bucket, typed.prefix
    begins: Page | None = None
    refused: Failed | None = None
    try:
        begins = storage.page(bucket, prefix, cancel=cancel)
    except Failed as failed:
        if failed.failure.kind is not Kind.REFUSED or failed.failure.status != 403:
            raise
        refused = failed
    if begins is not None and begins.folders == (prefix + "/",) and not begins.objects:
        inside = Location(bucket, prefix + "/")
        return inside, storage.page(bucket, inside.prefix, cancel=cancel), ""
    if begins is None or any(each.key == prefix for each in begins.objects):
        try:
            around = storage.page(bucket, typed.folder, cancel=cancel)
        except Failed:
            around = None
        if around is not None and any(each.key == prefix for each in around.objects):
            return Location(bucket, typed.folder), around, prefix
    if begins is None:
        raise refused
    return typed, begins, prefix


def pages_up_to(storage: Storage, location: Location, count: int, key: str, cancel: Cancel) -> list[Page]:
    """The first ``count`` pages of ``location``, fewer when there are no more, until one holds ``key``."""
    pages: list[Page] = []
    token = ""
    while len(pages) < max(1, count):
        pages.append(storage.page(location.bucket, location.prefix, token=token, cancel=cancel))
        token = pages[-1].next_token
        if not token:
            break
        if key and (key in pages[-1].folders or any(each.key == key for each in pages[-1].objects)):
            break
    return pages


class Lister(QObject):
    """One listing at a time. Whatever is asked anew takes back what was on its way."""

    begun = Signal(Location)
    """A place was asked for; its rows are not there yet."""
    buckets_arrived = Signal(tuple)
    arrived = Signal(Location, list, str)
    """The first pages of a place, and the key to select there."""
    more_arrived = Signal(object)
    """The next page."""
    refused = Signal(object)
    """The failure of what was asked for last."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._job: jobs.Job | None = None
        self._again = None
        self.pages = 0

    def set_session(self, session: Session | None) -> None:
        """List with the token of ``session``."""
        self.take_back()
        self._session = session

    @property
    def busy(self) -> bool:
        """Whether something is on its way."""
        return self._job is not None

    def take_back(self) -> None:
        """Nothing that is on its way is wanted any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._again = None

    def again(self) -> None:
        """Ask once more for what was refused last."""
        if self._again is not None:
            self._again()

    def open(self, location: Location, *, select: str = "", pages: int = 1, typed: bool = False) -> None:
        """List ``location`` and select ``select`` there, looking for it on the first ``pages`` pages.

        ``typed`` addresses that do not end in ``/`` may mean a key, a folder, or the beginning of keys.
        """
        self.begun.emit(location)
        again = partial(self.open, location, select=select, pages=pages, typed=typed)
        self._list(location, select, pages, typed=typed, again=again)

    def refresh(self, location: Location, *, select: str, pages: int) -> None:
        """List ``location`` again; the rows that are shown stay until the new ones are there."""
        again = partial(self.refresh, location, select=select, pages=pages)
        self._list(location, select, pages, typed=False, again=again)

    def _list(self, location: Location, select: str, pages: int, *, typed: bool, again: Callable[[], None]) -> None:
        self.take_back()
        session = self._session

        def work(cancel, progress):
            storage = session.storage()
            if not location.bucket:
                return location, storage.buckets(cancel=cancel), ""
            if typed and location.begins:
                place, page, key = look_up(storage, location, cancel)
                return place, [page], key
            return location, pages_up_to(storage, location, pages, select, cancel), select

        self._start(work, self._listed, again)

    def more(self, location: Location, token: str) -> None:
        """Ask for the page that follows."""
        session = self._session
        self.take_back()
        self._start(
            lambda cancel, progress: session.storage().page(
                location.bucket, location.prefix, token=token, cancel=cancel
            ),
            self._more_listed,
            partial(self.more, location, token),
        )

    def _start(self, work, done, again) -> None:
        def refused(failure: Failure) -> None:
            self._job, self._again = None, again
            self.refused.emit(failure)

        self._job = jobs.start(self, work, done=done, failed=refused)

    def _listed(self, result: tuple[Location, tuple[Bucket, ...] | list[Page], str]) -> None:
        self._job = None
        location, found, select = result
        if not location.bucket:
            self.pages = 0
            self.buckets_arrived.emit(found)
        else:
            self.pages = len(found)
            self.arrived.emit(location, found, select)

    def _more_listed(self, page: Page) -> None:
        self._job = None
        self.pages += 1
        self.more_arrived.emit(page)
