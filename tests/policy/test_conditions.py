"""Every condition operator, absent keys, lists and the odd forms of values."""

from __future__ import annotations

import pytest
from support.policies import Json, allow, ask, deny, document, judge

from stsviewer.policy.conditions import OPERATORS

# id, the condition, what the request carries, whether it is met
Row = tuple[str, Json, dict[str, "str | list[str]"], bool]

STRINGS: list[Row] = [
    ("equal", {"StringEquals": {"oss:Prefix": "photos/"}}, {"oss:Prefix": "photos/"}, True),
    ("not equal", {"StringEquals": {"oss:Prefix": "photos/"}}, {"oss:Prefix": "other/"}, False),
    ("has case", {"StringEquals": {"oss:Prefix": "photos/"}}, {"oss:Prefix": "Photos/"}, False),
    ("takes no *", {"StringEquals": {"oss:Prefix": "photos/*"}}, {"oss:Prefix": "photos/1"}, False),
    ("a * is itself", {"StringEquals": {"oss:Prefix": "photos/*"}}, {"oss:Prefix": "photos/*"}, True),
    ("one of a list", {"StringEquals": {"oss:Prefix": ["", "photos/"]}}, {"oss:Prefix": "photos/"}, True),
    ("the empty text of a list", {"StringEquals": {"oss:Prefix": ["", "photos/"]}}, {"oss:Prefix": ""}, True),
    ("absent is the empty text", {"StringEquals": {"oss:Prefix": ["", "photos/"]}}, {}, True),
    ("absent is nothing else", {"StringEquals": {"oss:Prefix": "photos/"}}, {}, False),
    ("NotEquals differs", {"StringNotEquals": {"oss:Prefix": "photos/"}}, {"oss:Prefix": "other/"}, True),
    ("NotEquals is equal", {"StringNotEquals": {"oss:Prefix": "photos/"}}, {"oss:Prefix": "photos/"}, False),
    (
        "NotEquals differs from all",
        {"StringNotEquals": {"oss:x-oss-acl": ["private", "default"]}},
        {"oss:x-oss-acl": "public-read"},
        True,
    ),
    (
        "NotEquals equals one",
        {"StringNotEquals": {"oss:x-oss-acl": ["private", "default"]}},
        {"oss:x-oss-acl": "default"},
        False,
    ),
    ("NotEquals, absent", {"StringNotEquals": {"oss:Prefix": "photos/"}}, {}, True),
    ("NotEquals of the empty text, absent", {"StringNotEquals": {"oss:Prefix": ""}}, {}, False),
    ("IgnoreCase equal", {"StringEqualsIgnoreCase": {"oss:Prefix": "photos/"}}, {"oss:Prefix": "PHOTOS/"}, True),
    ("IgnoreCase differs", {"StringEqualsIgnoreCase": {"oss:Prefix": "photos/"}}, {"oss:Prefix": "photo/"}, False),
    ("NotIgnoreCase equal", {"StringNotEqualsIgnoreCase": {"oss:Prefix": "photos/"}}, {"oss:Prefix": "PHOTOS/"}, False),
    ("NotIgnoreCase differs", {"StringNotEqualsIgnoreCase": {"oss:Prefix": "photos/"}}, {"oss:Prefix": "x"}, True),
    ("Like", {"StringLike": {"oss:Prefix": "photos/*"}}, {"oss:Prefix": "photos/2017/"}, True),
    ("Like needs the whole", {"StringLike": {"oss:Prefix": "photos/*"}}, {"oss:Prefix": "my/photos/"}, False),
    ("Like has case", {"StringLike": {"oss:Prefix": "photos/*"}}, {"oss:Prefix": "Photos/1"}, False),
    ("Like with ?", {"StringLike": {"oss:Prefix": "photos/?"}}, {"oss:Prefix": "photos/1"}, True),
    ("Like * and the empty text", {"StringLike": {"acs:SourceVpc": "*"}}, {"acs:SourceVpc": ""}, True),
    ("Like *, absent", {"StringLike": {"acs:SourceVpc": ["*"]}}, {}, True),
    ("Like vpc-*, absent", {"StringLike": {"acs:SourceVpc": ["vpc-*"]}}, {}, False),
    ("NotLike", {"StringNotLike": {"acs:SourceVpc": ["vpc-*"]}}, {"acs:SourceVpc": "vpc-1"}, False),
    ("NotLike, absent", {"StringNotLike": {"acs:SourceVpc": ["vpc-*"]}}, {}, True),
    ("NotLike differs from all", {"StringNotLike": {"oss:Prefix": ["a*", "b*"]}}, {"oss:Prefix": "c"}, True),
    ("${ is plain text", {"StringEquals": {"oss:Prefix": "${acs:name}"}}, {"oss:Prefix": "alice"}, False),
    ("several values carried", {"StringEquals": {"oss:BucketTag/team": "a"}}, {"oss:BucketTag/team": ["b", "a"]}, True),
    ("a tag", {"StringEquals": {"oss:ExistingObjectTag/level": "open"}}, {"oss:ExistingObjectTag/level": "open"}, True),
    ("another tag", {"StringEquals": {"oss:ExistingObjectTag/a": "x"}}, {"oss:ExistingObjectTag/b": "x"}, False),
]

