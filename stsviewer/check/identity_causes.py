"""The policies of the role, or of the user, refuse: no Allow, or a Deny."""

from __future__ import annotations

from dataclasses import replace

from stsviewer.check.bucket_causes import foreign, maybe_foreign
from stsviewer.check.case import Finding, certain
from stsviewer.check.mending import attach, mend
from stsviewer.check.misses import grouped
from stsviewer.check.rights import Ask
from stsviewer.check.scene import RUNG, Scene, names
from stsviewer.check.values import Cause, Fix, Likelihood, Source, Target, Way
from stsviewer.policy import Outcome
from stsviewer.text import Text, mark, say


def not_allowed(asks: list[Ask], scene: Scene) -> list[Finding]:
    """No policy allows ``asks``: what each lacks, and the smallest that would."""
    rights = scene.rights
    judged = {ask: rights.judge(ask) for ask in asks}
    allowed = any(decision is not None and decision.allowed for decision in judged.values())
    if allowed and scene.foreign is False:
        return [_unexplained(asks, scene)]
    if allowed or scene.foreign:
        return [foreign(asks, scene)]
    if not rights.identity:
        return _identity_unread(asks, scene)
    fixes = mend(scene.subject, asks)
    found: list[Finding] = []
    for miss in grouped(asks, rights, scene.who, scene.where, session=False):
        more = (_prefix_fix(miss.prefix),) if miss.prefix else ()
        cause = certain(scene.id(miss.id), RUNG, Source.RAM, miss.text, statement=miss.statement)
        found.append(Finding(cause, ((*fixes, *more) if not found else more)))
    return found


def _unexplained(asks: list[Ask], scene: Scene) -> Finding:
    text = say(
        mark(
            "Check",
            "The policies of {who} allow {actions}, yet the server refuses. A policy may have changed just now, "
            "or one above the account, a control policy, refuses.",
        ),
        who=scene.who,
        actions=names(asks),
    )
    apart = say(mark("Check", "Run the check again in a minute; then ask the administrator of the resource directory."))
    return Finding(Cause("refused-unexplained", RUNG, Likelihood.LIKELY, Source.REASONING, text, apart))


def _identity_unread(asks: list[Ask], scene: Scene) -> list[Finding]:
    """The server says that nothing allows it; of the policies themselves nothing is known."""
    text = say(
        mark("Check", "No policy of {who} allows {actions} on {where}."),
        who=scene.who,
        actions=names(asks),
        where=scene.where(asks),
    )
    fix = attach(scene.subject, asks)
    cause = certain(scene.id("no-allow"), RUNG, Source.SERVER, text)
    if scene.works or scene.foreign is False:
        found = [Finding(cause, (fix,))]
        if scene.works:
            found += _slips(asks, scene)
        return found
    apart = say(
        mark("Check", "Whether the bucket is the account's own: its owner is shown on its page in the console."),
    )
    likely = replace(cause, likelihood=Likelihood.LIKELY, told_apart_by=apart)
    other = foreign(asks, scene)
    possible = replace(
        other.cause,
        likelihood=Likelihood.POSSIBLE,
        source=Source.REASONING,
        text=maybe_foreign(),
        told_apart_by=apart,
    )
    title = say(
        mark(
            "Check", "If it belongs to another account: statements for the policy of the bucket {bucket}, for its owner"
        ),
        bucket=scene.rights.bucket,
    )
    statements, *more = other.fixes
    return [Finding(likely, (fix,)), Finding(possible, (replace(statements, title=title), *more))]


def _slips(asks: list[Ask], scene: Scene) -> list[Finding]:
    """What is usually wrong when some calls go through and others do not."""
    lists = [ask for ask in asks if ask.api == "ListObjects"]
    reads = [ask for ask in asks if ask.api in ("GetObject", "HeadObject")]
    apart = say(mark("Check", "The policies of {who} tell: let somebody who may read RAM look at them."), who=scene.who)
    bucket = scene.rights.bucket
    texts: list[tuple[str, Text]] = []
    if reads and not lists:
        slip = mark("Check", "A policy may name the bucket, {bucket}, but not its objects, {bucket}/*.")
        texts.append((scene.id("bucket-only"), say(slip, bucket=bucket)))
    if lists and not reads:
        slip = mark("Check", "A policy may name the objects, {bucket}/*, but not the bucket, {bucket}.")
        texts.append((scene.id("objects-only"), say(slip, bucket=bucket)))
        texts.append(
            (scene.id("action-missing"), say(mark("Check", "A policy may allow oss:Get* and not oss:ListObjects.")))
        )
        slip = mark("Check", "A policy may allow listing only with another prefix or delimiter.")
        texts.append((scene.id("condition-prefix"), say(slip)))
    return [Finding(Cause(id_, RUNG, Likelihood.POSSIBLE, Source.REASONING, text, apart)) for id_, text in texts]


def denied(asks: list[Ask], scene: Scene) -> list[Finding]:
    """A Deny applies: the statement, and its policy without it."""
    rights = scene.rights
    text = say(
        mark("Check", "A policy of {who} denies {actions} on {where}, and a Deny outranks every Allow."),
        who=scene.who,
        actions=names(asks),
        where=scene.where(asks),
    )
    if not rights.identity:
        policies = ", ".join(scene.diagnosis.policies) if scene.diagnosis is not None else ""
        title = (
            say(
                mark("Check", "Narrow the Deny of {actions} in the policy {policies}"),
                actions=names(asks),
                policies=policies,
            )
            if policies
            else say(
                mark("Check", "Narrow the Deny of {actions} in the policies of {who}"),
                actions=names(asks),
                who=scene.who,
            )
        )
        if policies:
            text = say(
                mark("Check", "The policy {policies} denies {actions} on {where}, and a Deny outranks every Allow."),
                policies=policies,
                actions=names(asks),
                where=scene.where(asks),
            )
        fix = Fix(scene.subject.target, Way.ACT, policies or scene.subject.name, title)
        return [Finding(certain(scene.id("denied"), RUNG, Source.SERVER, text), (fix,))]
    statement = None
    for request in (request for ask in asks for request in rights.requests(ask)):
        judged = rights.circumstances.judge_doubtful(replace(rights.policies, session=None, bucket=None), request)
        if judged.outcome is Outcome.EXPLICIT_DENY and judged.statement is not None:
            statement = rights.known.statement(judged.statement)
            text = say(
                mark(
                    "Check",
                    "Statement {number} of the policy {policy} denies {actions} on {where}, "
                    "and a Deny outranks every Allow.",
                ),
                number=statement.index + 1,
                policy=statement.name,
                actions=names(asks),
                where=scene.where(asks),
            )
            break
    cause = certain(scene.id("denied"), RUNG, Source.RAM if statement else Source.SERVER, text, statement=statement)
    return [Finding(cause, mend(scene.subject, asks, denied=True))]


def _prefix_fix(prefix: str) -> Fix:
    return Fix(
        Target.PROFILE,
        Way.SET,
        "prefix",
        say(mark("Check", "Or enter this prefix in the profile, and stay below it")),
        document=prefix,
        opens_note=say(mark("Check", "Nothing: the role stays as it is.")),
    )
