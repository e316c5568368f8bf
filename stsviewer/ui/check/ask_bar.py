"""What is asked of the role: bucket, prefix, what it is for, whether writing is tried; and the button that asks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from stsviewer.check.presets import PRESETS
from stsviewer.check.values import Options
from stsviewer.ui.check import words
from stsviewer.ui.check.bucket_input import BucketInput
from stsviewer.ui.check.telling import told
from stsviewer.ui.outside import flat
from stsviewer.ui.parts.button import PLAIN, PRIMARY, Button
from stsviewer.ui.parts.check_box import CheckBox
from stsviewer.ui.parts.choice import Choice
from stsviewer.ui.parts.field import LineInput
from stsviewer.ui.parts.note import Note
from stsviewer.ui.tokens import Size

_BUCKET, _PREFIX, _FOR = 196, 180, 248
_NARROW_BUCKET, _NARROW_PREFIX, _NARROW_FOR = 150, 150, 214


class AskBar(QWidget):
    """A line of 32 px. While a check runs, its button takes the check back."""

    run_wanted = Signal()
    cancel_wanted = Signal()
    edited = Signal()
    """Something else would be asked now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bucket = BucketInput("Bucket")
        self.prefix = LineInput("Prefix", icon="folder")
        self.purpose = Choice("For")
        self.writes = CheckBox("Try writing too")
        self.run = Button("", "play", PRIMARY, name="Run check", height=Size.BUTTON_BESIDE_INPUT)
        self._note = Note("exclamation")
        self._note.hide()
        self._running = self._ran = False
        self._write_key = ""
        self._filled: dict[LineInput, tuple[str, str]] = {}
        self._lay_out()
        self.run.clicked.connect(self._pressed)
        for field in (self.bucket, self.prefix):
            field.textChanged.connect(self._typed)
            field.returnPressed.connect(self._entered)
        self.purpose.chosen.connect(lambda _: self.edited.emit())
        self.writes.toggled.connect(self._ticked)
        self._retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.bucket)
        row.addWidget(self.prefix)
        row.addWidget(self.purpose)
        row.addSpacing(8)
        row.addWidget(self.writes)
        row.addStretch(1)
        row.addWidget(self.run)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self._note)
        for field in (self.bucket, self.prefix, self.purpose):
            field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """The widths for a narrow window, or the usual ones."""
        widths = (_NARROW_BUCKET, _NARROW_PREFIX, _NARROW_FOR) if narrow else (_BUCKET, _PREFIX, _FOR)
        for field, width in zip((self.bucket, self.prefix, self.purpose), widths, strict=True):
            field.setFixedWidth(width)

    def fill(self, options: Options, *, ran: bool) -> None:
        """Show ``options``; ``ran``: a check with them is there."""
        self._filled = {}
        for field, text in ((self.bucket, options.bucket or ""), (self.prefix, options.prefix or "")):
            field.blockSignals(True)
            field.setText(text)
            field.blockSignals(False)
            self._filled[field] = (field.text(), text)
        self.purpose.set_current(options.preset or PRESETS[0].name)
        self._write_key = options.write_key
        self.writes.setChecked(options.try_writes)
        self._ran = ran
        self._say()

    def options(self) -> Options:
        """What is asked as it stands."""
        return Options(
            bucket=self._said(self.bucket).strip(),
            prefix=self._said(self.prefix),
            preset=self.purpose.current(),
            try_writes=self.writes.isChecked(),
            write_key=self._write_key if self.writes.isChecked() else "",
        )

    def _said(self, field: LineInput) -> str:
        """What a field holds. A line cannot hold every character: one that nobody edited means what was put in."""
        shown, meant = self._filled.get(field, ("", ""))
        return meant if field.text() == shown else field.text()

    def set_running(self, running: bool) -> None:
        """Whether a check is under way: then what is asked stays as it is."""
        self._ran = self._ran or running
        self._running = running
        for field in (self.bucket, self.prefix, self.purpose, self.writes):
            field.setEnabled(not running)
        self.run.set_kind(PLAIN if running else PRIMARY)
        self._say()

    def set_possible(self, possible: bool) -> None:
        """Whether there is a profile to ask about."""
        self.run.setEnabled(possible)

    def _pressed(self) -> None:
        if self._running:
            self.cancel_wanted.emit()
        else:
            self.run_wanted.emit()

    def _entered(self) -> None:
        if not self._running and self.run.isEnabled():
            self.run_wanted.emit()

    def _typed(self) -> None:
        self._new_write_key()
        self.edited.emit()

    def _ticked(self) -> None:
        self._new_write_key()
        self.edited.emit()

    def renew_write_key(self) -> None:
        """Each run writes an object of its own, shown before it is pressed."""
        self._write_key = ""
        self._new_write_key()

    def _new_write_key(self) -> None:
        from stsviewer.check.writing import new_write_key

        wanted = self._said(self.prefix) + "stsviewer-"
        if self.writes.isChecked() and not self._write_key.startswith(wanted):
            self._write_key = new_write_key(self._said(self.prefix))
        self._say()

    def _say(self) -> None:
        self._note.setVisible(self.writes.isChecked())
        self._note.set_text(
            self.tr("Writes, copies and removes one object of its own: {key}").replace(
                "{key}", flat(f"oss://{self.bucket.text().strip()}/{self._write_key}")
            )
        )
        self.run.drawing = "cross" if self._running else "play"
        self.run.setText(
            self.tr("Cancel") if self._running else self.tr("Run again") if self._ran else self.tr("Run check")
        )
        self.run.updateGeometry()

    def _retranslate(self) -> None:
        self.purpose.set_rows(
            [(preset.name, words.in_a_sentence(told(preset.shown("")))) for preset in PRESETS], self.tr("for")
        )
        self.bucket.setPlaceholderText(self.tr("Bucket"))
        self.prefix.setPlaceholderText(self.tr("Whole bucket"))
        self.writes.setText(self.tr("Try writing too"))
        self.writes.updateGeometry()
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
