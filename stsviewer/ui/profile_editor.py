"""Adding, changing and removing a profile: a page of its own, no box over the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stsviewer.failure import Failure
from stsviewer.profile import Origin, Profile
from stsviewer.ui import painting, theme, tokens
from stsviewer.ui.keyring_trouble import KeyringTrouble
from stsviewer.ui.outside import flat
from stsviewer.ui.parts.button import PRIMARY, QUIET, Button
from stsviewer.ui.parts.card import SHADOW, Card
from stsviewer.ui.parts.label import Label, Paragraph
from stsviewer.ui.parts.scroll import Scroll
from stsviewer.ui.profile_form import WIDTH, ProfileForm
from stsviewer.ui.profiles import Profiles
from stsviewer.ui.translate import shown


class ProfileEditor(QWidget):
    """Shows a profile's fields; *Save profile* keeps them, its secret in the keyring or for this session only."""

    closed = Signal()
    saved = Signal(object)
    removed = Signal(object)

    def __init__(self, profiles: Profiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._before: Profile | None = None
        self.title = Label("", tokens.DISPLAY)
        self.form = ProfileForm()
        self.trouble = KeyringTrouble()
        self.sentence = Paragraph("", tokens.BODY, "bad")
        self.save = Button("", "check", PRIMARY, name="Save profile")
        self.cancel = Button("", name="Cancel")
        self.remove = Button("", kind=QUIET, name="Remove profile")
        self.really = Button("", name="Really remove profile")
        self._lay_out()
        self.save.clicked.connect(lambda: self._save(session_only=False))
        self.cancel.clicked.connect(self.closed)
        self.remove.clicked.connect(self._ask_removal)
        self.really.clicked.connect(self._remove)
        self.trouble.session_only_wanted.connect(lambda: self._save(session_only=True))
        self.trouble.again_wanted.connect(lambda: self._save(session_only=False))
        self.form.edited.connect(self._edited)
        QShortcut(QKeySequence("Esc"), self, self.closed.emit, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._retranslate()

    def _lay_out(self) -> None:
        column = QWidget()
        column.setFixedWidth(WIDTH)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 32, 0, 24)
        inner.setSpacing(0)
        inner.addWidget(self.title)
        inner.addSpacing(20)
        inner.addWidget(self.form)
        inner.addSpacing(8)
        inner.addWidget(self.trouble)
        inner.addWidget(self.sentence)
        inner.addStretch(1)
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(40, 0, 40, 0)
        row.addWidget(column, 100)
        row.addStretch(1)
        foot = _Foot()
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(40, 12, 16, 12)
        buttons.setSpacing(8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.remove)
        buttons.addWidget(self.really)
        card = Card()
        on_card = QVBoxLayout(card)
        on_card.setContentsMargins(1, 1, 1, SHADOW + 1)
        on_card.setSpacing(0)
        on_card.addWidget(Scroll(sheet, "Scroll profile"), 1)
        on_card.addWidget(foot)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 2)
        layout.addWidget(card)
        self.sentence.hide()

    def edit(self, profile: Profile | None) -> None:
        """Show ``profile``; None begins a new one."""
        saved = profile is not None and profile.origin is Origin.SAVED
        self._before = profile if saved else None
        taken = frozenset(other.name for other in self._profiles.all() if profile is None or other.name != profile.name)
        self.form.fill(profile, taken)
        self.trouble.hide()
        self.sentence.hide()
        self.remove.setVisible(saved)
        self.really.hide()
        self._busy(False)
        self._retranslate()
        self.form.inputs["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, profile: Profile, typed_secret: str) -> None:
        """Begin a new profile with what the first run has of it."""
        self.edit(None)
        self.form.suggest(profile, typed_secret)

    # -- saving --------------------------------------------------------------------------------

    def _save(self, *, session_only: bool) -> None:
        if not self.form.check():
            self.form.show_all_problems()
            return
        profile, secret = self.form.profile(), self.form.secret_entered()
        self._busy(True)
        self._profiles.save(
            profile,
            secret,
            self._before,
            session_only=session_only,
            done=lambda: self._done(profile),
            failed=self._failed,
        )

    def _done(self, profile: Profile) -> None:
        self._busy(False)
        self.form.secret.clear()
        self.saved.emit(profile)

    def _failed(self, failure: Failure) -> None:
        self._busy(False)
        if failure.code.startswith("Keyring."):
            self.trouble.show_failure(failure)
            self.trouble.keep.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.sentence.setText(shown(failure.sentence))
        self.sentence.show()

    def _busy(self, busy: bool) -> None:
        self.save.setEnabled(not busy)
        self.trouble.setEnabled(not busy)

    def _edited(self) -> None:
        self.trouble.hide()
        self.sentence.hide()

    # -- removing ------------------------------------------------------------------------------

    def _ask_removal(self) -> None:
        self.remove.hide()
        self.really.show()
        self.really.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        profile = self._before
        self._profiles.remove(
            profile,
            done=lambda: self.removed.emit(profile),
            failed=self._failed,
        )

    # -- words ---------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        name = flat(self._before.name) if self._before else ""
        self.title.setText(self.tr("Edit {name}").replace("{name}", name) if name else self.tr("Add a profile"))
        self.save.setText(self.tr("Save profile"))
        self.cancel.setText(self.tr("Cancel"))
        self.remove.setText(self.tr("Remove profile"))
        self.really.setText(self.tr("Remove it and its secret"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class _Foot(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.horizontal_line(painter, 0, self.width(), 0, theme.colour("line"))
