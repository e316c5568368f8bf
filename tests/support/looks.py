"""Looking at the window: its texts, its colours, and whether anything is cut off."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QPushButton, QWidget


def texts(window: QWidget) -> list[str]:
    """The texts of all labels in sight."""
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible() and label.text()]


def colours(window: QWidget, share: float = 0.004) -> set[str]:
    """The colours that fill at least ``share`` of the window: grounds, sheets, fields; not edges and shadows."""
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    counted = Counter(
        image.pixel(x, y) & 0xFFFFFF for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    )
    enough = sum(counted.values()) * share
    return {f"#{colour:06X}" for colour, times in counted.items() if times >= enough}


def place(widget: QWidget, window: QWidget) -> QRect:
    """Where ``widget`` is in ``window``."""
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _scrolls(widget: QWidget, window: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        if isinstance(parent, QAbstractScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def cut_off(window: QWidget) -> list[str]:
    """What does not have the room it needs: buttons and labels narrower than their text, things over the edge."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, (QPushButton, QLabel)):
            continue
        name = widget.accessibleName() or widget.text()
        if isinstance(widget, QPushButton) and widget.text() and widget.width() < widget.sizeHint().width():
            found.append(f"{name}: {widget.width()} px for {widget.sizeHint().width()}")
        if type(widget).__name__ == "Label" and widget.width() < widget.sizeHint().width():
            found.append(f"{name}: {widget.width()} px for {widget.sizeHint().width()}")
        if not _scrolls(widget, window) and not window.rect().contains(place(widget, window)):
            found.append(f"{name}: over the edge at {place(widget, window)}")
    return found


def overlapping(window: QWidget, kinds: tuple[type[QWidget], ...]) -> list[tuple[str, str]]:
    """Pairs of siblings of these kinds that lie over each other."""
    found = []
    shown = [widget for widget in window.findChildren(QWidget) if isinstance(widget, kinds) and widget.isVisible()]
    for number, one in enumerate(shown):
        for other in shown[number + 1 :]:
            if one.parentWidget() is other.parentWidget() and one.geometry().intersects(other.geometry()):
                found.append((one.accessibleName() or repr(one), other.accessibleName() or repr(other)))
    return found
