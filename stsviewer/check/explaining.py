"""What a single refusal means, where it is shown: from the refusal itself, without asking anybody anything."""

from __future__ import annotations

from dataclasses import replace

from stsviewer.check import assuming, keys, refusing
from stsviewer.check.case import Case, Finding, certain
from stsviewer.check.known import NOTHING
from stsviewer.check.mending import Subject
from stsviewer.check.probing import Tried
from stsviewer.check.rights import Ask, Rights
from stsviewer.check.scene import Scene
from stsviewer.check.storage_stage import other_region
from stsviewer.check.values import Explanation, RungName, Source, Target
from stsviewer.failure import Failure
from stsviewer.oss.address import region_of
from stsviewer.policy import Principal, PrincipalKind
from stsviewer.policy.actions import needs
from stsviewer.profile import Profile
from stsviewer.wire.sentences import bucket_is_elsewhere

_ASSUMING = "sts:assumerole"


def explain(failure: Failure, profile: Profile, *, api: str = "", bucket: str = "", prefix: str = "") -> Explanation:
    """Causes and fixes for ``failure``, the best first.

    ``api`` names the call that was refused where the server does not (ListObjects ...); ``bucket`` and ``prefix`` are
    where, the profile's own when empty.
    """
    bucket = bucket or profile.bucket
    if bucket_is_elsewhere(failure.code, failure.ec, failure.said("Endpoint")):
        found = [other_region(profile, bucket, region_of(failure.said("Endpoint")))]
    elif (of_network := keys.network(failure)) is not None:
        found = [of_network]
    elif (of_key := keys.refused_key(failure, profile)) is not None:
        found = [of_key]
    else:
        action = failure.said("AuthAction")
        caller = _principal(failure, profile)
        of_sts = action.lower() == _ASSUMING or (not action and not failure.ec)
        found = list(assuming.refused(failure, Case(profile, None if of_sts else caller))) if of_sts else []
        found = found or _of_storage(failure, profile, caller, _call(action, api), bucket, prefix)
    causes = tuple(finding.cause for finding in found)
    fixes = tuple(dict.fromkeys(fix for finding in found for fix in finding.fixes))
    return Explanation(causes, fixes)


def _call(action: str, api: str) -> str:
    """The call that was refused; an empty text when nobody tells."""
    name = api or action.partition(":")[2]
    try:
        needs(name)
    except KeyError:
        return ""
    return name


def _principal(failure: Failure, profile: Profile) -> Principal:
    """Who was refused, by the server's detail, else by the profile."""
    account = failure.said("AuthPrincipalOwnerId") or profile.account
    name = failure.said("AuthPrincipalDisplayName")
    if failure.said("AuthPrincipalType") == "SubUser" or not profile.role_arn:
        return Principal(PrincipalKind.RAM_USER, account, name)
    role, colon, session = name.partition(":")
    arn = f"acs:ram::{account}:role/{role}/{session}" if colon else f"{profile.role_arn}/{profile.role_session_name}"
    return Principal(PrincipalKind.ASSUMED_ROLE_USER, account, "", arn)


def _of_storage(
    failure: Failure, profile: Profile, principal: Principal, api: str, bucket: str, prefix: str
) -> list[Finding]:
    if not api:
        return [Finding(certain("refused", RungName.ACTIONS, Source.REASONING, failure.sentence))]
    session = principal.kind is PrincipalKind.ASSUMED_ROLE_USER
    case = Case(profile, principal)
    rights = Rights(
        principal, bucket, principal.account, NOTHING, case.circumstances, False, profile.policy if session else ""
    )
    name = profile.role_name if profile.role_arn else case.caller_name
    subject = Subject(rights, Target.ROLE if session else Target.USER, name, profile.name, None)
    # What else works is not known here, but a bucket that was listed or opened is there to be refused.
    scene = Scene(case, rights, subject, prefix)
    ask = Ask(api, prefix) if api not in ("ListBuckets", "GetBucketInfo") else Ask(api)
    found = refusing.findings([Tried(ask, 0.0, failure)], scene)
    return [replace(finding, cause=replace(finding.cause, rung=RungName.ACTIONS)) for finding in found]
