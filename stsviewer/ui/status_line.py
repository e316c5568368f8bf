"""The line at the window's foot: the page's words at the left, what it is doing at the right, then the clipboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stsviewer.ui import tokens
from stsviewer.ui.clipboard import CLEARS_AFTER, Clipboard
from stsviewer.ui.parts import ring
from stsviewer.ui.parts.button import LINK, Button
from stsviewer.ui.parts.label import Label
from stsviewer.ui.tokens import Size, Space


class StatusLine(QWidget):
    """28 px high. ``left`` and ``right`` are the page's; the notice of the clipboard stands at the far right."""

    def __init__(self, clipboard: Clipboard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(Size.STATUS_LINE)
        self.left = QHBoxLayout()
        self.left.setSpacing(Space.CARD_PADDING)
        self.right = QHBoxLayout()
        self.right.setSpacing(Space.CARD_PADDING)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 0, 2, 0)
        layout.setSpacing(Space.CARD_PADDING)
        layout.addLayout(self.left)
        layout.addStretch(1)
        layout.addLayout(self.right)
        layout.addWidget(ClipboardNotice(clipboard))


class ClipboardNotice(QWidget):
    """Says what is in the clipboard and for how long, with its small ring, and takes it back at once when asked."""

    def __init__(self, clipboard: Clipboard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clipboard = clipboard
        self._ring = _SmallRing()
        self._words = Label("", tokens.SMALL, "ink2")
        self._clear = Button("", kind=LINK, name="Clear now", height=20)
        self._clear.clicked.connect(clipboard.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.SMALL)
        for widget in (self._ring, self._words, self._clear):
            layout.addWidget(widget)
        clipboard.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        left = self._clipboard.seconds_left()
        self.setVisible(left > 0)
        if left > 0:
            sentence = self.tr("{what} copied, clears in {seconds} s")
            self._words.setText(sentence.replace("{what}", self._clipboard.what).replace("{seconds}", str(left)))
            self._clear.setText(self.tr("Clear now"))
            self._ring.show_share(left / CLEARS_AFTER)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)


class _SmallRing(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedSize(14, 14)

    def sizeHint(self) -> QSize:
        return QSize(14, 14)

    def show_share(self, share: float) -> None:
        self._share = share
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ring.life(QPainter(self), QRectF(self.rect()), 3, "accent", self._share)
