"""Keeping a report: a file in the person's folder for downloads, under a free name."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

from stsviewer.check.values import Report
from stsviewer.failure import Failed, Failure, Kind
from stsviewer.text import mark, say
from stsviewer.ui.check.languages import teller

_NAMES_TRIED = 1000


def written(report: Report, ending: str, language: str) -> str:
    """The text of ``report`` as ``md``, ``json`` or ``html``."""
    from stsviewer.check.report_html import report_html
    from stsviewer.check.report_json import report_json
    from stsviewer.check.report_markdown import report_markdown

    if ending == "json":
        return report_json(report)
    if ending == "md":
        return report_markdown(report, teller(language))
    return report_html(report, teller(language), language)


def save(report: Report, ending: str, language: str, into: Path) -> Path:
    """Write ``report`` into the folder ``into``. Blocks: inside jobs only. Raises Failed.

    Nothing is overwritten: a taken name gets a number.
    """
    text = written(report, ending, language)
    name = _name(report)
    try:
        into.mkdir(parents=True, exist_ok=True)
        for number in range(1, _NAMES_TRIED):
            path = into / (f"{name}.{ending}" if number == 1 else f"{name} ({number}).{ending}")
            try:
                with path.open("x", encoding="utf-8") as out:
                    out.write(text)
            except FileExistsError:
                continue
            return path
    except OSError as error:
        reason = error.strerror or type(error).__name__
        sentence = say(mark("Role check", "The report could not be written: {reason}."), reason=reason)
        raise Failed(Failure(_doing(), sentence, Kind.LOCAL)) from None
    sentence = say(mark("Role check", "{folder} holds too many reports called {name}."), folder=str(into), name=name)
    raise Failed(Failure(_doing(), sentence, Kind.LOCAL))


def _name(report: Report) -> str:
    """``role-check works 2026-11-24 1014``; what a profile is called is data and no path."""
    profile = re.sub(r"[^\w.-]+", "-", report.profile).strip("-.")[:60] or "profile"
    return f"role-check {profile} {_local(report.started):%Y-%m-%d %H%M}"


def _local(moment: datetime) -> datetime:
    return moment.astimezone()


def _doing():
    return say(mark("Role check", "Saving the report"))
