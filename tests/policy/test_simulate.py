"""``simulate``: the form of its cases and results, and where a wrong file is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from support.policies import ACCOUNT, ALICE, Json, allow, deny, document

from stsviewer.policy.simulate import SimulateInputError, simulate

DATA = (Path(__file__).parent / "simulate-examples.json").read_text("utf-8")
EXAMPLES: list[dict[str, Any]] = json.loads(DATA)


def case(**changes: object) -> Json:
    policies: Json = {"user": [document(allow("oss:Get*"))]}
    request: Json = {
        "action": "oss:GetObject",
        "resource": f"acs:oss:*:{ACCOUNT}:mybucket/a",
        "principal": {"type": "RAMUser", "account": ACCOUNT, "uid": ALICE.uid, "arn": ALICE.arn},
    }
    made: Json = {"id": "one", "policies": policies, "request": request}
    for path, value in changes.items():
        target: Any = made
        *steps, last = path.split("__")
        for step in steps:
            target = target[step]
        target[last] = value
    return made


def result(**changes: object) -> dict[str, object]:
    [one] = simulate(json.dumps(case(**changes)))
    return one


@pytest.mark.parametrize("index", range(len(EXAMPLES)), ids=[example["id"] for example in EXAMPLES])
def test_the_examples_of_the_contract(index: int) -> None:
    assert simulate(DATA)[index]["decision"] == EXAMPLES[index]["expect"]


def test_the_form_of_a_result() -> None:
    assert result() == {
        "id": "one",
        "decision": "allow",
        "statement": {"policy": "user[0]", "index": 0, "sid": None},
        "why": "user[0].Statement[0] allows it.",
    }


def test_one_case_and_a_list_of_cases() -> None:
    assert [one["id"] for one in simulate(json.dumps([case(id="a"), case(id="b")]))] == ["a", "b"]
    assert simulate("[]") == []


def test_sid_and_index() -> None:
    policy = document(allow("oss:Put*"), allow(), deny("oss:GetObject", Sid="Never"))
    assert result(policies__user=[policy])["statement"] == {"policy": "user[0]", "index": 2, "sid": "Never"}


def test_a_grammar_error_is_a_result_that_names_the_place() -> None:
    told = result(policies__user=[document(allow()), {"Version": "1", "Statement": [{**allow(), "Effect": "allow"}]}])
    assert (told["decision"], told["statement"]) == ("grammar-error", None)
    assert str(told["why"]).startswith("user[1]: Statement[0].Effect: ")


def test_a_grammar_error_in_raw_text_names_line_and_column() -> None:
    told = result(policies__bucket_policy='{"Version": "1",\n "Statement": {}}')
    assert told["decision"] == "grammar-error"
    assert str(told["why"]).startswith("bucket_policy: Line 2, column 15, Statement: ")


@pytest.mark.parametrize("place", ["trust", "session", "bucket_policy", "user", "role"])
def test_every_document_is_read(place: str) -> None:
    """Also the ones that would have no say."""
    value: object = ["{"] if place in ("user", "role") else "{"
    told = result(**{f"policies__{place}": value})
    assert told["decision"] == "grammar-error"
    assert str(told["why"]).startswith(place)


def test_the_second_case_is_judged_after_a_grammar_error() -> None:
    text = json.dumps([case(policies__user=["{"]), case()])
    assert [one["decision"] for one in simulate(text)] == ["grammar-error", "allow"]


def test_the_context_may_hold_numbers_and_truths() -> None:
    condition = {"Bool": {"acs:SecureTransport": "true"}, "NumericLessThan": {"k": "6"}, "StringEquals": {"k": "5"}}
    policy = document(allow(condition=condition))
    told = result(policies__user=[policy], request__context={"acs:SecureTransport": True, "k": 5, "other": None})
    assert told["decision"] == "allow"


@pytest.mark.parametrize(
    ("carried", "text"),
    [("201532770894211314", "201532770894211314"), ("-7", "-7"), ("5.0", "5"), ("1e3", "1000"), ("0.5", "0.5")],
)
def test_a_number_of_the_context_is_kept_to_its_last_digit(carried: str, text: str) -> None:
    policy = document(allow(condition={"StringEquals": {"k": text}}))
    asked = json.dumps(case(policies__user=[policy], request__context={"k": "HERE"})).replace('"HERE"', carried)
    (told,) = simulate(asked)
    assert told["decision"] == "allow"


@pytest.mark.parametrize("endless", ["9" * 5000, "1e999"])
def test_a_number_without_end_is_carried_like_any_other(endless: str) -> None:
    policy = document(allow(condition={"NumericLessThan": {"k": "6"}}))
    asked = json.dumps(case(policies__user=[policy], request__context={"k": "HERE"})).replace('"HERE"', endless)
    (told,) = simulate(asked)
    assert told["decision"] == "implicit-deny"


def test_absent_lists() -> None:
    """The bucket is private and the object follows it, as a whole and member by member."""
    assert result(policies__user=[])["decision"] == "implicit-deny"
    assert result(policies__user=[], request__acl=None)["decision"] == "implicit-deny"
    assert result(policies__user=[], request__acl={"bucket": "public-read"})["decision"] == "allow"
    assert result(policies__user=[], request__acl={"object": "public-read"})["decision"] == "allow"
    assert result(policies__user=[], request__acl={"object": "default"})["decision"] == "implicit-deny"


def test_the_account_follows_from_the_arn() -> None:
    assert result(request__principal={"type": "RAMUser", "arn": ALICE.arn})["decision"] == "allow"
    assert result(request__principal={"type": "Account", "uid": ACCOUNT})["decision"] == "allow"


# id, the change, the place, a part of the sentence
WRONG = [
    ("no policies", {"policies": None}, "policies", "object"),
    ("a list as policies", {"policies": []}, "policies", "object"),
    ("unknown policies", {"policies__group": []}, "policies.group", "belongs"),
    ("one document for the user", {"policies__user": document(allow())}, "policies.user", "list"),
    ("a number as document", {"policies__user": [7]}, "policies.user[0]", "document"),
    ("null as document", {"policies__user": [None]}, "policies.user[0]", "null"),
    ("a list as trust", {"policies__trust": []}, "policies.trust", "document"),
    ("a number as action", {"request__action": 7}, "request.action", "quotes"),
    ("unknown in the request", {"request__actions": []}, "request.actions", "belongs"),
    ("an unknown type", {"request__principal": {"type": "RamUser"}}, "request.principal.type", "RAMUser"),
    ("no type", {"request__principal": {}}, "request.principal", "type"),
    ("a number as uid", {"request__principal": {"type": "RAMUser", "uid": 7}}, "request.principal.uid", "quotes"),
    ("a list as context", {"request__context": []}, "request.context", "object"),
    ("an object in the context", {"request__context": {"k": {}}}, "request.context.k", "quotes"),
    ("an unknown list", {"request__acl": {"bucket": "open"}}, "request.acl.bucket", "public-read"),
    ("a default bucket", {"request__acl": {"bucket": "default"}}, "request.acl.bucket", "private"),
    ("a number as id", {"id": 7}, "id", "quotes"),
]


@pytest.mark.parametrize(("changes", "place", "part"), [pytest.param(*row, id=name) for name, *row in WRONG])
def test_a_wrong_file_is_refused_with_its_place(changes: Json, place: str, part: str) -> None:
    with pytest.raises(SimulateInputError) as caught:
        simulate(json.dumps([case(), case(**changes)]))
    assert caught.value.place == f"[1].{place}"
    assert part in caught.value.sentence.english()
    assert caught.value.located.english().startswith("Line 1, column ")


@pytest.mark.parametrize(
    ("text", "line", "column"), [("", 1, 1), ("{", 1, 2), ("[1]", 1, 2), ('[{\n"id": "a",}]', 2, 11)]
)
def test_a_file_that_is_no_json_or_no_case(text: str, line: int, column: int) -> None:
    with pytest.raises(SimulateInputError) as caught:
        simulate(text)
    assert (caught.value.line, caught.value.column) == (line, column)
