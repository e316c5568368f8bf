"""The caller may not call AssumeRole: its own policies, or what stands above them."""

from __future__ import annotations

import json
from typing import Final

from stsviewer.check.callers_rights import BY_IDENTITY, granting_policy
from stsviewer.check.case import Case, Finding, certain, you
from stsviewer.check.documents import added_lines, pretty
from stsviewer.check.narrowing import without
from stsviewer.check.opening import note
from stsviewer.check.trust_policy import ASSUME_ROLE, request_of
from stsviewer.check.values import Fix, RungName, Source, Target, Way
from stsviewer.policy import DocumentKind, Outcome, Policies, parse, role_resource
from stsviewer.text import mark, say

_QUICK: Final = "AliyunSTSAssumeRoleAccess"


def not_allowed(case: Case) -> Finding:
    """No policy of the caller allows it."""
    readable = case.known.caller is not None
    if readable:
        names = ", ".join(each.name for each in case.known.caller or ())
        text = (
            say(
                mark("Check", "None of the policies of {you} allows sts:AssumeRole on this role: {names}."),
                you=you(case),
                names=names,
            )
            if names
            else say(mark("Check", "No policy is attached to {you}, so nothing allows sts:AssumeRole."), you=you(case))
        )
    else:
        text = say(mark("Check", "No policy of {you} allows sts:AssumeRole on this role."), you=you(case))
    source = Source.RAM if readable else Source.SERVER
    return Finding(certain("user-may-not-assume", RungName.MAY_ASSUME, source, text), (assume_fix(case),))


def assume_fix(case: Case) -> Fix:
    """The smallest policy that lets the caller ask for this role."""
    resource = role_resource(case.account_of_role, case.profile.role_name).replace("acs:ram::", "acs:ram:*:", 1)
    document = pretty({"Version": "1", "Statement": [{"Effect": "Allow", "Action": ASSUME_ROLE, "Resource": resource}]})
    added = parse(document, DocumentKind.IDENTITY)
    if case.caller is not None:
        judged = case.circumstances.judge(Policies(user=(added,), role=(added,)), request_of(case))
        assert judged is None or judged.outcome not in BY_IDENTITY
    title = (
        mark("Check", "A policy to attach to the role {name}")
        if case.caller_target is Target.ROLE
        else mark("Check", "A policy to attach to the user {name}")
    )
    return Fix(
        case.caller_target,
        Way.ATTACH,
        case.caller_name,
        say(title, name=case.caller_name),
        document=document,
        added_lines=tuple(range(len(document.splitlines()))),
        quick=_QUICK,
        opens_note=note(()),
        undo=say(mark("Check", "Detach the policy and delete it.")),
    )


def denied(case: Case) -> tuple[Finding, ...]:
    """A Deny among the caller's own policies."""
    text = say(
        mark("Check", "A policy of {you} denies sts:AssumeRole, and a Deny outranks every Allow."), you=you(case)
    )
    if case.caller is None or case.known.caller is None:
        title = say(mark("Check", "Narrow the Deny of sts:AssumeRole in the policies of {you}"), you=you(case))
        fix = Fix(case.caller_target, Way.ACT, case.caller_name, title)
        return (Finding(certain("user-assume-denied", RungName.MAY_ASSUME, Source.SERVER, text), (fix,)),)
    judged = case.circumstances.judge_doubtful(case.callers_policies(), request_of(case))
    if judged.outcome is not Outcome.EXPLICIT_DENY or judged.statement is None:
        return (Finding(certain("user-assume-denied", RungName.MAY_ASSUME, Source.SERVER, text)),)
    statement = case.known.statement(judged.statement)
    place = int(judged.statement.policy.partition("[")[2].rstrip("]"))
    policy = case.known.caller[place]
    document = json.loads(policy.text)
    left = _without_assume_role(document["Statement"][judged.statement.index])
    document["Statement"][judged.statement.index : judged.statement.index + 1] = [left] if left is not None else []
    gone = not document["Statement"]
    after = pretty(document)
    title = (
        say(mark("Check", "Detach the policy {policy} from {you}"), policy=policy.name, you=you(case))
        if gone
        else say(mark("Check", "The policy {policy} of {you}"), policy=policy.name, you=you(case))
    )
    fix = Fix(
        case.caller_target,
        Way.DETACH if gone else Way.REPLACE,
        policy.name,
        title,
        document="" if gone else after,
        added_lines=() if gone else added_lines(pretty(json.loads(policy.text)), after),
        opens_note=say(mark("Check", "{name} may take every role that trusts it."), name=case.caller_name),
        undo=say(mark("Check", "Put the old text back.")),
    )
    fixes = (fix,) if granting_policy(case) else (fix, assume_fix(case))
    cause = certain("user-assume-denied", RungName.MAY_ASSUME, Source.RAM, text, statement=statement)
    return (Finding(cause, fixes),)


def _without_assume_role(statement: dict[str, object]) -> dict[str, object] | None:
    """A Deny that is about sts:AssumeRole by name loses it; every other is dropped or gets an exception."""
    names = statement.get("Action")
    listed = names if isinstance(names, list) else [names]
    kept = [name for name in listed if str(name).lower() not in ("sts:assumerole", "sts:*")]
    if names is not None and len(kept) < len(listed):
        return {**statement, "Action": kept} if kept else None
    return without(statement, [ASSUME_ROLE])


def control(case: Case) -> Finding:
    """A control policy above the account forbids it."""
    text = say(mark("Check", "A control policy of the resource directory forbids sts:AssumeRole."))
    title = say(mark("Check", "Ask the administrator of the resource directory to except this role"))
    return Finding(
        certain("control-policy", RungName.MAY_ASSUME, Source.SERVER, text),
        (Fix(case.caller_target, Way.ACT, case.caller_name, title),),
    )


def own_session(case: Case) -> Finding:
    """The key is a token whose session policy does not let it."""
    text = say(mark("Check", "The key is itself a token, and its session policy does not allow sts:AssumeRole."))
    title = say(mark("Check", "Get the first token with a session policy that allows sts:AssumeRole, or without one"))
    return Finding(
        certain("user-session-policy", RungName.MAY_ASSUME, Source.SERVER, text),
        (Fix(Target.SESSION, Way.ACT, case.caller_name, title),),
    )
