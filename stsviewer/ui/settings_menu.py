"""The settings: theme and language, switched at once and remembered."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from stsviewer.ui import theme, translate
from stsviewer.ui.parts.menu import Menu
from stsviewer.ui.settings import Settings
from stsviewer.ui.tokens import Size


class SettingsMenu(Menu):
    """Made anew each time it opens."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__("Settings", parent, 200)
        self._settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.add_caption(self.tr("Theme"))
        for choice, word in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self.add(word, checked=theme.choice() == choice).triggered.connect(
                lambda checked, choice=choice: self._choose_theme(choice)
            )
        self.addSeparator()
        self.add_caption(self.tr("Language"))
        for choice, word in (("system", self.tr("As the system")), ("en", "English"), ("zh_CN", "简体中文")):
            self.add(word, checked=settings.language() == choice).triggered.connect(
                lambda checked, choice=choice: self._choose_language(choice)
            )

    def popup_beside(self, button: QWidget) -> None:
        """Open above ``button``."""
        self.ensurePolished()
        place = QPoint(-Size.MENU_SHADOW, -self.sizeHint().height() + Size.MENU_SHADOW - 6)
        self.popup(button.mapToGlobal(place))

    def _choose_theme(self, choice: str) -> None:
        self._settings.set_theme(choice)
        theme.apply(QApplication.instance(), choice)

    def _choose_language(self, choice: str) -> None:
        self._settings.set_language(choice)
        translate.apply(QApplication.instance(), choice)
