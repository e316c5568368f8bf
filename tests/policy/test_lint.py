"""Lint as a whole: trust, bucket and session policies, lines and columns, and that it is right about what it says."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.policies import ACCOUNT, ALICE, Json, allow, ask, deny, document, judge

from stsviewer.policy import DocumentKind, GrammarError, parse
from stsviewer.policy.lint import lint
from stsviewer.policy.system import SYSTEM_POLICIES
from stsviewer.policy.traps import Trap

BUCKET, OBJECTS = "acs:oss:*:*:b", "acs:oss:*:*:b/*"


@pytest.mark.parametrize("name", sorted(SYSTEM_POLICIES))
def test_the_vendors_policies_are_fine(name: str) -> None:
    assert lint(SYSTEM_POLICIES[name], DocumentKind.IDENTITY) == ()


def test_traps_of_bucket_policies() -> None:
    addresses = {"IpAddress": {"acs:SourceIp": "10.0.0.0/8"}}
    named = {"StringLike": {"acs:PrincipalArn": "*"}}
    policy = document(
        allow("oss:GetObject", OBJECTS, addresses, Principal=["*"]),
        allow("oss:GetObject", OBJECTS, named, Principal=["*"]),
        allow("oss:PutObject", OBJECTS, Principal=[ALICE.uid]),
        deny("oss:PutObject", OBJECTS, Principal=["*"]),
    )
    assert [(one.trap, one.place) for one in lint(policy, DocumentKind.BUCKET)] == [
        (Trap.SOURCE_IP_WITHOUT_VPC, "Statement[0].Condition.IpAddress.acs:SourceIp"),
        (Trap.KEY_IGNORED, "Statement[1].Condition.StringLike.acs:PrincipalArn"),
        (Trap.SWALLOWED_ALLOW, "Statement[2]"),
    ]


def test_a_deny_for_others_swallows_nothing() -> None:
    policy = document(
        allow("oss:GetObject", OBJECTS, Principal=[ALICE.uid]), deny("oss:*", "*", Principal=["2000000000000009"])
    )
    assert lint(policy, DocumentKind.BUCKET) == ()


@pytest.mark.parametrize("name", [ACCOUNT, "*", f"acs:ram::{ACCOUNT}:user/*", "acs:ram::*:root", "arn:aws:iam::1:root"])
def test_names_in_trust_that_are_nobodys(name: str) -> None:
    policy = document(allow("sts:AssumeRole", None, Principal={"RAM": [ALICE.arn, name]}))
    [found] = lint(policy, DocumentKind.TRUST)
    assert (found.trap, found.place) == (Trap.TRUSTED_NAME, "Statement[0].Principal.RAM[1]")


def test_a_session_policy_that_is_too_long() -> None:
    text = json.dumps(document(allow("oss:*", [f"acs:oss:*:*:b{number}*" for number in range(150)])))
    [found] = lint(text, DocumentKind.SESSION)
    assert (found.trap, found.place, found.line, found.column) == (Trap.SESSION_SIZE, "", 1, 1)
    assert lint(text, DocumentKind.IDENTITY) == ()


def test_lines_and_columns() -> None:
    text = """{
  "Version": "1",
  "Statement": [
    {"Effect": "Allow", "Action": "oss:GetObject", "Resource": "acs:oss:*:*:b"},
    {"Effect": "Allow",
     "Action": ["oss:ListObjects"],
     "Resource": "acs:oss:*:*:b",
     "Condition": {"StringEquals": {"oss:Prefix": ["", "a/*"]}}}
  ]
}"""
    assert [(one.trap, one.line, one.column) for one in lint(text, DocumentKind.IDENTITY)] == [
        (Trap.OBJECT_ACTION_ON_BUCKET, 4, 25),
        (Trap.WILDCARD_UNDER_EQUALS, 8, 56),
    ]


def test_a_broken_document_is_not_linted() -> None:
    with pytest.raises(GrammarError):
        lint("{", DocumentKind.IDENTITY)


def test_the_fix_of_a_misfit_works() -> None:
    """What is proposed for the commonest trap is what the evaluator wants."""
    [found] = lint(document(allow("oss:GetObject", BUCKET)), DocumentKind.IDENTITY)
    proposed = dict(found.fix.values)["resource"]
    request = ask("oss:GetObject", "b/a")
    assert not judge(request, user=[document(allow("oss:GetObject", BUCKET))]).allowed
    assert judge(request, user=[document(allow("oss:GetObject", [BUCKET, proposed]))]).allowed


ACTIONS = st.sampled_from(
    ["oss:GetObject", "oss:PutObject", "oss:ListObjects", "oss:Get*", "oss:*", "*", "oss:?etObject"]
)
PATTERNS = st.sampled_from(
    ["*", "acs:oss:*:*:b", "acs:oss:*:*:b/*", "acs:oss:*:*:b*", "acs:oss:*:*:b/a/*", "acs:oss:*:*:?/a*"]
)
SOME = st.lists(PATTERNS, min_size=1, max_size=2)


@settings(deadline=None)
@given(
    first=st.builds(allow, st.lists(ACTIONS, min_size=1, max_size=2), SOME),
    second=st.builds(deny, st.lists(ACTIONS, min_size=1, max_size=2), SOME),
    action=st.sampled_from(["oss:GetObject", "oss:PutObject", "oss:ListObjects", "oss:DeleteBucket"]),
    resource=st.sampled_from(["b", "b/a/1", "b/z", "c/a"]),
)
def test_a_swallowed_allow_allows_nothing(first: Json, second: Json, action: str, resource: str) -> None:
    found = lint(document(first, second), DocumentKind.IDENTITY)
    if any(one.trap is Trap.SWALLOWED_ALLOW and one.place == "Statement[0]" for one in found):
        assert not judge(ask(action, resource), user=[document(first, second)]).allowed


@settings(deadline=None)
@given(text=st.text(max_size=12), key=st.sampled_from(["Action", "Resource"]))
def test_any_text_in_a_document_can_be_linted(text: str, key: str) -> None:
    made = document({**allow("oss:*", "*"), key: text or "x"})
    try:
        parse(made, DocumentKind.IDENTITY)
    except GrammarError:
        return
    assert all(one.sentence.english() and one.fix.english() for one in lint(made, DocumentKind.IDENTITY))
