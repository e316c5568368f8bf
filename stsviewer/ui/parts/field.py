"""Fields: values to read and copy, and inputs with their sentence of error."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from stsviewer.ui import fonts, icons, painting, theme, tokens
from stsviewer.ui.outside import tip
from stsviewer.ui.parts.button import IconButton
from stsviewer.ui.parts.label import Paragraph
from stsviewer.ui.parts.skeleton import bar
from stsviewer.ui.tokens import Radius, Size

DOT = "\N{BULLET}"
_ICON_PLACE = QPointF(10, (Size.INPUT - Size.ICON) / 2)


class _ValueLine(QLineEdit):
    """A read-only line that elides in the middle while nobody selects in it; its text is always whole."""

    focus_radius = Radius.CONTROL

    def __init__(self, name: str, mono: bool) -> None:
        super().__init__()
        self.kind = tokens.VALUE if mono else tokens.BODY
        self.faded = ""  # the end of the text that stands back, e.g. the UTC time
        self.dots = False
        self.dim = False
        self.by_keyboard = False
        self.setReadOnly(True)
        self.setFrame(False)
        self.setAccessibleName(name)
        self.setFont(fonts.font(self.kind))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.by_keyboard = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.colour("ink3" if self.dim else "ink"))
        rect = QRectF(self.rect())
        if self.dots:
            self._paint_dots(painter, rect)
            return
        if self.hasSelectedText():
            painter.end()
            super().paintEvent(event)
            return
        painter.setFont(fonts.font(self.kind))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        text, metrics = self.text(), painter.fontMetrics()
        first = text.removesuffix(self.faded) if self.faded else text
        if self.faded and metrics.horizontalAdvance(text) <= rect.width():
            painter.drawText(rect, flags, first)
            painter.setPen(theme.colour("ink3"))
            painter.drawText(rect.adjusted(metrics.horizontalAdvance(first), 0, 0, 0), flags, self.faded)
        else:
            painter.drawText(
                rect, flags, metrics.elidedText(first.rstrip(), Qt.TextElideMode.ElideMiddle, int(rect.width()))
            )

    def _paint_dots(self, painter: QPainter, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(len(self.text())):
            painter.drawEllipse(QRectF(1.5 + number * 10.4, rect.center().y() - 2.25, 4.5, 4.5))


class ValueField(QWidget):
    """A caption over a sunken box with a value and, in it, a button that copies.

    The caption is painted, not a label: no second element may bear the field's name. What the field holds is read
    through the text interface of its line, and is dots while it is masked.
    """

    copy_wanted = Signal()

    def __init__(self, name: str, *, mono: bool = True, caption: str = "", parent: QWidget | None = None) -> None:
        """``name`` is the accessible name of the line, and what the caption says unless ``caption`` is given."""
        super().__init__(parent)
        self._caption = caption or name
        self._masked = False
        self._empty = True
        self._dot_count = 12
        self._value = ""
        self.line = _ValueLine(name, mono)
        self.line.setParent(self)
        self.copy = IconButton("copy", name=f"Copy {name}", side=Size.COPY_BUTTON, icon_size=14, parent=self)
        self.copy.clicked.connect(self.copy_wanted)
        self.setFixedHeight(Size.FIELD_ROW)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._refresh()

    def set_caption(self, caption: str) -> None:
        """Another caption (the language was switched)."""
        self._caption = caption
        self.update()

    def set_value(self, value: str, *, masked: bool = False, faded: str = "", tip_text: str = "") -> None:
        """Show ``value``. With ``masked`` it is dots whose number tells nothing, and ``value`` is not kept.

        ``faded`` is the end of the value that stands back and goes first where there is no room.
        """
        self._masked = masked
        self._empty = False
        self._value = "" if masked else value
        self.line.faded = faded
        self.line.setToolTip("" if masked else tip(tip_text or value))
        self._refresh()

    def clear(self) -> None:
        """Show that there is no value."""
        self._masked, self._empty, self._value = False, True, ""
        self.line.setToolTip("")
        self._refresh()

    def set_dead(self, dead: bool) -> None:
        """The value is of no use any more: it steps back and cannot be copied."""
        self.line.dim = dead
        self._refresh()

    def set_dot_count(self, count: int) -> None:
        """How many dots stand for a masked value: 12, or 8 where there is little room."""
        self._dot_count = count
        self._refresh()

    def _refresh(self) -> None:
        self.line.dots = self._masked
        self.line.setText(DOT * self._dot_count if self._masked else self._value)
        self.line.setCursorPosition(0)
        self.copy.setVisible(not self._empty and not self.line.dim)
        self.copy.setEnabled(not self._empty and not self.line.dim)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(150, Size.FIELD_ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        top = self.height() - Size.FIELD_BOX
        self.copy.move(self.width() - Size.COPY_BUTTON - 4, top + (Size.FIELD_BOX - Size.COPY_BUTTON) // 2)
        self.line.setGeometry(10, top + 4, max(10, self.width() - 10 - Size.COPY_BUTTON - 8), Size.FIELD_BOX - 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(fonts.font(tokens.CAPTION))
        painter.setPen(theme.colour("ink3"))
        caption = painter.fontMetrics().elidedText(self._caption, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QRectF(0, 0, self.width(), Size.FIELD_LABEL), Qt.AlignmentFlag.AlignVCenter, caption)
        box = QRectF(0, self.height() - Size.FIELD_BOX, self.width(), Size.FIELD_BOX)
        painting.box(painter, box, Radius.CONTROL, theme.colour("sunken"), theme.colour("line"))
        if self._empty:
            height = Size.SKELETON_BAR
            bar(painter, QRectF(10, box.center().y() - height / 2, min(box.width() * 0.54, 180), height))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.update()
        super().changeEvent(event)


class LineInput(QLineEdit):
    """One line to type into: 32 high, with a border of its own that turns bad when the text is."""

    focus_radius = Radius.CONTROL

    def __init__(
        self, name: str, *, mono: bool = False, icon: str = "", suffix: str = "", parent: QWidget | None = None
    ) -> None:
        """``name`` is the accessible name; ``icon`` stands before the text, ``suffix`` at the right end."""
        super().__init__(parent)
        self._wrong = False
        self._icon, self._suffix = icon, suffix
        self.setFrame(False)
        self.setAccessibleName(name)
        self.setFixedHeight(Size.INPUT)
        self.setFont(fonts.font(tokens.BODY))
        if mono:  # what is typed is a value; the example that stands there before is not
            self.textChanged.connect(lambda text: self.setFont(fonts.font(tokens.VALUE if text else tokens.BODY)))
        self.set_margins(right=24 if suffix else 9)

    def set_margins(self, *, right: int) -> None:
        """Room kept at the right for what stands there (a suffix, a button)."""
        self.setTextMargins(32 if self._icon else 9, 0, right, 0)

    def set_wrong(self, wrong: bool) -> None:
        """Whether the text cannot be used as it is."""
        if wrong != self._wrong:
            self._wrong = wrong
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        border = "bad" if self._wrong else "accent" if self.hasFocus() else "edge" if self.isEnabled() else "line"
        painting.box(painter, QRectF(self.rect()), Radius.CONTROL, theme.colour("surface"), theme.colour(border))
        if self._icon:
            icons.paint(painter, self._icon, _ICON_PLACE, "ink2")
        if self._suffix:
            painter.setFont(fonts.font(tokens.BODY))
            painter.setPen(theme.colour("ink3"))
            room = QRectF(self.rect()).adjusted(0, 0, -12, 0)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._suffix)
        painter.end()
        super().paintEvent(event)


class SecretInput(LineInput):
    """A line whose text is dots until its eye is pressed."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, mono=True, parent=parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.set_margins(right=34)
        self.eye = IconButton("eye", name=f"Reveal {name}", side=26, checkable=True, parent=self)
        self.eye.toggled.connect(
            lambda on: self.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        )

    def clear(self) -> None:
        """Forget the text and mask again."""
        self.eye.setChecked(False)
        super().clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.eye.move(self.width() - 26 - 4, 3)
        super().resizeEvent(event)


