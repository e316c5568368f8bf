"""The plain files below a bucket's folder, so that one dropped there shows up with the next listing.

The tree is remembered by the modification time of each directory: an unchanged directory costs one ``stat``. Symbolic
links are never followed, and a name that is no UTF-8 is no key.
"""

from __future__ import annotations

import os
import stat
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

#: A directory that changed this recently is read again: its time need not have moved with the last change. Nanoseconds.
_UNSETTLED: Final = 2_000_000_000


@dataclass(frozen=True)
class _Directory:
    modified: int
    read: int
    files: frozenset[str]
    directories: tuple[str, ...]

    @property
    def settled(self) -> bool:
        return self.read - self.modified > _UNSETTLED


class Folder:
    """The files below ``root``, by their keys."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._lock = threading.Lock()
        self._directories: dict[str, _Directory] = {}
        self._keys: list[str] = []

    def keys(self) -> Sequence[str]:
        """All keys, sorted."""
        with self._lock:
            if self._refresh():
                self._keys = sorted(
                    prefix + name for prefix, directory in self._directories.items() for name in directory.files
                )
            return self._keys

    def path_of(self, key: str) -> Path | None:
        """The file that is exactly ``key``, letter by letter whatever the file system thinks; None without one."""
        parent, _, name = key.rpartition("/")
        path = self.root
        for segment in parent.split("/") if parent else []:
            if not _is_real(segment) or not _directory_at(path, segment):
                return None
            path = path / segment
        if not _is_real(name) or not _file_at(path, name):
            return None
        return path / name

    def place(self, segments: Sequence[str]) -> Path | None:
        """Where a new file of these names can lie, its folders made; None when something else is in the way.

        In the way are a file where a folder must be, a folder or a link where the file must be, and on a file system
        that does not tell names apart by case, a name that differs in case only.
        """
        path = self.root
        for segment in segments[:-1]:
            if not _directory_at(path, segment):
                if os.path.lexists(path / segment):
                    return None
                try:
                    (path / segment).mkdir()
                except OSError:  # a name or a path too long for this file system
                    return None
            path = path / segment
        target = path / segments[-1]
        try:
            in_the_way = os.path.lexists(target) and not _file_at(path, segments[-1])
        except OSError:
            return None
        return None if in_the_way else target

    def remove(self, path: Path) -> None:
        """Remove a file and the folders that are empty without it."""
        path.unlink(missing_ok=True)
        for parent in path.parents:
            if parent == self.root:
                return
            try:
                parent.rmdir()
            except OSError:
                return

    def _refresh(self) -> bool:
        """Bring the tree up to date; whether anything changed."""
        fresh: dict[str, _Directory] = {}
        changed = False
        waiting = [""]
        while waiting:
            prefix = waiting.pop()
            known = self._directories.get(prefix)
            try:
                modified = os.stat(self.root / prefix, follow_symlinks=False).st_mtime_ns
                if known is None or known.modified != modified or not known.settled:
                    now = _read(self.root / prefix, modified)
                    changed = (
                        changed or known is None or (known.files, known.directories) != (now.files, now.directories)
                    )
                    known = now
            except OSError:  # it went away while we looked
                changed = True
                continue
            fresh[prefix] = known
            waiting.extend(f"{prefix}{name}/" for name in known.directories)
        changed = changed or len(fresh) != len(self._directories)
        self._directories = fresh
        return changed


def _read(path: Path, modified: int) -> _Directory:
    files: set[str] = set()
    directories: list[str] = []
    now = time.time_ns()
    with os.scandir(path) as entries:
        for entry in entries:
            if not _is_real(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                directories.append(entry.name)
            elif entry.is_file(follow_symlinks=False):
                files.add(entry.name)
    return _Directory(modified, now, frozenset(files), tuple(sorted(directories)))


def _is_real(name: str) -> bool:
    """Whether a name can come out of a directory as a key's part: no step up or aside, and UTF-8."""
    if name in {"", ".", ".."} or any(character in name for character in "/\0" + (os.altsep or "") + os.sep):
        return False
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _mode(path: Path, name: str) -> int | None:
    try:
        return os.stat(path / name, follow_symlinks=False).st_mode
    except OSError:
        return None


def _directory_at(path: Path, name: str) -> bool:
    mode = _mode(path, name)
    return mode is not None and stat.S_ISDIR(mode) and _spelled_so(path, name)


def _file_at(path: Path, name: str) -> bool:
    mode = _mode(path, name)
    return mode is not None and stat.S_ISREG(mode) and _spelled_so(path, name)


def _spelled_so(path: Path, name: str) -> bool:
    """Whether the entry is spelled ``name``: only a file system blind to case can say otherwise."""
    swapped = name.swapcase()
    if swapped == name or not os.path.lexists(path / swapped):
        return True
    return name in os.listdir(path)
