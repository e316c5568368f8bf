"""One opened profile: its token, its buckets, what happened last. Kept while another profile is looked at."""

from __future__ import annotations

import threading
from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from stsviewer.ui import jobs

if TYPE_CHECKING:
    from stsviewer.failure import Failure
    from stsviewer.oss import Storage
    from stsviewer.profile import AccessKey, Profile
    from stsviewer.sts import Token, TokenSource
    from stsviewer.wire.transport import Transport

SOON, LAST_MINUTE = 300, 60  # seconds left from which the countdown looks different


class State(Enum):
    """How a session stands."""

    NONE = "none"  # no token has been asked for
    RENEWING = "renewing"
    LIVE = "live"
    SOON = "soon"  # under five minutes
    LAST_MINUTE = "last-minute"
    EXPIRED = "expired"
    REFUSED = "refused"  # the last request for a token failed; see `failure`
    DIRECT = "direct"  # the profile takes no role: its own key is used, nothing runs out

    @property
    def alive(self) -> bool:
        """Whether requests can be signed now."""
        return self in (State.LIVE, State.SOON, State.LAST_MINUTE, State.DIRECT)


class Session(QObject):
    """A profile with its token. All signals are emitted on the GUI thread.

    :meth:`storage` and :meth:`source` import the SDKs and may ask the keyring: call them inside jobs only.
    """

    changed = Signal()
    """The state, the token or the failure is another one."""
    token_changed = Signal()
    """There is a new token: whoever was refused for an expired one can go on."""
    renewal_failed = Signal(object)
    """A renewal failed (its Failure) while the token still lives; the session goes on with that."""
    ticked = Signal()
    """A second has passed in the life of the token."""

    def __init__(
        self,
        profile: Profile,
        key: Callable[[], AccessKey],
        transport: Callable[[], Transport],
        parent: QObject | None = None,
    ) -> None:
        """``key`` gives the profile's access key, ``transport`` the way out; both may block: called inside jobs."""
        super().__init__(parent)
        self.profile = profile
        self.token: Token | None = None
        self.failure: Failure | None = None
        self.state = State.NONE if profile.role_arn else State.DIRECT
        self._find_key, self._find_transport = key, transport
        self._lock = threading.Lock()
        self._source: TokenSource | None = None
        self._storage: Storage | None = None
        self._renewing: jobs.Job | None = None
        self._clock = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._tick)

    # -- inside jobs ---------------------------------------------------------------------------

    def source(self) -> TokenSource:
        """The token source, made at first use. Blocks: inside jobs only. Raises Failed when there is no key."""
        from stsviewer.sts import TokenSource

        with self._lock:
            if self._source is None:
                self._source = TokenSource(self.profile, self._find_key(), self._find_transport())
            return self._source

    def storage(self) -> Storage:
        """The buckets seen with this profile's token. Blocks: inside jobs only. Raises Failed when there is no key."""
        from stsviewer.oss import Storage

        source = self.source()
        with self._lock:
            if self._storage is None:
                self._storage = Storage(self.profile, source.key, self._find_transport())
            return self._storage

    def means(self) -> tuple[AccessKey, Transport]:
        """The profile's own key and the way out, for a check, which asks for a token of its own.

        Blocks: inside jobs only. Raises Failed when there is no key.
        """
        return self._find_key(), self._find_transport()

    # -- on the GUI thread ---------------------------------------------------------------------

    def renew(self) -> None:
        """Ask for a (new) token. One request is on its way however often this is called."""
        if self.state is State.RENEWING:
            return
        self._enter(State.RENEWING)
        self._renewing = jobs.start(
            self,
            lambda cancel, progress: self.source().renew(cancel),
            done=self._renewed,
            failed=self._refused,
        )

    def forget(self) -> None:
        """Let the token go: the profile was changed or removed."""
        if self._renewing is not None:
            self._renewing.cancel()
        self._clock.stop()
        self.token = self.failure = None
        with self._lock:
            self._source = self._storage = None
        self._enter(State.NONE if self.profile.role_arn else State.DIRECT)

    def seconds_left(self) -> float:
        """Seconds the token still lives; 0 without one."""
        return max(0.0, self.token.seconds_left()) if self.token is not None else 0.0

    def seconds_over(self) -> float:
        """Seconds since the token ended; 0 while it lives or without one."""
        return max(0.0, -self.token.seconds_left()) if self.token is not None else 0.0

    def share_left(self) -> float:
        """What is left of the token's life, 1.0 to 0.0."""
        if self.token is None or self.token.lifetime <= 0:
            return 0.0
        return min(1.0, self.seconds_left() / self.token.lifetime)

    def _renewed(self, token: Token) -> None:
        self.token, self.failure = token, None
        self._enter(self._state_by_time())
        self._wait_a_second()
        self.token_changed.emit()

    def _refused(self, failure: Failure) -> None:
        if self.token is not None and self.token.seconds_left() > 0:
            self._enter(self._state_by_time())
            self.renewal_failed.emit(failure)
            return
        self.failure = failure
        self._enter(State.REFUSED)

    def _tick(self) -> None:
        if self.token is None:
            return
        if self.state not in (State.RENEWING, State.REFUSED) and self._state_by_time() is not self.state:
            self._enter(self._state_by_time())
        self.ticked.emit()
        self._wait_a_second()

    def _wait_a_second(self) -> None:
        """Tick when the seconds that are left change, not a second after the last tick: timers drift."""
        self._clock.start(round(self.token.seconds_left() % 1.0 * 1000) + 5)

    def _state_by_time(self) -> State:
        left = self.token.seconds_left()
        if left <= 0:
            return State.EXPIRED
        if left < LAST_MINUTE:
            return State.LAST_MINUTE
        return State.SOON if left < SOON else State.LIVE

    def _enter(self, state: State) -> None:
        self.state = state
        self.changed.emit()
