"""Texts in the person's language: sentences of the Qt-free rooms, and switching the language of the running window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from stsviewer import places
from stsviewer.ui import fonts

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator

    from stsviewer.text import Text

CHOICES = ("system", "en", "zh_CN")

_installed: list[QTranslator] = []
_language = "en"


def shown(text: Text) -> str:
    """``text`` in the language in force. Values are filled in as they are; the result is plain text, never markup."""
    from stsviewer.text import Text, fill

    sentence = QCoreApplication.translate(text.marked.context, text.marked.source)
    return fill(
        sentence, {name: shown(value) if isinstance(value, Text) else str(value) for name, value in text.values}
    )


def language() -> str:
    """The language in force: ``en`` or ``zh_CN``."""
    return _language


def is_chinese() -> bool:
    """Whether the language in force is Chinese (captions and running text have other sizes then)."""
    return _language == "zh_CN"


def apply(app: QApplication, wanted: str) -> None:
    """Put ``wanted`` (``en``, ``zh_CN`` or ``system``) in force; every widget gets a LanguageChange event."""
    global _language
    if wanted not in CHOICES:
        raise ValueError(f"no such language: {wanted}")
    target = _of_the_system() if wanted == "system" else wanted
    fonts.set_chinese(target == "zh_CN")
    _language = target
    QLocale.setDefault(QLocale(target if target != "en" else QLocale.Language.English))
    while _installed:
        app.removeTranslator(_installed.pop())
    if target != "en":
        for translator in _translators(app, target):
            app.installTranslator(translator)
            _installed.append(translator)


def _of_the_system() -> str:
    return "zh_CN" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def _translators(app: QApplication, target: str) -> list[QTranslator]:
    """Qt's own texts, and ours over them."""
    from PySide6.QtCore import QLibraryInfo, QTranslator

    from stsviewer.ui.spacing import SpacedTranslator

    found: list[QTranslator] = []
    for made, name, folder in (
        (QTranslator(app), f"qtbase_{target}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (SpacedTranslator(app), f"stsviewer_{target}", str(places.resources() / "translations")),
    ):
        if made.load(name, folder):
            found.append(made)
    return found
