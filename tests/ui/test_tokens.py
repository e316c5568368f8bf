"""The colours keep the contrast that the look asks for, by WCAG 2.1, on the worst ground each may stand on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from stsviewer.ui.tokens import DARK, LIGHT, Palette, with_high_contrast

GROUNDS = ("ground", "surface", "sunken", "raised", "hover", "accent_soft")
TEXTS = ("ink", "ink2", "ink3", "accent", "ok", "warn", "bad")
SOFT = (("ok", "ok_soft"), ("warn", "warn_soft"), ("bad", "bad_soft"), ("bad", "bad_tint"), ("ink2", "chip"))
FILLS = ("accent_fill", "accent_press", "bad_fill")

PALETTES = {
    "light": LIGHT,
    "dark": DARK,
    "light, high contrast": with_high_contrast(LIGHT),
    "dark, high contrast": with_high_contrast(DARK),
}


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_text_can_be_read_on_every_ground(palette: Palette) -> None:
    low = {
        (text, ground): round(contrast(palette.value(text), palette.value(ground)), 2)
        for text in TEXTS
        for ground in GROUNDS
        if contrast(palette.value(text), palette.value(ground)) < 4.5
    }
    assert not low


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_chips_and_fills_can_be_read(palette: Palette) -> None:
    for text, ground in SOFT:
        assert contrast(palette.value(text), palette.value(ground)) >= 4.5, (text, ground)
    for fill in FILLS:
        assert contrast(palette.on_fill, palette.value(fill)) >= 4.5, fill


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_marks_can_be_seen(palette: Palette) -> None:
    for mark in ("edge", "accent", "ok", "bad"):
        for ground in GROUNDS:
            assert contrast(palette.value(mark), palette.value(ground)) >= 3, (mark, ground)
    for ring in ("ok", "warn_mark", "bad"):
        assert contrast(palette.value(ring), palette.track) >= 3, ring


def test_high_contrast_has_no_second_text_and_no_faint_line() -> None:
    for palette in (LIGHT, DARK):
        strong = with_high_contrast(palette)
        assert strong.ink2 == strong.ink3 == strong.ink
        assert strong.line == strong.button_edge == strong.edge


def test_the_palettes_name_the_same_colours() -> None:
    assert set(LIGHT.names()) == set(DARK.names()) == set(Palette.__annotations__) - {"dark", "high_contrast"}
    for palette in (LIGHT, DARK):
        assert all(re.fullmatch("#[0-9A-F]{6}", palette.value(name)) for name in palette.names())


def test_no_other_module_of_the_window_writes_a_colour() -> None:
    package = Path(__file__).parents[2] / "stsviewer" / "ui"
    written = [
        f"{path.name}: {line.strip()}"
        for path in package.rglob("*.py")
        if path.name != "tokens.py"
        for line in path.read_text("utf-8").splitlines()
        if re.search(r'"#[0-9A-Fa-f]{6}"', line)
    ]
    assert written == []
