"""Which bytes a ``Range`` header means. OSS has a rule of its own for ranges that do not lie within the object."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_ONE_RANGE: Final = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)


@dataclass(frozen=True)
class Span:
    """The bytes from ``start`` on, ``length`` of them."""

    start: int
    length: int


class Unsatisfiable(Exception):  # noqa: N818 - what RFC 9110 calls such a range
    """No byte of the range exists, and the standard behaviour was asked for."""


def span(header: str | None, size: int, *, standard: bool) -> Span | None:
    """The part of ``size`` bytes that ``header`` asks for; None for the whole object.

    https://help.aliyun.com/zh/oss/developer-reference/getobject: a range whose start or end lies outside is ignored and
    the whole object comes with 200; with ``x-oss-range-behavior: standard`` it is cut to what exists, and raises
    :class:`Unsatisfiable` when nothing does. What is no single byte range is ignored either way.
    """
    found = _ONE_RANGE.fullmatch(header.strip()) if header else None
    if found is None or not (found[1] or found[2]):
        return None
    if not found[1]:
        length = int(found[2])
        if 0 < length <= size:
            return Span(size - length, length)
        if not standard:
            return None
        if length == 0 or size == 0:
            raise Unsatisfiable
        return Span(0, size)
    start = int(found[1])
    last = int(found[2]) if found[2] else size - 1
    if found[2] and last < start:
        return None
    if start < size and last < size:
        return Span(start, last - start + 1)
    if not standard:
        return None
    if start >= size:
        raise Unsatisfiable
    return Span(start, size - start)
