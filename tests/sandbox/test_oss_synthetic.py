"""A million objects that lie nowhere: listed in time that does not depend on their number, and readable."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Iterator
from itertools import islice

import oss2
import pytest
from fastcrc import crc64
from PIL import Image
from support.api_calls import Credentials
from support.oss_calls import bucket_of, session_of
from support.sandbox import RunningSandbox, run_sandbox

from stsviewer.sandbox.oss.synthetic import SyntheticKeys


@pytest.fixture(scope="module")
def bucket(sandbox: RunningSandbox) -> oss2.Bucket:
    return bucket_of(sandbox, session_of(sandbox, "million"), "wla-million")


@pytest.mark.parametrize("count", [0, 1, 2, 7, 999, 1000, 1001, 12_345, 200_000])
def test_keys_are_sorted_and_none_comes_twice(count: int) -> None:
    keys = SyntheticKeys(count)

    assert len(keys) == count
    every = [keys[ordinal] for ordinal in range(count)]
    assert every == sorted(set(every))
    for ordinal in range(0, count, max(1, count // 500)):
        made = keys.find(keys[ordinal])
        assert made is not None
        assert made == keys.find(keys[ordinal], ordinal)
        assert made.ordinal == ordinal
    assert keys.find("nowhere") is None


def test_the_millionth_key_is_there() -> None:
    keys = SyntheticKeys(1_000_000)

    assert (keys[0], keys[-1 + 1_000_000]) == ("backups/2024/01/db-000000.dump", keys[999_999])
    assert keys[999_999].startswith("telemetry/device-0500/")
    with pytest.raises(IndexError):
        keys[1_000_000]


def test_the_root_and_a_deep_folder(bucket: oss2.Bucket) -> None:
    root = bucket.list_objects_v2(delimiter="/")
    days = bucket.list_objects_v2("logs/2026/02/", delimiter="/", max_keys=1000)
    hour = bucket.list_objects_v2("logs/2026/02/28/23/", delimiter="/", max_keys=1000)

    assert root.prefix_list == ["backups/", "events/", "invoices/", "logs/", "photos/", "telemetry/"]
    assert root.object_list == []
    assert len(days.prefix_list) == 28
    assert len(hour.object_list) > 40
    assert not hour.is_truncated
    assert bucket.get_bucket_stat().object_count == 1_000_000


def test_a_flat_folder_of_two_hundred_thousand(bucket: oss2.Bucket) -> None:
    began = time.monotonic()
    keys = [one.key for one in islice(oss2.ObjectIteratorV2(bucket, prefix="events/", max_keys=1000), 20_000)]
    took = time.monotonic() - began

    assert keys == [f"events/{n:07d}.json" for n in range(1, 20_001)]
    assert took < 10  # twenty pages; what takes time is the reader


def test_the_same_in_every_run(bucket: oss2.Bucket) -> None:
    with run_sandbox() as other:
        again = bucket_of(other, session_of(other, "million"), "wla-million")
        for key in ("events/0000007.json", "photos/album-003/IMG_00010.jpg"):
            first, second = bucket.get_object(key), again.get_object(key)
            assert (first.etag, first.headers["Last-Modified"]) == (second.etag, second.headers["Last-Modified"])
            assert first.read() == second.read()


def test_what_lies_there_opens(bucket: oss2.Bucket) -> None:
    listed = {one.key: one for one in bucket.list_objects_v2("photos/album-001/", max_keys=3).object_list}
    assert next(iter(listed)) == "photos/album-001/IMG_00001.jpg"
    for key, one in listed.items():
        got = bucket.get_object(key)
        data = got.read()
        assert (len(data), got.etag, got.last_modified) == (one.size, one.etag, one.last_modified)
        assert got.headers["x-oss-hash-crc64ecma"] == str(crc64.xz(data))
        Image.open(io.BytesIO(data)).load()
    event = bucket.get_object("events/0000042.json").read()
    assert json.loads(event)["key"] == "events/0000042.json"
    assert bucket.get_object("invoices/2026-01/000001.csv").read().startswith(b"invoice,customer,amount\n")
    part = bucket.get_object("events/0000042.json", byte_range=(10, 29)).read()
    assert part == event[10:30]


def test_a_file_of_ones_own_among_them(sandbox: RunningSandbox) -> None:
    with run_sandbox() as own:
        by: Credentials = session_of(own, "million")
        bucket = bucket_of(own, by, "wla-million")
        bucket.put_object("events/0000001a.json", "{}")
        bucket.put_object("new folder/x", "x")
        page: Iterator[oss2.models.SimplifiedObjectInfo] = oss2.ObjectIteratorV2(bucket, prefix="events/", max_keys=2)

        assert [one.key for one in islice(page, 4)] == [
            "events/0000001.json", "events/0000001a.json", "events/0000002.json", "events/0000003.json",
        ]  # fmt: skip
        assert "new folder/" in bucket.list_objects_v2(delimiter="/").prefix_list
        assert bucket.get_bucket_stat().object_count == 1_000_002
