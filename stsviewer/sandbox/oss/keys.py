"""Object keys: which may be, and which may be the name of a file.

A key is any text of 1 to 1,023 bytes. Only the plain ones become a path below the bucket's folder; whatever is not
surely harmless on every file system is stored under a hash instead, so that no key can ever name a place outside.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from stsviewer.sandbox.oss.errors import OssError

LONGEST: Final = 1023
_LONGEST_NAME: Final = 255
#: What Windows forbids in a file's name, and the separators.
_FORBIDDEN: Final = frozenset('\\/:*?"<>|')
#: Names that Windows gives to devices, with any suffix.
_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
)


def check_key(key: str) -> str:
    """Return ``key``; raises :class:`OssError` InvalidObjectName when it is empty, too long or not UTF-8.

    The cloud also refuses a leading ``/`` or ``\\``; the sandbox keeps such keys, since buckets filled by other tools
    have them.
    """
    try:
        length = len(key.encode())
    except UnicodeEncodeError:
        length = 0
    if not 0 < length <= LONGEST:
        shown = key.encode("utf-8", "replace").decode()[:LONGEST]
        raise OssError(400, "InvalidObjectName", "The specified object is not valid.", fields=(("ObjectName", shown),))
    return key


def segments_of(key: str) -> tuple[str, ...] | None:
    """The names of the folders and the file that ``key`` may become, or None when it is stored under a hash."""
    names = tuple(key.split("/"))
    return names if all(_ordinary(name) for name in names) else None


def _ordinary(name: str) -> bool:
    if not name or name in {".", ".."} or name[-1] in ". " or name[0] == " ":
        return False
    if len(name.encode()) > _LONGEST_NAME or name.partition(".")[0].lower() in _DEVICES:
        return False
    # Control and format characters (U+202E among them), surrogates, private use, unassigned, line separators.
    return not any(
        character in _FORBIDDEN
        or unicodedata.category(character)[0] == "C"
        or unicodedata.category(character) in {"Zl", "Zp"}
        for character in name
    )
