"""Profiles on disk: nothing secret, nothing lost."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from stsviewer.failure import Failed, Kind
from stsviewer.keys import ProfileStore
from stsviewer.profile import Origin, Profile

ONE = Profile(
    "one",
    "LTAI5tOne",
    role_arn="acs:ram::1532770894211314:role/reader",
    role_session_name="session",
    duration_seconds=900,
    external_id="ex",
    policy='{"Version": "1"}',
    region="cn-shanghai",
    bucket="wla",
    prefix="照片/",
    sts_endpoint="http://127.0.0.1:1",
    oss_endpoint="http://127.0.0.1:2",
    ram_endpoint="http://127.0.0.1:3",
    favourites=("oss://wla/photos/", "oss://wla/"),
)
TWO = Profile("two", "LTAI5tTwo")
THREE = Profile("three 三", "LTAI5tThree")


@pytest.fixture
def store(tmp_path: Path) -> ProfileStore:
    return ProfileStore(tmp_path / "not" / "there" / "yet")


def names(store: ProfileStore) -> list[str]:
    return [profile.name for profile in store.load().profiles]


def test_without_a_file_there_is_no_profile(store: ProfileStore) -> None:
    assert store.load().profiles == ()
    assert store.load().problems == ()


def test_what_is_saved_comes_back(store: ProfileStore) -> None:
    for profile in (ONE, TWO, THREE):
        store.save(profile)
    assert ProfileStore(store.path.parent).load().profiles == (ONE, TWO, THREE)


def test_a_profile_is_replaced_in_its_place(store: ProfileStore) -> None:
    store.save(ONE)
    store.save(TWO)
    store.save(replace(ONE, bucket="other"))
    assert names(store) == ["one", "two"]
    assert store.load().profiles[0].bucket == "other"


def test_renaming_removing_and_reordering(store: ProfileStore) -> None:
    for profile in (ONE, TWO, THREE):
        store.save(profile)
    store.rename("two", "zwei")
    store.reorder(("three 三", "one"))
    assert names(store) == ["three 三", "one", "zwei"]
    store.remove("one")
    store.remove("nobody")
    assert names(store) == ["three 三", "zwei"]
    with pytest.raises(Failed) as refused:
        store.rename("zwei", "three 三")
    assert refused.value.failure.kind is Kind.INPUT
    assert names(store) == ["three 三", "zwei"]


def test_the_file_is_for_its_owner_alone_and_replaced_whole(store: ProfileStore) -> None:
    store.save(ONE)
    store.save(TWO)
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600
    assert os.listdir(store.path.parent) == ["profiles.json"]


def test_what_is_told_anew_at_every_start_is_not_stored(store: ProfileStore) -> None:
    store.save(replace(TWO, origin=Origin.SANDBOX, story="a story", story_zh_cn="故事"))
    (loaded,) = store.load().profiles
    assert loaded == TWO
    assert "story" not in store.path.read_text()


def test_two_windows_do_not_undo_each_others_changes(store: ProfileStore) -> None:
    other = ProfileStore(store.path.parent)
    store.save(ONE)
    other.save(TWO)
    store.save(THREE)
    assert names(other) == ["one", "two", "three 三"]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'{"profiles": 5}', b'{"version": 1}', b"\xff\xfe", b"[" * 100_000],
)
def test_a_broken_file_is_kept_aside(store: ProfileStore, content: bytes) -> None:
    store.path.parent.mkdir(parents=True)
    store.path.write_bytes(content)
    loaded = store.load()
    assert loaded.profiles == ()
    (problem,) = loaded.problems
    (aside,) = store.path.parent.glob("profiles-unread-*.json")
    assert str(aside) in problem.english()
    assert aside.read_bytes() == content
    store.load()
    store.save(ONE)
    assert names(store) == ["one"]
    assert [kept.read_bytes() for kept in store.path.parent.glob("profiles-unread-*.json")] == [content]


@pytest.mark.parametrize(
    "entry",
    [
        5,
        {},
        {"name": "x"},
        {"name": 1, "access_key_id": "a"},
        {"name": "x", "access_key_id": "a", "duration_seconds": "long"},
        {"name": "x", "access_key_id": "a", "duration_seconds": True},
        {"name": "x", "access_key_id": "a", "favourites": "oss://b/"},
        {"name": "x", "access_key_id": "a", "favourites": [1]},
        {"name": "two", "access_key_id": "the same name again"},
        {"name": "half \ud800", "access_key_id": "a"},
        {"name": "x", "access_key_id": "a", "favourites": ["oss://b/\udfff"]},
    ],
)
def test_the_good_profiles_of_a_damaged_file_stay(store: ProfileStore, entry: object) -> None:
    store.path.parent.mkdir(parents=True)
    content = json.dumps({"profiles": [{"name": "two", "access_key_id": "LTAI5tTwo"}, entry]})
    store.path.write_text(content)
    loaded = store.load()
    assert loaded.profiles == (TWO,)
    assert len(loaded.problems) == 1
    (aside,) = store.path.parent.glob("profiles-unread-*.json")
    assert aside.read_text() == content
    store.save(ONE)
    assert names(store) == ["two", "one"]


def test_values_of_a_later_version_do_no_harm(store: ProfileStore) -> None:
    store.path.parent.mkdir(parents=True)
    store.path.write_text(
        json.dumps({"version": 9, "profiles": [{"name": "two", "access_key_id": "LTAI5tTwo", "new": 1}]})
    )
    assert store.load().profiles == (TWO,)
    assert store.load().problems == ()


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Failed) as refused:
        ProfileStore(tmp_path / "file" / "folder").save(ONE)
    assert refused.value.failure.kind is Kind.LOCAL
    assert str(tmp_path / "file") in refused.value.failure.sentence.english()
