"""What the evaluator is asked and what it answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum

from stsviewer.policy.document import Document
from stsviewer.text import Text


class PrincipalKind(Enum):
    """Who calls, by the names that GetCallerIdentity uses."""

    ACCOUNT = "Account"  # the root key
    RAM_USER = "RAMUser"
    ASSUMED_ROLE_USER = "AssumedRoleUser"
    ANONYMOUS = "Anonymous"


@dataclass(frozen=True)
class Principal:
    """The caller. ``account`` is the account that it belongs to: of a role session, the role's.

    ``arn`` of a role session is ``acs:ram::ACCOUNT:role/NAME/SESSION``; ``role_arn`` and ``sts_arn`` may be left out,
    since they follow from it.
    """

    kind: PrincipalKind
    account: str = ""
    uid: str = ""
    arn: str = ""
    role_arn: str = ""
    sts_arn: str = ""

    @property
    def assumed_role_arn(self) -> str:
        """``acs:ram::ACCOUNT:role/NAME`` of a role session."""
        return self.role_arn or (self.arn.rpartition("/")[0] if self.arn.count("/") > 1 else self.arn)

    @property
    def session_arn(self) -> str:
        """``arn:sts::ACCOUNT:assumed-role/NAME/SESSION`` of a role session: the form that bucket policies name."""
        if self.sts_arn:
            return self.sts_arn
        role = self.arn.partition(":role/")[2]
        return f"arn:sts::{self.account}:assumed-role/{role}" if role else ""


class Access(Enum):
    """An access control list of OSS, each of which is one word."""

    DEFAULT = "default"  # of an object: as its bucket
    PRIVATE = "private"
    PUBLIC_READ = "public-read"
    PUBLIC_READ_WRITE = "public-read-write"


@dataclass(frozen=True)
class Acl:
    """The lists that hold for the resource asked about."""

    bucket: Access = Access.PRIVATE
    object: Access = Access.DEFAULT


@dataclass(frozen=True)
class Request:
    """``action`` on ``resource`` by ``principal``.

    ``context`` holds the condition keys that the request carries; ``api`` names the call and decides nothing. Without
    ``acl`` the bucket is private and the object follows it.
    """

    action: str
    resource: str
    principal: Principal
    context: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    api: str = ""
    acl: Acl | None = None


@dataclass(frozen=True)
class Policies:
    """The documents that may have a say. ``user`` has the groups' as well; ``trust`` is that of the role to assume."""

    user: tuple[Document, ...] = ()
    role: tuple[Document, ...] = ()
    trust: Document | None = None
    session: Document | None = None
    bucket: Document | None = None


class Outcome(Enum):
    """How a request ends, and where."""

    ALLOW = "allow"
    IMPLICIT_DENY = "implicit-deny"  # nothing allows it
    EXPLICIT_DENY = "explicit-deny"  # a Deny of a user, role, bucket or trust policy applies
    SESSION_DENY = "session-deny"  # the session policy does not allow it
    TRUST_DENY = "trust-deny"  # the role to assume does not trust the caller
    GRAMMAR_ERROR = "grammar-error"  # a document cannot be read


@dataclass(frozen=True)
class StatementRef:
    """The statement that decided. ``policy`` is like ``user[0]``, or ``session``, ``trust``, ``bucket_policy``."""

    policy: str
    index: int
    sid: str = ""
    name: str = ""  # of the policy, where it has one


@dataclass(frozen=True)
class Decision:
    """The answer: the outcome, the statement that made it (None when none did) and a sentence that says so."""

    outcome: Outcome
    statement: StatementRef | None
    why: Text

    @property
    def allowed(self) -> bool:
        """Whether the request goes through."""
        return self.outcome is Outcome.ALLOW
