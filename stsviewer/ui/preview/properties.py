"""The properties of an object: read-only lines that can be selected, in two columns, or in one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from stsviewer.text import mark
from stsviewer.ui import fonts, theme, tokens
from stsviewer.ui.outside import tip
from stsviewer.ui.tokens import Radius

ROW, GAP = 20, 4
_CAPTION, _SECOND_CAPTION, _SECOND = 92, 76, 116  # px of the columns; the first value takes the rest
_CAPTION_ALONE = 118
_WIDEST = 640

_FLAGS = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine


class Field(IntEnum):
    """The properties, most wanted first."""

    DIMENSIONS = 0
    SIZE = 1
    CLASS = 2
    ETAG = 3
    MODIFIED = 4
    TYPE = 5
    ACCESS = 6
    CRC = 7


_NAMES = ("Dimensions", "Size", "Class", "ETag", "Modified", "Type", "Access", "CRC-64")
_CAPTIONS = (
    mark("Properties", "Dimensions"),
    mark("Properties", "Size"),
    mark("Properties", "Class"),
    mark("Properties", "ETag"),
    mark("Properties", "Modified"),
    mark("Properties", "Type"),
    mark("Properties", "Access"),
    mark("Properties", "CRC-64"),
)
_MONO = (Field.ETAG, Field.CRC)
_BESIDE = (
    (Field.DIMENSIONS, Field.TYPE),
    (Field.SIZE, Field.CLASS),
    (Field.MODIFIED, Field.ACCESS),
    (Field.ETAG, None),
    (Field.CRC, None),
)
_BESIDE_NO_PICTURE = (
    (Field.SIZE, Field.CLASS),
    (Field.MODIFIED, Field.ACCESS),
    (Field.TYPE, None),
    (Field.ETAG, None),
    (Field.CRC, None),
)


@dataclass(frozen=True)
class Value:
    """What a property says, and a second text behind it in colour ``tint``."""

    text: str
    second: str = ""
    tint: str = "ink3"


class PropertyLine(QLineEdit):
    """One value: selectable, elided in the middle while nothing is selected, whole in the tip."""

    focus_radius = Radius.SMALL

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self._value = Value("")
        self._kind = tokens.VALUE if field in _MONO else tokens.BODY
        self.by_keyboard = False
        self.setAccessibleName(_NAMES[field])
        self.setReadOnly(True)
        self.setFrame(False)
        self.setTextMargins(-2, 0, 0, 0)  # Qt keeps 2 px of its own
        self.setFont(fonts.font(self._kind))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def set_value(self, value: Value) -> None:
        """Show ``value``."""
        self._value = value
        self.setText(" ".join(filter(None, (value.text, value.second))))
        self.setCursorPosition(0)
        self.setToolTip(tip(self.text()))

    def focusInEvent(self, event) -> None:
        self.by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setFont(fonts.font(self._kind))
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.hasSelectedText():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        rect = QRectF(self.rect())
        second_kind = tokens.SMALL if self._kind.mono else tokens.BODY
        second = fonts.metrics(second_kind).horizontalAdvance(self._value.second) + 6 if self._value.second else 0
        painter.setFont(fonts.font(self._kind))
        painter.setPen(theme.colour("ink"))
        room = int(rect.width()) - second
        shown = painter.fontMetrics().elidedText(self._value.text, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(rect, _FLAGS, shown)
        if second:
            left = painter.fontMetrics().horizontalAdvance(shown) + 5
            painter.setFont(fonts.font(second_kind))
            painter.setPen(theme.colour(self._value.tint))
            painter.drawText(rect.adjusted(left, 0, 0, 0), _FLAGS, self._value.second)


class Properties(QWidget):
    """The lines with their captions. Its accessible description is all of them, a line each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Properties")
        self._narrow = False
        self._shown: tuple[Field, ...] = ()
        self._places: dict[Field, QRectF] = {}
        self._lines = {field: PropertyLine(field, self) for field in Field}
        self.show_values({})

    def show_values(self, values: dict[Field, Value]) -> None:
        """Show ``values``; a property without one is left out."""
        self._shown = tuple(field for field in Field if field in values)
        for field, line in self._lines.items():
            line.set_value(values.get(field, Value("")))
            line.setVisible(field in values)
        said = (f"{_NAMES[field]}: {self._lines[field].text()}" for field in self._shown)
        self.setAccessibleDescription("\n".join(said))
        self._lay_out()

    def text_of(self, field: Field) -> str:
        """What the line of ``field`` says."""
        return self._lines[field].text()

    def set_narrow(self, narrow: bool) -> None:
        """One column instead of two."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._lay_out()

    def _rows(self) -> Sequence[tuple[Field, Field | None]]:
        if self._narrow:
            return [(field, None) for field in self._shown]
        beside = _BESIDE if Field.DIMENSIONS in self._shown else _BESIDE_NO_PICTURE
        return [(first, second if second in self._shown else None) for first, second in beside if first in self._shown]

    def _lay_out(self) -> None:
        rows = self._rows()
        caption = _CAPTION_ALONE if self._narrow else _CAPTION
        width = min(self.width(), _WIDEST)
        right = width - _SECOND
        self._places = {}
        for number, (first, second) in enumerate(rows):
            top = number * (ROW + GAP)
            self._places[first] = QRectF(0, top, caption - 6, ROW)
            end = width if second is None else right - _SECOND_CAPTION - 8
            self._lines[first].setGeometry(caption, top, max(20, int(end - caption)), ROW)
            if second is not None:
                self._places[second] = QRectF(right - _SECOND_CAPTION, top, _SECOND_CAPTION - 4, ROW)
                self._lines[second].setGeometry(right, top, _SECOND, ROW)
        self.setFixedHeight(max(0, len(rows) * (ROW + GAP) - GAP))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(fonts.font(tokens.SMALL))
        painter.setPen(theme.colour("ink3"))
        for field, rect in self._places.items():
            caption = QCoreApplication.translate(_CAPTIONS[field].context, _CAPTIONS[field].source)
            painter.drawText(
                rect, _FLAGS, painter.fontMetrics().elidedText(caption, Qt.TextElideMode.ElideRight, int(rect.width()))
            )
