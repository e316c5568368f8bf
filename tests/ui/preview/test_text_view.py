"""The text of an object in its sheet."""

from __future__ import annotations

import time

import pytest

from stsviewer.ui import theme
from stsviewer.ui.preview.text_view import TextView


@pytest.fixture
def view(qapp, qtbot) -> TextView:
    theme.apply(qapp, "light")
    made = TextView()
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


@pytest.mark.parametrize(
    "text",
    [
        "x" * 262_144,
        "会" * 131_072,
        '{"a":[1,2,3]},' * 18_000,
        "a line of a log\n" * 16_000,
        "\U0001f409" * 65_536,
        "שלום " * 30_000,
        "e\u0301" * 60_000,
    ],
    ids=["one word", "chinese", "minified", "log", "emoji", "hebrew", "marks"],
)
def test_no_text_stops_the_window(view: TextView, qapp, text: str) -> None:
    began = time.process_time()
    view.set_text(text, "UTF-8")
    qapp.processEvents()
    view.grab()
    view.resize(480, 400)
    qapp.processEvents()
    assert time.process_time() - began < 3
    assert view.text.toPlainText() == text


def test_markup_stays_text(view: TextView) -> None:
    view.set_text("<b>bold</b> <img src=x>", "UTF-8")
    assert view.text.toPlainText() == "<b>bold</b> <img src=x>"
