"""Why a role does not work, and what to change: the ladder, the catalogue of causes, the fixes and the report."""

from stsviewer.check.explaining import explain
from stsviewer.check.ladder import run
from stsviewer.check.letter import letter
from stsviewer.check.presets import PRESETS
from stsviewer.check.rehearsing import Problem, Rehearsal, rehearse
from stsviewer.check.report_html import report_html
from stsviewer.check.report_json import as_json, report_json
from stsviewer.check.report_markdown import report_markdown
from stsviewer.check.values import (
    Allowed,
    Cause,
    DecidingStatement,
    Explanation,
    Fix,
    Likelihood,
    Opened,
    Options,
    PolicyText,
    PresetVerdict,
    Report,
    Rung,
    RungName,
    RungState,
    Source,
    Stage,
    State,
    Target,
    Verdict,
    Way,
    Works,
)
from stsviewer.check.writing import new_write_key

__all__ = [
    "PRESETS",
    "Allowed",
    "Cause",
    "DecidingStatement",
    "Explanation",
    "Fix",
    "Likelihood",
    "Opened",
    "Options",
    "PolicyText",
    "PresetVerdict",
    "Problem",
    "Rehearsal",
    "Report",
    "Rung",
    "RungName",
    "RungState",
    "Source",
    "Stage",
    "State",
    "Target",
    "Verdict",
    "Way",
    "Works",
    "as_json",
    "explain",
    "letter",
    "new_write_key",
    "rehearse",
    "report_html",
    "report_json",
    "report_markdown",
    "run",
]
