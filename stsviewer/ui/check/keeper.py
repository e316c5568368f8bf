"""What leaves the page: copies, letters, reports. Nothing secret is in any of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices

from stsviewer.check.values import Report
from stsviewer.failure import Failure
from stsviewer.ui import evidence, jobs, translate
from stsviewer.ui.check.languages import teller
from stsviewer.ui.check.saving import save
from stsviewer.ui.outside import flat
from stsviewer.ui.shell import Shell
from stsviewer.ui.translate import shown


class Keeper(QObject):
    """Puts what was found onto the clipboard and the disk, and says so."""

    def __init__(self, shell: Shell, report: Callable[[], Report | None], parent: QObject) -> None:
        """``report`` gives the report that is shown."""
        super().__init__(parent)
        self._shell, self._report = shell, report

    def copy(self, text: str, what: str) -> None:
        """Copy ``text``, which is called ``what``."""
        self._shell.clipboard.copy(text)
        self._shell.toasts.show("done", self.tr("Copied: {what}").replace("{what}", what))

    def copy_details(self, details: str) -> None:
        """Copy the details of a refusal."""
        self._shell.clipboard.copy(details)
        self._shell.toasts.show("done", self.tr("Details copied"))

    def copy_letter(self, language: str) -> None:
        """Copy the letter to the administrator."""
        report = self._report()
        if report is not None:
            from stsviewer.check.letter import letter

            self._shell.clipboard.copy(letter(report, teller(language)))
            self._shell.toasts.show("done", self.tr("Letter copied. It holds no secret."))

    def export(self, ending: str) -> None:
        """Write the report as ``md``, ``json`` or ``html`` into the folder for downloads."""
        report = self._report()
        if report is None:
            return
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
        into, language = Path(place) if place else Path.home(), translate.language()
        jobs.start(
            self,
            lambda cancel, progress: save(report, ending, language, into),
            done=self._saved,
            failed=self.tell_failure,
        )

    def _saved(self, path: Path) -> None:
        self._shell.toasts.show(
            "done",
            self.tr("Saved {name}").replace("{name}", flat(path.name)),
            self.tr("Open folder"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))),
        )

    def tell_failure(self, failure: Failure) -> None:
        """Say what did not work."""
        self._shell.toasts.show(
            "failed",
            shown(failure.sentence),
            self.tr("Copy details"),
            lambda: self.copy_details(evidence.details(failure)),
        )
