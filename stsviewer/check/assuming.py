"""Why STS gives no token: which rung its refusal is about, the causes, and the fixes.

Three causes share one text (https://alibabacloud.com/help/en/ram/api-assumerole). RAM's documents tell them apart for
certain; else PolicyType of the refusal does; else what is likely is listed.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Final

from stsviewer.check import keys, trust
from stsviewer.check.case import Case, Finding, certain, layer_in, you
from stsviewer.check.documents import added_lines, pretty
from stsviewer.check.narrowing import without
from stsviewer.check.opening import note
from stsviewer.check.values import Cause, Fix, Likelihood, RungName, Source, Target, Way
from stsviewer.failure import Failure
from stsviewer.policy import (
    Decision,
    DocumentKind,
    GrammarError,
    Outcome,
    Policies,
    PrincipalKind,
    parse,
    role_resource,
)
from stsviewer.policy.lint import SESSION_POLICY_LIMIT
from stsviewer.text import Text, mark, say
from stsviewer.wire.denials import Layer

QUICK: Final = "AliyunSTSAssumeRoleAccess"
_BY_IDENTITY: Final = (Outcome.IMPLICIT_DENY, Outcome.EXPLICIT_DENY)


def refused(failure: Failure, case: Case) -> tuple[Finding, ...]:
    """The causes of ``failure``, an answer to AssumeRole, the best first. Empty when it is about none of this."""
    code = failure.code
    if code in ("EntityNotExist.Role", "InvalidParameter.RoleArn", "MissingRoleArn"):
        return _no_such_role(failure, case)
    if code.startswith("InvalidParameter"):
        return (_parameter(failure, case),)
    if (of_key := keys.refused_key(failure, case.profile)) is not None:
        return (of_key,)
    if code not in ("NoPermission", "AccessDenied", "Forbidden", "Forbidden.RAM", "AuthenticationFail.NoPermission"):
        return ()
    layer = layer_in(failure)
    if layer is Layer.ROOT or (case.caller is not None and case.caller.kind is PrincipalKind.ACCOUNT):
        return (keys.root_key(),)
    if layer is Layer.CONTROL:
        return (_control(case),)
    if layer is Layer.SESSION:
        return (_own_session(case),)
    if layer is Layer.UNTOLD:
        layer = _by_ram(case)
    match layer:
        case Layer.IDENTITY:
            return (_not_allowed(case),)
        case Layer.IDENTITY_DENY:
            return _denied(case)
        case Layer.TRUST:
            return trust.findings(case) if _reads_trust(case) else trust.unread(case)
        case Layer.TRUST_DENY:
            return trust.findings(case) if _reads_trust(case) else trust.denied_unread(case)
    return _untold(case)


def _reads_trust(case: Case) -> bool:
    return case.known.trust is not None and case.caller is not None


def decision(case: Case) -> Decision | None:
    """What RAM's documents say about the call as a whole; None when they could not be read, or do not tell."""
    if case.caller is None or case.known.caller is None:
        return None
    document = case.known.trust.document if case.known.trust is not None else None
    policies = replace(case.callers_policies(), trust=document)
    found = case.circumstances.judge(policies, trust.request_of(case))
    if document is None and found is not None and found.outcome is Outcome.TRUST_DENY:
        return None
    return found


def may_assume(case: Case) -> bool | None:
    """Whether the caller's own policies allow it; None when that cannot be told."""
    if case.caller is None or case.known.caller is None:
        return None
    found = case.circumstances.judge(case.callers_policies(), trust.request_of(case))
    return None if found is None else found.outcome not in _BY_IDENTITY


def granting_policy(case: Case) -> str:
    """The name of the caller's policy that allows it, or an empty text."""
    if case.caller is None:
        return ""
    for each in case.known.caller or ():
        alone = Policies(user=(each.document,), role=(each.document,))
        found = case.circumstances.judge(alone, trust.request_of(case))
        if found is not None and found.outcome is Outcome.TRUST_DENY:
            return each.name
    return ""


def _by_ram(case: Case) -> Layer:
    """Which layer RAM's documents say refuses, where the server does not tell."""
    allowed = may_assume(case)
    found = decision(case)
    if allowed is False:
        explicit = found is not None and found.outcome is Outcome.EXPLICIT_DENY
        return Layer.IDENTITY_DENY if explicit else Layer.IDENTITY
    if allowed and _reads_trust(case) and found is not None and not found.allowed:
        return Layer.TRUST
    return Layer.UNTOLD


# ── The user may not ─────────────────────────────────────────────────────────────────────────────────────────────────


