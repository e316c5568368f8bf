"""The bytes of an object: a file's, or made as they are asked for."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from fastcrc import crc64

CHUNK: Final = 1 << 20


class Content(Protocol):
    """Bytes that can be read from anywhere on."""

    @property
    def size(self) -> int:
        """How many there are."""
        ...

    def chunks(self, start: int, length: int) -> Iterator[bytes]:
        """The ``length`` bytes from ``start`` on, in pieces of at most :data:`CHUNK`. Opens at once, reads later."""
        ...


@dataclass(frozen=True)
class FileContent:
    """A file. Never follows a symbolic link in its last name."""

    path: Path
    size: int

    def chunks(self, start: int, length: int) -> Iterator[bytes]:
        """See :class:`Content`. Raises OSError when the file cannot be opened; one that shrank ends early."""
        return _read(open_plain(self.path), start, length)


def open_plain(path: Path) -> BinaryIO:
    """Open a file to read; raises OSError, also for a symbolic link."""
    return os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)), "rb")


def _read(file: BinaryIO, start: int, length: int) -> Iterator[bytes]:
    with file:
        file.seek(start)
        while length > 0:
            piece = file.read(min(CHUNK, length))
            if not piece:
                return
            length -= len(piece)
            yield piece


@dataclass(frozen=True)
class MadeContent:
    """Made-up bytes: ``head`` once, then ``pattern`` over and over, cut to ``size``."""

    size: int
    head: bytes = b""
    pattern: bytes = bytes(4096)

    def chunks(self, start: int, length: int) -> Iterator[bytes]:
        """See :class:`Content`."""
        whole = self.pattern * (CHUNK // len(self.pattern) + 2)
        while length > 0:
            take = min(CHUNK, length)
            if start < len(self.head):
                piece = self.head[start : start + take]
            else:
                offset = (start - len(self.head)) % len(self.pattern)
                piece = whole[offset : offset + take]
            start += len(piece)
            length -= len(piece)
            yield piece


@dataclass(frozen=True)
class Sums:
    """The checksums of a content: MD5 in upper-case hexadecimal (the ETag of a normal object) and CRC-64 (ECMA-182)."""

    md5: str
    crc64: int


class Summing:
    """Checksums of bytes as they pass."""

    def __init__(self) -> None:
        self._md5 = hashlib.md5(usedforsecurity=False)
        self._crc = 0
        self.size = 0

    def add(self, piece: bytes) -> None:
        """Take in the next bytes."""
        self._md5.update(piece)
        self._crc = crc64.xz(piece, self._crc)
        self.size += len(piece)

    @property
    def md5_digest(self) -> bytes:
        """The MD5 so far, as Content-MD5 has it before Base64."""
        return self._md5.digest()

    @property
    def sums(self) -> Sums:
        """Both so far."""
        return Sums(self._md5.hexdigest().upper(), self._crc)


def sums_of(content: Content) -> Sums:
    """Read all of ``content`` and sum it up. Raises OSError."""
    summing = Summing()
    for piece in content.chunks(0, content.size):
        summing.add(piece)
    return summing.sums


def crc_of(content: Content) -> int:
    """The CRC-64 alone: 2 GB in a tenth of a second."""
    crc = 0
    for piece in content.chunks(0, content.size):
        crc = crc64.xz(piece, crc)
    return crc
