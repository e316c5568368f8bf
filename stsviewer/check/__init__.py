"""Why a role does not work, and what to change: the ladder, the catalogue of causes, the fixes and the report."""

from stsviewer.check.ladder import run
from stsviewer.check.presets import PRESETS
from stsviewer.check.values import (
    Allowed,
    Cause,
    DecidingStatement,
    Explanation,
    Fix,
    Likelihood,
    Opened,
    Options,
    PresetVerdict,
    Report,
    Rung,
    RungName,
    RungState,
    Source,
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
    "PresetVerdict",
    "Report",
    "Rung",
    "RungName",
    "RungState",
    "Source",
    "State",
    "Target",
    "Verdict",
    "Way",
    "Works",
    "new_write_key",
    "run",
]
