"""What stands in the preview without a picture or text: nothing selected, on its way, a card that says what it is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from stsviewer.ui import fonts, icons, painting, theme, tokens
from stsviewer.ui.browser import formats
from stsviewer.ui.parts.button import PLAIN, Button
from stsviewer.ui.parts.chip import KeyCap
from stsviewer.ui.parts.label import Label, Paragraph
from stsviewer.ui.tokens import Radius

_BAR, _BAR_WIDTH = 4, 220


class BigIcon(QWidget):
    """An icon of 40 px with a thin stroke, for a pane without content."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = icon
        self.setFixedSize(40, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.paint(QPainter(self), self.icon, QPointF(0, 0), "ink3", 40, stroke=1.0)


class NothingSelected(QWidget):
    """Says what the pane is for, and the keys that lead here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Label("", tokens.BODY, "ink")
        self._keys = [(KeyCap("", self), Label("", tokens.SMALL, "ink3", self)) for _ in range(3)]
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for number, (cap, word) in enumerate(self._keys):
            if number:
                row.addSpacing(8)
            row.addWidget(cap)
            row.addWidget(word)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(BigIcon("image"), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(row)
        column.addStretch(1)
        self._retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The hints that have no room go, the last one first."""
        room = self.width() - 32
        for cap, word in self._keys:
            room -= cap.sizeHint().width() + word.sizeHint().width() + 24
            cap.setVisible(room >= 0)
            word.setVisible(room >= 0)
        super().resizeEvent(event)

    def _retranslate(self) -> None:
        self._sentence.setText(self.tr("Select an object to see it and its properties here"))
        words = (
            (self.tr("Space"), self.tr("preview on, off")),
            ("↑ ↓", self.tr("previous, next")),
            (self.tr("Enter"), self.tr("open")),
        )
        for (cap, word), (key, does) in zip(self._keys, words, strict=True):
            cap.set_text(key)
            word.setText(does)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class OnItsWay(QWidget):
    """The well with a bar that fills, and how many bytes are there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._so_far, self._total = 0, 0
        self._showing = False
        self.setAccessibleName("Progress")

    def begin(self, total: int) -> None:
        """Something of ``total`` bytes was asked for. Nothing is painted before :meth:`reveal`."""
        self._so_far, self._total, self._showing = 0, total, False
        self.setAccessibleDescription("")
        self.update()

    def reveal(self) -> None:
        """It takes longer than a moment: paint the bar."""
        self._showing = True
        self.update()

    def set_progress(self, so_far: int, total: int) -> None:
        """``so_far`` of ``total`` bytes are there."""
        self._so_far, self._total = so_far, total or self._total
        self.setAccessibleDescription(formats.of_sizes(self._so_far, self._total))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rect = QRectF(self.rect())
        painting.box(painter, rect, Radius.CONTROL, theme.colour("well"))
        if not self._showing:
            return
        width = min(_BAR_WIDTH, rect.width() - 48)
        track = QRectF(rect.center().x() - width / 2, rect.center().y() - _BAR, width, _BAR)
        painting.box(painter, track, _BAR / 2, theme.colour("track"))
        share = min(1.0, self._so_far / self._total) if self._total else 0.0
        if share:
            filled = QRectF(track.left(), track.top(), max(_BAR, track.width() * share), _BAR)
            painting.box(painter, filled, _BAR / 2, theme.colour("accent"))
        painter.setFont(fonts.font(tokens.SMALL))
        painter.setPen(theme.colour("ink2"))
        line = QRectF(rect.left(), track.bottom() + 8, rect.width(), 18)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, formats.of_sizes(self._so_far, self._total))


class Card(QWidget):
    """An object that is not shown: its kind, why, and the one thing to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = BigIcon("file")
        self._title = Paragraph("", tokens.SECTION, "ink")
        self._cause = Paragraph("", tokens.BODY, "ink2")
        self.action = Button("", "", PLAIN, name="Show it anyway")
        inner = QWidget()
        inner.setMaximumWidth(320)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._icon)
        column.addSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._cause)
        column.addSpacing(4)
        column.addWidget(self.action)
        grid = QGridLayout(self)
        grid.setContentsMargins(24, 16, 24, 16)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 100)
        grid.setColumnStretch(2, 1)
        grid.addWidget(inner, 0, 1, Qt.AlignmentFlag.AlignVCenter)

    def say(self, icon: str, title: str, cause: str, action: str = "") -> None:
        """Show ``title`` and ``cause``; ``action`` is the word on the button, none when empty."""
        self._icon.icon = icon
        self._icon.update()
        self._title.setText(title)
        self._cause.setText(cause)
        self._cause.setVisible(bool(cause))
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(title)
        self.setAccessibleDescription(cause)

    def paintEvent(self, event: QPaintEvent) -> None:
        painting.box(QPainter(self), QRectF(self.rect()), Radius.CONTROL, theme.colour("sunken"), theme.colour("line"))

    def sizeHint(self) -> QSize:
        return QSize(320, 260)
