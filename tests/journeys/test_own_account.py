"""With an account of one's own: a profile made by hand, its secret in a real keyring, the same window."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from PySide6.QtWidgets import QLineEdit
from support.person import Person
from support.sandbox import RunningSandbox
from support.secret_service import secret_service  # noqa: F401 - a fixture
from support.window import opened

pytestmark = pytest.mark.usefixtures("secret_service")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def person(qapp, home: Path) -> Iterator[Person]:
    """Somebody at the window without any profile and without a sandbox."""
    with opened(home, sandbox=False) as window:
        yield Person(window)


@pytest.fixture
def key(sandbox: RunningSandbox) -> Iterator[tuple[str, str]]:
    """The access key of the story `works`; whatever is kept of it is taken out of the keyring afterwards."""
    works = sandbox.profile("works")
    yield works["access_key_id"], works["access_key_secret"]
    if keyring.get_password("stsviewer", works["access_key_id"]) is not None:
        keyring.delete_password("stsviewer", works["access_key_id"])


def fill_in(person: Person, sandbox: RunningSandbox, key: tuple[str, str]) -> None:
    person.type_into("Profile name", "mine")
    person.type_into("Key id", key[0])
    person.type_into("Key secret", key[1])
    person.type_into("Role ARN", "acs:ram::1532770894211314:role/henshaoread2")
    person.type_into("Session name", "henshao")
    person.type_into("Region", "cn-shanghai")
    person.type_into("Duration", "900")
    if not person.sees("STS endpoint"):
        person.click("Endpoints")
    for service in ("sts", "oss", "ram"):
        person.type_into(f"{service.upper()} endpoint", sandbox.announcement[f"{service}_endpoint"])


def test_a_profile_made_by_hand_works_like_the_cloud(
    person: Person, home: Path, sandbox: RunningSandbox, key: tuple[str, str]
) -> None:
    person.click("Add profile")
    fill_in(person, sandbox, key)
    person.click("Save profile")
    person.wait(lambda: "mine" in person.rows("Profiles"), "the profile in the list")
    person.click("Get token")
    person.wait(lambda: person.field("AccessKeyId").startswith("STS."), "a token")
    assert person.says("Countdown").startswith(("14:", "15:00"))
    person.open("Buckets", "wla-test2")
    person.row("Objects", "DragonMedium.png")

    # The secret is in the keyring and nowhere in the settings.
    assert keyring.get_password("stsviewer", key[0]) == key[1]
    files = [path for path in home.rglob("*") if path.is_file()]
    assert any(b"henshaoread2" in path.read_bytes() for path in files)
    assert not [path for path in files if key[1].encode() in path.read_bytes()]


def test_the_next_start_finds_the_profile_and_its_secret(
    qapp, home: Path, sandbox: RunningSandbox, key: tuple[str, str]
) -> None:
    with opened(home, sandbox=False) as window:
        person = Person(window)
        person.click("Add profile")
        fill_in(person, sandbox, key)
        person.click("Save profile")
        person.wait(lambda: "mine" in person.rows("Profiles"), "the profile in the list")
    with opened(home, sandbox=False) as window:
        person = Person(window)
        person.row("Profiles", "mine")
        person.click("Get token")
        person.wait(lambda: person.field("AccessKeyId").startswith("STS."), "a token from the kept secret")


@pytest.mark.parametrize(
    ("field", "wrong", "right", "told"),
    [
        ("Role ARN", "arn:aws:iam::1532770894211314:role/x", "acs:ram::1532770894211314:role/x", "acs:ram::"),
        ("Role ARN", "acs:ram::1532770894211314:user/x", "acs:ram::1532770894211314:role/x", "role"),
        ("Session name", "h", "henshao", "2"),
        ("Session name", "hen shao", "hen-shao", "session name"),
        ("Duration", "600", "900", "900"),
        ("Duration", "50000", "43200", "43200"),
    ],
)
def test_a_wrong_entry_is_told_while_typing(person: Person, field: str, wrong: str, right: str, told: str) -> None:
    person.click("Add profile")
    person.type_into(field, wrong)
    entry = person.find(field, QLineEdit)
    person.wait(lambda: told.lower() in entry.accessibleDescription().lower().replace(",", ""), f"a word on {wrong!r}")
    person.type_into(field, right)
    person.wait(lambda: not entry.accessibleDescription(), "no word any more")


def test_the_first_run_leads_from_a_key_to_a_token(
    person: Person, home: Path, sandbox: RunningSandbox, key: tuple[str, str]
) -> None:
    person.type_into("AccessKey ID", key[0])
    person.type_into("AccessKey Secret", key[1])
    person.click("Continue")
    person.type_into("ARN of the role", "acs:ram::1532770894211314:role/henshaoread2")
    person.click("More settings")
    if not person.sees("STS endpoint"):
        person.click("Endpoints")
    person.type_into("STS endpoint", sandbox.announcement["sts_endpoint"])
    person.type_into("OSS endpoint", sandbox.announcement["oss_endpoint"])
    person.click("Save profile")
    person.click("Get token")
    person.wait(lambda: person.field("AccessKeyId").startswith("STS."), "a token")
    saved = [json.loads(path.read_text("utf-8")) for path in home.rglob("*.json")]
    assert saved
    assert key[1] not in json.dumps(saved)
