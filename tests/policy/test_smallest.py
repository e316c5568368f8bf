"""The smallest policy grants what is wished, nothing else, and nothing can be taken out of it."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.policies import ALICE, allow, deny, document

from stsviewer.policy import Document, DocumentKind, Policies, decide, parse
from stsviewer.policy.actions import ACTIONS, Form
from stsviewer.policy.gains import Gain, gains
from stsviewer.policy.lint import lint
from stsviewer.policy.smallest import Wish, smallest
from stsviewer.policy.system import system_policy


def identity(source: object) -> Document:
    return parse(source, DocumentKind.IDENTITY)


def grants(source: object, wish: Wish) -> bool:
    policies = Policies(user=(identity(source),))
    return all(decide(policies, wish.request(below=below)).allowed for below in ("", "x/y"))


def test_reading_and_listing_under_a_prefix() -> None:
    wishes = [Wish("oss:ListObjects", "b", "photos/"), Wish("oss:GetObject", "b", "photos/")]
    assert smallest(wishes) == {
        "Version": "1",
        "Statement": [
            {"Effect": "Allow", "Action": ["oss:GetObject"], "Resource": ["acs:oss:*:*:b/photos/*"]},
            {
                "Effect": "Allow",
                "Action": ["oss:ListObjects"],
                "Resource": ["acs:oss:*:*:b"],
                "Condition": {"StringLike": {"oss:Prefix": ["photos/*"]}},
            },
        ],
    }


def test_actions_with_the_same_resources_share_a_statement() -> None:
    made: Any = smallest(
        [Wish(action, "b", "in/") for action in ("oss:PutObject", "oss:DeleteObject", "oss:GetObject")]
    )
    [statement] = made["Statement"]
    assert statement["Action"] == ["oss:DeleteObject", "oss:GetObject", "oss:PutObject"]


def test_a_wish_under_another_adds_nothing() -> None:
    whole = [Wish("oss:GetObject", "b", ""), Wish("oss:ListObjects", "b", "")]
    assert smallest([*whole, Wish("oss:GetObject", "b", "a/"), Wish("oss:ListObjects", "b", "c/")]) == smallest(whole)


def test_listing_a_whole_bucket_has_no_condition() -> None:
    made: Any = smallest([Wish("oss:ListObjects", "b")])
    assert "Condition" not in made["Statement"][0]


def test_listings_of_several_buckets_stay_apart() -> None:
    """One statement for both would open a/ in the second bucket and b/ in the first."""
    made = smallest([Wish("oss:ListObjects", "one", "a/"), Wish("oss:ListObjects", "two", "b/")])
    assert not grants(made, Wish("oss:ListObjects", "one", "b/"))
    assert not grants(made, Wish("oss:ListObjects", "two", "a/"))


def test_the_list_of_buckets() -> None:
    made: Any = smallest([Wish("oss:ListBuckets", "whatever", "whatever")])
    assert made["Statement"] == [{"Effect": "Allow", "Action": ["oss:ListBuckets"], "Resource": ["acs:oss:*:*:*"]}]


def test_nothing_wished_and_nothing_known() -> None:
    with pytest.raises(ValueError, match="nothing"):
        smallest([])
    with pytest.raises(KeyError):
        smallest([Wish("oss:HeadObject", "b")])


WISHES = st.lists(
    st.builds(
        Wish,
        st.sampled_from(["oss:GetObject", "oss:PutObject", "oss:ListObjects", "oss:GetBucketInfo", "oss:ListBuckets"]),
        st.sampled_from(["one", "two"]),
        st.sampled_from(["", "a/", "a/b/", "c", "照片/"]),
    ),
    min_size=1,
    max_size=6,
)


@settings(deadline=None)
@given(wishes=WISHES)
def test_it_grants_all_and_opens_nothing_else(wishes: list[Wish]) -> None:
    made = smallest(wishes)
    assert all(grants(made, wish) for wish in wishes)
    assert gains(identity(made), wishes) == ()
    assert lint(json.dumps(made), DocumentKind.IDENTITY) == ()


def smaller(made: Any) -> Iterator[Any]:
    """Every document with one action, one resource or one prefix less."""
    for index, statement in enumerate(made["Statement"]):
        lists = [("Action",), ("Resource",)]
        if "Condition" in statement:
            lists.append(("Condition", "StringLike", "oss:Prefix"))
        for path in lists:
            values: Any = statement
            for step in path:
                values = values[step]
            for position in range(len(values)):
                less = copy.deepcopy(made)
                target = less["Statement"][index]
                for step in path:
                    target = target[step]
                del target[position]
                if not target:
                    del less["Statement"][index]
                yield less


@settings(deadline=None)
@given(wishes=WISHES)
def test_nothing_can_be_taken_out(wishes: list[Wish]) -> None:
    for less in smaller(smallest(wishes)):
        assert not less["Statement"] or not all(grants(less, wish) for wish in wishes)


READ = [Wish("oss:GetObject", "b", "photos/")]


def test_what_the_quick_way_opens_besides() -> None:
    found = gains(system_policy("AliyunOSSReadOnlyAccess"), READ)
    assert Gain("oss:GetObject", "*") in found
    assert Gain("oss:ListBuckets", "*") in found
    assert Gain("oss:GetBucketPolicy", "*") in found
    assert not any(gain.action in ("oss:PutObject", "oss:DeleteObject") for gain in found)
    everything = gains(system_policy("AliyunOSSFullAccess"), READ)
    assert {gain.action for gain in everything} == set(ACTIONS)


def test_the_administrators_policy_opens_other_services_too() -> None:
    assert Gain("*", "*") in gains(system_policy("AdministratorAccess"), READ)
    assert Gain("sts:AssumeRole", "*") in gains(system_policy("AliyunSTSAssumeRoleAccess"))


def test_what_was_open_before_is_no_gain() -> None:
    added, before = (
        identity(document(allow("oss:Get*", "acs:oss:*:*:b/*"))),
        identity(document(allow("oss:GetObject*"))),
    )
    assert not any(gain.action.startswith("oss:GetObject") for gain in gains(added, (), [before]))
    assert gains(added, (), [system_policy("AliyunOSSFullAccess")]) == ()


def test_what_was_open_under_a_condition_only_is_a_gain() -> None:
    condition = {"IpAddress": {"acs:SourceIp": "10.0.0.0/8"}}
    before = identity(document(allow("oss:GetObject", "*", condition)))
    assert gains(identity(document(allow("oss:GetObject", "*"))), (), [before]) == (Gain("oss:GetObject", "*"),)
    assert gains(identity(document(allow("oss:GetObject", "*", condition))), (), [before]) == ()


def test_what_a_deny_takes_back_is_no_gain() -> None:
    before = identity(document(deny("oss:Put*", "*")))
    found = gains(identity(document(allow(["oss:PutObject", "oss:GetObject"], "acs:oss:*:*:b/*"))), (), [before])
    assert found == (Gain("oss:GetObject", "acs:oss:*:*:b/*"),)


def test_an_exception_keeps_its_gain() -> None:
    before = identity(document(deny(None, "*", NotAction="ram:GetRole")))
    assert gains(identity(document(allow("ram:*", "*"))), (), [before]) == (Gain("ram:*", "*"),)


def test_gains_under_a_condition_say_so() -> None:
    added = identity(document(allow("oss:GetObject", "acs:oss:*:*:b/*", {"Bool": {"acs:SecureTransport": "true"}})))
    assert gains(added) == (Gain("oss:GetObject", "acs:oss:*:*:b/*", conditional=True),)


def test_a_listing_that_is_not_held_to_the_prefix_is_a_gain() -> None:
    wish = [Wish("oss:ListObjects", "b", "photos/")]
    assert gains(identity(document(allow("oss:ListObjects", "acs:oss:*:*:b"))), wish) != ()
    wider = {"StringLike": {"oss:Prefix": ["photos/*", "*"]}}
    assert gains(identity(document(allow("oss:ListObjects", "acs:oss:*:*:b", wider))), wish) != ()
    held = {"StringEquals": {"oss:Prefix": "photos/2017/"}}
    assert gains(identity(document(allow("oss:ListObjects", "acs:oss:*:*:b", held))), wish) == ()


def test_not_action_and_not_resource_open_widely() -> None:
    found = gains(identity(document(allow(None, "*", NotAction="oss:*"))))
    assert found == (Gain("*", "*"),)
    found = gains(identity(document(allow("oss:GetObject", None, NotResource="acs:oss:*:*:b/*"))))
    assert found == (Gain("oss:GetObject", "*"),)


PATTERNS = ["*", "acs:oss:*:*:b", "acs:oss:*:*:b/*", "acs:oss:*:*:b/photos/*", "acs:oss:*:*:b*", "acs:oss:*:*:*"]
STATEMENTS = st.builds(
    lambda effect, actions, resources: effect(actions, resources),
    st.sampled_from([allow, allow, deny]),
    st.lists(st.sampled_from(["oss:GetObject", "oss:Get*", "oss:*", "oss:ListObjects", "*"]), min_size=1, max_size=2),
    st.lists(st.sampled_from(PATTERNS), min_size=1, max_size=2),
)
POLICIES = st.builds(lambda statements: document(*statements), st.lists(STATEMENTS, min_size=1, max_size=3))


@settings(deadline=None)
@given(added=POLICIES, before=POLICIES, action=st.sampled_from(sorted(ACTIONS)), key=st.sampled_from(["photos/1", "z"]))
def test_nothing_gained_goes_unnamed(added: Any, before: Any, action: str, key: str) -> None:
    """Whatever a request may do with the policy added and might not before is in the list or was wished for."""
    request = Wish(action, "b", key).request(ALICE)
    was = decide(Policies(user=(identity(before),)), request).allowed
    now = decide(Policies(user=(identity(before), identity(added))), request).allowed
    wished = action == "oss:GetObject" and key.startswith("photos/")
    if now and not was and not wished:
        assert action in {gain.action for gain in gains(identity(added), READ, [identity(before)])}


def test_wishes_take_every_action() -> None:
    """Each documented action can be wished for alone, and is granted."""
    for action, form in ACTIONS.items():
        wish = Wish(action, "b", "p/")
        assert grants(smallest([wish]), wish)
        assert wish.form is form
        assert isinstance(form, Form)
