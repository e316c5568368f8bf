"""The pane beside the objects: the selected one's picture or text, its properties, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from stsviewer.failure import Failure, Kind
from stsviewer.ui import jobs, painting, theme
from stsviewer.ui.parts.button import Button
from stsviewer.ui.parts.card import SHADOW, Card
from stsviewer.ui.parts.scroll import Scroll
from stsviewer.ui.preview import pane_head, values
from stsviewer.ui.preview.cards import NothingSelected
from stsviewer.ui.preview.loading import Loaded, load
from stsviewer.ui.preview.pane_head import PaneHead
from stsviewer.ui.preview.properties import GAP, ROW, Field, Properties
from stsviewer.ui.preview.stage import Stage
from stsviewer.ui.session import Session

if TYPE_CHECKING:
    from stsviewer.oss import ObjectSummary

ACTIONS, INSET = 54, 8
_STAGE_WANTED = 204  # px; the properties scroll where the stage would get less
_ROWS_LEAST = 4
_WALKING = 60  # ms: who walks faster than this through the rows fetches only where they stop


class PreviewPane(Card):
    """Shows one object at a time; a late answer for another one never arrives, since its job is taken back."""

    previous_wanted = Signal()
    next_wanted = Signal()
    expand_wanted = Signal()
    download_wanted = Signal()
    check_wanted = Signal(str, str)
    """Why the object was refused is to be looked into: its bucket, and the folder that it lies in."""

    def __init__(self, copy_details: Callable[[str], None], parent: QWidget | None = None) -> None:
        """``copy_details`` puts a refusal's details where the person wants them."""
        super().__init__(parent)
        self._session: Session | None = None
        self._bucket = ""
        self._summary: ObjectSummary | None = None
        self._loaded: Loaded | None = None
        self._acl: str | None = None
        self._acl_refused: set[str] = set()
        self._job: jobs.Job | None = None
        self._acl_job: jobs.Job | None = None
        self._large = False
        self._walk = QTimer(self, singleShot=True, interval=_WALKING)
        self._walk.timeout.connect(self._fetch)
        self._nothing = NothingSelected()
        self.head = PaneHead()
        self.stage = Stage(copy_details)
        self.picture, self.text, self.card = self.stage.picture, self.stage.text, self.stage.card
        self.refusal = self.stage.refusal
        self.properties = Properties()
        self.download = Button("", "download", name="Download")
        self._lay_out()
        self._connect()
        self._retranslate()
        self.clear()

    def _lay_out(self) -> None:
        stage = QHBoxLayout()
        stage.setContentsMargins(INSET, 0, INSET, 0)
        stage.addWidget(self.stage)
        self._properties_area = Scroll(self.properties, "Properties, position")
        self._properties_area.setAccessibleName("Properties in sight")
        self._properties_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._properties_box = QWidget()
        properties = QHBoxLayout(self._properties_box)
        properties.setContentsMargins(16, 12, 16, 12)
        properties.addWidget(self._properties_area)
        actions_box = _Actions()
        actions_box.setFixedHeight(ACTIONS)
        actions = QHBoxLayout(actions_box)
        actions.setContentsMargins(12, 0, 12, 0)
        actions.addWidget(self.download)
        actions.addStretch(1)
        self._object = QWidget()
        column = QVBoxLayout(self._object)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(stage, 1)
        column.addWidget(self._properties_box)
        column.addWidget(actions_box)
        self._body = QStackedLayout(self)
        self._body.setContentsMargins(1, 1, 1, 1 + SHADOW)
        self._body.addWidget(self._nothing)
        self._body.addWidget(self._object)

    def _connect(self) -> None:
        self.head.previous.clicked.connect(self.previous_wanted)
        self.head.next.clicked.connect(self.next_wanted)
        self.head.expand.clicked.connect(self.expand_wanted)
        self.download.clicked.connect(self.download_wanted)
        self.stage.anyway_wanted.connect(self._show_anyway)
        self.stage.renew_wanted.connect(self._renew)
        self.stage.again_wanted.connect(self.retry)
        self.stage.check_wanted.connect(self._want_check)

    # -- what is shown ---------------------------------------------------------------------------------------------

    def set_session(self, session: Session | None) -> None:
        """Show objects with the token of ``session``."""
        self._session = session
        self._acl_refused.clear()
        self.clear()

    @property
    def loaded(self) -> Loaded | None:
        """What is shown, once it is there."""
        return self._loaded

    @property
    def subject(self) -> tuple[str, ObjectSummary] | None:
        """Bucket and object asked for."""
        return (self._bucket, self._summary) if self._summary is not None else None

    def failure(self) -> Failure | None:
        """The refusal that is shown, if one is."""
        return self.stage.failure() if self._summary is not None else None

    def clear(self) -> None:
        """Show nothing, and take back what is on its way."""
        self._take_back()
        self._summary, self._loaded, self._acl = None, None, None
        self.stage.clear()
        self._body.setCurrentWidget(self._nothing)

    def show_object(self, bucket: str, summary: ObjectSummary) -> None:
        """Fetch and show an object. What is there already is not fetched again."""
        if self._summary == summary and self._bucket == bucket and self.failure() is None:
            return
        self._take_back()
        self._bucket, self._summary, self._large = bucket, summary, False
        self.head.name.set_name(summary.key.rpartition("/")[2] or summary.key)
        self._begin()
        self._walk.start()

    def retry(self) -> None:
        """Ask again for what was refused: there is a new token."""
        if self.failure() is not None:
            self._begin()
            self._fetch()

    def set_position(self, place: int, count: int, *, more: bool) -> None:
        """Say that the object is the ``place``-th of ``count``; ``more`` when some are not listed yet."""
        self.head.set_position(place, count, more=more)

    def text_of(self, field: Field) -> str:
        """What the property ``field`` says."""
        return self.properties.text_of(field)

    # -- fetching --------------------------------------------------------------------------------------------------

    def _take_back(self) -> None:
        self._walk.stop()
        for job in (self._job, self._acl_job):
            if job is not None:
                job.cancel()
        self._job = self._acl_job = None

    def _begin(self) -> None:
        self._loaded, self._acl = None, None
        self.stage.wait(self._summary.size)
        self._body.setCurrentWidget(self._object)
        self._show_properties()

    def _fetch(self) -> None:
        session, bucket, summary, large = self._session, self._bucket, self._summary, self._large
        self._job = jobs.start(
            self,
            lambda cancel, progress: load(
                session.storage(), bucket, summary, large=large, cancel=cancel, progress=progress
            ),
            done=self._arrived,
            failed=self._refused,
            progressed=self.stage.way.set_progress,
        )

    def _show_anyway(self) -> None:
        self._large = True
        self._begin()
        self._fetch()

    def _arrived(self, loaded: Loaded) -> None:
        self._job, self._loaded = None, loaded
        self.stage.show_loaded(loaded, self._summary)
        self._show_properties()
        self._ask_access()

    def _refused(self, failure: Failure) -> None:
        self._job = None
        self.stage.refuse(failure)
        self._show_properties()

    def _renew(self) -> None:
        self._session.renew()

    def _want_check(self) -> None:
        folder, slash, _ = self._summary.key.rpartition("/")
        self.check_wanted.emit(self._bucket, folder + slash)

    def _ask_access(self) -> None:
        """The object's ACL, quietly: a role that may not read it still sees everything else."""
        session, bucket, key = self._session, self._bucket, self._summary.key
        if bucket in self._acl_refused:
            self._access_arrived(values.HIDDEN)
            return
        self._acl_job = jobs.start(
            self,
            lambda cancel, progress: session.storage().acl(bucket, key, cancel=cancel),
            done=self._access_arrived,
            failed=lambda failure: self._access_refused(bucket, failure),
        )

    def _access_refused(self, bucket: str, failure: Failure) -> None:
        if failure.kind is Kind.REFUSED and failure.status == 403:
            self._acl_refused.add(bucket)
        self._access_arrived(values.HIDDEN)

    def _access_arrived(self, acl: str) -> None:
        self._acl_job, self._acl = None, acl
        self._show_properties()

    # -- looks -----------------------------------------------------------------------------------------------------

    def set_narrow(self, narrow: bool) -> None:
        """One column of properties, no count."""
        self.head.set_narrow(narrow)
        self.properties.set_narrow(narrow)
        self._fit_properties()

    def set_expanded(self, expanded: bool) -> None:
        """Whether the pane has the whole page."""
        self.head.set_expanded(expanded)

    def take_focus(self) -> None:
        """Let the keys go to what is shown."""
        (self.stage.focus_target() or self.head.expand).setFocus()

    def _show_properties(self) -> None:
        if self._summary is not None:
            self.properties.show_values(values.properties(self._summary, self._loaded, self._acl))
            self._properties_box.setVisible(self.failure() is None)
            self._fit_properties()

    def _fit_properties(self) -> None:
        room = self.height() - pane_head.HEIGHT - ACTIONS - 24 - _STAGE_WANTED
        rows = max(_ROWS_LEAST, int((room + GAP) // (ROW + GAP)))
        self._properties_area.setFixedHeight(min(self.properties.height(), rows * (ROW + GAP) - GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_properties()

    def _retranslate(self) -> None:
        self.download.setText(self.tr("Download"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self.stage.say_again()
            self._show_properties()
        super().changeEvent(event)


class _Actions(QWidget):
    """The foot, under a hairline."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.horizontal_line(painter, 0, QRectF(self.rect()).right(), 0, theme.colour("line"))
