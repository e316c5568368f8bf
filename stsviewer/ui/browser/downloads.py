"""Downloads: one after the other into the person's folder for them, told in the status line, under a free name."""

from __future__ import annotations

import os
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stsviewer.failure import Failed, Failure, Kind
from stsviewer.text import mark, say
from stsviewer.ui import evidence, icons, jobs, painting, theme, tokens
from stsviewer.ui.browser import formats, names
from stsviewer.ui.parts.button import IconButton
from stsviewer.ui.parts.label import ElidedLabel, Label
from stsviewer.ui.session import Session
from stsviewer.ui.shell import Shell
from stsviewer.ui.tokens import Size
from stsviewer.ui.translate import shown

if TYPE_CHECKING:
    from stsviewer.oss import Downloaded, Storage
    from stsviewer.wire import Cancel

_BAR_WIDTH, _BAR = 96, 4
_NAMES_TRIED = 1000


def folder() -> Path:
    """Where downloads go."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    return Path(place) if place else Path.home()


def store(storage: Storage, bucket: str, key: str, into: Path, cancel: Cancel, progress) -> Downloaded:
    """Download into the folder ``into`` under the first free name. Runs inside a job; raises Failed and Cancelled."""
    from stsviewer.oss import local_name

    into.mkdir(parents=True, exist_ok=True)
    name = Path(local_name(key))
    for number in range(1, _NAMES_TRIED):
        path = into / (name.name if number == 1 else f"{name.stem} ({number}){name.suffix}")
        if os.path.lexists(path):
            continue
        try:
            return storage.download(bucket, key, path, progress=progress, cancel=cancel)
        except Failed:
            if not os.path.lexists(path):
                raise
    sentence = say(mark("Downloads", "{folder} holds too many files called {name}."), folder=str(into), name=name.name)
    raise Failed(Failure(say(mark("Downloads", "Downloading")), sentence, Kind.LOCAL))


@dataclass(frozen=True)
class _Wanted:
    session: Session
    bucket: str
    key: str
    size: int


class Downloads(QWidget):
    """The one that runs: its name, a bar, its bytes, and a cross that takes it back. Hidden while nothing runs."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._waiting: deque[_Wanted] = deque()
        self._running: _Wanted | None = None
        self._job: jobs.Job | None = None
        self._name = ElidedLabel("", tokens.SMALL, "ink2")
        self._name.setMaximumWidth(220)
        self._bar = _Bar()
        self._bytes = Label("", tokens.SMALL, "ink2")
        self._cancel = IconButton("cross", name="Cancel download", side=Size.COPY_BUTTON, icon_size=12)
        self._cancel.clicked.connect(self.cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(_Arrow())
        for part in (self._name, self._bar, self._bytes, self._cancel):
            row.addWidget(part)
        self._retranslate()
        self.hide()

    def start(self, session: Session, bucket: str, key: str, size: int) -> None:
        """Download an object of ``size`` bytes, after those that wait already."""
        self._waiting.append(_Wanted(session, bucket, key, size))
        if self._running is None:
            self._next()

    def cancel(self) -> None:
        """Take back the one that runs; nothing of it stays."""
        if self._job is not None:
            self._job.cancel()
            self._next()

    def running(self) -> str:
        """The key that is being downloaded, or an empty text."""
        return self._running.key if self._running is not None else ""

    def _next(self) -> None:
        self._job = None
        self._running = wanted = self._waiting.popleft() if self._waiting else None
        self.setVisible(wanted is not None)
        if wanted is None:
            return
        self._name.setText(names.bare(wanted.key.rstrip("/").rpartition("/")[2]))
        self._progressed(0, wanted.size)
        into = folder()
        self._job = jobs.start(
            self,
            lambda cancel, progress: store(wanted.session.storage(), wanted.bucket, wanted.key, into, cancel, progress),
            done=self._done,
            failed=self._failed,
            progressed=self._progressed,
        )

    def _progressed(self, so_far: int, total: int) -> None:
        self._bar.set_share(so_far / total if total else 0.0)
        count = f"  +{formats.number(len(self._waiting))}" if self._waiting else ""
        self._bytes.setText(formats.of_sizes(so_far, total) + count)

    def _done(self, downloaded: Downloaded) -> None:
        sentence = self.tr("Downloaded {name}").replace("{name}", downloaded.path.name)
        place = downloaded.path.parent
        self._shell.toasts.show(
            "done",
            sentence,
            self.tr("Show in folder"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))),
        )
        self._next()

    def _failed(self, failure: Failure) -> None:
        self._shell.toasts.show(
            "failed",
            shown(failure.sentence),
            self.tr("Copy details"),
            lambda: self._shell.clipboard.copy(evidence.details(failure)),
        )
        self._next()

    def _retranslate(self) -> None:
        self._cancel.set_tip(self.tr("Cancel the download"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


class _Arrow(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(14, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        icons.paint(QPainter(self), "download", QPointF(0, 0), "ink2", 14)


class _Bar(QWidget):
    """A bar that fills."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedSize(QSize(_BAR_WIDTH, 16))
        self.setAccessibleName("Download progress")

    def set_share(self, share: float) -> None:
        """``share`` of it is done, 0.0 to 1.0."""
        self._share = min(1.0, share)
        self.setAccessibleDescription(f"{round(self._share * 100)} %")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        track = QRectF(0, (self.height() - _BAR) / 2, self.width(), _BAR)
        painting.box(painter, track, _BAR / 2, theme.colour("track"))
        if self._share:
            filled = QRectF(track.left(), track.top(), max(_BAR, track.width() * self._share), _BAR)
            painting.box(painter, filled, _BAR / 2, theme.colour("accent"))
