"""What the check proposes, done to the account, makes the case pass; and nothing can be taken out of it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from support.accounts import Table, apply, dump, entry, load
from support.check_cases import CASES, FOREIGN, Case, account
from support.sandbox import RunningSandbox, ram_closed, run_sandbox, shipped_account

from stsviewer.check import Fix, Report, RungState, Target, Verdict, Way

Check = Callable[..., Report]

FIXABLE = tuple(case for case in CASES if not case.by_hand)
FIXABLE_CLOSED = tuple(case for case in FIXABLE if not case.by_hand_closed)
STORIES = ("service-role", "no-assume-permission", "no-oss-policy", "explicit-deny", "session-policy", "other-region",
           "no-such-role", "external-id")  # fmt: skip
BY_HAND = ("disabled-key", "wrong-secret", "root-key")


def proposed(report: Report, target: str = "") -> list[Fix]:
    """The fixes that are made at ``target``, else those that are made where the first one is."""
    documents = [fix for fix in report.fixes if fix.way is not Way.ACT and (fix.document or fix.way is Way.DETACH)]
    places = [fix.target for fix in documents]
    chosen = target if target in places else places[0]
    return [fix for fix in documents if fix.target == chosen]


def is_clean(report: Report) -> bool:
    """Whether all went through without a word."""
    return report.verdict is Verdict.WORKS and all(rung.state is RungState.PASSED for rung in report.rungs)


# ── Applied ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _mended(text: str, running: RunningSandbox, names: dict[str, str], check: Check) -> Iterator[RunningSandbox]:
    """``names`` are the cases, with the target of the fix that is made."""
    edited = load(text)
    for name, target in names.items():
        for fix in proposed(check(running, name), target):
            apply(edited, fix, name)
    with run_sandbox(dump(edited)) as mended:
        yield mended


@pytest.fixture(scope="module")
def mended(cases: RunningSandbox, check: Check) -> Iterator[RunningSandbox]:
    """The account of all cases with every proposed fix made."""
    yield from _mended(dump(account()), cases, {case.name: case.open[1] for case in FIXABLE}, check)


@pytest.fixture(scope="module")
def mended_closed(closed_cases: RunningSandbox, check: Check) -> Iterator[RunningSandbox]:
    """Its twin, mended by what is proposed when RAM cannot be read."""
    targets = {case.name: case.closed[1] for case in FIXABLE_CLOSED}
    yield from _mended(ram_closed(dump(account())), closed_cases, targets, check)


@pytest.fixture(scope="module")
def mended_stories(sandbox: RunningSandbox, check: Check) -> Iterator[RunningSandbox]:
    """The shipped account with every proposed fix made."""
    yield from _mended(shipped_account(), sandbox, dict.fromkeys(STORIES, ""), check)


@pytest.mark.parametrize("case", FIXABLE, ids=lambda case: case.name)
def test_the_fix_makes_the_case_pass(case: Case, mended: RunningSandbox, check: Check) -> None:
    report = check(mended, case.name)
    assert is_clean(report), [(rung.name, rung.state) for rung in report.rungs]
    assert report.causes == ()


@pytest.mark.parametrize("case", FIXABLE_CLOSED, ids=lambda case: case.name)
def test_the_fix_without_ram_makes_the_case_pass(case: Case, mended_closed: RunningSandbox, check: Check) -> None:
    report = check(mended_closed, case.name)
    assert is_clean(report), [(rung.name, rung.state) for rung in report.rungs]


@pytest.mark.parametrize("name", STORIES)
def test_the_fix_makes_the_story_pass(name: str, mended_stories: RunningSandbox, check: Check) -> None:
    assert is_clean(check(mended_stories, name))


def test_what_only_a_person_can_do_makes_the_story_pass(sandbox: RunningSandbox, check: Check) -> None:
    edited = load(shipped_account())
    for user in edited["user"]:
        for key in user["key"]:
            key.pop("active", None)  # "Enable the access key"
    entry(edited, "profile", "wrong-secret").pop("secret")  # "Enter the secret of this key again"
    entry(edited, "profile", "root-key")["key"] = entry(edited, "profile", "works")["key"]  # "the key of a RAM user"
    said = {name: check(sandbox, name).fixes[0].title.english() for name in BY_HAND}
    with run_sandbox(dump(edited)) as mended:
        assert all(is_clean(check(mended, name)) for name in BY_HAND)
    assert said["disabled-key"].startswith("Enable the access key LTAI")
    assert said["wrong-secret"].startswith("Enter the secret of this key again")
    assert said["root-key"].startswith("Enter the key of a RAM user")


def test_staying_below_the_prefix_that_is_allowed_makes_the_case_pass_as_well(
    cases: RunningSandbox, check: Check
) -> None:
    report = check(cases, "list-prefix")
    other = next(fix for fix in report.fixes if fix.target == "profile")
    assert (other.name, other.document) == ("prefix", "photos/")
    assert is_clean(check(cases, "list-prefix", prefix=other.document))


# ── Smallest ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class Removal:
    """One entry of a document: its path, and the document without it (None: nothing is left)."""

    path: tuple[object, ...]
    document: Table | None


_LISTS = ("Action", "NotAction", "Resource", "Principal", "RAM")


def removals(document: str, before: str) -> list[Removal]:
    """Every action, resource, principal and condition value of ``document`` that ``before`` has not, taken out."""
    after, old = json.loads(document), json.loads(before) if before else {"Statement": []}
    found = []
    for index, statement in enumerate(after["Statement"]):
        if statement in old["Statement"]:
            continue
        was = max(old["Statement"], key=lambda one: _alike(one, statement), default={})
        known = set(_entries(was)) if _alike(was, statement) else set()
        for path in _entries(statement):
            if path not in known and (statement["Effect"] == "Allow" or path[0] == "NotAction"):
                found.append(Removal((index, *path), _without(after, index, path)))
    return found


def _entries(statement: Table, within: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, value in statement.items():
        if isinstance(value, dict):
            yield from _entries(value, (*within, name))
        elif name in _LISTS or "Condition" in within:
            yield from ((*within, name, each) for each in (value if isinstance(value, list) else [value]))


def _alike(one: Table, other: Table) -> int:
    same_effect = bool(one) and one.get("Effect") == other.get("Effect")
    return len(set(_entries(one)) & set(_entries(other))) if same_effect else 0


def _without(document: Table, index: int, path: tuple[str, ...]) -> Table | None:
    left = copy.deepcopy(document)
    holder = left["Statement"][index]
    for step in path[:-2]:
        holder = holder[step]
    kept = [each for each in _listed(holder[path[-2]]) if each != path[-1]]
    if kept:
        holder[path[-2]] = kept
    elif path[:2] == ("Principal", "RAM") and len(holder) > 1:
        del holder["RAM"]  # the other principals stay
    elif path[0] == "NotAction":
        del holder["NotAction"]
        holder["Action"] = "oss:*"  # everything but nothing
    else:
        del left["Statement"][index]
    return left if left["Statement"] else None


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _before(edited: Table, fix: Fix, profile: str) -> str:
    """The document that the fix replaces or adds to; empty for a new one."""
    named = entry(edited, "profile", profile)
    match fix.target, fix.way:
        case ("trust", Way.REPLACE):
            return str(entry(edited, "role", fix.name)["trust"])
        case ("role" | "user", Way.REPLACE):
            return str(entry(edited, "policy", fix.name)["document"])
        case ("session", _):
            return str(named["policy"])
        case ("bucket", Way.REPLACE):
            return str(entry(edited, "bucket", fix.name)["policy"])
    return ""


def _renamed(case: Case, suffix: str, text: str) -> str:
    """``text`` with everything that is the case's own under another name."""
    text = text.replace(f"case-{case.name}", f"case-{case.name}{suffix}")
    if case.user != "henshao":
        for form in (f'"{case.user}"', f"user/{case.user}", f"LTAI5tCase{case.user}"):
            text = text.replace(form, form.replace(case.user, case.user + suffix))
    return text.replace(FOREIGN, f"others-{case.name}{suffix}")


