"""Which statements speak about a request: actions, resources, their wildcards and their negations."""

from __future__ import annotations

import pytest
from support.policies import ACCOUNT, Json, allow, ask, deny, document, judge

from stsviewer.policy import Request

YES, NONE, DENIED = "allow", "implicit-deny", "explicit-deny"


def under(pattern: str) -> str:
    """The objects of the bucket whose keys match."""
    return f"acs:oss:*:*:mybucket/{pattern}"


BUCKET, OBJECTS = "acs:oss:*:*:mybucket", under("*")


# id, the statements of the user's one policy, the question, the outcome
ACTIONS = [
    ("the very action", [allow("oss:GetObject")], ask("oss:GetObject"), YES),
    ("a text is a list of one", [allow(["oss:GetObject"])], ask("oss:GetObject"), YES),
    ("one of a list", [allow(["oss:PutObject", "oss:GetObject"])], ask("oss:GetObject"), YES),
    ("another action", [allow("oss:PutObject")], ask("oss:GetObject"), NONE),
    ("case does not matter", [allow("OSS:getobject")], ask("oss:GetObject"), YES),
    ("case of the question does not matter", [allow("oss:GetObject")], ask("oss:getObject"), YES),
    ("the vendor writes oss:getBucketInfo", [allow("oss:getBucketInfo")], ask("oss:GetBucketInfo", "mybucket"), YES),
    ("* is every action", [allow("*")], ask("oss:GetObject"), YES),
    ("* covers other services", [allow("*", "*")], ask("ram:GetRole", f"acs:ram:*:{ACCOUNT}:role/x"), YES),
    ("oss:* covers oss", [allow("oss:*")], ask("oss:DeleteBucket", "mybucket"), YES),
    ("oss:* is no other service", [allow("oss:*")], ask("ram:GetRole", f"acs:ram:*:{ACCOUNT}:role/x"), NONE),
    ("oss:Get* covers reads", [allow("oss:Get*")], ask("oss:GetObjectAcl"), YES),
    ("oss:Get* is no write", [allow("oss:Get*")], ask("oss:PutObject"), NONE),
    ("oss:Get* is no list", [allow("oss:Get*")], ask("oss:ListObjects", "mybucket"), NONE),
    ("* in the middle", [allow("oss:*Object")], ask("oss:GetObject"), YES),
    ("* in the middle, ending missed", [allow("oss:*Object")], ask("oss:GetObjectAcl"), NONE),
    ("* in the service", [allow("*:Get*")], ask("oss:GetObject"), YES),
    ("* matches nothing as well", [allow("oss:GetObject*")], ask("oss:GetObject"), YES),
    ("? is one character", [allow("oss:?etObject")], ask("oss:GetObject"), YES),
    ("? is not none", [allow("oss:GetObject?")], ask("oss:GetObject"), NONE),
    ("? is not two", [allow("oss:?tObject")], ask("oss:GetObject"), NONE),
    ("NotAction covers the rest", [allow(None, NotAction="oss:PutObject")], ask("oss:GetObject"), YES),
    ("NotAction leaves its list", [allow(None, NotAction="oss:PutObject")], ask("oss:PutObject"), NONE),
    ("NotAction with a list", [allow(None, NotAction=["oss:Put*", "oss:Delete*"])], ask("oss:DeleteObject"), NONE),
    (
        "Allow NotAction is no Deny",
        [allow(None, NotAction="oss:PutObject"), allow("oss:PutObject")],
        ask("oss:PutObject"),
        YES,
    ),
    (
        "Deny NotAction denies the rest",
        [allow("*"), deny(None, NotAction="oss:GetObject")],
        ask("oss:PutObject"),
        DENIED,
    ),
    ("Deny NotAction spares its list", [allow("*"), deny(None, NotAction="oss:Get*")], ask("oss:GetObject"), YES),
    ("${ is plain text", [allow("oss:${action}")], ask("oss:GetObject"), NONE),
]

