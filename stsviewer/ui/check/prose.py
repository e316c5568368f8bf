"""A running text with the names from the cloud in the value typeface."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QTextCursor, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from stsviewer.text import Text
from stsviewer.ui import fonts, tokens
from stsviewer.ui.check.reading import Reading, letters, lines_of
from stsviewer.ui.check.telling import pieces
from stsviewer.ui.tokens import Radius


class Prose(Reading):
    """As high as its text at the width it gets. Names are set apart by their letters; nothing is markup."""

    focus_radius = Radius.SMALL

    def __init__(
        self, name: str = "", kind: tokens.Type = tokens.BODY, tint: str = "ink", parent: QWidget | None = None
    ) -> None:
        """``name`` is the accessible name; what it says is the accessible description too."""
        self._texts: tuple[Text, ...] = ()
        self._kind, self._tint = kind, tint
        super().__init__(name, parent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(lambda value: value and self.verticalScrollBar().setValue(0))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, *texts: Text) -> None:
        """Show ``texts``, a paragraph each."""
        self._texts = texts
        self.fill()

    def fill(self) -> None:
        self.clear()
        block = lines_of(fonts.line_height(self._kind))
        words, names = letters(self._kind, self._tint), letters(tokens.VALUE, self._tint)
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(block)
        for number, text in enumerate(self._texts):
            if number:
                cursor.insertBlock(block)
            for piece, is_name in pieces(text):
                cursor.insertText(piece, names if is_name else words)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setAccessibleDescription(self.toPlainText())
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        copy = self.document().clone()
        copy.setTextWidth(max(width, 40))
        height = round(copy.size().height())
        copy.deleteLater()
        return height

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(self.width() if self.width() > 100 else 400))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, fonts.line_height(self._kind))

    def wheelEvent(self, event) -> None:
        event.ignore()  # what it stands in scrolls

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.fill()
        super().changeEvent(event)
