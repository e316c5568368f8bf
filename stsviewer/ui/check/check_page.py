"""The page `Role check`: what is asked, the ladder filling in, what the role may do, and what to change."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from stsviewer.check.presets import PRESETS
from stsviewer.check.values import Options, Report, Rung
from stsviewer.failure import Failure
from stsviewer.ui import jobs, theme
from stsviewer.ui.browser.overlay_bar import OverlayBar
from stsviewer.ui.check.ask_bar import AskBar
from stsviewer.ui.check.check_status import CheckStatus, SaveReport
from stsviewer.ui.check.keeper import Keeper
from stsviewer.ui.check.ladder_card import LadderCard
from stsviewer.ui.check.rehearsal import Rehearsing
from stsviewer.ui.check.rehearse_card import RehearseCard
from stsviewer.ui.check.side import Side
from stsviewer.ui.check.tab_order import lead_through
from stsviewer.ui.parts.scroll import Scroll
from stsviewer.ui.session import Session
from stsviewer.ui.shell import Shell
from stsviewer.ui.tokens import Size, Space


@dataclass
class _Visit:
    """What was asked of one session last, and what came of it."""

    options: Options = field(default_factory=Options)
    report: Report | None = None


class CheckPage(QWidget):
    """Checks one session at a time. What was found for another one is kept and shown again."""

    edit_wanted = Signal(object)
    """What is to be changed is the profile (the argument)."""
    found = Signal(object)
    """A check is over (its Report), or its result is not shown any more (None): for the tab's badge."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._session: Session | None = None
        self._job: jobs.Job | None = None
        self._names_job: jobs.Job | None = None
        self._visits: WeakKeyDictionary[Session, _Visit] = WeakKeyDictionary()
        self.ask = AskBar()
        self.ladder = LadderCard()
        self.rehearsal = RehearseCard()
        self.side = Side()
        self.matrix, self.presets, self.letter = self.side.matrix, self.side.presets, self.side.letter
        self.keeper = Keeper(shell, self.ladder.report, self)
        self.rehearsing = Rehearsing(self.rehearsal, self.matrix, self.presets, self.keeper.tell_failure, self)
        self.status = CheckStatus()
        self.save = SaveReport()
        shell.status.left.addWidget(self.status)
        shell.status.right.addWidget(self.save)
        self._lay_out()
        self._connect()
        theme.dress_scroll_bars(self)
        self.open(None)

    # -- making --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        sheet = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, sheet)
        self._columns.setContentsMargins(0, 0, 0, Space.HAIR)
        self._columns.setSpacing(Space.CARD_GAP)
        self._columns.addWidget(self.ladder, 1)
        self._columns.addWidget(self.rehearsal, 1)
        self._columns.addWidget(self.side)
        self._area = Scroll(sheet, "Role check, position")
        self._area.setAccessibleName("Findings")
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._bar = OverlayBar(self._area)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.ask)
        column.addWidget(self._area, 1)

    def _connect(self) -> None:
        self.ask.run_wanted.connect(self.run)
        self.ask.cancel_wanted.connect(self.cancel)
        self.ask.bucket.names_wanted.connect(self._find_names)
        for card in (self.ladder, self.presets, self.rehearsal):
            card.copy_wanted.connect(self.keeper.copy)
        for card in (self.ladder, self.presets):
            card.edit_wanted.connect(lambda: self.edit_wanted.emit(self._session.profile))
        self.ladder.view.opened_changed.connect(self._order_tabs)
        self.matrix.rehearse_wanted.connect(self.rehearse)
        self.rehearsal.left.connect(self.leave_rehearsal)
        self.ladder.details_wanted.connect(self.keeper.copy_details)
        self.letter.letter_wanted.connect(self.keeper.copy_letter)
        self.matrix.export_wanted.connect(self.keeper.export)
        self.save.wanted.connect(lambda: self.keeper.export("html"))

    # -- sessions ------------------------------------------------------------------------------

    def open(self, session: Session | None) -> None:
        """Look at ``session``: what was found for it, or nothing yet. What runs for another is taken back."""
        self._take_back()
        if self._session is not None:
            self._visit().options = self.ask.options()
            self._session.destroyed.disconnect(self._session_gone)
        self._session = session
        self.ask.set_possible(session is not None)
        if session is None:
            self.ask.fill(Options(), ran=False)
            self.ask.bucket.set_names(())
            self._show_report(None)
            return
        session.destroyed.connect(self._session_gone)
        visit = self._visit()
        self.ask.fill(visit.options, ran=visit.report is not None)
        self.ask.bucket.set_names(self._known_names())
        self._show_report(visit.report)

    def _session_gone(self) -> None:
        """The profile was removed or edited; whoever did that opens the next one."""
        self._session = None
        self.open(None)

    def _visit(self) -> _Visit:
        if self._session not in self._visits:
            profile = self._session.profile
            options = Options(bucket=profile.bucket, prefix=profile.prefix, preset=PRESETS[0].name)
            self._visits[self._session] = _Visit(options)
        return self._visits[self._session]

    def ask_about(self, bucket: str, prefix: str) -> None:
        """Ask about another place; used by whoever was refused there."""
        if self._session is not None and self._job is None:
            self.ask.fill(replace(self.ask.options(), bucket=bucket, prefix=prefix), ran=False)

    # -- running -------------------------------------------------------------------------------

    def run(self) -> None:
        """Check, and show the rungs as they come in."""
        session = self._session
        if session is None or self._job is not None:
            return
        options = self.ask.options()
        visit = self._visit()
        visit.options, visit.report = options, None
        self._end_rehearsal()
        self.ask.set_running(True)
        self.status.show_running(True)
        self.found.emit(None)
        self.ladder.begin(options.prefix)
        self.side.wait()
        self.save.button.hide()
        rungs: deque[Rung] = deque()

        def work(cancel, progress) -> Report:
            from stsviewer.check.ladder import run

            def tell(rung: Rung) -> None:
                rungs.append(rung)
                progress(len(rungs), 0)

            key, transport = session.means()
            return run(session.profile, key, transport, options, on_rung=tell, cancel=cancel)

        self._job = jobs.start(
            self, work, done=self._done, failed=self._failed, progressed=lambda *_: self._take(rungs)
        )
        self._cut_off = self._job.cancel
        self.destroyed.connect(self._cut_off)  # the page that goes takes its requests along

    def cancel(self) -> None:
        """Take the check back; what was found so far stays in sight."""
        if self._job is not None:
            self._take_back()
            self.ladder.stop()
            self.side.rest()

    def running(self) -> bool:
        """Whether a check is under way."""
        return self._job is not None

    def _take_back(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._over()
        self._end_rehearsal()
        if self._names_job is not None:
            self._names_job.cancel()
            self._names_job = None

    def _over(self) -> None:
        self._job = None
        self.destroyed.disconnect(self._cut_off)
        self.ask.set_running(False)
        self.status.show_running(False)
        self.ask.renew_write_key()

    def _take(self, rungs: deque[Rung]) -> None:
        while rungs:
            self.ladder.put(rungs.popleft())

    def _done(self, report: Report) -> None:
        self._over()
        self._visit().report = report
        self._show_report(report)

    def _failed(self, failure: Failure) -> None:
        """The check could not begin: no key, or a fault of ours."""
        self._over()
        self._show_report(None)
        self.ladder.show_failure(self.ask.options().prefix, failure)

    # -- showing -------------------------------------------------------------------------------

    def _show_report(self, report: Report | None) -> None:
        if report is None:
            self.ladder.show_nothing(self.ask.options().prefix)
            self.side.rest()
        else:
            self.ladder.show_report(report)
            self._fill_side(report)
        self.status.show_report(report)
        self.save.button.setVisible(report is not None)
        self.found.emit(report)

    def _fill_side(self, report: Report) -> None:
        self.side.fill(report)
        self._order_tabs()

    # -- rehearsing ----------------------------------------------------------------------------

    def rehearse(self) -> None:
        """Change policies in the page and see the matrix change."""
        report = self.ladder.report()
        if report is not None and report.stage is not None:
            self.ladder.hide()
            self.letter.hide()
            self.rehearsing.begin(report)

    def leave_rehearsal(self) -> None:
        """Back to what the check found."""
        self._end_rehearsal()
        report = self.ladder.report()
        if report is not None:
            self._fill_side(report)

    def _end_rehearsal(self) -> None:
        self.rehearsing.end()
        self.ladder.show()

    # -- names of buckets ----------------------------------------------------------------------

    def _known_names(self) -> tuple[str, ...]:
        profile = self._session.profile
        of_favourites = [address.removeprefix("oss://").partition("/")[0] for address in profile.favourites]
        return tuple(dict.fromkeys(name for name in (profile.bucket, *of_favourites) if name))

    def _find_names(self) -> None:
        """Ask the storage for its buckets while the menu of those that are known is open."""
        session = self._session
        if session is None or not session.state.alive or self._names_job is not None:
            return

        def arrived(buckets) -> None:
            self._names_job = None
            names = [*self._known_names(), *(bucket.name for bucket in buckets)]
            self.ask.bucket.set_names(tuple(dict.fromkeys(names)))

        def refused(_: Failure) -> None:
            self._names_job = None  # the names that are known stay; the field can be typed into

        self._names_job = jobs.start(
            self, lambda cancel, progress: session.storage().buckets(cancel=cancel), done=arrived, failed=refused
        )

    def _order_tabs(self) -> None:
        ladder = (self.ladder.view, self.ladder.detail)
        lead_through((self.ask, *ladder, self.rehearsal, self.matrix, self.presets, self.letter))

    # -- the page itself -----------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        self.status.show()
        self.save.show()
        self._fit()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.status.hide()
        self.save.hide()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        narrow = self.window().width() < Size.NARROW
        self.ask.set_narrow(narrow)
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self.side.set_narrow(narrow)
        self._columns.setDirection(way)
        self._bar.place()

    def changeEvent(self, event: QEvent) -> None:
        report = self.ladder.report() if event.type() == QEvent.Type.LanguageChange else None
        if self.rehearsing.under_way:
            self.rehearsing.judge()
        elif report is not None:
            self._fill_side(report)
        super().changeEvent(event)
