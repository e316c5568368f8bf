"""What a role is for: the uses that people have for one, each with the calls that it makes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from stsviewer.check.rights import Ask
from stsviewer.text import Marked, Text, mark, say


@dataclass(frozen=True)
class Preset:
    """A use. ``name`` is for scripts; ``title`` is for people, ``title_under`` the same with a prefix to fill in."""

    name: str
    title: Marked
    title_under: Marked

    def shown(self, prefix: str) -> Text:
        """The title for what lies under ``prefix``."""
        return say(self.title_under, prefix=prefix) if prefix else say(self.title)

    def asks(self, prefix: str) -> tuple[Ask, ...]:
        """The calls without which the use fails."""
        return _ASKS[self.name](prefix)

    def conveniences(self, prefix: str) -> tuple[Ask, ...]:
        """The calls that it can do without, with a remark."""
        found = _CONVENIENT.get(self.name)
        return found(prefix) if found is not None else ()


def _read(prefix: str) -> tuple[Ask, ...]:
    """A program lists and reads; some list level by level, others all the way down."""
    return (
        Ask("ListObjects", prefix, "/"),
        Ask("ListObjects", prefix),
        Ask("HeadObject", prefix),
        Ask("GetObject", prefix),
    )


def _upload(prefix: str) -> tuple[Ask, ...]:
    return (Ask("PutObject", prefix),)


def _resume(prefix: str) -> tuple[Ask, ...]:
    """The SDKs send large files in parts; they resume by asking which parts are there, and clear up when that fails."""
    return (Ask("ListParts", prefix), Ask("AbortMultipartUpload", prefix))


def _ossutil(prefix: str) -> tuple[Ask, ...]:
    """``ls`` lists all the way down unless ``-d`` is given; ``cp`` asks about an object before it reads it."""
    return _read(prefix)


def _desktop_client(prefix: str) -> tuple[Ask, ...]:
    """It asks for the bucket's properties before it shows anything, and lists level by level."""
    return (Ask("GetBucketInfo"), Ask("ListObjects", prefix, "/"), Ask("HeadObject", prefix), Ask("GetObject", prefix))


def _console(prefix: str) -> tuple[Ask, ...]:
    """It comes down from the root, one listing with the delimiter / a level: the root's prefix is the empty text.

    https://www.alibabacloud.com/help/en/oss/user-guide/how-oss-works-with-ram, scenarios.
    """
    levels = ["", *(prefix[: at + 1] for at, letter in enumerate(prefix) if letter == "/"), prefix]
    listings = tuple(Ask("ListObjects", level, "/") for level in dict.fromkeys(levels))
    return (*listings, Ask("GetObject", prefix))


def _list_buckets(prefix: str) -> tuple[Ask, ...]:
    """Without the list of buckets, one is opened by its address."""
    return (Ask("ListBuckets"),)


_ASKS: Final[Mapping[str, Callable[[str], tuple[Ask, ...]]]] = {
    "sdk-read": _read,
    "sdk-upload": _upload,
    "ossutil": _ossutil,
    "desktop-client": _desktop_client,
    "console": _console,
}
_CONVENIENT: Final[Mapping[str, Callable[[str], tuple[Ask, ...]]]] = {
    "sdk-upload": _resume,
    "desktop-client": _list_buckets,
    "console": _list_buckets,
}

#: The order in which they are shown.
PRESETS: Final[tuple[Preset, ...]] = (
    Preset("sdk-read", mark("Preset", "Reading from an SDK"), mark("Preset", "Reading under {prefix} from an SDK")),
    Preset(
        "sdk-upload", mark("Preset", "Uploading from an SDK"), mark("Preset", "Uploading under {prefix} from an SDK")
    ),
    Preset("ossutil", mark("Preset", "ossutil ls and cp"), mark("Preset", "ossutil ls and cp")),
    Preset(
        "desktop-client", mark("Preset", "The vendor's desktop client"), mark("Preset", "The vendor's desktop client")
    ),
    Preset("console", mark("Preset", "The console"), mark("Preset", "The console")),
)


def preset(name: str) -> Preset:
    """The preset of that name. Raises KeyError."""
    for one in PRESETS:
        if one.name == name:
            return one
    raise KeyError(name)
