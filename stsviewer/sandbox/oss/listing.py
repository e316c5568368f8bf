"""One page of a listing: prefix, delimiter, marker and limit over sorted keys. A pure function.

Keys sort by their UTF-8 bytes, which is the order of Python's strings. The keys may be made up as they are asked for
(:mod:`stsviewer.sandbox.oss.synthetic`): a page looks at its own rows and at a handful of others, never at all of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Rows:
    """What a page holds: keys, and the common prefixes into which others were rolled up, both sorted.

    ``last`` is the greater of their last ones, after which the next page begins; empty when nothing is left.
    """

    keys: tuple[str, ...]
    prefixes: tuple[str, ...]
    truncated: bool
    last: str


def after_all(prefix: str) -> str | None:
    """The least text that is greater than every text that begins with ``prefix``; None when there is none."""
    while prefix:
        last = ord(prefix[-1])
        if last < 0x10FFFF:
            return prefix[:-1] + chr(0xE000 if last == 0xD7FF else last + 1)
        prefix = prefix[:-1]
    return None


def rows(keys: Sequence[str], prefix: str, delimiter: str, after: str, limit: int) -> Rows:
    """The first ``limit`` entries greater than ``after`` among the sorted ``keys`` that begin with ``prefix``.

    An entry is a key, or the part of a key up to the first ``delimiter`` behind the prefix; a marker *inside* such a
    part leaves the whole part out, as its entry is not greater than the marker. (No page of the vendor's says what
    happens then; with markers that a page gave out, it does not occur.)
    """
    position = max(bisect_left(keys, prefix), bisect_right(keys, after) if after else 0)
    beyond = after_all(prefix)
    end = len(keys) if beyond is None else bisect_left(keys, beyond)
    chosen: list[str] = []
    rolled: list[str] = []
    last = ""
    while position < end:
        entry = keys[position]
        at = entry.find(delimiter, len(prefix)) if delimiter else -1
        following = position + 1
        if at >= 0:
            entry = entry[: at + len(delimiter)]
            past = after_all(entry)
            following = end if past is None else bisect_left(keys, past, following, end)
        if entry > after or not after:
            if len(chosen) + len(rolled) == limit:
                return Rows(tuple(chosen), tuple(rolled), True, last)
            (rolled if at >= 0 else chosen).append(entry)
            last = entry
        position = following
    return Rows(tuple(chosen), tuple(rolled), False, "")


def merged(pages: Iterable[Rows], limit: int) -> Rows:
    """One page of several listings of the same question over key sets that lie over one another."""
    pages = list(pages)
    rolled = {prefix for page in pages for prefix in page.prefixes}
    chosen = {key for page in pages for key in page.keys}
    entries = sorted(rolled | chosen)
    kept = entries[:limit]
    truncated = len(entries) > limit or any(page.truncated for page in pages)
    return Rows(
        tuple(entry for entry in kept if entry in chosen),
        tuple(entry for entry in kept if entry in rolled and entry not in chosen),
        truncated,
        kept[-1] if truncated and kept else "",
    )
