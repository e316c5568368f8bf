"""Keeping places: in the profile, offered while an address is typed and above the buckets."""

from __future__ import annotations

from dataclasses import replace

from stsviewer.ui.browser.buckets import Favourites
from stsviewer.ui.browser.location import Location
from stsviewer.ui.browser.objects_pane import ObjectsPane
from stsviewer.ui.browser.path_bar import PathBar
from stsviewer.ui.profiles import Profiles
from stsviewer.ui.session import Session


class Keeper:
    """The favourites of the session that is open."""

    def __init__(self, profiles: Profiles, path: PathBar, pane: ObjectsPane, rows: Favourites) -> None:
        self._profiles, self._path, self._pane, self._rows = profiles, path, pane, rows
        self._session: Session | None = None
        self._wanted: Location | None = None

    def set_session(self, session: Session | None) -> None:
        """Keep for the profile of ``session``."""
        self._session, self._wanted = session, None
        self.show()

    def places(self) -> list[Location]:
        """The kept places."""
        return [Location.parse(address) for address in self._addresses()]

    def _addresses(self) -> tuple[str, ...]:
        return self._session.profile.favourites if self._session is not None else ()

    def toggle(self) -> None:
        """Keep the place that is shown, or let it go."""
        here = self._path.location()
        if self._session is not None and here.bucket:
            kept = self._addresses()
            if here.address in kept:
                self._keep(tuple(each for each in kept if each != here.address))
            else:
                self._keep((*kept, here.address))
        self.show()

    def keep_once_listed(self, place: Location) -> None:
        """Keep ``place`` if it turns out that it may be listed."""
        self._wanted = place

    def listed(self, place: Location) -> None:
        """``place`` may be listed."""
        if self._wanted == place and place.address not in self._addresses():
            self._keep((*self._addresses(), place.address))
        self._wanted = None
        self.show()

    def _keep(self, addresses: tuple[str, ...]) -> None:
        self._profiles.update(replace(self._session.profile, favourites=addresses))

    def show(self) -> None:
        """Bring star, list and offers up to date."""
        here, kept = self._path.location(), self._addresses()
        self._path.set_favourites(kept, kept=here.address in kept)
        self._path.star.setEnabled(self._session is not None and bool(here.bucket))
        self._rows.set_places(tuple(self.places()))
        self._pane.show_favourites(len(kept))
