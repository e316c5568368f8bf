"""Letter and reports: they say who, what, the proof and the change; nothing secret, nothing that acts on its own."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from support.accounts import dump, load
from support.check_cases import account
from support.sandbox import RunningSandbox, run_sandbox, shipped_account
from support.stories import story

import stsviewer
from stsviewer.check import Report, as_json, letter, report_html, report_json, report_markdown, run
from stsviewer.text import Text, fill
from stsviewer.wire import Recorder, Transport

Check = Callable[..., Report]

STORIES = [profile["name"] for profile in load(shipped_account())["profile"]]
HOSTILE = "photos/<img src=x onerror=alert(1)>|`**[x](javascript:alert(1))`\u202egnp.exe\n# heading \"&amp;'/"


def every_form(report: Report, shown: Callable[[Text], str] = Text.english) -> dict[str, str]:
    return {
        "letter": letter(report, shown),
        "markdown": report_markdown(report, shown),
        "html": report_html(report, shown),
        "json": report_json(report),
    }


@pytest.mark.parametrize("name", STORIES)
def test_nothing_secret_is_in_any_of_them(name: str, sandbox: RunningSandbox) -> None:
    secrets: set[str] = {profile["access_key_secret"] for profile in sandbox.announcement["profiles"]}
    recorder = Recorder()
    report = run(*story(sandbox, name), Transport(recorder))
    # The recorder is redacted; the tokens themselves are those that the sandbox gave out in this run.
    issued = re.findall(
        rb'"(?:AccessKeySecret|SecurityToken)": ?"([^"]+)"', b"".join(e.answer_body for e in recorder.exchanges())
    )
    assert all(set(value.decode()) == {"•"} for value in issued)
    for form, text in every_form(report).items():
        assert not [secret for secret in secrets if secret in text], form
        assert "CAIS" not in text, form  # how every security token begins
        assert not re.search(r"Signature(?!DoesNotMatch)[=\"]", text), form
        assert "Secret(" not in text, form


def test_the_letter_says_who_what_proof_change_and_how_to_undo_it(sandbox: RunningSandbox, check: Check) -> None:
    report = check(sandbox, "service-role")
    text = letter(report)
    assert report.failed is not None
    for needed in (
        "Subject: the role ecs-instance does not work",
        "Who: acs:ram::1532770894211314:user/henshao",
        "Where: oss://wla-test2/",
        "Step 6 of 10: The role trusts you",
        "the service ecs.aliyuncs.com. A RAM user can never take a role that trusts only a service.",
        "(certain, read from RAM)",
        "Code: NoPermission",
        "PolicyType: AssumeRolePolicy",
        f"RequestId: {report.failed.request_id}",
        "Trust policy of the role ecs-instance",
        '"RAM": ["acs:ram::1532770894211314:user/henshao"]',
        "Nobody else gains anything.",
        "To undo it: Take acs:ram::1532770894211314:user/henshao out again.",
        "The check only read; nothing was changed.",
    ):
        assert needed in text, needed
    assert report.started.strftime("%Y-%m-%d %H:%M:%S UTC") in text
    assert report.failed.request_id


def test_the_letter_tells_what_is_the_administrators_from_what_is_ones_own(cases: RunningSandbox, check: Check) -> None:
    text = letter(check(cases, "list-prefix"))
    theirs, own = text.index("Please change"), text.index("What I can change myself")
    assert theirs < text.index("A policy to attach to the role case-list-prefix") < own
    assert own < text.index("Or enter this prefix in the profile")
    assert "attach the system policy AliyunOSSReadOnlyAccess" in text


def test_a_letter_about_a_role_that_works_asks_for_nothing(sandbox: RunningSandbox, check: Check) -> None:
    text = letter(check(sandbox, "works"))
    assert "Nothing needs to be changed." in text
    assert "Please change" not in text


def test_the_json_is_that_of_the_contract(sandbox: RunningSandbox, check: Check) -> None:
    report = check(sandbox, "explicit-deny")
    told = as_json(report)
    assert json.loads(report_json(report)) == told
    assert list(told) == ["profile", "verdict", "source", "rungs", "causes", "fixes", "allowed"]
    assert [rung["name"] for rung in told["rungs"]] == [
        *("network", "key", "clock", "may-assume", "role", "trust", "parameters", "token", "bucket", "actions")
    ]
    assert {rung["state"] for rung in told["rungs"]} == {"passed", "failed"}
    last = told["rungs"][-1]["evidence"]
    assert (last["code"], last["ec"], bool(last["request_id"])) == ("AccessDenied", "0003-00000201", True)
    assert [set(cause) for cause in told["causes"]] == [{"id", "likelihood", "text"}]
    assert [set(fix) for fix in told["fixes"]] == [{"target", "name", "document", "opens"}]
    assert json.loads(told["fixes"][0]["document"])["Version"] == "1"
    cell = next(each for each in told["allowed"] if each["action"] == "GetObject" and each["prefix"] == "")
    assert (cell["state"], cell["statement"]["name"]) == ("denied", "hands-off-wla-test2")
    assert {each["state"] for each in told["allowed"]} <= {"allowed", "no-allow", "denied", "not-applicable", "unknown"}


def test_a_remark_is_a_pass_in_the_json(sandbox: RunningSandbox, check: Check) -> None:
    told = as_json(check(sandbox, "short-lived"))
    assert {rung["state"] for rung in told["rungs"]} == {"passed"}
    assert [cause["id"] for cause in told["causes"]] == ["token-short-lived"]


# ── Text from outside ────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def hostile() -> Report:
    """A report full of names that look like markup."""
    edited = account(())
    edited["role"].append(
        {
            "name": "plain",
            "trust": json.dumps(
                {
                    "Version": "1",
                    "Statement": [
                        {
                            "Effect": "Allow",
                            "Action": "sts:AssumeRole",
                            "Principal": {"RAM": ["acs:ram::1532770894211314:root"]},
                        }
                    ],
                }
            ),
            "policies": ["odd"],
        }
    )
    edited["policy"].append(
        {
            "name": "odd",
            "document": json.dumps(
                {
                    "Version": "1",
                    "Statement": [
                        {
                            "Effect": "Allow",
                            "Action": "oss:GetObject",
                            "Resource": f"acs:oss:*:*:wla-cases/{HOSTILE}*",
                            "Sid": "```\n<script>alert(1)</script>",
                        }
                    ],
                }
            ),
        }
    )
    edited["profile"].append(
        {
            "name": "<b>odd</b>",
            "key": "LTAI5tCasehenshao",
            "bucket": "wla-cases",
            "prefix": HOSTILE,
            "role_arn": "acs:ram::1532770894211314:role/plain",
            "role_session_name": "odd",
        }
    )
    with run_sandbox(dump(edited)) as sandbox:
        return run(*story(sandbox, "<b>odd</b>"), Transport())  # fmt: skip


class _Reader(HTMLParser):
    """Collects what a browser would act on."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_html_is_self_contained_and_takes_no_markup_from_outside(hostile: Report) -> None:
    page = report_html(hostile)
    reader = _Reader()
    reader.feed(page)
    assert reader.open == []
    assert not {"script", "img", "a", "link", "iframe", "object", "form", "b", "svg"} & set(reader.tags)
    assert not [name for name, _ in reader.attributes if name.startswith("on") or name in ("src", "href")]
    assert "default-src 'none'" in page
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert "\u202e" not in page
    assert "[U+202E]" in page


