"""A bucket's policy that lets calls through: statements for another account's, or a Deny narrowed."""

from __future__ import annotations

import json
from collections.abc import Sequence

from stsviewer.check.documents import Json, added_lines, pretty, statements_of
from stsviewer.check.mending import MOST_DENIES, wishes
from stsviewer.check.narrowing import without
from stsviewer.check.opening import note
from stsviewer.check.rights import Ask, Rights, parsed
from stsviewer.check.values import Fix, Target, Way
from stsviewer.policy import DocumentKind, Outcome, Policies, parse
from stsviewer.policy.smallest import smallest
from stsviewer.text import mark, say


def open_foreign_bucket(rights: Rights, asks: Sequence[Ask]) -> Fix:
    """Statements for the policy of another account's bucket that let the caller in."""
    statements = [
        {
            "Effect": statement["Effect"],
            "Action": statement["Action"],
            "Principal": [_principal_in_bucket_policy(rights)],
            **{name: value for name, value in statement.items() if name not in ("Effect", "Action")},
        }
        for statement in statements_of(smallest(wishes(asks, rights.bucket)))
    ]
    text = pretty({"Version": "1", "Statement": statements})
    parse(text, DocumentKind.BUCKET)
    return Fix(
        Target.BUCKET,
        Way.ADD,
        rights.bucket,
        say(mark("Check", "Statements for the policy of the bucket {bucket}, for its owner"), bucket=rights.bucket),
        document=text,
        opens_note=note(()),
        undo=say(mark("Check", "Take the statements out again.")),
    )


def _principal_in_bucket_policy(rights: Rights) -> str:
    if not rights.of_session:
        return rights.principal.uid
    role = rights.principal.assumed_role_arn.partition(":role/")[2]
    return f"arn:sts::{rights.principal.account}:assumed-role/{role}/*"


def narrow_bucket_policy(rights: Rights, asks: Sequence[Ask]) -> Fix | None:
    """The bucket's policy without the Deny of ``asks``; None when it could not be read."""
    if parsed(rights.bucket_text, DocumentKind.BUCKET) is None:
        return None
    document: Json = json.loads(rights.bucket_text)
    for _ in range(MOST_DENIES):
        denying = _bucket_deny(rights, asks, document)
        if denying is None:
            break
        index, actions = denying
        left = without(document["Statement"][index], actions)
        document["Statement"][index : index + 1] = [left] if left is not None else []
    gone = not document["Statement"]
    title = (
        mark("Check", "Delete the policy of the bucket {bucket}")
        if gone
        else mark("Check", "Policy of the bucket {bucket}")
    )
    return Fix(
        Target.BUCKET,
        Way.DETACH if gone else Way.REPLACE,
        rights.bucket,
        say(title, bucket=rights.bucket),
        document="" if gone else pretty(document),
        added_lines=() if gone else added_lines(pretty(json.loads(rights.bucket_text)), pretty(document)),
        opens_note=say(mark("Check", "Everybody whom that Deny is about may do this again, where an Allow lets them.")),
        undo=say(mark("Check", "Put the old text back.")),
    )


def _bucket_deny(rights: Rights, asks: Sequence[Ask], document: Json) -> tuple[int, set[str]] | None:
    if not document["Statement"]:
        return None
    policies = Policies(bucket=parse(document, DocumentKind.BUCKET))
    for ask in asks:
        for request in rights.requests(ask):
            decision = rights.circumstances.judge(policies, request)
            if decision is not None and decision.outcome is Outcome.EXPLICIT_DENY and decision.statement is not None:
                return decision.statement.index, {request.action}
    return None
