"""AssumeRole needs the caller's policies and the role's trust, asked in that order."""

from __future__ import annotations

import pytest
from support.policies import ACCOUNT, ALICE, BOB, NOBODY, OTHER, ROOT, WORKER, Json, allow, ask, deny, document, judge

from stsviewer.policy import Principal, Request

ROLE = f"acs:ram::{ACCOUNT}:role/ops"
MAY = document(allow("sts:AssumeRole"))
MAY_NOT = document(deny("sts:AssumeRole"))
WITH_ID = {"StringEquals": {"sts:ExternalId": "partner-7"}}


def trusting(*principals: str, effect: object = allow, condition: Json | None = None, group: str = "RAM") -> Json:
    named = {group: list(principals)}
    return document(effect("sts:AssumeRole", None, condition, Principal=named))


def assume(by: Principal = ALICE, context: dict[str, str] | None = None, role: str = ROLE) -> Request:
    return ask("sts:AssumeRole", role, by, dict(context or {}))


ROOTS = trusting(f"acs:ram::{ACCOUNT}:root")

CASES = [
    ("the account's root, a user", {"user": [MAY], "trust": ROOTS}, assume(), "allow"),
    ("the account's root, a role", {"role": [MAY], "trust": ROOTS}, assume(WORKER), "allow"),
    ("the account's root, no permission", {"trust": ROOTS}, assume(), "implicit-deny"),
    ("another account's root", {"user": [MAY], "trust": trusting(f"acs:ram::{OTHER}:root")}, assume(), "trust-deny"),
    (
        "a user from that other account",
        {"user": [MAY], "trust": trusting(f"acs:ram::{OTHER}:root")},
        assume(BOB),
        "allow",
    ),
    ("the user by name", {"user": [MAY], "trust": trusting(ALICE.arn)}, assume(), "allow"),
    ("one of a list", {"user": [MAY], "trust": trusting(BOB.arn, ALICE.arn)}, assume(), "allow"),
    ("another user by name", {"user": [MAY], "trust": trusting(BOB.arn)}, assume(), "trust-deny"),
    ("names have case", {"user": [MAY], "trust": trusting(f"acs:ram::{ACCOUNT}:user/Alice")}, assume(), "trust-deny"),
    ("names take no *", {"user": [MAY], "trust": trusting(f"acs:ram::{ACCOUNT}:user/*")}, assume(), "trust-deny"),
    (
        "the role by name",
        {"role": [MAY], "trust": trusting(f"acs:ram::{ACCOUNT}:role/worker")},
        assume(WORKER),
        "allow",
    ),
    (
        "another role by name",
        {"role": [MAY], "trust": trusting(f"acs:ram::{ACCOUNT}:role/x")},
        assume(WORKER),
        "trust-deny",
    ),
    ("a user is no role", {"user": [MAY], "trust": trusting(f"acs:ram::{ACCOUNT}:role/alice")}, assume(), "trust-deny"),
    ("a service role", {"user": [MAY], "trust": trusting("ecs.aliyuncs.com", group="Service")}, assume(), "trust-deny"),
    (
        "a federated role",
        {"user": [MAY], "trust": trusting(f"acs:ram::{ACCOUNT}:saml-provider/idp", group="Federated")},
        assume(),
        "trust-deny",
    ),
    (
        "one name, no list",
        {"user": [MAY], "trust": document(allow("sts:AssumeRole", None, Principal={"RAM": ALICE.arn}))},
        assume(),
        "allow",
    ),
    ("no trust policy", {"user": [MAY]}, assume(), "trust-deny"),
    (
        "trust for another action",
        {"user": [MAY], "trust": document(allow("sts:Other", None, Principal={"RAM": ALICE.arn}))},
        assume(),
        "trust-deny",
    ),
    ("identity first, trust shut too", {"trust": trusting(BOB.arn)}, assume(), "implicit-deny"),
    ("a Deny of identity", {"user": [MAY, MAY_NOT], "trust": ROOTS}, assume(), "explicit-deny"),
    ("a Deny of identity, trust shut too", {"user": [MAY_NOT], "trust": trusting(BOB.arn)}, assume(), "explicit-deny"),
    ("a Deny of trust", {"user": [MAY], "trust": trusting(ALICE.arn, effect=deny)}, assume(), "explicit-deny"),
    ("a Deny of trust for another", {"user": [MAY], "trust": trusting(BOB.arn, effect=deny)}, assume(), "trust-deny"),
    ("a Deny of trust comes after identity", {"trust": trusting(ALICE.arn, effect=deny)}, assume(), "implicit-deny"),
    (
        "the external id",
        {"user": [MAY], "trust": trusting(ALICE.arn, condition=WITH_ID)},
        assume(context={"sts:ExternalId": "partner-7"}),
        "allow",
    ),
    (
        "a wrong external id",
        {"user": [MAY], "trust": trusting(ALICE.arn, condition=WITH_ID)},
        assume(context={"sts:ExternalId": "x"}),
        "trust-deny",
    ),
    ("no external id", {"user": [MAY], "trust": trusting(ALICE.arn, condition=WITH_ID)}, assume(), "trust-deny"),
    (
        "MFA asked for",
        {"user": [MAY], "trust": trusting(ALICE.arn, condition={"Bool": {"acs:MFAPresent": "true"}})},
        assume(),
        "trust-deny",
    ),
    (
        "from the office",
        {"user": [MAY], "trust": trusting(ALICE.arn, condition={"IpAddress": {"acs:SourceIp": "10.0.0.0/8"}})},
        assume(context={"acs:SourceIp": "10.1.2.3"}),
        "allow",
    ),
    ("granted for this role", {"user": [document(allow("sts:AssumeRole", ROLE))], "trust": ROOTS}, assume(), "allow"),
    (
        "granted in the FAQ's form",
        {"user": [document(allow("sts:AssumeRole", f"acs:ram:*:{ACCOUNT}:role/ops"))], "trust": ROOTS},
        assume(),
        "allow",
    ),
    (
        "asked in the FAQ's form",
        {"user": [document(allow("sts:AssumeRole", ROLE))], "trust": ROOTS},
        assume(role=f"acs:ram:*:{ACCOUNT}:role/ops"),
        "allow",
    ),
    (
        "granted for another role",
        {"user": [document(allow("sts:AssumeRole", f"acs:ram::{ACCOUNT}:role/x"))], "trust": ROOTS},
        assume(),
        "implicit-deny",
    ),
    ("sts:*", {"user": [document(allow("sts:*"))], "trust": ROOTS}, assume(), "allow"),
    ("across accounts", {"user": [MAY], "trust": trusting(BOB.arn)}, assume(BOB), "allow"),
    ("the account itself, whatever trust says", {"user": [MAY], "trust": ROOTS}, assume(ROOT), "implicit-deny"),
    ("nobody", {"user": [MAY], "trust": ROOTS}, assume(NOBODY), "implicit-deny"),
    (
        "a chain, the session policy first",
        {"role": [MAY], "trust": ROOTS, "session": document(allow("oss:*"))},
        assume(WORKER),
        "session-deny",
    ),
    ("a chain, the session policy allows", {"role": [MAY], "trust": ROOTS, "session": MAY}, assume(WORKER), "allow"),
    ("a chain without the permission", {"user": [MAY], "trust": ROOTS}, assume(WORKER), "implicit-deny"),
]


@pytest.mark.parametrize(("documents", "request_", "outcome"), [pytest.param(*row, id=name) for name, *row in CASES])
def test_assume_role(documents: dict[str, Json], request_: Request, outcome: str) -> None:
    assert judge(request_, **documents).outcome.value == outcome


def test_the_action_is_asked_in_any_case() -> None:
    request = ask("STS:ASSUMEROLE", ROLE)
    assert judge(request, user=[MAY], trust=trusting(BOB.arn)).outcome.value == "trust-deny"


def test_the_guilty_statement_of_trust_is_named() -> None:
    decision = judge(assume(), user=[MAY], trust=trusting(ALICE.arn, effect=deny))
    assert decision.statement is not None
    assert decision.statement.policy == "trust"