RESOURCES = [
    ("* is every resource", [allow(resource="*")], ask(), YES),
    ("the object form", [allow(resource=OBJECTS)], ask(), YES),
    ("the bucket form is not its objects", [allow(resource=BUCKET)], ask(), NONE),
    ("the object form is not the bucket", [allow(resource=OBJECTS)], ask("oss:ListObjects", "mybucket"), NONE),
    ("the bucket form is for listing", [allow(resource=BUCKET)], ask("oss:ListObjects", "mybucket"), YES),
    ("both forms, object", [allow(resource=[BUCKET, OBJECTS])], ask(), YES),
    ("both forms, bucket", [allow(resource=[BUCKET, OBJECTS])], ask("oss:GetBucketInfo", "mybucket"), YES),
    ("bucket* is both, and more buckets", [allow(resource="acs:oss:*:*:mybucket*")], ask(resource="mybucket2/a"), YES),
    ("another bucket", [allow(resource=OBJECTS)], ask(resource="yourbucket/a.jpg"), NONE),
    ("under a prefix", [allow(resource=under("photos/*"))], ask(resource="mybucket/photos/1.jpg"), YES),
    ("beside the prefix", [allow(resource=under("photos/*"))], ask(resource="mybucket/other/1"), NONE),
    ("a prefix is no folder", [allow(resource=under("photos*"))], ask(resource="mybucket/photos2/1"), YES),
    ("* goes over slashes", [allow(resource=under("*.jpg"))], ask(resource="mybucket/a/b/c.jpg"), YES),
    ("? in a key", [allow(resource=under("?.jpg"))], ask(resource="mybucket/a.jpg"), YES),
    ("? is one character", [allow(resource=under("?.jpg"))], ask(resource="mybucket/ab.jpg"), NONE),
    ("one object", [allow(resource=under("a.jpg"))], ask(resource="mybucket/a.jpg"), YES),
    ("keys have case", [allow(resource=under("A.jpg"))], ask(resource="mybucket/a.jpg"), NONE),
    ("prefixes have case", [allow(resource=under("Photos/*"))], ask(resource="mybucket/photos/1"), NONE),
    ("the owner's id", [allow(resource=f"acs:oss:*:{ACCOUNT}:mybucket/*")], ask(), YES),
    ("another owner's id", [allow(resource="acs:oss:*:9999999999999999:mybucket/*")], ask(), NONE),
    ("every oss resource", [allow(resource="acs:oss:*:*:*")], ask(), YES),
    (
        "ListBuckets asks for *",
        [allow("oss:ListBuckets", "acs:oss:*:*:*")],
        ask("oss:ListBuckets", "acs:oss:*:*:*"),
        YES,
    ),
    ("ListBuckets is not one bucket", [allow(resource=BUCKET)], ask("oss:ListBuckets", "acs:oss:*:*:*"), NONE),
    ("a colon in a key", [allow(resource=under("a:b/*"))], ask(resource="mybucket/a:b/c"), YES),
    ("Chinese in a key", [allow(resource=under("照片/*"))], ask(resource="mybucket/照片/龙.png"), YES),
    ("a leading slash in a key", [allow(resource=under("/*"))], ask(resource="mybucket//a"), YES),
    ("dots in a key are a key", [allow(resource=under("b/*"))], ask(resource="mybucket/a/../b/c"), NONE),
    ("${ is plain text", [allow(resource=under("${user}/*"))], ask(resource="mybucket/alice/1"), NONE),
    ("${ matches itself", [allow(resource=under("${user}/*"))], ask(resource="mybucket/${user}/1"), YES),
    ("brackets are plain text", [allow(resource=under("[ab]"))], ask(resource="mybucket/a"), NONE),
    ("NotResource covers the rest", [allow(resource=None, NotResource=OBJECTS)], ask(resource="yourbucket/a"), YES),
    ("NotResource leaves its list", [allow(resource=None, NotResource=OBJECTS)], ask(), NONE),
    (
        "Deny NotResource denies the rest",
        [allow(), deny(resource=None, NotResource=[BUCKET, OBJECTS])],
        ask(resource="yourbucket/a"),
        DENIED,
    ),
    ("Deny NotResource spares it", [allow(), deny(resource=None, NotResource=[BUCKET, OBJECTS])], ask(), YES),
    ("many stars end soon", [allow(resource="acs:oss:*:*:" + "a*" * 40 + "b")], ask(resource="a" * 2000), NONE),
]

TOGETHER = [
    ("nothing said", [allow("oss:PutObject")], ask(), NONE),
    ("Deny before Allow", [deny("oss:GetObject"), allow()], ask(), DENIED),
    ("Allow before Deny", [allow(), deny("oss:GetObject")], ask(), DENIED),
    ("a Deny elsewhere", [allow(), deny("oss:GetObject", under("secret/*"))], ask(), YES),
    (
        "a Deny on one prefix",
        [allow(), deny("oss:*", under("secret/*"))],
        ask(resource="mybucket/secret/a"),
        DENIED,
    ),
    ("a Deny alone", [deny("oss:GetObject")], ask(), DENIED),
    ("a Deny of another action alone", [deny("oss:PutObject")], ask(), NONE),
    (
        "a condition is of its statement only",
        [allow(condition={"Bool": {"acs:MFAPresent": "true"}}), allow()],
        ask(),
        YES,
    ),
    ("Sid changes nothing", [allow(Sid="ReadAll")], ask(), YES),
    ("an empty Condition is none", [allow(condition={})], ask(), YES),
    ("an empty Condition in a Deny is none", [allow(), deny(condition={})], ask(), DENIED),
]


@pytest.mark.parametrize(
    ("statements", "request_", "outcome"),
    [pytest.param(*row, id=name) for name, *row in [*ACTIONS, *RESOURCES, *TOGETHER]],
)
def test_a_users_policy(statements: list[Json], request_: Request, outcome: str) -> None:
    assert judge(request_, user=[document(*statements)]).outcome.value == outcome


def test_the_statement_that_decided_is_named() -> None:
    first = document(allow("oss:Put*"))
    second = document(allow("oss:List*"), allow("oss:Get*", Sid="Reads"))
    decision = judge(ask(), user=[first, second])
    assert decision.statement is not None
    assert (decision.statement.policy, decision.statement.index, decision.statement.sid) == ("user[1]", 1, "Reads")
    assert decision.why.english() == "user[1].Statement[1] allows it."


def test_a_deny_of_one_policy_beats_an_allow_of_another() -> None:
    decision = judge(ask(), user=[document(allow()), document(deny("oss:GetObject"))])
    assert decision.outcome.value == "explicit-deny"
    assert decision.statement is not None
    assert decision.statement.policy == "user[1]"
