"""Small pictures for the rows in sight: made by the cloud, a few at a time, none for rows that are scrolled past."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QImage

from stsviewer.failure import Failure, Kind
from stsviewer.ui import jobs
from stsviewer.ui.browser import kinds
from stsviewer.ui.browser.listing import ARCHIVED, Listing
from stsviewer.ui.browser.rows import RowsView
from stsviewer.ui.preview import decode
from stsviewer.ui.session import Session

if TYPE_CHECKING:
    from stsviewer.oss import ObjectSummary

_AT_ONCE = 3
_PIXELS = 96  # enough for 20 px at 2x of the shorter side
_KEPT = 600
_SETTLED = 120  # ms without scrolling


class Thumbnails(QObject):
    """Fills the rows that a view shows. After a refusal it asks no more at that place: the preview will say why."""

    def __init__(self, view: RowsView, listing: Listing) -> None:
        super().__init__(view)
        self._view, self._listing = view, listing
        self._session: Session | None = None
        self._kept: OrderedDict[tuple[str, str, str], QImage | None] = OrderedDict()
        self._running: dict[str, jobs.Job] = {}
        self._stopped = False
        self._settle = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settle.timeout.connect(self._look)
        view.verticalScrollBar().valueChanged.connect(self._settle.start)
        listing.rowsInserted.connect(self._settle.start)
        listing.modelReset.connect(self._settle.start)

    def set_session(self, session: Session | None) -> None:
        """Ask with the token of ``session``."""
        self.restart()
        self._session = session
        self._kept.clear()

    def restart(self) -> None:
        """Another place: nothing on its way is wanted, and asking may work again."""
        for job in self._running.values():
            job.cancel()
        self._running.clear()
        self._stopped = False

    def _look(self) -> None:
        if self._stopped or self._session is None or not self._session.state.alive or not self._view.isVisible():
            return
        wanted = self._in_sight()
        for key in [key for key in self._running if all(each.key != key for each in wanted)]:
            self._running.pop(key).cancel()
        for summary in wanted:
            place = (self._listing.location.bucket, summary.key, summary.etag)
            if place in self._kept:
                image = self._kept[place]
                if image is not None and not self._listing.has_thumbnail(summary.key):
                    self._listing.set_thumbnail(summary.key, image)
            elif len(self._running) < _AT_ONCE and summary.key not in self._running:
                self._ask(place)

    def _in_sight(self) -> list[ObjectSummary]:
        height = self._view.viewport().height()
        first = self._view.indexAt(QPoint(1, 1)).row()
        last = self._view.indexAt(QPoint(1, height - 2)).row()
        if first < 0:
            return []
        rows = [
            self._listing.row(row) for row in range(first, (last if last >= 0 else self._listing.rowCount() - 1) + 1)
        ]
        return [row for row in rows if not isinstance(row, str) and row is not None and _has_one(row)]

    def _ask(self, place: tuple[str, str, str]) -> None:
        session = self._session
        bucket, key, _ = place
        self._running[key] = jobs.start(
            self,
            lambda cancel, progress: decode.thumbnail(session.storage().thumbnail(bucket, key, _PIXELS, cancel=cancel)),
            done=lambda image: self._arrived(place, image),
            failed=lambda failure: self._refused(place, failure),
        )

    def _arrived(self, place: tuple[str, str, str], image: QImage | None) -> None:
        self._running.pop(place[1], None)
        self._kept[place] = image
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        if image is not None and self._listing.location.bucket == place[0]:
            self._listing.set_thumbnail(place[1], image)
        self._look()

    def _refused(self, place: tuple[str, str, str], failure: Failure) -> None:
        self._running.pop(place[1], None)
        if failure.kind is Kind.REFUSED and failure.status != 403:
            self._kept[place] = None  # a picture that the cloud cannot make smaller
            self._look()
        else:
            self._stopped = True


def _has_one(row: ObjectSummary) -> bool:
    return kinds.has_thumbnail(row.key, row.size) and row.storage_class not in ARCHIVED
