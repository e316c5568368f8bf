"""Adding, changing and removing a profile: what is checked, what is kept, and what becomes of the secret."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QPlainTextEdit
from support.looks import texts
from support.person import Person
from support.sandbox import RunningSandbox
from support.secret_service import secret_service  # noqa: F401 - a fixture

ROLE = "acs:ram::1532770894211314:role/henshaoread2"


@pytest.fixture
def person(without_profiles: Person) -> Person:
    return without_profiles


@pytest.fixture
def kept(secret_service, sandbox: RunningSandbox) -> Iterator[tuple[str, str]]:  # noqa: F811
    """The key of the story `works`, and a keyring that is clean of it afterwards."""
    works = sandbox.profile("works")
    yield works["access_key_id"], works["access_key_secret"]
    if keyring.get_password("stsviewer", works["access_key_id"]) is not None:
        keyring.delete_password("stsviewer", works["access_key_id"])


def fill_in(person: Person, sandbox: RunningSandbox, key: tuple[str, str], name: str = "mine") -> None:
    person.click("Add profile")
    for field, text in (
        ("Profile name", name),
        ("Key id", key[0]),
        ("Key secret", key[1]),
        ("Role ARN", ROLE),
        ("Session name", "henshao"),
        ("Region", "cn-shanghai"),
    ):
        person.type_into(field, text)
    person.click("Endpoints")
    person.type_into("STS endpoint", sandbox.base)
    person.type_into("OSS endpoint", sandbox.base)


def save(person: Person, name: str = "mine") -> None:
    person.click("Save profile")
    person.row("Profiles", name)
    person.wait(lambda: not person.sees("Save profile"), "the editor closed")


def saved(tmp_path: Path) -> list[dict]:
    return json.loads((tmp_path / "home" / "settings" / "profiles.json").read_text("utf-8"))["profiles"]


def edit(person: Person, name: str) -> None:
    """Press the pencil of a row."""
    view = person.find("Profiles", QAbstractItemView)
    spot = view.visualRect(person.row("Profiles", name))
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(view.viewport().width() - 20, spot.center().y())
    )
    person.find("Save profile")


def test_nothing_is_told_before_something_is_typed(person: Person) -> None:
    person.click("Add profile")
    assert [entry.problem() for entry in person.window.editor.form.entries.values()] == [""] * 12


def test_saving_too_early_tells_what_is_missing_and_goes_there(person: Person) -> None:
    person.click("Add profile")
    person.type_into("Profile name", "mine")
    person.click("Save profile")
    entries = person.window.editor.form.entries
    assert [field for field, entry in entries.items() if entry.problem()] == ["access_key_id", "secret"]
    assert person.window.focusWidget() is person.window.editor.form.inputs["access_key_id"]


@pytest.mark.parametrize(
    ("policy", "told"),
    [
        ('{"Version": "1"', "Line 1"),
        ('{"Version": "2", "Statement": []}', "“Version” must be"),
        (
            '{"Version": "1", "Statement": [{"Effect": "allow", "Action": "oss:*", "Resource": "*"}]}',
            "“Effect” must be",
        ),
        ('{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "oss:Get*", "Resource": "*"}]}', ""),
    ],
)
def test_the_session_policy_is_checked_while_typing(person: Person, policy: str, told: str) -> None:
    person.click("Add profile")
    field = person.find("Session policy", QPlainTextEdit)
    field.setPlainText(policy)
    entry = person.window.editor.form.entries["policy"]
    assert told in entry.problem()
    assert bool(entry.problem()) == bool(told)
    assert field.accessibleDescription() == entry.problem()


def test_a_name_is_given_once(person: Person, sandbox: RunningSandbox, kept: tuple[str, str]) -> None:
    fill_in(person, sandbox, kept)
    save(person)
    person.click("Add profile")
    person.type_into("Profile name", "mine")
    assert person.window.editor.form.entries["name"].problem() == "Another profile has this name."


def test_editing_keeps_the_secret_and_everything_that_has_no_field(
    person: Person, sandbox: RunningSandbox, kept: tuple[str, str], tmp_path: Path
) -> None:
    fill_in(person, sandbox, kept)
    save(person)
    person.click("Get token")
    person.wait(lambda: person.field("AccessKeyId").startswith("STS."), "a token")

    edit(person, "mine")
    assert person.field("Key secret") == ""
    person.type_into("Profile name", "renamed")
    person.type_into("Duration", "900")
    save(person, "renamed")
    assert person.rows("Profiles") == ["renamed"]
    assert [(each["name"], each["duration_seconds"]) for each in saved(tmp_path)] == [("renamed", 900)]
    assert keyring.get_password("stsviewer", kept[0]) == kept[1]

    assert person.says("Countdown") == "No token yet"  # the old token was for another duration
    person.click("Get token")
    person.wait(lambda: person.field("AccessKeyId").startswith("STS."), "a token with the kept secret")
    assert person.says("Countdown").startswith(("15:00", "14:5"))


def test_removing_asks_once_more_and_takes_the_secret_along(
    person: Person, sandbox: RunningSandbox, kept: tuple[str, str], tmp_path: Path
) -> None:
    fill_in(person, sandbox, kept)
    save(person)
    edit(person, "mine")
    person.click("Remove profile")
    assert keyring.get_password("stsviewer", kept[0]) == kept[1]
    person.click("Really remove profile")
    person.wait(lambda: "From a key to a token in a minute" in texts(person.window), "the first run")
    assert saved(tmp_path) == []
    assert keyring.get_password("stsviewer", kept[0]) is None


def test_a_secret_that_another_profile_needs_stays(
    person: Person, sandbox: RunningSandbox, kept: tuple[str, str]
) -> None:
    fill_in(person, sandbox, kept)
    save(person)
    fill_in(person, sandbox, kept, "second")
    save(person, "second")
    edit(person, "second")
    person.click("Remove profile")
    person.click("Really remove profile")
    person.wait(lambda: person.rows("Profiles") == ["mine"], "one profile")
    assert keyring.get_password("stsviewer", kept[0]) == kept[1]


def test_the_typed_secret_is_gone_after_saving(person: Person, sandbox: RunningSandbox, kept: tuple[str, str]) -> None:
    fill_in(person, sandbox, kept)
    assert person.window.editor.form.secret.echoMode() == person.window.editor.form.secret.EchoMode.Password
    save(person)
    assert person.window.editor.form.secret.text() == ""


def test_the_sandbox_is_opened_from_the_first_run(person: Person) -> None:
    person.click("Open the sandbox")
    person.wait(lambda: person.sees("Profiles") and len(person.rows("Profiles")) == 16, "the stories")
    person.click("Get token")
    person.row("Buckets", "wla-test2")
    assert person.window.rail.sandbox.accessibleDescription().startswith("Sandbox on port ")
