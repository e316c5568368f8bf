"""Where settings and resources lie. The only module that knows.

``STSVIEWER_HOME`` moves the settings below one folder.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path


def _home() -> Path | None:
    home = os.environ.get("STSVIEWER_HOME")
    return Path(home).expanduser() if home else None


def settings() -> Path:
    """The folder of the settings (profiles, window). It need not exist yet."""
    home = _home()
    if home:
        return home / "settings"
    import platformdirs  # only where it is needed: the window waits for this module

    return Path(platformdirs.user_config_dir("stsviewer", appauthor=False))


@cache
def resources() -> Path:
    """The folder of icons, fonts, translations and the sandbox's account: inside the wheel, else the checkout's."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
