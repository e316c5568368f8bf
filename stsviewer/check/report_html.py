"""A report as one HTML file that can be attached to a ticket: no script, nothing loaded, all text escaped."""

from __future__ import annotations

from html import escape
from typing import Final

from stsviewer.check import telling
from stsviewer.check.telling import Shown, plain, visible
from stsviewer.check.values import Cause, Fix, Likelihood, Report, RungState, State
from stsviewer.text import Marked, Text, mark, say

_STYLE: Final = """
:root { color-scheme: light dark; --ink: #1a1b21; --ink2: #4e5059; --ground: #f4f4f1; --surface: #fff; --line: #e3e3de;
  --ok: #12734a; --ok-soft: #e2f3ea; --bad: #b3261e; --bad-soft: #fbe9e7; --warn: #8a5300 }
@media (prefers-color-scheme: dark) { :root { --ink: #ececf0; --ink2: #b6b8c3; --ground: #131418; --surface: #1b1c22;
  --line: #2c2d36; --ok: #5ccb93; --ok-soft: #17301f; --bad: #ff8a80; --bad-soft: #3a1d1b; --warn: #ebb44e } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 14px/1.5 Inter, "Segoe UI", "Noto Sans",
  "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI", sans-serif }
main { max-width: 860px; margin: 24px auto; padding: 24px; background: var(--surface); border: 1px solid var(--line);
  border-radius: 10px }
h1 { font-size: 22px; margin: 0 0 4px } h2 { font-size: 16px; margin: 28px 0 8px }
h3 { font-size: 14px; margin: 16px 0 4px }
table { border-collapse: collapse; width: 100% } td, th { text-align: left; padding: 5px 8px; vertical-align: top;
  border-bottom: 1px solid var(--line); font-weight: 400 } th { color: var(--ink2) }
.grid td, .grid th { text-align: center } .grid td:first-child { text-align: left }
pre { background: var(--ground); border: 1px solid var(--line); border-radius: 6px; padding: 10px 12px; margin: 6px 0;
  white-space: pre-wrap; overflow-wrap: anywhere }
ins { text-decoration: none; background: var(--ok-soft); display: block }
code, pre { font: 12px/1.5 "JetBrains Mono", Consolas, Menlo, "DejaVu Sans Mono", monospace }
.passed, .allowed, .yes, .works { color: var(--ok) } .failed, .denied, .no, .fails { color: var(--bad) }
.remark, .unknown { color: var(--warn) } .skipped, .waiting, .not-applicable, .quiet { color: var(--ink2) }
.cause { background: var(--bad-soft); border-radius: 6px; padding: 10px 12px; margin: 8px 0 }
"""
_MARKS: Final = {
    State.ALLOWED: "✓",
    State.NO_ALLOW: "–",
    State.DENIED: "✗",
    State.NOT_APPLICABLE: "·",
    State.UNKNOWN: "?",
}


