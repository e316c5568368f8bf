"""For every story and every case the check names the rung, the cause and where to mend it, whether RAM tells or not."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from ssl import PROTOCOL_TLS_SERVER, SSLContext

import pytest
from support.accounts import dump, load
from support.check_cases import CASES, Case
from support.local_server import reply, serve
from support.sandbox import RunningSandbox, ram_closed, run_sandbox, shipped_account
from support.stories import story

from stsviewer.check import Report, RungState, Source, Verdict, run
from stsviewer.profile import AccessKey
from stsviewer.sts import assume_role
from stsviewer.wire import Transport

Check = Callable[..., Report]


@dataclass(frozen=True)
class Expected:
    """What is said of a shipped story; nothing where all is well. ``closed`` is the cause when RAM is closed."""

    name: str
    rung: str = ""
    cause: str = ""
    target: str = ""
    closed: str = ""


STORIES = (
    Expected("works"),
    Expected("service-role", "trust", "trust-service-only", "trust"),
    Expected("no-assume-permission", "may-assume", "user-may-not-assume", "user"),
    Expected("no-oss-policy", "actions", "role-no-allow", "role"),
    Expected("one-prefix"),
    Expected("explicit-deny", "actions", "role-denied", "role"),
    Expected("session-policy", "actions", "session-too-narrow", "session"),
    Expected("other-region", "bucket", "bucket-other-region", "profile"),
    Expected("disabled-key", "key", "key-disabled", "user"),
    Expected("wrong-secret", "key", "secret-wrong", "profile"),
    Expected("no-such-role", "role", "role-not-found", "profile"),
    Expected("root-key", "key", "root-key", "profile"),
    Expected("external-id", "trust", "trust-external-id", "profile"),
    Expected("short-lived"),
    Expected("million"),
    Expected("slow"),
)


def test_the_table_has_every_shipped_story() -> None:
    assert [profile["name"] for profile in load(shipped_account())["profile"]] == [each.name for each in STORIES]


@pytest.mark.parametrize("expected", STORIES, ids=lambda each: each.name)
def test_shipped_story_with_ram_readable(expected: Expected, sandbox: RunningSandbox, check: Check) -> None:
    report = check(sandbox, expected.name)
    _assert_story(report, expected)
    if expected.rung:
        assert report.causes[0].id == expected.cause
        assert report.causes[0].likelihood == "certain"


@pytest.mark.parametrize("expected", STORIES, ids=lambda each: each.name)
def test_shipped_story_with_ram_closed(expected: Expected, closed_sandbox: RunningSandbox, check: Check) -> None:
    report = check(closed_sandbox, expected.name)
    _assert_story(report, expected)
    assert report.source is not Source.RAM
    assert not any(cause.source is Source.RAM for cause in report.causes)
    if expected.rung:
        assert expected.cause in [cause.id for cause in report.causes]


def _assert_story(report: Report, expected: Expected) -> None:
    assert len(report.rungs) == 10
    assert report.mutating == 0
    if not expected.rung:
        assert report.failed is None, report.failed
        assert report.verdict is Verdict.WORKS
        assert report.rung(report.rungs[9].name).state is RungState.PASSED
        return
    assert report.verdict is Verdict.FAILS
    assert report.failed is not None
    assert report.failed.name == expected.rung
    assert expected.target in [fix.target for fix in report.fixes]
    assert report.causes[0].rung == expected.rung


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_with_ram_readable(case: Case, cases: RunningSandbox, check: Check) -> None:
    report = check(cases, case.name)
    cause, target = case.open
    assert report.causes[0].id == cause, [(each.id, each.text.english()) for each in report.causes]
    assert report.causes[0].likelihood == "certain"
    _assert_case(report, case, target)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_with_ram_closed(case: Case, closed_cases: RunningSandbox, check: Check) -> None:
    report = check(closed_cases, case.name)
    cause, target = case.closed
    ids = [each.id for each in report.causes]
    assert cause in ids if case.among else ids[0] == cause, ids
    assert not any(each.source is Source.RAM for each in report.causes)
    _assert_case(report, case, target)


def _assert_case(report: Report, case: Case, target: str) -> None:
    assert target in [fix.target for fix in report.fixes]
    if case.remark:
        assert report.failed is None
        assert [rung.name for rung in report.rungs if rung.state is RungState.REMARK] == [case.rung]
        return
    assert report.failed is not None
    assert report.failed.name == case.rung
    above = [rung.state for rung in report.rungs[list(report.rungs).index(report.failed) + 1 :]]
    reached = (RungState.SKIPPED,) if case.rung != "bucket" else (RungState.SKIPPED, RungState.PASSED)
    assert all(state in reached for state in above)


# ── What no account file has ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(params=["readable", "closed"])
def either(request: pytest.FixtureRequest) -> RunningSandbox:
    """The shipped account, with RAM readable and closed."""
    name = {"readable": "sandbox", "closed": "closed_sandbox"}[request.param]
    running: RunningSandbox = request.getfixturevalue(name)
    return running


def test_a_token_that_has_expired(either: RunningSandbox) -> None:
    profile, key = story(either, "works")
    account = load(shipped_account())
    account["role"][0]["token_lifetime"] = 1
    with run_sandbox(dump(account)) as brief:
        profile, key = story(brief, "works")
        token = assume_role(profile, key, Transport())
        while not token.expired:
            time.sleep(0.02)
        report = run(replace(profile, role_arn=""), token.key, Transport())
    assert (report.failed and report.failed.name, report.causes[0].id) == ("token", "token-expired")
    assert report.fixes[0].target == "profile"


def test_a_token_with_the_key_of_another(either: RunningSandbox) -> None:
    profile, key = story(either, "works")
    one, other = (assume_role(profile, key, Transport()) for _ in range(2))
    mixed = AccessKey(one.access_key_id, one.access_key_secret, other.security_token)
    report = run(replace(profile, role_arn=""), mixed, Transport())
    assert (report.failed and report.failed.name, report.causes[0].id) == ("token", "token-mismatch")
    assert report.fixes[0].target == "profile"


@pytest.fixture(scope="module", params=["readable", "closed"])
def late(request: pytest.FixtureRequest) -> Iterator[RunningSandbox]:
    """A server whose clock is twenty minutes ahead."""
    text = dump({**load(shipped_account()), "faults": {"clock_offset": 1200}})
    with run_sandbox(text if request.param == "readable" else ram_closed(text)) as running:
        yield running


def test_a_clock_that_is_twenty_minutes_off(late: RunningSandbox, check: Check) -> None:
    report = check(late, "works")
    assert (report.failed and report.failed.name, report.causes[0].id) == ("clock", "clock-off")
    assert [(fix.target, fix.name) for fix in report.fixes] == [("profile", "clock")]


def test_a_clock_that_is_two_minutes_off_is_a_remark(check: Check) -> None:
    with run_sandbox(dump({**load(shipped_account()), "faults": {"clock_offset": -120}})) as behind:
        report = check(behind, "works")
    assert report.failed is None
    rung = report.rungs[2]
    assert (rung.state, rung.evidence and rung.evidence.english()) == (RungState.REMARK, "2.0 min apart")
    assert report.causes[0].id == "clock-drifts"


def test_a_name_that_does_not_resolve(either: RunningSandbox) -> None:
    profile, key = story(either, "works")
    report = run(replace(profile, sts_endpoint="https://sts.cn-nowhere.invalid"), key, Transport())
    assert (report.failed and report.failed.name, report.causes[0].id) == ("network", "network-resolve")
    assert (report.fixes[0].target, report.fixes[0].name) == ("profile", "endpoint")
    assert [rung.state for rung in report.rungs[1:]] == [RungState.SKIPPED] * 9


def test_a_storage_that_does_not_resolve(either: RunningSandbox) -> None:
    profile, key = story(either, "works")
    report = run(replace(profile, oss_endpoint="https://oss-cn-nowhere.invalid"), key, Transport())
    assert (report.failed and report.failed.name, report.causes[0].id) == ("bucket", "network-resolve")


def test_nothing_listens(either: RunningSandbox) -> None:
    profile, key = story(either, "works")
    report = run(replace(profile, sts_endpoint="http://127.0.0.1:1"), key, Transport())
    assert (report.failed and report.failed.name, report.causes[0].id) == ("network", "network-refused")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 that nobody trusts, with its key in the same file."""
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"),
            *("-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"),
        ],
        check=True,
        capture_output=True,
    )
    both = folder / "both.pem"
    both.write_bytes((folder / "key.pem").read_bytes() + (folder / "cert.pem").read_bytes())
    return both


def test_tls_that_somebody_intercepts(either: RunningSandbox, certificate: Path) -> None:
    profile, key = story(either, "works")
    context = SSLContext(PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serve(tls=context) as server:
        report = run(replace(profile, sts_endpoint=f"https://{server.address}"), key, Transport())
        assert server.received == []
    assert (report.failed and report.failed.name, report.causes[0].id) == ("network", "network-certificate")
    assert "CA" in report.fixes[0].title.english()


def test_a_log_in_page_in_between(either: RunningSandbox) -> None:
    profile, key = story(either, "works")
    with serve(reply(body=b"<html>Please log in</html>", headers={"Content-Type": "text/html"})) as server:
        report = run(replace(profile, sts_endpoint=server.url), key, Transport())
    assert (report.failed and report.failed.name, report.causes[0].id) == ("network", "network-not-the-service")
    assert report.rungs[1].state is RungState.UNKNOWN
