"""What the window remembers between starts: its place, the theme, the language. Never a secret, never a profile."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings

from stsviewer import places
from stsviewer.ui import theme, translate


class Settings:
    """An INI file among the settings. A value that cannot be used counts as not there."""

    def __init__(self) -> None:
        self._file = QSettings(str(places.settings() / "window.ini"), QSettings.Format.IniFormat)

    def theme(self) -> str:
        """``light``, ``dark`` or ``system``."""
        return self._one_of("theme", theme.CHOICES)

    def set_theme(self, choice: str) -> None:
        """Remember ``choice``."""
        self._file.setValue("theme", choice)

    def language(self) -> str:
        """``en``, ``zh_CN`` or ``system``."""
        return self._one_of("language", translate.CHOICES)

    def set_language(self, choice: str) -> None:
        """Remember ``choice``."""
        self._file.setValue("language", choice)

    def geometry(self) -> QByteArray | None:
        """Where the window was, as QWidget.restoreGeometry takes it."""
        value = self._file.value("geometry")
        return value if isinstance(value, QByteArray) else None

    def set_geometry(self, geometry: QByteArray) -> None:
        """Remember where the window is."""
        self._file.setValue("geometry", geometry)

    def _one_of(self, key: str, choices: tuple[str, ...]) -> str:
        value = self._file.value(key)
        return value if value in choices else choices[0]
