"""The way through storage: for each session where it is, where it has been, and what is asked for next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal

from stsviewer.failure import Failure
from stsviewer.ui.browser.lister import Lister
from stsviewer.ui.browser.location import Location
from stsviewer.ui.browser.trail import Trail, Visit
from stsviewer.ui.session import Session

if TYPE_CHECKING:
    from stsviewer.oss import Page


class Walk(QObject):
    """One session's walk at a time; another session goes on where it was left."""

    begun = Signal(Location)
    """A place was asked for; its rows are not there yet."""
    buckets_arrived = Signal(tuple)
    objects_arrived = Signal(list)
    """The pages of :attr:`here`; they replace what was shown of it."""
    more_arrived = Signal(object)
    """One page more."""
    refused = Signal(object)
    """The failure of what was asked for last."""

    def __init__(self, parent: QObject, look: Callable[[], tuple[str, int]]) -> None:
        """``look`` tells how a place is left: the key selected there, and the px scrolled."""
        super().__init__(parent)
        self._look = look
        self._trails: WeakKeyDictionary[Session, Trail] = WeakKeyDictionary()
        self._lister = Lister(self)
        self.session: Session | None = None
        self.here = Location()
        self.visit: Visit | None = None
        self.refusal: Failure | None = None
        self._lister.begun.connect(self._begun)
        self._lister.buckets_arrived.connect(self._buckets_arrived)
        self._lister.arrived.connect(self._objects_arrived)
        self._lister.more_arrived.connect(self._more_arrived)
        self._lister.refused.connect(self._refused)

    # -- what is known ---------------------------------------------------------------------------------------------

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._lister.busy

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before."""
        return self._trail().can_go_back

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after."""
        return self._trail().can_go_forward

    def home(self) -> Location:
        """Where a session begins: under the prefix its profile names, which needs no right on anything above it."""
        profile = self.session.profile if self.session is not None else None
        return Location(profile.bucket, profile.prefix) if profile and profile.bucket and profile.prefix else Location()

    def _trail(self) -> Trail:
        return self._trails.setdefault(self.session, Trail()) if self.session is not None else Trail()

    # -- going -----------------------------------------------------------------------------------------------------

    def set_session(self, session: Session | None) -> None:
        """Walk with ``session``; nothing is asked for before :meth:`start`."""
        self._remember()
        self.session = session
        self._lister.set_session(session)
        self.visit = self._trail().here
        self.here = self.visit.location if self.visit is not None else self.home()
        self.refusal = None

    def session_gone(self) -> None:
        """The session is no more, and nothing of it is kept."""
        self.session = None
        self._lister.set_session(None)

    def start(self) -> None:
        """List where the session was left, or its home."""
        here = self._trail().here
        if here is None:
            self.go(self.home())
        else:
            self._revisit(here)

    def go(self, location: Location, *, select: str = "", typed: bool = False) -> None:
        """List ``location`` and select ``select`` there; ``typed`` addresses may mean a key, a folder, a beginning."""
        if self.session is None:
            return
        self._remember()
        # What was meant by a typed beginning is known when the answer is there.
        self.visit = None if typed and location.begins else self._trail().go(location, select)
        self._lister.open(location, select=select, typed=typed)

    def up(self) -> None:
        """One level up, with the one that was left selected."""
        if self.here.bucket:
            self.go(self.here.parent, select=self.here.prefix or self.here.bucket)

    def back(self) -> None:
        """To the place before."""
        if self.can_go_back:
            self._remember()
            self._revisit(self._trail().step(-1))

    def forward(self) -> None:
        """To the place after."""
        if self.can_go_forward:
            self._remember()
            self._revisit(self._trail().step(1))

    def _revisit(self, visit: Visit) -> None:
        self.visit = visit
        self._lister.open(visit.location, select=visit.selected, pages=visit.pages)

    def refresh(self, *, keep: bool) -> None:
        """List again; with ``keep`` the rows stay until the new ones are there."""
        visit = self._trail().here
        if visit is None or self.session is None:
            return
        self._remember()
        self.visit = visit
        if keep:
            self._lister.refresh(visit.location, select=visit.selected, pages=visit.pages)
        else:
            self._revisit(visit)

    def more(self, token: str) -> None:
        """Ask for the page that follows, unless something is on its way or was refused."""
        if self.session is not None and self.session.state.alive and not self.busy and self.refusal is None:
            self._lister.more(self.here, token)

    def again(self) -> None:
        """Ask once more for what was refused last."""
        self.refusal = None
        self._lister.again()

    def take_back(self) -> None:
        """Nothing that is on its way is wanted any more."""
        self._lister.take_back()

    def _remember(self) -> None:
        """How this place is left, for coming back; nothing when its rows never came."""
        visit = self._trail().here
        if visit is None or visit.location != self.here or self.busy or self.refusal is not None:
            return
        visit.selected, visit.scroll = self._look()
        visit.pages = max(1, self._lister.pages)

    # -- what arrives ----------------------------------------------------------------------------------------------

    def _begun(self, location: Location) -> None:
        self.refusal, self.here = None, location
        self.begun.emit(location)

    def _buckets_arrived(self, buckets: tuple) -> None:
        self.refusal = None
        self.buckets_arrived.emit(buckets)

    def _objects_arrived(self, location: Location, pages: list[Page], select: str) -> None:
        self.refusal, self.here = None, location
        if self.visit is None or self.visit.location != location:
            self.visit = self._trail().go(location, select)
        self.objects_arrived.emit(pages)

    def _more_arrived(self, page: Page) -> None:
        self.refusal = None
        self.more_arrived.emit(page)

    def _refused(self, failure: Failure) -> None:
        self.refusal = failure
        self.refused.emit(failure)