NUMBERS: list[Row] = [
    ("=", {"NumericEquals": {"k": "10"}}, {"k": "10.0"}, True),
    ("= differs", {"NumericEquals": {"k": "10"}}, {"k": "11"}, False),
    ("= one of a list", {"NumericEquals": {"k": ["1", "2"]}}, {"k": "2"}, True),
    ("≠", {"NumericNotEquals": {"k": "10"}}, {"k": "11"}, True),
    ("≠ all of a list", {"NumericNotEquals": {"k": ["10", "11"]}}, {"k": "11"}, False),
    ("≠, absent", {"NumericNotEquals": {"k": "10"}}, {}, False),
    ("<", {"NumericLessThan": {"k": "10"}}, {"k": "9"}, True),
    ("< as numbers, not texts", {"NumericLessThan": {"k": "10"}}, {"k": "9.5"}, True),
    ("< equal", {"NumericLessThan": {"k": "10"}}, {"k": "10"}, False),
    ("≤ equal", {"NumericLessThanEquals": {"k": "10"}}, {"k": "10"}, True),
    (">", {"NumericGreaterThan": {"k": "10"}}, {"k": "100"}, True),
    ("> equal", {"NumericGreaterThan": {"k": "10"}}, {"k": "10"}, False),
    ("≥ equal", {"NumericGreaterThanEquals": {"k": "10"}}, {"k": "10"}, True),
    ("no number is carried", {"NumericLessThan": {"k": "10"}}, {"k": "few"}, False),
    ("no number is carried, ≠", {"NumericNotEquals": {"k": "10"}}, {"k": "few"}, False),
    ("absent", {"NumericLessThan": {"k": "10"}}, {}, False),
]

