"""``stsviewer token PROFILE``."""

from __future__ import annotations

import argparse

from stsviewer.cli import terminal
from stsviewer.cli.opened import offered


def run(arguments: argparse.Namespace) -> int:
    """Get a token and print it in the wanted form."""
    from stsviewer.export import forms

    with offered(arguments) as profiles:
        source = profiles.source(arguments.profile)
        token = source.renew()
    if arguments.format == "export":
        terminal.write(forms.export_lines(token, source.profile))
    else:
        terminal.write(forms.assume_role_json(token) + "\n")
    return 0
