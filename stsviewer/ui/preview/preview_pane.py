"""The pane beside the objects: the selected one's picture or text, its properties, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from stsviewer.failure import Failure, Kind
from stsviewer.ui import jobs, painting, theme, tokens
from stsviewer.ui.browser import formats, kinds
from stsviewer.ui.browser.name_label import NameLabel
from stsviewer.ui.parts.button import Button, IconButton
from stsviewer.ui.parts.card import SHADOW, Card
from stsviewer.ui.parts.label import Label
from stsviewer.ui.parts.refusal import Refusal
from stsviewer.ui.parts.scroll import Scroll
from stsviewer.ui.preview import values
from stsviewer.ui.preview.cards import Card as SaysWhatItIs
from stsviewer.ui.preview.cards import NothingSelected, OnItsWay
from stsviewer.ui.preview.loading import Loaded, Why, load
from stsviewer.ui.preview.picture_view import PictureView
from stsviewer.ui.preview.properties import GAP, ROW, Field, Properties, Value
from stsviewer.ui.preview.text_view import TextView
from stsviewer.ui.session import Session
from stsviewer.ui.tokens import Motion

if TYPE_CHECKING:
    from stsviewer.oss import ObjectSummary

HEAD, ACTIONS, INSET = 44, 54, 8
_STAGE_LEAST, _STAGE_WANTED = 180, 204  # px; the properties scroll where the picture would get less
_ROWS_LEAST = 4
_WALKING = 60  # ms: who walks faster than this through the rows fetches only where they stop


class PreviewPane(Card):
    """Shows one object at a time; a late answer for another one never arrives, since its job is taken back."""

    previous_wanted = Signal()
    next_wanted = Signal()
    expand_wanted = Signal()
    download_wanted = Signal()
    check_wanted = Signal(str, str)
    shown = Signal()
    """What was asked for is there, or refused."""

    def __init__(self, copy_details: Callable[[str], None], parent: QWidget | None = None) -> None:
        """``copy_details`` puts a refusal's details where the person wants them."""
        super().__init__(parent)
        self._session: Session | None = None
        self._bucket = ""
        self._summary: ObjectSummary | None = None
        self._loaded: Loaded | None = None
        self._access: Value | None = None
        self._acl_refused: set[str] = set()
        self._job: jobs.Job | None = None
        self._acl_job: jobs.Job | None = None
        self._large = False
        self._narrow = False
        self._walk = QTimer(self, singleShot=True, interval=_WALKING)
        self._walk.timeout.connect(self._fetch)
        self._moment = QTimer(self, singleShot=True, interval=Motion.SKELETON_AFTER)

        self._nothing = NothingSelected()
        self.picture = PictureView()
        self.text = TextView()
        self._way = OnItsWay()
        self._moment.timeout.connect(self._way.reveal)
        self.card = SaysWhatItIs()
        self.card.action.clicked.connect(self._show_anyway)
        self.refusal = Refusal(copy_details)
        self._refusal_area = Scroll(self.refusal, "Refusal of the object, position")
        self._refusal_area.setAccessibleName("Refusal of the object")
        self.stage = QWidget()
        self.stage.setAccessibleName("Preview")
        self.stage.setMinimumHeight(_STAGE_LEAST)
        self._stage = QStackedLayout(self.stage)
        for page in (self._way, self.picture, self.text, self.card, self._refusal_area):
            self._stage.addWidget(page)
        self.properties = Properties()
        self._build()
        self._retranslate()
        self.clear()

    def _build(self) -> None:
        self._name = NameLabel()
        self._count = Label("", tokens.SMALL, "ink3")
        self._previous = IconButton("chevron-left", name="Previous object")
        self._next = IconButton("chevron-right", name="Next object")
        self._expand = IconButton("expand", name="Expand preview", checkable=True)
        self._previous.clicked.connect(self.previous_wanted)
        self._next.clicked.connect(self.next_wanted)
        self._expand.clicked.connect(self.expand_wanted)
        self.download = Button("", "download", name="Download")
        self.download.clicked.connect(self.download_wanted)

        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 8, 0)
        head.setSpacing(2)
        head.addWidget(self._name, 1)
        head.addSpacing(12)
        head.addWidget(self._count)
        head.addSpacing(8)
        for button in (self._previous, self._next, self._expand):
            head.addWidget(button)
        head_box = QWidget()
        head_box.setFixedHeight(HEAD)
        head_box.setLayout(head)

        stage = QHBoxLayout()
        stage.setContentsMargins(INSET, 0, INSET, 0)
        stage.addWidget(self.stage)

        self._properties_area = Scroll(self.properties, "Properties, position")
        self._properties_area.setAccessibleName("Properties in sight")
        self._properties_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)

        actions = QHBoxLayout()
        actions.setContentsMargins(12, 0, 12, 0)
        actions.addWidget(self.download)
        actions.addStretch(1)
        self._actions = _Actions()
        self._actions.setFixedHeight(ACTIONS)
        self._actions.setLayout(actions)

        self._object = QWidget()
        column = QVBoxLayout(self._object)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head_box)
        column.addLayout(stage, 1)
        properties = QHBoxLayout()
        properties.setContentsMargins(16, 12, 16, 12)
        properties.addWidget(self._properties_area)
        self._properties_box = QWidget()
        self._properties_box.setLayout(properties)
        column.addWidget(self._properties_box)
        column.addWidget(self._actions)

        self._body = QStackedLayout(self)
        self._body.setContentsMargins(1, 1, 1, 1 + SHADOW)
        self._body.addWidget(self._nothing)
        self._body.addWidget(self._object)

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

    def clear(self) -> None:
        """Show nothing, and take back what is on its way."""
        self._take_back()
        self._summary, self._loaded, self._access = None, None, None
        self.picture.set_picture(None)
        self.text.clear()
        self._body.setCurrentWidget(self._nothing)
        self._say("")

    def show_object(self, bucket: str, summary: ObjectSummary) -> None:
        """Fetch and show an object. What is there already is not fetched again."""
        if self._summary == summary and self._bucket == bucket and self.failure() is None:
            return
        self._take_back()
        self._bucket, self._summary, self._loaded, self._large = bucket, summary, None, False
        self._access = None
        self._name.set_name(summary.key.rpartition("/")[2] or summary.key)
        self._begin()
        self._walk.start()

    def retry(self) -> None:
        """Ask again for what was refused: there is a new token."""
        if self._summary is not None and self.failure() is not None:
            self._begin()
            self._fetch()

    def failure(self) -> Failure | None:
        """The refusal that is shown, if one is."""
        shows = self._summary is not None and self._stage.currentWidget() is self._refusal_area
        return self.refusal.failure() if shows else None

    def set_position(self, place: int, count: int, *, more: bool) -> None:
        """Say that the object is the ``place``-th of ``count``; ``more`` when some are not listed yet."""
        count_text = formats.number(count) + ("+" if more else "")
        self._count.setText(f"{formats.number(place)} / {count_text}" if place else "")
        self._previous.setEnabled(place > 1)
        self._next.setEnabled(0 < place < count)

    def set_narrow(self, narrow: bool) -> None:
        """One column of properties, no count."""
        self._narrow = narrow
        self._count.setVisible(not narrow)
        self.properties.set_narrow(narrow)
        self._fit_properties()

    def take_focus(self) -> None:
        """Let the keys go to what is shown."""
        shows = self._stage.currentWidget()
        target = {self.picture: self.picture, self.text: self.text.text}.get(shows, self._expand)
        target.setFocus()

    def set_expanded(self, expanded: bool) -> None:
        """Whether the pane has the whole page."""
        self._expand.setChecked(expanded)
        self._retranslate()

    # -- fetching --------------------------------------------------------------------------------------------------

    def _take_back(self) -> None:
        self._walk.stop()
        self._moment.stop()
        for job in (self._job, self._acl_job):
            if job is not None:
                job.cancel()
        self._job = self._acl_job = None

    def _begin(self) -> None:
        self.picture.set_picture(None)
        self.text.clear()
        self._way.begin(self._summary.size)
        self._moment.start()
        self._stage.setCurrentWidget(self._way)
        self._body.setCurrentWidget(self._object)
        self._show_properties()
        self._say("")

    def _fetch(self) -> None:
        session, bucket, summary, large = self._session, self._bucket, self._summary, self._large
        self._job = jobs.start(
            self,
            lambda cancel, progress: load(
                session.storage(), bucket, summary, large=large, cancel=cancel, progress=progress
            ),
            done=self._arrived,
            failed=self._refused,
            progressed=self._way.set_progress,
        )

    def _show_anyway(self) -> None:
        self._large = True
        self._begin()
        self._fetch()

    def _arrived(self, loaded: Loaded) -> None:
        self._job, self._loaded = None, loaded
        self._moment.stop()
        if loaded.picture is not None:
            self.picture.set_picture(loaded.picture)
            self._stage.setCurrentWidget(self.picture)
            size = loaded.picture.size
            self._say(f"{self._name.accessibleName()}, {size.width()} × {size.height()}")
        elif loaded.text is not None:
            self.text.set_text(loaded.text.text, values.text_foot(loaded, self._summary))
            self._stage.setCurrentWidget(self.text)
            self._say(f"{self._name.accessibleName()}, {loaded.text.encoding}")
        else:
            self._show_card(loaded)
        self._show_properties()
        self._ask_access()
        self.shown.emit()

    def _show_card(self, loaded: Loaded) -> None:
        title, cause, action = values.card_texts(loaded, self._summary)
        icon = "archive" if loaded.why in (Why.ARCHIVED, Why.RESTORING) else kinds.kind_of(self._summary.key).icon
        self.card.say(icon, title, cause, action)
        self._stage.setCurrentWidget(self.card)
        self._say(title)

    def _refused(self, failure: Failure) -> None:
        self._job = None
        self._moment.stop()
        self.refusal.clear_ways_on()
        if failure.kind in (Kind.EXPIRED, Kind.NO_TOKEN):
            self.refusal.add_way_on(self.tr("Renew"), "refresh", "Renew and go on", self._session.renew, primary=True)
        elif failure.kind in (Kind.NETWORK, Kind.BROKEN):
            self.refusal.add_way_on(self.tr("Try again"), "refresh", "Try again", self.retry, primary=True)
        elif failure.kind is Kind.REFUSED and failure.status == 403:
            self.refusal.add_way_on(
                self.tr("Run role check"), "shield", "Run role check", self._want_check, primary=True
            )
        self.refusal.show_failure(failure, values.refusal_title(failure))
        self._stage.setCurrentWidget(self._refusal_area)
        self._say(self.refusal.accessibleName())
        self._show_properties()
        self.shown.emit()

    def _want_check(self) -> None:
        """Why the object was refused is asked of the folder that it lies in."""
        folder, slash, _ = self._summary.key.rpartition("/")
        self.check_wanted.emit(self._bucket, folder + slash)

    def _ask_access(self) -> None:
        """The object's ACL, quietly: a role that may not read it still sees everything else."""
        session, bucket, key = self._session, self._bucket, self._summary.key
        if bucket in self._acl_refused:
            self._access_arrived(None)
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
        self._access_arrived(None)

    def _access_arrived(self, acl: str | None) -> None:
        self._acl_job = None
        self._access = values.access(acl)
        self._show_properties()

    # -- looks -----------------------------------------------------------------------------------------------------

    def _show_properties(self) -> None:
        if self._summary is None:
            return
        shown = values.properties(self._summary, self._loaded, self._access)
        self.properties.show_values(shown)
        self._properties_box.setVisible(self._stage.currentWidget() is not self._refusal_area)
        self._fit_properties()

    def _fit_properties(self) -> None:
        room = self.height() - HEAD - ACTIONS - 24 - _STAGE_WANTED
        rows = max(_ROWS_LEAST, int((room + GAP) // (ROW + GAP)))
        self._properties_area.setFixedHeight(min(self.properties.height(), rows * (ROW + GAP) - GAP))

    def _say(self, what: str) -> None:
        """What an assistive tool hears of the preview."""
        self.stage.setAccessibleDescription(what)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_properties()

    def text_of(self, field: Field) -> str:
        """What the property ``field`` says."""
        return self.properties.text_of(field)

    def _retranslate(self) -> None:
        self._previous.set_tip(self.tr("Previous object"))
        self._next.set_tip(self.tr("Next object"))
        self._expand.set_tip(self.tr("Back to the list") if self._expand.isChecked() else self.tr("Expand the preview"))
        self.download.setText(self.tr("Download"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._say_again()
        super().changeEvent(event)

    def _say_again(self) -> None:
        """The same in another language."""
        if self._summary is None:
            return
        failure = self.failure()
        if failure is not None:
            self._refused(failure)
        elif self._loaded is not None:
            if self._loaded.why is not None:
                self._show_card(self._loaded)
            self._show_properties()


class _Actions(QWidget):
    """The foot, under a hairline."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.horizontal_line(painter, 0, QRectF(self.rect()).right(), 0, theme.colour("line"))
