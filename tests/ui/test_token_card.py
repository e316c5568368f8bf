"""The token card: what it says and offers in each state of a token's life."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from support.looks import texts
from support.person import Person
from support.sandbox import shipped_account
from support.window import opened

from stsviewer.ui.countdown import clock
from stsviewer.ui.parts.button import PLAIN, PRIMARY
from stsviewer.ui.tokens import Size

FIELDS = (
    "AccessKeyId",
    "AccessKeySecret",
    "SecurityToken",
    "Expiration",
    "AssumedRoleArn",
    "AssumedRoleId",
    "RequestId",
)


def primaries(person: Person) -> list[str]:
    """The names of the card's primary buttons in sight."""
    buttons = person.window.card.findChildren(QPushButton)
    return [b.accessibleName() for b in buttons if b.isVisible() and b.isEnabled() and b.kind == PRIMARY]


def take(person: Person, story: str) -> None:
    person.choose("Profiles", story)
    person.click("Get token")
    person.wait(lambda: person.says("Countdown") not in ("No token yet", "Renewing"), "an answer")


@pytest.mark.parametrize(
    ("seconds", "digits"),
    [
        (3600, "60:00"),
        (3521, "58:41"),
        (272.2, "4:33"),
        (48, "0:48"),
        (0.3, "0:01"),
        (0, "0:00"),
        (43199, "11:59:59"),
        (3661, "1:01:01"),
    ],
)
def test_time_is_told_in_minutes_and_rounded_up(seconds: float, digits: str) -> None:
    assert clock(seconds) == digits


def test_without_a_token_the_fields_exist_and_are_empty(person: Person) -> None:
    person.row("Profiles", "works")
    assert [person.field(name) for name in FIELDS] == [""] * 7
    assert person.says("Status") == "No token yet"
    assert primaries(person) == ["Get token"]
    assert not person.sees("Reveal secrets")
    assert not person.sees("Copy AccessKeyId")


def test_a_living_token(person: Person) -> None:
    take(person, "works")
    assert person.says("Status") == "Live"
    assert primaries(person) == ["Copy token as"]
    assert {"henshaoread2", "@ 1532770894211314"} <= set(texts(person.window))
    assert person.find("Renew", QPushButton).kind == PLAIN
    assert not person.sees("Get token")


def test_the_opened_card_shows_the_role_and_the_request(person: Person) -> None:
    take(person, "works")
    closed = person.window.card.height()
    assert person.field("AssumedRoleArn") == "acs:ram::1532770894211314:role/henshaoread2/henshao"
    assert not person.sees("AssumedRoleArn")
    person.click("More of the token")
    person.wait(lambda: person.window.card.height() == closed + Size.CARD_OPEN - Size.CARD, "the card grown")
    for name in ("AssumedRoleArn", "AssumedRoleId", "RequestId"):
        assert person.sees(name)
        assert person.sees(f"Copy {name}")
    person.click("More of the token")
    person.wait(lambda: person.window.card.height() == closed, "the card as before")


def test_a_refusal_stands_where_the_fields_would_be(person: Person) -> None:
    take(person, "no-such-role")
    assert person.says("Status").startswith("Refused: There is no role of this name")
    assert person.says("Countdown") == "no token"
    assert not person.sees("AccessKeyId")
    assert primaries(person) == []
    said = " ".join(texts(person.window.card))
    assert "EntityNotExist.Role 404" in said

    person.click("Copy details")
    details = QApplication.clipboard().text()
    assert "Code: EntityNotExist.Role" in details
    assert re.search(r"RequestId: [0-9A-F-]{36}", details)
    assert "Signature" not in details

    before = person.window.current.failure.request_id
    assert person.find("Get token", QPushButton).text() == "Try again"
    person.click("Get token")
    person.wait(lambda: person.window.current.failure.request_id != before, "another answer")


def test_the_refusal_stays_with_its_profile(person: Person) -> None:
    take(person, "wrong-secret")
    take(person, "works")
    assert person.says("Status") == "Live"
    person.choose("Profiles", "wrong-secret")
    assert person.says("Status").startswith("Refused")
    person.choose("Profiles", "works")
    assert person.says("Status") == "Live"
    assert person.field("AccessKeyId").startswith("STS.")


def test_narrow_keeps_the_buttons_and_folds_the_rail(person: Person) -> None:
    take(person, "works")
    person.window.resize(Size.WINDOW_MIN_WIDTH, Size.WINDOW_MIN_HEIGHT)
    person.wait(lambda: person.window.rail.width() == Size.RAIL_NARROW, "the folded rail")
    assert len(person.field("AccessKeyId")) == 29
    assert len(person.field("AccessKeySecret")) == 8
    for name in ("Renew", "Copy token as", "Reveal secrets", "Copy Expiration"):
        assert person.sees(name)
    person.window.resize(Size.NARROW, Size.WINDOW_MIN_HEIGHT)
    person.wait(lambda: person.window.rail.width() == Size.RAIL, "the rail unfolded")


def test_a_profile_without_a_role_says_that_its_own_key_signs(qapp, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAItheirOwn")
    monkeypatch.setenv("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "of no use")
    monkeypatch.setenv("OSS_ENDPOINT", "http://127.0.0.1:9")
    with opened(tmp_path / "home", sandbox=False) as window:
        person = Person(window)
        person.row("Profiles", "env")
        person.wait(lambda: person.says("Status") == "No role", "a card without a role")
        assert "LTAItheirOwn" in texts(window.card)
        for button in ("Get token", "Renew", "Copy token as"):
            assert not person.sees(button)


LIFE = 4  # seconds


@pytest.fixture
def short_lived(qapp, tmp_path: Path) -> Iterator[Person]:
    """Somebody whose token of the story `short-lived` lives a few seconds only."""
    account = tmp_path / "account.toml"
    account.write_text(shipped_account().replace("token_lifetime = 60", f"token_lifetime = {LIFE}"), "utf-8")
    with opened(tmp_path / "home", account=account) as window:
        yield Person(window)


def test_the_end_of_a_token_is_told_and_renewed_from_the_card(short_lived: Person) -> None:
    person = short_lived
    take(person, "short-lived")
    assert re.fullmatch(r"0:0\d seconds", person.says("Countdown"))
    assert person.says("Status") == "Last minute"
    assert primaries(person) == ["Renew"]
    first = person.field("AccessKeyId")

    person.wait(lambda: person.says("Countdown") == "Expired", "the end")
    assert person.says("Status") == "Expired just now"
    assert person.field("AccessKeyId") == first
    assert not person.sees("Copy AccessKeyId")
    assert not person.find("Copy token as", QPushButton).isEnabled()
    assert primaries(person) == ["Renew"]

    person.click("Renew")
    person.wait(lambda: person.field("AccessKeyId") not in ("", first), "another token")
    assert person.says("Status") == "Last minute"


def test_the_countdown_repaints_its_own_square_only(person: Person) -> None:
    take(person, "works")
    card, ring = person.window.card, person.window.card.ring
    a_second_passes(person)  # what came with the token is painted by then
    painted = Paints(card)
    a_second_passes(person)
    person.wait(lambda: painted.places, "the card painted under the ring")
    assert all(ring.geometry().contains(place) for place in painted.places)


def a_second_passes(person: Person) -> None:
    said = person.says("Countdown")
    person.wait(lambda: person.says("Countdown") != said, "a second to pass")


class Paints(QObject):
    """Notes where a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.places: list[QRect] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.places.append(event.rect())
        return False
