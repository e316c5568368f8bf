"""One table of an account file: typed reading, and refusals that name the table and the key."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any, Final, overload


class AccountError(Exception):
    """The account file cannot be used; the text says where and why."""


_REQUIRED: Final = object()


class Table:
    """A table being read. What is left when :meth:`finish` is called has a name that nobody knows."""

    def __init__(self, values: dict[str, Any], place: str) -> None:
        self._values = dict(values)
        self._place = place
        name = values.get("name") or values.get("key") or values.get("id")
        self._label = f'{place} "{name}"' if place and isinstance(name, str) else place

    def refuse(self, key: str, why: str) -> AccountError:
        """The error to raise about ``key``."""
        return AccountError(f'{self._label}, key "{key}": {why}' if self._label else f'key "{key}": {why}')

    def finish(self) -> None:
        """Refuse what was not read: a key with a typo must not pass in silence."""
        for key in self._values:
            raise self.refuse(key, "there is no such key here")

    def _take(self, key: str, default: Any) -> Any:
        if key in self._values:
            return self._values.pop(key)
        if default is _REQUIRED:
            raise self.refuse(key, "is missing")
        return default

    @overload
    def text(
        self,
        key: str,
        default: str = ...,
        *,
        pattern: re.Pattern[str] | None = ...,
        meaning: str = ...,
        one_of: tuple[str, ...] = ...,
    ) -> str: ...
    @overload
    def text(self, key: str, default: None) -> str | None: ...
    def text(
        self,
        key: str,
        default: Any = _REQUIRED,
        *,
        pattern: re.Pattern[str] | None = None,
        meaning: str = "",
        one_of: tuple[str, ...] = (),
    ) -> str | None:
        """A text. Without ``default`` it must be there.

        ``pattern`` must match all of it, and ``meaning`` says what that is.
        """
        value = self._take(key, default)
        if value is default:
            return None if value is None else str(value)
        if not isinstance(value, str):
            raise self.refuse(key, "a text is needed")
        if pattern is not None and not pattern.fullmatch(value):
            raise self.refuse(key, f"{value!r} is not {meaning or 'a usable name'}")
        if one_of and value not in one_of:
            raise self.refuse(key, f"{value!r} is none of {', '.join(one for one in one_of if one)}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts, empty when it is not there."""
        value = self._take(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.refuse(key, "a list of texts is needed")
        return tuple(value)

    def pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """A table of texts by name, empty when it is not there."""
        value = self._take(key, {})
        if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
            raise self.refuse(key, "a table of texts is needed")
        return tuple(value.items())

    @overload
    def number(self, key: str, default: int, *, least: int | None = ..., most: int | None = ...) -> int: ...
    @overload
    def number(self, key: str, default: None, *, least: int | None = ..., most: int | None = ...) -> int | None: ...
    def number(self, key: str, default: int | None, *, least: int | None = None, most: int | None = None) -> int | None:
        """A whole number between ``least`` and ``most``."""
        value: object = self._take(key, default)
        if value is default:
            return default
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.refuse(key, "a whole number is needed")
        if (least is not None and value < least) or (most is not None and value > most):
            upper = f"at most {most}" if most is not None else ""
            lower = f"at least {least}" if least is not None else ""
            raise self.refuse(key, f"{value} is out of range, {' and '.join(one for one in (lower, upper) if one)}")
        return value

    @overload
    def flag(self, key: str, default: bool) -> bool: ...
    @overload
    def flag(self, key: str, default: None) -> bool | None: ...
    def flag(self, key: str, default: bool | None) -> bool | None:
        """True or false."""
        value = self._take(key, default)
        if value is not default and not isinstance(value, bool):
            raise self.refuse(key, "true or false is needed")
        return value if value is None else bool(value)

    def time(self, key: str) -> datetime | None:
        """A date and time, in UTC when it names no offset."""
        value = self._take(key, None)
        if value is None:
            return None
        if not isinstance(value, datetime):
            raise self.refuse(key, "a date and time is needed, like 2026-11-24T10:14:00Z")
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)

    def table(self, key: str) -> Table:
        """A table, empty when it is not there."""
        value = self._take(key, {})
        if not isinstance(value, dict):
            raise self.refuse(key, f"a table [{key}] is needed")
        return Table(value, f"[{key}]")

    def tables(self, key: str) -> list[Table]:
        """An array of tables, empty when it is not there."""
        value = self._take(key, [])
        inner = self._place.strip("[]")
        path = f"{inner}.{key}" if inner else key
        if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
            raise self.refuse(key, f"an array of tables [[{path}]] is needed")
        return [Table(one, f"[[{path}]]") for one in value]
