"""The card on the left: what was found, and the ladder."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stsviewer.check.rungs import claim
from stsviewer.check.values import Cause, Fix, Likelihood, Report, Rung, RungName, RungState
from stsviewer.failure import Failure
from stsviewer.ui import tokens
from stsviewer.ui.check import headline, words
from stsviewer.ui.check.opened_step import OpenedStep
from stsviewer.ui.check.steps import Steps
from stsviewer.ui.check.steps_view import StepsView
from stsviewer.ui.check.telling import told
from stsviewer.ui.outside import flat
from stsviewer.ui.parts.card import SHADOW, Card
from stsviewer.ui.parts.label import Paragraph


class LadderCard(Card):
    """Shows a check that has not begun, that runs, or that is over."""

    copy_wanted = Signal(str, str)
    details_wanted = Signal(str)
    edit_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self._failure: Failure | None = None
        self._running = self._stopped = False
        self.steps = Steps(self)
        self.detail = OpenedStep()
        self.view = StepsView(self.steps, self.detail, self)
        self.title, self.sentence = Paragraph("", tokens.TITLE, "ink"), Paragraph("", tokens.BODY, "ink2")
        self.left = Paragraph("", tokens.SMALL, "bad")
        self.left.hide()
        self.view.opening.connect(self._fill)
        self.detail.copy_wanted.connect(self.copy_wanted)
        self.detail.edit_wanted.connect(self.edit_wanted)
        self.detail.details_wanted.connect(self.details_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(16, 0, 15, 0)
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.sentence)
        head.addWidget(self.left)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 13, 1, 4 + SHADOW)
        column.setSpacing(0)
        column.addLayout(head)
        column.addSpacing(7)
        column.addWidget(self.view)
        column.addStretch(1)

    # -- what is shown -------------------------------------------------------------------------

    def show_nothing(self, prefix: str) -> None:
        """No check has been run: the rungs that there are."""
        self._report, self._failure, self._running, self._stopped = None, None, False, False
        self.view.open(None, at_once=True)
        self.steps.set_rungs([Rung(name, RungState.WAITING, claim(name, prefix)) for name in RungName])
        self._say()

    def begin(self, prefix: str) -> None:
        """A check begins."""
        self.show_nothing(prefix)
        self._running = True
        self._say()

    def put(self, rung: Rung) -> None:
        """A rung is being tried, or is over."""
        self.steps.put(rung)
        self._say()
        if self.view.opened() is rung.name:
            self.view.open(rung.name, at_once=True)

    def show_failure(self, prefix: str, failure: Failure) -> None:
        """The check could not begin: there is no secret, say."""
        self.show_nothing(prefix)
        self._failure = failure
        self._say()

    def stop(self) -> None:
        """The check was taken back: what was found so far stays."""
        self._running, self._stopped = False, True
        for rung in self.steps.rungs():
            if rung.state is RungState.TRYING:
                self.steps.put(Rung(rung.name, RungState.WAITING, rung.claim))
        self._say()

    def show_report(self, report: Report) -> None:
        """A check is over. The rung that failed opens, with its causes and fixes."""
        opened = self.view.opened()
        self._report, self._running = report, False
        self.view.open(None, at_once=True)
        self.steps.set_rungs(report.rungs)
        self._say()
        failed = report.failed
        if failed is not None:
            self.view.open(failed.name)
        elif opened is not None:
            self.view.open(opened, at_once=True)

    def report(self) -> Report | None:
        """The report that is shown."""
        return self._report

    # -- words ---------------------------------------------------------------------------------

    def _say(self) -> None:
        report = self._report
        self.left.setVisible(report is not None and bool(report.left))
        if report is not None:
            self.title.setText(headline.title(report))
            self.sentence.setText(headline.sentence(report))
            if report.left:
                line = self.tr("Could not be removed, do it by hand: {names}")
                self.left.setText(line.replace("{names}", flat(", ".join(report.left))))
        elif self._failure is not None:
            self.title.setText(self.tr("The check could not begin"))
            self.sentence.setText(told(self._failure.sentence))
        elif self._running:
            self.title.setText(self.tr("Checking the role"))
            self.sentence.setText(headline.running(self.steps.rungs()))
        elif self._stopped:
            self.title.setText(self.tr("Cancelled"))
            self.sentence.setText(self.tr("What was found so far is below."))
        else:
            self.title.setText(self.tr("Not checked yet"))
            self.sentence.setText(
                self.tr("A check climbs these ten rungs as a request does. It only reads, unless writing is ticked.")
            )

    def _fill(self, rung: Rung) -> None:
        causes, fixes = self._of(rung)
        self.detail.show_step(rung, causes, fixes)
        best = causes[0] if causes else None
        known = best is not None and words.is_told(best)
        self.view.set_chip(words.certainty(best) if best is not None else "", "shield" if known else "")

    def _of(self, rung: Rung) -> tuple[Sequence[Cause], Sequence[Fix]]:
        """The causes of one rung, best first, and the fixes."""
        if self._report is None:
            return (), ()
        order = list(Likelihood)
        causes = sorted(
            (cause for cause in self._report.causes if cause.rung is rung.name),
            key=lambda cause: order.index(cause.likelihood),
        )
        rungs = {cause.rung for cause in self._report.causes}
        # Fixes are the report's as a whole: they belong to the rung that failed, or to the only one with a cause.
        failed = self._report.failed
        owner = failed.name if failed is not None else rung.name if rungs == {rung.name} or causes else None
        return causes, self._report.fixes if rung.name is owner else ()

    def _retranslate(self) -> None:
        self._say()
        if self.view.opened() is not None:
            self.view.open(self.view.opened(), at_once=True)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
