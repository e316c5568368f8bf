"""Judges what is written in Rehearse, off the GUI thread, and shows it in the matrix."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt

from stsviewer.check.rehearsing import Rehearsal, rehearse
from stsviewer.check.values import Allowed, Report
from stsviewer.failure import Failure
from stsviewer.ui import jobs
from stsviewer.ui.check.matrix_card import MatrixCard
from stsviewer.ui.check.presets_card import PresetsCard
from stsviewer.ui.check.rehearse_card import RehearseCard


class Rehearsing(QObject):
    """From the first edit to the way back. Nothing is sent."""

    def __init__(
        self,
        card: RehearseCard,
        matrix: MatrixCard,
        presets: PresetsCard,
        failed: Callable[[Failure], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.card, self._matrix, self._presets, self._failed = card, matrix, presets, failed
        self._report: Report | None = None
        self._job: jobs.Job | None = None
        self._before: tuple[Allowed, ...] = ()
        card.edited.connect(self.judge)
        card.hide()

    @property
    def under_way(self) -> bool:
        """Whether a change is being rehearsed."""
        return self._report is not None

    @property
    def judging(self) -> bool:
        """Whether something that was written has not been judged yet."""
        return self._job is not None or self.card.waits()

    def begin(self, report: Report) -> None:
        """Begin with what ``report`` says is there."""
        self._report, self._before = report, ()
        self.card.show()
        self._matrix.set_rehearsing(True)
        self.card.begin(report.stage)
        self.card.policy.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Stop, and take what is being judged back."""
        self._report = None
        self._drop()
        self.card.stop()
        self.card.hide()
        self._matrix.set_rehearsing(False)

    def judge(self) -> None:
        """Evaluate what is written; what was under way for an older text is dropped."""
        if self._report is None:
            return
        self._drop()
        stage, change, before = self._report.stage, self.card.change(), self._before

        def work(cancel, progress) -> tuple[tuple[Allowed, ...], Rehearsal]:
            now = before or rehearse(stage).allowed
            return now, rehearse(stage, identity=change.identity, session=change.session, context=change.context)

        self._job = jobs.start(self, work, done=self._judged, failed=self._failed)

    def _drop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _judged(self, found: tuple[tuple[Allowed, ...], Rehearsal]) -> None:
        self._job = None
        self._before, rehearsal = found
        self.card.show_rehearsal(rehearsal)
        if not rehearsal.allowed:
            self._matrix.set_words(self.tr("A policy breaks the grammar: this is what the last good text gave."))
            return
        self._matrix.show_cells(rehearsal.allowed, self._report.prefix, "", self._before)
        changes = self._matrix.matrix.changes()
        turned = self.tr("By evaluation alone. Framed cells turn with this change: {count}.")
        same = self.tr("By evaluation alone. Nothing turns with this change.")
        self._matrix.set_words(turned.replace("{count}", str(changes)) if changes else same)
        self._presets.setVisible(bool(rehearsal.presets))
        self._presets.show_verdicts(rehearsal.presets, after_fix=False)
