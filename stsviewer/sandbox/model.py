"""What an account file says: the account, its people, keys, roles, policies, buckets and profiles, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import datetime
from pathlib import Path

from stsviewer.policy import Document
from stsviewer.secret import Secret


@dataclass(frozen=True)
class Faults:
    """What goes wrong on purpose. ``None`` says nothing, so that a narrower table can outrank a wider one.

    ``latency_ms``: milliseconds every request waits before it is answered. ``token_lifetime``: seconds a token lives,
    whatever was asked for; on a bucket: the age at which that bucket takes a token for dead. ``clock_offset``: seconds
    the server's clock is ahead of this machine's (negative: behind). ``overdue``: the account is in debt, OSS answers
    UserDisable.
    """

    latency_ms: int | None = None
    token_lifetime: int | None = None
    clock_offset: int | None = None
    overdue: bool | None = None

    def over(self, wider: Faults) -> Faults:
        """These faults, with what they leave open taken from ``wider``."""
        chosen = {}
        for one in fields(self):
            own = getattr(self, one.name)
            chosen[one.name] = getattr(wider, one.name) if own is None else own
        return Faults(**chosen)


@dataclass(frozen=True)
class Key:
    """A long-term access key of a user or of the account itself."""

    id: str
    secret: Secret
    active: bool = True


@dataclass(frozen=True)
class Policy:
    """A policy under its name. ``system`` ones are the vendor's own, the others come from ``[[policy]]``."""

    name: str
    text: str
    document: Document
    system: bool
    description: str = ""


@dataclass(frozen=True)
class Group:
    """A group of users with its policies."""

    name: str
    policies: tuple[Policy, ...] = ()


@dataclass(frozen=True)
class User:
    """A RAM user. ``id`` is its UID of 18 digits."""

    name: str
    id: str
    policies: tuple[Policy, ...] = ()
    groups: tuple[Group, ...] = ()
    keys: tuple[Key, ...] = ()

    @property
    def documents(self) -> tuple[Document, ...]:
        """The user's own documents, then those of its groups: the order in which a refusal names them."""
        own = [policy.document for policy in self.policies]
        return tuple(own + [policy.document for group in self.groups for policy in group.policies])


@dataclass(frozen=True)
class Role:
    """A RAM role. ``max_session_duration`` is in seconds; ``id`` has 18 digits."""

    name: str
    id: str
    trust_text: str
    trust: Document
    policies: tuple[Policy, ...] = ()
    max_session_duration: int = 3600
    description: str = ""
    faults: Faults = Faults()

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents of the role's policies."""
        return tuple(policy.document for policy in self.policies)


@dataclass(frozen=True)
class ObjectSource:
    """An object of a bucket at the start: its content is that of ``file``, or ``text``, or ``size`` zero bytes."""

    key: str
    file: Path | None = None
    text: str | None = None
    size: int | None = None
    encoding: str = "utf-8"  # of text
    storage_class: str = ""  # empty: the bucket's
    content_type: str = ""  # empty: guessed from the key
    acl: str = "default"
    headers: tuple[tuple[str, str], ...] = ()
    modified: datetime | None = None  # UTC; None: when the sandbox started


@dataclass(frozen=True)
class Bucket:
    """A bucket as the account file has it. ``owner`` is an account id; ``synthetic`` counts made-up objects."""

    name: str
    region: str
    owner: str
    acl: str = "private"
    policy_text: str = ""
    policy: Document | None = None
    referers: tuple[str, ...] = ()
    allow_empty_referer: bool = True
    synthetic: int = 0
    storage_class: str = "Standard"
    created: datetime | None = None  # UTC; None: when the sandbox started
    objects: tuple[ObjectSource, ...] = ()
    faults: Faults = Faults()


@dataclass(frozen=True)
class Story:
    """A profile of the account file: a key, a role and a place, with one line that tells what is the matter."""

    name: str
    access_key_id: str
    access_key_secret: Secret
    story: str = ""
    story_zh_cn: str = ""
    role_arn: str = ""
    role_session_name: str = ""
    duration_seconds: int | None = None
    external_id: str = ""
    policy: str = ""
    region: str = ""
    bucket: str = ""
    prefix: str = ""


@dataclass(frozen=True)
class Account:
    """A whole account file. ``id`` is the account's id of 16 digits, ``region`` like ``cn-shanghai``."""

    id: str
    region: str
    root_keys: tuple[Key, ...] = ()
    users: tuple[User, ...] = ()
    groups: tuple[Group, ...] = ()
    roles: tuple[Role, ...] = ()
    policies: tuple[Policy, ...] = ()  # the custom ones
    buckets: tuple[Bucket, ...] = ()
    stories: tuple[Story, ...] = ()
    faults: Faults = field(default_factory=Faults)
