"""The traps: each is found at its place with its fix, and what is fine is left alone."""

from __future__ import annotations

import pytest
from support.policies import ACCOUNT, Json, allow, deny, document

from stsviewer.policy import DocumentKind
from stsviewer.policy.lint import lint

BUCKET, OBJECTS, BOTH = "acs:oss:*:*:b", "acs:oss:*:*:b/*", ["acs:oss:*:*:b", "acs:oss:*:*:b/*"]
PREFIX = {"StringLike": {"oss:Prefix": "photos/*"}}

# id, the statements, the trap, its place, a part of the fix
TRAPS: list[tuple[str, list[Json], str, str, str]] = [
    (
        "object action, bucket",
        [allow("oss:GetObject", BUCKET)],
        "object-action-on-bucket",
        "Statement[0].Action",
        "b/*",
    ),
    (
        "in a list",
        [allow(["oss:ListObjects", "oss:GetObject"], BUCKET)],
        "object-action-on-bucket",
        "Statement[0].Action[1]",
        "b/*",
    ),
    ("in a Deny", [deny("oss:PutObject", BUCKET)], "object-action-on-bucket", "Statement[0].Action", "b/*"),
    ("oss:* on the bucket alone", [allow("oss:*", BUCKET)], "object-action-on-bucket", "Statement[0].Action", "b/*"),
    (
        "oss:Get* on the bucket alone",
        [allow("oss:Get*", BUCKET)],
        "object-action-on-bucket",
        "Statement[0].Action",
        "b/*",
    ),
    (
        "bucket action, objects",
        [allow("oss:ListObjects", OBJECTS)],
        "bucket-action-on-objects",
        "Statement[0].Action",
        ":b.",
    ),
    (
        "bucket action, a prefix",
        [allow("oss:ListObjects", "acs:oss:*:*:b/photos/*")],
        "bucket-action-on-objects",
        "Statement[0].Action",
        ":b.",
    ),
    ("oss:* on the objects alone", [allow("oss:*", OBJECTS)], "bucket-action-on-objects", "Statement[0].Action", ":b."),
    (
        "oss:List* on the objects",
        [allow("oss:List*", OBJECTS)],
        "bucket-action-on-objects",
        "Statement[0].Action",
        ":b.",
    ),
    (
        "ListBuckets on a bucket",
        [allow("oss:ListBuckets", BOTH)],
        "service-action-on-bucket",
        "Statement[0].Action",
        "acs:oss:*:*:*",
    ),
    ("HeadObject", [allow("oss:HeadObject", OBJECTS)], "unknown-action", "Statement[0].Action", "oss:GetObject"),
    (
        "ListObjectsV2",
        [allow(["oss:ListObjectsV2"], BUCKET)],
        "unknown-action",
        "Statement[0].Action[0]",
        "oss:ListObjects",
    ),
    ("UploadPart", [allow("oss:UploadPart", OBJECTS)], "unknown-action", "Statement[0].Action", "oss:PutObject"),
    (
        "CopyObject",
        [allow("oss:CopyObject", OBJECTS)],
        "unknown-action",
        "Statement[0].Action",
        "oss:GetObject, oss:PutObject",
    ),
    ("CreateBucket", [allow("oss:CreateBucket", BUCKET)], "unknown-action", "Statement[0].Action", "oss:PutBucket"),
    ("a typing error", [allow("oss:GetObjct", OBJECTS)], "unknown-action", "Statement[0].Action", "oss:GetObject"),
    ("nothing like it", [allow("oss:Zzz", OBJECTS)], "unknown-action", "Statement[0].Action", "documented"),
    (
        "a pattern that covers none",
        [allow("oss:Read*", OBJECTS)],
        "unknown-action",
        "Statement[0].Action",
        "documented",
    ),
    ("no service", [allow("GetObject", OBJECTS)], "unknown-action", "Statement[0].Action", "oss:GetObject"),
    (
        "in NotAction",
        [allow(None, "*", NotAction="oss:HeadObject")],
        "unknown-action",
        "Statement[0].NotAction",
        "oss:GetObject",
    ),
    (
        "NotResource",
        [allow(resource=None, NotResource=OBJECTS)],
        "not-resource",
        "Statement[0].NotResource",
        "second statement",
    ),
    ("a bare bucket", [allow("oss:*", "b/*")], "resource-form", "Statement[0].Resource", "acs:oss:*:*:b/*"),
    (
        "another cloud's ARN",
        [allow("oss:*", ["*", "arn:aws:s3:::b"])],
        "resource-form",
        "Statement[0].Resource[1]",
        "acs:oss:*:*:b",
    ),
    (
        "a region",
        [allow("oss:*", "acs:oss:cn-hangzhou:*:b*")],
        "resource-region",
        "Statement[0].Resource",
        "acs:oss:*:*:b*",
    ),
    ("no region", [allow("oss:*", "acs:oss:::b*")], "resource-region", "Statement[0].Resource", "acs:oss:*::b*"),
    (
        "a prefix for reading",
        [allow("oss:GetObject", OBJECTS, PREFIX)],
        "key-not-carried",
        "Statement[0].Condition.StringLike.oss:Prefix",
        "prefix*",
    ),
    (
        "a prefix for both",
        [allow(["oss:ListObjects", "oss:GetObject"], BOTH, PREFIX)],
        "key-not-carried",
        "Statement[0].Condition.StringLike.oss:Prefix",
        "oss:GetObject a statement",
    ),
    (
        "a delimiter for versions",
        [allow("oss:ListObjectVersions", BUCKET, {"StringEquals": {"oss:Delimiter": "/"}})],
        "key-not-carried",
        "Statement[0].Condition.StringEquals.oss:Delimiter",
        "prefix",
    ),
    (
        "an object's list for a bucket",
        [allow("oss:PutBucketAcl", BUCKET, {"StringEquals": {"oss:x-oss-object-acl": "private"}})],
        "key-not-carried",
        "Statement[0].Condition.StringEquals.oss:x-oss-object-acl",
        "without",
    ),
    (
        "a tag of what is read",
        [allow("oss:GetObject", OBJECTS, {"StringEquals": {"oss:RequestObjectTag/a": "b"}})],
        "key-not-carried",
        "Statement[0].Condition.StringEquals.oss:RequestObjectTag/a",
        "without",
    ),
    (
        "a key that does not exist",
        [allow("oss:ListObjects", BUCKET, {"StringLike": {"oss:Key": "a"}})],
        "key-not-carried",
        "Statement[0].Condition.StringLike.oss:Key",
        "oss:Prefix",
    ),
    (
        "a key in lower case",
        [allow("oss:ListObjects", BUCKET, {"StringLike": {"oss:prefix": "a"}})],
        "key-spelling",
        "Statement[0].Condition.StringLike.oss:prefix",
        "oss:Prefix",
    ),
    (
        "SourceIP",
        [allow("oss:ListObjects", BUCKET, {"IpAddress": {"acs:SourceIP": "10.0.0.1"}})],
        "key-spelling",
        "Statement[0].Condition.IpAddress.acs:SourceIP",
        "acs:SourceIp",
    ),
    (
        "a * under StringEquals",
        [allow("oss:ListObjects", BUCKET, {"StringEquals": {"oss:Prefix": "photos/*"}})],
        "wildcard-under-equals",
        "Statement[0].Condition.StringEquals.oss:Prefix",
        "StringLike",
    ),
    (
        "a * under StringNotEquals",
        [deny("oss:ListObjects", BUCKET, {"StringNotEquals": {"oss:Prefix": ["", "a*"]}})],
        "wildcard-under-equals",
        "Statement[0].Condition.StringNotEquals.oss:Prefix[1]",
        "StringNotLike",
    ),
    (
        "no address",
        [allow("oss:ListObjects", BUCKET, {"IpAddress": {"acs:SourceIp": ["10.0.0.0/8", "home"]}})],
        "unreadable-value",
        "Statement[0].Condition.IpAddress.acs:SourceIp[1]",
        "10.0.0.0/8",
    ),
    (
        "no date",
        [allow("oss:ListObjects", BUCKET, {"DateLessThan": {"acs:CurrentTime": "1.3.2026"}})],
        "unreadable-value",
        "Statement[0].Condition.DateLessThan.acs:CurrentTime",
        "2026",
    ),
    (
        "no truth",
        [allow("oss:ListObjects", BUCKET, {"Bool": {"acs:SecureTransport": "yes"}})],
        "unreadable-value",
        "Statement[0].Condition.Bool.acs:SecureTransport",
        "true",
    ),
    (
        "one address as a block",
        [allow("oss:ListObjects", BUCKET, {"IpAddress": {"acs:SourceIp": "10.0.0.1/32"}})],
        "single-address-block",
        "Statement[0].Condition.IpAddress.acs:SourceIp",
        "10.0.0.1",
    ),
    (
        "MFA",
        [allow("oss:ListObjects", BUCKET, {"Bool": {"acs:MFAPresent": "true"}})],
        "mfa-with-key",
        "Statement[0].Condition.Bool.acs:MFAPresent",
        "console",
    ),
    (
        "an Allow that a Deny swallows",
        [deny("oss:*", "*"), allow("oss:GetObject", OBJECTS)],
        "swallowed-allow",
        "Statement[1]",
        "statement 1",
    ),
    (
        "one action that a Deny swallows",
        [allow(["oss:GetObject", "oss:PutObject"], OBJECTS), deny("oss:Put*", OBJECTS)],
        "swallowed-allow",
        "Statement[0].Action[1]",
        "statement 2",
    ),
    (
        "two Denies that swallow together",
        [
            allow("oss:GetObject", [OBJECTS, "acs:oss:*:*:c/*"]),
            deny("oss:Get*", OBJECTS),
            deny("oss:*", "acs:oss:*:*:c*"),
        ],
        "swallowed-allow",
        "Statement[0]",
        "statement 2",
    ),
]

