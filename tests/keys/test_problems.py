"""What is told while a profile is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from stsviewer.keys import problems
from stsviewer.profile import Profile

GOOD = Profile(
    "works",
    "LTAI5tGk7PzQm4XwVn2RbDyC",
    role_arn="acs:ram::1532770894211314:role/henshaoread2",
    role_session_name="henshao",
    region="cn-shanghai",
)


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"name": "with blank 和中文"},
        {"role_arn": "", "role_session_name": ""},
        {"role_arn": "acs:ram::1532770894211314:role/a.b_c-D9"},
        {"role_arn": "acs:ram::1532770894211314:role/aliyunserviceroleforoos"},
        {"role_session_name": "ab"},
        {"role_session_name": "a@b.c-d_e" + "x" * 55},
        {"duration_seconds": 900},
        {"duration_seconds": 43_200},
        {"external_id": "ab"},
        {"external_id": "a1_+=,.@:/-" * 100},
        {"policy": '{"Version": "1", "Statement": []}'},
        {"region": "us-west-1"},
        {"region": "cn-shanghai-finance-1"},
        {"sts_endpoint": "http://127.0.0.1:8000", "oss_endpoint": "oss-cn-x.aliyuncs.com", "ram_endpoint": "https://h"},
    ],
)
def test_what_is_right(change: dict[str, Any]) -> None:
    assert problems(replace(GOOD, **change)) == ()


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", "", "Give the profile a name"),
        ("name", "  ", "Give the profile a name"),
        ("name", "env", "Choose another name"),
        ("name", " x", "blanks"),
        ("name", "a\x1bb", "control"),
        ("name", "a\u202eb", "control"),
        ("name", "x" * 65, "64"),
        ("access_key_id", "", "Enter the id"),
        ("access_key_id", "LTAI 5t", "without blanks"),
        ("access_key_id", "STS.NUabc", "temporary key"),
        ("role_arn", "acs:ram::1532770894211314:role/x ", "blank at an end"),
        ("role_arn", "acs:ram::1532770894211314:user/x", "ARN of a user"),
        ("role_arn", "arn:aws:iam::123456789012:role/x", "looks like this"),
        ("role_arn", "acs:ram::1532770894211314:role", "looks like this"),
        ("role_arn", "henshaoread2", "looks like this"),
        ("role_arn", "acs:ram:::role/x", "digits only"),
        ("role_arn", "acs:ram::15327708942113l4:role/x", "digits only"),
        ("role_arn", "acs:ram::1532770894211314:role/", "name of a role"),
        ("role_arn", "acs:ram::1532770894211314:role/a b", "name of a role"),
        ("role_arn", "acs:ram::1532770894211314:role/x/y", "name of a role"),
        ("role_arn", "acs:ram::1532770894211314:role/" + "x" * 65, "name of a role"),
        ("role_session_name", "", "this one has 0"),
        ("role_session_name", "x", "this one has 1"),
        ("role_session_name", "x" * 65, "this one has 65"),
        ("role_session_name", "with blank", "letters, digits"),
        ("role_session_name", "中文", "letters, digits"),
        ("duration_seconds", 899, "900"),
        ("duration_seconds", 43_201, "43200"),
        ("duration_seconds", 0, "900"),
        ("external_id", "x", "external id"),
        ("external_id", "x" * 1225, "external id"),
        ("external_id", "a b", "external id"),
        ("policy", "{", "line 1, column 2"),
        ("policy", '{\n "a": }', "line 2, column 7"),
        ("policy", '"' + "x" * 2047 + '"', "this one has 2049"),
        ("policy", "[" * 2000, "nested too deeply"),
        ("region", "oss-cn-shanghai", "cn-shanghai"),
        ("region", "", "looks like this"),
        ("region", "Shanghai", "looks like this"),
        ("sts_endpoint", "https://host/path", "without a path"),
        ("oss_endpoint", "not a host", "without a path"),
        ("ram_endpoint", "ftp://host", "without a path"),
    ],
)
def test_what_is_wrong(field: str, value: object, said: str) -> None:
    found = problems(replace(GOOD, **{field: value}))
    assert [problem.field for problem in found] == [field]
    assert said in found[0].text.english()


def test_all_is_told_at_once_in_the_order_of_the_fields() -> None:
    found = problems(Profile("", "", role_arn="x", duration_seconds=1, region=""))
    assert [problem.field for problem in found] == [
        "name",
        "access_key_id",
        "role_arn",
        "role_session_name",
        "duration_seconds",
        "region",
    ]
