"""A clock that runs through sleep, so that a token is as old after a nap of the machine as it really is."""

from __future__ import annotations

import sys
import time

# Linux counts sleep on CLOCK_BOOTTIME only. macOS does on CLOCK_MONOTONIC (clock_gettime(3)), but Python's monotonic()
# reads mach_absolute_time there, which stands still. On Windows monotonic() goes on.
_NAME = "CLOCK_MONOTONIC" if sys.platform == "darwin" else "CLOCK_BOOTTIME"
_THROUGH_SLEEP: int | None = getattr(time, _NAME, None)


def seconds_since_boot() -> float:
    """Seconds on a clock that nobody can set and that counts sleep where the system has such a clock."""
    return time.monotonic() if _THROUGH_SLEEP is None else time.clock_gettime(_THROUGH_SLEEP)
