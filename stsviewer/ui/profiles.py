"""All profiles that the window knows: saved ones, the sandbox's, the one of the environment; each with its session."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from stsviewer.failure import Failed, Failure, Kind
from stsviewer.profile import AccessKey, Origin, Profile
from stsviewer.secret import Secret
from stsviewer.text import Text, mark, say
from stsviewer.ui import jobs
from stsviewer.ui.session import Session

if TYPE_CHECKING:
    from stsviewer.keys import ProfileStore, Vault
    from stsviewer.sandbox_process import Announcement


@dataclass(frozen=True)
class Found:
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
        self._saved: list[Profile] = []
        self._others: list[Profile] = []
        self._keys: dict[tuple[Origin, str], AccessKey] = {}
        self._sessions: dict[tuple[Origin, str], Session] = {}
        self._rooms = _Rooms()

    # -- what there is -------------------------------------------------------------------------

    def all(self) -> list[Profile]:
        """Every profile, the sandbox's first."""
        return [*self._of(Origin.SANDBOX), *self._saved, *self._of(Origin.ENVIRONMENT)]

    def _of(self, origin: Origin) -> list[Profile]:
        return [profile for profile in self._others if profile.origin is origin]

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

        def work(cancel, progress) -> Found:
            from stsviewer.keys import environment

            stored = self._rooms.store().load()
            return Found(stored.profiles, stored.problems, environment.profile())

        def arrived(found: Found) -> None:
            self._saved = list(found.profiles)
            if found.environment is not None:
                self._add(*found.environment)
            self.loaded = True
            self.changed.emit()
            done(found)

        jobs.start(self, work, done=arrived, failed=failed)

    def add_sandbox(self, announcement: Announcement) -> None:
        """Take in the profiles of a sandbox that listens. Their keys stay in memory."""
        for profile, key in announcement.profiles:
            self._add(profile, key)
        self.changed.emit()

    def _add(self, profile: Profile, key: AccessKey) -> None:
        self._keys[(profile.origin, profile.name)] = key
        self._others = [p for p in self._others if (p.origin, p.name) != (profile.origin, profile.name)]
        self._others.append(profile)

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

        def work(cancel, progress) -> Failure | None:
            self._rooms.store().remove(profile.name)
            if all(p.access_key_id != profile.access_key_id for p in self._saved if p.name != profile.name):
                try:
                    self._rooms.vault().delete(profile.access_key_id)
                except Failed as stays:
                    return stays.failure
            return None

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
        if profile.origin is not Origin.SAVED:
            self._others = [profile if (p.origin, p.name) == place else p for p in self._others]
            return
        self._saved = [profile if saved.name == profile.name else saved for saved in self._saved]
        jobs.start(self, lambda cancel, progress: self._rooms.store().save(profile))

    def _forget(self, profile: Profile) -> None:
        session = self._sessions.pop((profile.origin, profile.name), None)
        if session is not None:
            session.forget()
            session.deleteLater()


class _Rooms:
    """The rooms below, made at first use on a worker: importing them pulls in the keyring and the HTTP stack."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._store: ProfileStore | None = None
        self._vault: Vault | None = None
        self._transport = None

    def store(self) -> ProfileStore:
        from stsviewer import places
        from stsviewer.keys import ProfileStore

        with self._lock:
            if self._store is None:
                self._store = ProfileStore(places.settings())
            return self._store

    def vault(self) -> Vault:
        from stsviewer.keys import Vault

        with self._lock:
            if self._vault is None:
                self._vault = Vault()
            return self._vault

    def transport(self):
        from stsviewer.wire.transport import Transport

        with self._lock:
            if self._transport is None:
                self._transport = Transport()
            return self._transport

    def key(self, access_key_id: str) -> AccessKey:
        secret = self.vault().get(access_key_id)
        if secret is None:
            raise Failed(
                Failure(
                    doing=say(mark("Profiles", "looking up the key's secret")),
                    sentence=say(
                        mark("Profiles", "The keyring holds no secret for {id}. Edit the profile and enter it again."),
                        id=access_key_id,
                    ),
                    kind=Kind.LOCAL,
                )
            )
        return AccessKey(access_key_id, secret)
