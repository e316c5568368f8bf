"""``stsviewer ls PROFILE oss://BUCKET[/PREFIX]``."""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain
from typing import Final

from stsviewer.cli import terminal
from stsviewer.cli.addresses import bucket_and_rest
from stsviewer.cli.opened import offered
from stsviewer.oss import ObjectSummary, Page

address = bucket_and_rest

_COLUMNS: Final = ("key", "size", "last_modified", "etag", "storage_class", "type")
_FOLDER: Final = "Prefix"

Row = str | ObjectSummary  # a folder is its whole prefix


def run(arguments: argparse.Namespace) -> int:
    """List, row by row as the pages come in."""
    bucket, prefix = arguments.address
    with offered(arguments) as profiles:
        storage = profiles.storage(arguments.profile)
        pages = storage.pages(bucket, prefix, delimiter="" if arguments.recursive else "/")
        # Asked before anything is written: a refusal leaves standard output empty.
        first = next(pages)
        _FORMS[arguments.format](bucket, _rows(chain((first,), pages)))
    return 0


def _rows(pages: Iterable[Page]) -> Iterator[Row]:
    for page in pages:
        yield from page.folders
        yield from page.objects


def _as_text(bucket: str, rows: Iterator[Row]) -> None:
    for row in rows:
        if isinstance(row, str):
            columns = f"{'':19} {'':>13}  {_FOLDER:<12}"
            key = row
        else:
            columns = f"{row.modified.astimezone(UTC):%Y-%m-%d %H:%M:%S} {row.size:>13}  {row.storage_class:<12}"
            key = row.key
        terminal.write(terminal.escaped(f"{columns} oss://{bucket}/{key}") + "\n")


def _as_json(bucket: str, rows: Iterator[Row]) -> None:
    """One list, written as the rows come; closed also when the listing breaks off, so that it can be read."""
    separator = "["
    try:
        for row in rows:
            values = dict(zip(_COLUMNS, _values(row), strict=True))
            terminal.write(f"{separator}\n  {terminal.json_text(values)}")
            separator = ","
    finally:
        terminal.write("[]\n" if separator == "[" else "\n]\n")


def _as_csv(bucket: str, rows: Iterator[Row]) -> None:
    """Exact in a pipe; on a terminal escaped."""
    shown: Callable[[str], str] = terminal.escaped if sys.stdout.isatty() else str
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in rows:
        writer.writerow(["" if value is None else shown(str(value)) for value in _values(row)])


def _values(row: Row) -> tuple[str | int | None, ...]:
    if isinstance(row, str):
        return (row, None, None, None, None, _FOLDER)
    return (row.key, row.size, _iso(row.modified), row.etag, row.storage_class, row.kind)


def _iso(time: datetime) -> str:
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


_FORMS: Final = {"text": _as_text, "json": _as_json, "csv": _as_csv}
