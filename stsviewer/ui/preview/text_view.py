"""The text of an object: read-only, plain, in the value typeface, with its encoding and how much of it is here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from stsviewer.ui import fonts, painting, theme, tokens
from stsviewer.ui.parts.label import ElidedLabel
from stsviewer.ui.tokens import Radius

_READABLE = 8_000  # characters of a line
_AT_WORDS = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class TextView(QWidget):
    """A sunken sheet of text with a line under it that says what it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName("Text")
        self.text.setFrameStyle(0)
        self.text.setFont(fonts.font(tokens.VALUE))
        self.text.setUndoRedoEnabled(False)
        self.text.document().setDocumentMargin(4)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.verticalScrollBar().setAccessibleName("Text, vertical position")
        self.text.horizontalScrollBar().setAccessibleName("Text, horizontal position")
        self._foot = ElidedLabel("", tokens.CAPTION, "ink3")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 4, 6)
        column.setSpacing(4)
        column.addWidget(self.text, 1)
        column.addWidget(self._foot)

    def set_text(self, text: str, foot: str) -> None:
        """Show ``text``, and ``foot`` under it."""
        # Looking for words to wrap at takes Qt seconds in a line of 200,000 characters; nobody reads words there.
        longest = max(map(len, text.split("\n")))
        wrap = QTextOption.WrapMode.WrapAnywhere if longest > _READABLE else _AT_WORDS
        self.text.setWordWrapMode(wrap)
        self.text.setPlainText(text)
        self._foot.setText(foot)

    def clear(self) -> None:
        """Let the text go."""
        self.text.clear()
        self._foot.setText("")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.text.setFont(fonts.font(tokens.VALUE))
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.box(QPainter(self), QRectF(self.rect()), Radius.CONTROL, theme.colour("sunken"), theme.colour("line"))
