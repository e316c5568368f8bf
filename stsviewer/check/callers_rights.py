"""What RAM's documents say about the caller's call of AssumeRole."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from stsviewer.check.case import Case
from stsviewer.check.trust_policy import request_of
from stsviewer.policy import Decision, Outcome, Policies

BY_IDENTITY: Final = (Outcome.IMPLICIT_DENY, Outcome.EXPLICIT_DENY)


def decision(case: Case) -> Decision | None:
    """What RAM's documents say about the call as a whole; None when they could not be read, or do not tell."""
    if case.caller is None or case.known.caller is None:
        return None
    document = case.known.trust.document if case.known.trust is not None else None
    policies = replace(case.callers_policies(), trust=document)
    found = case.circumstances.judge(policies, request_of(case))
    if document is None and found is not None and found.outcome is Outcome.TRUST_DENY:
        return None
    return found


def may_assume(case: Case) -> bool | None:
    """Whether the caller's own policies allow it; None when that cannot be told."""
    if case.caller is None or case.known.caller is None:
        return None
    found = case.circumstances.judge(case.callers_policies(), request_of(case))
    return None if found is None else found.outcome not in BY_IDENTITY


def granting_policy(case: Case) -> str:
    """The name of the caller's policy that allows it, or an empty text."""
    if case.caller is None:
        return ""
    for each in case.known.caller or ():
        alone = Policies(user=(each.document,), role=(each.document,))
        found = case.circumstances.judge(alone, request_of(case))
        if found is not None and found.outcome is Outcome.TRUST_DENY:
            return each.name
    return ""
