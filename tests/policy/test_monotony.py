"""Adding a Deny never allows more, adding an Allow never allows less: for any policies, any caller, any request."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from support.policies import ACCOUNT, ALICE, BOB, NOBODY, OTHER, ROOT, WORKER

from stsviewer.policy import (
    Access,
    Acl,
    Condition,
    Document,
    DocumentKind,
    Effect,
    Policies,
    Principal,
    Request,
    Statement,
    TrustedPrincipals,
    decide,
)
from stsviewer.policy.conditions import OPERATORS

ACTIONS = st.sampled_from(["oss:GetObject", "oss:PutObject", "oss:ListObjects", "sts:AssumeRole", "ram:GetRole"])
PATTERNS = ACTIONS | st.sampled_from(["*", "oss:*", "oss:Get*", "oss:?utObject", "sts:*"])
RESOURCES = st.sampled_from(
    [
        f"acs:oss:*:{ACCOUNT}:mybucket",
        f"acs:oss:*:{ACCOUNT}:mybucket/a/1",
        f"acs:oss:*:{OTHER}:theirs/a",
        "acs:oss:*:*:*",
        f"acs:ram::{ACCOUNT}:role/ops",
    ]
)
RESOURCE_PATTERNS = RESOURCES | st.sampled_from(["*", "acs:oss:*:*:mybucket*", "acs:oss:*:*:mybucket/a/*"])
KEYS = st.sampled_from(["oss:Prefix", "acs:SourceIp", "acs:CurrentTime", "acs:MFAPresent", "acs:PrincipalArn"])
VALUES = st.sampled_from(["", "a/", "a/*", "true", "false", "10.0.0.1", "10.0.0.0/8", "2026-01-01T00:00:00Z", "7"])
CONDITIONS = st.builds(
    Condition, st.sampled_from(sorted(OPERATORS)), KEYS, st.lists(VALUES, min_size=1, max_size=2).map(tuple)
)
PRINCIPALS = st.sampled_from(["*", ALICE.uid, BOB.uid, ACCOUNT, WORKER.sts_arn, "arn:sts::*:*/*/*"])
TRUSTED = st.sampled_from([f"acs:ram::{ACCOUNT}:root", ALICE.arn, WORKER.role_arn, f"acs:ram::{OTHER}:root"])
STATEMENTS = st.builds(
    Statement,
    effect=st.sampled_from(Effect),
    actions=st.lists(PATTERNS, min_size=1, max_size=2).map(tuple),
    resources=st.lists(RESOURCE_PATTERNS, min_size=1, max_size=2).map(tuple),
    not_action=st.booleans(),
    not_resource=st.booleans(),
    conditions=st.lists(CONDITIONS, max_size=2).map(tuple),
    principals=st.lists(PRINCIPALS, min_size=1, max_size=2).map(tuple),
    trusted=st.lists(TRUSTED, min_size=1, max_size=2).map(lambda names: TrustedPrincipals(ram=tuple(names))),
)
CALLERS: st.SearchStrategy[Principal] = st.sampled_from([ALICE, BOB, WORKER, ROOT, NOBODY])
REQUESTS = st.builds(
    Request,
    action=ACTIONS,
    resource=RESOURCES,
    principal=CALLERS,
    context=st.dictionaries(KEYS, VALUES, max_size=3),
    acl=st.none() | st.builds(Acl, st.sampled_from(Access), st.sampled_from(Access)),
)
PLACES = st.sampled_from(["user", "role", "trust", "session", "bucket"])


def documents(kind: DocumentKind) -> st.SearchStrategy[Document]:
    return st.builds(Document, st.just(kind), st.lists(STATEMENTS, min_size=1, max_size=3).map(tuple))


POLICIES = st.builds(
    Policies,
    user=st.lists(documents(DocumentKind.IDENTITY), min_size=1, max_size=2).map(tuple),
    role=st.lists(documents(DocumentKind.IDENTITY), min_size=1, max_size=2).map(tuple),
    trust=documents(DocumentKind.TRUST),
    session=documents(DocumentKind.SESSION),
    bucket=documents(DocumentKind.BUCKET),
)


def with_one_more(policies: Policies, place: str, statement: Statement, at: int) -> Policies:
    """``policies`` with ``statement`` put into the document at ``place``, at any position."""
    held = getattr(policies, place)
    document = held[0] if isinstance(held, tuple) else held
    where = at % (len(document.statements) + 1)
    more = (*document.statements[:where], statement, *document.statements[where:])
    grown = replace(document, statements=more)
    return replace(policies, **{place: (grown, *held[1:]) if isinstance(held, tuple) else grown})


@settings(deadline=None)
@given(policies=POLICIES, request=REQUESTS, place=PLACES, statement=STATEMENTS, at=st.integers(0, 3))
def test_one_more_deny_never_allows_more(
    policies: Policies, request: Request, place: str, statement: Statement, at: int
) -> None:
    grown = with_one_more(policies, place, replace(statement, effect=Effect.DENY), at)
    assert decide(policies, request).allowed >= decide(grown, request).allowed


@settings(deadline=None)
@given(policies=POLICIES, request=REQUESTS, place=PLACES, statement=STATEMENTS, at=st.integers(0, 3))
def test_one_more_allow_never_allows_less(
    policies: Policies, request: Request, place: str, statement: Statement, at: int
) -> None:
    grown = with_one_more(policies, place, replace(statement, effect=Effect.ALLOW), at)
    assert decide(policies, request).allowed <= decide(grown, request).allowed


@settings(deadline=None)
@given(policies=POLICIES, request=REQUESTS)
def test_a_session_policy_never_allows_more(policies: Policies, request: Request) -> None:
    assert decide(policies, request).allowed <= decide(replace(policies, session=None), request).allowed


@settings(deadline=None)
@given(policies=POLICIES, request=REQUESTS)
def test_the_order_of_statements_does_not_matter(policies: Policies, request: Request) -> None:
    turned = replace(
        policies,
        user=tuple(replace(one, statements=one.statements[::-1]) for one in policies.user[::-1]),
        role=tuple(replace(one, statements=one.statements[::-1]) for one in policies.role[::-1]),
    )
    assert decide(policies, request).outcome is decide(turned, request).outcome
