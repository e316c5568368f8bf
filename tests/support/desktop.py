"""A desktop of one's own for each further worker of a parallel run: screen, session bus, keyring, home.

The first worker has the ones that ``make test`` started. Two workers on one screen would share the clipboard, the focus
and the keyring, and find each other's things there.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import tempfile
from pathlib import Path


def own_desktop() -> None:
    """Start Xvfb, a session bus and an unlocked gnome-keyring, and move this process to them; all end with it.

    Does nothing where the run itself has no screen (offscreen) or the programs are missing.
    """
    if "DISPLAY" not in os.environ or not shutil.which("Xvfb"):
        return
    home = Path(tempfile.mkdtemp(prefix="stsviewer-worker-"))
    runtime = home / "run"
    runtime.mkdir(mode=0o700)
    screen, display = _screen()
    os.environ.update(
        DISPLAY=display,
        HOME=str(home),
        XDG_RUNTIME_DIR=str(runtime),
        XDG_CONFIG_HOME=str(home / ".config"),
        XDG_DATA_HOME=str(home / ".local/share"),
        XDG_CACHE_HOME=str(home / ".cache"),
    )
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert bus.stdout is not None
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
    keyring = subprocess.Popen(
        ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    assert keyring.stdin is not None
    keyring.stdin.write(b"test")
    keyring.stdin.close()
    subprocess.run(["dbus-send", "--session", "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.Peer.Ping"])

    def end() -> None:
        for process in (keyring, bus, screen):
            process.terminate()
            process.wait(10)
        shutil.rmtree(home, ignore_errors=True)

    atexit.register(end)


def _screen() -> tuple[subprocess.Popen[bytes], str]:
    hear, tell = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(tell), "-screen", "0", "1920x1200x24", "-dpi", "96", "-nolisten", "tcp"],
        pass_fds=[tell],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(tell)
    with os.fdopen(hear) as told:
        number = told.readline().strip()
    return screen, f":{number}"
