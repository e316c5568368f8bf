"""A refusal where it is shown: its cause and the fix, from the refusal alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from support.sandbox import RunningSandbox
from support.stories import source, storage, story

from stsviewer.check import Explanation, explain
from stsviewer.failure import Failed, Failure, Kind
from stsviewer.oss import Storage
from stsviewer.text import mark, say
from stsviewer.wire import Transport


def refusal(work: Callable[[], object]) -> Failure:
    with pytest.raises(Failed) as raised:
        work()
    return raised.value.failure


def told(explanation: Explanation) -> tuple[str, str]:
    assert explanation.cause is not None
    return explanation.cause.id, explanation.fixes[0].target.value


@pytest.mark.parametrize(
    ("name", "cause", "target"),
    [
        ("service-role", "trust-refuses", "trust"),
        ("no-assume-permission", "user-may-not-assume", "user"),
        ("no-such-role", "role-not-found", "profile"),
        ("disabled-key", "key-disabled", "user"),
        ("wrong-secret", "secret-wrong", "profile"),
        ("root-key", "root-key", "profile"),
        ("external-id", "trust-refuses", "trust"),
    ],
)
def test_a_token_that_was_refused(name: str, cause: str, target: str, sandbox: RunningSandbox) -> None:
    profile, _ = story(sandbox, name)
    failure = refusal(source(sandbox, name).renew)
    assert told(explain(failure, profile)) == (cause, target)


@pytest.mark.parametrize(
    ("name", "cause", "target"),
    [
        ("no-oss-policy", "role-no-allow", "role"),
        ("explicit-deny", "role-denied", "role"),
        ("session-policy", "session-too-narrow", "session"),
    ],
)
def test_an_object_that_was_refused(name: str, cause: str, target: str, sandbox: RunningSandbox) -> None:
    opened = storage(sandbox, name)
    failure = refusal(lambda: opened.read("wla-test2", "DragonMedium.png"))
    explanation = explain(failure, opened.profile)
    assert told(explanation) == (cause, target)
    assert "GetObject" in explanation.causes[0].text.english()


def test_a_listing_that_was_refused(sandbox: RunningSandbox) -> None:
    opened = storage(sandbox, "one-prefix")
    failure = refusal(lambda: opened.page("wla-test2", "private/"))
    explanation = explain(failure, opened.profile, prefix="private/")
    assert told(explanation) == ("role-no-allow", "role")
    document = explanation.fixes[0].document
    assert '"oss:ListObjects"' in document
    assert '"private/*"' in document
    assert "GetObject" not in document


def test_a_list_of_buckets_that_was_refused(sandbox: RunningSandbox) -> None:
    opened = storage(sandbox, "one-prefix")
    failure = refusal(opened.buckets)
    explanation = explain(failure, opened.profile)
    assert explanation.fixes[0].target == "role"
    assert '"oss:ListBuckets"' in explanation.fixes[0].document


def test_a_bucket_elsewhere_that_is_not_followed(sandbox: RunningSandbox) -> None:
    profile, _ = story(sandbox, "other-region")
    failure = Failure(
        say(mark("Test", "Listing")),
        say(mark("Test", "Elsewhere.")),
        Kind.REFUSED,
        code="AccessDenied",
        ec="0003-00001403",
        status=403,
        detail=(("Bucket", "wla-hangzhou"), ("Endpoint", "oss-cn-hangzhou.aliyuncs.com")),
    )
    explanation = explain(failure, profile)
    assert told(explanation) == ("bucket-other-region", "profile")
    assert explanation.fixes[0].document == "cn-hangzhou"


def test_a_name_that_is_not_known(sandbox: RunningSandbox) -> None:
    profile, key = story(sandbox, "works")
    away = replace(profile, oss_endpoint="https://oss-cn-nowhere.invalid")
    failure = refusal(lambda: Storage(away, lambda: key, Transport()).buckets())
    assert told(explain(failure, away)) == ("network-resolve", "profile")


OLD_TEXT = "You are not authorized to do this action. You should be authorized by RAM."


def test_three_causes_behind_one_text_are_listed_by_likelihood(sandbox: RunningSandbox) -> None:
    """As STS answered before it gave a detail (https://help.aliyun.com/document_detail/42775.html)."""
    profile, _ = story(sandbox, "service-role")
    failure = Failure(
        say(mark("Test", "Getting a token")),
        say(mark("Test", "Refused.")),
        Kind.REFUSED,
        code="NoPermission",
        message=OLD_TEXT,
        status=403,
    )
    explanation = explain(failure, profile)
    assert [(cause.id, cause.likelihood.value, cause.source.value) for cause in explanation.causes] == [
        ("user-may-not-assume", "likely", "reasoning"),
        ("trust-not-named", "likely", "reasoning"),
        ("trust-service-only", "possible", "reasoning"),
        ("trust-external-id", "possible", "reasoning"),
        ("trust-condition", "possible", "reasoning"),
    ]
    assert all(cause.told_apart_by is not None for cause in explanation.causes)


def test_what_nobody_knows_is_told_as_it_is(sandbox: RunningSandbox) -> None:
    profile, _ = story(sandbox, "works")
    sentence = say(mark("Test", "The moon is in the way."))
    failure = Failure(say(mark("Test", "Looking")), sentence, Kind.REFUSED, code="Moon", status=418)
    explanation = explain(failure, profile)
    assert explanation.cause is not None
    assert explanation.cause.text == sentence
