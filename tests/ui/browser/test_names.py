"""Names from outside: what cannot be seen is named, the ending stays, nothing is lost or made up."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stsviewer.ui.browser import names
from stsviewer.ui.outside import Run


def said(name: str) -> list[str]:
    return [f"[{run.text}]" if run.marker else run.text for run in names.pieces(name)]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("DragonMedium.png", ["DragonMedium.png"]),
        ("", ["[empty]"]),
        ("invoice\u202egpj.exe", ["invoice", "[U+202E]", "gpj.exe"]),
        ("two\nlines.txt", ["two", "[U+000A]", "lines.txt"]),
        ("\x1b[31mred", ["[U+001B]", "[31mred"]),
        ("nul\x00byte", ["nul", "[U+0000]", "byte"]),
        ("a\u2066b\u2069", ["a", "[U+2066]", "b", "[U+2069]"]),
        (" blank at both ends ", ["[U+0020]", "blank at both ends", "[U+0020]"]),
        ("  ", ["[U+0020]", "[U+0020]"]),
        ("<img src=x onerror=alert(1)>", ["<img src=x onerror=alert(1)>"]),
        ("会议纪要 2026-11.txt", ["会议纪要 2026-11.txt"]),
        ("👩\u200d🚀.png", ["👩\u200d🚀.png"]),
        ("zero\u200bwidth", ["zero", "[U+200B]", "width"]),
        ("..", [".."]),
    ],
)
def test_a_name_is_shown_as_text_and_markers(name: str, shown: list[str]) -> None:
    assert said(name) == shown


def test_what_is_written_from_right_to_left_cannot_turn_its_neighbours() -> None:
    assert names.plain("שלום") == "\u2068שלום\u2069"
    assert names.plain("plain.txt") == "plain.txt"


@given(st.text())
def test_no_run_of_text_holds_anything_unseen(name: str) -> None:
    for run in names.pieces(name):
        assert run.text
        if not run.marker:
            assert not any(unicodedata.category(each) in ("Cc", "Cs", "Co", "Zl", "Zp") for each in run.text)
            assert not set(run.text) & set(
                "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u200b\ufeff"
            )


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60), st.integers(40, 400))
def test_an_elided_name_fits_and_keeps_its_ending(name: str, room: int) -> None:
    def width(run: Run) -> float:
        return 30 if run.marker else 7 * len(run.text)

    whole = names.pieces(name)
    shown = names.elided(whole, room, width)
    if sum(map(width, whole)) <= room:
        assert shown == whole
        return
    assert sum(map(width, shown)) <= room
    assert any(names.ELLIPSIS in run.text for run in shown)
    flat = "".join(run.text for run in shown)
    head, _, tail = flat.partition(names.ELLIPSIS)
    everything = "".join(run.text for run in whole)
    if names.ELLIPSIS not in everything:
        assert everything.startswith(head)
        assert everything.endswith(tail)


def test_a_long_name_keeps_what_it_is() -> None:
    def width(run: Run) -> float:
        return 7 * len(run.text)

    shown = names.elided(names.pieces("IMG_20261120_183004_外滩夜景-修图后-最终版.jpg"), 175, width)
    assert len(shown) == 1
    assert shown[0].text.startswith("IMG_2026")
    assert shown[0].text.endswith(".jpg")


def test_an_emoji_is_never_cut_in_two() -> None:
    assert list(names.clusters("a👩\u200d🚀é👍🏽b")) == ["a", "👩\u200d🚀", "é", "👍🏽", "b"]


def test_a_name_alone_carries_no_marks_of_ours() -> None:
    assert names.bare("שלום") == "שלום"
    assert names.bare("a\u202eb") == "a[U+202E]b"


def test_letters_that_draw_nothing_are_named_and_new_emoji_are_not() -> None:
    assert said("a\u3164b") == ["a", "[U+3164]", "b"]
    assert said("\u2800") == ["[U+2800]"]
    assert said("\U0001fae9.png") == ["\U0001fae9.png"]
    assert said("\ufdd0") == ["[U+FDD0]"]
