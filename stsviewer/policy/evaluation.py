"""May this caller do this? The one evaluator: the sandbox, the role check, Rehearse and ``simulate`` all ask it.

The order of judgement is that of https://help.aliyun.com/en/ram/policy-evaluation-process and of OSS's page on
authentication (https://help.aliyun.com/en/oss/user-guide/authentication):

1. The session policy of a role session: whatever it does not allow is over.
2. The caller's identity policies together with the bucket's policy: a Deny in either ends it, an Allow in either
   suffices. AssumeRole needs both instead, the caller's policies and the role's trust, asked in that order.
3. The owner of the bucket is allowed. Data calls on objects then go to the access control lists; everything else is
   denied.

Control policies of a resource directory and grants on a resource group are not among the documents given, so they have
no say here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from stsviewer.policy import acl, wildcard
from stsviewer.policy.condition_keys import ignored_in_bucket_policy
from stsviewer.policy.conditions import holds
from stsviewer.policy.document import Document, DocumentKind, Effect, Statement
from stsviewer.policy.principals import in_bucket_policy, in_trust_policy
from stsviewer.policy.question import (
    Acl,
    Decision,
    Outcome,
    Policies,
    PrincipalKind,
    Request,
    StatementRef,
)
from stsviewer.policy.resource import ResourceName, asked, parse_resource
from stsviewer.text import Text, mark, say

ASSUME_ROLE: Final = "sts:assumerole"
_OTHER: Final = ResourceName("", "", "", "")

Labelled = tuple[str, Document]


def decide(policies: Policies, request: Request) -> Decision:
    """Judge ``request``. Pure: what the caller, the clock and the network are is all in the request."""
    kind = request.principal.kind
    if kind is PrincipalKind.ASSUMED_ROLE_USER and policies.session is not None:
        refused = _session(policies.session, request)
        if refused is not None:
            return refused
    if request.action.lower() == ASSUME_ROLE:
        return _assume_role(policies, request)
    return _access(policies, request)


def applies(document: Document, statement: Statement, request: Request) -> bool:
    """Whether ``statement`` speaks about ``request`` at all, whatever its effect."""
    action, resource = request.action.lower(), asked(request.resource)
    if any(wildcard.matches(pattern.lower(), action) for pattern in statement.actions) == statement.not_action:
        return False
    if statement.resources:
        covered = any(wildcard.matches(pattern, resource) for pattern in statement.resources)
        if covered == statement.not_resource:
            return False
    if document.kind is DocumentKind.BUCKET:
        if not in_bucket_policy(statement, request.principal, _name(request).account):
            return False
        if any(ignored_in_bucket_policy(condition.key) for condition in statement.conditions):
            return False
    if document.kind is DocumentKind.TRUST and not in_trust_policy(statement.trusted, request.principal):
        return False
    return all(holds(condition, request.context) for condition in statement.conditions)


def _name(request: Request) -> ResourceName:
    return parse_resource(request.resource) or _OTHER


def _first(documents: Iterable[Labelled], effect: Effect, request: Request) -> StatementRef | None:
    """The first statement of ``effect`` that applies."""
    for label, document in documents:
        for index, statement in enumerate(document.statements):
            if statement.effect is effect and applies(document, statement, request):
                return StatementRef(label, index, statement.sid, document.name)
    return None


def _identity(policies: Policies, request: Request) -> list[Labelled]:
    """The caller's own policies: a role session has its role's alone, the account itself and strangers have none."""
    kind = request.principal.kind
    if kind is PrincipalKind.RAM_USER:
        return [(f"user[{index}]", document) for index, document in enumerate(policies.user)]
    if kind is PrincipalKind.ASSUMED_ROLE_USER:
        return [(f"role[{index}]", document) for index, document in enumerate(policies.role)]
    return []


def _session(session: Document, request: Request) -> Decision | None:
    """The refusal of the session policy, or None when it lets the request pass."""
    documents = [("session", session)]
    if denied := _first(documents, Effect.DENY, request):
        return Decision(Outcome.SESSION_DENY, denied, _denied_by(denied))
    if _first(documents, Effect.ALLOW, request) is None:
        why = say(mark("Policy", "The session policy does not allow {action}."), action=request.action)
        return Decision(Outcome.SESSION_DENY, None, why)
    return None


def _assume_role(policies: Policies, request: Request) -> Decision:
    if request.principal.kind is PrincipalKind.ACCOUNT:
        why = say(mark("Policy", "The account itself can assume no role: use a RAM user or a role."))
        return Decision(Outcome.IMPLICIT_DENY, None, why)
    identity = _identity(policies, request)
    if denied := _first(identity, Effect.DENY, request):
        return Decision(Outcome.EXPLICIT_DENY, denied, _denied_by(denied))
    if _first(identity, Effect.ALLOW, request) is None:
        return Decision(Outcome.IMPLICIT_DENY, None, _nothing_allows(request))
    trust = [("trust", policies.trust)] if policies.trust is not None else []
    if denied := _first(trust, Effect.DENY, request):
        return Decision(Outcome.EXPLICIT_DENY, denied, _denied_by(denied))
    if allowed := _first(trust, Effect.ALLOW, request):
        return Decision(Outcome.ALLOW, allowed, _allowed_by(allowed))
    why = say(mark("Policy", "The role's trust policy does not name this caller, or its conditions are not met."))
    return Decision(Outcome.TRUST_DENY, None, why)


def _access(policies: Policies, request: Request) -> Decision:
    name = _name(request)
    of_oss = name.service == "oss"
    identity = _identity(policies, request)
    bucket = [("bucket_policy", policies.bucket)] if of_oss and policies.bucket is not None else []
    if denied := _first([*identity, *bucket], Effect.DENY, request):
        return Decision(Outcome.EXPLICIT_DENY, denied, _denied_by(denied))
    foreign = of_oss and _is_foreign(name.account, request.principal.account)
    if allowed := _first(bucket if foreign else [*identity, *bucket], Effect.ALLOW, request):
        return Decision(Outcome.ALLOW, allowed, _allowed_by(allowed))
    if request.principal.kind is PrincipalKind.ACCOUNT and not foreign:
        return Decision(Outcome.ALLOW, None, say(mark("Policy", "The account itself may do everything with its own.")))
    lists = request.acl or Acl()
    if of_oss and name.key and acl.opens(lists, request.action):
        sentence = mark("Policy", "No policy speaks; the access control list lets everybody do {action}.")
        why = say(sentence, action=request.action)
        return Decision(Outcome.ALLOW, None, why)
    if foreign and request.principal.kind is not PrincipalKind.ANONYMOUS:
        why = say(mark("Policy", "The bucket is another account's: only its own policy or access list could open it."))
        return Decision(Outcome.IMPLICIT_DENY, None, why)
    return Decision(Outcome.IMPLICIT_DENY, None, _nothing_allows(request))


def _is_foreign(owner: str, account: str) -> bool:
    """Whether the bucket surely is another account's; who is not told stays unknown."""
    return owner not in ("", "*", account) and account != ""


def _denied_by(statement: StatementRef) -> Text:
    return say(mark("Policy", "{statement} denies it."), statement=_shown(statement))


def _allowed_by(statement: StatementRef) -> Text:
    return say(mark("Policy", "{statement} allows it."), statement=_shown(statement))


def _shown(statement: StatementRef) -> Text | str:
    """A policy with a name is one that people know by it; without, the place says it."""
    if not statement.name:
        return f"{statement.policy}.Statement[{statement.index}]"
    return say(mark("Policy", "Statement {number} of {policy}"), number=statement.index + 1, policy=statement.name)


def _nothing_allows(request: Request) -> Text:
    return say(
        mark("Policy", "No statement allows {action} on {resource}."), action=request.action, resource=request.resource
    )
