"""What AssumeRole says of parameters that it does not take."""

from __future__ import annotations

import json

import pytest
from support.api_calls import Draft, acs3_draft, assume, assume_params, call, of_profile, rpc_draft, xml
from support.sandbox import RunningSandbox

DURATION = "The Min/Max value of DurationSeconds is 15min/1hr."
NO_ROLE = "The specified Role not exists ."
GRAMMAR = "The parameter Policy has not passed grammar check."


def wrongly(name: str) -> str:
    return f"The parameter {name} is wrongly formed."


def policy(**statement: object) -> str:
    full = {"Effect": "Allow", "Action": "oss:*", "Resource": "*", **statement}
    return json.dumps({"Version": "1", "Statement": [{name: value for name, value in full.items() if value}]})


WRONG = [
    ("RoleArn", "acs:ram::1532770894211314:henshaoread2", 400, "InvalidParameter.RoleArn", wrongly("RoleArn")),
    ("RoleArn", "arn:aws:iam::1:role/x", 400, "InvalidParameter.RoleArn", wrongly("RoleArn")),
    ("RoleArn", "acs:ram::abc:role/henshaoread2", 400, "InvalidParameter.RoleArn", wrongly("RoleArn")),
    ("RoleArn", "acs:ram::1:role/a b", 400, "InvalidParameter.RoleArn", wrongly("RoleArn")),
    ("RoleArn", "acs:ram::1532770894211314:user/henshao", 404, "EntityNotExist.Role", NO_ROLE),
    ("RoleArn", "acs:ram::1532770894211315:role/henshaoread2", 404, "EntityNotExist.Role", NO_ROLE),
    ("RoleSessionName", "x", 400, "InvalidParameter.RoleSessionName", wrongly("RoleSessionName")),
    ("RoleSessionName", "x" * 65, 400, "InvalidParameter.RoleSessionName", wrongly("RoleSessionName")),
    ("RoleSessionName", "hen shao", 400, "InvalidParameter.RoleSessionName", wrongly("RoleSessionName")),
    ("RoleSessionName", "会话一", 400, "InvalidParameter.RoleSessionName", wrongly("RoleSessionName")),
    ("RoleSessionName", "henshao\n", 400, "InvalidParameter.RoleSessionName", wrongly("RoleSessionName")),
    ("DurationSeconds", "899", 400, "InvalidParameter.DurationSeconds", DURATION),
    ("DurationSeconds", "3601", 400, "InvalidParameter.DurationSeconds", DURATION),
    ("DurationSeconds", "0", 400, "InvalidParameter.DurationSeconds", DURATION),
    ("DurationSeconds", "-3600", 400, "InvalidParameter.DurationSeconds", DURATION),
    ("DurationSeconds", "an hour", 400, "InvalidParameter.DurationSeconds", DURATION),
    ("DurationSeconds", "36000000000", 400, "InvalidParameter.DurationSeconds", DURATION),
    ("ExternalId", "x", 400, "InvalidParameter.ExternalId", wrongly("ExternalId")),
    ("ExternalId", "x" * 1225, 400, "InvalidParameter.ExternalId", wrongly("ExternalId")),
    ("ExternalId", "two words", 400, "InvalidParameter.ExternalId", wrongly("ExternalId")),
    ("SourceIdentity", "x", 400, "InvalidParameter.SourceIdentity", wrongly("SourceIdentity")),
    ("SourceIdentity", "acs:alice", 400, "InvalidParameter.SourceIdentity", wrongly("SourceIdentity")),
    ("Policy", "{", 400, "InvalidParameter.PolicyGrammar", GRAMMAR),
    ("Policy", "[]", 400, "InvalidParameter.PolicyGrammar", GRAMMAR),
    ("Policy", policy(Effect="allow"), 400, "InvalidParameter.PolicyGrammar", GRAMMAR),
    ("Policy", policy(Resource=""), 400, "InvalidParameter.PolicyGrammar", GRAMMAR),
    ("Policy", policy(NotAction="oss:Put*"), 400, "InvalidParameter.PolicyGrammar", GRAMMAR),
    ("Policy", policy(Principal="*"), 400, "InvalidParameter.PolicyGrammar", GRAMMAR),
    ("Policy", policy(Condition={"Null": {"acs:SourceIp": "true"}}), 400, "InvalidParameter.PolicyGrammar", GRAMMAR),
    (
        "Policy",
        policy(Resource=["acs:oss:*:*:" + "b" * 63] * 40),
        400,
        "InvalidParameter.PolicySize",
        "The size of Policy must be smaller than 2048 bytes.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value", "status", "code", "message"), WRONG, ids=lambda value: str(value)[:24])
def test_a_parameter_that_is_not_taken(
    sandbox: RunningSandbox, name: str, value: str, status: int, code: str, message: str
) -> None:
    profile = sandbox.profile("works")

    answer = rpc_draft(of_profile(profile), {"Action": "AssumeRole", **assume_params(profile, **{name: value})}).send(
        sandbox
    )

    assert (answer.status_code, answer.json()["Code"], answer.json()["Message"]) == (status, code, message)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("RoleSessionName", "ab"),
        ("RoleSessionName", "A.b@c-d_9" + "x" * 55),
        ("DurationSeconds", "900"),
        ("DurationSeconds", "3600"),
        ("DurationSeconds", ""),
        ("ExternalId", "a=b,c.d@e:f/g-h+i_j"),
        ("ExternalId", "x" * 1224),
        ("SourceIdentity", "alice@example.com"),
        ("Policy", policy()),
        ("Policy", policy(Sid="read", Action=["oss:GetObject"], Resource=["acs:oss:*:*:b/*"], Condition={})),
        ("Policy", policy() + " " * (2048 - len(policy()))),
    ],
    ids=lambda value: str(value)[:24],
)
def test_a_parameter_that_is_taken(sandbox: RunningSandbox, name: str, value: str) -> None:
    answer = assume(sandbox, sandbox.profile("works"), **{name: value})

    assert answer["Credentials"]["AccessKeyId"].startswith("STS.")
    assert answer.get("SourceIdentity", "") == (value if name == "SourceIdentity" else "")


