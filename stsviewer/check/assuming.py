"""Why STS gives no token: which rung its refusal is about, the causes, and the fixes.

Three causes share one text (https://alibabacloud.com/help/en/ram/api-assumerole). RAM's documents tell them apart for
certain; else PolicyType of the refusal does; else what is likely is listed.
"""

from __future__ import annotations

from dataclasses import replace

from stsviewer.check import keys, trust
from stsviewer.check.caller_causes import assume_fix, control, denied, not_allowed, own_session
from stsviewer.check.callers_rights import decision, may_assume
from stsviewer.check.case import Case, Finding, layer_in, you
from stsviewer.check.parameter_causes import wrong_parameter
from stsviewer.check.role_causes import no_such_role
from stsviewer.check.values import Cause, Fix, Likelihood, RungName, Source
from stsviewer.failure import Failure
from stsviewer.policy import Outcome, PrincipalKind
from stsviewer.text import Text, mark, say
from stsviewer.wire.denials import Layer


def refused(failure: Failure, case: Case) -> tuple[Finding, ...]:
    """The causes of ``failure``, an answer to AssumeRole, the best first. Empty when it is about none of this."""
    code = failure.code
    if code in ("EntityNotExist.Role", "InvalidParameter.RoleArn", "MissingRoleArn"):
        return no_such_role(failure, case)
    if code.startswith(("InvalidParameter", "MissingRoleSessionName", "MissingParameter")):
        return (wrong_parameter(failure, case),)
    if (of_key := keys.refused_key(failure, case.profile)) is not None:
        return (of_key,)
    if code not in ("NoPermission", "AccessDenied", "Forbidden", "Forbidden.RAM", "AuthenticationFail.NoPermission"):
        return ()
    layer = layer_in(failure)
    if layer is Layer.ROOT or (case.caller is not None and case.caller.kind is PrincipalKind.ACCOUNT):
        return (keys.root_key(),)
    if layer is Layer.CONTROL:
        return (control(case),)
    if layer is Layer.SESSION:
        return (own_session(case),)
    if layer is Layer.UNTOLD:
        layer = _by_ram(case)
    match layer:
        case Layer.IDENTITY:
            return (not_allowed(case),)
        case Layer.IDENTITY_DENY:
            return denied(case)
        case Layer.TRUST:
            return trust.findings(case) if _reads_trust(case) else trust.unread(case)
        case Layer.TRUST_DENY:
            return trust.findings(case) if _reads_trust(case) else trust.denied_unread(case)
    return _untold(case)


def _reads_trust(case: Case) -> bool:
    return case.known.trust is not None and case.caller is not None


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