FINE: list[tuple[str, list[Json]]] = [
    ("both forms", [allow("oss:*", BOTH)]),
    ("bucket*", [allow("oss:*", "acs:oss:*:*:b*")]),
    ("everything", [allow("*", "*")]),
    ("a statement each", [allow("oss:*", BUCKET), allow("oss:*", OBJECTS)]),
    ("oss:List* on the bucket", [allow("oss:List*", BUCKET)]),
    ("oss:Get* on the objects", [allow("oss:Get*", OBJECTS)]),
    ("ListBuckets on *", [allow("oss:ListBuckets", "acs:oss:*:*:*")]),
    ("case of actions", [allow("oss:getobject", OBJECTS)]),
    ("other services", [allow(["sts:AssumeRole", "ecs:Describe*"], f"acs:ram::{ACCOUNT}:role/x")]),
    ("a prefix for listing", [allow("oss:ListObjects", BUCKET, PREFIX)]),
    ("a prefix for oss:List*", [allow("oss:List*", BUCKET, PREFIX)]),
    ("a Deny elsewhere", [allow("oss:GetObject", OBJECTS), deny("oss:*", "acs:oss:*:*:b/secret/*")]),
    (
        "a Deny under a condition",
        [allow("oss:GetObject", OBJECTS), deny("oss:*", "*", {"Bool": {"acs:SecureTransport": "false"}})],
    ),
    ("a tag", [allow("oss:GetObject", OBJECTS, {"StringEquals": {"oss:BucketTag/team": "a"}})]),
    ("blocks and addresses", [allow("oss:*", BOTH, {"IpAddress": {"acs:SourceIp": ["10.0.0.0/8", "1.2.3.4", "*"]}})]),
    ("keys of other services", [allow("ram:PassRole", "*", {"StringEquals": {"acs:Service": "fc.aliyuncs.com"}})]),
]


@pytest.mark.parametrize(("statements", "trap", "place", "fix"), [pytest.param(*row, id=name) for name, *row in TRAPS])
def test_traps(statements: list[Json], trap: str, place: str, fix: str) -> None:
    found = [
        (one.trap.value, one.place, one.fix.english()) for one in lint(document(*statements), DocumentKind.IDENTITY)
    ]
    assert [(kind, where) for kind, where, _ in found] == [(trap, place)]
    assert fix in found[0][2]


@pytest.mark.parametrize("statements", [pytest.param(statements, id=name) for name, statements in FINE])
def test_what_is_fine(statements: list[Json]) -> None:
    assert lint(document(*statements), DocumentKind.IDENTITY) == ()
