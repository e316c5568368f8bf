"""``stsviewer simulate FILE``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from stsviewer.cli import terminal


def run(arguments: argparse.Namespace) -> int:
    """Evaluate the cases in a file; 1 when one is not allowed, 2 when the file is wrong."""
    from stsviewer.policy.simulate import SimulateInputError, simulate

    name = arguments.file
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        results = simulate(data.decode("utf-8-sig"))
    except OSError as error:
        terminal.tell(f"stsviewer: {name}: {error.strerror}")
        return 2
    except UnicodeDecodeError as error:
        terminal.tell(f"stsviewer: {name}: no UTF-8 at byte {error.start}")
        return 2
    except SimulateInputError as error:
        terminal.tell(f"stsviewer: {name}: {error.located.english()}")
        return 2
    terminal.write(terminal.json_text(results, indent=2) + "\n")
    return 0 if all(result["decision"] == "allow" for result in results) else 1
