"""From a key to the dragon: what a person does and sees, on the real window and the real sandbox."""

from __future__ import annotations

import json
import re
import subprocess

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from support.person import Person

STORIES = [
    *("works", "service-role", "no-assume-permission", "no-oss-policy", "one-prefix", "explicit-deny"),
    *("session-policy", "other-region", "disabled-key", "wrong-secret", "no-such-role", "root-key"),
    *("external-id", "short-lived", "million", "slow"),
]


def copied() -> str:
    return QGuiApplication.clipboard().text()


def take_a_token(person: Person, story: str = "works") -> None:
    person.choose("Profiles", story)
    person.click("Get token")
    person.wait(lambda: person.field("Expiration"), "an expiration")


def to_the_dragon(person: Person) -> None:
    take_a_token(person)
    person.open("Buckets", "wla-test2")
    person.choose("Objects", "DragonMedium.png")
    person.wait(lambda: "1280 × 960" in person.says("Properties"), "the dragon's pixel size")


def test_the_window_opens_on_a_list_of_stories(person: Person) -> None:
    person.row("Profiles", "works")
    assert person.rows("Profiles") == STORIES
    assert "stsviewer" in person.window.windowTitle()
    assert person.says("Countdown") == "No token yet"


def test_get_token_pressed_before_the_sandbox_listens_waits_for_it(person: Person) -> None:
    person.click("Get token")
    person.wait(lambda: person.field("AccessKeyId").startswith("STS."), "a token without a second click")
    assert person.field("AssumedRoleArn") == "acs:ram::1532770894211314:role/henshaoread2/henshao"


def test_one_click_shows_every_field_masked_until_revealed(person: Person) -> None:
    take_a_token(person)
    assert re.fullmatch(r"STS\.\w{25}", person.field("AccessKeyId"))
    assert re.fullmatch(r"\d\d:\d\d:\d\d \(\d\d:\d\d:\d\d UTC\)", person.field("Expiration"))
    assert person.field("AssumedRoleId").endswith(":henshao")
    assert re.fullmatch(r"[0-9A-F-]{36}", person.field("RequestId"))
    assert re.fullmatch(r"(60:00|59:\d\d) left", person.says("Countdown"))
    masked = person.field("AccessKeySecret"), person.field("SecurityToken")
    assert set("".join(masked)) == {"\N{BULLET}"}
    assert len({len(text) for text in masked}) == 1

    person.click("Reveal secrets")
    assert len(person.field("AccessKeySecret")) > 30
    assert person.field("SecurityToken").startswith("CAIS")
    person.click("Reveal secrets")
    assert person.field("SecurityToken") == masked[1]


def test_secrets_are_masked_again_when_another_profile_is_looked_at(person: Person) -> None:
    take_a_token(person)
    person.click("Reveal secrets")
    person.choose("Profiles", "slow")
    person.choose("Profiles", "works")
    assert set(person.field("SecurityToken")) == {"\N{BULLET}"}


def test_one_click_renews(person: Person) -> None:
    take_a_token(person)
    first = person.field("AccessKeyId")
    person.click("Renew")
    person.wait(lambda: person.field("AccessKeyId") not in ("", first), "another access key id")


def test_the_dragon_is_seen_with_its_properties(person: Person) -> None:
    to_the_dragon(person)
    said = person.says("Properties")
    for part in ("1,359,891", "FB81A564FAD2CBC5C1A6D26FD0CB3A23", "image/png", "Standard", "matches"):
        assert part in said
    # The colours of the dragon are on the screen: red, green and blue all shine somewhere in the picture.
    shown: QImage = person.find("Preview").grab().toImage()
    pixels = [shown.pixelColor(x, y) for x in range(0, shown.width(), 6) for y in range(0, shown.height(), 6)]
    for colour in ("red", "green", "blue"):
        assert max(getattr(pixel, colour)() for pixel in pixels) > 150
    assert len({pixel.rgb() for pixel in pixels}) > 200


def test_prefixes_are_walked_through_and_back(person: Person) -> None:
    take_a_token(person)
    person.open("Buckets", "wla-test2")
    person.open("Objects", "photos")
    person.wait(lambda: person.field("Path") == "oss://wla-test2/photos/", "the path of photos/")
    person.row("Objects", "2026")
    person.click("Back")
    person.row("Objects", "DragonMedium.png")
    person.click("Forward")
    person.wait(lambda: person.field("Path") == "oss://wla-test2/photos/", "photos/ again")


def test_space_opens_and_closes_the_preview_and_arrows_walk_on(person: Person) -> None:
    to_the_dragon(person)
    objects = person.find("Objects", QAbstractItemView)
    objects.setFocus()
    QTest.keyClick(objects, Qt.Key.Key_Space)
    person.wait(lambda: not person.sees("Preview"), "the preview closed")
    QTest.keyClick(objects, Qt.Key.Key_Space)
    person.wait(lambda: person.sees("Preview"), "the preview open")
    QTest.keyClick(objects, Qt.Key.Key_Down)
    person.wait(lambda: "Dimensions" not in person.says("Properties"), "the next object, which is no picture")
    QTest.keyClick(objects, Qt.Key.Key_Down)
    person.wait(lambda: "image/webp" in person.says("Properties"), "the one after it")


def test_a_field_and_the_whole_token_are_copied(person: Person) -> None:
    take_a_token(person)
    person.click("Copy AccessKeyId")
    assert copied() == person.field("AccessKeyId")
    person.click("Copy SecurityToken")
    assert copied().startswith("CAIS")

    person.choose_from_menu("Copy token as", "JSON")
    answer = json.loads(copied())
    assert answer["Credentials"]["AccessKeyId"] == person.field("AccessKeyId")
    assert answer["AssumedRoleUser"]["Arn"] == person.field("AssumedRoleArn")
    assert set(answer["Credentials"]) == {"AccessKeyId", "AccessKeySecret", "Expiration", "SecurityToken"}

    person.choose_from_menu("Copy token as", "export")
    script = copied() + '\nprintf "%s" "$ALIBABA_CLOUD_SECURITY_TOKEN"'
    told = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout == answer["Credentials"]["SecurityToken"]


def test_a_role_that_sees_one_prefix_starts_there(person: Person) -> None:
    take_a_token(person, "one-prefix")
    person.wait(lambda: person.field("Path") == "oss://wla-test2/photos/", "photos/ without being asked")
    person.wait(lambda: "2026" in person.rows("Objects"), "what is in photos/")


def test_a_refused_token_says_why_in_the_card(person: Person) -> None:
    person.choose("Profiles", "service-role")
    person.click("Get token")
    person.wait(lambda: "refused" in person.says("Status").lower(), "the refusal")
    assert "NoPermission" in person.says("Status")
    person.click("Copy details")
    assert "NoPermission" in copied()
    assert "AssumeRolePolicy" in copied()
    assert re.search(r"[0-9A-F-]{36}", copied())


REFUSED = {
    "service-role": "NoPermission",
    "no-assume-permission": "NoPermission",
    "disabled-key": "InvalidAccessKeyId.Inactive",
    "wrong-secret": "SignatureDoesNotMatch",
    "no-such-role": "EntityNotExist.Role",
    "root-key": "NoPermission",
    "external-id": "NoPermission",
}


@pytest.mark.parametrize("story", REFUSED)
def test_each_story_that_sts_refuses_says_so(person: Person, story: str) -> None:
    person.choose("Profiles", story)
    person.click("Get token")
    person.wait(lambda: REFUSED[story] in person.says("Status"), f"{REFUSED[story]} in the card")
    assert person.field("SecurityToken") == ""
