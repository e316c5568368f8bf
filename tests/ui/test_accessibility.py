"""What assistive tools and outside tests find: the agreed names, once each, and no control without one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from support.person import Person

TOKEN_FIELDS = [
    *("AccessKeyId", "AccessKeySecret", "SecurityToken", "Expiration"),
    *("AssumedRoleArn", "AssumedRoleId", "RequestId"),
]
EDITOR_FIELDS = [
    *("Profile name", "Key id", "Key secret", "Role ARN", "Session name", "Region", "Duration", "External id"),
    *("Session policy", "STS endpoint", "OSS endpoint", "RAM endpoint"),
]
BUTTONS = ["Get token", "Renew", "Reveal secrets", "Copy token as", "Add profile", "Save profile", "Download"]
OTHERS = ["Profiles", "Countdown", "Status", "Browse", "Path", "Buckets", "Objects", "Filter", "Preview", "Properties"]

Role = QAccessible.Role
CONTROLS = {
    *(Role.Button, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.List, Role.Tree),
    *(Role.Table, Role.PageTab, Role.PageTabList, Role.MenuItem, Role.PopupMenu, Role.ScrollBar, Role.Slider),
    *(Role.ButtonMenu, Role.ButtonDropDown, Role.SpinBox, Role.ProgressBar, Role.Link, Role.ToolBar),
}


def everything(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """The accessible elements at and below ``interface``."""
    if interface is None or not interface.isValid():
        return
    yield interface
    for number in range(min(interface.childCount(), 500)):
        yield from everything(interface.child(number))


def name(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name)


@pytest.fixture
def elements(person: Person) -> Iterator[list[QAccessibleInterface]]:
    """Everything in the window with all its pages made, a token there and a bucket open."""
    person.row("Profiles", "works")
    person.click("Get token")
    person.wait(lambda: person.field("Expiration"), "an expiration")
    person.window.first_run.begin()
    person.click("Add profile")
    person.find("Save profile")
    person.click("Cancel")
    person.open("Buckets", "wla-test2")
    person.row("Objects", "DragonMedium.png")
    found = list(everything(QAccessible.queryAccessibleInterface(person.window)))
    yield found
    found.clear()  # they must not outlive the window


def test_every_control_has_a_name(elements: list[QAccessibleInterface]) -> None:
    nameless = [
        (
            element.role().name,
            type(element.object()).__name__,
            element.object().objectName() if element.object() else "",
        )
        for element in elements
        if element.role() in CONTROLS and not name(element)
    ]
    assert nameless == []


def test_the_agreed_names_are_there(elements: list[QAccessibleInterface]) -> None:
    there = {name(element) for element in elements}
    copies = [f"Copy {field}" for field in TOKEN_FIELDS]
    assert [wanted for wanted in TOKEN_FIELDS + EDITOR_FIELDS + BUTTONS + OTHERS + copies if wanted not in there] == []


def test_no_second_element_bears_a_fields_name(elements: list[QAccessibleInterface]) -> None:
    times = Counter(name(element) for element in elements)
    fields = [*TOKEN_FIELDS, *EDITOR_FIELDS, "Path", "Filter"]
    assert {field: times[field] for field in fields if times[field] != 1} == {}


def test_fields_are_read_through_their_text(elements: list[QAccessibleInterface]) -> None:
    for field in TOKEN_FIELDS:
        element = next(each for each in elements if name(each) == field)
        assert element.role() == Role.EditableText
        assert element.state().readOnly
        text = element.textInterface()
        assert text.characterCount() > 0
        if field in ("AccessKeySecret", "SecurityToken"):
            assert set(text.text(0, text.characterCount())) == {"\N{BULLET}"}


def test_buttons_are_pressed(person: Person, elements: list[QAccessibleInterface]) -> None:
    for wanted in ("Reveal secrets", "Renew", "Copy token as", "Copy SecurityToken"):
        element = next(each for each in elements if name(each) == wanted)
        assert element.role() == Role.Button, wanted
        assert "Press" in element.actionInterface().actionNames()
    reveal = next(each for each in elements if name(each) == "Reveal secrets")
    reveal.actionInterface().doAction("Press")
    person.wait(lambda: person.field("SecurityToken").startswith("CAIS"), "the token itself")


def test_countdown_and_status_speak_through_their_descriptions(elements: list[QAccessibleInterface]) -> None:
    said = {name(each): each.text(QAccessible.Text.Description) for each in elements}
    assert said["Countdown"].endswith(" left")
    assert said["Status"] == "Live"


def test_a_profile_is_chosen_by_an_assistive_tool(person: Person, elements: list[QAccessibleInterface]) -> None:
    profiles = next(each for each in elements if name(each) == "Profiles")
    assert profiles.selectionInterface().selectedItemCount() == 1
    profiles.selectionInterface().select(profiles.child(1))
    person.wait(lambda: person.window.current.profile.name == "service-role", "the other profile")
    assert person.says("Status") == "No token yet"


def test_names_stay_english_in_chinese(person: Person, elements: list[QAccessibleInterface]) -> None:
    before = {name(each) for each in elements if each.role() in CONTROLS - {Role.PageTab, Role.PageTabList}}
    person.choose_from_menu("Settings", "简体中文")
    after = {
        name(each)
        for each in everything(QAccessible.queryAccessibleInterface(person.window))
        if each.role() in CONTROLS - {Role.PageTab, Role.PageTabList}
    }
    assert after == before
