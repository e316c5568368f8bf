"""The theme in force: which palette, and telling everybody when it changes.

``setColorScheme`` does nothing offscreen and on plain xcb, so both palettes are our own. Most controls paint themselves
with :func:`colour`; the rest takes its colours from the QPalette set here, so that nothing falls back to the style's
grey.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QScrollBar, QToolTip, QWidget

from stsviewer.ui import fonts, style_sheet
from stsviewer.ui.tokens import DARK, LIGHT, Palette, with_high_contrast

CHOICES = ("system", "light", "dark")


class _Theme(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice = "system"
        self.palette = LIGHT
        self.applied = False


_theme = _Theme()
changed = _theme.changed
"""Emitted after another palette is in force. Widgets are repainted anyway; only what keeps pixels needs this."""


def colours() -> Palette:
    """The palette in force."""
    return _theme.palette


def colour(name: str) -> QColor:
    """The colour called ``name`` in the palette in force, e.g. ``colour("ink2")``."""
    return _colour(_theme.palette.value(name))


@cache
def _colour(value: str) -> QColor:
    return QColor(value)


def choice() -> str:
    """What was asked for: ``light``, ``dark`` or ``system``."""
    return _theme.choice


def apply(app: QApplication, wanted: str) -> None:
    """Put ``wanted`` (``light``, ``dark`` or ``system``, which follows the desktop live) in force."""
    if wanted not in CHOICES:
        raise ValueError(f"no such theme: {wanted}")
    first = not _theme.applied
    if first:
        _theme.applied = True
        fonts.apply(app)
        app.styleHints().colorSchemeChanged.connect(lambda: apply(app, _theme.choice))
        if (accessibility := _accessibility()) is not None:
            accessibility.contrastPreferenceChanged.connect(lambda: apply(app, _theme.choice))
    palette = _wanted_palette(wanted)
    _theme.choice = wanted
    if first or palette != _theme.palette:
        _theme.palette = palette
        app.setPalette(_qt_palette(palette))
        QToolTip.setPalette(_tool_tip_palette(palette))
        changed.emit()


def dress_scroll_bars(root: QWidget) -> None:
    """Give the scroll bars in ``root`` their look and a name: once it is shown, and after each change of the theme."""
    sheet = style_sheet.scroll_bar(_theme.palette)
    for bar in root.findChildren(QScrollBar):
        bar.setStyleSheet(sheet)
        if not bar.accessibleName():
            bar.setAccessibleName("Scroll bar")


def _wanted_palette(wanted: str) -> Palette:
    hints = QGuiApplication.styleHints()
    dark = wanted == "dark" or (wanted == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
    palette = DARK if dark else LIGHT
    return with_high_contrast(palette) if _high_contrast_wanted() else palette


def _accessibility():
    """What the desktop says of people's needs. Qt tells from 6.10 on; before, nobody does."""
    found = getattr(QGuiApplication.styleHints(), "accessibility", None)
    return found() if found is not None else None


def _high_contrast_wanted() -> bool:
    """Whether the desktop asks for more contrast."""
    accessibility = _accessibility()
    return accessibility is not None and accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast


def _qt_palette(palette: Palette) -> QPalette:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    for roles, name in (
        ((role.Window,), "ground"),
        ((role.Button,), "surface"),
        ((role.AlternateBase, role.Midlight), "hover"),
        ((role.ToolTipBase,), "raised"),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText), "ink"),
        ((role.PlaceholderText,), "ink3"),
        ((role.Light, role.Mid), "line"),
        ((role.Dark, role.Shadow), "edge"),
        ((role.Highlight, role.Accent), "accent_fill"),
        ((role.HighlightedText,), "on_fill"),
        ((role.Link, role.LinkVisited), "accent"),
    ):
        for one in roles:
            made.setColor(one, QColor(palette.value(name)))
    made.setColor(role.Base, QColor(Qt.GlobalColor.transparent))  # what text stands on is painted by its place
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, one, QColor(palette.ink3))
    return made


def _tool_tip_palette(palette: Palette) -> QPalette:
    """A tip's border has the colour of window text."""
    made = _qt_palette(palette)
    made.setColor(QPalette.ColorRole.WindowText, QColor(palette.line))
    return made
