"""Session policy first, then identity and bucket policy together, then the owner, then the access lists."""

from __future__ import annotations

import pytest
from support.policies import (
    ACCOUNT,
    ALICE,
    BOB,
    NOBODY,
    OTHER,
    OTHER_ROOT,
    ROOT,
    WORKER,
    Json,
    allow,
    ask,
    deny,
    document,
    judge,
)

from stsviewer.policy import DocumentKind, Policies, Principal, PrincipalKind, Request, decide, parse

FULL, READ, EMPTY = document(allow()), document(allow(["oss:Get*", "oss:List*"])), document(allow("ecs:*"))

SESSIONS = [
    ("no session policy", {"role": [FULL]}, ask(by=WORKER), "allow"),
    ("the role has no policy", {}, ask(by=WORKER), "implicit-deny"),
    ("a session policy that allows", {"role": [FULL], "session": READ}, ask(by=WORKER), "allow"),
    (
        "a session policy that does not",
        {"role": [FULL], "session": READ},
        ask("oss:PutObject", by=WORKER),
        "session-deny",
    ),
    ("it grants nothing itself", {"session": FULL}, ask(by=WORKER), "implicit-deny"),
    ("the role allows less", {"role": [READ], "session": FULL}, ask("oss:PutObject", by=WORKER), "implicit-deny"),
    ("its Deny is its own", {"role": [FULL], "session": document(allow(), deny())}, ask(by=WORKER), "session-deny"),
    (
        "it goes before a Deny of the role",
        {"role": [document(deny())], "session": EMPTY},
        ask(by=WORKER),
        "session-deny",
    ),
    ("a Deny of the role", {"role": [FULL, document(deny())], "session": FULL}, ask(by=WORKER), "explicit-deny"),
    ("a user's policies are not the role's", {"user": [FULL]}, ask(by=WORKER), "implicit-deny"),
    ("a user's Deny is not the role's", {"user": [document(deny())], "role": [FULL]}, ask(by=WORKER), "allow"),
    ("a role's policies are not the user's", {"role": [FULL]}, ask(by=ALICE), "implicit-deny"),
    ("a session policy is the session's alone", {"user": [FULL], "session": EMPTY}, ask(by=ALICE), "allow"),
    (
        "it stands before the bucket's policy",
        {"session": EMPTY, "bucket": document(allow(Principal=["*"]))},
        ask(by=WORKER),
        "session-deny",
    ),
    (
        "it stands before the access list",
        {"session": EMPTY},
        ask(by=WORKER, acl=("public-read", "default")),
        "session-deny",
    ),
    (
        "a wrong resource in it",
        {"role": [FULL], "session": document(allow("oss:*", "oss:mybucket"))},
        ask(by=WORKER),
        "session-deny",
    ),
]

ALICE_ONLY, ALL = {"Principal": [ALICE.uid]}, {"Principal": ["*"]}
MFA = {"Bool": {"acs:MFAPresent": "true"}}
WITH_MFA = {"acs:MFAPresent": "true"}
BUCKET_POLICIES = [
    ("names the user", document(allow(**ALICE_ONLY)), ask(), "allow"),
    ("names another user", document(allow(Principal=["2000000000000009"])), ask(), "implicit-deny"),
    ("one of a list", document(allow(Principal=["2000000000000009", ALICE.uid])), ask(), "allow"),
    ("a user id takes no *", document(allow(Principal=["2*"])), ask(), "implicit-deny"),
    ("everybody", document(allow(**ALL)), ask(), "allow"),
    ("an empty list is everybody", document(allow(Principal=[])), ask(), "allow"),
    ("everybody, anonymous too", document(allow(**ALL)), ask(by=NOBODY), "allow"),
    ("an empty list, anonymous too", document(allow(Principal=[])), ask(by=NOBODY), "allow"),
    ("a user of another account by id", document(allow(Principal=[BOB.uid])), ask(by=BOB), "allow"),
    ("another account by id", document(allow(Principal=[OTHER])), ask(by=OTHER_ROOT), "allow"),
    ("an account's id is not its users'", document(allow(Principal=[OTHER])), ask(by=BOB), "implicit-deny"),
    ("the session by its name", document(allow(Principal=[WORKER.sts_arn])), ask(by=WORKER), "allow"),
    (
        "every session of the role",
        document(allow(Principal=[f"arn:sts::{ACCOUNT}:assumed-role/worker/*"])),
        ask(by=WORKER),
        "allow",
    ),
    ("every session at all", document(allow(Principal=["arn:sts::*:*/*/*"])), ask(by=WORKER), "allow"),
    ("sessions are no users", document(allow(Principal=["arn:sts::*:*/*/*"])), ask(by=ALICE), "implicit-deny"),
    ("sessions are not nobody", document(allow(Principal=["arn:sts::*:*/*/*"])), ask(by=NOBODY), "implicit-deny"),
    (
        "another role's sessions",
        document(allow(Principal=["arn:sts::*:assumed-role/other/*"])),
        ask(by=WORKER),
        "implicit-deny",
    ),
    ("another action", document(allow("oss:PutObject", **ALL)), ask(), "implicit-deny"),
    ("another resource", document(allow("oss:*", "acs:oss:*:*:mybucket/b/*", **ALL)), ask(), "implicit-deny"),
    ("a Deny for everybody", document(deny(**ALL)), ask(), "explicit-deny"),
    ("a Deny for everybody spares the owner", document(deny(**ALL)), ask(by=ROOT), "allow"),
    ("an empty list spares the owner", document(deny(Principal=[])), ask(by=ROOT), "allow"),
    ("an empty condition is none", document(deny(condition={}, **ALL)), ask(by=ROOT), "allow"),
    (
        "with a condition it is the owner too",
        document(deny(condition=MFA, **ALL)),
        ask(by=ROOT, context=WITH_MFA),
        "explicit-deny",
    ),
    ("a condition that is not met", document(deny(condition=MFA, **ALL)), ask(by=ROOT), "allow"),
    ("the owner by id", document(deny(Principal=[ACCOUNT])), ask(by=ROOT), "explicit-deny"),
    ("a foreign account is no owner", document(deny(**ALL)), ask(by=OTHER_ROOT), "explicit-deny"),
    ("a Deny for a session", document(deny(Principal=["arn:sts::*:*/worker/*"])), ask(by=WORKER), "explicit-deny"),
    (
        "acs:PrincipalArn voids the statement",
        document(allow(condition={"StringLike": {"acs:PrincipalArn": "*"}}, **ALL)),
        ask(),
        "implicit-deny",
    ),
]

