"""What a change of policies lets through besides what was asked for: actions × prefixes, before against after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from stsviewer.check.rights import EXAMPLE, Rights
from stsviewer.check.values import Opened
from stsviewer.policy import Policies, Request, bucket_resource, object_resource, parse_resource
from stsviewer.policy.actions import ACTIONS, Form
from stsviewer.policy.gains import Gain
from stsviewer.policy.smallest import Wish
from stsviewer.text import Text, mark, say

#: The place that stands for all buckets but the one that is looked at.
OTHER_BUCKETS: Final = "oss://*/"
_ANOTHER: Final = "stsviewer-another-bucket"
_NAMED: Final = 4


def opened(
    rights: Rights, before: Policies, after: Policies, prefixes: Sequence[str], asked: Iterable[Wish]
) -> tuple[Opened, ...]:
    """What is allowed ``after`` and was not ``before``, but for what was ``asked``; other buckets are one place."""
    wished = list(asked)
    found = []
    for action, form in ACTIONS.items():
        for prefix in prefixes if form is Form.OBJECT or action == "oss:ListObjects" else ("",):
            if any(wish.action == action and prefix.startswith(wish.prefix) for wish in wished):
                continue
            if _newly(rights, before, after, _request(rights, rights.bucket, action, form, prefix)):
                found.append(Opened(action, prefix))
        if form is not Form.SERVICE and _newly(rights, before, after, _request(rights, _ANOTHER, action, form, "")):
            found.append(Opened(action, OTHER_BUCKETS))
    return tuple(found)


def _newly(rights: Rights, before: Policies, after: Policies, request: Request) -> bool:
    then, now = rights.circumstances.judge(before, request), rights.circumstances.judge(after, request)
    return now is not None and now.allowed and not (then is not None and then.allowed)


def of_gains(gains: Iterable[Gain], bucket: str) -> tuple[Opened, ...]:
    """The gains of a document as cells: what lies in ``bucket`` by its prefix, everything else by its whole name."""
    found = {Opened(gain.action, _place(gain.resource, bucket)) for gain in gains}
    return tuple(sorted(found, key=lambda one: (one.action, one.prefix)))


def note(found: Sequence[Opened]) -> Text:
    """``found`` as a sentence."""
    here = _names(one for one in found if one.prefix != OTHER_BUCKETS)
    elsewhere = _names(one for one in found if one.prefix == OTHER_BUCKETS)
    if here and elsewhere:
        both = mark("Check", "It lets through {here} as well, and {elsewhere} in other buckets.")
        return say(both, here=here, elsewhere=elsewhere)
    if elsewhere:
        return say(mark("Check", "It lets through {elsewhere} in other buckets as well."), elsewhere=elsewhere)
    if here:
        return say(mark("Check", "It lets through {here} as well."), here=here)
    return say(mark("Check", "Nothing but what was asked for."))


def _names(found: Iterable[Opened]) -> Text | str:
    names = list(dict.fromkeys(one.action.partition(":")[2] or one.action for one in found))
    if len(names) <= _NAMED:
        return ", ".join(names)
    some = ", ".join(names[: _NAMED - 1])
    return say(mark("Check", "{names} and {count} more actions"), names=some, count=len(names) - _NAMED + 1)


def _request(rights: Rights, bucket: str, action: str, form: Form, prefix: str) -> Request:
    context = {"oss:Prefix": prefix} if action == "oss:ListObjects" and prefix else {}
    if form is Form.SERVICE:
        resource = bucket_resource("*", rights.account)
    elif form is Form.BUCKET:
        resource = bucket_resource(bucket, rights.account)
    else:
        resource = object_resource(bucket, prefix + EXAMPLE, rights.account)
    return Request(action, resource, rights.principal, context, acl=rights.acl)


def _place(resource: str, bucket: str) -> str:
    name = parse_resource(resource)
    if name is None or name.bucket != bucket:
        return resource
    return name.key.removesuffix("*")
