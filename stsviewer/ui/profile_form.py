"""The fields of a profile: filled in, read out, and checked while one types."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stsviewer.profile import Origin, Profile
from stsviewer.secret import Secret
from stsviewer.ui import profile_check
from stsviewer.ui.parts.button import Disclosure
from stsviewer.ui.parts.field import Entry, LineInput, SecretInput
from stsviewer.ui.parts.note import Note
from stsviewer.ui.parts.text_input import TextInput

WIDTH = 660  # px
_GAP = 12
_THIRD = (WIDTH - 2 * _GAP) // 3
_TOP = Qt.AlignmentFlag.AlignTop
_ENDPOINTS = ("sts_endpoint", "oss_endpoint", "ram_endpoint")


class ProfileForm(QWidget):
    """Everything a profile is made of. A field is told wrong once touched, or after :meth:`show_all_problems`."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: Profile | None = None
        self._taken: frozenset[str] = frozenset()
        self._touched: set[str] = set()
        self._all = False
        self.secret = SecretInput("Key secret")
        self.policy = TextInput("Session policy")
        self.inputs: dict[str, LineInput | TextInput] = {
            "name": LineInput("Profile name"),
            "region": LineInput("Region"),
            "access_key_id": LineInput("Key id", mono=True),
            "secret": self.secret,
            "role_arn": LineInput("Role ARN", mono=True),
            "role_session_name": LineInput("Session name"),
            "duration_seconds": LineInput("Duration", suffix="s"),
            "external_id": LineInput("External id"),
            "policy": self.policy,
            "sts_endpoint": LineInput("STS endpoint", mono=True),
            "oss_endpoint": LineInput("OSS endpoint", mono=True),
            "ram_endpoint": LineInput("RAM endpoint", mono=True),
        }
        self.entries = {field: Entry(control) for field, control in self.inputs.items()}
        self.inputs["duration_seconds"].setValidator(
            QRegularExpressionValidator(QRegularExpression("[0-9]{0,6}"), self)
        )
        self.more = Disclosure("Endpoints")
        self._keyring_note = Note("lock")
        self._lay_out()
        for field, control in self.inputs.items():
            control.textChanged.connect(lambda *_, field=field: self._typed(field))
        self.more.clicked.connect(lambda: self.show_endpoints(not self._endpoints.isVisibleTo(self)))
        self._retranslate()

    def _lay_out(self) -> None:
        for field in ("region", "role_session_name", "duration_seconds", "external_id"):
            self.entries[field].setFixedWidth(_THIRD)
        self._endpoints = QWidget()
        endpoints = QHBoxLayout(self._endpoints)
        endpoints.setContentsMargins(0, 0, 0, 0)
        endpoints.setSpacing(_GAP)
        for field in _ENDPOINTS:
            self.entries[field].setFixedWidth(_THIRD)
            endpoints.addWidget(self.entries[field], 0, _TOP)
        endpoints.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        layout.addLayout(self._row("name", "region"))
        layout.addLayout(self._row("access_key_id", "secret"))
        layout.addWidget(self._keyring_note)
        layout.addLayout(self._row("role_arn"))
        layout.addLayout(self._row("role_session_name", "duration_seconds", "external_id"))
        layout.addLayout(self._row("policy"))
        layout.addWidget(self.more)
        layout.addWidget(self._endpoints)
        layout.addStretch(1)

    def _row(self, *fields: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(_GAP)
        for field in fields:
            row.addWidget(self.entries[field], 1, _TOP)
        return row

    # -- in and out ----------------------------------------------------------------------------

    def fill(self, profile: Profile | None, taken: frozenset[str]) -> None:
        """Show ``profile``, or what a new one starts with. ``taken`` are the names that other profiles have."""
        self._before, self._taken = profile, taken
        self._enter(profile or Profile(name="", access_key_id=""))

    def suggest(self, profile: Profile, typed_secret: str) -> None:
        """Fill a new profile in with what was typed elsewhere already."""
        self._enter(profile)
        self.secret.setText(typed_secret)
        self.check()

    def _enter(self, shown: Profile) -> None:
        for field, control in self.inputs.items():
            if field == "secret":
                control.clear()
            elif field == "policy":
                control.setPlainText(shown.policy)
            else:
                control.setText(str(getattr(shown, field)))
        self._touched.clear()
        self._all = False
        self.show_endpoints(any(getattr(shown, field) for field in _ENDPOINTS))
        self._retranslate()
        self.check()

    def profile(self) -> Profile:
        """The profile as it stands. What has no field here stays as it was."""
        text = {field: self.inputs[field].text().strip() for field in self.inputs if field not in ("secret", "policy")}
        duration = text.pop("duration_seconds")
        policy = self.policy.toPlainText().strip()
        before = self._before or Profile(name="", access_key_id="")
        made = replace(before, **text, policy=policy, duration_seconds=int(duration or 0))
        return (
            replace(made, origin=Origin.SAVED, story="", story_zh_cn="") if before.origin is not Origin.SAVED else made
        )

    def secret_entered(self) -> Secret | None:
        """The secret that was typed, or None: then the one in the keyring stays."""
        return Secret(self.secret.text().strip()) if self.secret.text().strip() else None

    # -- checking ------------------------------------------------------------------------------

    def problems(self) -> dict[str, str]:
        """Field and sentence, whether it is shown or not."""
        profile = self.profile()
        found = profile_check.sentences(profile)
        if profile.name in self._taken:
            found["name"] = profile_check.name_taken()
        new_key = self._before is None or self._before.access_key_id != profile.access_key_id
        if new_key and self.secret_entered() is None:
            found["secret"] = self.tr("Enter the secret that belongs to the key id.")
        return found

    def check(self) -> bool:
        """Show the sentences of the fields that were touched; whether the profile can be saved."""
        found = self.problems()
        for field, entry in self.entries.items():
            entry.set_problem(found.get(field, "") if self._all or field in self._touched else "")
        return not found

    def show_all_problems(self) -> None:
        """Show every sentence, and go to the first field that has one."""
        self._all = True
        self.check()
        found = self.problems()
        for field, control in self.inputs.items():
            if field in found:
                if field in _ENDPOINTS:
                    self.show_endpoints(True)
                control.setFocus()
                return

    def _typed(self, field: str) -> None:
        self._touched.add(field)
        self.check()
        self.edited.emit()

    def show_endpoints(self, opened: bool) -> None:
        """Open or close the section with the three endpoints."""
        self._endpoints.setVisible(opened)
        self.more.set_open(opened)

    # -- words ---------------------------------------------------------------------------------

    def _retranslate(self) -> None:
        optional = self.tr("optional")
        for field, caption, note in (
            ("name", self.tr("Name"), ""),
            ("region", self.tr("Region"), ""),
            ("access_key_id", self.tr("AccessKey ID"), ""),
            ("secret", self.tr("AccessKey Secret"), ""),
            ("role_arn", self.tr("Role ARN"), ""),
            ("role_session_name", self.tr("Session name"), ""),
            ("duration_seconds", self.tr("Duration"), ""),
            ("external_id", self.tr("External id"), optional),
            ("policy", self.tr("Session policy"), self.tr("optional; it can only take rights away")),
            ("sts_endpoint", self.tr("STS endpoint"), optional),
            ("oss_endpoint", self.tr("OSS endpoint"), optional),
            ("ram_endpoint", self.tr("RAM endpoint"), optional),
        ):
            self.entries[field].set_caption(caption, note)
        kept = self._before is not None and self._before.origin is Origin.SAVED
        for field, example in (
            ("name", self.tr("photos, read only")),
            ("region", "cn-shanghai"),
            ("access_key_id", "LTAI…"),
            ("secret", self.tr("kept; type to replace it") if kept else self.tr("30 characters")),
            ("role_arn", "acs:ram::…:role/name"),
            ("role_session_name", "stsviewer"),
            ("sts_endpoint", "sts.cn-shanghai.aliyuncs.com"),
            ("oss_endpoint", "oss-cn-shanghai.aliyuncs.com"),
            ("ram_endpoint", "ram.aliyuncs.com"),
        ):
            self.inputs[field].setPlaceholderText(example)
        self.policy.setPlaceholderText('{ "Version": "1", "Statement": […] }')
        self.more.setText(self.tr("Endpoints"))
        self._keyring_note.set_text(self.tr("The secret goes to this system's keyring and nowhere else."))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.check()
        super().changeEvent(event)
