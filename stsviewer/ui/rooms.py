"""The rooms below that the window asks, made at first use on a worker: they pull in the keyring and the HTTP stack."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from stsviewer.failure import Failed, Failure, Kind
from stsviewer.profile import AccessKey, Profile
from stsviewer.text import mark, say

if TYPE_CHECKING:
    from stsviewer.keys import ProfileStore, Vault
    from stsviewer.wire.transport import Transport


class Rooms:
    """The store of profiles, the vault, and the one transport of all sessions. Its methods block: inside jobs only."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._store: ProfileStore | None = None
        self._vault: Vault | None = None
        self._transport: Transport | None = None

    def store(self) -> ProfileStore:
        """The profiles on disk."""
        from stsviewer import places
        from stsviewer.keys import ProfileStore

        with self._lock:
            if self._store is None:
                self._store = ProfileStore(places.settings())
            return self._store

    def vault(self) -> Vault:
        """The keyring, and what is kept for this session only."""
        from stsviewer.keys import Vault

        with self._lock:
            if self._vault is None:
                self._vault = Vault()
            return self._vault

    def transport(self) -> Transport:
        """The way out of this window: one for all profiles."""
        from stsviewer.wire.transport import Transport

        with self._lock:
            if self._transport is None:
                self._transport = Transport()
            return self._transport

    def environment(self) -> tuple[Profile, AccessKey] | None:
        """The profile that the environment makes."""
        from stsviewer.keys import environment

        return environment.profile()

    def key(self, access_key_id: str) -> AccessKey:
        """The key with its secret. Raises Failed when the keyring does not give it, or has none."""
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

    def forget_secret(self, access_key_id: str) -> Failure | None:
        """Take a secret out of the vault; why it stays there, if it does."""
        try:
            self.vault().delete(access_key_id)
        except Failed as stays:
            return stays.failure
        return None
