"""Rehearse: a policy to change, its marks, the circumstances; the matrix beside it shows what would be allowed."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stsviewer.check.rehearsing import Problem, Rehearsal
from stsviewer.check.values import PolicyText, Stage
from stsviewer.ui import tokens
from stsviewer.ui.check.context_form import ContextForm
from stsviewer.ui.check.policy_editor import PolicyEditor
from stsviewer.ui.check.policy_remarks import PolicyRemarks
from stsviewer.ui.outside import flat
from stsviewer.ui.parts.button import LINK, Button
from stsviewer.ui.parts.card import SHADOW, Card
from stsviewer.ui.parts.choice import Choice
from stsviewer.ui.parts.label import Label, Paragraph
from stsviewer.ui.tokens import Size, Space

SESSION, NEW = "session", "new"
_NEW_NAME = "new-policy"
_AFTER = 200  # ms without a key until what was typed is judged


@dataclass(frozen=True)
class Draft:
    """A policy that can be rehearsed: its place, its name, and its text as it is now (empty: there is none)."""

    key: str
    name: str
    text: str


@dataclass(frozen=True)
class Change:
    """What is rehearsed: arguments of ``check.rehearse``. None keeps what is there."""

    identity: tuple[PolicyText, ...] | None
    session: str
    context: dict[str, str] | None


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
        self._problems: tuple[Problem, ...] = ()
        self._readable = True
        self._texts: dict[str, str] = {}
        self._title, self._words = Label("", tokens.TITLE), Paragraph("", tokens.BODY, "ink2")
        self._back = Button("", kind=LINK, name="Back to the findings", height=20)
        self.policy = Choice("Policy to change")
        self.reset = Button("", "refresh", name="Undo the edits", height=Size.BUTTON_BESIDE_INPUT)
        self.copy = Button("", "copy", name="Copy the edited policy", height=Size.BUTTON_BESIDE_INPUT)
        self._note = Paragraph("", tokens.SMALL, "ink2")
        self.editor = PolicyEditor("Policy text", lines=12)
        self.remarks = PolicyRemarks()
        self._elsewhere = Paragraph("", tokens.BODY, "bad")
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
        column.addSpacing(8)
        column.addWidget(self.remarks)
        column.addWidget(self._elsewhere)
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

    def begin(self, stage: Stage) -> None:
        """Rehearse from what ``stage`` says is there."""
        self._readable = stage.identity is not None
        attached = [Draft(str(number), each.name, each.text) for number, each in enumerate(stage.identity or ())]
        drafts = [*attached, Draft(SESSION, SESSION, stage.session), Draft(NEW, _NEW_NAME, "")]
        if not stage.principal.count("/") > 1:
            drafts = [draft for draft in drafts if draft.key != SESSION]  # no session, no session policy
        self._drafts = {draft.key: draft for draft in drafts}
        self._texts = {draft.key: draft.text for draft in drafts}
        self._problems = ()
        self._retranslate()
        self.policy.set_current(drafts[0].key)
        self.context.fill(dict(stage.context))
        self._show_draft(drafts[0].key)

    def waits(self) -> bool:
        """Whether typing has not paused yet."""
        return self._pause.isActive()

    def stop(self) -> None:
        """Nothing more is to be judged."""
        self._pause.stop()

    def change(self) -> Change:
        """The policies and circumstances as they would be."""
        identity = tuple(
            PolicyText(self._drafts[key].name, text)
            for key, text in self._texts.items()
            if key != SESSION and text.strip()
        )
        unread = not self._readable and not identity
        return Change(None if unread else identity, self._texts.get(SESSION, ""), self.context.changed())

    def show_rehearsal(self, rehearsal: Rehearsal) -> None:
        """Mark what is wrong with the policies."""
        self._problems = rehearsal.problems
        self._mark()

    def _mark(self) -> None:
        name = self._drafts[self.policy.current()].name
        here = tuple(problem for problem in self._problems if problem.document == name)
        self.editor.set_marks(here)
        self.remarks.show_marks(here)
        elsewhere = {problem.document for problem in self._problems if problem.grammar} - {name}
        told = self.tr("{policy} breaks the grammar: nothing can be judged until that is mended.")
        self._elsewhere.setText(told.replace("{policy}", flat(", ".join(sorted(elsewhere)))))
        self._elsewhere.setVisible(bool(elsewhere))

    def _show_draft(self, key: str) -> None:
        self.editor.blockSignals(True)
        self.editor.setPlainText(self._texts[key])
        self.editor.blockSignals(False)
        self._mark()
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
        if draft.key == NEW and not self._readable:
            said = self.tr("The attached policies cannot be read: what is written here stands for all of them.")
        elif draft.key == NEW:
            said = self.tr("A policy that would be attached as well. While it is empty there is none.")
        elif draft.key == SESSION:
            said = self.tr("It narrows the token. While it is empty the role's policies alone decide.")
        elif draft.name.startswith("Aliyun"):
            said = self.tr("One of the vendor's: it can be detached, not edited. While it is empty it is detached.")
        else:
            said = self.tr("It is attached now. While it is empty it is detached.")
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
