"""The bucket refuses: it is another account's, or its policy has a Deny."""

from __future__ import annotations

from stsviewer.check.case import Finding, certain
from stsviewer.check.mending_bucket import narrow_bucket_policy, open_foreign_bucket
from stsviewer.check.rights import Ask
from stsviewer.check.scene import RUNG, Scene, names
from stsviewer.check.values import Fix, Source, Target, Way
from stsviewer.text import Text, mark, say


def foreign(asks: list[Ask], scene: Scene) -> Finding:
    """The bucket is another account's."""
    text = say(
        mark(
            "Check",
            "The bucket {bucket} belongs to another account. No policy of {who} can open it: "
            "only the bucket's own policy can.",
        ),
        bucket=scene.rights.bucket,
        who=scene.who,
    )
    source = Source.RAM if scene.rights.identity else Source.SERVER
    check_name = Fix(
        Target.PROFILE,
        Way.ACT,
        "bucket",
        say(mark("Check", "Or check the bucket's name: {bucket}"), bucket=scene.rights.bucket),
    )
    return Finding(certain("bucket-foreign", RUNG, source, text), (open_foreign_bucket(scene.rights, asks), check_name))


def maybe_foreign() -> Text:
    """The same, where nothing settles it."""
    return say(
        mark("Check", "The bucket may belong to another account: then only the bucket's own policy can open it."),
    )


def denied_by_bucket(asks: list[Ask], scene: Scene) -> Finding:
    """A Deny of the bucket's own policy."""
    text = say(
        mark("Check", "The policy of the bucket {bucket} denies {actions}, and a Deny outranks every Allow."),
        bucket=scene.rights.bucket,
        actions=names(asks),
    )
    fix = narrow_bucket_policy(scene.rights, asks)
    if fix is None:
        title = say(
            mark("Check", "Narrow the Deny in the policy of the bucket {bucket} so that it does not meet {who}"),
            bucket=scene.rights.bucket,
            who=scene.who,
        )
        fix = Fix(Target.BUCKET, Way.ACT, scene.rights.bucket, title)
    return Finding(certain("bucket-policy-denied", RUNG, Source.SERVER, text), (fix,))
