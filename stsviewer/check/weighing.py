"""Judging what the storage refused, now that RAM's documents are there, and filling the last rung."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from stsviewer.check import matrix, refusing
from stsviewer.check.circumstances import Circumstances
from stsviewer.check.climb import Climb
from stsviewer.check.mending import Subject
from stsviewer.check.probing import Storehouse, Tried
from stsviewer.check.rights import EXAMPLE, Ask, Rights
from stsviewer.check.rungs import as_it_is
from stsviewer.check.scene import Scene, names
from stsviewer.check.storage_stage import left_behind
from stsviewer.check.token_stage import diagnosed
from stsviewer.check.values import RungName, RungState, State, Target
from stsviewer.endpoint import Endpoint
from stsviewer.policy import Principal, PrincipalKind
from stsviewer.ram import Diagnosis
from stsviewer.text import mark, say

#: An account that nobody has, for a bucket whose owner is known to be another one and not which.
_SOMEBODY_ELSE = "0"


def rights_of(climb: Climb) -> Rights:
    """Whoever acts on the storage, whether or not there is a token yet. Only with a caller."""
    assert climb.caller is not None
    profile, principal, store = climb.profile, climb.caller, climb.store
    if climb.token is not None:
        token = climb.token
        principal = Principal(
            PrincipalKind.ASSUMED_ROLE_USER, token.account, token.assumed_role_id, token.assumed_role_arn
        )
    elif profile.role_arn:
        arn = f"{profile.role_arn}/{profile.role_session_name or 'session'}"
        principal = Principal(PrincipalKind.ASSUMED_ROLE_USER, profile.account, "", arn, profile.role_arn)
    own = climb.known.role if profile.role_arn else climb.known.caller
    of_session = principal.kind is PrincipalKind.ASSUMED_ROLE_USER
    sample = ("", EXAMPLE)
    if store is not None and store.sample is not None:
        sample = (climb.prefix, store.sample.key.removeprefix(climb.prefix))
    return Rights(
        principal=principal,
        bucket=climb.bucket,
        account=_owner(climb, principal.account),
        # A session that came with the key is judged by the policies of the role whose session it is.
        known=replace(climb.known, role=own) if of_session else climb.known,
        circumstances=_circumstances(climb),
        identity=own is not None or principal.kind is PrincipalKind.ACCOUNT,
        session=profile.policy if profile.role_arn else "",
        bucket_text=store.policy if store is not None else "",
        sample=sample,
    )


def _owner(climb: Climb, own: str) -> str:
    store = climb.store
    if store is None:
        return own
    if store.info is not None and store.info.owner:
        return store.info.owner
    elsewhere = store.buckets is not None and store.seen and climb.bucket not in store.buckets
    return _SOMEBODY_ELSE if elsewhere else own


def _circumstances(climb: Climb) -> Circumstances:
    text = climb.profile.oss_endpoint or f"https://oss-{climb.profile.region}.aliyuncs.com"
    try:
        endpoint = Endpoint.parse(text)
    except ValueError:
        return climb.circumstances
    address = str(climb.circumstances.context.get("acs:SourceIp", ""))
    return Circumstances.of(endpoint, datetime.now(UTC) + timedelta(seconds=climb.ahead), address)


def subject_of(climb: Climb, rights: Rights) -> Subject:
    """Whose policies would be mended."""
    role = bool(climb.profile.role_arn)
    case = climb.case
    return Subject(
        rights,
        Target.ROLE if role else case.caller_target,
        climb.profile.role_name if role else case.caller_name,
        climb.profile.name,
        rights.known.role if rights.of_session else rights.known.caller,
        matrix.columns(climb.prefix, rights, climb.store),
    )


def weigh(climb: Climb, rights: Rights) -> Rights:
    """Find the causes of what was refused, and settle the last rung. The rights as they are known after that."""
    store = climb.store
    if store is None or climb.rungs[RungName.ACTIONS].state is not RungState.TRYING:
        return rights
    needed = matrix.needed(climb.prefix, climb.options.preset)
    broken = [store.tried[ask] for ask in needed if ask in store.tried and not _went_through(store.tried[ask])]
    untried = [ask for ask in needed if ask not in store.tried and _is_refused(ask, rights, store)]
    if broken or untried:
        scene = _scene(climb, rights, store)
        findings = (*(refusing.findings(broken, scene) if broken else ()), *refusing.by_documents(untried, scene))
        climb.add(findings)
        if findings and findings[0].cause.id == "bucket-foreign":
            rights = replace(rights, account=_SOMEBODY_ELSE)
    _settle(climb, rights, store, broken, untried)
    return rights


def _settle(climb: Climb, rights: Rights, store: Storehouse, broken: list[Tried], untried: list[Ask]) -> None:
    seconds = max((one.seconds for one in store.tried.values()), default=0.0)
    needed = matrix.needed(climb.prefix, climb.options.preset)
    grave = [one for one in broken if not _lists_another_way(one.ask, store)]
    if grave or untried:
        refused = names([*(one.ask for one in grave), *untried])
        evidence = say(mark("Check", "refused: {names}"), names=refused)
        climb.rungs.fail(RungName.ACTIONS, grave[0].failure if grave else None, evidence, seconds)
    elif climb.left:
        climb.rungs.settle(RungName.ACTIONS, RungState.REMARK, left_behind(climb.left), seconds)
    elif broken:
        evidence = say(mark("Check", "listing works one way only"))
        climb.rungs.settle(RungName.ACTIONS, RungState.REMARK, evidence, seconds)
    elif any(matrix.state(ask, rights, store)[0] is State.UNKNOWN for ask in needed):
        climb.rungs.settle(RungName.ACTIONS, RungState.UNKNOWN, None, seconds)
    else:
        climb.rungs.settle(RungName.ACTIONS, RungState.PASSED, as_it_is(names(needed)), seconds)


def _is_refused(ask: Ask, rights: Rights, store: Storehouse) -> bool:
    return matrix.state(ask, rights, store)[0] in (State.NO_ALLOW, State.DENIED)


def _lists_another_way(ask: Ask, store: Storehouse) -> bool:
    """Whether the same prefix can be listed with, or without, the delimiter: some program will do it that way."""
    other = replace(ask, delimiter="" if ask.delimiter else "/")
    return ask.api == "ListObjects" and store.state(other) is State.ALLOWED


def _went_through(one: Tried) -> bool:
    """Whether the call did what it is for: an archived object may be asked about and not be read."""
    archived = one.failure is not None and one.failure.code == "InvalidObjectState"
    return one.state is State.ALLOWED and not archived


def _scene(climb: Climb, rights: Rights, store: Storehouse) -> Scene:
    foreign: bool | None = None
    if store.info is not None and store.info.owner:
        foreign = store.info.owner != rights.principal.account
    elif store.buckets is not None:
        foreign = climb.bucket not in store.buckets
    works = any(one.ask.api != "ListBuckets" and one.failure is None for one in store.tried.values())
    told = None if rights.identity else _told_of_a_deny(climb, store)
    return Scene(climb.case, rights, subject_of(climb, rights), climb.prefix, foreign, works, told)


def _told_of_a_deny(climb: Climb, store: Storehouse) -> Diagnosis | None:
    """What RAM tells of the first Deny, when it does not show the policies themselves."""
    for one in store.tried.values():
        if one.failure is not None and one.failure.said("NoPermissionType") == "ExplicitDeny":
            return diagnosed(climb, one.failure)
    return None
