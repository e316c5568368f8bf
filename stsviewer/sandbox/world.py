"""The living account: whose a key is, which tokens are out, what time it is, and what anybody may do.

STS, RAM and OSS ask the same :class:`World`, and it decides with the one evaluator of ``policy``.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import Final

from stsviewer import policy
from stsviewer.policy import Acl, Decision, Document, Principal, PrincipalKind
from stsviewer.sandbox import tokens
from stsviewer.sandbox.diagnostics import Diagnostics
from stsviewer.sandbox.model import Account, Bucket, Faults, Role, User
from stsviewer.secret import Secret

TIMESTAMP_TOLERANCE: Final = timedelta(minutes=15)  # of a signed request, either way


class TokenFault(Enum):
    """What is wrong with the security token that came with a key."""

    MISSING = "missing"  # the key is a temporary one and came alone
    UNKNOWN = "unknown"  # nobody here gave this token out
    OTHER_KEY = "other-key"  # a token of ours, but not of this key
    EXPIRED = "expired"


@dataclass(frozen=True)
class IssuedToken:
    """A token that AssumeRole gave out. Times are UTC by the server's own clock."""

    access_key_id: str
    access_key_secret: Secret
    security_token: Secret
    issued: datetime
    expiration: datetime
    account: str
    role: Role
    session_name: str
    session_policy: Document | None = None
    source_identity: str = ""

    @property
    def role_arn(self) -> str:
        """``acs:ram::ACCOUNT:role/NAME``."""
        return f"acs:ram::{self.account}:role/{self.role.name}"

    @property
    def arn(self) -> str:
        """The session's own: ``acs:ram::ACCOUNT:role/NAME/SESSION``."""
        return f"{self.role_arn}/{self.session_name}"


@dataclass(frozen=True)
class KeyRecord:
    """An access key that exists. It is a user's, a session's, or, with neither, the account's own (root)."""

    id: str
    secret: Secret
    active: bool = True
    user: User | None = None
    token: IssuedToken | None = None


@dataclass(frozen=True)
class Caller:
    """Who asks, and what speaks for them. ``key`` is ``None`` for an anonymous caller."""

    principal: Principal
    key: KeyRecord | None = None
    identity: tuple[Document, ...] = ()  # the user's own and its groups', or the role's
    session: Document | None = None  # the session policy of the token

    @property
    def role(self) -> Role | None:
        """The role whose session this is."""
        return self.key.token.role if self.key and self.key.token else None


