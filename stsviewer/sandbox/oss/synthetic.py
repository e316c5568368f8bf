"""A bucket of any number of objects that lie nowhere: keys, sizes, dates and bytes all follow from an ordinal number.

The keys are a sorted sequence that computes its members, so a listing of a thousand rows costs a thousand computations
and not a million. They are laid out like a real bucket: flat folders, deep ones, pictures, logs by the hour.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from io import BytesIO
from typing import Final, overload

from stsviewer.sandbox.oss.content import MadeContent

_FIRST_DAY: Final = datetime(2024, 1, 1, 6, 0, 0, tzinfo=UTC)


@dataclass(frozen=True)
class _Family:
    """Keys of one form. ``radices`` counts each field of ``form`` but the last, which takes what is left."""

    share: int  # of a thousand
    form: str
    radices: tuple[int, ...]
    offsets: tuple[int, ...]  # the first value of each field


#: In the order of their keys, as are the members of each: fields are of fixed width.
_FAMILIES: Final = (
    _Family(100, "backups/{:04d}/{:02d}/db-{:06d}.dump", (3, 12), (2024, 1, 0)),
    _Family(200, "events/{:07d}.json", (), (1,)),
    _Family(100, "invoices/2026-{:02d}/{:06d}.csv", (12,), (1, 1)),
    _Family(380, "logs/2026/{:02d}/{:02d}/{:02d}/host-{:04d}.log", (12, 28, 24), (1, 1, 0, 1)),
    _Family(120, "photos/album-{:03d}/IMG_{:05d}.jpg", (40,), (1, 1)),
    _Family(100, "telemetry/device-{:04d}/{:05d}.json", (500,), (1, 1)),
)


@dataclass(frozen=True)
class _Block:
    family: _Family
    first: int
    count: int
    last_radix: int


@dataclass(frozen=True)
class MadeObject:
    """One of the objects: all but its bytes."""

    key: str
    ordinal: int
    size: int
    modified: datetime
    etag: str


class SyntheticKeys(Sequence[str]):
    """``count`` keys, sorted, computed as they are asked for."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._blocks: list[_Block] = []
        first = 0
        for family in _FAMILIES:
            share = count - first if family is _FAMILIES[-1] else count * family.share // 1000
            groups = 1
            for radix in family.radices:
                groups *= radix
            if share:
                self._blocks.append(_Block(family, first, share, -(-share // groups)))
            first += share
        self._firsts = [block.first for block in self._blocks]

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> str: ...

    @overload
    def __getitem__(self, index: slice) -> list[str]: ...

    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(self._count))]
        if not 0 <= index < self._count:
            raise IndexError(index)
        block = self._blocks[bisect_right(self._firsts, index) - 1]
        rest, last = divmod(index - block.first, block.last_radix)
        values = [last]
        for radix in reversed(block.family.radices):
            rest, digit = divmod(rest, radix)
            values.append(digit)
        values.reverse()
        return block.family.form.format(*(v + o for v, o in zip(values, block.family.offsets, strict=True)))

    def find(self, key: str, guess: int = 0) -> MadeObject | None:
        """The object of that key; found at once when ``guess`` is its number."""
        if guess < self._count and self[guess] == key:
            return _made(guess, key)
        ordinal = bisect_left(self, key)
        return _made(ordinal, key) if ordinal < self._count and self[ordinal] == key else None


def _made(ordinal: int, key: str) -> MadeObject:
    """What is told of an object looks random and is always the same."""
    digest = hashlib.blake2b(key.encode(), digest_size=16).digest()
    chance = int.from_bytes(digest[:4], "big")
    size = 512 + (chance % 4_000 if key.endswith("json") else chance % 40_000)
    if key.endswith(".jpg"):
        size += 16_384
    modified = _FIRST_DAY + timedelta(seconds=ordinal * 85 % 90_000_000)
    return MadeObject(key, ordinal, size, modified, f"{digest.hex().upper()}-1")


def content_of(made: MadeObject) -> MadeContent:
    """The bytes: a picture that opens, JSON that parses, lines of a log."""
    if made.key.endswith(".jpg"):
        return MadeContent(made.size, _picture(made.ordinal % 12), bytes(4096))
    if made.key.endswith(".json"):
        head = f'{{"id": {made.ordinal}, "key": "{made.key}", "at": "{made.modified:%Y-%m-%dT%H:%M:%SZ}"}}\n'
        return MadeContent(made.size, head.encode(), b" " * 79 + b"\n")
    if made.key.endswith(".csv"):
        return MadeContent(made.size, b"invoice,customer,amount\n", f"{made.ordinal:08d},ACME,199.00\n".encode())
    if made.key.endswith(".log"):
        line = f'{made.modified:%Y-%m-%dT%H:%M:%SZ} INFO "GET /health" 200 {made.ordinal % 97} ms\n'
        return MadeContent(made.size, b"", line.encode())
    return MadeContent(made.size, b"PGDMP", bytes(range(256)))


@lru_cache(maxsize=12)
def _picture(tint: int) -> bytes:
    """A small JPEG, a soft gradient; what follows its end marker is no longer looked at by any decoder."""
    from PIL import Image  # 0.1 s to import: only when somebody looks at a picture

    hue = Image.linear_gradient("L").resize((480, 320))
    band = Image.new("L", hue.size, tint * 21)
    picture = Image.merge("HSV", (band, Image.new("L", hue.size, 120), hue)).convert("RGB")
    file = BytesIO()
    picture.save(file, "JPEG", quality=60)
    return file.getvalue()