def test_markdown_takes_no_markup_from_outside(hostile: Report) -> None:
    text = report_markdown(hostile)
    assert "\u202e" not in text
    outside_of_code = re.sub(r"(?ms)^(`{3,})json\n.*?^\1$", "", text)
    assert "```" not in outside_of_code.replace("````", "")
    prose = re.sub(r"(`+) ?.+? ?\1", "", outside_of_code)
    assert not re.search(r"(?<!\\)<", prose)
    assert not re.search(r"(?<!\\)\]\(", prose)
    assert not re.search(r"(?m)^# heading", text)
    rows = [line for line in text.splitlines() if line.startswith(("| ✓", "| ✗", "| ·", "| ?", "| !"))]
    assert len(rows) == 10
    assert all(len(re.split(r"(?<!\\)\|", row)) == 5 for row in rows)


def test_the_letter_keeps_its_lines(hostile: Report) -> None:
    text = letter(hostile)
    assert "\u202e" not in text
    assert not re.search(r"(?m)^# heading", text)


# ── Another language ─────────────────────────────────────────────────────────────────────────────────────────────────


def pseudo(text: Text) -> str:
    """A language in which every sentence is wrapped, so that what was not asked to be translated shows."""
    values = {name: pseudo(value) if isinstance(value, Text) else str(value) for name, value in text.values}
    return fill(f"«{text.marked.source}»", values)


@pytest.mark.parametrize("name", ["service-role", "no-oss-policy", "session-policy", "root-key", "works"])
@pytest.mark.parametrize("form", ["letter", "markdown", "html"])
def test_every_sentence_is_the_translators(form: str, name: str, sandbox: RunningSandbox, check: Check) -> None:
    text = every_form(check(sandbox, name), pseudo)[form]
    text = re.sub(r"(?s)<style>.*?</style>|<[^>]*>|```.*?```|<pre>.*?</pre>", " ", text)
    depth = 0
    outside = []
    for character in text:
        depth += {"«": 1, "»": -1}.get(character, 0)
        if depth == 0 and character != "»":
            outside.append(character)
    # Left over are names of things: codes, ARNs, documents, calls. No words in a row with blanks between them.
    rest = re.sub(r'(?m)^ *["{}\[\]].*$', "", "".join(outside))
    assert not re.findall(r"\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b", rest)


def test_a_report_of_an_unreachable_network_reads_well(sandbox: RunningSandbox) -> None:
    profile, key = story(sandbox, "works")
    report = run(replace(profile, sts_endpoint="https://sts.cn-nowhere.invalid"), key, Transport())
    for form, text in every_form(report).items():
        assert "sts.cn-nowhere.invalid" in text.replace("\\", ""), form
        assert "None" not in text, form


def test_no_text_hides_from_the_translators_tool() -> None:
    """lupdate does not look into f-strings."""
    for path in sorted(Path(stsviewer.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
                assert "mark" not in names, f"{path}:{node.lineno}"
