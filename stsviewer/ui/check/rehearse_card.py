"""Rehearse: a policy to change, its marks, the circumstances; the matrix beside it shows what would be allowed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stsviewer.policy import DocumentKind
from stsviewer.ui import tokens
from stsviewer.ui.check.context_form import ContextForm
from stsviewer.ui.check.policy_editor import PolicyEditor
from stsviewer.ui.check.policy_marks import PolicyMark
from stsviewer.ui.check.policy_remarks import PolicyRemarks
from stsviewer.ui.outside import flat
from stsviewer.ui.parts.button import LINK, Button
from stsviewer.ui.parts.card import SHADOW, Card
from stsviewer.ui.parts.choice import Choice
from stsviewer.ui.parts.label import Label, Paragraph
from stsviewer.ui.tokens import Size, Space

SESSION, NEW = "session", "new"
_AFTER = 200  # ms without a key until what was typed is judged


@dataclass(frozen=True)
class Draft:
    """A policy that can be rehearsed: its place, its name, its kind, and its text as it is now (empty: there is none).

    ``system``: one of the vendor's, which RAM lets nobody edit.
    """

    key: str
    name: str
    kind: DocumentKind
    text: str
    system: bool = False


class RehearseCard(Card):
    """Stands in the ladder's place while a change is rehearsed."""

    edited = Signal()
    """What would be there is something else now; told when typing pauses."""
    left = Signal()
    """Back to the findings."""
    copy_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drafts: dict[str, Draft] = {}
        self._texts: dict[str, str] = {}
        self._title, self._words = Label("", tokens.TITLE), Paragraph("", tokens.BODY, "ink2")
        self._back = Button("", kind=LINK, name="Back to the findings", height=20)
        self.policy = Choice("Policy to change")
        self.reset = Button("", "refresh", name="Undo the edits", height=Size.BUTTON_BESIDE_INPUT)
        self.copy = Button("", "copy", name="Copy the edited policy", height=Size.BUTTON_BESIDE_INPUT)
        self._note = Paragraph("", tokens.SMALL, "ink2")
        self.editor = PolicyEditor("Policy text")
        self.remarks = PolicyRemarks()
        self._under = Label("", tokens.STRONG)
        self.context = ContextForm()
        self._pause = QTimer(self, singleShot=True, interval=_AFTER)
        self._lay_out()
        self._connect()
        self._retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        row = QHBoxLayout()
        row.setSpacing(Space.SMALL)
        row.addWidget(self.policy, 1)
        row.addWidget(self.reset)
        row.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 13, 16, 16 + SHADOW)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(2)
        column.addWidget(self._words)
        column.addSpacing(14)
        column.addLayout(row)
        column.addSpacing(6)
        column.addWidget(self._note)
        column.addSpacing(6)
        column.addWidget(self.editor, 1)
        column.addSpacing(10)
        column.addWidget(self.remarks)
        column.addSpacing(14)
        column.addWidget(self._under)
        column.addSpacing(6)
        column.addWidget(self.context)

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self.policy.chosen.connect(self._show_draft)
        self.reset.clicked.connect(self._reset)
        self.copy.clicked.connect(
            lambda: self.copy_wanted.emit(self.editor.toPlainText(), self._drafts[self.policy.current()].name)
        )
        self.editor.textChanged.connect(self._typed)
        self.remarks.chosen.connect(self.editor.go_to)
        self.context.edited.connect(self._pause.start)
        self._pause.timeout.connect(self.edited)

    def begin(self, drafts: Sequence[Draft], context: dict[str, str]) -> None:
        """Rehearse from ``drafts`` as they are, under ``context``."""
        self._drafts = {draft.key: draft for draft in drafts}
        self._texts = {draft.key: draft.text for draft in drafts}
        self._retranslate()
        self.policy.set_current(drafts[0].key)
        self.context.fill(context)
        self._show_draft(drafts[0].key)
        self._pause.stop()
        self.edited.emit()

    def texts(self) -> dict[str, str]:
        """The policies as they would be, by their places; an empty text for one that would not be there."""
        return dict(self._texts)

    def current(self) -> tuple[str, DocumentKind]:
        """The text in the editor, and its kind."""
        return self.editor.toPlainText(), self._drafts[self.policy.current()].kind

    def show_marks(self, marks: Sequence[PolicyMark]) -> None:
        """Mark what is wrong with the text in the editor."""
        self.editor.set_marks(marks)
        self.remarks.show_marks(marks)

    def _show_draft(self, key: str) -> None:
        self.editor.blockSignals(True)
        self.editor.setPlainText(self._texts[key])
        self.editor.blockSignals(False)
        self.show_marks(())
        self._say()
        self._pause.start()

    def _typed(self) -> None:
        self._texts[self.policy.current()] = self.editor.toPlainText()
        self._say()
        self._pause.start()

    def _reset(self) -> None:
        self._texts = {key: draft.text for key, draft in self._drafts.items()}
        self._show_draft(self.policy.current())

    def _say(self) -> None:
        draft = self._drafts.get(self.policy.current())
        if draft is None:
            return
        self.reset.setEnabled(any(self._texts[key] != each.text for key, each in self._drafts.items()))
        self.copy.setEnabled(bool(self.editor.toPlainText().strip()))
        if draft.key == NEW:
            said = self.tr("A policy that would be attached as well. While it is empty there is none.")
        elif draft.key == SESSION:
            said = self.tr("It narrows the token. While it is empty the role's policies alone decide.")
        elif draft.system:
            said = self.tr(
                "One of the vendor's: it can be detached, or replaced by a policy of your own. Empty: detached."
            )
        else:
            said = self.tr("Attached to the role. Empty: detached.")
        self._note.setText(said)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Rehearse a change"))
        self._words.setText(
            self.tr("Change a policy and see what would be allowed. Nothing is sent, nothing is changed.")
        )
        self._back.setText(self.tr("Back to the findings"))
        self.reset.setText(self.tr("Undo"))
        self.copy.setText(self.tr("Copy"))
        self._under.setText(self.tr("Under these circumstances"))
        names = {NEW: self.tr("A new policy"), SESSION: self.tr("Session policy")}
        self.policy.set_rows([(key, names.get(key) or flat(draft.name)) for key, draft in self._drafts.items()])
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
