"""Short ways to say a policy, a caller and a question, for tables of evaluation cases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from stsviewer.policy import (
    Access,
    Acl,
    Decision,
    DocumentKind,
    Policies,
    Principal,
    PrincipalKind,
    Request,
    decide,
    parse,
)

ACCOUNT, OTHER = "1111111111111111", "2222222222222222"

ALICE = Principal(PrincipalKind.RAM_USER, ACCOUNT, "2000000000000001", f"acs:ram::{ACCOUNT}:user/alice")
BOB = Principal(PrincipalKind.RAM_USER, OTHER, "2000000000000002", f"acs:ram::{OTHER}:user/bob")
WORKER = Principal(
    PrincipalKind.ASSUMED_ROLE_USER,
    ACCOUNT,
    arn=f"acs:ram::{ACCOUNT}:role/worker/job1",
    role_arn=f"acs:ram::{ACCOUNT}:role/worker",
    sts_arn=f"arn:sts::{ACCOUNT}:assumed-role/worker/job1",
)
ROOT = Principal(PrincipalKind.ACCOUNT, ACCOUNT, ACCOUNT, f"acs:ram::{ACCOUNT}:root")
OTHER_ROOT = Principal(PrincipalKind.ACCOUNT, OTHER, OTHER, f"acs:ram::{OTHER}:root")
NOBODY = Principal(PrincipalKind.ANONYMOUS)

Json = dict[str, object]


def arn(resource: str) -> str:
    """``bucket/key`` as the resource that OSS asks for; whole names stay as they are."""
    return resource if resource.startswith(("acs:", "*")) else f"acs:oss:*:{ACCOUNT}:{resource}"


def statement(effect: str, action: object, resource: object, condition: Json | None, more: Json) -> Json:
    made: Json = {"Effect": effect, **more}
    if action is not None:
        made["Action"] = action
    if resource is not None:
        made["Resource"] = resource
    if condition is not None:
        made["Condition"] = condition
    return made


def allow(action: object = "oss:*", resource: object = "*", condition: Json | None = None, **more: object) -> Json:
    return statement("Allow", action, resource, condition, more)


def deny(action: object = "oss:*", resource: object = "*", condition: Json | None = None, **more: object) -> Json:
    return statement("Deny", action, resource, condition, more)


def document(*statements: Json) -> Json:
    return {"Version": "1", "Statement": list(statements)}


def ask(
    action: str = "oss:GetObject",
    resource: str = "mybucket/a.jpg",
    by: Principal = ALICE,
    context: dict[str, str | Sequence[str]] | None = None,
    acl: tuple[str, str] | None = None,
) -> Request:
    """A question; ``acl`` is the bucket's and the object's."""
    lists = Acl(Access(acl[0]), Access(acl[1])) if acl else None
    return Request(action, arn(resource), by, context or {}, acl=lists)


def judge(
    request: Request,
    *,
    user: Iterable[Json] = (),
    role: Iterable[Json] = (),
    trust: Json | None = None,
    session: Json | None = None,
    bucket: Json | None = None,
) -> Decision:
    """Parse the documents and decide."""
    return decide(
        Policies(
            user=tuple(parse(one, DocumentKind.IDENTITY) for one in user),
            role=tuple(parse(one, DocumentKind.IDENTITY) for one in role),
            trust=parse(trust, DocumentKind.TRUST) if trust is not None else None,
            session=parse(session, DocumentKind.SESSION) if session is not None else None,
            bucket=parse(bucket, DocumentKind.BUCKET) if bucket is not None else None,
        ),
        request,
    )