def _variant(case: Case, fixes: list[Fix], reduced: Fix, removal: Removal, suffix: str) -> Table:
    """What is the case's own in an account, under another name, mended by ``fixes`` with one entry taken out."""
    alone = account((case,))
    for fix in fixes:
        if fix is not reduced:
            apply(alone, fix, case.name)
        elif removal.document is not None:
            apply(alone, replace(fix, document=json.dumps(removal.document)), case.name)
    own = {
        "user": [each for each in alone["user"] if each["name"] == case.user != "henshao"],
        "role": alone["role"],
        "policy": [each for each in alone["policy"] if each["name"].startswith(("case-", "fix-"))],
        "bucket": [each for each in alone["bucket"] if each["name"] == FOREIGN],
        "profile": alone["profile"],
    }
    text = _renamed(case, suffix, json.dumps(own)).replace(f"fix-{case.name}", f"fix-{case.name}{suffix}")
    renamed: Table = json.loads(text)
    renamed["profile"][0]["name"] = f"{case.name}{suffix}"
    return renamed


@pytest.fixture(scope="module")
def reduced(cases: RunningSandbox, check: Check) -> Iterator[tuple[RunningSandbox, dict[str, str]]]:
    """One account with every case mended but for one entry, each under a name of its own, and what was taken out."""
    merged = account(())
    merged["bucket"] = [each for each in merged["bucket"] if each["name"] != FOREIGN]
    taken: dict[str, str] = {}
    for case in FIXABLE:
        original = account((case,))
        fixes = proposed(check(cases, case.name), case.open[1])
        for which, fix in enumerate(fixes):
            if not fix.document or fix.target is Target.PROFILE:
                continue
            for number, removal in enumerate(removals(fix.document, _before(original, fix, case.name))):
                suffix = f"-{which}-{number}"
                for table, entries in _variant(case, fixes, fix, removal, suffix).items():
                    merged[table] += entries
                taken[f"{case.name}{suffix}"] = f"{case.name}: without {removal.path}"
    with run_sandbox(dump(merged)) as running:
        yield running, taken


def test_nothing_can_be_taken_out_of_a_fix(reduced: tuple[RunningSandbox, dict[str, str]], check: Check) -> None:
    running, taken = reduced
    assert len(taken) >= 60
    assert [what for name, what in taken.items() if is_clean(check(running, name))] == []