class Entry(QWidget):
    """A caption, an input, and a sentence under it when what was typed cannot be used.

    The caption is painted: the input alone bears the name. The sentence is also the input's accessible description.
    """

    def __init__(self, control: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._caption = ""
        self._optional = ""
        self._sentence = Paragraph("", tokens.SMALL, "bad")
        self._sentence.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Size.FIELD_LABEL + 4, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(control)
        layout.addWidget(self._sentence)

    def set_caption(self, caption: str, optional: str = "") -> None:
        """The word over the input, and perhaps one that says it may stay empty."""
        self._caption, self._optional = caption, optional
        self.update()

    def set_problem(self, sentence: str) -> None:
        """Say what is wrong with the text; an empty sentence when nothing is."""
        self.control.set_wrong(bool(sentence))
        self.control.setAccessibleDescription(sentence)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def problem(self) -> str:
        """The sentence that is shown, or an empty text."""
        return self._sentence.text() if self._sentence.isVisibleTo(self) else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(fonts.font(tokens.Type(12, 16, 500)))
        painter.setPen(theme.colour("ink"))
        rect = QRectF(0, 0, self.width(), Size.FIELD_LABEL)
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, self._caption)
        if self._optional:
            shift = painter.fontMetrics().horizontalAdvance(self._caption) + 8
            painter.setFont(fonts.font(tokens.CAPTION))
            painter.setPen(theme.colour("ink3"))
            painter.drawText(rect.adjusted(shift, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._optional)
