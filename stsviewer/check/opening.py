"""What a change of policies lets through besides what was asked for: actions × prefixes, before against after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stsviewer.check.rights import EXAMPLE, Rights
from stsviewer.check.values import Opened
from stsviewer.policy import Policies, Request, bucket_resource, object_resource, parse_resource
from stsviewer.policy.actions import ACTIONS, Form
from stsviewer.policy.gains import Gain
from stsviewer.policy.smallest import Wish
from stsviewer.text import Text, mark, say


def opened(
    rights: Rights, before: Policies, after: Policies, prefixes: Sequence[str], asked: Iterable[Wish]
) -> tuple[Opened, ...]:
    """What is allowed ``after`` and was not ``before``, but for what was ``asked``."""
    wished = list(asked)
    found = []
    for action, form in ACTIONS.items():
        for prefix in prefixes if form is Form.OBJECT or action == "oss:ListObjects" else ("",):
            if any(wish.action == action and prefix.startswith(wish.prefix) for wish in wished):
                continue
            request = _request(rights, action, form, prefix)
            allowed_before = rights.circumstances.judge(before, request)
            allowed_after = rights.circumstances.judge(after, request)
            if allowed_after is not None and allowed_after.allowed and not (allowed_before and allowed_before.allowed):
                found.append(Opened(action, prefix))
    return tuple(found)


def of_gains(gains: Iterable[Gain], bucket: str) -> tuple[Opened, ...]:
    """The gains of a document as cells: what lies in ``bucket`` by its prefix, everything else by its whole name."""
    found = {Opened(gain.action, _place(gain.resource, bucket)) for gain in gains}
    return tuple(sorted(found, key=lambda one: (one.action, one.prefix)))


def note(found: Sequence[Opened]) -> Text:
    """``found`` as a sentence."""
    if not found:
        return say(mark("Check", "Nothing but what was asked for."))
    names = list(dict.fromkeys(one.action.partition(":")[2] or one.action for one in found))
    if len(names) > 4:
        return say(
            mark("Check", "{names} and {count} more actions are let through as well."),
            names=", ".join(names[:3]),
            count=len(names) - 3,
        )
    return say(mark("Check", "{names}: let through as well."), names=", ".join(names))


def _request(rights: Rights, action: str, form: Form, prefix: str) -> Request:
    context = {"oss:Prefix": prefix} if action == "oss:ListObjects" and prefix else {}
    if form is Form.SERVICE:
        resource = bucket_resource("*", rights.account)
    elif form is Form.BUCKET:
        resource = bucket_resource(rights.bucket, rights.account)
    else:
        resource = object_resource(rights.bucket, prefix + EXAMPLE, rights.account)
    return Request(action, resource, rights.principal, context, acl=rights.acl)


def _place(resource: str, bucket: str) -> str:
    name = parse_resource(resource)
    if name is None or name.bucket != bucket:
        return resource
    return name.key.removesuffix("*")
