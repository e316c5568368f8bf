"""The card for people who cannot change RAM themselves: one copy of a letter to somebody who can."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stsviewer.ui import icons, tokens
from stsviewer.ui.parts.button import Button
from stsviewer.ui.parts.card import SHADOW, Card
from stsviewer.ui.parts.label import Label, Paragraph
from stsviewer.ui.parts.menu import Menu
from stsviewer.ui.tokens import Size

LANGUAGES = (("en", "English"), ("zh_CN", "中文"))  # each in its own tongue, whatever the window speaks


class LetterCard(Card):
    """`Not yours to change?`"""

    letter_wanted = Signal(str)
    """The language to write it in: ``en`` or ``zh_CN``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._words = Label("", tokens.STRONG), Paragraph("", tokens.SMALL, "ink2")
        self.copy = Button("", name="Copy letter", height=Size.BUTTON_SMALL, chevron=True)
        self.copy.clicked.connect(self._open_menu)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self._title)
        told.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(46, 17, 16, 16 + SHADOW)
        row.setSpacing(12)
        row.addLayout(told, 1)
        row.addWidget(self.copy)
        self._retranslate()

    def _open_menu(self) -> None:
        menu = Menu("Language of the letter", self.copy)
        for language, name in LANGUAGES:
            menu.add(name).triggered.connect(lambda _=False, chosen=language: self.letter_wanted.emit(chosen))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup_under(self.copy, right=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        middle = (self.height() - SHADOW) / 2
        icons.paint(QPainter(self), "mail", QPointF(17, middle - Size.ICON / 2), "ink2")

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Not yours to change?"))
        self._words.setText(self.tr("A letter to the administrator does it."))
        self.copy.setText(self.tr("Copy letter"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
