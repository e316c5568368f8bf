"""What the policies say about a call: the requests that it makes of the evaluator, and its answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from stsviewer.check.circumstances import Circumstances
from stsviewer.check.known import Known
from stsviewer.check.values import DecidingStatement, State
from stsviewer.policy import (
    Acl,
    Decision,
    Document,
    DocumentKind,
    GrammarError,
    Outcome,
    Policies,
    Principal,
    PrincipalKind,
    Request,
    parse,
)
from stsviewer.policy.actions import Form, needs
from stsviewer.policy.smallest import Wish

#: What stands below a prefix when no real object is known there.
EXAMPLE: Final = "stsviewer-example"


@dataclass(frozen=True, order=True)
class Ask:
    """A call that a program makes: ``api`` (ListObjects ...) for what lies under ``prefix``.

    ``delimiter`` is that of a listing; empty for one that goes all the way down.
    """

    api: str
    prefix: str = ""
    delimiter: str = ""

    @property
    def form(self) -> Form:
        """What the call is made on."""
        return needs(self.api)[0].form

    def wishes(self, bucket: str) -> tuple[Wish, ...]:
        """What must be granted for it."""
        return tuple(Wish(need.action, bucket, self.prefix) for need in needs(self.api))

    def requests(self, bucket: str, account: str, principal: Principal, below: str = EXAMPLE) -> tuple[Request, ...]:
        """What the evaluator is asked; ``below`` is the object's name after the prefix."""
        context = {}
        if self.api.startswith("ListObjects"):
            # An empty parameter is not sent; to a policy an absent key is the empty text.
            context = {
                key: value for key, value in (("oss:Prefix", self.prefix), ("oss:Delimiter", self.delimiter)) if value
            }
        return tuple(
            Request(need.action, need.resource(bucket, self.prefix + below, account), principal, context, api=self.api)
            for need in needs(self.api)
        )


@dataclass(frozen=True)
class Rights:
    """Whoever acts on the storage, a role's session or the key's own owner, and the policies that speak for it.

    ``identity`` False: its own policies could not be read. ``session`` is the text of the session policy. ``account``
    is the bucket's owner; ``bucket_text`` the bucket's own policy, as far as it could be read. ``sample`` is a real
    object: the prefix that is looked at, and its name below that.
    """

    principal: Principal
    bucket: str
    account: str
    known: Known
    circumstances: Circumstances
    identity: bool
    session: str = ""
    bucket_text: str = ""
    acl: Acl | None = None
    sample: tuple[str, str] = ("", EXAMPLE)

    @cached_property
    def policies(self) -> Policies:
        """The documents, where the evaluator looks for them."""
        session = parsed(self.session, DocumentKind.SESSION)
        bucket = parsed(self.bucket_text, DocumentKind.BUCKET)
        documents = tuple(each.document for each in self.known.role or ())
        if self.of_session:
            return Policies(role=documents, session=session, bucket=bucket)
        return Policies(user=tuple(each.document for each in self.known.caller or ()), bucket=bucket)

    @property
    def of_session(self) -> bool:
        """Whether it is a role's session that acts."""
        return self.principal.kind is PrincipalKind.ASSUMED_ROLE_USER

    def requests(self, ask: Ask) -> tuple[Request, ...]:
        """The requests of ``ask``, on the sample where it lies under the prefix asked for."""
        prefix, name = self.sample
        below = name if ask.prefix == prefix else EXAMPLE
        return tuple(
            Request(one.action, one.resource, one.principal, one.context, one.api, self.acl)
            for one in ask.requests(self.bucket, self.account, self.principal, below)
        )

    def judge(self, ask: Ask, policies: Policies | None = None) -> Decision | None:
        """What the policies say; None when they do not tell."""
        decision = self.judge_known(ask, policies if policies is not None else self.policies)
        if self.identity or decision is None or decision.outcome is Outcome.SESSION_DENY:
            return decision
        return None  # the identity's own policies could say anything

    def judge_known(self, ask: Ask, policies: Policies) -> Decision | None:
        """What ``policies`` say when they are all that speaks."""
        decision: Decision | None = None
        for request in self.requests(ask):
            decision = self.circumstances.judge(policies, request)
            if decision is None or not decision.allowed:
                return decision
        return decision

    def state(self, ask: Ask, policies: Policies | None = None) -> tuple[State, DecidingStatement | None]:
        """The state of the cell, and the statement that decides."""
        decision = self.judge(ask, policies)
        if decision is None:
            return State.UNKNOWN, None
        found = decision.statement
        statement = self.known.statement(found, self.session, self.bucket_text) if found else None
        if decision.outcome is Outcome.ALLOW:
            return State.ALLOWED, statement
        denied = decision.outcome is Outcome.EXPLICIT_DENY or (
            decision.outcome is Outcome.SESSION_DENY and statement is not None
        )
        return (State.DENIED if denied else State.NO_ALLOW), statement

    def labelled(self, *, session: bool) -> Iterator[tuple[str, Document]]:
        """The documents under their labels: the session policy, or those of the identity."""
        if session:
            if self.policies.session is not None:
                yield "session", self.policies.session
            return
        label = "role" if self.of_session else "user"
        for index, document in enumerate(self.policies.role if self.of_session else self.policies.user):
            yield f"{label}[{index}]", document


def parsed(text: str, kind: DocumentKind) -> Document | None:
    """The document in ``text``; None when it is empty or does not follow the grammar."""
    if not text.strip():
        return None
    try:
        return parse(text, kind)
    except GrammarError:
        return None