class World:
    """One account at run time. All methods may be called from any thread."""

    def __init__(self, account: Account, data: Path) -> None:
        self.account = account
        self.data = data  # the writable copy: a folder a bucket
        self.faults = account.faults
        self.diagnostics = Diagnostics()
        self._lock = threading.Lock()
        self._keys = {key.id: KeyRecord(key.id, key.secret, key.active) for key in account.root_keys}
        for user in account.users:
            for key in user.keys:
                self._keys[key.id] = KeyRecord(key.id, key.secret, key.active, user=user)
        self._key_of_token: dict[str, str] = {}
        self._roles = {role.name.lower(): role for role in account.roles}
        self._buckets = {bucket.name: bucket for bucket in account.buckets}
        self._nonces: dict[str, float] = {}  # when each is forgotten, oldest first

    # what goes wrong on purpose, and the time

    def faults_for(self, *, bucket: Bucket | None = None, role: Role | None = None) -> Faults:
        """The faults that hold: a bucket's outrank a role's, and those outrank the account's."""
        faults = self.faults
        for narrower in (role, bucket):
            if narrower is not None:
                faults = narrower.faults.over(faults)
        return faults

    def now(self, faults: Faults | None = None) -> datetime:
        """The server's time in UTC, moved by the clock offset of ``faults`` (else the account's)."""
        offset = (faults or self.faults).clock_offset or 0
        return datetime.now(UTC) + timedelta(seconds=offset)

    # who is who

    def key(self, access_key_id: str) -> KeyRecord | None:
        """The key of that id, long-term or temporary, switched off or expired ones too; ``None`` when there is none."""
        with self._lock:
            return self._keys.get(access_key_id)

    def role(self, name: str) -> Role | None:
        """The role of that name; the cloud does not tell names apart by case."""
        return self._roles.get(name.lower())

    def bucket(self, name: str) -> Bucket | None:
        """The bucket of that name as the account file has it."""
        return self._buckets.get(name)

    def token_fault(
        self, key: KeyRecord, security_token: str | None, faults: Faults | None = None
    ) -> TokenFault | None:
        """What is wrong with the token that came with ``key``; ``None`` when all is well.

        A long-term key needs no token and fits none. ``faults`` are those of the place addressed: they may move the
        clock, and shorten the life of a token.
        """
        if key.token is None and not security_token:
            return None
        if not security_token:
            return TokenFault.MISSING
        with self._lock:
            owner = self._key_of_token.get(security_token)
        if owner is None:
            return TokenFault.UNKNOWN
        if owner != key.id or key.token is None:
            return TokenFault.OTHER_KEY
        end = key.token.expiration
        if faults and faults.token_lifetime is not None:
            end = min(end, key.token.issued + timedelta(seconds=faults.token_lifetime))
        return TokenFault.EXPIRED if self.now(faults) >= end else None

    def caller(self, access_key_id: str | None) -> Caller:
        """Who stands behind that key; the anonymous caller for ``None``.

        Raises KeyError when there is no such key. Nothing is verified here.
        """
        if access_key_id is None:
            return Caller(Principal(PrincipalKind.ANONYMOUS))
        key = self.key(access_key_id)
        if key is None:
            raise KeyError(access_key_id)
        account = self.account.id
        if key.token is not None:
            token = key.token
            principal = Principal(
                PrincipalKind.ASSUMED_ROLE_USER,
                account=account,
                uid=f"{token.role.id}:{token.session_name}",
                arn=token.arn,
                role_arn=token.role_arn,
                sts_arn=f"arn:sts::{account}:assumed-role/{token.role.name}/{token.session_name}",
            )
            return Caller(principal, key, token.role.documents, token.session_policy)
        if key.user is not None:
            arn = f"acs:ram::{account}:user/{key.user.name}"
            principal = Principal(PrincipalKind.RAM_USER, account=account, uid=key.user.id, arn=arn)
            return Caller(principal, key, key.user.documents)
        root = Principal(PrincipalKind.ACCOUNT, account=account, uid=account, arn=f"acs:ram::{account}:root")
        return Caller(root, key)

    # tokens

    def issue(
        self,
        role: Role,
        session_name: str,
        duration: int,
        session_policy: Document | None = None,
        source_identity: str = "",
    ) -> IssuedToken:
        """Give out a token for ``duration`` seconds, or for less where the role's faults shorten it."""
        faults = self.faults_for(role=role)
        issued = self.now(faults).replace(microsecond=0)
        lifetime = duration if faults.token_lifetime is None else faults.token_lifetime
        token = IssuedToken(
            access_key_id=tokens.access_key_id(),
            access_key_secret=Secret(tokens.access_key_secret()),
            security_token=Secret(tokens.security_token()),
            issued=issued,
            expiration=issued + timedelta(seconds=lifetime),
            account=self.account.id,
            role=role,
            session_name=session_name,
            session_policy=session_policy,
            source_identity=source_identity,
        )
        with self._lock:
            self._keys[token.access_key_id] = KeyRecord(token.access_key_id, token.access_key_secret, token=token)
            self._key_of_token[token.security_token.reveal()] = token.access_key_id
        return token

    def nonce_is_new(self, nonce: str) -> bool:
        """Take note of a signature's nonce; whether it was not used before.

        It is kept for as long as the timestamp beside it could be good.
        """
        now = time.monotonic()
        with self._lock:
            while self._nonces and (oldest := next(iter(self._nonces))) and self._nonces[oldest] <= now:
                del self._nonces[oldest]
            if nonce in self._nonces:
                return False
            self._nonces[nonce] = now + 2 * TIMESTAMP_TOLERANCE.total_seconds()
            return True

    # may they

    def context(self, source_ip: str, *, user_agent: str = "", faults: Faults | None = None) -> dict[str, str]:
        """The condition keys that every request has. The sandbox speaks plain HTTP, and access keys carry no MFA."""
        return {
            "acs:CurrentTime": self.now(faults).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "acs:SourceIp": source_ip,
            "acs:SecureTransport": "false",
            "acs:UserAgent": user_agent,
        }

    def decide(
        self,
        caller: Caller,
        action: str,
        resource: str,
        context: Mapping[str, str | list[str]],
        *,
        bucket: Bucket | None = None,
        trust: Document | None = None,
        acl: Acl | None = None,
        api: str = "",
    ) -> Decision:
        """Judge ``action`` on ``resource`` for ``caller``.

        ``bucket`` brings its policy in, ``trust`` (of the target role) is for sts:AssumeRole, ``acl`` are the lists of
        the bucket and the object, ``api`` is the name of the call.
        """
        of_session = caller.principal.kind is PrincipalKind.ASSUMED_ROLE_USER
        policies = policy.Policies(
            user=() if of_session else caller.identity,
            role=caller.identity if of_session else (),
            trust=trust,
            session=caller.session,
            bucket=bucket.policy if bucket else None,
        )
        request = policy.Request(
            action=action, resource=resource, principal=caller.principal, context=dict(context), api=api, acl=acl
        )
        return policy.decide(policies, request)
