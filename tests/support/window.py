"""The real window for whoever drives it: opened with a home of its own, closed without a trace."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest

from stsviewer import app as stsviewer_app
from stsviewer.ui import translate
from stsviewer.ui.main_window import MainWindow


@contextmanager
def opened(
    home: Path | str,
    *,
    sandbox: bool = True,
    account: Path | None = None,
    theme: str = "light",
    language: str = "en",
    size: tuple[int, int] | None = (1440, 900),
) -> Iterator[MainWindow]:
    """The window, shown; with ``sandbox`` it starts a sandbox of its own. ``home`` is its STSVIEWER_HOME.

    Without ``size`` it opens where it was last.
    """
    before = os.environ.get("STSVIEWER_HOME")
    os.environ["STSVIEWER_HOME"] = str(home)
    application, window = stsviewer_app.build(sandbox=sandbox, account=account, theme=theme, language=language)
    try:
        if size is not None:
            window.resize(*size)
        window.show()
        QTest.qWaitForWindowExposed(window)
        yield window
    finally:
        window.close()
        translate.apply(application, "en")  # whoever comes next reads English
        application.aboutToQuit.emit()
        application.aboutToQuit.disconnect()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if before is None:
            del os.environ["STSVIEWER_HOME"]
        else:
            os.environ["STSVIEWER_HOME"] = before
