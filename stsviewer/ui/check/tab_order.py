"""The order in which Tab leads through places whose controls come and go."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def lead_through(places: Iterable[QWidget]) -> None:
    """Let Tab go from place to place, and within each from control to control in the order they were made.

    Qt puts a control that is made later at the end, wherever it stands.
    """
    before: QWidget | None = None
    for place in places:
        for control in (place, *place.findChildren(QWidget)):
            if not control.focusPolicy() & Qt.FocusPolicy.TabFocus or control.focusProxy() is not None:
                continue
            if before is not None:
                QWidget.setTabOrder(before, control)
            before = control
