"""``stsviewer get PROFILE oss://BUCKET/KEY PATH``."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import Final

from stsviewer.cli.addresses import bucket_and_rest
from stsviewer.cli.opened import offered
from stsviewer.oss import local_name

_SHOWN_EVERY: Final = 0.1  # seconds


def address(text: str) -> tuple[str, str]:
    """The bucket and the key. Raises argparse.ArgumentTypeError."""
    bucket, key = bucket_and_rest(text)
    if not key:
        raise argparse.ArgumentTypeError("the key is missing: oss://BUCKET/KEY")
    return bucket, key


def run(arguments: argparse.Namespace) -> int:
    """Download, showing how far it is when a person looks on."""
    bucket, key = arguments.address
    path: Path = arguments.path
    if path.is_dir():
        path = path / local_name(key)
    progress = Progress() if sys.stderr.isatty() else None
    try:
        with offered(arguments) as profiles:
            storage = profiles.storage(arguments.profile)
            storage.download(bucket, key, path, overwrite=arguments.overwrite, progress=progress)
    finally:
        if progress is not None:
            progress.end()
    return 0


class Progress:
    """A line on standard error that is written over and over."""

    def __init__(self) -> None:
        self._last = 0.0
        self._shown = False

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now - self._last < _SHOWN_EVERY and done != total:
            return
        self._last = now
        self._shown = True
        share = f"{100 * done // total:3d} %  " if total else ""
        sys.stderr.write(f"\r{share}{_megabytes(done)} of {_megabytes(total)} MB")
        sys.stderr.flush()

    def end(self) -> None:
        """Leave the line."""
        if self._shown:
            sys.stderr.write("\n")


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}"