TOGETHER = [
    (
        "either suffices: the user's",
        {"user": [READ], "bucket": document(allow("oss:PutObject", **ALL))},
        ask(),
        "allow",
    ),
    ("either suffices: the bucket's", {"user": [EMPTY], "bucket": document(allow(**ALL))}, ask(), "allow"),
    ("a Deny of the bucket's", {"user": [FULL], "bucket": document(deny(**ALL))}, ask(), "explicit-deny"),
    ("a Deny of the user's", {"user": [document(deny())], "bucket": document(allow(**ALL))}, ask(), "explicit-deny"),
    (
        "a bucket's policy is OSS's alone",
        {"bucket": document(allow("*", **ALL))},
        ask("ram:GetRole", f"acs:ram:*:{ACCOUNT}:role/x"),
        "implicit-deny",
    ),
    (
        "a trust policy is AssumeRole's alone",
        {"user": [FULL], "trust": document(deny("*", None, Principal={"RAM": f"acs:ram::{ACCOUNT}:root"}))},
        ask(),
        "allow",
    ),
    ("a foreign bucket stays shut", {"user": [FULL]}, ask(by=BOB), "implicit-deny"),
    (
        "a foreign bucket's policy opens it",
        {"user": [EMPTY], "bucket": document(allow(Principal=[BOB.uid]))},
        ask(by=BOB),
        "allow",
    ),
    (
        "a Deny holds for foreign buckets too",
        {"user": [document(deny())], "bucket": document(allow(**ALL))},
        ask(by=BOB),
        "explicit-deny",
    ),
    ("an owner that nobody told", {"user": [FULL]}, ask(resource="acs:oss:*:*:mybucket/a"), "allow"),
    ("the account itself", {}, ask(by=ROOT), "allow"),
    ("the account itself, a control call", {}, ask("oss:PutBucketAcl", "mybucket", by=ROOT), "allow"),
    ("the account itself, RAM", {}, ask("ram:GetRole", f"acs:ram:*:{ACCOUNT}:role/x", by=ROOT), "allow"),
    ("the account, its list of buckets", {}, ask("oss:ListBuckets", "acs:oss:*:*:*", by=ROOT), "allow"),
    ("the account in another's bucket", {}, ask(by=OTHER_ROOT), "implicit-deny"),
    ("policies do not bind the account", {"user": [document(deny())]}, ask(by=ROOT), "allow"),
    ("nobody", {}, ask(by=NOBODY), "implicit-deny"),
    ("nobody has no policies", {"user": [FULL]}, ask(by=NOBODY), "implicit-deny"),
    ("nobody's buckets", {}, ask("oss:ListBuckets", "acs:oss:*:*:*", by=NOBODY), "implicit-deny"),
]

