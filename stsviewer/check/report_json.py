"""A report for scripts: the form that ``stsviewer check --json`` prints and that does not change without notice."""

from __future__ import annotations

import json
from typing import Any

from stsviewer.check.values import Allowed, Cause, DecidingStatement, Fix, Report, Rung, RungState


def as_json(report: Report) -> dict[str, Any]:
    """The report as values that JSON has. Sentences are English."""
    return {
        "profile": report.profile,
        "verdict": report.verdict.value,
        "source": report.source.value,
        "rungs": [_rung(rung) for rung in report.rungs],
        "causes": [_cause(cause) for cause in report.causes],
        "fixes": [_fix(fix) for fix in report.fixes],
        "allowed": [_cell(cell) for cell in report.allowed],
    }


def report_json(report: Report) -> str:
    """The report as JSON text."""
    return json.dumps(as_json(report), indent=2, ensure_ascii=False) + "\n"


def _rung(rung: Rung) -> dict[str, Any]:
    state = RungState.PASSED if rung.state is RungState.REMARK else rung.state
    evidence = {"code": rung.code or None, "ec": rung.ec or None, "request_id": rung.request_id or None}
    return {"name": rung.name.value, "state": state.value, "evidence": evidence}


def _cause(cause: Cause) -> dict[str, Any]:
    return {"id": cause.id, "likelihood": cause.likelihood.value, "text": cause.text.english()}


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "target": fix.target.value,
        "name": fix.name,
        "document": fix.document,
        "opens": [{"action": one.action, "prefix": one.prefix} for one in fix.opens],
    }


def _cell(cell: Allowed) -> dict[str, Any]:
    return {
        "action": cell.action,
        "prefix": cell.prefix,
        "state": cell.state.value,
        "statement": _statement(cell.statement) if cell.statement is not None else None,
    }


def _statement(statement: DecidingStatement) -> dict[str, Any]:
    return {
        "policy": statement.policy,
        "name": statement.name or None,
        "index": statement.index,
        "sid": statement.sid or None,
    }
