"""A letter to whoever may change RAM: who, what fails, the proof, the smallest change, and how to undo it."""

from __future__ import annotations

import stsviewer
from stsviewer.check import telling
from stsviewer.check.telling import Shown, plain, visible
from stsviewer.check.values import Cause, Fix, Likelihood, Report, Target
from stsviewer.text import Text, mark, say


def letter(report: Report, shown: Shown = Text.english) -> str:
    """The letter in the language of ``shown``, as plain text. Nothing secret is in it."""
    lines = [_subject(report, shown), "", shown(say(mark("Letter", "Hello,"))), ""]
    lines += _asked(report, shown)
    if report.failed is not None or report.causes:
        lines += _fails(report, shown)
        lines += _proof(report, shown)
        lines += _changes(report, shown)
    lines += ["", *_end(report, shown)]
    return "\n".join(lines) + "\n"


def _subject(report: Report, shown: Shown) -> str:
    what = report.role.rpartition("/")[2] or report.profile
    marked = (
        mark("Letter", "Subject: the role {what} works")
        if report.failed is None
        else mark("Letter", "Subject: the role {what} does not work, and what would change that")
    )
    return plain(say(marked, what=what), shown)


def _asked(report: Report, shown: Shown) -> list[str]:
    lines = [plain(say(mark("Letter", "I checked what I can do with these:")), shown)]
    pairs = [
        (mark("Letter", "Who"), report.identity),
        (mark("Letter", "Role"), report.role),
        (mark("Letter", "Where"), telling.address(report)),
        (mark("Letter", "When"), telling.moment(report)),
    ]
    return [*lines, *(f"  {telling.label(name, shown)}{visible(value)}" for name, value in pairs if value)]


def _fails(report: Report, shown: Shown) -> list[str]:
    heading = mark("Letter", "What fails") if report.failed is not None else mark("Letter", "What is to know")
    lines = ["", shown(say(heading))]
    if report.failed is not None:
        rung = list(report.rungs).index(report.failed) + 1
        claim = plain(report.failed.claim, shown)
        lines.append("  " + plain(say(mark("Letter", "Step {number} of 10: {claim}"), number=rung, claim=claim), shown))
    return lines + [line for cause in report.causes for line in _cause(cause, shown)]


def _cause(cause: Cause, shown: Shown) -> list[str]:
    lines = [f"  {plain(cause.text, shown)} {telling.sure(cause, shown)}"]
    if cause.told_apart_by is not None and cause.likelihood is not Likelihood.CERTAIN:
        lines.append(f"    {plain(cause.told_apart_by, shown)}")
    if cause.statement is not None and cause.statement.text:
        lines.append("    " + shown(say(mark("Letter", "The statement that decides:"))))
        lines += [f"      {visible(line)}" for line in cause.statement.text.splitlines()]
    return lines


def _proof(report: Report, shown: Shown) -> list[str]:
    told = telling.proof(report.failed) if report.failed is not None else []
    if not told:
        return []
    return ["", shown(say(mark("Letter", "Proof"))), *(f"  {name}: {value}" for name, value in told)]


def _changes(report: Report, shown: Shown) -> list[str]:
    lines: list[str] = []
    for theirs, heading in (
        (True, mark("Letter", "Please change")),
        (False, mark("Letter", "What I can change myself")),
    ):
        fixes = [fix for fix in report.fixes if (fix.target not in (Target.PROFILE, Target.SESSION)) is theirs]
        if fixes:
            lines += ["", shown(say(heading))]
        for number, fix in enumerate(fixes):
            lines += [*([""] if number else []), *_fix(fix, shown)]
    return lines


def _fix(fix: Fix, shown: Shown) -> list[str]:
    lines = [f"  {plain(fix.title, shown)}"]
    if fix.document and fix.way in telling.WAYS:
        lines.append("  " + telling.word(telling.WAYS[fix.way], shown))
        lines += ["", *(f"    {visible(line)}" for line in fix.document.splitlines()), ""]
    if fix.quick:
        quick = mark("Letter", "Quicker, and wider: attach the system policy {name}.")
        lines.append("  " + plain(say(quick, name=fix.quick), shown))
    if fix.opens_note is not None:
        lines.append(f"  {telling.label(telling.OPENS, shown)}{plain(fix.opens_note, shown)}")
        lines += [f"    {one}" for one in telling.opens(fix)]
    if fix.undo is not None:
        lines.append(f"  {telling.label(telling.UNDO, shown)}{plain(fix.undo, shown)}")
    return lines


def _end(report: Report, shown: Shown) -> list[str]:
    lines = []
    if report.failed is None and not report.causes:
        lines.append(shown(say(mark("Letter", "Nothing needs to be changed."))))
    if report.mutating:
        lines.append(shown(say(mark("Letter", "The check wrote probe objects of its own and removed them."))))
        for name in report.left:
            lines.append("  " + plain(say(mark("Letter", "It could not remove {name}."), name=name), shown))
    else:
        lines.append(shown(say(mark("Letter", "The check only read; nothing was changed."))))
    version = stsviewer.__version__
    lines.append(plain(say(mark("Letter", "Written by stsviewer {version}."), version=version), shown))
    return lines
