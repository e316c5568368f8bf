"""Moving the bytes of one object: into memory, or into a file that is only there when it is whole."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import Final

import fastcrc

from stsviewer.failure import Failed, Failure, Kind
from stsviewer.oss.listing import UNKNOWN_TIME
from stsviewer.oss.properties import properties_of
from stsviewer.oss.values import Content, Crc, Downloaded, ObjectProperties
from stsviewer.text import Marked, Text, mark, say
from stsviewer.wire import Answer

Progress = Callable[[int, int], None]

CHUNK: Final = 1024 * 1024


def read(
    get: Callable[[Mapping[str, str]], Answer], key: str, start: int, limit: int | None, progress: Progress | None
) -> Content:
    """The bytes from ``start``, at most ``limit``, of the object that ``get`` asks for. Raises Failed and Cancelled."""
    part = start > 0 or limit is not None
    # No range is empty: for no bytes at all one is asked for.
    answer = _ask_for_part(get, start, None if limit is None else max(1, limit)) if part else get({})
    properties = properties_of(key, answer.headers)
    # A server that does not know the range behaviour "standard" sends the whole object.
    skip = start if part and answer.status != 206 else 0
    wanted = max(0, properties.size - start) if limit is None else min(limit, max(0, properties.size - start))
    pieces: list[bytes] = []
    done, crc = 0, 0
    for chunk in answer.stream(CHUNK):
        crc = fastcrc.crc64.xz(chunk, crc)
        if skip:
            skipped = min(skip, len(chunk))
            skip, chunk = skip - skipped, chunk[skipped:]
        if limit is not None:
            chunk = chunk[: limit - done]
        pieces.append(chunk)
        done += len(chunk)
        if progress is not None:
            progress(done, wanted)
        if limit is not None and done >= limit:
            break
    answer.close()
    whole = start == 0 and done == properties.size
    return Content(b"".join(pieces), properties, compared(crc, properties) if whole else Crc.UNKNOWN)


def _ask_for_part(get: Callable[[Mapping[str, str]], Answer], start: int, limit: int | None) -> Answer:
    last = "" if limit is None else str(start + limit - 1)
    # OSS by itself ignores a range that reaches past the end and sends the whole object.
    headers = {"Range": f"bytes={start}-{last}", "x-oss-range-behavior": "standard"}
    try:
        return get(headers)
    except Failed as failed:
        # An empty object has no range at all, not even its first bytes.
        if failed.failure.status != 416 or start > 0:
            raise
    return get({})


def compared(crc: int, properties: ObjectProperties) -> Crc:
    """What our CRC-64 (ECMA, as an unsigned number) says about the server's."""
    if not properties.crc64.isdecimal():
        return Crc.UNKNOWN
    return Crc.MATCHES if int(properties.crc64) == crc else Crc.DIFFERS


def refuse_existing(path: Path, overwrite: bool, doing: Text) -> None:
    """Raise Failed when ``path`` cannot become the download: it is there already, or its folder is not."""
    if path.is_dir():
        raise _unusable(doing, mark("Storage", "{path} is a folder."), path)
    if not overwrite and os.path.lexists(path):
        raise _unusable(doing, mark("Storage", "{path} is there already."), path)
    if not path.parent.is_dir():
        raise _unusable(doing, mark("Storage", "There is no folder {path}."), path.parent)


def download(
    answer: Answer, key: str, path: Path, overwrite: bool, doing: Text, progress: Progress | None
) -> Downloaded:
    """Write what ``answer`` brings to ``path``. Raises Failed and Cancelled, and then leaves nothing behind."""
    properties = properties_of(key, answer.headers)
    try:
        with _file_beside(path) as (beside, file):
            crc, size = _write(answer, file, properties.size, progress)
            verdict = compared(crc, properties)
            if verdict is Crc.DIFFERS:
                sentence = mark("Storage", "What arrived is not what is stored: the CRC-64 differs. Try again.")
                raise Failed(Failure(doing, say(sentence), Kind.BROKEN, request_id=properties.request_id))
            file.close()
            if properties.modified != UNKNOWN_TIME:
                os.utime(beside, (properties.modified.timestamp(),) * 2)
            _give_name(beside, path, overwrite)
    except FileExistsError:
        raise _unusable(doing, mark("Storage", "{path} is there already."), path) from None
    except OSError as error:
        unwritten = say(
            mark("Storage", "{path} cannot be written: {reason}"), path=str(path), reason=error.strerror or f"{error}"
        )
        raise Failed(Failure(doing, unwritten, Kind.LOCAL)) from None
    finally:
        answer.close()
    return Downloaded(path, size, verdict, properties.request_id)


def _write(answer: Answer, file: FileIO, total: int, progress: Progress | None) -> tuple[int, int]:
    crc, done = 0, 0
    for chunk in answer.stream(CHUNK):
        crc = fastcrc.crc64.xz(chunk, crc)
        rest = memoryview(chunk)
        while rest:
            rest = rest[file.write(rest) :]
        done += len(chunk)
        if progress is not None:
            progress(done, total)
    return crc, done


@contextmanager
def _file_beside(path: Path) -> Iterator[tuple[Path, FileIO]]:
    """A new file in the folder of ``path``, with the permissions that new files get; gone at the end unless it got a
    name.
    """
    beside = path.with_name(f".{secrets.token_hex(6)}.stsviewer-part")
    file = FileIO(beside, "xb")
    try:
        yield beside, file
    finally:
        file.close()
        beside.unlink(missing_ok=True)


def _give_name(beside: Path, path: Path, overwrite: bool) -> None:
    """Raises FileExistsError when ``path`` has come into being meanwhile."""
    if overwrite:
        os.replace(beside, path)
        return
    try:
        os.link(beside, path)  # unlike a rename it never replaces
    except FileExistsError:
        raise
    except OSError:
        # A file system without hard links: take the name first, then put the file there.
        FileIO(path, "xb").close()
        os.replace(beside, path)


def _unusable(doing: Text, sentence: Marked, path: Path) -> Failed:
    return Failed(Failure(doing, say(sentence, path=str(path)), Kind.INPUT))
