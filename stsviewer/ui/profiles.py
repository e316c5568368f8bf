"""All profiles that the window knows: saved ones, the sandbox's, the one of the environment; each with its session."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from stsviewer.ui import jobs
from stsviewer.ui.session import Session

if TYPE_CHECKING:
    from stsviewer.failure import Failure
    from stsviewer.profile import AccessKey, Origin, Profile
    from stsviewer.sandbox_process import Announcement
    from stsviewer.secret import Secret
    from stsviewer.text import Text
    from stsviewer.ui.rooms import Rooms


class Found(NamedTuple):
    """What was found at start."""

    profiles: tuple[Profile, ...]
    problems: tuple[Text, ...]
    environment: tuple[Profile, AccessKey] | None


class Profiles(QObject):
    """The list behind the rail. Sessions are kept while others are looked at."""

    changed = Signal()
    """Profiles came or went, or one was edited."""
    state_changed = Signal(object)
    """The session of one profile is in another state; the argument is the session."""
    ticked = Signal(object)
    """A second passed for a session."""
    renewal_failed = Signal(object, object)
    """A session could not be renewed while its token still lives; the arguments are the session and the Failure."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.loaded = False
        self._sandbox: list[Profile] = []
        self._saved: list[Profile] = []
        self._environment: list[Profile] = []
        self._keys: dict[tuple[Origin, str], AccessKey] = {}
        self._sessions: dict[tuple[Origin, str], Session] = {}

    @cached_property
    def _rooms(self) -> Rooms:
        from stsviewer.ui.rooms import Rooms

        return Rooms()

    # -- what there is -------------------------------------------------------------------------

    def all(self) -> list[Profile]:
        """Every profile, the sandbox's first."""
        return [*self._sandbox, *self._saved, *self._environment]

    def is_sandbox(self, profile: Profile) -> bool:
        """Whether ``profile`` is one of the sandbox's."""
        return any(row is profile for row in self._sandbox)

    def session(self, profile: Profile) -> Session:
        """The session of ``profile``; made at first use."""
        place = (profile.origin, profile.name)
        if place not in self._sessions:
            session = Session(profile, self._key_finder(profile), self._rooms.transport, self)
            session.changed.connect(lambda: self.state_changed.emit(session))
            session.ticked.connect(lambda: self.ticked.emit(session))
            session.renewal_failed.connect(lambda failure: self.renewal_failed.emit(session, failure))
            self._sessions[place] = session
        return self._sessions[place]

    def known_session(self, profile: Profile) -> Session | None:
        """The session of ``profile`` if it has been opened."""
        return self._sessions.get((profile.origin, profile.name))

    def _key_finder(self, profile: Profile) -> Callable[[], AccessKey]:
        place = (profile.origin, profile.name)
        if place in self._keys:
            key = self._keys[place]
            return lambda: key
        return lambda: self._rooms.key(profile.access_key_id)

    # -- coming and going ----------------------------------------------------------------------

    def load(self, done: Callable[[Found], None], failed: Callable[[Failure], None]) -> None:
        """Read the saved profiles and the environment, off the GUI thread."""
        rooms = self._rooms

        def work(cancel, progress) -> Found:
            stored = rooms.store().load()
            return Found(stored.profiles, stored.problems, rooms.environment())

        def arrived(found: Found) -> None:
            self._saved = list(found.profiles)
            if found.environment is not None:
                profile, key = found.environment
                self._environment = [profile]
                self._keep_key(profile, key)
            self.loaded = True
            self.changed.emit()
            done(found)

        jobs.start(self, work, done=arrived, failed=failed)

    def add_sandbox(self, announcement: Announcement) -> None:
        """Take in the profiles of a sandbox that listens. Their keys stay in memory."""
        self._sandbox = [profile for profile, _ in announcement.profiles]
        for profile, key in announcement.profiles:
            self._keep_key(profile, key)
        self.changed.emit()

    def _keep_key(self, profile: Profile, key: AccessKey) -> None:
        self._keys[(profile.origin, profile.name)] = key

    def save(
        self,
        profile: Profile,
        secret: Secret | None,
        before: Profile | None,
        *,
        session_only: bool,
        done: Callable[[], None],
        failed: Callable[[Failure], None],
    ) -> None:
        """Save ``profile`` (edited from ``before``), its ``secret`` in the keyring or, ``session_only``, in memory."""

        def work(cancel, progress) -> None:
            if secret is not None:
                if session_only:
                    self._rooms.vault().keep_for_session(profile.access_key_id, secret)
                else:
                    self._rooms.vault().set(profile.access_key_id, secret)
            if before is not None and before.name != profile.name:
                self._rooms.store().rename(before.name, profile.name)
            self._rooms.store().save(profile)

        def arrived(_: None) -> None:
            names = [saved.name for saved in self._saved]
            if before is not None and before.name in names:
                self._saved[names.index(before.name)] = profile
                self._forget(before)
            else:
                self._saved.append(profile)
            self.changed.emit()
            done()

        jobs.start(self, work, done=arrived, failed=failed)

    def remove(self, profile: Profile, done: Callable[[], None], failed: Callable[[Failure], None]) -> None:
        """Remove a saved profile, and its secret from the keyring when no other profile uses that key."""
        others = [saved for saved in self._saved if saved.name != profile.name]

        def work(cancel, progress) -> Failure | None:
            self._rooms.store().remove(profile.name)
            if any(other.access_key_id == profile.access_key_id for other in others):
                return None
            return self._rooms.forget_secret(profile.access_key_id)

        def arrived(stays: Failure | None) -> None:
            self._saved = [saved for saved in self._saved if saved.name != profile.name]
            self._forget(profile)
            self.changed.emit()
            done()
            if stays is not None:
                failed(stays)

        jobs.start(self, work, done=arrived, failed=failed)

    def update(self, profile: Profile) -> None:
        """Keep what the browser changed in ``profile`` (its favourites). Saved ones are written."""
        place = (profile.origin, profile.name)
        if place in self._sessions:
            self._sessions[place].profile = profile
        for rows in (self._sandbox, self._saved, self._environment):
            rows[:] = [profile if (row.origin, row.name) == place else row for row in rows]
        if any(row is profile for row in self._saved):
            jobs.start(self, lambda cancel, progress: self._save_as_it_is(profile.name))

    def _save_as_it_is(self, name: str) -> None:
        """Write the newest state of a profile: jobs that were started one after the other may overtake each other."""
        for saved in self._saved:
            if saved.name == name:
                self._rooms.store().save(saved)

    def _forget(self, profile: Profile) -> None:
        session = self._sessions.pop((profile.origin, profile.name), None)
        if session is not None:
            session.forget()
            session.deleteLater()
