"""The card `What this role may do`: the matrix, why each cell is as it is, its legend, and a menu that exports it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stsviewer.check.values import Allowed, DecidingStatement, State
from stsviewer.ui import tokens
from stsviewer.ui.check import words
from stsviewer.ui.check.code import Code
from stsviewer.ui.check.legend import Legend
from stsviewer.ui.check.matrix import Matrix
from stsviewer.ui.check.matrix_view import MatrixView
from stsviewer.ui.parts.button import LINK, Button, IconButton
from stsviewer.ui.parts.card import SHADOW, Card
from stsviewer.ui.parts.label import Label, Paragraph
from stsviewer.ui.parts.menu import Menu
from stsviewer.ui.parts.skeleton import SkeletonBar
from stsviewer.ui.tokens import Size, Space

EXPORTS = (("md", "Markdown"), ("json", "JSON"), ("html", "HTML"))


class MatrixCard(Card):
    """Asks for an export by its ending, and for Rehearse."""

    export_wanted = Signal(str)
    rehearse_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matrix = Matrix(self)
        self.view = MatrixView(self.matrix, "Allowed actions")
        self._title, self._words = Label("", tokens.STRONG), Paragraph("", tokens.SMALL, "ink2")
        self._more = IconButton("more", name="Export what this role may do")
        self._more.clicked.connect(self._open_menu)
        self.rehearse = Button("", kind=LINK, name="Rehearse", height=20)
        self.rehearse.clicked.connect(self.rehearse_wanted)
        self._legend = Legend()
        self._why = _Why()
        self._waiting = _Bars()
        self.view.why_wanted.connect(self._say_why)
        self.matrix.modelReset.connect(self._why.hide)
        self._lay_out()
        self._retranslate()
        self.wait()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.SMALL)
        self._title.setFixedHeight(Size.ICON_BUTTON)
        head.addWidget(self._title, 1)
        head.addWidget(self.rehearse)
        head.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 8 + SHADOW)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(-4)
        column.addWidget(self._words)
        column.addSpacing(10)
        column.addWidget(self.view)
        column.addWidget(self._waiting)
        column.addSpacing(6)
        column.addWidget(self._legend)
        column.addWidget(self._why)

    def wait(self) -> None:
        """Nothing is known yet: bars stand where the rows will be."""
        self.rest("")
        self._waiting.show()

    def rest(self, said: str) -> None:
        """Nothing is known, and nothing is on its way."""
        self.matrix.set_cells(())
        for part in (self.view, self._legend, self._waiting):
            part.hide()
        self.set_words(said)

    def show_cells(self, cells: Sequence[Allowed], asked: str, words_: str, before: Sequence[Allowed] = ()) -> None:
        """Show what is allowed, if anything is known; ``words_`` say what it rests on.

        ``before`` is what a rehearsed change turns.
        """
        self.matrix.set_cells(cells, asked, before)
        known = any(cell.state not in (State.UNKNOWN, State.NOT_APPLICABLE) for cell in cells)
        self._legend.set_states(frozenset(cell.state for cell in cells), tried=any(cell.tried for cell in cells))
        self._waiting.hide()
        self.view.setVisible(known)
        self._legend.setVisible(known)
        self.set_words(words_)

    def set_words(self, said: str) -> None:
        """Say what the matrix rests on."""
        self._words.setText(said)

    def set_exportable(self, possible: bool) -> None:
        """Whether there is a report to export."""
        self._more.setVisible(possible)

    def set_rehearsable(self, possible: bool) -> None:
        """Whether there is something to rehearse from."""
        self.rehearse.setVisible(possible)

    def set_rehearsing(self, rehearsing: bool) -> None:
        """While a change is rehearsed the matrix is none to export."""
        self.rehearse.setVisible(not rehearsing)
        self._more.setVisible(not rehearsing)

    def words(self) -> str:
        """What it says under its title."""
        return self._words.text()

    def _say_why(self, index: QModelIndex) -> None:
        cell = self.matrix.cell(index)
        self._why.show_cell(self.matrix.said(index), cell.statement)

    def _open_menu(self) -> None:
        menu = Menu("Export", self._more)
        menu.add_caption(self.tr("Save the report as"))
        for ending, name in EXPORTS:
            menu.add(name, f".{ending}").triggered.connect(lambda _=False, e=ending: self.export_wanted.emit(e))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup_under(self._more, right=True)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("What this role may do"))
        self._more.set_tip(self.tr("Export"))
        self.rehearse.setText(self.tr("Rehearse a change"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class _Why(QWidget):
    """Under the legend: one cell in words, and the statement that decides it."""

    def __init__(self) -> None:
        super().__init__()
        self._sentence = Paragraph("", tokens.Type(12, 17, 600), "ink")
        self._where = Paragraph("", tokens.SMALL, "ink2")
        self._code = Code("Why", lines_seen=12)
        self._close = IconButton("cross", name="Close why", side=Size.COPY_BUTTON, icon_size=12)
        self._close.clicked.connect(self.hide)
        head = QHBoxLayout()
        head.addWidget(self._sentence, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._where)
        column.addWidget(self._code)
        self.hide()

    def show_cell(self, said: str, statement: DecidingStatement | None) -> None:
        self._sentence.setText(said)
        if statement is None:
            self._where.setText(self.tr("No statement that could be read decides this."))
        else:
            where = self.tr("Statement {number} of {policy}").replace("{number}", str(statement.index + 1))
            self._where.setText(where.replace("{policy}", words.policy(statement)))
        self._code.show_text(statement.text if statement is not None else "")
        self._code.setVisible(statement is not None and bool(statement.text))
        self.show()


class _Bars(QWidget):
    """Bars where the rows will be."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.setSpacing(20)
        for width in (300, 360, 280, 340):
            column.addWidget(SkeletonBar(width, 8))
