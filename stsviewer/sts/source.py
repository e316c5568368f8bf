"""The one place that holds the current token and renews it."""

from __future__ import annotations

import threading
from collections.abc import Callable

from stsviewer.failure import Cancelled, Failed, Failure, Kind
from stsviewer.profile import AccessKey, Profile
from stsviewer.sts.assume_role import assume_role
from stsviewer.sts.token import Token
from stsviewer.text import mark, say
from stsviewer.wire import Cancel, Transport

SIGNING = mark("STS", "Signing a request")


class TokenSource:
    """The token of one opened profile. All of it may be used from any thread; who waits is never the GUI thread."""

    def __init__(self, profile: Profile, key: AccessKey, transport: Transport) -> None:
        self.profile = profile
        self._own_key = key
        self._transport = transport
        self._lock = threading.Lock()
        self._token: Token | None = None
        self._flight: _Flight | None = None
        self._listeners: list[Callable[[Token], None]] = []

    @property
    def token(self) -> Token | None:
        """The last token that was issued, living or not."""
        with self._lock:
            return self._token

    def key(self) -> AccessKey:
        """What signs a request now: the living token, or the profile's own key when it assumes no role.

        Raises Failed of kind NO_TOKEN or EXPIRED.
        """
        if not self.profile.role_arn:
            return self._own_key
        token = self.token
        if token is None:
            sentence = say(mark("STS", "There is no token yet. Get one first."))
            raise Failed(Failure(say(SIGNING), sentence, Kind.NO_TOKEN))
        if token.expired:
            raise Failed(Failure(say(SIGNING), say(mark("STS", "The token has expired. Renew it.")), Kind.EXPIRED))
        return token.key

    def renew(self, cancel: Cancel | None = None) -> Token:
        """A new token. Whoever asks while one is under way gets that one. Raises Failed and Cancelled."""
        while True:
            with self._lock:
                flight = self._flight
                leads = flight is None
                if flight is None:
                    flight = self._flight = _Flight()
            if leads:
                return self._lead(flight, cancel)
            with (cancel or Cancel()).calling(flight.wake):
                flight.wait(cancel)
            if flight.token is not None:
                return flight.token
            if flight.failure is not None:
                raise Failed(flight.failure)
            # The one who led took it back; whoever is first now leads.

    def subscribe(self, callback: Callable[[Token], None]) -> Callable[[], None]:
        """Call ``callback`` with every new token, on the thread that renewed. Returns what ends that."""
        with self._lock:
            self._listeners.append(callback)

        def forget() -> None:
            with self._lock:
                if callback in self._listeners:
                    self._listeners.remove(callback)

        return forget

    def _lead(self, flight: _Flight, cancel: Cancel | None) -> Token:
        try:
            token = assume_role(self.profile, self._own_key, self._transport, cancel)
        except Failed as failed:
            flight.failure = failed.failure
            raise
        else:
            flight.token = token
            with self._lock:
                self._token = token
        finally:
            with self._lock:
                self._flight = None
                listeners = tuple(self._listeners)
            flight.land()
        for listener in listeners:
            listener(token)
        return token


class _Flight:
    """A renewal under way, and how it ended: with a token, with a failure, or taken back (neither)."""

    def __init__(self) -> None:
        self.token: Token | None = None
        self.failure: Failure | None = None
        self._condition = threading.Condition()
        self._landed = False

    def land(self) -> None:
        """It is over: everybody who waits goes on."""
        with self._condition:
            self._landed = True
            self._condition.notify_all()

    def wake(self) -> None:
        """Have those who wait look at their own cancel flag."""
        with self._condition:
            self._condition.notify_all()

    def wait(self, cancel: Cancel | None) -> None:
        """Wait for the end. Raises Cancelled when the one who waits takes it back."""
        with self._condition:
            while not self._landed:
                if cancel is not None and cancel.is_set():
                    raise Cancelled
                self._condition.wait()
