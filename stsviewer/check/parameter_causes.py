"""AssumeRole does not take a value of the profile: the duration, the session's name, its policy, the external id."""

from __future__ import annotations

from stsviewer.check.case import Case, Finding, certain
from stsviewer.check.values import Fix, RungName, Source, Target, Way
from stsviewer.failure import Failure
from stsviewer.policy import DocumentKind, GrammarError, parse
from stsviewer.policy.lint import SESSION_POLICY_LIMIT
from stsviewer.text import mark, say


def wrong_parameter(failure: Failure, case: Case) -> Finding:
    """A value of the profile that AssumeRole does not take."""
    name = failure.code.partition(".")[2] or failure.code.removeprefix("Missing")
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
