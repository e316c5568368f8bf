"""The vault on a real Secret Service, and on machines where there is none that helps."""

from __future__ import annotations

import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.secret_service import with_keyring

from stsviewer.keys import Vault
from stsviewer.secret import Secret


@pytest.fixture
def key_id(secret_service: None) -> Iterator[str]:
    """An access key id that nobody uses; what is kept under it is removed."""
    name = f"LTAI5tTest{uuid.uuid4().hex[:12]}"
    yield name
    Vault().delete(name)


def test_a_secret_is_kept_and_found_again(key_id: str) -> None:
    vault = Vault()
    assert vault.get(key_id) is None
    vault.set(key_id, Secret("first"))
    assert Vault().get(key_id) == Secret("first")
    vault.set(key_id, Secret("second 密钥"))
    assert Vault().get(key_id) == Secret("second 密钥")
    vault.delete(key_id)
    assert Vault().get(key_id) is None
    vault.delete(key_id)


def test_another_program_finds_it_under_our_name(key_id: str) -> None:
    Vault().set(key_id, Secret("from the vault"))
    script = f"import keyring; print(keyring.get_password('stsviewer', {key_id!r}))"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=30)
    assert ran.stdout == "from the vault\n"


def test_a_secret_for_the_session_is_only_in_this_vault(key_id: str) -> None:
    vault = Vault()
    vault.keep_for_session(key_id, Secret("for now"))
    assert vault.get(key_id) == Secret("for now")
    assert Vault().get(key_id) is None
    vault.set(key_id, Secret("for good"))
    assert vault.get(key_id) == Secret("for good")


def test_forgetting_forgets_what_was_kept_for_the_session(key_id: str) -> None:
    vault = Vault()
    vault.keep_for_session(key_id, Secret("for now"))
    vault.delete(key_id)
    assert vault.get(key_id) is None


SCRIPT = """
import json, time
from stsviewer.failure import Failed
from stsviewer.keys import Vault
from stsviewer.secret import Secret

vault, told, began = Vault(deadline={deadline}), [], time.monotonic()
for name, work in (
    ("set", lambda: vault.set("LTAI5t", Secret("s3cret"))),
    ("get", lambda: vault.get("LTAI5t")),
    ("delete", lambda: vault.delete("LTAI5t")),
):
    try:
        work()
        told.append([name, "", "", "", ""])
    except Failed as failed:
        failure = failed.failure
        told.append([name, failure.code, failure.kind.value, failure.sentence.english(), repr(failure)])
vault.keep_for_session("LTAI5t", Secret("s3cret"))
kept = vault.get("LTAI5t").reveal()
print(json.dumps({{"told": told, "kept": kept, "seconds": time.monotonic() - began}}))
"""


@pytest.mark.parametrize(
    ("kind", "code", "said"),
    [
        ("missing", "Keyring.None", "no keyring"),
        ("locked", "Keyring.Locked", "locked"),
        ("silent", "Keyring.Silent", "does not answer"),
        ("denying", "Keyring.Denied", "refused"),
    ],
)
def test_a_keyring_that_does_not_help(kind: str, code: str, said: str, tmp_path: Path) -> None:
    told = with_keyring(kind, SCRIPT.format(deadline=1.5), tmp_path / "home")
    for _, its_code, its_kind, sentence, printed in told["told"]:
        assert (its_code, its_kind) == (code, "local"), sentence
        assert said in sentence
        assert "until the program ends" in sentence
        assert "s3cret" not in printed
    assert told["kept"] == "s3cret"
    assert told["seconds"] < 15


@pytest.mark.parametrize("backend", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring"])
def test_backends_that_keep_nothing_are_no_keyring(
    backend: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", backend)
    told = with_keyring("missing", SCRIPT.format(deadline=5), tmp_path / "home")
    assert {each[1] for each in told["told"]} == {"Keyring.None"}


def test_a_backend_that_writes_readable_files_is_no_keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Of the name of the one that is widely installed, which is not a dependency here.
    package = tmp_path / "installed" / "keyrings" / "alt"
    package.mkdir(parents=True)
    (package / "file.py").write_text(
        "import os\n"
        "from keyring.backend import KeyringBackend\n"
        "class PlaintextKeyring(KeyringBackend):\n"
        "    priority = 0.5\n"
        "    def get_password(self, service, name): return None\n"
        "    def set_password(self, service, name, word): open(os.environ['HOME'] + '/plain', 'w').write(word)\n"
        "    def delete_password(self, service, name): pass\n"
    )
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyrings.alt.file.PlaintextKeyring")
    script = f"import sys; sys.path.insert(0, {str(tmp_path / 'installed')!r})\n" + SCRIPT.format(deadline=5)
    told = with_keyring("missing", script, tmp_path / "home")
    assert {each[1] for each in told["told"]} == {"Keyring.None"}
    assert not (tmp_path / "home" / "plain").exists()


def test_a_keyring_that_is_started_later_is_found(tmp_path: Path) -> None:
    script = """
import json, subprocess, time
from stsviewer.failure import Failed
from stsviewer.keys import Vault
from stsviewer.secret import Secret
vault = Vault(deadline=10)
try:
    vault.get("LTAI5t")
except Failed as failed:
    before = failed.failure.code
daemon = ["gnome-keyring-daemon", "--unlock", "--components=secrets"]
started = subprocess.run(daemon, input=b"pw", stdout=subprocess.PIPE).stdout.decode()
deadline = time.monotonic() + 10
while time.monotonic() < deadline:
    try:
        vault.set("LTAI5t", Secret("s3cret"))
        break
    except Failed:
        time.sleep(0.1)  # until it has its name on the bus
print(json.dumps([before, vault.get("LTAI5t").reveal()]))
"""
    assert with_keyring("late", script, tmp_path / "home") == ["Keyring.None", "s3cret"]


def test_a_keyring_that_hangs_does_not_hold_up_the_end_of_the_program(tmp_path: Path) -> None:
    script = """
import json
from stsviewer.failure import Failed
from stsviewer.keys import Vault
try:
    Vault(deadline=0.3).get("LTAI5t")
except Failed as failed:
    print(json.dumps(failed.failure.code))
"""
    import time

    began = time.monotonic()
    assert with_keyring("silent", script, tmp_path / "home") == "Keyring.Silent"
    assert time.monotonic() - began < 10
