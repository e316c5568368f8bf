"""A token that ends while one looks: *Expired* in place, **Renew**, and on where one was."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.person import Person
from support.sandbox import shipped_account
from support.window import opened

LIFE = 8  # seconds: long enough to get somewhere, short enough to wait for


@pytest.fixture
def person(qapp, tmp_path: Path) -> Iterator[Person]:
    """Somebody at the shipped account, whose story `short-lived` lives shorter still."""
    account = tmp_path / "account.toml"
    text = shipped_account()
    assert "token_lifetime = 60" in text
    account.write_text(text.replace("token_lifetime = 60", f"token_lifetime = {LIFE}"), "utf-8")
    with opened(tmp_path / "home", account=account) as window:
        yield Person(window, patience=LIFE + 15)


def expire(person: Person) -> None:
    person.choose("Profiles", "short-lived")
    person.click("Get token")
    person.wait(lambda: person.field("Expiration"), "an expiration")


def test_listing_goes_on_where_it_was(person: Person) -> None:
    expire(person)
    person.wait(lambda: person.field("Path").startswith("oss://"), "a place")
    if person.field("Path") == "oss://":
        person.open("Buckets", "wla-test2")
    person.row("Objects", "photos")
    person.wait(lambda: "Expired" in person.says("Countdown"), "the countdown at its end")
    assert "Expired" in person.says("Status")

    person.open("Objects", "photos")
    person.wait(lambda: person.sees("Renew and go on"), "Renew in the list's place")
    assert not [row for row in person.rows_in_sight("Objects") if row == "2026"]

    person.click("Renew and go on")
    person.row("Objects", "2026")
    assert person.field("Path") == "oss://wla-test2/photos/"
    assert "left" in person.says("Countdown") or "seconds" in person.says("Countdown")


def test_preview_goes_on_where_it_was(person: Person) -> None:
    expire(person)
    if person.field("Path") == "oss://":
        person.open("Buckets", "wla-test2")
    person.row("Objects", "DragonMedium.png")
    person.wait(lambda: "Expired" in person.says("Countdown"), "the countdown at its end")

    person.choose("Objects", "DragonMedium.png")
    person.click_first("Renew and go on", within="Preview")
    person.wait(lambda: "1280 × 960" in person.says("Properties"), "the dragon after all")
