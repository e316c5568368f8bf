"""Toasts: at most three, over each other, gone after their action or their time."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from support.looks import overlapping

from stsviewer.ui.parts import toast as toast_module
from stsviewer.ui.parts.toast import Toasts


@pytest.fixture
def window(styled: QApplication) -> Iterator[QWidget]:
    made = QWidget()
    made.resize(1024, 720)
    made.show()
    yield made
    made.deleteLater()


def sheets(window: QWidget) -> list[int]:
    """Where the toasts end, from the top down."""
    return sorted(each.geometry().bottom() for each in window.findChildren(toast_module._Toast) if each.isVisible())


def test_they_stand_over_each_other_and_the_oldest_gives_way(window: QWidget, qtbot) -> None:
    toasts = Toasts(window)
    for number in range(5):
        toasts.show("done", f"number {number}")
    assert toasts.texts() == ["number 2", "number 3", "number 4"]
    qtbot.waitUntil(lambda: [b - a for a, b in zip(sheets(window), sheets(window)[1:], strict=False)] == [52, 52])
    assert overlapping(window, (QPushButton,)) == []


def test_its_action_is_done_once_and_it_goes(window: QWidget) -> None:
    toasts, done = Toasts(window), []
    toasts.show("failed", "Download refused", "Details", lambda: done.append(1))
    button = next(each for each in window.findChildren(QPushButton) if each.text() == "Details")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert toasts.texts() == []


def test_it_goes_by_itself(window: QWidget, monkeypatch, qtbot) -> None:
    monkeypatch.setattr(toast_module, "_STAYS", 50)
    toasts = Toasts(window)
    toasts.show("note", "for a moment")
    assert toasts.texts() == ["for a moment"]
    qtbot.waitUntil(lambda: toasts.texts() == [])


def test_it_stays_at_the_corner_when_the_window_grows(window: QWidget, qtbot) -> None:
    toasts = Toasts(window)
    toasts.show("done", "here")
    qtbot.waitUntil(lambda: sheets(window) == [720 - 12 - 28 + 24 - 1])
    window.resize(1200, 800)
    qtbot.waitUntil(lambda: sheets(window) == [800 - 12 - 28 + 24 - 1])
