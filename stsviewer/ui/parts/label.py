"""Labels: always plain text, in a type and a colour of the tokens."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from stsviewer.ui import fonts, theme, tokens
from stsviewer.ui.outside import tip


class Label(QLabel):
    """One line of text (or as many as it has line breaks)."""

    def __init__(
        self, text: str = "", kind: tokens.Type = tokens.BODY, tint: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFont(fonts.font(kind))
        self._tint = tint
        self.setText(text)

    def tint(self) -> str:
        """The name of its colour."""
        return self._tint

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme.colour(self._tint if self.isEnabled() else "ink3"))
        painter.drawText(self.contentsRect(), int(self.alignment()), self.text())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setFont(fonts.font(self.kind))
        super().changeEvent(event)


class ElidedLabel(Label):
    """One line from outside that gives way: elided in the middle, so that the ending stays; whole in the tip."""

    def __init__(
        self, text: str = "", kind: tokens.Type = tokens.BODY, tint: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, kind, tint, parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(0)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(tip(text))

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        return QSize(int(width) + 2, self.kind.line)

    def minimumSizeHint(self) -> QSize:
        return QSize(QFontMetricsF(self.font()).averageCharWidth().__ceil__() * 3, self.kind.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(theme.colour(self.tint()))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        painter.drawText(self.rect(), int(self.alignment()) | Qt.TextFlag.TextSingleLine, shown)


class Paragraph(Label):
    """A running sentence: it wraps at the width it gets, with the line height of its type, and never elides."""

    def __init__(
        self, text: str = "", kind: tokens.Type = tokens.BODY, tint: str = "ink2", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, kind, tint, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)[1]) * fonts.line_height(self.kind)

    def sizeHint(self) -> QSize:
        whole = int(QFontMetricsF(self.font()).horizontalAdvance(self.text())) + 2
        width = min(whole, 440)
        return QSize(width, self.heightForWidth(max(width, self.width() if self.width() > 100 else width)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, fonts.line_height(self.kind))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.colour(self.tint()))
        layouts, lines = self._lines(self.width())
        height = fonts.line_height(self.kind)
        for number, line in enumerate(lines):
            top = number * height + (height - line.height()) / 2
            line.draw(painter, QPointF(0, top - line.y()))
        del layouts

    def _lines(self, width: int):
        from PySide6.QtGui import QTextLayout, QTextOption  # the first picture has no running text

        layouts, lines = [], []
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        for paragraph in self.text().split("\n"):
            layout = QTextLayout(paragraph, self.font())
            layout.setTextOption(option)
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(width, 20))
                line.setPosition(QPointF(0, 0))
                lines.append(line)
            layout.endLayout()
            layouts.append(layout)
        return layouts, lines


def text_rect(
    painter: QPainter, rect: QRectF, text: str, tint: str, kind: tokens.Type, align: Qt.AlignmentFlag
) -> None:
    """Draw one line of ``text`` in ``rect``: for widgets that paint their own captions."""
    painter.setFont(fonts.font(kind))
    painter.setPen(theme.colour(tint))
    painter.drawText(rect, int(align) | Qt.TextFlag.TextSingleLine, text)
