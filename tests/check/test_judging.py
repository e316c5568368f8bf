"""The pure parts: circumstances that only the server knows, Denies narrowed, what a change opens."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.accounts import allow, deny, policy
from support.policies import ALICE, WORKER

from stsviewer.check import Opened, State
from stsviewer.check.circumstances import Circumstances
from stsviewer.check.documents import added_lines, pretty, statement_text
from stsviewer.check.known import Attached, Known
from stsviewer.check.mending import Subject, mend
from stsviewer.check.narrowing import without
from stsviewer.check.opening import OTHER_BUCKETS, note, opened
from stsviewer.check.reaching import Reached
from stsviewer.check.rights import Ask, Rights
from stsviewer.check.values import Target
from stsviewer.endpoint import Endpoint
from stsviewer.policy import DocumentKind, Outcome, Policies, Request, decide, parse
from stsviewer.policy.actions import ACTIONS, matching
from stsviewer.wire.session import proxy_of

NOW = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
CLOUD = Circumstances.of(Endpoint.parse("sts.cn-shanghai.aliyuncs.com"), NOW)
OBJECT = "acs:oss:*:1111111111111111:bucket/a.txt"
GET = Request("oss:GetObject", OBJECT, ALICE)


def user(*statements: dict[str, object]) -> Policies:
    return Policies(user=(parse(policy(*statements), DocumentKind.IDENTITY),))


def condition(operator: str, key: str, *values: str) -> dict[str, object]:
    return {"Condition": {operator: {key: list(values)}}}


# ── What only the server knows ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ([allow("oss:*", "*")], Outcome.ALLOW),
        ([allow("oss:*", "*", **condition("IpAddress", "acs:SourceIp", "10.0.0.0/8"))], None),
        (
            [allow("oss:*", "*"), allow("oss:*", "*", **condition("IpAddress", "acs:SourceIp", "10.0.0.0/8"))],
            Outcome.ALLOW,
        ),
        ([allow("oss:*", "*"), deny("oss:*", "*", **condition("NotIpAddress", "acs:SourceIp", "10.0.0.0/8"))], None),
        (
            [deny("oss:*", "*"), allow("oss:*", "*", **condition("IpAddress", "acs:SourceIp", "*"))],
            Outcome.EXPLICIT_DENY,
        ),
        ([allow("oss:*", "*", **condition("Bool", "acs:MFAPresent", "true"))], Outcome.IMPLICIT_DENY),
        ([allow("oss:*", "*", **condition("Bool", "acs:SecureTransport", "true"))], Outcome.ALLOW),
        (
            [allow("oss:*", "*", **condition("DateLessThan", "acs:CurrentTime", "2026-01-01T00:00:00Z"))],
            Outcome.IMPLICIT_DENY,
        ),
        ([allow("oss:*", "*", **condition("StringLike", "oss:ExistingObjectTag/kind", "open"))], None),
        ([allow("oss:*", "*", **condition("StringEquals", "nobody:Knows", "x"))], Outcome.IMPLICIT_DENY),
    ],
)
def test_a_decision_is_told_only_when_it_does_not_hang_on_the_unknown(
    statements: list[dict[str, object]], expected: Outcome | None
) -> None:
    decision = CLOUD.judge(user(*statements), GET)
    assert (decision.outcome if decision is not None else None) is expected


def test_the_statement_keeps_its_number_beside_one_that_is_unknown() -> None:
    unknown = deny("oss:*", "acs:oss:*:*:another/*", **condition("IpAddress", "acs:SourceIp", "10.0.0.0/8"))
    decision = CLOUD.judge(user(unknown, allow("oss:*", "*")), GET)
    assert decision is not None
    assert decision.statement is not None
    assert decision.statement.index == 1


def test_on_the_loopback_the_address_is_known() -> None:
    here = Circumstances.of(Endpoint.parse("http://127.0.0.1:8711"), NOW)
    assert here.context["acs:SourceIp"] == "127.0.0.1"
    assert here.context["acs:SecureTransport"] == "false"
    assert Circumstances.of(Endpoint.parse("http://[::1]:8711"), NOW).context["acs:SourceIp"] == "::1"
    assert "acs:SourceIp" not in CLOUD.context


# ── A Deny without some actions ──────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("statement", "left"),
    [
        (deny("oss:GetObject", "*"), None),
        (deny(["oss:GetObject", "oss:PutObject"], "*"), deny(["oss:PutObject"], "*")),
        (deny("*", "*"), {"Effect": "Deny", "NotAction": ["oss:GetObject"], "Resource": "*"}),
        (
            deny("oss:*", "*"),
            {"Effect": "Deny", "NotAction": ["oss:GetObject"], "Resource": ["acs:oss:*:*:*"]},
        ),
        (
            deny("oss:*", ["acs:oss:*:*:a", "acs:oss:*:*:a/*"]),
            {"Effect": "Deny", "NotAction": ["oss:GetObject"], "Resource": ["acs:oss:*:*:a", "acs:oss:*:*:a/*"]},
        ),
        (
            {"Effect": "Deny", "NotAction": "oss:ListBuckets", "Resource": "*"},
            {"Effect": "Deny", "NotAction": ["oss:ListBuckets", "oss:GetObject"], "Resource": "*"},
        ),
        (
            deny(["oss:GetObject*", "ecs:*"], "*"),
            deny([*(a for a in matching("oss:GetObject*") if a != "oss:GetObject"), "ecs:*"], "*"),
        ),
    ],
)
def test_narrowing(statement: dict[str, object], left: dict[str, object] | None) -> None:
    assert without(statement, {"oss:GetObject"}) == left


@given(
    patterns=st.lists(
        st.sampled_from(
            ["*", "oss:*", "oss:Get*", "oss:*Object", "oss:PutObject", "oss:List*", "ecs:*", "OSS:getobject"]
        ),
        min_size=1,
        max_size=3,
    ),
    resource=st.sampled_from(["*", "acs:oss:*:*:*", "acs:oss:*:*:bucket/*", "acs:*:*:*:*"]),
    gone=st.sets(st.sampled_from(sorted(ACTIONS)), min_size=1, max_size=3),
)
def test_a_narrowed_deny_lets_those_through_and_nothing_else(
    patterns: list[str], resource: str, gone: set[str]
) -> None:
    statement = deny(patterns, resource)
    left = without(statement, gone)
    everything = allow("*", "*")
    before = user(everything, statement)
    after = user(everything, *([left] if left is not None else []))
    for action in [*ACTIONS, "ecs:StopInstance", "ram:GetRole"]:
        service = action.partition(":")[0]
        for name in (OBJECT, "acs:oss:*:1111111111111111:bucket", f"acs:{service}:*:1111111111111111:thing/1"):
            if not name.startswith(f"acs:{service}:"):
                continue
            request = Request(action, name, ALICE)
            if action in gone:
                assert decide(after, request).allowed
            else:
                assert decide(after, request).allowed is decide(before, request).allowed, (action, name)


# ── What a change opens ──────────────────────────────────────────────────────────────────────────────────────────────


def rights_with(*texts: str) -> Rights:
    attached = tuple(
        Attached(f"policy-{n}", False, text, parse(text, DocumentKind.IDENTITY, f"policy-{n}"))
        for n, text in enumerate(texts)
    )
    return Rights(WORKER, "bucket", "1111111111111111", Known(role=attached), Circumstances(complete=True), True)


def test_taking_a_deny_away_is_told_with_all_that_it_opens() -> None:
    rights = rights_with(
        policy(allow(["oss:GetObject", "oss:PutObject"], "*"), deny("oss:*Object", "acs:oss:*:*:bucket/a/*"))
    )
    after = Policies(role=(parse(policy(allow(["oss:GetObject", "oss:PutObject"], "*")), DocumentKind.IDENTITY),))
    asked = Ask("GetObject", "a/").wishes("bucket")
    found = opened(rights, rights.policies, after, ("", "a/", "b/"), asked)
    assert found == (Opened("oss:PutObject", "a/"),)
    assert note(found).english() == "It lets through PutObject as well."
    assert note(()).english() == "Nothing but what was asked for."


def test_a_deny_over_all_buckets_opens_the_others_too() -> None:
    rights = rights_with(policy(allow("oss:*", "*"), deny("oss:GetObject", "*")))
    subject = Subject(rights, Target.ROLE, "worker", "profile", rights.known.role, ("", "a/"))
    fix = mend(subject, [Ask("GetObject", "a/")])[0]
    assert Opened("oss:GetObject", OTHER_BUCKETS) in fix.opens
    assert Opened("oss:GetObject", "") in fix.opens
    assert fix.opens_note is not None
    assert fix.opens_note.english() == "It lets through GetObject as well, and GetObject in other buckets."
    assert not [text for text in json.loads(fix.document)["Statement"] if text["Effect"] == "Deny"]


def test_a_deny_and_a_missing_allow_are_two_fixes() -> None:
    rights = rights_with(policy(deny("oss:GetObject", "*")), policy(allow("oss:ListObjects", "*")))
    subject = Subject(rights, Target.ROLE, "worker", "profile", rights.known.role)
    fixes = mend(subject, [Ask("GetObject", "a/"), Ask("ListObjects", "a/")])
    assert [(fix.way.value, fix.name) for fix in fixes] == [("detach", "policy-0"), ("attach", "worker")]
    assert "oss:ListObjects" not in fixes[1].document


def test_a_deny_of_a_group_is_mended_at_the_group() -> None:
    text = policy(deny("oss:GetObject", "*"), allow("oss:*", "*"))
    of_group = Attached("shared", False, text, parse(text, DocumentKind.IDENTITY, "shared"), group="readers")
    rights = Rights(ALICE, "bucket", "1111111111111111", Known(caller=(of_group,)), Circumstances(complete=True), True)
    fix = mend(Subject(rights, Target.USER, "alice", "profile", (of_group,)), [Ask("GetObject")])[0]
    assert fix.title.english() == "The policy shared of the group readers"


def test_what_the_server_denies_is_believed_where_the_condition_is_unknown() -> None:
    guarded = policy(allow("oss:*", "*"), deny("oss:*", "*", **condition("NotIpAddress", "acs:SourceIp", "10.0.0.0/8")))
    attached = Attached("guarded", False, guarded, parse(guarded, DocumentKind.IDENTITY, "guarded"))
    rights = Rights(WORKER, "bucket", "1111111111111111", Known(role=(attached,)), CLOUD, True)
    subject = Subject(rights, Target.ROLE, "worker", "profile", (attached,))
    assert rights.state(Ask("GetObject"))[0] is State.UNKNOWN
    assert [fix.way.value for fix in mend(subject, [Ask("GetObject")], denied=True)] == ["replace"]


# ── Documents ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_adding_one_name_is_one_line() -> None:
    before = pretty({"Principal": {"Service": ["ecs.aliyuncs.com"]}})
    after = pretty({"Principal": {"RAM": ["acs:ram::1:user/a"], "Service": ["ecs.aliyuncs.com"]}})
    lines = added_lines(before, after)
    assert [after.splitlines()[line].strip() for line in lines] == ['"RAM": ["acs:ram::1:user/a"],']


@given(
    st.recursive(
        st.text() | st.booleans() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_a_document_shown_means_what_it_meant(value: object) -> None:
    assert json.loads(pretty({"any": value})) == {"any": value}


def test_a_statement_of_a_document_that_is_none() -> None:
    assert statement_text("", 0) == statement_text("[]", 0) == statement_text('{"Statement": []}', 3) == ""


# ── The way there ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_proxy_is_named_without_its_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://me:secret@proxy.example:3128")
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert proxy_of("https://sts.cn-shanghai.aliyuncs.com") == "proxy.example:3128"
    assert proxy_of("http://127.0.0.1:8711") == ""
    endpoint = Endpoint.parse("https://sts.cn-shanghai.aliyuncs.com")
    evidence = Reached(endpoint, "proxy.example:3128", 0.0, 0.1).evidence
    assert evidence.english() == "sts.cn-shanghai.aliyuncs.com, through proxy.example:3128"
