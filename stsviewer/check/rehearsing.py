"""Rehearse: other policies and other circumstances, and what the matrix would be. Nothing is sent anywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stsviewer.check import matrix
from stsviewer.check.circumstances import Circumstances
from stsviewer.check.known import Attached, Known
from stsviewer.check.mending import Subject
from stsviewer.check.rights import Rights
from stsviewer.check.values import Allowed, PolicyText, PresetVerdict, Stage
from stsviewer.policy import DocumentKind, GrammarError, Principal, PrincipalKind, parse
from stsviewer.policy.lint import lint
from stsviewer.text import Text


@dataclass(frozen=True)
class Problem:
    """Something wrong with an edited document. ``document`` is a policy's name, or ``session``.

    ``grammar``: the cloud would not take it; else it is a trap. ``line`` and ``column`` count from 1, None when it is
    about the whole.
    """

    document: str
    grammar: bool
    sentence: Text
    fix: Text | None = None
    line: int | None = None
    column: int | None = None


@dataclass(frozen=True)
class Rehearsal:
    """The matrix as it would be, and what is wrong with the documents.

    It is empty while a document does not follow the grammar. ``changed`` are the cells that differ from those given as
    ``before``.
    """

    allowed: tuple[Allowed, ...]
    presets: tuple[PresetVerdict, ...]
    problems: tuple[Problem, ...]
    changed: tuple[tuple[str, str], ...] = ()


def stage_of(rights: Rights, subject: Subject, prefix: str) -> Stage:
    """What Rehearse begins with after a check."""
    policies = subject.policies
    return Stage(
        principal_kind=rights.principal.kind.value,
        principal=rights.principal.arn,
        uid=rights.principal.uid,
        own_account=rights.principal.account,
        bucket=rights.bucket,
        account=rights.account,
        prefix=prefix,
        prefixes=subject.prefixes,
        identity=tuple(PolicyText(each.name, each.text) for each in policies) if policies is not None else None,
        session=rights.session,
        bucket_policy=rights.bucket_text,
        context=tuple((key, str(value)) for key, value in rights.circumstances.context.items()),
    )


def rehearse(
    stage: Stage,
    *,
    identity: Sequence[PolicyText] | None = None,
    session: str | None = None,
    context: Mapping[str, str] | None = None,
    before: Sequence[Allowed] = (),
) -> Rehearsal:
    """Judge ``stage`` with other policies, another session policy, other condition keys; None keeps what is there.

    ``context`` replaces all condition keys that every request carries: one that is not in it is absent.
    """
    documents = identity if identity is not None else stage.identity
    session_text = stage.session if session is None else session
    problems = [
        problem for each in documents or () for problem in _problems(each.name, each.text, DocumentKind.IDENTITY)
    ]
    if session_text.strip():
        problems += _problems("session", session_text, DocumentKind.SESSION)
    if any(problem.grammar for problem in problems):
        return Rehearsal((), (), tuple(problems))
    rights = _rights(stage, documents, session_text, context)
    cells = tuple(
        Allowed(cell.action, cell.prefix, cell.state, False, cell.statement)
        for cell in matrix.cells(stage.prefix, rights, None, stage.prefixes)
    )
    then = {(cell.action, cell.prefix): cell.state for cell in before}
    changed = tuple(
        (cell.action, cell.prefix)
        for cell in cells
        if (cell.action, cell.prefix) in then and then[cell.action, cell.prefix] is not cell.state
    )
    return Rehearsal(cells, matrix.presets(stage.prefix, rights, None, None), tuple(problems), changed)


def _rights(
    stage: Stage, documents: Sequence[PolicyText] | None, session: str, context: Mapping[str, str] | None
) -> Rights:
    attached = tuple(
        Attached(each.name, False, each.text, parse(each.text, DocumentKind.IDENTITY, each.name))
        for each in documents or ()
    )
    principal = Principal(PrincipalKind(stage.principal_kind), stage.own_account, stage.uid, stage.principal)
    circumstances = (
        Circumstances(dict(stage.context)) if context is None else Circumstances(dict(context), complete=True)
    )
    return Rights(
        principal=principal,
        bucket=stage.bucket,
        account=stage.account,
        known=Known(caller=attached, role=attached),
        circumstances=circumstances,
        identity=documents is not None or principal.kind is PrincipalKind.ACCOUNT,
        session=session,
        bucket_text=stage.bucket_policy,
    )


def _problems(name: str, text: str, kind: DocumentKind) -> list[Problem]:
    try:
        found = lint(text, kind)
    except GrammarError as error:
        return [Problem(name, True, error.sentence, None, error.line, error.column)]
    return [Problem(name, False, one.sentence, one.fix, one.line, one.column) for one in found]
