"""Judging by policies when not all of a request's condition keys are known from here.

The one evaluator decides; where a condition hangs on a key that only the server knows (the address that it sees), it is
asked twice, once with that condition met and once not, and only what comes out the same both times is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from stsviewer.endpoint import Endpoint, is_address, is_loopback
from stsviewer.policy import Decision, Document, Effect, Outcome, Policies, Request, Statement, decide
from stsviewer.policy.condition_keys import GENERAL, OF_OSS

#: Documented keys that a request signed with an access key does not carry unless it says so itself.
_ABSENT: Final = frozenset({"acs:MFAPresent", "oss:Prefix", "oss:Delimiter", "oss:x-oss-acl", "oss:x-oss-object-acl"})
_ONLY_THE_SERVER_KNOWS: Final = (frozenset(GENERAL) | frozenset(OF_OSS)) - _ABSENT - {"oss:RequestObjectTag"}
#: An action that no request has, so that a statement with it never applies and the others keep their places.
_NEVER: Final = ("-",)


@dataclass(frozen=True)
class Circumstances:
    """The condition keys that every request of a check carries, as far as they are known here.

    ``complete``: the person set them all (Rehearse), and what is not there is absent.
    """

    context: Mapping[str, str] = field(default_factory=dict)
    complete: bool = False

    @classmethod
    def of(cls, endpoint: Endpoint, now: datetime, source_ip: str = "") -> Circumstances:
        """Those of requests to ``endpoint``. On the loopback the server sees the loopback's own address."""
        context = {
            "acs:CurrentTime": now.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "acs:SecureTransport": "true" if endpoint.scheme == "https" else "false",
        }
        if not source_ip and is_loopback(endpoint.host):
            source_ip = endpoint.host if is_address(endpoint.host) else "127.0.0.1"
        if source_ip:
            context["acs:SourceIp"] = source_ip
        return cls(context)

    def knows(self, key: str) -> bool:
        """Whether the value of ``key``, or its absence, is known."""
        return self.complete or key in self.context or key.partition("/")[0] not in _ONLY_THE_SERVER_KNOWS

    def around(self, request: Request) -> Request:
        """``request`` with these keys beside its own."""
        return replace(request, context={**self.context, **request.context})

    def judge(self, policies: Policies, request: Request) -> Decision | None:
        """The decision, or None when it hangs on what is not known here."""
        request = self.around(request)
        hopeful = decide(_with_conditions(policies, request, self, met=True), request)
        if self.complete:
            return hopeful
        doubtful = self.judge_doubtful(policies, request)
        return hopeful if hopeful.outcome is doubtful.outcome else None

    def judge_doubtful(self, policies: Policies, request: Request) -> Decision:
        """The decision when everything that is not known here speaks against the caller."""
        request = self.around(request)
        return decide(_with_conditions(policies, request, self, met=False), request)

    def hanging(self, statement: Statement, request: Request) -> tuple[str, ...]:
        """The keys of ``statement``'s conditions whose values are not known here."""
        return tuple(
            condition.key
            for condition in statement.conditions
            if condition.key not in request.context and not self.knows(condition.key)
        )


def _with_conditions(policies: Policies, request: Request, circumstances: Circumstances, *, met: bool) -> Policies:
    """``policies`` with every condition on an unknown key taken as lucky for the caller (``met``), or as unlucky."""

    def one(document: Document | None) -> Document | None:
        if document is None:
            return None
        return replace(document, statements=tuple(_settled(document, request, circumstances, met)))

    def many(documents: tuple[Document, ...]) -> tuple[Document, ...]:
        return tuple(replace(each, statements=tuple(_settled(each, request, circumstances, met))) for each in documents)

    return Policies(
        many(policies.user), many(policies.role), one(policies.trust), one(policies.session), one(policies.bucket)
    )


def _settled(document: Document, request: Request, circumstances: Circumstances, met: bool) -> Iterator[Statement]:
    for statement in document.statements:
        hanging = circumstances.hanging(statement, request)
        if not hanging:
            yield statement
        elif (statement.effect is Effect.ALLOW) == met:
            yield replace(statement, conditions=tuple(one for one in statement.conditions if one.key not in hanging))
        else:
            yield replace(statement, actions=_NEVER, not_action=False)


def is_allowed(decision: Decision | None) -> bool:
    """Whether it is certain that the request goes through."""
    return decision is not None and decision.outcome is Outcome.ALLOW
