"""Names: what may be one of a bucket, and what a key is called as a file of this machine."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_BUCKET = re.compile(r"[a-z0-9][a-z0-9-]{1,61}[a-z0-9]", re.ASCII)

# What Windows does not take, and what every system splits paths at.
_NEVER_IN_A_FILE_NAME: Final = frozenset('/\\:*?"<>|')
_DEVICES: Final = frozenset(
    [
        "con",
        "prn",
        "aux",
        "nul",
        "conin$",
        "conout$",
        *(f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"),
    ]
)
# A leading dot hides a file; Windows drops what trails.
_AT_THE_ENDS = re.compile(r"^[\s.]+|[\s.]+$")
# ext4, APFS and NTFS take 255; what a download needs beside the name comes on top.
_LONGEST: Final = 200


def is_bucket_name(name: str) -> bool:
    """Whether ``name`` is in the form of a bucket's: 3 to 63 small letters, digits and hyphens, no hyphen at the
    ends.
    """
    return _BUCKET.fullmatch(name) is not None


def local_name(key: str) -> str:
    """A file name for the object ``key``, safe on every system: one name, never hidden, never a device, never empty.

    It looks as much like the key's last part as it may; control characters and those that turn the direction of text
    are left out, since they make a name look like another one.
    """
    last = key.rstrip("/").rpartition("/")[2]
    kept = "".join(
        "_" if character in _NEVER_IN_A_FILE_NAME else character
        for character in unicodedata.normalize("NFC", last)
        if unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
    )
    name = _AT_THE_ENDS.sub("", kept) or "object"
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 16:
        stem, dot, ending = name, "", ""
    if name.partition(".")[0].strip().lower() in _DEVICES:
        stem = "_" + stem
    room = _LONGEST - len((dot + ending).encode())
    return _AT_THE_ENDS.sub("", stem.encode()[:room].decode(errors="ignore")) + dot + ending
