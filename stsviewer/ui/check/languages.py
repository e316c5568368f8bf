"""Sentences in a language of one's choice, whatever the window speaks: a letter goes to somebody else."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QTranslator

from stsviewer import places
from stsviewer.text import Text, fill

Shown = Callable[[Text], str]


def teller(language: str) -> Shown:
    """What puts a :class:`Text` into ``language`` (``en`` or ``zh_CN``). May be called on any thread."""
    if language == "en":
        return Text.english
    translator = _translator(language)

    def shown(text: Text) -> str:
        sentence = translator.translate(text.marked.context, text.marked.source) or text.marked.source
        return fill(
            sentence, {name: shown(value) if isinstance(value, Text) else str(value) for name, value in text.values}
        )

    return shown


@cache
def _translator(language: str) -> QTranslator:
    translator = QTranslator()
    translator.load(f"stsviewer_{language}", str(places.resources() / "translations"))
    return translator
