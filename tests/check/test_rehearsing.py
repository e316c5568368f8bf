"""Rehearse: the matrix under other policies and other circumstances, without asking the cloud."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from support.accounts import allow, deny, policy
from support.check_cases import BUCKET
from support.sandbox import RunningSandbox

from stsviewer.check import PolicyText, Rehearsal, Report, State, rehearse
from stsviewer.check.values import Stage

Check = Callable[..., Report]

ARN = f"acs:oss:*:*:{BUCKET}"


@pytest.fixture(scope="module")
def stage(cases: RunningSandbox, check: Check) -> Stage:
    """What the check of a role without policies leaves to begin with."""
    found = check(cases, "nothing").stage
    assert found is not None
    return found


def states(rehearsal: Rehearsal, prefix: str = "") -> dict[str, State]:
    return {cell.action: cell.state for cell in rehearsal.allowed if cell.prefix == prefix}


def test_the_stage_is_what_was_checked(stage: Stage) -> None:
    assert (stage.bucket, stage.prefix, stage.identity, stage.session) == (BUCKET, "", (), "")
    assert stage.principal.startswith("acs:ram::1532770894211314:role/case-nothing/")


def test_as_it_stands_nothing_is_allowed(stage: Stage) -> None:
    found = rehearse(stage)
    assert set(states(found).values()) == {State.NO_ALLOW}
    assert found.problems == ()
    assert all(not cell.tried for cell in found.allowed)


def test_a_policy_of_ones_own_changes_the_matrix(stage: Stage) -> None:
    before = rehearse(stage).allowed
    edited = PolicyText("draft", policy(allow(["oss:GetObject", "oss:ListObjects"], [ARN, f"{ARN}/*"])))
    found = rehearse(stage, identity=[edited], before=before)
    assert states(found)["GetObject"] is State.ALLOWED
    assert states(found)["PutObject"] is State.NO_ALLOW
    assert ("GetObject", "") in found.changed
    assert ("PutObject", "") not in found.changed
    cell = next(cell for cell in found.allowed if cell.action == "GetObject" and cell.prefix == "")
    assert cell.statement is not None
    assert (cell.statement.name, cell.statement.index) == ("draft", 0)
    assert {each.preset: each.works.value for each in found.presets}["sdk-read"] == "yes"


def test_a_session_policy_narrows_it(stage: Stage) -> None:
    everything = PolicyText("all", policy(allow("oss:*", "*")))
    narrowed = rehearse(stage, identity=[everything], session=policy(allow("oss:ListObjects", ARN)))
    assert states(narrowed)["ListObjects"] is State.ALLOWED
    assert states(narrowed)["GetObject"] is State.NO_ALLOW
    denied = rehearse(stage, identity=[everything], session=policy(allow("*", "*"), deny("oss:GetObject", "*")))
    assert states(denied)["GetObject"] is State.DENIED


@pytest.mark.parametrize(
    ("condition", "context", "expected"),
    [
        ({"IpAddress": {"acs:SourceIp": ["10.0.0.0/8"]}}, {"acs:SourceIp": "10.1.2.3"}, State.ALLOWED),
        ({"IpAddress": {"acs:SourceIp": ["10.0.0.0/8"]}}, {"acs:SourceIp": "192.168.0.1"}, State.NO_ALLOW),
        ({"IpAddress": {"acs:SourceIp": ["10.0.0.0/8"]}}, {}, State.NO_ALLOW),
        ({"Bool": {"acs:MFAPresent": ["true"]}}, {"acs:MFAPresent": "true"}, State.ALLOWED),
        ({"Bool": {"acs:MFAPresent": ["true"]}}, {}, State.NO_ALLOW),
        ({"Bool": {"acs:SecureTransport": ["true"]}}, {"acs:SecureTransport": "true"}, State.ALLOWED),
        (
            {"DateLessThan": {"acs:CurrentTime": ["2027-01-01T00:00:00Z"]}},
            {"acs:CurrentTime": "2026-12-31T23:59:59Z"},
            State.ALLOWED,
        ),
        (
            {"DateLessThan": {"acs:CurrentTime": ["2027-01-01T00:00:00Z"]}},
            {"acs:CurrentTime": "2027-01-01T00:00:00Z"},
            State.NO_ALLOW,
        ),
    ],
)
def test_under_a_context_that_is_set(
    condition: dict[str, object], context: dict[str, str], expected: State, stage: Stage
) -> None:
    draft = PolicyText("draft", policy(allow("oss:GetObject", "*", Condition=condition)))
    assert states(rehearse(stage, identity=[draft], context=context))["GetObject"] is expected


def test_a_mistake_in_the_grammar_is_told_with_its_place(stage: Stage) -> None:
    found = rehearse(stage, identity=[PolicyText("draft", '{\n  "Version": "1",\n  "Statement": [}\n')])
    assert found.allowed == ()
    assert [(each.document, each.grammar, each.line) for each in found.problems] == [("draft", True, 3)]


def test_a_trap_is_told_beside_the_matrix(stage: Stage) -> None:
    draft = PolicyText("draft", policy(allow("oss:GetObject", ARN)))
    found = rehearse(stage, identity=[draft])
    assert states(found)["GetObject"] is State.NO_ALLOW
    assert [(each.grammar, each.document) for each in found.problems] == [(False, "draft")]
    assert found.problems[0].fix is not None
    assert "the bucket itself" in found.problems[0].sentence.english()


def test_where_the_policies_cannot_be_read_nothing_is_made_up(closed_cases: RunningSandbox, check: Check) -> None:
    closed = check(closed_cases, "nothing").stage
    assert closed is not None
    assert closed.identity is None
    assert set(states(rehearse(closed)).values()) == {State.UNKNOWN}
    pasted = PolicyText("pasted", policy(allow("oss:*", "*")))
    assert set(states(rehearse(closed, identity=[pasted])).values()) == {State.ALLOWED}
