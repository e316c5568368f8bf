"""What a failure is: one value, from where it is understood to where it is shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from stsviewer.text import Text


class Kind(Enum):
    """What sort of thing went wrong; decides where the way on leads."""

    REFUSED = "refused"  # a server answered and said no
    EXPIRED = "expired"  # the token is over: Renew
    NO_TOKEN = "no-token"  # noqa: S105 - there is no token yet: Get token
    NETWORK = "network"  # nothing answered
    INPUT = "input"  # what was entered cannot be used
    LOCAL = "local"  # this machine: disk, keyring, decoder
    BROKEN = "broken"  # an answer that cannot be understood


@dataclass(frozen=True)
class Failure:
    """A failure: what was being done, a sentence for the person, and the evidence that the server gave.

    ``code``, ``message``, ``ec``, ``request_id`` and ``host_id`` are the server's own, empty where it gave none;
    ``status`` is the HTTP status, 0 when nothing answered. ``detail`` holds the rest of the server's answer as pairs,
    the members of ``AccessDeniedDetail`` and ``Endpoint``, ``Bucket``, ``ServerTime`` among them, by their own names.
    No secret is ever put into one.
    """

    doing: Text
    sentence: Text
    kind: Kind
    code: str = ""
    message: str = ""
    ec: str = ""
    request_id: str = ""
    host_id: str = ""
    status: int = 0
    detail: tuple[tuple[str, str], ...] = ()

    def said(self, name: str) -> str:
        """The server's own ``detail`` under ``name``, or an empty text."""
        return dict(self.detail).get(name, "")


class Failed(Exception):  # noqa: N818 - it is the past tense of Failure, and no SDK catches it
    """Carries a :class:`Failure` up. No OSError on purpose: the SDKs swallow those and lose the cause."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.sentence.english())
        self.failure = failure


class Cancelled(Exception):  # noqa: N818
    """The person took it back. Not a failure: nothing is shown."""
