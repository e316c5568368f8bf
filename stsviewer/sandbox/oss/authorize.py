"""Whether the caller may: every call goes through the world's one evaluator, and a refusal says which policy it was.

EC and message of a refusal: the EC pages of https://help.aliyun.com/zh/oss/support/ . The message of an explicit RAM
Deny speaks of a bucket policy because the vendor's own example (EC 0003-00000201) does: EC and PolicyType are what to
trust.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from stsviewer.policy import Access, Acl, Decision, Outcome, PrincipalKind
from stsviewer.sandbox.denial import access_denied_detail
from stsviewer.sandbox.oss import errors
from stsviewer.sandbox.oss.call import Call
from stsviewer.sandbox.oss.document import Node


def permit_service(call: Call, action: str) -> None:
    """Judge an action on the account's storage as a whole."""
    if call.claim is None:
        raise errors.access_denied("Anonymous access is forbidden for this operation.", "0003-00000002")
    resource = f"acs:oss:*:{call.caller.principal.account}:*"
    _permit(call, action, resource, "You are forbidden to list buckets.", {}, None)


def permit_bucket(call: Call, action: str, context: Mapping[str, str] | None = None) -> None:
    """Judge an action on the bucket addressed."""
    model = call.bucket.bucket
    if call.claim is None:
        message = "Anonymous user has no right to access this bucket."
    else:
        message = "The bucket you access does not belong to you."
    acl = Acl(bucket=Access(model.acl))
    _permit(call, action, f"acs:oss:*:{model.owner}:{model.name}", message, context or {}, acl)


def permit_object(
    call: Call,
    action: str,
    key: str,
    acl: str = "default",
    context: Mapping[str, str] | None = None,
    bucket: str = "",
) -> None:
    """Judge an action on an object, there or not. ``acl`` is its own; ``bucket`` another than the one addressed."""
    storage = call.storage.bucket(bucket) if bucket else call.bucket
    if storage is None:
        raise errors.no_such_bucket(bucket)
    model = storage.bucket
    if call.claim is None:
        message = "Anonymous user has no right to access this object."
    else:
        message = "You have no right to access this object."
    lists = Acl(bucket=Access(model.acl), object=Access(acl))
    _permit(
        call, action, f"acs:oss:*:{model.owner}:{model.name}/{key}", message, context or {}, lists, storage.bucket.name
    )


def check_referer(call: Call) -> None:
    """Hotlink protection: of anonymous and presigned requests only (EC 0003-00000501 and 0003-00000503)."""
    model = call.bucket.bucket
    if not model.referers or (call.claim is not None and not call.claim.presigned):
        return
    referer = call.headers.get("referer", "")
    if not referer:
        if not model.allow_empty_referer:
            raise errors.access_denied("You are denied by bucket referer policy.", "0003-00000501")
    elif not any(_matches(pattern, referer) for pattern in model.referers):
        raise errors.access_denied("You are denied by bucket referer policy.", "0003-00000503")


def _matches(pattern: str, referer: str) -> bool:
    """``*`` and ``?`` as ever; a pattern without a scheme fits both; what follows the host may be left out."""
    scheme = "" if "://" in pattern else "(https?://)?"
    body = re.escape(pattern).replace(r"\*", ".*").replace(r"\?", ".")
    return re.fullmatch(f"{scheme}{body}(/.*)?", referer, re.IGNORECASE | re.DOTALL) is not None


def _permit(
    call: Call,
    action: str,
    resource: str,
    message: str,
    extra: Mapping[str, str],
    acl: Acl | None,
    bucket: str = "",
) -> None:
    client = call.request.client
    context: dict[str, str | list[str]] = {
        **call.world.context(
            client.host if client else "", user_agent=call.headers.get("user-agent", ""), faults=call.faults
        ),
        **extra,
    }
    if call.claim is not None:
        context["acs:AccessId"] = call.claim.access_key_id
    model = call.world.bucket(bucket or call.address.bucket)
    decision = call.world.decide(call.caller, action, resource, context, bucket=model, acl=acl)
    if decision.allowed:
        return
    ec, said = _refusal(call, decision, message)
    fields: list[Node] = []
    if call.claim is not None:
        detail = access_denied_detail(call.world, call.caller, decision, action, resource, context, call.request_id)
        if "PolicyType" in detail:
            fields.append(("AccessDeniedDetail", tuple(detail.items())))
    raise errors.access_denied(said, ec, fields)


def _refusal(call: Call, decision: Decision, message: str) -> tuple[str, str]:
    if decision.outcome is Outcome.SESSION_DENY:
        return "0003-00000301", "Access denied by authorizer's policy."
    if decision.outcome is Outcome.EXPLICIT_DENY:
        guilty = decision.statement.policy if decision.statement else ""
        return ("0003-00000101" if guilty.startswith("bucket") else "0003-00000201"), "Access denied by bucket policy."
    if call.caller.principal.kind is PrincipalKind.ANONYMOUS:
        return ("0003-00000005" if call.address.key else "0003-00000002"), message
    return "0003-00000202", message
