"""The first run: from a key to a token in three steps, or the sandbox."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from stsviewer.failure import Failure
from stsviewer.profile import Profile
from stsviewer.ui import profile_check, tokens
from stsviewer.ui.keyring_trouble import KeyringTrouble
from stsviewer.ui.parts.button import LINK, PRIMARY, Button
from stsviewer.ui.parts.card import SHADOW, Card
from stsviewer.ui.parts.field import Entry, LineInput, SecretInput
from stsviewer.ui.parts.label import Label, Paragraph
from stsviewer.ui.parts.note import Note
from stsviewer.ui.parts.scroll import Scroll
from stsviewer.ui.profiles import Profiles
from stsviewer.ui.sandbox_card import SandboxCard
from stsviewer.ui.step import Step
from stsviewer.ui.tokens import Space
from stsviewer.ui.translate import shown

_ONE_COLUMN_BELOW = 1000  # px of page


class FirstRun(QWidget):
    """Shown while there is no profile. What is entered here becomes one, and its token is requested."""

    sandbox_wanted = Signal()
    profile_made = Signal(object)
    more_wanted = Signal(object, str)
    """Everything else is to be entered; the arguments are the profile so far and what was typed as its secret."""

    def __init__(self, profiles: Profiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self.key_id, self.key_secret = LineInput("AccessKey ID", mono=True), SecretInput("AccessKey Secret")
        self.role = LineInput("ARN of the role", mono=True)
        self.entries = {
            "access_key_id": Entry(self.key_id),
            "secret": Entry(self.key_secret),
            "role_arn": Entry(self.role),
        }
        self.onward = Button("", kind=PRIMARY, name="Continue")
        self.get_token = Button("", "key", PRIMARY, name="Save and get token")
        self.more = Button("", kind=LINK, name="More settings")
        self.trouble = KeyringTrouble()
        self.sentence = Paragraph("", tokens.BODY, "bad")
        self.sandbox = SandboxCard()
        self.title, self.under_title = Label("", tokens.DISPLAY), Label("", tokens.BODY, "ink2")
        self.note = Note("lock")
        self.steps = (Step(1), Step(2), Step(3, last=True))
        self._lay_out()
        self._connect()
        self._retranslate()
        self._go_to(0)

    def _lay_out(self) -> None:
        self.steps[0].add(self.entries["access_key_id"], self.entries["secret"], _row(self.onward, self.note))
        self.steps[1].add(self.entries["role_arn"], _row(self.get_token, self.more), self.trouble, self.sentence)
        self.sentence.hide()
        card = Card()
        column = QVBoxLayout(card)
        column.setContentsMargins(41, 38, 40, 48 + SHADOW)
        column.setSpacing(0)
        column.addWidget(self.title)
        column.addSpacing(6)
        column.addWidget(self.under_title)
        column.addSpacing(34)
        for step in self.steps:
            column.addWidget(step)
        side = QVBoxLayout()
        side.addWidget(self.sandbox)
        side.addStretch(1)
        main = QVBoxLayout()
        main.addWidget(card)
        main.addStretch(1)
        sheet = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, sheet)
        self._columns.setContentsMargins(0, Space.WINDOW, 0, Space.CARD_GAP)
        self._columns.setSpacing(Space.CARD_GAP)
        self._columns.addLayout(main, 640)
        self._columns.addLayout(side, 516)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Scroll(sheet, "Scroll first steps"))

    def _connect(self) -> None:
        self.onward.clicked.connect(lambda: self._go_to(1))
        self.get_token.clicked.connect(lambda: self._save(session_only=False))
        self.more.clicked.connect(lambda: self.more_wanted.emit(self._profile(), self.key_secret.text()))
        self.trouble.session_only_wanted.connect(lambda: self._save(session_only=True))
        self.trouble.again_wanted.connect(lambda: self._save(session_only=False))
        self.sandbox.open.clicked.connect(self.sandbox_wanted)
        self.key_id.returnPressed.connect(self.key_secret.setFocus)
        self.key_secret.returnPressed.connect(self.onward.click)
        self.role.returnPressed.connect(self.get_token.click)
        for control in (self.key_id, self.key_secret, self.role):
            control.textChanged.connect(self._typed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < _ONE_COLUMN_BELOW
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)

    def begin(self) -> None:
        """The page is in sight: put the cursor where one begins."""
        (self.key_id if self.steps[0].current else self.role).setFocus(Qt.FocusReason.OtherFocusReason)

    # -- the steps -----------------------------------------------------------------------------

    def _go_to(self, number: int) -> None:
        for place, step in enumerate(self.steps):
            step.set_state(place < number, place == number)
        self._typed()
        (self.key_id, self.role, self.role)[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        found = profile_check.sentences(self._profile()) if self._profiles.loaded else {}
        self.entries["access_key_id"].set_problem(found.get("access_key_id", "") if self.key_id.text() else "")
        self.entries["role_arn"].set_problem(found.get("role_arn", "") if self.role.text() else "")
        key = bool(self.key_id.text().strip() and self.key_secret.text().strip()) and "access_key_id" not in found
        self.onward.setEnabled(key)
        self.get_token.setEnabled(key and bool(self.role.text().strip()) and "role_arn" not in found)
        self.trouble.hide()
        self.sentence.hide()

    def _profile(self) -> Profile:
        arn = self.role.text().strip()
        made = Profile("", self.key_id.text().strip(), role_arn=arn, role_session_name="stsviewer")
        return Profile(
            made.role_name or "default", made.access_key_id, role_arn=arn, role_session_name=made.role_session_name
        )

    def _save(self, *, session_only: bool) -> None:
        from stsviewer.secret import Secret

        profile = self._profile()
        self.get_token.setEnabled(False)
        self._profiles.save(
            profile,
            Secret(self.key_secret.text().strip()),
            None,
            session_only=session_only,
            done=lambda: self._done(profile),
            failed=self._failed,
        )

    def _done(self, profile: Profile) -> None:
        for control in (self.key_id, self.key_secret, self.role):
            control.clear()
        self._go_to(0)
        self.profile_made.emit(profile)

    def _failed(self, failure: Failure) -> None:
        self.get_token.setEnabled(True)
        if failure.code.startswith("Keyring."):
            self.trouble.show_failure(failure)
            self.trouble.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.sentence.setText(shown(failure.sentence))
            self.sentence.show()

    # -- words ---------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self.title.setText(self.tr("From a key to a token in a minute"))
        self.under_title.setText(self.tr("Three steps. Nothing is changed in your account."))
        self.steps[0].set_words(
            self.tr("Your key"),
            self.tr("The AccessKey of a RAM user that may take the role. Not the account's own key."),
        )
        self.steps[1].set_words(self.tr("The role"), self.tr("Paste its ARN, as the RAM console shows it."))
        self.steps[2].set_words(
            self.tr("The token"),
            self.tr("Three values and an hour to live. Copy them, browse with them, renew with a click."),
        )
        self.entries["access_key_id"].set_caption(self.tr("AccessKey ID"))
        self.entries["secret"].set_caption(self.tr("AccessKey Secret"))
        self.entries["role_arn"].set_caption(self.tr("Role ARN"))
        self.key_secret.setPlaceholderText(self.tr("30 characters"))
        self.role.setPlaceholderText("acs:ram::…:role/name")
        self.onward.setText(self.tr("Continue"))
        self.get_token.setText(self.tr("Get token"))
        self.more.setText(self.tr("More settings"))
        self.note.set_text(self.tr("The secret goes to this system's keyring and nowhere else."))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _row(*widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(12)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return row
