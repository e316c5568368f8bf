"""Text from outside is shown as it is, and what cannot be seen is named."""

from __future__ import annotations

import pytest
from PySide6.QtGui import Qt

from stsviewer.ui.outside import Run, flat, runs, tip


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("photos/2026", "photos/2026"),
        ("invoice\u202egpj.exe", "invoice[U+202E]gpj.exe"),
        ("two\nlines", "two[U+000A]lines"),
        ("\x00\x1b[31m", "[U+0000][U+001B][31m"),
        ("a\u00a0b\u200bc", "a[U+00A0]b[U+200B]c"),
        ("会议纪要 2026", "会议纪要 2026"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("a\u200db", "a[U+200D]b"),
        ("\ud800", "[U+D800]"),
    ],
)
def test_hidden_characters_are_named(text: str, shown: str) -> None:
    assert flat(text) == shown


def test_runs_keep_the_order() -> None:
    assert runs("a\tb") == [Run("a"), Run("U+0009", marker=True), Run("b")]
    assert runs("") == []


@pytest.mark.parametrize("text", ["<img src=x>", "<b>bold</b>", "a & <i>b</i>"])
def test_a_tip_never_becomes_markup(text: str) -> None:
    made = tip(text)
    assert Qt.mightBeRichText(made)
    assert "<img" not in made
    assert "<b>" not in made
    assert "<i>" not in made
    assert "&lt;" in made


def test_a_plain_tip_stays_plain() -> None:
    assert tip("photos & more") == "photos & more"
