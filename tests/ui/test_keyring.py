"""The secret's way: into the keyring, or, when there is none that takes it, into memory because the person said so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from support.sandbox import RunningSandbox
from support.secret_service import with_keyring

ROLE = "acs:ram::1532770894211314:role/henshaoread2"

# Runs in a process of its own, whose keyring is missing, locked, denying or silent. No display: a locked keyring would
# open a prompter on it.
SCRIPT = """
import json, os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from PySide6.QtWidgets import QApplication, QPushButton
from support.looks import texts
from support.person import Person
from support.window import opened

secret, key_id, base, role = {values!r}
home = Path(os.environ["HOME"]) / "settings-home"
app = QApplication([])
with opened(home, sandbox=False) as window:
    person = Person(window, patience=25)
    person.click("Add profile")
    for field, text in (
        ("Profile name", "mine"), ("Key id", key_id), ("Key secret", secret), ("Role ARN", role),
        ("Session name", "henshao"), ("Region", "cn-shanghai"),
    ):
        person.type_into(field, text)
    person.click("Endpoints")
    person.type_into("STS endpoint", base)
    person.type_into("OSS endpoint", base)
    person.click("Save profile")
    person.find("Keep for this session only")
    said = texts(window.editor.trouble)
    saved_before = [path.name for path in home.rglob("*.json")]
    if "again" in sys.argv:
        person.click("Try the keyring again")
        person.wait(lambda: not window.editor.trouble.isEnabled(), "the second try")
        person.wait(window.editor.trouble.isEnabled, "its end")
    person.click("Keep for this session only")
    person.row("Profiles", "mine")
    person.click("Get token")
    person.wait(lambda: person.field("AccessKeyId").startswith("STS."), "a token")
    person.row("Buckets", "wla-test2")
    token = person.field("AccessKeyId")
found = [str(path) for path in Path(os.environ["HOME"]).rglob("*")
         if path.is_file() and secret.encode() in path.read_bytes()]
# The next start knows the profile and says that the secret is gone.
with opened(home, sandbox=False) as window:
    person = Person(window, patience=25)
    person.row("Profiles", "mine")
    person.click("Get token")
    person.wait(lambda: person.says("Status").startswith("Refused"), "a refusal")
    later = person.says("Status")
print(json.dumps({{"said": said, "token": token, "found": found, "before": saved_before, "later": later}}))
"""


def run(kind: str, sandbox: RunningSandbox, home: Path) -> Any:
    works = sandbox.profile("works")
    values = (works["access_key_secret"], works["access_key_id"], sandbox.base, ROLE)
    return with_keyring(kind, SCRIPT.format(values=values), home)


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("missing", "This machine has no keyring that is running."),
        ("locked", "The keyring is locked."),
        ("denying", "The keyring refused."),
        ("silent", "The keyring does not answer."),
    ],
)
def test_without_a_keyring_that_takes_it_the_window_says_so_and_works(
    kind: str, sentence: str, sandbox: RunningSandbox, tmp_path: Path
) -> None:
    seen = run(kind, sandbox, tmp_path / "home")
    assert seen["said"][0].startswith(sentence)
    assert "gone when you quit" in seen["said"][1]
    assert seen["before"] == []  # nothing is saved before the person has decided
    assert seen["token"].startswith("STS.")
    assert seen["found"] == []
    assert "keyring" in seen["later"]