def _not_allowed(case: Case) -> Finding:
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
    document = pretty(
        {"Version": "1", "Statement": [{"Effect": "Allow", "Action": trust.ASSUME_ROLE, "Resource": resource}]}
    )
    added = parse(document, DocumentKind.IDENTITY)
    if case.caller is not None:
        judged = case.circumstances.judge(Policies(user=(added,), role=(added,)), trust.request_of(case))
        assert judged is None or judged.outcome not in _BY_IDENTITY
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
        quick=QUICK,
        opens_note=note(()),
        undo=say(mark("Check", "Detach the policy and delete it.")),
    )


def _denied(case: Case) -> tuple[Finding, ...]:
    """A Deny among the caller's own policies."""
    text = say(
        mark("Check", "A policy of {you} denies sts:AssumeRole, and a Deny outranks every Allow."), you=you(case)
    )
    if case.caller is None or case.known.caller is None:
        title = say(mark("Check", "Narrow the Deny of sts:AssumeRole in the policies of {you}"), you=you(case))
        fix = Fix(case.caller_target, Way.ACT, case.caller_name, title)
        return (Finding(certain("user-assume-denied", RungName.MAY_ASSUME, Source.SERVER, text), (fix,)),)
    judged = case.circumstances.judge_doubtful(case.callers_policies(), trust.request_of(case))
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
    return without(statement, [trust.ASSUME_ROLE])


def _control(case: Case) -> Finding:
    text = say(mark("Check", "A control policy of the resource directory forbids sts:AssumeRole."))
    title = say(mark("Check", "Ask the administrator of the resource directory to except this role"))
    return Finding(
        certain("control-policy", RungName.MAY_ASSUME, Source.SERVER, text),
        (Fix(case.caller_target, Way.ACT, case.caller_name, title),),
    )


def _own_session(case: Case) -> Finding:
    text = say(mark("Check", "The key is itself a token, and its session policy does not allow sts:AssumeRole."))
    title = say(mark("Check", "Get the first token with a session policy that allows sts:AssumeRole, or without one"))
    return Finding(
        certain("user-session-policy", RungName.MAY_ASSUME, Source.SERVER, text),
        (Fix(Target.SESSION, Way.ACT, case.caller_name, title),),
    )


# ── The role ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _no_such_role(failure: Failure, case: Case) -> tuple[Finding, ...]:
    profile, known = case.profile, case.known
    if not profile.role_name or failure.code != "EntityNotExist.Role":
        text = say(
            mark("Check", "The role's ARN is not of the form acs:ram::ACCOUNT:role/NAME: {arn}"), arn=profile.role_arn
        )
        account = case.caller.account if case.caller is not None else ""
        name = known.nearest_role(profile.role_arn.rpartition("/")[2])
        arn = role_resource(account, name) if account and name else ""
        return (_of_role("role-arn-malformed", Source.SERVER, text, arn),)
    own = case.caller.account if case.caller is not None else ""
    if own and profile.account != own:
        return (_other_account(case, own),)
    near = known.nearest_role(profile.role_name)
    if near:
        text = say(
            mark("Check", "The account {account} has no role {role}; it has one that is called {near}."),
            account=profile.account,
            role=profile.role_name,
            near=near,
        )
        return (_of_role("role-not-found", Source.RAM, text, role_resource(profile.account, near)),)
    text = say(
        mark("Check", "The account {account} has no role {role}. Check the name, letter by letter."),
        account=profile.account,
        role=profile.role_name,
    )
    return (_of_role("role-not-found", Source.RAM if known.role_missing else Source.SERVER, text, ""),)


def _other_account(case: Case, own: str) -> Finding:
    profile = case.profile
    arn = role_resource(own, profile.role_name)
    if profile.role_name in (case.known.role_names or ()):
        text = say(
            mark(
                "Check",
                "The ARN names the account {other}, which has no role {role}. The key belongs to {own}, which has one.",
            ),
            other=profile.account,
            role=profile.role_name,
            own=own,
        )
        return _of_role("role-other-account", Source.RAM, text, arn)
    text = say(
        mark("Check", "The ARN names the account {other}, which has no role {role}; the key belongs to {own}."),
        other=profile.account,
        role=profile.role_name,
        own=own,
    )
    finding = _of_role("role-other-account", Source.SERVER, text, arn)
    apart = say(mark("Check", "Is the role in the account {own}? Then its ARN is {arn}."), own=own, arn=arn)
    return replace(finding, cause=replace(finding.cause, likelihood=Likelihood.LIKELY, told_apart_by=apart))


def _of_role(id_: str, source: Source, text: Text, arn: str) -> Finding:
    title = (
        mark("Check", "Enter this ARN in the profile")
        if arn
        else mark("Check", "Correct the role's ARN in the profile; RAM's console shows it on the role's page")
    )
    fix = Fix(
        Target.PROFILE,
        Way.SET if arn else Way.ACT,
        "role_arn",
        say(title),
        document=arn,
        opens_note=say(mark("Check", "Nothing: the role stays as it is.")) if arn else None,
    )
    return Finding(certain(id_, RungName.ROLE, source, text), (fix,))


