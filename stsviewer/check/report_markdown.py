"""A report as Markdown, for an issue or a chat. What comes from outside stays text: no markup of its own survives."""

from __future__ import annotations

import re
from typing import Final

from stsviewer.check import telling
from stsviewer.check.telling import Shown, plain, visible
from stsviewer.check.values import Cause, Fix, Likelihood, Report, RungState, State
from stsviewer.text import Marked, Text, mark, say

_MARKS: Final = {
    State.ALLOWED: "✓",
    State.NO_ALLOW: "–",
    State.DENIED: "✗",
    State.NOT_APPLICABLE: "·",
    State.UNKNOWN: "?",
}
_RUNGS: Final = {
    RungState.PASSED: "✓",
    RungState.REMARK: "!",
    RungState.FAILED: "✗",
    RungState.SKIPPED: "·",
    RungState.UNKNOWN: "?",
}
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>()#+!|~&])")


def report_markdown(report: Report, shown: Shown = Text.english) -> str:
    """The report in the language of ``shown``. Nothing secret is in it."""
    lines = [f"# {_label(telling.ROLE_CHECK, shown)}{_escaped(report.profile)}", ""]
    lines += [f"**{_verdict(report, shown)}**", ""]
    facts = (
        (mark("Report", "Who"), report.identity),
        (mark("Report", "Role"), report.role),
        (mark("Report", "Where"), telling.address(report)),
        (mark("Report", "When"), telling.moment(report)),
    )
    lines += [f"- {_label(name, shown)}{_code(value)}" for name, value in facts if value]
    lines += _rungs(report, shown)
    if report.causes:
        lines += ["", f"## {_word(telling.CAUSES, shown)}"]
        lines += [line for cause in report.causes for line in _cause(cause, shown)]
    if report.fixes:
        lines += ["", f"## {_word(telling.CHANGES, shown)}"]
        lines += [line for fix in report.fixes for line in _fix(fix, shown)]
    lines += [*_matrix(report, shown), *_presets(report, shown), "", _counted(report, shown)]
    return "\n".join(lines) + "\n"


def _word(marked: Marked, shown: Shown) -> str:
    return _escaped(shown(say(marked)))


def _label(marked: Marked, shown: Shown) -> str:
    return _escaped(telling.label(marked, shown))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", visible(text))


def _code(text: str) -> str:
    """A name in the value typeface, whatever backticks it has."""
    text = visible(text)
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}" if longest else f"`{text}`"


def _block(text: str, language: str = "json") -> list[str]:
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [fence + language, *(visible(line) for line in text.splitlines()), fence]


def _verdict(report: Report, shown: Shown) -> str:
    said = _word(telling.VERDICTS[report.verdict], shown)
    return f"{said}: {_escaped(plain(report.expected, shown))}" if report.expected is not None else said


def _rungs(report: Report, shown: Shown) -> list[str]:
    lines = ["", "| | | |", "|-|-|-|"]
    for rung in report.rungs:
        told = " · ".join(f"{name} {value}" for name, value in telling.proof(rung))
        evidence = " · ".join(part for part in (plain(rung.evidence, shown), told) if part)
        sign = _RUNGS.get(rung.state, "·")
        state = telling.word(telling.RUNG_STATES[rung.state], shown)
        lines.append(f"| {sign} {_escaped(state)} | {_escaped(plain(rung.claim, shown))} | {_escaped(evidence)} |")
    return lines


def _cause(cause: Cause, shown: Shown) -> list[str]:
    lines = ["", f"{_escaped(plain(cause.text, shown))} *{_escaped(telling.sure(cause, shown))}*"]
    if cause.told_apart_by is not None and cause.likelihood is not Likelihood.CERTAIN:
        lines += ["", _escaped(plain(cause.told_apart_by, shown))]
    if cause.statement is not None and cause.statement.text:
        lines += ["", *_block(cause.statement.text)]
    return lines


def _fix(fix: Fix, shown: Shown) -> list[str]:
    lines = ["", f"### {_escaped(plain(fix.title, shown))}"]
    if fix.document and fix.way in telling.WAYS:
        lines += ["", _word(telling.WAYS[fix.way], shown), "", *_block(fix.document)]
    notes = []
    if fix.quick:
        notes.append(f"{_word(telling.QUICKER, shown)} {_code(fix.quick)}")
    if fix.opens_note is not None:
        notes.append(f"{_label(telling.OPENS, shown)}{_escaped(plain(fix.opens_note, shown))}")
        notes += [f"  - {_code(one)}" for one in telling.opens(fix)]
    if fix.undo is not None:
        notes.append(f"{_label(telling.UNDO, shown)}{_escaped(plain(fix.undo, shown))}")
    return lines + (["", *(note if note.startswith("  ") else f"- {note}" for note in notes)] if notes else [])


def _matrix(report: Report, shown: Shown) -> list[str]:
    if not report.allowed:
        return []
    places = list(dict.fromkeys(cell.prefix for cell in report.allowed))
    states = {(cell.action, cell.prefix): cell.state for cell in report.allowed}
    bucket = _word(telling.BUCKET, shown)
    heads = [_code(place) if place else bucket for place in places]
    lines = ["", f"## {_word(telling.MAY_DO, shown)}", ""]
    lines += [_escaped(plain(telling.basis(report), shown)), ""]
    lines += ["| | " + " | ".join(heads) + " |", "|-|" + ":-:|" * len(places)]
    for action in dict.fromkeys(cell.action for cell in report.allowed):
        marks = " | ".join(_MARKS[states[action, place]] for place in places)
        lines.append(f"| {_code(action)} | {marks} |")
    legend = " · ".join(f"{sign} {_word(telling.STATES[state], shown)}" for state, sign in _MARKS.items())
    return [*lines, "", legend]


def _presets(report: Report, shown: Shown) -> list[str]:
    if not report.presets:
        return []
    lines = ["", f"## {_word(telling.prospect(report), shown)}", ""]
    for each in report.presets:
        works = _word(telling.WORKS[each.works], shown)
        lines.append(f"- {_escaped(plain(each.title, shown))}: {works}, {_escaped(plain(each.reason, shown))}")
    return lines


def _counted(report: Report, shown: Shown) -> str:
    sentence = say(
        mark("Report", "{requests} requests, {mutating} of them changing anything; {seconds} s."),
        requests=report.requests,
        mutating=report.mutating,
        seconds=f"{report.took:.1f}",
    )
    left = "".join(f" {_code(name)}" for name in report.left)
    note = _word(telling.NOT_REMOVED, shown) + left if left else ""
    return " ".join(part for part in (_escaped(plain(sentence, shown)), note) if part)
