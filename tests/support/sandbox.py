"""A real sandbox in a process of its own, on a free port, for as long as a test needs it."""

from __future__ import annotations

import json
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from stsviewer import places

STARTS_WITHIN = 20.0  # seconds; it takes one, but a busy machine may have other things to do
ENDS_WITHIN = 2.0  # seconds after SIGTERM, whatever is open: the contract


@dataclass(frozen=True)
class RunningSandbox:
    """A sandbox that listens. ``announcement`` is its one line, ``data`` the folder of its buckets."""

    announcement: dict[str, Any]
    process: subprocess.Popen[str]
    data: Path
    errors: Path = field(repr=False)  # what it wrote to stderr

    @property
    def base(self) -> str:
        """``http://127.0.0.1:PORT``, the address of all three services."""
        return str(self.announcement["sts_endpoint"])

    @property
    def port(self) -> int:
        """The port, the same on 127.0.0.1 and ::1."""
        return int(self.base.rpartition(":")[2])

    @property
    def address(self) -> str:
        """``127.0.0.1:PORT``."""
        return self.base.removeprefix("http://")

    def profile(self, name: str) -> dict[str, Any]:
        """The profile of that name, as announced."""
        return next(profile for profile in self.announcement["profiles"] if profile["name"] == name)

    def stop(self) -> int:
        """End it with SIGTERM and return its exit code. Raises TimeoutExpired when it does not keep its time."""
        self.process.terminate()
        return self.process.wait(ENDS_WITHIN)


def shipped_account() -> str:
    """The shipped account as text that can be changed and served from any folder: its files are named absolutely."""
    folder = places.resources() / "sandbox"
    text = (folder / "account.toml").read_text(encoding="utf-8")
    return text.replace('file = "', f'file = "{folder}/')


def ram_closed(account: str) -> str:
    """The same account without the right to read RAM."""
    return account.replace(', "AliyunRAMReadOnlyAccess"', "").replace('"AliyunRAMReadOnlyAccess"', "")


def command(*args: str) -> list[str]:
    """The command line of a sandbox."""
    return [sys.executable, "-P", "-m", "stsviewer.sandbox", *args]


def first_line(process: subprocess.Popen[str], within: float = STARTS_WITHIN) -> str:
    """The first line that ``process`` prints. Raises AssertionError when none comes in time."""
    assert process.stdout is not None
    deadline = time.monotonic() + within
    ready: list[object] = []
    while not ready and time.monotonic() < deadline and process.poll() is None:
        ready, _, _ = select.select([process.stdout], [], [], 0.2)
    line = process.stdout.readline() if ready or process.poll() is not None else ""
    assert line, f"the sandbox said nothing (exit code {process.poll()})"
    return line


@contextmanager
def run_sandbox(
    account: Path | str | None = None, data: Path | str | None = None, *args: str
) -> Iterator[RunningSandbox]:
    """Start a sandbox and end it again.

    ``account`` is an account file, or its text; the shipped one when not given. ``data`` is the folder of the buckets;
    one of its own when not given. ``args`` go to its command line.
    """
    with tempfile.TemporaryDirectory(prefix="sandbox-test-") as folder:
        if isinstance(account, str):
            written = Path(folder, "account.toml")
            written.write_text(account, encoding="utf-8")
            account = written
        buckets = Path(data) if data is not None else Path(folder, "data")
        options = ["--data", str(buckets), *(["--account", str(account)] if account is not None else []), *args]
        errors = Path(folder, "stderr")
        with errors.open("w") as stderr:
            process = subprocess.Popen(
                command(*options),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
            )
        try:
            try:
                announcement = json.loads(first_line(process))
            except AssertionError as error:
                raise AssertionError(f"{error}: {errors.read_text()}") from None
            yield RunningSandbox(announcement, process, buckets, errors)
        finally:
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(5)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
            if process.stdout is not None:
                process.stdout.close()
