"""Texts that are 40 % longer fit into the smallest window, and at every scale of the screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from support.looks import cut_off, overlapping
from support.person import Person
from support.window import opened

from stsviewer.ui.parts.chip import Chip
from stsviewer.ui.parts.label import Label

ACCENTS = str.maketrans("aeiounsckzAEIOUNSCR", "åéîöûñšçķžÅÉÎÖÛÑŠÇŔ")


class Longer(QTranslator):
    """Every text of ours 40 % longer, still readable."""

    def isEmpty(self) -> bool:
        return False  # else nobody is told that there is another language

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        if context.startswith("Q"):
            return None
        wanted = round(len(source) * 1.4) - len(source)
        return source if "{" in source else source.translate(ACCENTS) + "~" * wanted


@pytest.fixture
def longer(qapp: QApplication, tmp_path: Path) -> Iterator[Person]:
    """Somebody at the smallest window with long texts."""
    translator = Longer()
    with opened(tmp_path / "home", size=(1024, 720)) as window:
        qapp.installTranslator(translator)
        try:
            yield Person(window)
        finally:
            qapp.removeTranslator(translator)


def nothing_is_cut_off(person: Person, place: QWidget) -> None:
    """Layouts settle in a turn or two of the event loop."""
    person.wait(lambda: not cut_off(place), f"room for everything: {cut_off(place)}")


def test_long_texts_fit_the_card_and_the_rail(longer: Person) -> None:
    person = longer
    person.row("Profiles", "works")
    person.wait(lambda: person.find("Get token", QPushButton).text().endswith("~"), "the long texts")
    nothing_is_cut_off(person, person.window.card)
    assert overlapping(person.window.card, (QPushButton, Chip, Label)) == []
    person.click("Get token")
    person.wait(lambda: person.field("Expiration"), "an expiration")
    nothing_is_cut_off(person, person.window.card)
    nothing_is_cut_off(person, person.window.rail)
    assert overlapping(person.window.card, (QPushButton, Chip, Label)) == []
    assert person.sees("Renew")
    assert person.sees("Copy token as")


def test_long_texts_fit_the_pages(longer: Person) -> None:
    person = longer
    person.row("Profiles", "works")
    person.click("Add profile")
    person.find("Save profile")
    nothing_is_cut_off(person, person.window.editor)
    person.click("Cancel")
    person.window.pages.setCurrentWidget(person.window.first_run)
    person.find("Open the sandbox")
    nothing_is_cut_off(person, person.window.first_run)


SCALED = """
import json, os, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from support.looks import cut_off
from support.person import Person
from support.window import opened
from stsviewer.ui.tokens import LIGHT

app = QApplication([])
with opened(Path(sys.argv[1]), sandbox=False, size=(1280, 720)) as window:
    person = Person(window)
    person.find("Open the sandbox")
    person.wait(lambda: not cut_off(window), f"room for everything: {cut_off(window)}")
    image = window.grab().toImage()
    ratio = image.devicePixelRatio()
    # A cut through the edge of the rail: how many device pixels is the hairline wide, and is it blurred?
    y = round(400 * ratio)
    row = [image.pixelColor(x, y).name().upper() for x in range(round(230 * ratio), round(250 * ratio))]
    print(json.dumps({"ratio": ratio, "row": row}))
"""


@pytest.mark.parametrize(("scale", "width"), [("1", 1), ("1.5", 1), ("2", 2)])
def test_hairlines_are_whole_device_pixels(scale: str, width: int, tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
    environment["PYTHONPATH"] = os.pathsep.join((str(Path(__file__).parents[1]), str(Path(__file__).parents[2])))
    ran = subprocess.run(
        [sys.executable, "-c", SCALED, str(tmp_path / "home")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
    seen = json.loads(ran.stdout)
    assert seen["ratio"] == float(scale)
    assert seen["row"].count("#E3E3DE") == width
    assert set(seen["row"]) == {"#F4F4F1", "#E3E3DE"}
