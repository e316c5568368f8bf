"""What STS gives: a temporary key with its token, the role that was assumed, and how long it still lives."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from stsviewer.profile import AccessKey
from stsviewer.secret import Secret
from stsviewer.sts.clock import seconds_since_boot


@dataclass(frozen=True)
class Token:
    """The answer of AssumeRole. Times are UTC.

    ``issued`` is the server's own time of the answer; ``received`` is the moment it arrived on
    :func:`seconds_since_boot`, so that what is left does not depend on whether this machine's clock is right.
    """

    access_key_id: str
    access_key_secret: Secret
    security_token: Secret
    expiration: datetime
    assumed_role_arn: str
    assumed_role_id: str
    request_id: str
    issued: datetime
    received: float = field(default_factory=seconds_since_boot)

    @property
    def lifetime(self) -> float:
        """Seconds between issue and expiration."""
        return (self.expiration - self.issued).total_seconds()

    def seconds_left(self) -> float:
        """Seconds until the token is over; negative when it is."""
        return self.lifetime - (seconds_since_boot() - self.received)

    @property
    def expired(self) -> bool:
        """Whether the token is over."""
        return self.seconds_left() <= 0

    @property
    def key(self) -> AccessKey:
        """What signs with this token."""
        return AccessKey(self.access_key_id, self.access_key_secret, self.security_token)

    # An assumed role's ARN is acs:ram::ACCOUNT:role/ROLE/SESSION.

    @property
    def account(self) -> str:
        """The account that owns the role, or an empty text."""
        parts = self.assumed_role_arn.split(":")
        return parts[3] if len(parts) > 4 else ""

    @property
    def role_name(self) -> str:
        """The role's name, or an empty text."""
        parts = self.assumed_role_arn.partition(":role/")[2].split("/")
        return parts[0]

    @property
    def session_name(self) -> str:
        """The session's name, or an empty text."""
        return self.assumed_role_arn.partition(":role/")[2].partition("/")[2]
