"""Text to read, select and copy: never edited, never markup, and copied as plain text alone."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from stsviewer.ui import fonts, theme, tokens


class Reading(QTextEdit):
    """A read-only text without a frame or a ground of its own; what it says is filled in by :meth:`fill`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.verticalScrollBar().setAccessibleName(f"{name}, position")
        self.horizontalScrollBar().setAccessibleName(f"{name}, horizontal position")
        theme.changed.connect(self.fill)

    def fill(self) -> None:
        """Put the text in, in the colours and the language in force."""
        raise NotImplementedError

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)


def lines_of(height: int, left: int = 0) -> QTextBlockFormat:
    """Lines of ``height`` px that begin ``left`` px from the edge."""
    made = QTextBlockFormat()
    made.setLineHeight(float(height), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    made.setLeftMargin(left)
    return made


def letters(kind: tokens.Type, tint: str) -> QTextCharFormat:
    """Letters of ``kind`` in the colour called ``tint``."""
    made = QTextCharFormat()
    made.setFont(fonts.font(kind))
    made.setForeground(theme.colour(tint))
    return made
