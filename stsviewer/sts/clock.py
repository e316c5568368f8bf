"""A clock that runs through sleep, so that a token is as old after a nap of the machine as it really is."""

from __future__ import annotations

import time

# Linux has CLOCK_BOOTTIME; CLOCK_MONOTONIC, which Python's monotonic() reads, stands still while Linux sleeps.
_BOOTTIME: int | None = getattr(time, "CLOCK_BOOTTIME", None)


def seconds_since_boot() -> float:
    """Seconds on a clock that nobody can set and that counts sleep where the system has such a clock."""
    return time.monotonic() if _BOOTTIME is None else time.clock_gettime(_BOOTTIME)
