"""What is imported when: the window stands before the SDKs, and they come by themselves afterwards."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

SDKS = ("oss2", "aliyunsdkcore", "requests", "keyring", "stsviewer.sandbox_process")

SCRIPT = f"""
import json, sys
from stsviewer import app
application, window = app.build()
built = [name for name in {SDKS!r} if name in sys.modules]
window.show()
from PySide6.QtTest import QTest
QTest.qWaitForWindowExposed(window)
deadline = 500
while deadline and "oss2" not in sys.modules:
    QTest.qWait(20)
    deadline -= 1
print(json.dumps([built, "oss2" in sys.modules, window.isVisible()]))
window.close()
"""


def test_the_sdks_are_imported_after_the_window_is_up(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "STSVIEWER_HOME": str(tmp_path)}
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    ran = subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0, ran.stderr
    built, afterwards, visible = json.loads(ran.stdout)
    assert built == []
    assert afterwards
    assert visible
