"""What is no policy document, and where exactly it stops being one."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.policies import ACCOUNT, Json, allow, deny, document

from stsviewer.policy import Document, DocumentKind, Effect, GrammarError, parse

IDENTITY, SESSION, TRUST, BUCKET = DocumentKind


def broken(source: object, kind: DocumentKind = IDENTITY) -> GrammarError:
    with pytest.raises(GrammarError) as caught:
        parse(source, kind)
    return caught.value


def one(**members: object) -> Json:
    """A statement that is fine but for what is given; None takes a member out."""
    made: Json = {"Effect": "Allow", "Action": "oss:GetObject", "Resource": "*", **members}
    return document({name: value for name, value in made.items() if value is not None})


# id, the document, where, a part of the sentence
SHAPES: list[tuple[str, object, str, str]] = [
    ("a list", [], "", "object in braces"),
    ("null", None, "", "object in braces"),
    ("no version", {"Statement": [allow()]}, "", "Version"),
    ("another version", {"Version": "2012-10-17", "Statement": [allow()]}, "Version", "must be"),
    ("a number as version", {"Version": 1, "Statement": [allow()]}, "Version", "in quotes"),
    ("no statement", {"Version": "1"}, "", "Statement"),
    ("no statements", {"Version": "1", "Statement": []}, "Statement", "one or more"),
    ("a statement without its list", {"Version": "1", "Statement": allow()}, "Statement", "list"),
    ("more at the top", {"Version": "1", "Statement": [allow()], "Id": "x"}, "Id", "belongs"),
    ("a statement that is a text", {"Version": "1", "Statement": ["Allow"]}, "Statement[0]", "object"),
    ("no effect", one(Effect=None), "Statement[0]", "Effect"),
    ("effect in lower case", one(Effect="allow"), "Statement[0].Effect", "so spelt"),
    ("effect in capitals", one(Effect="DENY"), "Statement[0].Effect", "so spelt"),
    ("effect as a list", one(Effect=["Allow"]), "Statement[0].Effect", "so spelt"),
    ("no action", one(Action=None), "Statement[0]", "Action"),
    ("action and NotAction", one(NotAction="oss:PutObject"), "Statement[0].NotAction", "exclude"),
    ("no actions", one(Action=[]), "Statement[0].Action", "empty"),
    ("an empty action", one(Action=["oss:Get*", ""]), "Statement[0].Action[1]", "empty"),
    ("a number as action", one(Action=7), "Statement[0].Action", "text"),
    ("a number among actions", one(Action=["oss:Get*", 7]), "Statement[0].Action[1]", "quotes"),
    ("action in lower case", one(action="oss:GetObject"), "Statement[0].action", "“Action”"),
    ("Actions", one(Actions="oss:GetObject"), "Statement[0].Actions", "belongs"),
    ("no resource", one(Resource=None), "Statement[0]", "Resource"),
    ("resource and NotResource", one(NotResource="*"), "Statement[0].NotResource", "exclude"),
    ("an object as resource", one(Resource={"a": "b"}), "Statement[0].Resource", "text"),
    ("NotPrincipal", one(NotPrincipal=["*"]), "Statement[0].NotPrincipal", "does not exist"),
    ("a principal in an identity policy", one(Principal=["*"]), "Statement[0].Principal", "trust policies"),
    ("a number as Sid", one(Sid=1), "Statement[0].Sid", "quotes"),
    ("conditions as a list", one(Condition=[]), "Statement[0].Condition", "object"),
    ("conditions as null", one(Condition={"StringEquals": None}), "Statement[0].Condition.StringEquals", "object"),
    (
        "the second statement",
        document(allow(), {**deny(), "Effect": "No"}),
        "Statement[1].Effect",
        "so spelt",
    ),
]

# id, the condition, where in the condition, a part of the sentence
CONDITIONS: list[tuple[str, Json, str, str]] = [
    ("unknown", {"StringMatches": {"oss:Prefix": "a"}}, "StringMatches", "not a condition operator"),
    ("wrong case", {"stringEquals": {"oss:Prefix": "a"}}, "stringEquals", "“StringEquals”"),
    ("IfExists", {"StringEqualsIfExists": {"oss:Prefix": "a"}}, "StringEqualsIfExists", "“StringEquals”"),
    ("BoolIfExists", {"BoolIfExists": {"acs:MFAPresent": "true"}}, "BoolIfExists", "no “IfExists”"),
    ("Null", {"Null": {"oss:Prefix": "true"}}, "Null", "empty text"),
    ("ForAnyValue", {"ForAnyValue:StringEquals": {"oss:Prefix": "a"}}, "ForAnyValue:StringEquals", "Leave the part"),
    ("ForAllValues", {"ForAllValues:StringLike": {"oss:Prefix": "a"}}, "ForAllValues:StringLike", "Leave the part"),
    ("ArnLike", {"ArnLike": {"acs:PrincipalArn": "a"}}, "ArnLike", "not a condition operator"),
    ("a bare number", {"NumericEquals": {"k": 10}}, "NumericEquals.k", "double quotes"),
    ("a bare true", {"Bool": {"acs:MFAPresent": True}}, "Bool.acs:MFAPresent", "double quotes"),
    (
        "a bare false in a list",
        {"Bool": {"acs:MFAPresent": ["true", False]}},
        "Bool.acs:MFAPresent[1]",
        "double quotes",
    ),
    ("null", {"StringEquals": {"oss:Prefix": None}}, "StringEquals.oss:Prefix", "double quotes"),
    ("no values", {"StringEquals": {"oss:Prefix": []}}, "StringEquals.oss:Prefix", "empty"),
    ("an object as value", {"StringEquals": {"oss:Prefix": {}}}, "StringEquals.oss:Prefix", "texts"),
    ("a text as block", {"StringEquals": "a"}, "StringEquals", "object"),
]

# id, the Principal of a bucket policy, where, a part of the sentence
BUCKET_PRINCIPALS: list[tuple[str, object, str, str]] = [
    ("RAM's form", {"RAM": ["*"]}, "Statement[0].Principal", "no object"),
    ("an ARN of RAM", [f"acs:ram::{ACCOUNT}:user/alice"], "Statement[0].Principal[0]", "by id"),
    ("a number", [2000000000000001], "Statement[0].Principal[0]", "quotes"),
    ("an empty text", [""], "Statement[0].Principal[0]", "empty"),
    ("missing", None, "Statement[0]", "Principal"),
]

TRUST_PRINCIPALS: list[tuple[str, object, str, str]] = [
    ("a list", ["*"], "Statement[0].Principal", "object"),
    ("nobody", {}, "Statement[0].Principal", "nobody"),
    ("another cloud's", {"AWS": "*"}, "Statement[0].Principal.AWS", "belongs"),
    ("wrong case", {"Ram": "*"}, "Statement[0].Principal.Ram", "“RAM”"),
    ("an empty list", {"RAM": []}, "Statement[0].Principal.RAM", "empty"),
    ("missing", None, "Statement[0]", "Principal"),
]


@pytest.mark.parametrize(("source", "place", "part"), [pytest.param(*row, id=name) for name, *row in SHAPES])
def test_shapes(source: object, place: str, part: str) -> None:
    error = broken(source)
    assert (error.place, error.line) == (place, None)
    assert part in error.sentence.english()


@pytest.mark.parametrize(("condition", "place", "part"), [pytest.param(*row, id=name) for name, *row in CONDITIONS])
def test_conditions(condition: Json, place: str, part: str) -> None:
    error = broken(one(Condition=condition))
    assert error.place == f"Statement[0].Condition.{place}"
    assert part in error.sentence.english()


@pytest.mark.parametrize(("principal", "place", "part"), [pytest.param(*row, id=n) for n, *row in BUCKET_PRINCIPALS])
def test_principals_of_bucket_policies(principal: object, place: str, part: str) -> None:
    error = broken(one(Principal=principal), BUCKET)
    assert error.place == place
    assert part in error.sentence.english()


@pytest.mark.parametrize(("principal", "place", "part"), [pytest.param(*row, id=n) for n, *row in TRUST_PRINCIPALS])
def test_principals_of_trust_policies(principal: object, place: str, part: str) -> None:
    error = broken(one(Principal=principal, Resource=None), TRUST)
    assert error.place == place
    assert part in error.sentence.english()


def test_principal_in_a_session_policy() -> None:
    assert broken(one(Principal=["*"]), SESSION).place == "Statement[0].Principal"


# id, the text, line and column, where
TEXTS = [
    (
        "a comma too many",
        '{"Version":"1","Statement":[{"Effect":"Allow","Action":"*","Resource":"*",}]}',
        1,
        75,
        "Statement[0]",
    ),
    (
        "a comma too many in a list",
        '{"Version": "1",\n "Statement": [{"Action": ["a",]}]}',
        2,
        32,
        "Statement[0].Action[1]",
    ),
    ("a comma missing", '{"Version": "1"\n "Statement": []}', 2, 2, ""),
    ("a colon missing", '{"Version" "1"}', 1, 12, "Version"),
    ("single quotes", "{'Version': '1'}", 1, 2, ""),
    ("a comment", '{\n  // mine\n  "Version": "1"}', 2, 3, ""),
    ("nothing", "", 1, 1, ""),
    ("blanks", " \n ", 2, 2, ""),
    ("not closed", '{"Version": "1"', 1, 16, ""),
    ("a text not closed", '{"Version": "1', 1, 13, "Version"),
    ("a line break in a text", '{"Version": "1\n"}', 1, 15, "Version"),
    ("more after it", '{"Version": "1", "Statement": []} x', 1, 35, ""),
    ("NaN", '{"Version": NaN}', 1, 13, "Version"),
    ("a name twice", '{"Version": "1", "Version": "1"}', 1, 18, ""),
    ("half a character", '{"Version": "\\ud800"}', 1, 13, "Version"),
    ("a byte order mark", '\ufeff{"Version": "1"}', 1, 1, ""),
    ("a bad escape", '{"Version": "\\x"}', 1, 14, "Version"),
    ("a version without quotes", '{\n  "Version": 1,\n  "Statement": []\n}', 2, 14, "Version"),
    (
        "an effect in lower case",
        '{"Version": "1", "Statement": [\n  {"Effect": "allow", "Action": "*"}]}',
        2,
        14,
        "Statement[0].Effect",
    ),
    ("a wrong name", '{"Version": "1", "Statement": [\n  {"effect": "Allow"}]}', 2, 4, "Statement[0].effect"),
    ("a member missing", '{"Version": "1", "Statement": [\n  {"Effect": "Allow"}]}', 2, 3, "Statement[0]"),
]


@pytest.mark.parametrize(("text", "line", "column", "place"), [pytest.param(*row, id=name) for name, *row in TEXTS])
def test_places_in_text(text: str, line: int, column: int, place: str) -> None:
    error = broken(text)
    assert (error.line, error.column, error.place) == (line, column, place)


def test_the_place_is_told_before_the_sentence() -> None:
    error = broken('{"Version": "1", "Statement": [\n {"Effect": "allow", "Action": "*", "Resource": "*"}]}')
    place, _, sentence = error.located.english().partition(": ")
    assert place == "Line 2, column 13, Statement[0].Effect"
    assert sentence == "“Effect” must be “Allow” or “Deny”, so spelt."


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ('{"a": 1,}', "comma too many"),
        ("{'a': 1}", "name in double quotes"),
        ("['a']", "not a JSON value"),
        ("[1 2]", "comma or “]”"),
        ('["a', "not closed"),
        ("[", "ends too early"),
        ("[1,]", "comma too many"),
        ("{} {}", "more text follows"),
    ],
)
def test_what_is_said_about_broken_text(text: str, part: str) -> None:
    assert part in broken(text).sentence.english()


def test_a_hundred_thousand_brackets() -> None:
    assert "deeply" in broken("[" * 100_000).sentence.english()
    assert "deeply" in broken('{"a":' * 100_000).sentence.english()


def test_half_a_character_in_an_object() -> None:
    assert broken(one(Action="oss:\ud800")).place == "Statement[0].Action"
    assert broken(one(**{"\ud800": "x"})).located.english().isprintable()


def test_what_is_read() -> None:
    condition = {"StringLike": {"oss:Prefix": ["a/*", ""]}, "Bool": {"acs:SecureTransport": "true"}}
    text = json.dumps(document(deny(["oss:Put*", "oss:Delete*"], "*", condition, Sid="Writes")))
    [statement] = parse(text, IDENTITY, "no-writes").statements
    assert statement.effect is Effect.DENY
    assert statement.actions == ("oss:Put*", "oss:Delete*")
    assert statement.resources == ("*",)
    assert [(c.operator, c.key, c.values) for c in statement.conditions] == [
        ("StringLike", "oss:Prefix", ("a/*", "")),
        ("Bool", "acs:SecureTransport", ("true",)),
    ]
    assert statement.sid == "Writes"
    assert parse(text, IDENTITY, "no-writes").name == "no-writes"


def test_text_and_object_say_the_same() -> None:
    made = document(allow("oss:Get*", condition={"Bool": {"acs:MFAPresent": "true"}}), deny(None, NotAction=["a", "b"]))
    assert parse(json.dumps(made, indent=3), IDENTITY) == parse(made, IDENTITY)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=20,
)
NEARLY = st.fixed_dictionaries(
    {"Version": st.sampled_from(["1", "2", 1]) | JSON_VALUES},
    optional={
        "Statement": st.lists(
            st.dictionaries(
                st.sampled_from(["Effect", "Action", "NotAction", "Resource", "Principal", "Condition", "Sid"]),
                st.sampled_from(["Allow", "Deny", "oss:*", ["*"], {"RAM": "*"}, {"Bool": {"a": "true"}}]) | JSON_VALUES,
            ),
            max_size=3,
        )
        | JSON_VALUES
    },
)


def parsed(source: object, kind: DocumentKind) -> Document | GrammarError:
    """What comes of ``source``; anything else that is raised fails the test."""
    try:
        return parse(source, kind)
    except GrammarError as error:
        return error


@settings(deadline=None)
@given(source=JSON_VALUES | NEARLY, kind=st.sampled_from(DocumentKind))
def test_any_object_is_a_document_or_a_grammar_error(source: object, kind: DocumentKind) -> None:
    found = parsed(source, kind)
    assert found.statements if isinstance(found, Document) else found.located.english()


@settings(deadline=None)
@given(text=st.text(), kind=st.sampled_from(DocumentKind))
def test_any_text_is_a_document_or_a_grammar_error(text: str, kind: DocumentKind) -> None:
    error = broken(text, kind)  # no text that hypothesis thinks of by itself is a policy
    assert error.line is not None
    assert 1 <= error.line <= text.count("\n") + 1


@settings(deadline=None)
@given(source=NEARLY, place=st.integers(0, 400), typo=st.sampled_from([*'{}[]",:x1\\ \n', "", "\ufeff"]))
def test_any_typo_is_a_document_or_a_grammar_error(source: object, place: int, typo: str) -> None:
    text = json.dumps(source)
    text = text[:place] + typo + text[place + 1 :]
    found = parsed(text, IDENTITY)
    assert isinstance(found, Document) or 1 <= (found.column or 0) <= len(text) + 1
