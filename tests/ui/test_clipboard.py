"""What is copied does not stay: after a minute, on demand and at the end, but only while it is still ours."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.looks import texts
from support.person import Person

from stsviewer.ui import clipboard as clipboard_module
from stsviewer.ui.clipboard import Clipboard


def held() -> str:
    return QGuiApplication.clipboard().text()


def test_a_secret_is_marked_for_clipboard_managers(styled: QApplication) -> None:
    clipboard = Clipboard()
    clipboard.copy_secret("s3cret", "AccessKeySecret")
    data = QGuiApplication.clipboard().mimeData()
    assert held() == "s3cret"
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert any("ExcludeClipboardContentFromMonitorProcessing" in kind for kind in data.formats())
    clipboard.clear()


def test_it_is_taken_back_when_its_time_is_over(styled: QApplication, monkeypatch, qtbot) -> None:
    monkeypatch.setattr(clipboard_module, "CLEARS_AFTER", 2)
    clipboard = Clipboard()
    clipboard.copy_secret("s3cret", "AccessKeySecret")
    assert clipboard.seconds_left() == 2
    qtbot.waitUntil(lambda: held() == "", timeout=5000)
    assert clipboard.seconds_left() == 0


def test_what_somebody_else_copied_meanwhile_stays(styled: QApplication) -> None:
    clipboard = Clipboard()
    clipboard.copy_secret("s3cret", "AccessKeySecret")
    QGuiApplication.clipboard().setText("a shopping list")
    QTest.qWait(0)
    clipboard.clear()
    assert held() == "a shopping list"


def test_plain_texts_stay(styled: QApplication) -> None:
    clipboard = Clipboard()
    clipboard.copy("details")
    clipboard.clear()
    assert held() == "details"
    assert clipboard.seconds_left() == 0


@pytest.fixture
def with_token(person: Person) -> Person:
    person.row("Profiles", "works")
    person.click("Get token")
    person.wait(lambda: person.field("Expiration"), "an expiration")
    return person


def test_the_notice_says_what_and_how_long_and_clears_now(with_token: Person) -> None:
    person = with_token
    assert not person.sees("Clear now")
    person.click("Copy AccessKeySecret")
    assert len(held()) > 30
    assert set(person.field("AccessKeySecret")) == {"\N{BULLET}"}
    person.wait(lambda: any("AccessKeySecret copied, clears in" in text for text in texts(person.window)), "the notice")
    person.click("Clear now")
    assert held() == ""
    assert not person.sees("Clear now")


def test_the_keyboard_copies_the_token_as_json(with_token: Person) -> None:
    person = with_token
    person.window.activateWindow()
    person.wait(person.window.isActiveWindow, "the window to be the active one")
    QTest.keySequence(person.window, "Ctrl+Shift+C")
    assert '"SecurityToken": "CAIS' in held()


def test_closing_the_window_takes_it_back(with_token: Person) -> None:
    person = with_token
    person.click("Copy SecurityToken")
    assert held().startswith("CAIS")
    person.window.close()
    assert held() == ""