NOON = {"acs:CurrentTime": "2026-03-01T12:00:00Z"}
DATES: list[Row] = [
    ("before", {"DateLessThan": {"acs:CurrentTime": "2026-03-01T12:00:01Z"}}, NOON, True),
    ("not before itself", {"DateLessThan": {"acs:CurrentTime": "2026-03-01T12:00:00Z"}}, NOON, False),
    ("until itself", {"DateLessThanEquals": {"acs:CurrentTime": "2026-03-01T12:00:00Z"}}, NOON, True),
    ("after", {"DateGreaterThan": {"acs:CurrentTime": "2026-03-01T11:59:59Z"}}, NOON, True),
    ("from itself", {"DateGreaterThanEquals": {"acs:CurrentTime": "2026-03-01T12:00:00Z"}}, NOON, True),
    ("an offset in the policy", {"DateLessThan": {"acs:CurrentTime": "2026-03-01T20:00:01+08:00"}}, NOON, True),
    ("an offset in the policy, over", {"DateLessThan": {"acs:CurrentTime": "2026-03-01T19:59:59+08:00"}}, NOON, False),
    (
        "an offset in the request",
        {"DateEquals": {"acs:CurrentTime": "2026-03-01T12:00:00Z"}},
        {"acs:CurrentTime": "2026-03-01T20:00:00+08:00"},
        True,
    ),
    ("same instant", {"DateNotEquals": {"acs:CurrentTime": "2026-03-01T20:00:00+08:00"}}, NOON, False),
    ("another instant", {"DateNotEquals": {"acs:CurrentTime": "2026-03-01T12:00:00+08:00"}}, NOON, True),
    ("a day alone is its midnight", {"DateGreaterThan": {"acs:CurrentTime": "2026-03-01"}}, NOON, True),
    ("parts of a second", {"DateLessThan": {"acs:CurrentTime": "2026-03-01T12:00:00.001Z"}}, NOON, True),
    ("no date in the policy", {"DateLessThan": {"acs:CurrentTime": "tomorrow"}}, NOON, False),
    ("absent", {"DateLessThan": {"acs:CurrentTime": "2026-03-01T12:00:01Z"}}, {}, False),
    ("absent, negated", {"DateNotEquals": {"acs:CurrentTime": "2026-03-01T12:00:01Z"}}, {}, False),
    (
        "a window, in it",
        {
            "DateGreaterThan": {"acs:CurrentTime": "2026-03-01T11:00:00Z"},
            "DateLessThan": {"acs:CurrentTime": "2026-03-01T13:00:00Z"},
        },
        NOON,
        True,
    ),
]

BOOLS: list[Row] = [
    ("true", {"Bool": {"acs:SecureTransport": "true"}}, {"acs:SecureTransport": "true"}, True),
    ("false", {"Bool": {"acs:SecureTransport": "false"}}, {"acs:SecureTransport": "false"}, True),
    ("differs", {"Bool": {"acs:SecureTransport": "true"}}, {"acs:SecureTransport": "false"}, False),
    ("any case", {"Bool": {"acs:SecureTransport": "True"}}, {"acs:SecureTransport": "true"}, True),
    ("HTTPS was true once", {"Bool": {"acs:SecureTransport": "HTTPS"}}, {"acs:SecureTransport": "true"}, True),
    ("HTTP was false once", {"Bool": {"acs:SecureTransport": "HTTP"}}, {"acs:SecureTransport": "true"}, False),
    ("HTTPS in the request", {"Bool": {"acs:SecureTransport": "true"}}, {"acs:SecureTransport": "HTTPS"}, True),
    ("absent is not true", {"Bool": {"acs:MFAPresent": "true"}}, {}, False),
    ("absent is not false", {"Bool": {"acs:MFAPresent": "false"}}, {}, False),
    ("no truth in the policy", {"Bool": {"acs:MFAPresent": "perhaps"}}, {"acs:MFAPresent": "true"}, False),
]

