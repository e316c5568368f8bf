"""What the window gives to its pages."""

from __future__ import annotations

from dataclasses import dataclass

from stsviewer.ui.clipboard import Clipboard
from stsviewer.ui.parts.toast import Toasts
from stsviewer.ui.profiles import Profiles
from stsviewer.ui.status_line import StatusLine


@dataclass(frozen=True)
class Shell:
    """A page is made with one of these. Its head is the line under the tabs, its foot is ``status``."""

    profiles: Profiles  # `update` keeps favourites
    clipboard: Clipboard  # the one way things get copied
    toasts: Toasts  # short news at the bottom right
    status: StatusLine  # 28 px at the bottom: the page puts its words at the left and, perhaps, the right
