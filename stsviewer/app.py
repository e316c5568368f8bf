"""Builds the QApplication, the theme, the translations and the main window; starts the sandbox for it when asked."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from stsviewer.ui import theme, translate
from stsviewer.ui.main_window import MainWindow
from stsviewer.ui.settings import Settings

if TYPE_CHECKING:
    from stsviewer.sandbox_process import Announcement, SandboxProcess

SANDBOX_DEADLINE = 15.0  # seconds it may take to listen on a loaded machine


class Sandboxed:
    """The sandbox of this window: a child process that ends with it."""

    def __init__(self, account: Path | None) -> None:
        self._account = account
        self._process: SandboxProcess | None = None

    def open(self, cancel, progress) -> Announcement:
        """Start it and wait until it listens. Blocks: runs as a job. Raises Failed when it does not come up."""
        from stsviewer.sandbox_process import SandboxProcess

        self.close()  # one that did not come up in time may still do so
        self._process = SandboxProcess.start(account=self._account)
        return self._process.wait_ready(SANDBOX_DEADLINE)

    def close(self) -> None:
        """End it."""
        if self._process is not None:
            self._process.stop()


def application(*, theme_wanted: str, language: str) -> QApplication:
    """The QApplication in the wanted theme and language."""
    app = QApplication.instance()
    if app is None:
        # The style is named here: setStyle() hands it back, and making a Python object of it takes 7 ms.
        app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    elif app.style().name() != "fusion":
        app.setStyle("Fusion")
    QCoreApplication.setApplicationName("stsviewer")
    app.setDesktopFileName("stsviewer")
    theme.apply(app, theme_wanted)
    translate.apply(app, language)
    return app


def build(
    *, sandbox: bool = False, account: Path | None = None, theme: str = "", language: str = ""
) -> tuple[QApplication, MainWindow]:
    """The application and its window, not shown yet. An empty ``theme`` or ``language`` is the remembered one."""
    settings = Settings()
    app = application(theme_wanted=theme or settings.theme(), language=language or settings.language())
    sandboxed = Sandboxed(account)
    window = MainWindow(settings, sandboxed.open, sandbox=sandbox)
    app.aboutToQuit.connect(sandboxed.close)
    return app, window


def run(*, sandbox: bool = False, account: Path | None = None, theme: str = "", language: str = "") -> int:
    """Open the window and stay until it is closed; the exit status."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Qt's loop would keep Python from seeing Ctrl+C
    app, window = build(sandbox=sandbox, account=account, theme=theme, language=language)
    window.show()
    return app.exec()
