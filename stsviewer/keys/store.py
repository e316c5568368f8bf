"""Profiles on disk: one JSON file, no secret in it."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import threading
from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from stsviewer.failure import Failed, Failure, Kind
from stsviewer.profile import Origin, Profile
from stsviewer.text import Marked, Text, mark, say

FILE_NAME: Final = "profiles.json"
_VERSION: Final = 1
# What is told anew at every start is not stored.
_NOT_STORED: Final = frozenset({"origin", "story", "story_zh_cn"})
_STORED: Final = {each.name: each for each in fields(Profile) if each.name not in _NOT_STORED}

LOADING: Final = mark("Profiles", "Loading the profiles")
SAVING: Final = mark("Profiles", "Saving the profiles")


@dataclass(frozen=True)
class Loaded:
    """The profiles in their order, and a sentence for everything that could not be read."""

    profiles: tuple[Profile, ...]
    problems: tuple[Text, ...] = ()


class ProfileStore:
    """The file ``profiles.json`` in a folder, which need not exist. Every change reads the file anew, so that two
    windows do not undo each other's; all methods may raise Failed of kind LOCAL.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()

    @property
    def path(self) -> Path:
        """The file."""
        return self._folder / FILE_NAME

    def load(self) -> Loaded:
        """What is on disk. A file that cannot be understood is copied aside before anything else, so nothing is
        lost.
        """
        with self._lock:
            return self._load()

    def save(self, profile: Profile) -> None:
        """Store ``profile`` in the place of the one with its name, else behind the others."""

        def put(profiles: list[Profile]) -> None:
            names = [each.name for each in profiles]
            if profile.name in names:
                profiles[names.index(profile.name)] = profile
            else:
                profiles.append(profile)

        self._change(put)

    def rename(self, old: str, new: str) -> None:
        """Give the profile ``old`` the name ``new``, in its place. Raises Failed of kind INPUT when the name is
        taken.
        """

        def put(profiles: list[Profile]) -> None:
            if new != old and any(each.name == new for each in profiles):
                sentence = say(mark("Profiles", "There is a profile “{name}” already."), name=new)
                raise Failed(Failure(say(SAVING), sentence, Kind.INPUT))
            profiles[:] = [replace(each, name=new) if each.name == old else each for each in profiles]

        self._change(put)

    def remove(self, name: str) -> None:
        """Forget the profile ``name``."""

        def drop(profiles: list[Profile]) -> None:
            profiles[:] = [each for each in profiles if each.name != name]

        self._change(drop)

    def reorder(self, names: tuple[str, ...]) -> None:
        """Put the profiles into the order of ``names``; those not named come behind, as they stood."""

        def sort(profiles: list[Profile]) -> None:
            place = {name: number for number, name in enumerate(names)}
            profiles.sort(key=lambda each: place.get(each.name, len(place)))

        self._change(sort)

    def _change(self, change: Callable[[list[Profile]], None]) -> None:
        with self._lock:
            profiles = list(self._load().profiles)
            change(profiles)
            self._write(profiles)

    def _load(self) -> Loaded:
        try:
            text = self.path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return Loaded(())
        except UnicodeDecodeError:
            return Loaded((), (self._put_aside(mark("Profiles", "The file of profiles could not be read. {aside}")),))
        except OSError as error:
            raise self._failed(LOADING, error) from None
        try:
            entries = json.loads(text)["profiles"]
            read = [_profile(entry) for entry in entries]
        except (ValueError, KeyError, TypeError, RecursionError):
            return Loaded((), (self._put_aside(mark("Profiles", "The file of profiles could not be read. {aside}")),))
        profiles: dict[str, Profile] = {}
        for profile in read:
            if profile is not None and profile.name not in profiles:
                profiles[profile.name] = profile
        if len(profiles) == len(read):
            return Loaded(tuple(profiles.values()))
        partly = mark("Profiles", "Some profiles could not be read. {aside}")
        return Loaded(tuple(profiles.values()), (self._put_aside(partly),))

    def _put_aside(self, sentence: Marked) -> Text:
        """Copy the file as it is, once for each content, and say where."""
        aside = self._folder / f"profiles-unread-{datetime.now():%Y%m%d-%H%M%S}.json"
        try:
            same = [old for old in self._folder.glob("profiles-unread-*.json") if _equal(old, self.path)]
            if same:
                aside = same[0]
            else:
                shutil.copy2(self.path, aside)
        except OSError as error:
            raise self._failed(LOADING, error) from None
        return say(sentence, aside=say(mark("Profiles", "It is kept as {path}."), path=str(aside)))

    def _write(self, profiles: list[Profile]) -> None:
        entries = [_entry(profile) for profile in profiles]
        text = json.dumps({"version": _VERSION, "profiles": entries}, indent=2, ensure_ascii=False) + "\n"
        beside = self._folder / f".{FILE_NAME}.{secrets.token_hex(4)}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                    file.write(text)
                    file.flush()
                    os.fsync(file.fileno())
                os.replace(beside, self.path)
            finally:
                beside.unlink(missing_ok=True)
        except OSError as error:
            raise self._failed(SAVING, error) from None

    def _failed(self, doing: Marked, error: OSError) -> Failed:
        sentence = say(
            mark("Profiles", "{path}: {reason}"), path=str(error.filename or self.path), reason=error.strerror or ""
        )
        return Failed(Failure(say(doing), sentence, Kind.LOCAL))


def _entry(profile: Profile) -> dict[str, Any]:
    """What is stored of ``profile``: all that differs from a new one."""
    values = {name: getattr(profile, name) for name in _STORED}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if _STORED[name].default is MISSING or value != _STORED[name].default
    }


def _profile(entry: Any) -> Profile | None:
    """The profile in an entry of the file; None when a value is missing or of the wrong type."""
    if not isinstance(entry, dict) or not _can_be_written(entry):
        return None
    values: dict[str, Any] = {}
    for name, field in _STORED.items():
        if name not in entry:
            if field.default is MISSING:
                return None
            continue
        value = entry[name]
        if name == "favourites":
            if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
                return None
            value = tuple(value)
        elif not isinstance(value, int if name == "duration_seconds" else str) or isinstance(value, bool):
            return None
        values[name] = value
    return Profile(**values, origin=Origin.SAVED)


def _can_be_written(entry: dict[str, Any]) -> bool:
    r"""JSON may hold half of a surrogate pair (``"\ud800"``), UTF-8 may not."""
    try:
        json.dumps(entry, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


def _equal(one: Path, other: Path) -> bool:
    return one.read_bytes() == other.read_bytes()
