"""The cases of the role check: each a role, its policies and a profile of its own in one account file."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from support.accounts import ACCOUNT, OTHER, Table, allow, deny, policy, trust

BUCKET, FOREIGN, ARCHIVE, ELSEWHERE, OVERDUE = "wla-cases", "somebody-elses", "wla-archive", "wla-south", "wla-overdue"
ARN = f"acs:oss:*:*:{BUCKET}"
USER = f"acs:ram::{ACCOUNT}:user/henshao"
EVERYBODY = f"acs:ram::{ACCOUNT}:root"


@dataclass(frozen=True)
class Case:
    """What an account has, and what the check must say: rung, cause and where the fix is made.

    ``open`` with RAM readable, ``closed`` without; the cause must be the first one, or one of them in the closed twin
    when ``among`` says so. ``by_hand`` are cases that no document mends. ``remark``: the rung passes with one.
    """

    name: str
    rung: str
    open: tuple[str, str]
    closed: tuple[str, str]
    role: Table = field(default_factory=dict)
    policies: tuple[str, ...] = ()
    profile: Table = field(default_factory=dict)
    user: str = "henshao"
    by_hand: bool = False
    by_hand_closed: bool = False
    among: bool = False
    remark: bool = False


def _policy_case(
    name: str, cause: str, closed: str, *documents: str, rung: str = "actions", target: str = "role", **more: object
) -> Case:
    return Case(name, rung, (cause, target), (closed, target), policies=documents, **more)  # type: ignore[arg-type]


def _trust_case(name: str, cause: str, *statements: Table, target: str = "trust", **more: object) -> Case:
    return Case(
        name,
        "trust",
        (cause, target),
        (more.pop("closed", cause), target),  # type: ignore[arg-type]
        role={"trust": policy(*statements)},
        policies=("AliyunOSSFullAccess",),
        among=True,
        **more,  # type: ignore[arg-type]
    )


def _session_case(name: str, cause: str, *statements: Table, **more: object) -> Case:
    return Case(
        name,
        "actions",
        (cause, "session"),
        (cause, "session"),
        policies=("AliyunOSSFullAccess",),
        profile={"policy": policy(*statements)},
        **more,  # type: ignore[arg-type]
    )


READ_ALL = policy(allow(["oss:ListObjects", "oss:GetObject"], [ARN, f"{ARN}/*"]))
LIST_ALL = allow("oss:ListObjects", ARN)
GET_ALL = allow("oss:GetObject", f"{ARN}/*")


def _under(key: str, *values: str, operator: str = "StringLike") -> Table:
    return {"Condition": {operator: {key: list(values)}}}


CASES: tuple[Case, ...] = (
    # The role's name and account
    Case(
        "wrong-account",
        "role",
        ("role-other-account", "profile"),
        ("role-other-account", "profile"),
        policies=("AliyunOSSFullAccess",),
        profile={"role_arn": f"acs:ram::{OTHER}:role/case-wrong-account"},
    ),
    Case(
        "role-typo",
        "role",
        ("role-not-found", "profile"),
        ("role-not-found", "profile"),
        policies=("AliyunOSSFullAccess",),
        profile={"role_arn": f"acs:ram::{ACCOUNT}:role/case-role-tpyo"},
        by_hand_closed=True,
    ),
    Case(
        "malformed-arn",
        "role",
        ("role-arn-malformed", "profile"),
        ("role-arn-malformed", "profile"),
        policies=("AliyunOSSFullAccess",),
        profile={"role_arn": "acs:ram:role/nobody"},
        by_hand=True,
    ),
    # Trust
    _trust_case("trust-other-user", "trust-not-named", trust(f"acs:ram::{ACCOUNT}:user/intern")),
    _trust_case("trust-other-account", "trust-not-named", trust(f"acs:ram::{OTHER}:root")),
    _trust_case("trust-service", "trust-service-only", trust("ecs.aliyuncs.com", "fc.aliyuncs.com", kind="Service")),
    _trust_case(
        "trust-sso",
        "trust-federated-only",
        trust(f"acs:ram::{ACCOUNT}:saml-provider/company", kind="Federated"),
        closed="trust-refuses",
    ),
    _trust_case(
        "trust-address",
        "trust-condition-address",
        trust(EVERYBODY, **_under("acs:SourceIp", "10.0.0.0/8", operator="IpAddress")),
        closed="trust-condition",
    ),
    _trust_case(
        "trust-not-address",
        "trust-condition-address",
        trust(EVERYBODY, **_under("acs:SourceIp", "127.0.0.0/8", operator="NotIpAddress")),
        closed="trust-condition",
    ),
    _trust_case(
        "trust-mfa",
        "trust-condition-mfa",
        trust(EVERYBODY, **_under("acs:MFAPresent", "true", operator="Bool")),
        closed="trust-condition",
    ),
    _trust_case(
        "trust-time",
        "trust-condition",
        trust(EVERYBODY, **_under("acs:CurrentTime", "2020-01-01T00:00:00Z", operator="DateLessThan")),
    ),
    _trust_case(
        "trust-external-id",
        "trust-external-id",
        trust(EVERYBODY, **_under("sts:ExternalId", "agreed-1", operator="StringEquals")),
        target="profile",
    ),
    _trust_case(
        "trust-other-external-id",
        "trust-external-id",
        trust(EVERYBODY, **_under("sts:ExternalId", "agreed-2", operator="StringEquals")),
        target="profile",
        profile={"external_id": "another"},
    ),
    _trust_case(
        "trust-deny", "trust-denied", trust(EVERYBODY), trust(USER, effect="Deny"), by_hand_closed=True
    ),
    # The user
    Case(
        "user-nothing",
        "may-assume",
        ("user-may-not-assume", "user"),
        ("user-may-not-assume", "user"),
        policies=("AliyunOSSFullAccess",),
        user="nobody",
    ),
    Case(
        "user-other-role",
        "may-assume",
        ("user-may-not-assume", "user"),
        ("user-may-not-assume", "user"),
        policies=("AliyunOSSFullAccess",),
        user="elsewhere",
    ),
    Case(
        "user-denied",
        "may-assume",
        ("user-assume-denied", "user"),
        ("user-assume-denied", "user"),
        policies=("AliyunOSSFullAccess",),
        user="denied",
        by_hand_closed=True,
    ),
    # What is sent along
    Case(
        "too-long",
        "parameters",
        ("duration-not-accepted", "profile"),
        ("duration-not-accepted", "profile"),
        policies=("AliyunOSSFullAccess",),
        profile={"duration_seconds": 7200},
    ),
    Case(
        "too-short",
        "parameters",
        ("duration-not-accepted", "profile"),
        ("duration-not-accepted", "profile"),
        policies=("AliyunOSSFullAccess",),
        profile={"duration_seconds": 60},
    ),
    Case(
        "session-name",
        "parameters",
        ("session-name-malformed", "profile"),
        ("session-name-malformed", "profile"),
        policies=("AliyunOSSFullAccess",),
        profile={"role_session_name": "no blanks here"},
    ),
    Case(
        "no-session-name",
        "parameters",
        ("session-name-malformed", "profile"),
        ("session-name-malformed", "profile"),
        policies=("AliyunOSSFullAccess",),
        profile={"role_session_name": ""},
    ),
    Case(
        "session-grammar",
        "parameters",
        ("session-policy-grammar", "session"),
        ("session-policy-grammar", "session"),
        policies=("AliyunOSSFullAccess",),
        profile={"policy": '{"Version": "1"}'},
        by_hand=True,
    ),
    # The role's policies
    _policy_case("nothing", "role-no-allow", "role-no-allow"),
    _policy_case("deny-prefix", "role-denied", "role-denied",
                 policy(allow("oss:*", "*"), deny("oss:*", f"{ARN}/photos/*")),
                 profile={"prefix": "photos/"}, by_hand_closed=True),
    _policy_case("deny-by-name", "role-denied", "role-denied", policy(allow("oss:*", "*")),
                 policy(deny(["oss:GetObject", "oss:PutObject"], "*")), by_hand_closed=True),
    _policy_case("deny-but", "role-denied", "role-denied", policy(allow("oss:*", "*")),
                 policy({"Effect": "Deny", "NotAction": "oss:ListBuckets", "Resource": "*"}), by_hand_closed=True),
    _policy_case("bucket-only", "role-bucket-only", "role-no-allow", policy(allow("oss:*", ARN))),
    _policy_case("objects-only", "role-objects-only", "role-no-allow", policy(allow("oss:*", f"{ARN}/*"))),
    _policy_case("get-only", "role-action-missing", "role-no-allow", policy(allow("oss:Get*", "*"))),
    _policy_case("other-bucket", "role-other-resource", "role-no-allow",
                 policy(allow("oss:*", ["acs:oss:*:*:another", "acs:oss:*:*:another/*"]))),
    _policy_case("list-prefix", "role-condition-prefix", "role-no-allow",
                 policy(allow("oss:ListObjects", ARN, **_under("oss:Prefix", "photos/*")), GET_ALL)),
    _policy_case("list-delimiter", "role-condition-delimiter", "role-no-allow",
                 policy(allow("oss:ListObjects", ARN, **_under("oss:Delimiter", "/")), GET_ALL), remark=True),
    _policy_case("policy-address", "role-condition-address", "role-no-allow",
                 policy(allow("oss:*", "*", **_under("acs:SourceIp", "10.0.0.0/8", operator="IpAddress")))),
    _policy_case("policy-mfa", "role-condition-mfa", "role-no-allow",
                 policy(allow("oss:*", "*", **_under("acs:MFAPresent", "true", operator="Bool")))),
    # The session policy
    _session_case("session-narrow", "session-too-narrow", LIST_ALL, allow("oss:GetObject", f"{ARN}/photos/*")),
    _session_case("session-no-list", "session-too-narrow", allow("oss:Get*", "*")),
    _session_case("session-typo", "session-wrong-resource",
                  allow("oss:*", ["acs:oss:*:*:wla-csaes", "acs:oss:*:*:wla-csaes/*"])),
    _session_case("session-no-arn", "session-wrong-resource", allow("oss:*", [BUCKET, f"{BUCKET}/*"])),
    _session_case("session-deny", "session-denied", allow("oss:*", "*"), deny("oss:GetObject", f"{ARN}/*")),
    # The bucket
    Case("foreign", "actions", ("bucket-foreign", "bucket"), ("bucket-foreign", "bucket"),
         policies=("AliyunOSSFullAccess",), profile={"bucket": FOREIGN}),
    Case("foreign-hidden", "actions", ("bucket-foreign", "bucket"), ("bucket-foreign", "bucket"),
         policies=(policy(allow(["oss:GetObject", "oss:ListObjects", "oss:GetBucketInfo"], "*")),),
         profile={"bucket": FOREIGN}, among=True),
    Case("no-bucket", "bucket", ("bucket-not-found", "profile"), ("bucket-not-found", "profile"),
         policies=("AliyunOSSFullAccess",), profile={"bucket": "wla-nowhere"}, by_hand=True),
    Case("region", "bucket", ("bucket-other-region", "profile"), ("bucket-other-region", "profile"),
         policies=("AliyunOSSFullAccess",), profile={"bucket": ELSEWHERE}),
    Case("archive", "actions", ("object-archived", "bucket"), ("object-archived", "bucket"),
         policies=("AliyunOSSFullAccess",), profile={"bucket": ARCHIVE}, by_hand=True),
    Case("overdue", "actions", ("account-overdue", "bucket"), ("account-overdue", "bucket"),
         policies=("AliyunOSSFullAccess",), profile={"bucket": OVERDUE}, by_hand=True),
    Case("bucket-deny", "actions", ("bucket-policy-denied", "bucket"), ("bucket-policy-denied", "bucket"),
         policies=("AliyunOSSFullAccess",), profile={"bucket": "wla-guarded"}),
)  # fmt: skip

#: Roles that may do more and more.
LEVELS = (
    Case("nobody", "", ("", ""), ("", "")),
    Case("lister", "", ("", ""), ("", ""), policies=(policy(allow("oss:ListObjects", "*")),)),
    Case("reader", "", ("", ""), ("", ""), policies=("AliyunOSSReadOnlyAccess",)),
    Case("uploader", "", ("", ""), ("", ""), policies=(policy(allow("oss:PutObject", "*")),)),
    Case("writer", "", ("", ""), ("", ""), policies=("AliyunOSSFullAccess",)),
)


def _user(name: str, secret: str, *policies: str) -> Table:
    return {
        "name": name,
        "policies": [*policies, "AliyunRAMReadOnlyAccess"],
        "key": [{"id": f"LTAI5tCase{name}", "secret": secret}],
    }


def account(cases: tuple[Case, ...] = CASES) -> Table:
    """One account with all of ``cases``."""
    found: Table = {
        "account": ACCOUNT,
        "region": "cn-shanghai",
        "user": [
            _user("henshao", "secret-of-henshao-000000001", "AliyunSTSAssumeRoleAccess"),
            _user("nobody", "secret-of-nobody-0000000002"),
            _user("elsewhere", "secret-of-elsewhere-00000003", "only-another-role"),
            _user("denied", "secret-of-denied-0000000004", "AliyunSTSAssumeRoleAccess", "no-roles"),
            _user("stranger", "secret-of-stranger-000000005"),
        ],
        "role": [],
        "policy": [
            {
                "name": "only-another-role",
                "document": policy(allow("sts:AssumeRole", f"acs:ram:*:{ACCOUNT}:role/another")),
            },
            {"name": "no-roles", "document": policy(deny("sts:*", "*"))},
        ],
        "bucket": [
            _bucket(BUCKET),
            _bucket(FOREIGN, owner=OTHER),
            _bucket(ARCHIVE, of="Archive"),
            _bucket(ELSEWHERE, region="cn-shenzhen"),
            {**_bucket(OVERDUE), "overdue": True},
            {
                **_bucket("wla-guarded"),
                "policy": json.dumps(
                    {
                        "Version": "1",
                        "Statement": [
                            {
                                "Effect": "Deny",
                                "Action": ["oss:GetObject", "oss:DeleteObject"],
                                "Principal": [f"arn:sts::{ACCOUNT}:assumed-role/case-bucket-deny/*"],
                                "Resource": ["acs:oss:*:*:wla-guarded/*"],
                            }
                        ],
                    }
                ),
            },
        ],
        "profile": [],
    }
    for case in cases:
        add(found, case)
    return found


def add(found: Table, case: Case) -> None:
    """Put the role, the policies and the profile of ``case`` into the account."""
    role = f"case-{case.name}"
    names = []
    for place, document in enumerate(case.policies):
        if document.startswith("{"):
            names.append(f"{role}-{place}")
            found["policy"].append({"name": names[-1], "document": document})
        else:
            names.append(document)
    found["role"].append({"name": role, "policies": names, "trust": policy(trust(EVERYBODY)), **case.role})
    found["profile"].append(
        {
            "name": case.name,
            "story": case.name,
            "key": f"LTAI5tCase{case.user}",
            "role_arn": f"acs:ram::{ACCOUNT}:role/{role}",
            "role_session_name": "checking",
            "duration_seconds": 3600,
            "bucket": BUCKET,
            **case.profile,
        }
    )


def _bucket(name: str, region: str = "cn-shanghai", owner: str = ACCOUNT, of: str = "Standard") -> Table:
    keys = ("readme.txt", "photos/one.txt", "photos/two.txt", "docs/three.txt")
    return {
        "name": name,
        "region": region,
        "owner": owner,
        "object": [{"key": key, "text": key, "class": of} for key in keys],
    }
