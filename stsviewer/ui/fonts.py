"""The typefaces that ship with the app, and one QFont for each size of text."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication

from stsviewer import places
from stsviewer.ui import tokens

_chinese = False


@cache
def _load(family: str) -> None:
    """Make a shipped family known to this process, once, before the first font of it is made."""
    for path in sorted((places.resources() / "fonts").glob(f"{family}-*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))


def set_chinese(chinese: bool) -> None:
    """Captions are 12 px in Chinese, where 11 px strokes run together."""
    global _chinese
    if chinese != _chinese:
        _chinese = chinese
        font.cache_clear()


@cache
def font(kind: tokens.Type) -> QFont:
    """The font for ``kind``: digits tabular everywhere, no ligatures in values."""
    _load("JetBrainsMono" if kind.mono else "Inter")
    made = QFont()
    made.setFamilies(list((*tokens.VALUE_FAMILIES, "Noto Sans CJK SC") if kind.mono else tokens.INTERFACE_FAMILIES))
    made.setPixelSize(12 if kind.size == 11 and _chinese else kind.size)
    made.setWeight(QFont.Weight(kind.weight))
    if kind.spacing:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, kind.spacing)
    if kind.mono:
        made.setStyleHint(QFont.StyleHint.Monospace)
        for ligatures in ("liga", "calt"):
            made.setFeature(QFont.Tag(ligatures), 0)
    else:
        made.setFeature(QFont.Tag("tnum"), 1)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def metrics(kind: tokens.Type) -> QFontMetrics:
    """The metrics of :func:`font`."""
    return QFontMetrics(font(kind))


def line_height(kind: tokens.Type) -> int:
    """Lines of running text: 13/22 in Chinese, else as the type says."""
    return 22 if _chinese and kind.size == tokens.BODY.size and not kind.mono else kind.line


def apply(app: QApplication) -> None:
    """Make body text the default of every widget."""
    app.setFont(font(tokens.BODY))
