"""A place in storage, and the ``oss://`` address that people type for it."""

from __future__ import annotations

from dataclasses import dataclass

SCHEME = "oss://"


class NotAnAddress(ValueError):  # noqa: N818 - it says what was typed
    """What was typed names no place in storage."""


@dataclass(frozen=True)
class Location:
    """A place: the list of buckets (no ``bucket``), a bucket, or what lies under ``prefix`` in it.

    ``prefix`` is taken literally, as the cloud does: nothing is decoded, ``//``, ``.`` and ``..`` mean nothing special.
    One that does not end in ``/`` stands for all keys that begin with it.
    """

    bucket: str = ""
    prefix: str = ""

    @classmethod
    def parse(cls, text: str) -> Location:
        """Read ``oss://``, ``oss://bucket/prefix/``, ``bucket/prefix/`` or a bucket alone.

        Raises :class:`NotAnAddress` for another scheme or a path without a bucket. Blanks before the scheme or bucket
        go; the rest is the prefix, literally.
        """
        text = text.lstrip()
        scheme, separator, rest = text.partition("://")
        if separator and "/" not in scheme:
            if scheme.lower() != "oss":
                raise NotAnAddress(text)
            text = rest
        bucket, separator, prefix = text.partition("/")
        bucket = bucket.strip()
        if not bucket and (separator or prefix):
            raise NotAnAddress(text)
        return cls(bucket, prefix)

    @property
    def address(self) -> str:
        """The ``oss://`` address."""
        return f"{SCHEME}{self.bucket}/{self.prefix}" if self.bucket else SCHEME

    @property
    def folder(self) -> str:
        """The part of the prefix up to its last ``/``: what every shown name is shortened by."""
        return self.prefix[: self.prefix.rfind("/") + 1]

    @property
    def begins(self) -> str:
        """What the names shown must begin with, when the prefix ends inside a name; else an empty text."""
        return self.prefix[len(self.folder) :]

    @property
    def parent(self) -> Location:
        """One level up; the list of buckets is its own parent."""
        if not self.prefix:
            return Location()
        above = self.prefix[:-1] if self.prefix.endswith("/") else self.prefix
        return Location(self.bucket, above[: above.rfind("/") + 1])

    @property
    def steps(self) -> tuple[tuple[str, Location], ...]:
        """The levels from the bucket down to here, each with the name to show; an empty name is an empty segment."""
        if not self.bucket:
            return ()
        made = [(self.bucket, Location(self.bucket))]
        start = 0
        while (end := self.prefix.find("/", start)) >= 0:
            made.append((self.prefix[start:end], Location(self.bucket, self.prefix[: end + 1])))
            start = end + 1
        if start < len(self.prefix):
            made.append((self.prefix[start:], self))
        return tuple(made)
