"""What the role is for: each use says whether it works, and the smallest that it lacks; the last rung follows it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from support.check_cases import BUCKET
from support.sandbox import RunningSandbox
from support.stories import story

from stsviewer.check import PRESETS, Options, PresetVerdict, Report, RungName, RungState, State, Verdict, Works, run
from stsviewer.check.rights import Ask
from stsviewer.wire import Transport

Check = Callable[..., Report]


def works(report: Report) -> dict[str, str]:
    return {each.preset: each.works.value for each in report.presets}


def use(report: Report, name: str) -> PresetVerdict:
    return next(each for each in report.presets if each.preset == name)


def actions(document: str) -> set[str]:
    return {action for statement in json.loads(document)["Statement"] for action in statement["Action"]}


def test_every_use_works_for_a_role_that_may_do_everything(sandbox: RunningSandbox, check: Check) -> None:
    report = check(sandbox, "works")
    assert set(works(report).values()) == {"yes"}
    assert [each.preset for each in report.presets] == [each.name for each in PRESETS]


def test_a_role_for_one_prefix(sandbox: RunningSandbox, check: Check) -> None:
    report = check(sandbox, "one-prefix")
    assert works(report) == {
        "sdk-read": "yes",
        "sdk-upload": "no",
        "ossutil": "yes",
        "desktop-client": "no",
        "console": "no",
    }
    client = use(report, "desktop-client")
    assert client.reason.english() == "needs oss:GetBucketInfo on the bucket"
    assert client.missing is not None
    assert actions(client.missing.document) == {"oss:GetBucketInfo"}
    upload = use(report, "sdk-upload")
    assert upload.missing is not None
    assert json.loads(upload.missing.document)["Statement"] == [
        {"Effect": "Allow", "Action": ["oss:PutObject"], "Resource": ["acs:oss:*:*:wla-test2/photos/*"]}
    ]
    console = use(report, "console")
    assert console.reason.english() == "needs to list the bucket from its root"
    assert console.missing is not None
    assert actions(console.missing.document) == {"oss:ListObjects"}


def test_without_the_list_of_buckets_the_console_opens_one_by_its_address(cases: RunningSandbox, check: Check) -> None:
    report = check(cases, "session-narrow", prefix="photos/")
    console = use(report, "console")
    assert (console.works, console.reason.english()) == (Works.REMARK, "opens the bucket only by its address")


def test_listing_with_a_delimiter_only(cases: RunningSandbox, check: Check) -> None:
    report = check(cases, "list-delimiter")
    assert works(report)["sdk-read"] == "remark"
    assert works(report)["ossutil"] == "no"
    assert use(report, "ossutil").reason.english() == "needs to list all the way down, without a delimiter"


def test_the_console_comes_down_level_by_level() -> None:
    console = next(each for each in PRESETS if each.name == "console")
    assert [ask for ask in console.asks("a/b/") if ask.api == "ListObjects"] == [
        Ask("ListObjects", "", "/"),
        Ask("ListObjects", "a/", "/"),
        Ask("ListObjects", "a/b/", "/"),
    ]


def test_what_is_missing_names_whoever_refuses(cases: RunningSandbox, check: Check) -> None:
    places = {
        "session-deny": ("session", "sdk-read"),
        "foreign": ("bucket", "sdk-read"),
        "bucket-deny": ("bucket", "sdk-read"),
        "deny-by-name": ("role", "sdk-read"),
    }
    for name, (target, preset) in places.items():
        missing = use(check(cases, name), preset).missing
        assert missing is not None
        assert missing.target == target, name


@pytest.mark.parametrize(
    ("name", "cause", "target"),
    [
        ("one-prefix", "role-action-missing", "role"),
        ("session-policy", "session-too-narrow", "session"),
        ("explicit-deny", "role-denied", "role"),
    ],
)
def test_a_role_for_uploading_is_judged_by_uploading(
    name: str, cause: str, target: str, sandbox: RunningSandbox, check: Check
) -> None:
    report = check(sandbox, name, preset="sdk-upload")
    assert report.mutating == 0
    assert report.rung(RungName.ACTIONS).state is RungState.FAILED
    assert (report.causes[0].id, report.fixes[0].target) == (cause, target)
    assert "PutObject" in report.causes[0].text.english()


def test_uploading_cannot_be_told_without_trying_when_the_policies_cannot_be_read(
    closed_sandbox: RunningSandbox, check: Check
) -> None:
    report = check(closed_sandbox, "works", preset="sdk-upload")
    assert report.verdict is Verdict.UNKNOWN
    assert report.rung(RungName.ACTIONS).state is RungState.UNKNOWN
    tried = check(closed_sandbox, "works", preset="sdk-upload", try_writes=True)
    assert tried.verdict is Verdict.WORKS
    assert (tried.left, tried.mutating) == ((), 4)


def test_a_role_for_the_desktop_client_is_judged_by_what_that_needs(sandbox: RunningSandbox, check: Check) -> None:
    report = check(sandbox, "one-prefix", preset="desktop-client")
    assert report.failed is not None
    assert actions(report.fixes[0].document) == {"oss:GetBucketInfo"}
    assert report.causes[0].text.english() == (
        "Statement 1 of photos-only covers oss://wla-test2, but allows oss:ListObjects only, not GetBucketInfo."
    )


# ── The matrix ───────────────────────────────────────────────────────────────────────────────────────────────────────


def cells(report: Report) -> dict[tuple[str, str], State]:
    return {(cell.action, cell.prefix): cell.state for cell in report.allowed}


def test_the_matrix_has_the_prefix_asked_for_and_others(sandbox: RunningSandbox, check: Check) -> None:
    found = cells(check(sandbox, "works", prefix="photos/"))
    places = list(dict.fromkeys(prefix for _, prefix in found))
    assert places[:2] == ["", "photos/"]
    assert 3 <= len(places) <= 5
    assert found["GetObject", ""] is State.NOT_APPLICABLE
    assert found["GetBucketInfo", "photos/"] is State.NOT_APPLICABLE
    assert found["ListObjects", ""] is found["ListObjects", "photos/"] is State.ALLOWED


def test_the_matrix_without_a_token_comes_from_the_policies(sandbox: RunningSandbox, check: Check) -> None:
    report = check(sandbox, "service-role", prefix="photos/")
    assert cells(report)["GetObject", "photos/"] is State.ALLOWED
    assert not any(cell.tried for cell in report.allowed)


def test_the_matrix_names_the_statement_that_decides(sandbox: RunningSandbox, check: Check) -> None:
    report = check(sandbox, "one-prefix")
    cell = next(each for each in report.allowed if (each.action, each.prefix) == ("GetObject", "photos/"))
    assert (cell.state, cell.tried) == (State.ALLOWED, True)
    assert cell.statement is not None
    assert (cell.statement.name, cell.statement.index) == ("photos-only", 1)
    assert "photos/*" in cell.statement.text


def test_policies_name_prefixes_that_cannot_be_listed(cases: RunningSandbox, check: Check) -> None:
    report = check(cases, "deny-prefix", prefix="docs/")
    found = cells(report)
    assert found["GetObject", "docs/"] is State.ALLOWED
    assert found["GetObject", "photos/"] is State.DENIED


def test_without_a_bucket_only_the_list_of_buckets_is_tried(sandbox: RunningSandbox, check: Check) -> None:
    report = check(sandbox, "works", bucket="")
    assert report.verdict is Verdict.WORKS
    assert [(cell.action, cell.state) for cell in report.allowed] == [("ListBuckets", State.ALLOWED)]
    assert [rung.state for rung in report.rungs[-2:]] == [RungState.SKIPPED] * 2


def test_an_empty_prefix_tells_by_an_object_that_is_not_there(cases: RunningSandbox, check: Check) -> None:
    report = check(cases, "session-narrow", prefix="photos/nothing-here/")
    assert report.verdict is Verdict.WORKS
    refused = check(cases, "session-narrow", prefix="docs/nothing-here/")
    assert refused.failed is not None
    assert (refused.failed.name, refused.causes[0].id) == ("actions", "session-too-narrow")


def test_names_that_do_not_exist_are_wrong_use(sandbox: RunningSandbox, check: Check) -> None:
    for options in (Options(expect="everything"), Options(preset="everything")):
        with pytest.raises(ValueError, match="no such preset"):
            run(None, None, Transport(), options)  # type: ignore[arg-type]


def test_the_key_of_a_user_without_a_role(cases: RunningSandbox) -> None:
    """The profile of the environment may name no role: then the user's own policies are what counts."""
    profile, key = story(cases, "nothing")
    report = run(replace(profile, role_arn=""), key, Transport())
    assert [rung.state for rung in report.rungs[3:8]] == [RungState.SKIPPED] * 5
    assert (report.causes[0].id, report.fixes[0].target, report.fixes[0].name) == ("user-no-allow", "user", "henshao")
    assert f"acs:oss:*:*:{BUCKET}/*" in report.fixes[0].document