@pytest.mark.parametrize("name", ["RoleArn", "RoleSessionName"])
def test_a_parameter_that_is_missing(sandbox: RunningSandbox, name: str) -> None:
    answer = assume(sandbox, sandbox.profile("works"), **{name: ""})

    assert (answer["Code"], answer["Message"]) == (f"Missing{name}", f"{name} is mandatory for this action.")


@pytest.mark.parametrize(
    ("changed", "status", "code"),
    [
        ({"Action": "AssumeRoll"}, 404, "InvalidAction.NotFound"),
        ({"Action": "GetRole"}, 404, "InvalidAction.NotFound"),
        ({"Version": "2015-04-02"}, 400, "InvalidVersion"),
        ({"Format": "YAML"}, 400, "InvalidParameter.Format"),
        ({"SignatureMethod": "HMAC-SHA256"}, 400, "InvalidSignatureMethod"),
        ({"SignatureVersion": "2.0"}, 400, "InvalidSignatureVersion"),
        ({"Timestamp": "2026-11-24 10:00:00"}, 400, "InvalidTimeStamp.Format"),
        ({"Timestamp": "2026-13-24T10:00:00Z"}, 400, "InvalidTimeStamp.Format"),
        ({"AccessKeyId": "LTAI5tNobodyHasThisOne99"}, 404, "InvalidAccessKeyId.NotFound"),
        ({"SignatureNonce": ""}, 400, "MissingSignatureNonce"),
        ({"Timestamp": ""}, 400, "MissingTimestamp"),
    ],
    ids=lambda value: str(value)[:40],
)
def test_the_protocols_own_parameters(sandbox: RunningSandbox, changed: dict[str, str], status: int, code: str) -> None:
    draft = rpc_draft(of_profile(sandbox.profile("works")), {"Action": "GetCallerIdentity", **changed})
    draft.query["Format"] = changed.get("Format", "JSON")

    answer = draft.send(sandbox)

    assert answer.status_code == status
    assert f"{code}" in answer.text


def test_other_methods_are_not_served(sandbox: RunningSandbox) -> None:
    draft = rpc_draft(of_profile(sandbox.profile("works")), {"Action": "GetCallerIdentity"}, method="PUT")

    answer = draft.send(sandbox)

    assert (answer.status_code, answer.json()["Code"]) == (400, "UnsupportedHTTPMethod")


def test_a_session_policy_is_measured_in_characters(sandbox: RunningSandbox) -> None:
    """The page gives 1 to 2,048 characters, whatever its error text says of bytes."""
    wide = policy(Resource=["acs:oss:*:*:wla-test2/" + "照" * 900])
    wide = json.dumps(json.loads(wide), ensure_ascii=False)
    assert len(wide) < 2048 < len(wide.encode())

    assert "Credentials" in assume(sandbox, sandbox.profile("works"), Policy=wide)


def test_an_unknown_action_of_ram_names_its_product(sandbox: RunningSandbox) -> None:
    answer = call(sandbox, of_profile(sandbox.profile("works")), "DeleteRole", "2015-05-01", RoleName="henshaoread2")

    assert answer["Code"] == "InvalidAction.NotFound"
    assert "product=Ram" in answer["Recommend"]


NASTY = [
    "\x00",
    "\x00" * 50,
    "\u202egpj.exe",
    "\ud7ff\ue000\uffff",
    "%00%ff",
    "<b>&amp;</b>",
    "{" * 2000,
    "[" * 2000,
    '"' * 2000,
    "𐍈" * 400,
]


@pytest.mark.parametrize(
    "name", ["RoleArn", "RoleSessionName", "DurationSeconds", "ExternalId", "Policy", "SourceIdentity"]
)
@pytest.mark.parametrize("as_format", ["JSON", "XML"])
def test_nasty_values_are_refused_in_good_order(sandbox: RunningSandbox, name: str, as_format: str) -> None:
    profile = sandbox.profile("works")
    for value in NASTY:
        params = {"Action": "AssumeRole", "Format": as_format, **assume_params(profile, **{name: value})}
        answer = rpc_draft(of_profile(profile), params, method="POST", in_body=True).send(sandbox)
        code = answer.json()["Code"] if as_format == "JSON" else xml(answer).findtext("Code")
        assert (answer.status_code, (code or "").partition(".")[0]) == (400, "InvalidParameter")


def test_what_is_not_even_text_is_refused_in_good_order(sandbox: RunningSandbox) -> None:
    for target in (
        "/?Action=%FF&Version=%FE&Signature=%ED%A0%80",
        "/?Action=AssumeRole&Version=2015-04-01&Signature=%FF",
    ):
        answer = Draft("GET", path=target).send(sandbox)
        assert answer.status_code in (400, 404)
        assert (xml(answer).findtext("Code") or "") in ("InvalidVersion", "MissingAccessKeyId")


def test_a_body_of_another_type_is_refused(sandbox: RunningSandbox) -> None:
    profile = sandbox.profile("works")
    draft = acs3_draft(sandbox, of_profile(profile), "AssumeRole", assume_params(profile), body="form")
    draft.headers["content-type"] = "text/plain"

    assert draft.send(sandbox).json()["Code"] == "InvalidParameter.ContentType"
