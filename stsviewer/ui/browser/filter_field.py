"""The field `Filter`: narrows the list as you type; `/` leads to it from the list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from stsviewer.ui.parts.button import IconButton
from stsviewer.ui.parts.chip import key_cap
from stsviewer.ui.parts.field import LineInput
from stsviewer.ui.tokens import Size

WIDTH, WIDTH_NARROW = 224, 190


class FilterField(LineInput):
    """A line with a funnel before it and, while it is empty, the key that leads to it."""

    left_down = Signal()
    """The person goes on to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Filter", icon="filter", parent=parent)
        self._clear = IconButton("cross", name="Clear filter", side=Size.COPY_BUTTON, icon_size=12, parent=self)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self.clear)
        self._clear.hide()
        self.set_margins(right=30)
        self.setFixedWidth(WIDTH)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self._retranslate()

    def set_narrow(self, narrow: bool) -> None:
        """190 px where there is little room."""
        self.setFixedWidth(WIDTH_NARROW if narrow else WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left_down.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._clear.move(self.width() - 27, (self.height() - self._clear.height()) // 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.text() and not self.hasFocus():
            painter = QPainter(self)
            key_cap(painter, QRectF(self.width() - 27, (self.height() - 18) / 2, 17, 18), "/")

    def _retranslate(self) -> None:
        self.setPlaceholderText(self.tr("Filter"))
        self._clear.set_tip(self.tr("Clear"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
