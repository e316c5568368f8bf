"""The command line. A room is imported only when a command needs it; none of the commands imports Qt."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Final

from stsviewer.cli.arguments import parse

REFUSED: Final = 1  # the cloud refused, nothing answered, or the check found a fault
WRONG_USE: Final = 2
INTERRUPTED: Final = 130  # 128 + SIGINT, as shells tell it


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in ``arguments`` (those of the process by default) and return its exit code."""
    from stsviewer.cli import terminal
    from stsviewer.failure import Failed, Kind

    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["sandbox"]:
        become_the_sandbox(given[1:])
    terminal.prepare()
    parsed = parse(given)
    try:
        code: int = parsed.run(parsed)
        sys.stdout.flush()
    except Failed as failed:
        terminal.tell_failure(failed.failure)
        return WRONG_USE if failed.failure.kind is Kind.INPUT else REFUSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read has enough (`| head`). Python would complain once more while it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    return code


def become_the_sandbox(arguments: Sequence[str]) -> None:
    """Replace this process with the sandbox, which looks at ``arguments`` itself."""
    os.execv(sys.executable, [sys.executable, "-P", "-m", "stsviewer.sandbox", *arguments])