def report_html(report: Report, shown: Shown = Text.english, language: str = "en") -> str:
    """The report in the language of ``shown``, whose tag is ``language``. Nothing secret is in it."""
    page = _Page(report, shown)
    title = f"{page.label(telling.ROLE_CHECK)}{_text(report.profile)}"
    body = "\n".join([f"<h1>{title}</h1>", *page.parts()])
    return (
        f'<!DOCTYPE html>\n<html lang="{_text(language.replace("_", "-"))}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _text(text: str) -> str:
    return escape(visible(text))


class _Page:
    def __init__(self, report: Report, shown: Shown) -> None:
        self.report = report
        self.shown = shown

    def word(self, marked: Marked) -> str:
        return escape(self.shown(say(marked)))

    def label(self, marked: Marked) -> str:
        return escape(telling.label(marked, self.shown))

    def sentence(self, text: Text | None) -> str:
        return escape(plain(text, self.shown))

    def parts(self) -> list[str]:
        report = self.report
        parts = [self._verdict(), self._facts(), self._rungs()]
        if report.causes:
            parts += [f"<h2>{self.word(telling.CAUSES)}</h2>", *map(self._cause, report.causes)]
        if report.fixes:
            parts += [f"<h2>{self.word(telling.CHANGES)}</h2>", *map(self._fix, report.fixes)]
        return [*parts, self._matrix(), self._presets(), self._counted()]

    def _verdict(self) -> str:
        verdict = self.report.verdict
        said = self.word(telling.VERDICTS[verdict])
        expected = f": {self.sentence(self.report.expected)}" if self.report.expected is not None else ""
        return f'<p class="{verdict.value}"><strong>{said}{expected}</strong></p>'

    def _facts(self) -> str:
        report = self.report
        facts = (
            (mark("Report", "Who"), report.identity),
            (mark("Report", "Role"), report.role),
            (mark("Report", "Where"), telling.address(report)),
            (mark("Report", "When"), telling.moment(report)),
        )
        rows = "".join(
            f"<tr><th>{self.word(name)}</th><td><code><bdi>{_text(value)}</bdi></code></td></tr>"
            for name, value in facts
            if value
        )
        return f"<table>{rows}</table>"

    def _rungs(self) -> str:
        rows = []
        for number, rung in enumerate(self.report.rungs, 1):
            told = " · ".join(f"{name} {value}" for name, value in telling.proof(rung))
            evidence = " · ".join(part for part in (plain(rung.evidence, self.shown), told) if part)
            state = rung.state if rung.state is not RungState.TRYING else RungState.WAITING
            rows.append(
                f'<tr><td class="quiet">{number}</td><td>{self.sentence(rung.claim)}</td>'
                f'<td class="{state.value}">{self.word(telling.RUNG_STATES[state])}</td>'
                f'<td class="quiet"><bdi>{escape(evidence)}</bdi></td></tr>'
            )
        return f"<h2>{self.word(telling.STEPS)}</h2><table>{''.join(rows)}</table>"

    def _cause(self, cause: Cause) -> str:
        sure = escape(telling.sure(cause, self.shown))
        inner = f'{self.sentence(cause.text)} <span class="quiet">{sure}</span>'
        if cause.told_apart_by is not None and cause.likelihood is not Likelihood.CERTAIN:
            inner += f'<br><span class="quiet">{self.sentence(cause.told_apart_by)}</span>'
        if cause.statement is not None and cause.statement.text:
            inner += f"<pre>{_block(cause.statement.text)}</pre>"
        return f'<div class="cause">{inner}</div>'

    def _fix(self, fix: Fix) -> str:
        parts = [f"<h3>{self.sentence(fix.title)}</h3>"]
        if fix.document and fix.way in telling.WAYS:
            added = frozenset(fix.added_lines)
            parts.append(f"<p>{self.word(telling.WAYS[fix.way])}</p><pre>{_block(fix.document, added)}</pre>")
        notes = []
        if fix.quick:
            quick = self.word(telling.QUICKER)
            notes.append(f"{quick} <code>{_text(fix.quick)}</code>")
        if fix.opens_note is not None:
            notes.append(f"{self.label(telling.OPENS)}{self.sentence(fix.opens_note)}")
            notes += [f"<code><bdi>{escape(one)}</bdi></code>" for one in telling.opens(fix)]
        if fix.undo is not None:
            notes.append(f"{self.label(telling.UNDO)}{self.sentence(fix.undo)}")
        return "".join(parts) + ("<ul>" + "".join(f"<li>{note}</li>" for note in notes) + "</ul>" if notes else "")

    def _matrix(self) -> str:
        cells = self.report.allowed
        if not cells:
            return ""
        places = list(dict.fromkeys(cell.prefix for cell in cells))
        states = {(cell.action, cell.prefix): cell.state for cell in cells}
        heads = "".join(
            f"<th><code><bdi>{_text(place)}</bdi></code></th>" if place else f"<th>{self.word(telling.BUCKET)}</th>"
            for place in places
        )
        rows = ""
        for action in dict.fromkeys(cell.action for cell in cells):
            row = "".join(self._cell(states[action, place]) for place in places)
            rows += f"<tr><td><code>{_text(action)}</code></td>{row}</tr>"
        legend = " · ".join(f"{sign} {self.word(telling.STATES[state])}" for state, sign in _MARKS.items())
        return (
            f"<h2>{self.word(telling.MAY_DO)}</h2>"
            f'<p class="quiet">{self.sentence(telling.basis(self.report))}</p>'
            f'<table class="grid"><tr><th></th>{heads}</tr>{rows}</table><p class="quiet">{legend}</p>'
        )

    def _cell(self, state: State) -> str:
        label = self.word(telling.STATES[state])
        return f'<td class="{state.value}" title="{label}" aria-label="{label}">{_MARKS[state]}</td>'

    def _presets(self) -> str:
        if not self.report.presets:
            return ""
        rows = "".join(
            f'<tr><td>{self.sentence(each.title)}</td><td class="{each.works.value}">'
            f'{self.word(telling.WORKS[each.works])}</td><td class="quiet">{self.sentence(each.reason)}</td></tr>'
            for each in self.report.presets
        )
        return f"<h2>{self.word(telling.prospect(self.report))}</h2><table>{rows}</table>"

    def _counted(self) -> str:
        report = self.report
        text = say(
            mark("Report", "{requests} requests, {mutating} of them changing anything; {seconds} s."),
            requests=report.requests,
            mutating=report.mutating,
            seconds=f"{report.took:.1f}",
        )
        left = "".join(f" <code><bdi>{_text(name)}</bdi></code>" for name in report.left)
        note = f" {self.word(telling.NOT_REMOVED)}{left}" if left else ""
        return f'<p class="quiet">{self.sentence(text)}{note}</p>'


def _block(text: str, added: frozenset[int] = frozenset()) -> str:
    lines = [_text(line) for line in text.splitlines()]
    return "".join(f"<ins>{line}</ins>" if number in added else f"{line}\n" for number, line in enumerate(lines))
