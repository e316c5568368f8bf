"""Copying what should not stay: the clipboard is cleared after a minute, and at the end, when it still holds ours."""

from __future__ import annotations

import time

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

CLEARS_AFTER = 60  # seconds

# Clipboard managers leave out what bears these: those of KDE and GNOME (Klipper, GPaste, CopyQ) the first, Windows'
# clipboard history and cloud clipboard the next three, macOS managers the last (nspasteboard.org).
_CONCEALED = (
    ("x-kde-passwordManagerHint", b"secret"),
    ('application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"', b"\x01"),
    ('application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"', b"\x00\x00\x00\x00"),
    ('application/x-qt-windows-mime;value="CanUploadToCloudClipboard"', b"\x00\x00\x00\x00"),
    ("application/x-nspasteboard-concealed-type", b""),
)


class Clipboard(QObject):
    """The one way things get copied. Plain texts stay; what was copied with :meth:`copy_secret` is taken back."""

    changed = Signal()
    """Something secret was put there, a second of its minute has passed, or it is gone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.what = ""
        self._ours: bytes | None = None
        self._until = 0.0
        self._listening = False
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)

    def copy(self, text: str) -> None:
        """Copy what may stay (a refusal's details, an address)."""
        QGuiApplication.clipboard().setText(text)

    def copy_secret(self, text: str, what: str) -> None:
        """Copy ``text`` for a minute. ``what`` names it in the window ("AccessKeyId")."""
        data = QMimeData()
        data.setText(text)
        for kind, value in _CONCEALED:
            data.setData(kind, QByteArray(value))
        self._ours, self.what = _mark(text), what
        self._until = time.monotonic() + CLEARS_AFTER
        if not self._listening:
            self._listening = True
            QGuiApplication.clipboard().dataChanged.connect(self._somebody_copied)
        QGuiApplication.clipboard().setMimeData(data)
        self._second.start()
        self.changed.emit()

    def seconds_left(self) -> int:
        """Seconds until what was copied is taken back; 0 when nothing of ours is there."""
        return max(0, round(self._until - time.monotonic())) if self._ours is not None else 0

    def clear(self) -> None:
        """Take back what was copied, if it is still there."""
        if self._ours is None:
            return
        ours, self._ours = self._ours, None
        self._second.stop()
        from PySide6.QtGui import QClipboard

        clipboard = QGuiApplication.clipboard()
        if _mark(clipboard.text()) == ours:
            clipboard.clear()
        if clipboard.supportsSelection() and _mark(clipboard.text(QClipboard.Mode.Selection)) == ours:
            clipboard.clear(QClipboard.Mode.Selection)
        self.changed.emit()

    def _tick(self) -> None:
        if self.seconds_left() <= 0:
            self.clear()
        else:
            self.changed.emit()

    def _somebody_copied(self) -> None:
        if self._ours is not None and not QGuiApplication.clipboard().ownsClipboard():
            self._ours = None
            self._second.stop()
            self.changed.emit()


def _mark(text: str) -> bytes:
    """Recognises a text without keeping it."""
    import hashlib  # not needed before something is copied; the window is up sooner without it

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