PUBLIC, WRITABLE, PRIVATE = ("public-read", "default"), ("public-read-write", "default"), ("private", "default")
ACCESS_LISTS = [
    ("private by default", None, ask(), "implicit-deny"),
    ("private bucket", PRIVATE, ask(), "implicit-deny"),
    ("public bucket", PUBLIC, ask(), "allow"),
    ("public bucket, nobody", PUBLIC, ask(by=NOBODY), "allow"),
    ("public bucket, a foreigner", PUBLIC, ask(by=BOB), "allow"),
    ("public bucket, another account", PUBLIC, ask(by=OTHER_ROOT), "allow"),
    ("public bucket, a session", PUBLIC, ask(by=WORKER), "allow"),
    ("public-read is no write", PUBLIC, ask("oss:PutObject"), "implicit-deny"),
    ("public-read is no list", PUBLIC, ask("oss:ListObjects", "mybucket"), "implicit-deny"),
    ("public-read is no setting", PUBLIC, ask("oss:GetBucketInfo", "mybucket"), "implicit-deny"),
    ("public-read is no access list", PUBLIC, ask("oss:GetObjectAcl"), "implicit-deny"),
    ("public-read-write reads", WRITABLE, ask(by=NOBODY), "allow"),
    ("public-read-write writes", WRITABLE, ask("oss:PutObject", by=NOBODY), "allow"),
    ("public-read-write deletes", WRITABLE, ask("oss:DeleteObject", by=NOBODY), "allow"),
    ("public-read-write is no list", WRITABLE, ask("oss:ListObjects", "mybucket"), "implicit-deny"),
    ("public-read-write is no access list", WRITABLE, ask("oss:PutObjectAcl"), "implicit-deny"),
    ("a private object in a public bucket", ("public-read", "private"), ask(), "implicit-deny"),
    ("a private object in a writable bucket", ("public-read-write", "private"), ask("oss:PutObject"), "implicit-deny"),
    ("a public object in a private bucket", ("private", "public-read"), ask(), "allow"),
    ("a public object is no write", ("private", "public-read"), ask("oss:PutObject"), "implicit-deny"),
    ("a writable object in a private bucket", ("private", "public-read-write"), ask("oss:PutObject"), "allow"),
    (
        "an object less open than its bucket",
        ("public-read-write", "public-read"),
        ask("oss:PutObject"),
        "implicit-deny",
    ),
    ("a bucket is no object", PUBLIC, ask("oss:GetObject", "mybucket"), "implicit-deny"),
    ("live channels are settings", WRITABLE, ask("oss:PutLiveChannel", "mybucket/channel"), "implicit-deny"),
]


@pytest.mark.parametrize(("documents", "request_", "outcome"), [pytest.param(*row, id=name) for name, *row in SESSIONS])
def test_role_sessions(documents: dict[str, Json], request_: Request, outcome: str) -> None:
    assert judge(request_, **documents).outcome.value == outcome


@pytest.mark.parametrize(
    ("policy", "request_", "outcome"), [pytest.param(*row, id=name) for name, *row in BUCKET_POLICIES]
)
def test_bucket_policies(policy: Json, request_: Request, outcome: str) -> None:
    assert judge(request_, bucket=policy).outcome.value == outcome


@pytest.mark.parametrize(("documents", "request_", "outcome"), [pytest.param(*row, id=name) for name, *row in TOGETHER])
def test_identity_bucket_and_owner(documents: dict[str, Json], request_: Request, outcome: str) -> None:
    assert judge(request_, **documents).outcome.value == outcome


@pytest.mark.parametrize(("lists", "request_", "outcome"), [pytest.param(*row, id=name) for name, *row in ACCESS_LISTS])
def test_access_lists(lists: tuple[str, str] | None, request_: Request, outcome: str) -> None:
    asked = ask(request_.action, request_.resource, request_.principal, acl=lists)
    assert judge(asked).outcome.value == outcome


@pytest.mark.parametrize("effect", [deny, allow])
def test_a_policy_outranks_the_access_list(effect: object) -> None:
    made = document(effect("oss:GetObject"))
    request = ask(acl=("public-read", "default") if effect is deny else ("private", "private"))
    assert judge(request, user=[made]).allowed is (effect is allow)


def test_a_sessions_names_follow_from_its_arn() -> None:
    """Callers may leave out what the ARN says already."""
    bare = Principal(PrincipalKind.ASSUMED_ROLE_USER, ACCOUNT, arn=WORKER.arn)
    assert (bare.assumed_role_arn, bare.session_arn) == (WORKER.role_arn, WORKER.sts_arn)


def test_the_session_policy_is_named_when_its_deny_decides() -> None:
    decision = judge(ask(by=WORKER), role=[FULL], session=document(allow(), deny(Sid="No")))
    assert decision.statement is not None
    assert (decision.statement.policy, decision.statement.index, decision.statement.sid) == ("session", 1, "No")


def test_a_policy_with_a_name_is_called_by_it() -> None:
    named = parse(document(allow(), deny("oss:Get*")), DocumentKind.IDENTITY, "no-reads")
    decision = decide(Policies(user=(named,)), ask())
    assert decision.why.english() == "Statement 2 of no-reads denies it."
    assert decision.statement is not None
    assert decision.statement.name == "no-reads"


def test_a_caller_whose_account_nobody_told_is_no_stranger() -> None:
    bare = Principal(PrincipalKind.RAM_USER, uid=ALICE.uid)
    assert judge(ask(by=bare), user=[FULL]).allowed


def test_an_account_is_its_own_user_id() -> None:
    bare = Principal(PrincipalKind.ACCOUNT, OTHER)
    assert judge(ask(by=bare), bucket=document(allow(Principal=[OTHER]))).allowed


def test_the_bucket_policy_is_named_when_it_decides() -> None:
    decision = judge(ask(), user=[FULL], bucket=document(allow("oss:Put*", **ALL), deny(**ALL)))
    assert decision.statement is not None
    assert (decision.statement.policy, decision.statement.index) == ("bucket_policy", 1)
