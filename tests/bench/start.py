"""How long until the window can be used, beside a bare QMainWindow of the same PySide6. Prints the ratio.

Each start is a process of its own, timed from before it is spawned until its first frame is painted and its event loop
has come to rest: from then on a click is answered. The two kinds take turns, so that a slow moment of the machine
meets both. The package runs compiled (PYTHONDONTWRITEBYTECODE is unset and each kind is started once beforehand).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 11
TARGET = 1.5

USABLE = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
class Watch(QObject):
    painted = False
    def eventFilter(self, seen, event):
        if event.type() == QEvent.Type.Paint and not self.painted and seen is window:
            self.painted = True
            QTimer.singleShot(0, self.usable)
        return False
    def usable(self):
        moment = time.monotonic()
        assert usable(), "painted, but not usable"
        loaded = [name for name in ("oss2", "aliyunsdkcore", "keyring", "requests") if name in sys.modules]
        print(moment, *loaded, flush=True)
        app.quit()
"""

BARE = (
    USABLE
    + """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv[:1])
window = QMainWindow()
window.setWindowTitle("bare")
window.resize(1440, 900)
usable = window.isVisible
watch = Watch()
window.installEventFilter(watch)
window.show()
app.exec()
"""
)

STSVIEWER = (
    USABLE
    + """
from stsviewer.app import build
app, window = build(sandbox=True)
button = window.card.get_token  # looking for it by name would make a Python class of every Qt class, 20 ms
usable = lambda: window.isVisible() and button.isVisible() and button.isEnabled()
watch = Watch()
window.installEventFilter(watch)
window.show()
app.exec()
"""
)


def start(program: str, home: str) -> tuple[float, list[str]]:
    """Seconds until the program could be used, and what it had imported by then."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    if sys.platform == "linux" and "DISPLAY" not in environment:
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    before = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**environment, "STSVIEWER_HOME": home},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    moment, *loaded = done.stdout.split()
    return float(moment) - before, loaded


def main() -> int:
    """Print the medians and the ratio; 1 when it is over the target."""
    with tempfile.TemporaryDirectory() as home:
        start(BARE, home)
        start(STSVIEWER, home)
        bare: list[float] = []
        ours: list[float] = []
        imported: set[str] = set()
        for _ in range(RUNS):
            bare.append(start(BARE, home)[0])
            seconds, loaded = start(STSVIEWER, home)
            ours.append(seconds)
            imported.update(loaded)
    ratios = [mine / other for mine, other in zip(ours, bare, strict=True)]
    print(f"bare QMainWindow   median {statistics.median(bare):.3f} s  ({min(bare):.3f} to {max(bare):.3f})")
    print(f"stsviewer          median {statistics.median(ours):.3f} s  ({min(ours):.3f} to {max(ours):.3f})")
    spread = f"({min(ratios):.2f} to {max(ratios):.2f})"
    print(f"ratio              median {statistics.median(ratios):.2f}  {spread}, at most {TARGET}")
    print(f"imported by then   {', '.join(sorted(imported)) or 'none of the SDKs, no requests, no keyring'}")
    return int(statistics.median(ratios) > TARGET)


if __name__ == "__main__":
    sys.exit(main())
