"""Somebody who uses the window: finds things by their accessible names, clicks, types, waits and looks.

Journeys, the demo and the screenshots all go through this, so they only do what a person can do.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QMenu, QWidget

Widget = TypeVar("Widget", bound=QWidget)
Answer = TypeVar("Answer")


class NotSeen(AssertionError):  # noqa: N818 - it reads as what happened
    """What the person waited for did not come."""


class Person:
    """Drives one window. ``patience`` is how long, in seconds, they wait for anything."""

    def __init__(self, window: QWidget, patience: float = 30.0) -> None:
        self.window = window
        self.patience = patience

    def wait(self, seen: Callable[[], Answer], what: str) -> Answer:
        """Let the window live until ``seen()`` is true, and return that. Raises :class:`NotSeen` with ``what``."""
        deadline = time.monotonic() + self.patience
        while True:
            answer = seen()
            if answer:
                return answer
            if time.monotonic() > deadline:
                raise NotSeen(f"waited {self.patience:g} s for: {what}")
            QTest.qWait(10)

    def all(self, name: str, kind: type[Widget] = QWidget) -> list[Widget]:  # type: ignore[assignment]
        """Everything in sight that bears this accessible name."""
        return [
            found for found in self.window.findChildren(kind) if found.accessibleName() == name and found.isVisible()
        ]

    def find(self, name: str, kind: type[Widget] = QWidget) -> Widget:  # type: ignore[assignment]
        """The one thing in sight with this accessible name, waiting for it to appear."""
        found = self.wait(lambda: self.all(name, kind), f"{name} in sight")
        if len(found) != 1:
            raise NotSeen(f"{len(found)} things are called {name}: {found}")
        return found[0]

    def sees(self, name: str) -> bool:
        """Whether something with this accessible name is in sight now."""
        return bool(self.all(name))

    def click(self, name: str) -> None:
        """Click the one thing with this name, once it can be clicked."""
        widget = self.find(name)
        self.wait(widget.isEnabled, f"{name} can be clicked")
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def click_first(self, name: str, within: str) -> None:
        """Click the thing with this name that stands inside the area called ``within``."""
        area = self.find(within)
        found = self.wait(
            lambda: [w for w in area.findChildren(QWidget) if w.accessibleName() == name and w.isVisible()],
            f"{name} in {within}",
        )
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def type_into(self, name: str, text: str, enter: bool = False) -> None:
        """Replace what the field holds by ``text``."""
        field = self.find(name)
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()
        else:
            QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Delete)
        QTest.keyClicks(field, text)
        if enter:
            QTest.keyClick(field, Qt.Key.Key_Return)

    def field(self, name: str) -> str:
        """What the field holds, through its text interface."""
        fields = [found for found in self.window.findChildren(QLineEdit) if found.accessibleName() == name]
        if len(fields) != 1:
            raise NotSeen(f"{len(fields)} fields are called {name}")
        return fields[0].text()

    def says(self, name: str) -> str:
        """The accessible description of the element with this name (``Countdown``, ``Status``)."""
        found = [each for each in self.window.findChildren(QWidget) if each.accessibleName() == name]
        if len(found) != 1:
            raise NotSeen(f"{len(found)} things are called {name}")
        return found[0].accessibleDescription()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    # Lists

    def rows(self, name: str) -> list[str]:
        """The texts of a list's rows, first column, from the model."""
        model = self.find(name, QAbstractItemView).model()
        return [str(model.index(row, 0).data(Qt.ItemDataRole.DisplayRole)) for row in range(model.rowCount())]

    def rows_in_sight(self, name: str) -> list[str]:
        """The rows of the list where it is in sight at all."""
        return self.rows(name) if self.sees(name) else []

    def row(self, name: str, text: str) -> QModelIndex:
        """The row of the list that says ``text``, waiting for it to appear."""

        def seen() -> QModelIndex | None:
            for view in self.all(name, QAbstractItemView):
                model: QAbstractItemModel = view.model()
                for row in range(min(model.rowCount(), 5000)):
                    index = model.index(row, 0)
                    if index.data(Qt.ItemDataRole.DisplayRole) == text:
                        return index
            return None

        return self.wait(seen, f"{text!r} in {name}")

    def choose(self, name: str, text: str) -> None:
        """Click the row of the list that says ``text``."""
        self._at_row(name, text, QTest.mouseClick)

    def open(self, name: str, text: str) -> None:
        """Open the row of the list that says ``text`` with the Enter key."""
        self.choose(name, text)
        QTest.keyClick(self.find(name, QAbstractItemView), Qt.Key.Key_Return)

    def _at_row(self, name: str, text: str, act: Callable[..., None]) -> None:
        index = self.row(name, text)
        view = self.find(name, QAbstractItemView)
        view.scrollTo(index)
        spot = view.visualRect(index)
        act(
            view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(spot.left() + 60, spot.center().y()),
        )

    # Menus

    def choose_from_menu(self, button: str, entry: str) -> None:
        """Open the menu of ``button`` and take ``entry`` (its beginning is enough)."""
        self.click(button)
        menu = self.wait(lambda: next((m for m in self._menus()), None), f"the menu of {button}")
        action = next((a for a in menu.actions() if a.text().replace("&", "").startswith(entry)), None)
        if action is None:
            raise NotSeen(f"no {entry!r} in the menu: {[a.text() for a in menu.actions()]}")
        action.trigger()
        menu.close()

    def _menus(self) -> list[QMenu]:
        return [top for top in QApplication.topLevelWidgets() if isinstance(top, QMenu) and top.isVisible()]

    # Looking

    def picture(self, path: Path) -> None:
        """Write what the window looks like now to a PNG file."""
        QTest.qWait(30)
        if not self.window.grab().save(str(path), "PNG"):
            raise OSError(f"could not write {path}")