# ── Duration, session name, session policy ───────────────────────────────────────────────────────────────────────────


def _parameter(failure: Failure, case: Case) -> Finding:
    name = failure.code.partition(".")[2]
    rung, profile = RungName.PARAMETERS, case.profile
    if name == "DurationSeconds":
        return _duration(failure, case)
    if name in ("PolicyGrammar", "PolicySize", "Policy"):
        return _session_policy(failure, case)
    field = {"RoleSessionName": "role_session_name", "ExternalId": "external_id"}.get(name, name)
    title = {
        "role_session_name": mark("Check", "Enter a session name of 2 to 64 letters, digits and . @ - _"),
        "external_id": mark(
            "Check", "Enter the external id as it was agreed: 2 to 1224 letters, digits, = + , . @ : / - _"
        ),
    }.get(field, mark("Check", "Correct this value in the profile"))
    value = "stsviewer" if field == "role_session_name" else ""
    fix = Fix(Target.PROFILE, Way.SET if value else Way.ACT, field, say(title), document=value)
    id_ = {"role_session_name": "session-name-malformed", "external_id": "external-id-malformed"}.get(
        field, "parameter-malformed"
    )
    text = failure.sentence
    if field == "role_session_name" and not profile.role_session_name:
        text = say(mark("Check", "The profile has no session name, and AssumeRole needs one."))
    return Finding(certain(id_, rung, Source.SERVER, text), (fix,))


def _duration(failure: Failure, case: Case) -> Finding:
    asked, known = case.profile.duration_seconds, case.known.trust
    if asked < 900:
        text = say(mark("Check", "A token lives 900 seconds at least; the profile asks for {asked}."), asked=asked)
        value, source = "900", Source.SERVER
    elif known is not None:
        text = say(
            mark("Check", "The role's sessions last {longest} seconds at most; the profile asks for {asked}."),
            longest=known.max_session_duration,
            asked=asked,
        )
        value, source = str(known.max_session_duration), Source.RAM
    else:
        text = say(
            mark(
                "Check",
                "The profile asks for {asked} seconds. A role's sessions last 3600 unless its maximum was raised.",
            ),
            asked=asked,
        )
        value, source = "3600", Source.SERVER
    title = say(mark("Check", "Enter this duration in the profile, or have the role's maximum raised"))
    fix = Fix(Target.PROFILE, Way.SET, "duration_seconds", title, document=value)
    return Finding(certain("duration-not-accepted", RungName.PARAMETERS, source, text), (fix,))


def _session_policy(failure: Failure, case: Case) -> Finding:
    text, id_ = failure.sentence, "session-policy-grammar"
    title = mark("Check", "Correct the session policy of the profile, or leave it empty")
    if len(case.profile.policy) > SESSION_POLICY_LIMIT:
        id_ = "session-policy-size"
        text = say(
            mark("Check", "The session policy has {count} characters; {limit} are allowed."),
            count=len(case.profile.policy),
            limit=SESSION_POLICY_LIMIT,
        )
    else:
        try:
            parse(case.profile.policy, DocumentKind.SESSION)
        except GrammarError as error:
            text = say(mark("Check", "The session policy does not follow the grammar. {place}"), place=error.located)
    fix = Fix(Target.SESSION, Way.ACT, case.profile.name, say(title))
    return Finding(certain(id_, RungName.PARAMETERS, Source.SERVER, text), (fix,))


# ── Nobody tells ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _untold(case: Case) -> tuple[Finding, ...]:
    """One text for three causes, and neither RAM nor the server tells which."""
    apart = say(
        mark("Check", "RAM's policies of {you} and the role's trust policy tell. Whoever may read RAM can look."),
        you=you(case),
    )

    def likely(id_: str, rung: RungName, text: Text, *fixes: Fix, how: Likelihood = Likelihood.LIKELY) -> Finding:
        return Finding(Cause(id_, rung, how, Source.REASONING, text, apart), fixes)

    found = []
    if may_assume(case) is None:
        text = say(mark("Check", "The policies of {you} may not allow sts:AssumeRole on this role."), you=you(case))
        found.append(likely("user-may-not-assume", RungName.MAY_ASSUME, text, assume_fix(case)))
    for each in trust.unread(case):
        if each.cause.id == "trust-refuses":
            text = say(mark("Check", "The role may not trust {you}."), you=you(case))
            found.append(likely("trust-not-named", RungName.TRUST, text, *each.fixes))
        elif each.cause.id != "trust-not-named":
            cause = replace(each.cause, likelihood=Likelihood.POSSIBLE, told_apart_by=apart)
            found.append(Finding(cause, each.fixes))
    return tuple(found)
