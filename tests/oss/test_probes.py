"""What a bucket is, its policy, and the writing that ticked probes do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from support.local_server import reply, serve
from support.sandbox import RunningSandbox, run_sandbox
from support.stories import source, story

from stsviewer.failure import Failed
from stsviewer.oss import Probes
from stsviewer.wire import Transport


def probes(sandbox: RunningSandbox, name: str) -> Probes:
    transport = Transport()
    tokens = source(sandbox, name, transport)
    tokens.renew()
    return Probes(tokens.profile, tokens.key, transport)


@pytest.fixture(scope="module")
def own_sandbox() -> Iterator[RunningSandbox]:
    """A sandbox that may be written to."""
    with run_sandbox() as running:
        yield running


def test_what_a_bucket_is(sandbox: RunningSandbox) -> None:
    info = probes(sandbox, "works").info("wla-test2")
    assert (info.name, info.region, info.owner) == ("wla-test2", "cn-shanghai", "1532770894211314")
    assert (info.acl, info.storage_class) == ("private", "Standard")


def test_a_bucket_elsewhere_is_followed_and_told(sandbox: RunningSandbox) -> None:
    storage = probes(sandbox, "other-region")
    assert storage.info("wla-hangzhou").region == "cn-hangzhou"
    assert storage.regions == {"wla-hangzhou": "cn-hangzhou"}


def test_a_bucket_without_a_policy_has_an_empty_one(sandbox: RunningSandbox) -> None:
    assert probes(sandbox, "works").policy("wla-test2") == ""


def test_a_policy_that_may_not_be_read(sandbox: RunningSandbox) -> None:
    with pytest.raises(Failed) as refused:
        probes(sandbox, "one-prefix").policy("wla-test2")
    assert refused.value.failure.said("AuthAction") == "oss:GetBucketPolicy"


@pytest.mark.parametrize("key", ["plain.txt", "a b/+%25/ü.txt", "../up", "//two", "q?x=1&y#z", "纸鸢/晚.txt"])
def test_put_copy_delete(key: str, own_sandbox: RunningSandbox) -> None:
    storage = probes(own_sandbox, "works")
    storage.put("wla-test2", key, b"probe")
    storage.copy("wla-test2", key, key + "-copy")
    assert storage.read("wla-test2", key + "-copy").data == b"probe"
    for each in (key, key + "-copy"):
        storage.delete("wla-test2", each)
        with pytest.raises(Failed) as gone:
            storage.head("wla-test2", each)
        assert gone.value.failure.status == 404


def test_nothing_is_replaced(own_sandbox: RunningSandbox) -> None:
    storage = probes(own_sandbox, "works")
    before = storage.head("wla-test2", "DragonMedium.png").etag
    for write in (
        lambda: storage.put("wla-test2", "DragonMedium.png", b"probe"),
        lambda: storage.copy("wla-test2", "photos/DragonMedium.png", "DragonMedium.png"),
    ):
        with pytest.raises(Failed) as refused:
            write()
        assert refused.value.failure.code == "FileAlreadyExists"
    assert storage.head("wla-test2", "DragonMedium.png").etag == before


def test_writing_that_is_not_allowed(sandbox: RunningSandbox) -> None:
    storage = probes(sandbox, "session-policy")
    for write in (
        lambda: storage.put("wla-test2", "x", b"probe"),
        lambda: storage.copy("wla-test2", "photos/DragonMedium.png", "x"),
        lambda: storage.delete("wla-test2", "x"),
    ):
        with pytest.raises(Failed) as refused:
            write()
        assert refused.value.failure.ec == "0003-00000301"


def test_an_answer_that_is_no_bucket(sandbox: RunningSandbox) -> None:
    profile, key = story(sandbox, "works")
    with serve(reply(body=b"<BucketInfo><Bucket/></BucketInfo>")) as server, pytest.raises(Failed) as broken:
        Probes(replace(profile, oss_endpoint=server.url), lambda: key, Transport()).info("wla-test2")
    assert "not the way OSS does" in broken.value.failure.sentence.english()