HOMES: Json = {"acs:SourceIp": ["10.0.0.0/8", "1.2.3.4"]}
ADDRESSES: list[Row] = [
    ("an address", {"IpAddress": {"acs:SourceIp": "10.0.0.1"}}, {"acs:SourceIp": "10.0.0.1"}, True),
    ("another address", {"IpAddress": {"acs:SourceIp": "10.0.0.1"}}, {"acs:SourceIp": "10.0.0.2"}, False),
    ("a block", {"IpAddress": {"acs:SourceIp": "10.0.0.0/8"}}, {"acs:SourceIp": "10.255.1.2"}, True),
    ("outside the block", {"IpAddress": {"acs:SourceIp": "10.0.0.0/8"}}, {"acs:SourceIp": "11.0.0.1"}, False),
    ("a block not on its edge", {"IpAddress": {"acs:SourceIp": "10.0.0.7/24"}}, {"acs:SourceIp": "10.0.0.200"}, True),
    ("its first address", {"IpAddress": {"acs:SourceIp": "10.0.0.0/24"}}, {"acs:SourceIp": "10.0.0.0"}, True),
    ("a mixed list, block", {"IpAddress": HOMES}, {"acs:SourceIp": "10.1.1.1"}, True),
    ("a mixed list, address", {"IpAddress": HOMES}, {"acs:SourceIp": "1.2.3.4"}, True),
    ("a mixed list, neither", {"IpAddress": HOMES}, {"acs:SourceIp": "1.2.3.5"}, False),
    ("* is every address", {"IpAddress": {"acs:SourceIp": "*"}}, {"acs:SourceIp": "8.8.8.8"}, True),
    ("not in the block", {"NotIpAddress": {"acs:SourceIp": "10.0.0.0/8"}}, {"acs:SourceIp": "11.0.0.1"}, True),
    ("not outside the block", {"NotIpAddress": {"acs:SourceIp": "10.0.0.0/8"}}, {"acs:SourceIp": "10.0.0.1"}, False),
    ("not in any", {"NotIpAddress": HOMES}, {"acs:SourceIp": "1.2.3.4"}, False),
    ("absent", {"IpAddress": {"acs:SourceIp": "10.0.0.0/8"}}, {}, False),
    ("absent, negated", {"NotIpAddress": {"acs:SourceIp": "10.0.0.0/8"}}, {}, False),
    ("IPv6", {"IpAddress": {"acs:SourceIp": "2001:db8::/32"}}, {"acs:SourceIp": "2001:db8::1"}, True),
    ("IPv6 is no IPv4", {"IpAddress": {"acs:SourceIp": "0.0.0.0/0"}}, {"acs:SourceIp": "2001:db8::1"}, False),
    ("its border", {"IpAddressIncludeBorder": {"acs:SourceIp": "10.0.0.0/24"}}, {"acs:SourceIp": "10.0.0.255"}, True),
    ("no address in the policy", {"IpAddress": {"acs:SourceIp": "home"}}, {"acs:SourceIp": "10.0.0.1"}, False),
]

BOTH = {"oss:Prefix": "photos/", "oss:Delimiter": "/"}
LOGIC: list[Row] = [
    ("both keys", {"StringEquals": {"oss:Prefix": "photos/", "oss:Delimiter": "/"}}, BOTH, True),
    ("one key of two", {"StringEquals": {"oss:Prefix": "photos/", "oss:Delimiter": "#"}}, BOTH, False),
    ("both operators", {"StringLike": {"oss:Prefix": "p*"}, "StringEquals": {"oss:Delimiter": "/"}}, BOTH, True),
    ("one operator of two", {"StringLike": {"oss:Prefix": "x*"}, "StringEquals": {"oss:Delimiter": "/"}}, BOTH, False),
    (
        "the sample of OSS: from outside the addresses and from no VPC",
        {"NotIpAddress": {"acs:SourceIp": ["10.0.0.0/8"]}, "StringLike": {"acs:SourceVpc": ["*"]}},
        {"acs:SourceIp": "8.8.8.8"},
        True,
    ),
    ("the console's root click", {"StringEquals": {"oss:Prefix": ["", "photos/"], "oss:Delimiter": "/"}}, BOTH, True),
    ("an operator without keys", {"StringEquals": {}}, {}, True),
]

GROUPS = {"String": STRINGS, "Numeric": NUMBERS, "Date": DATES, "Bool": BOOLS, "address": ADDRESSES, "logic": LOGIC}
ROWS = [pytest.param(*row, id=f"{group}: {name}") for group, rows in GROUPS.items() for name, *row in rows]


@pytest.mark.parametrize(("condition", "context", "met"), ROWS)
def test_in_an_allow(condition: Json, context: dict[str, str | list[str]], met: bool) -> None:
    request = ask("oss:ListObjects", "mybucket", context=dict(context))
    assert judge(request, user=[document(allow(condition=condition))]).allowed is met


@pytest.mark.parametrize(("condition", "context", "met"), ROWS)
def test_in_a_deny(condition: Json, context: dict[str, str | list[str]], met: bool) -> None:
    request = ask("oss:ListObjects", "mybucket", context=dict(context))
    outcome = judge(request, user=[document(allow(), deny(condition=condition))]).outcome.value
    assert outcome == ("explicit-deny" if met else "allow")


def test_every_operator_has_a_row() -> None:
    used = {operator for rows in GROUPS.values() for _, condition, _, _ in rows for operator in condition}
    assert used == set(OPERATORS)
