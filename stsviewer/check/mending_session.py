"""A session policy that lets calls through. It is the profile's own, so it can always be read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stsviewer.check.documents import Json, added_lines, pretty, statements_of
from stsviewer.check.mending import MOST_DENIES, wishes
from stsviewer.check.narrowing import without
from stsviewer.check.opening import note, opened
from stsviewer.check.rights import Ask, Rights
from stsviewer.check.values import Fix, Target, Way
from stsviewer.policy import DocumentKind, Effect, Outcome, Policies, parse
from stsviewer.policy.lint import SESSION_POLICY_LIMIT
from stsviewer.policy.smallest import smallest
from stsviewer.text import mark, say

_EVERYTHING: Final = {"Version": "1", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}


def mend_session(rights: Rights, asks: Sequence[Ask], profile: str, prefixes: Sequence[str]) -> Fix | None:
    """The session policy so that it lets ``asks`` through; None when it does already or cannot be read."""
    before = rights.policies.session
    if before is None:
        return None
    document: Json = json.loads(rights.session)
    for _ in range(MOST_DENIES):
        denying = _session_deny(rights, asks, document)
        if denying is None:
            break
        index, actions = denying
        left = without(document["Statement"][index], actions)
        document["Statement"][index : index + 1] = [left] if left is not None else []
    missing = [ask for ask in asks if not document["Statement"] or not _passes(rights, ask, document)]
    if missing:
        added = smallest(wishes(missing, rights.bucket))
        document = {**document, "Statement": [*statements_of(added), *document["Statement"]]}
    if document == json.loads(rights.session) or not all(_passes(rights, ask, document) for ask in asks):
        return None
    text = pretty(document)
    if len(text) > SESSION_POLICY_LIMIT:
        text = json.dumps(document, ensure_ascii=False, separators=(",", ":"))
    after = replace(rights.policies, session=parse(document, DocumentKind.SESSION))
    found = opened(rights, rights.policies, after, prefixes, wishes(asks, rights.bucket)) if rights.identity else ()
    return Fix(
        Target.SESSION,
        Way.REPLACE,
        profile,
        say(mark("Check", "Session policy of the profile {name}"), name=profile),
        document=text,
        added_lines=added_lines(pretty(json.loads(rights.session)), text),
        opens=found,
        opens_note=note(found),
        undo=say(mark("Check", "Put the old text back.")),
    )


def _alone(session: Json) -> Policies:
    """The session policy beside policies that allow everything: what it lets through by itself."""
    return Policies(role=(parse(_EVERYTHING, DocumentKind.IDENTITY),), session=parse(session, DocumentKind.SESSION))


def _passes(rights: Rights, ask: Ask, session: Json) -> bool:
    decision = rights.judge_known(ask, _alone(session))
    return decision is not None and decision.allowed


def _session_deny(rights: Rights, asks: Sequence[Ask], session: Json) -> tuple[int, set[str]] | None:
    if not session["Statement"]:
        return None
    document = parse(session, DocumentKind.SESSION)
    for ask in asks:
        decision = rights.judge_known(ask, _alone(session))
        if decision is not None and decision.outcome is Outcome.SESSION_DENY and decision.statement is not None:
            index = decision.statement.index
            if document.statements[index].effect is Effect.DENY:
                return index, {request.action for request in rights.requests(ask)}
    return None
