"""``stsviewer profiles``."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from stsviewer.cli import terminal
from stsviewer.cli.opened import offered


def run(arguments: argparse.Namespace) -> int:
    """List the profiles; no secret is in one."""
    with offered(arguments) as found:
        if arguments.json:
            values = [asdict(profile) | {"origin": profile.origin.value} for profile in found.profiles]
            terminal.write(terminal.json_text(values, indent=2) + "\n")
        else:
            width = max((len(profile.name) for profile in found.profiles), default=0)
            for profile in found.profiles:
                line = f"{profile.name:<{width}}  {profile.story or profile.role_arn or profile.access_key_id}"
                terminal.write(terminal.escaped(line) + "\n")
    return 1 if found.problems else 0
