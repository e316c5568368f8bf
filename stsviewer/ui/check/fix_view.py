"""A fix: something to paste, what else it opens, how to undo it, and a button that copies it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from stsviewer.check.values import Fix, Opened, Target
from stsviewer.text import mark, say
from stsviewer.ui import tokens
from stsviewer.ui.check import words
from stsviewer.ui.check.code import Code
from stsviewer.ui.check.prose import Prose
from stsviewer.ui.check.telling import told
from stsviewer.ui.parts.button import Button
from stsviewer.ui.parts.label import Label, Paragraph
from stsviewer.ui.tokens import Size

_SIDE, _GAP, _HEADING = 194, 14, tokens.Type(12, 17, 600)
_ASIDE_FROM = 560  # px of width from which what it opens stands beside the code
_NAMED = 6  # what it opens, one by one, up to here


class FixView(QWidget):
    """One fix. The document is the field `Fix`; where there is none, its sentence stands alone."""

    copy_wanted = Signal(str, str)
    """The text to copy, and what it is called."""
    edit_wanted = Signal()
    """What is to be changed is in the profile: its editor is wanted."""

    def __init__(self, fix: Fix, name: str = "Fix", parent: QWidget | None = None) -> None:
        """``name`` is the accessible name of the document."""
        super().__init__(parent)
        self.fix = fix
        self._title = Paragraph("", _HEADING, "ink")
        self.code = Code(name)
        self.code.show_text(fix.document, fix.added_lines)
        self.code.setVisible(bool(fix.document))
        self._opens_title, self._opens = Label("", _HEADING), Prose(f"Opens of {name}", tokens.SMALL, "ink2")
        self._undo_title, self._undo = Label("", _HEADING), Prose(f"Undo of {name}", tokens.SMALL, "ink2")
        self._quick_title, self._quick = Label("", _HEADING), Prose(f"Quick way of {name}", tokens.SMALL, "ink2")
        self.copy = Button("", "copy", name=f"Copy {name}", height=Size.BUTTON_SMALL)
        self.copy.clicked.connect(lambda: self.copy_wanted.emit(fix.document, told(fix.title)))
        self.copy.setVisible(bool(fix.document))
        self.edit = Button("", name=f"Edit profile for {name}", height=Size.BUTTON_SMALL)
        self.edit.clicked.connect(self.edit_wanted)
        self.edit.setVisible(fix.target in (Target.PROFILE, Target.SESSION))
        self._lay_out()
        self._retranslate()

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(0)
        for title, prose, there in (
            (self._opens_title, self._opens, self.fix.opens_note or self.fix.opens),
            (self._undo_title, self._undo, self.fix.undo),
            (self._quick_title, self._quick, self.fix.quick),
        ):
            title.setVisible(bool(there))
            prose.setVisible(bool(there))
            side.addWidget(title)
            side.addWidget(prose)
            side.addSpacing(8 if there else 0)
        side.addStretch(1)
        for button in (self.copy, self.edit):
            side.addWidget(button)
            side.addSpacing(6 if button is self.copy and self.edit.isVisibleTo(self) else 0)
        self._side = QWidget()
        self._side.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(_GAP)
        self._columns.addWidget(self.code, 1)
        if "\n" not in self.fix.document:
            self._columns.setAlignment(self.code, Qt.AlignmentFlag.AlignTop)  # a value needs no box as high as its side
        self._columns.addWidget(self._side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(self._columns)

        self._side.setVisible(
            any(part.isVisibleTo(self._side) for part in self._side.children() if part.isWidgetType())
        )

    def set_width(self, width: int) -> None:
        """Stand as fits into ``width`` px: what it opens goes under the code where there is little room."""
        beside = width >= _ASIDE_FROM and bool(self.fix.document)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if beside:
            self._side.setFixedWidth(_SIDE)
        else:
            self._side.setMinimumWidth(0)
            self._side.setMaximumWidth(16777215)
        if way != self._columns.direction():
            self._columns.setDirection(way)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Fix: {what}").replace("{what}", words.in_a_sentence(told(self.fix.title))))
        self._opens_title.setText(self.tr("Opens"))
        self._undo_title.setText(self.tr("Undo"))
        self._quick_title.setText(self.tr("The quick way"))
        self.copy.setText(words.copy(self.fix))
        self.edit.setText(self.tr("Edit profile"))
        note = self.fix.opens_note
        named = tuple(_named(self.fix.opens))
        self._opens.say(*(named or ([note] if note is not None else [])))
        self._undo.say(*([self.fix.undo] if self.fix.undo is not None else []))
        if self.fix.quick:
            self._quick.say(
                say(mark("Role check", "The system policy {name} does it too, and opens more."), name=self.fix.quick)
            )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _named(opened: tuple[Opened, ...]):
    """What a fix opens besides, a line each; the rest as a number."""
    for one in opened[:_NAMED]:
        yield (
            say(mark("Role check", "{action} under {prefix}"), action=one.action, prefix=one.prefix)
            if one.prefix
            else say(mark("Role check", "{action} on the bucket"), action=one.action)
        )
    if len(opened) > _NAMED:
        yield say(mark("Role check", "and {count} more"), count=len(opened) - _NAMED)
