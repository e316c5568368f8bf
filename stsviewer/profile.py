"""What a profile is: a key, a role and a place to look. It never holds the key's secret."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from stsviewer.secret import Secret


class Origin(Enum):
    """Where a profile comes from, and so where its secret is found."""

    SAVED = "saved"  # on disk; the secret is in the OS keyring
    SANDBOX = "sandbox"  # told by the sandbox; the secret is in memory only
    ENVIRONMENT = "environment"  # the profile `env`


@dataclass(frozen=True)
class Profile:
    """A profile. Empty texts stand for what is not set; an empty ``role_arn`` means that no role is assumed.

    ``duration_seconds`` is in seconds. ``region`` is like ``cn-shanghai``, without ``oss-``. Endpoints are a host or a
    URL; empty means the cloud's own.
    """

    name: str
    access_key_id: str
    role_arn: str = ""
    role_session_name: str = ""
    duration_seconds: int = 3600
    external_id: str = ""
    policy: str = ""
    region: str = "cn-hangzhou"
    bucket: str = ""
    prefix: str = ""
    sts_endpoint: str = ""
    oss_endpoint: str = ""
    ram_endpoint: str = ""
    favourites: tuple[str, ...] = ()  # oss://bucket/prefix/ addresses
    origin: Origin = Origin.SAVED
    story: str = ""
    story_zh_cn: str = ""

    @property
    def account(self) -> str:
        """The account id in the role's ARN (``acs:ram::ACCOUNT:role/NAME``), or an empty text."""
        parts = self.role_arn.split(":")
        return parts[3] if len(parts) > 4 else ""

    @property
    def role_name(self) -> str:
        """The role's name in its ARN, or an empty text."""
        return self.role_arn.rpartition(":role/")[2] if ":role/" in self.role_arn else ""


@dataclass(frozen=True)
class AccessKey:
    """What signs: an access key, with its security token when the key is a temporary one."""

    id: str
    secret: Secret
    security_token: Secret | None = None
