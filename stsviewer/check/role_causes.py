"""There is no such role: a slip in its name, another account, or no ARN at all."""

from __future__ import annotations

from dataclasses import replace

from stsviewer.check.case import Case, Finding, certain
from stsviewer.check.values import Fix, Likelihood, RungName, Source, Target, Way
from stsviewer.failure import Failure
from stsviewer.policy import role_resource
from stsviewer.text import Text, mark, say


def no_such_role(failure: Failure, case: Case) -> tuple[Finding, ...]:
    """The ARN is malformed, names another account, or a role that is not there."""
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
