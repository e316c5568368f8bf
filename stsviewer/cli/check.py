"""``stsviewer check PROFILE``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from stsviewer.cli import terminal
from stsviewer.cli.opened import offered

if TYPE_CHECKING:
    from stsviewer.check import Fix, Report, Rung

_MARKS: Final = {"passed": "ok", "remark": "ok!", "failed": "FAILED", "skipped": "-", "unknown": "?"}
_BEFORE: Final = ("waiting", "trying")


def expectation(text: str) -> str:
    """``text`` when it is something that a role can be expected to do; argparse tells the rest."""
    from stsviewer.check.expecting import check_names
    from stsviewer.check.values import Options

    try:
        check_names(Options(expect=text or "?"))
    except ValueError:
        raise argparse.ArgumentTypeError(f"nothing is called {text!r}") from None
    return text


def run(arguments: argparse.Namespace) -> int:
    """Climb the ladder, and tell what came of it."""
    from stsviewer import check
    from stsviewer.wire import Transport

    with offered(arguments) as profiles:
        profile, key = profiles.opened(arguments.profile)
        prefix = arguments.prefix
        write_key = ""
        if arguments.try_writes:
            under = prefix if prefix is not None else profile.prefix
            write_key = check.new_write_key(under)
            bucket = arguments.bucket if arguments.bucket is not None else profile.bucket
            terminal.tell(f"stsviewer: write probes use oss://{bucket}/{write_key} and remove it again")
        options = check.Options(
            bucket=arguments.bucket,
            prefix=prefix,
            expect=arguments.expect or "",
            try_writes=arguments.try_writes,
            write_key=write_key,
        )
        shown = None if arguments.json else _shower()
        report = check.run(profile, key, Transport(), options, on_rung=shown)
    if arguments.json:
        terminal.write(terminal.json_text(check.as_json(report), indent=2) + "\n")
    else:
        _tell(report)
    if report.expected is not None and report.verdict is not check.Verdict.WORKS:
        terminal.tell(f"stsviewer: {report.expected.english()}")
    for name in report.left:
        terminal.tell(f"stsviewer: a probe could not be removed: {name}")
    if arguments.expect:
        return 0 if report.verdict is check.Verdict.WORKS else 1
    return 1 if report.failed is not None else 0


def _shower() -> Callable[[Rung], None]:
    """Writes each rung once it is settled; what is learnt of it later is in the summary."""
    written: set[str] = set()

    def show(rung: Rung) -> None:
        if rung.state.value in _BEFORE or rung.name.value in written:
            return
        written.add(rung.name.value)
        evidence = f"  ({rung.evidence.english()})" if rung.evidence is not None else ""
        _line(f"{_MARKS[rung.state.value]:>6}  {rung.claim.english()}{evidence}")

    return show


def _tell(report: Report) -> None:
    for cause in report.causes:
        _line("")
        _line(f"{cause.rung.value}: {cause.text.english()} [{cause.likelihood.value}, {cause.id}]")
        if cause.told_apart_by is not None:
            _line(f"  {cause.told_apart_by.english()}")
    if report.failed is not None and report.failed.request_id:
        told = (("Code", report.failed.code), ("EC", report.failed.ec), ("RequestId", report.failed.request_id))
        _line("  " + "  ".join(f"{name}: {value}" for name, value in told if value))
    for fix in report.fixes:
        _fix(fix)
    _line("")
    _line(f"{report.verdict.value}; {report.requests} requests, {report.mutating} that change anything")


def _fix(fix: Fix) -> None:
    _line("")
    _line(f"Fix: {fix.title.english()}")
    for line in fix.document.splitlines():
        _line(f"    {line}")
    if fix.quick:
        _line(f"  or, wider: the system policy {fix.quick}")
    if fix.opens_note is not None:
        _line(f"  Opens: {fix.opens_note.english()}")
    if fix.undo is not None:
        _line(f"  Undo: {fix.undo.english()}")


def _line(text: str) -> None:
    terminal.write(terminal.escaped(text) + "\n")
