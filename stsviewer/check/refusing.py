"""Who refused a call on the storage, and why: by the server's EC and PolicyType, and by the documents.

EC and PolicyType outweigh the Message: the vendor's own example of a RAM Deny has the text of a bucket policy
(https://help.aliyun.com/zh/oss/support/0003-00000201).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stsviewer.check import keys
from stsviewer.check.bucket_causes import denied_by_bucket
from stsviewer.check.case import Finding, certain, layer_in
from stsviewer.check.identity_causes import denied, not_allowed
from stsviewer.check.probing import Tried, is_refusal
from stsviewer.check.rights import Ask
from stsviewer.check.scene import RUNG, Scene
from stsviewer.check.session_causes import refused_by_session
from stsviewer.check.values import Cause, Fix, Likelihood, Source, State, Target, Way
from stsviewer.failure import Failure
from stsviewer.policy import Decision, Outcome
from stsviewer.text import mark, say
from stsviewer.wire.denials import Layer

_IDENTITY: Final = (Layer.IDENTITY, Layer.UNTOLD, Layer.BUCKET_ACL)


def findings(refused: Sequence[Tried], scene: Scene) -> tuple[Finding, ...]:
    """The causes of all that was ``refused``, the surest first."""
    by_layer: dict[Layer | str, list[Tried]] = {}
    for tried in refused:
        assert tried.failure is not None
        group = layer_in(tried.failure) if is_refusal(tried.failure) else tried.failure.code or tried.failure.ec
        if group in _IDENTITY:
            group = Layer.IDENTITY
        by_layer.setdefault(group, []).append(tried)
    found: list[Finding] = []
    for group, tries in by_layer.items():
        found += _of_layer(group, tries, scene)
    found += _behind_the_session(by_layer, scene)
    order = list(Likelihood)
    return tuple(sorted(found, key=lambda finding: order.index(finding.cause.likelihood)))


def _of_layer(group: Layer | str, tries: list[Tried], scene: Scene) -> list[Finding]:
    asks = [tried.ask for tried in tries]
    first = tries[0].failure
    assert first is not None
    match group:
        case Layer.SESSION:
            return refused_by_session(asks, scene)
        case Layer.IDENTITY:
            return not_allowed(asks, scene)
        case Layer.IDENTITY_DENY:
            return denied(asks, scene)
        case Layer.BUCKET_DENY:
            return [denied_by_bucket(asks, scene)]
        case Layer.BOTH_DENY:
            return [*denied(asks, scene), denied_by_bucket(asks, scene)]
        case Layer.CONTROL:
            title = say(mark("Check", "Ask the administrator of the resource directory to except this bucket"))
            return [_told("control-policy", first, Fix(scene.subject.target, Way.ACT, scene.subject.name, title))]
        case Layer.REFERER:
            title = say(mark("Check", "Add the referer to the list of the bucket, or allow empty ones"))
            return [_told("referer", first, Fix(Target.BUCKET, Way.ACT, scene.rights.bucket, title))]
        case Layer.NETWORK:
            title = say(mark("Check", "Widen the policy of the VPC endpoint"))
            return [_told("vpc-endpoint-policy", first, Fix(Target.BUCKET, Way.ACT, scene.rights.bucket, title))]
    return [_no_right_missing(first, scene)]


def by_documents(asks: Sequence[Ask], scene: Scene) -> tuple[Finding, ...]:
    """The causes of ``asks`` that were not tried and that the documents do not allow."""
    state = {ask: scene.rights.state(ask)[0] for ask in asks}
    refused = [ask for ask in asks if state[ask] in (State.NO_ALLOW, State.DENIED)]
    of_session = [ask for ask in refused if _stops_at_the_session(ask, scene)]
    found = refused_by_session(of_session, scene) if of_session else []
    behind = [ask for ask in refused if ask not in of_session]
    return (*found, *_of_identity(behind, scene), *_of_identity(of_session, _without_session(scene)))


def _stops_at_the_session(ask: Ask, scene: Scene) -> bool:
    decision = scene.rights.judge(ask)
    return decision is not None and decision.outcome is Outcome.SESSION_DENY


def _without_session(scene: Scene) -> Scene:
    return replace(scene, rights=replace(scene.rights, session=""))


def _behind_the_session(by_layer: dict[Layer | str, list[Tried]], scene: Scene) -> list[Finding]:
    """What refuses once the session policy lets it through, as RAM's documents tell."""
    return _of_identity([tried.ask for tried in by_layer.get(Layer.SESSION, [])], _without_session(scene))


def _of_identity(asks: Sequence[Ask], scene: Scene) -> list[Finding]:
    """What the documents of whoever acts, and the bucket's, say against ``asks``; nothing where they are not known."""
    if not scene.rights.identity:
        return []
    decisions = {ask: scene.rights.judge(ask) for ask in asks}
    explicit = [ask for ask, one in decisions.items() if one is not None and one.outcome is Outcome.EXPLICIT_DENY]
    by_bucket = [ask for ask in explicit if _is_of_the_bucket(decisions[ask])]
    by_deny = [ask for ask in explicit if ask not in by_bucket]
    missing = [ask for ask, one in decisions.items() if one is not None and one.outcome is Outcome.IMPLICIT_DENY]
    return [
        *(denied(by_deny, scene) if by_deny else []),
        *([denied_by_bucket(by_bucket, scene)] if by_bucket else []),
        *(not_allowed(missing, scene) if missing else []),
    ]


def _is_of_the_bucket(decision: Decision | None) -> bool:
    return decision is not None and decision.statement is not None and decision.statement.policy == "bucket_policy"


def _told(id_: str, failure: Failure, fix: Fix) -> Finding:
    return Finding(certain(id_, RUNG, Source.SERVER, failure.sentence), (fix,))


def _no_right_missing(failure: Failure, scene: Scene) -> Finding:
    bucket = scene.rights.bucket
    if failure.code == "InvalidObjectState":
        prefix, name = scene.rights.sample
        address = f"oss://{bucket}/{prefix}{name}"
        text = say(
            mark("Check", "{address} is archived. The role may read it, but it must be restored first."),
            address=address,
        )
        title = say(mark("Check", "Restore the object, or have its storage class changed"))
        fix = Fix(Target.BUCKET, Way.ACT, bucket, title)
        return Finding(certain("object-archived", RUNG, Source.SERVER, text), (fix,))
    if (of_account := overdue(failure, bucket)) is not None:
        return of_account
    if (of_network := keys.network(failure, RUNG)) is not None:
        return of_network
    if (of_key := keys.refused_key(failure, scene.case.profile)) is not None:
        return of_key
    title = say(mark("Check", "Look at what the server says: {sentence}"), sentence=failure.sentence)
    fix = Fix(Target.BUCKET, Way.ACT, bucket, title)
    cause = Cause("refused", RUNG, Likelihood.LIKELY, Source.REASONING, failure.sentence)
    return Finding(cause, (fix,))


def overdue(failure: Failure, bucket: str) -> Finding | None:
    """The account that owns the bucket is suspended; None when it is not about that."""
    if failure.code != "UserDisable" and failure.ec != "0003-00000801":
        return None
    title = say(mark("Check", "Have the bill of the account that owns the bucket paid, or OSS opened for it"))
    return _told("account-overdue", failure, Fix(Target.BUCKET, Way.ACT, bucket, title))
