"""Real keyrings: the Secret Service of this session, and buses of their own where it is missing, locked, silent or
denying.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

# Here, on the main thread: imported by a worker while a test imports its library, the backend would take that for
# missing, for the rest of the run.
with contextlib.suppress(ImportError):
    import keyring.backends.SecretService
    import secretstorage


@pytest.fixture
def secret_service() -> None:
    """The test needs an unlocked Secret Service on this session's bus: `make test` starts one, and then it must be
    there.
    """
    try:
        connection = secretstorage.dbus_init()
        locked = secretstorage.get_default_collection(connection).is_locked()
        connection.close()
        missing = "the keyring is locked" if locked else ""
    except Exception as error:
        missing = f"no Secret Service: {error}"
    if missing:
        required(missing)
    # keyring decides once a process: an earlier test may have run where there was none.
    keyring.set_keyring(keyring.backends.SecretService.Keyring())


def required(missing: str) -> None:
    """Fail, when the run promised a keyring, else skip."""
    if os.environ.get("STSVIEWER_TEST_KEYRING") == "1":
        pytest.fail(missing)
    pytest.skip(missing)


# A Secret Service that takes calls and never answers, or answers each with an error.
ODD_SERVICE = """
import sys
from jeepney import DBusAddress, MessageType, new_error, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
connection = open_dbus_connection()
connection.send_and_get_reply(message_bus.RequestName("org.freedesktop.secrets"))
print("ready", flush=True)
while True:
    message = connection.receive()
    if message.header.message_type is MessageType.method_call and sys.argv[1] != "silent":
        connection.send(new_error(message, sys.argv[1], "s", ("no",)))
"""

# A session bus that starts no service when somebody asks for one.
QUIET_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""

KINDS = {
    # no bus at all
    "missing": 'exec "$@"',
    # a bus that starts nothing by itself
    "late": 'exec "$@"',
    # a keyring that nobody unlocked, and no display to ask on
    "locked": 'gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1; exec "$@"',
    "silent": 'coproc "$PYTHON" -c "$ODD_SERVICE" silent; read -ru ${COPROC[0]}; exec "$@"',
    "denying": 'coproc "$PYTHON" -c "$ODD_SERVICE" org.freedesktop.DBus.Error.AccessDenied; '
    'read -ru ${COPROC[0]}; exec "$@"',
}


def with_keyring(kind: str, script: str, home: Path) -> Any:
    """Run ``script`` in a process whose keyring is of this ``kind``, and return what it printed as JSON."""
    if kind != "missing" and not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")):
        required("no dbus-run-session or no gnome-keyring-daemon")
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "GNOME_KEYRING_CONTROL")
        and not name.startswith("XDG_")
    }
    runtime = home / "run"
    runtime.mkdir(mode=0o700, parents=True)
    environment |= {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "PYTHON": sys.executable,
        "ODD_SERVICE": ODD_SERVICE,
        "PYTHONPATH": str(Path(__file__).parents[1]),
    }
    quiet_bus = home / "bus.conf"
    quiet_bus.write_text(QUIET_BUS)
    bus = {
        "missing": [],
        "late": ["dbus-run-session", f"--config-file={quiet_bus}", "--"],
    }.get(kind, ["dbus-run-session", "--"])
    ran = subprocess.run(
        [*bus, "bash", "-c", KINDS[kind], "bash", sys.executable, "-c", script],
        capture_output=True,
        text=True,
        env=environment,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)
