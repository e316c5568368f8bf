"""Theme and language: switched while the window is open, remembered, and never anything but our own colours."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QPushButton
from support.looks import colours, cut_off, texts
from support.person import Person
from support.window import opened

from stsviewer.ui import theme
from stsviewer.ui.tokens import DARK, LIGHT, Palette


def named(palette: Palette) -> set[str]:
    return {palette.value(name).upper() for name in palette.names()}


def in_force(person: Person, palette: Palette) -> None:
    """Wait until the window has taken the palette up."""
    person.wait(lambda: theme.colours() == palette, "the palette")
    ground = person.window.centralWidget()
    person.wait(lambda: ground.palette().window().color() == QColor(palette.ground), "the window in its colours")


@pytest.fixture
def with_token(person: Person) -> Person:
    person.row("Profiles", "works")
    person.click("Get token")
    person.wait(lambda: person.field("Expiration"), "an expiration")
    person.row("Buckets", "wla-test2")
    return person


def test_the_theme_is_switched_in_the_open_window(with_token: Person, qapp: QApplication) -> None:
    person = with_token
    light = colours(person.window)
    assert {LIGHT.ground, LIGHT.surface} <= light
    person.choose_from_menu("Settings", "Dark")
    in_force(person, DARK)
    dark = colours(person.window)
    assert {DARK.ground, DARK.surface} <= dark
    assert not dark & light


def test_every_ground_in_the_window_is_a_colour_of_the_palette(with_token: Person, qapp: QApplication) -> None:
    for choice, palette in (("light", LIGHT), ("dark", DARK)):
        theme.apply(qapp, choice)
        in_force(with_token, palette)
        strangers = colours(with_token.window) - named(palette)
        assert strangers == set(), f"{choice}: {strangers}"


def test_no_grey_of_the_style_is_left_in_the_palette(styled: QApplication) -> None:
    ours = named(LIGHT)
    palette = styled.palette()
    for role in (
        palette.ColorRole.Window,
        palette.ColorRole.Button,
        palette.ColorRole.Text,
        palette.ColorRole.Highlight,
    ):
        assert QColor(palette.color(role)).name().upper() in ours


def test_the_language_is_switched_in_the_open_window(with_token: Person) -> None:
    person = with_token
    before = {each.accessibleName() for each in person.window.findChildren(QPushButton)}
    person.choose_from_menu("Settings", "简体中文")
    person.wait(lambda: person.find("Renew", QPushButton).text() == "续期", "a Chinese button")
    assert person.says("Status") == "有效"
    assert "一切正常" in person.row("Profiles", "works").data(Qt.ItemDataRole.ToolTipRole)
    assert {each.accessibleName() for each in person.window.findChildren(QPushButton)} == before
    person.choose_from_menu("Settings", "English")
    person.wait(lambda: person.find("Renew", QPushButton).text() == "Renew", "an English button")


def test_both_are_remembered(qapp: QApplication, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with opened(home, sandbox=False, theme="", language="") as window:
        person = Person(window)
        person.choose_from_menu("Settings", "Dark")
        person.choose_from_menu("Settings", "简体中文")
    with opened(home, sandbox=False, theme="", language="") as window:
        assert theme.colours() == DARK
        Person(window).wait(lambda: "一分钟，从密钥到令牌" in texts(window), "the first run in Chinese")


def test_what_is_asked_for_outranks_what_is_remembered(qapp: QApplication, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with opened(home, sandbox=False, theme="", language="en") as window:
        Person(window).choose_from_menu("Settings", "Dark")
    with opened(home, sandbox=False, theme="light", language="en"):
        assert theme.colours() == LIGHT


def test_the_window_comes_back_where_it_was(qapp: QApplication, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with opened(home, sandbox=False, size=(1200, 800)) as window:
        window.move(60, 40)
        Person(window).wait(lambda: window.pos().x() >= 60, "the window moved")
    with opened(home, sandbox=False, size=None) as window:
        assert (window.width(), window.height()) == (1200, 800)
        assert window.pos().x() >= 60


def test_a_damaged_settings_file_is_no_obstacle(qapp: QApplication, tmp_path: Path) -> None:
    settings = tmp_path / "home" / "settings"
    settings.mkdir(parents=True)
    (settings / "window.ini").write_bytes(
        b"[General]\ntheme=purple\nlanguage=\xff\xfe\ngeometry=@ByteArray(junk)\n\x00"
    )
    with opened(tmp_path / "home", sandbox=False, theme="", language="") as window:
        assert theme.choice() == "system"
        assert window.width() >= 1024


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_nothing_is_cut_off_in_the_smallest_window(qapp: QApplication, tmp_path: Path, language: str) -> None:
    with opened(tmp_path / "home", language=language, size=(1024, 720)) as window:
        person = Person(window)
        person.row("Profiles", "works")
        person.click("Get token")
        person.wait(lambda: person.field("Expiration"), "an expiration")
        person.row("Buckets", "wla-test2")
        assert cut_off(window.rail) + cut_off(window.card) == []
        person.click("Add profile")
        person.find("Save profile")
        assert cut_off(window) == []
