"""What assistive tools find on the page, and text from outside that stays text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit, QWidget
from support.browse import announcement_of
from support.checker import Checker, checking
from support.sandbox import RunningSandbox
from support.stories import story

from stsviewer.ui import translate
from stsviewer.ui.check.telling import told

Role = QAccessible.Role
CONTROLS = {
    *(Role.Button, Role.CheckBox, Role.EditableText, Role.List, Role.Tree, Role.Table, Role.PageTab),
    *(Role.PageTabList, Role.ScrollBar, Role.ComboBox, Role.Link),
}
MARKUP = '<img src="x"><b>'
TURNED = "photos/\u202egpj/"


def everything(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if interface is None or not interface.isValid():
        return
    yield interface
    for number in range(min(interface.childCount(), 400)):
        yield from everything(interface.child(number))


def name(interface: QAccessibleInterface) -> str:
    return interface.text(QAccessible.Text.Name)


def elements(checker: Checker) -> list[QAccessibleInterface]:
    return list(everything(QAccessible.queryAccessibleInterface(checker.page)))


def test_every_control_has_a_name_and_names_are_used_once(checker: Checker) -> None:
    checker.check("service-role")
    controls = [each for each in elements(checker) if each.role() in CONTROLS]
    assert [(each.role().name, type(each.object()).__name__) for each in controls if not name(each)] == []
    wanted = ["Run check", "Check steps", "Cause", "Fix", "Copy Fix", "Try writing too", "Bucket", "Prefix", "For"]
    times = {each: [name(one) for one in elements(checker)].count(each) for each in wanted}
    assert times == dict.fromkeys(wanted, 1)


def test_cause_and_fix_are_read_through_their_text(checker: Checker) -> None:
    report = checker.check("service-role")
    by_name = {name(each): each for each in elements(checker)}
    fix = by_name["Fix"].textInterface()
    assert fix.text(0, fix.characterCount()) == report.fixes[0].document.rstrip("\n")
    cause = by_name["Cause"].textInterface()
    assert cause.text(0, cause.characterCount()) == told(report.causes[0].text)
    assert by_name["Fix"].state().readOnly
    assert by_name["Cause"].state().readOnly


def test_the_steps_are_a_list_that_tells_each_state(checker: Checker) -> None:
    checker.check("service-role")
    steps = next(each for each in elements(checker) if name(each) == "Check steps")
    assert steps.role() == Role.List
    assert name(steps.child(5)).startswith("The role trusts you, Failed")


def test_rehearse_has_names_too(checker: Checker) -> None:
    checker.check("one-prefix")
    checker.click("Rehearse")
    controls = [each for each in elements(checker) if each.role() in CONTROLS]
    assert [(each.role().name, type(each.object()).__name__) for each in controls if not name(each)] == []


def test_names_stay_english_in_chinese(checker: Checker) -> None:
    checker.check("service-role")
    kept = ("Run check", "Check steps", "Cause", "Fix", "Copy Fix", "Try writing too", "Copy letter", "Save report")
    translate.apply(QApplication.instance(), "zh_CN")
    try:
        checker.wait(lambda: checker.sees("Fix"), "the page in Chinese")
        assert [each for each in kept if not checker.sees(each)] == []
    finally:
        translate.apply(QApplication.instance(), "en")


@pytest.mark.parametrize("prefix", [MARKUP, TURNED, "two\nlines/", "{name}/"])
def test_text_from_outside_is_plain(checker: Checker, prefix: str) -> None:
    report = checker.check("short-lived", prefix=prefix)
    assert report.prefix == prefix
    for label in checker.page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
    for text in checker.page.findChildren(QTextEdit):
        assert not text.acceptRichText()
    for widget in checker.page.findChildren(QWidget):
        for said in (widget.accessibleName(), widget.accessibleDescription()):
            assert "\u202e" not in said
        assert "<img" not in widget.toolTip() or widget.toolTip().startswith("<qt>")
    shown = checker.rows("Check steps")[-1]
    assert "\u202e" not in shown
    assert "\n" not in shown
    if prefix == TURNED:
        assert "[U+202E]" in shown
    if prefix in (MARKUP, "{name}/"):
        assert prefix in shown


def test_a_profile_made_of_markup_is_checked_as_any_other(sandbox: RunningSandbox, tmp_path: Path) -> None:
    profile, key = story(sandbox, "works")
    odd = replace(profile, name="<b>odd</b>", role_arn="acs:ram::1532770894211314:role/<i>x</i>")
    with checking(sandbox, tmp_path / "settings") as checker:
        checker.window.profiles.add_sandbox(replace(announcement_of(sandbox), profiles=((odd, key),)))
        report = checker.check("<b>odd</b>")
        assert report.failed is not None
        assert "<i>x</i>" in checker.find("Cause", QTextEdit).toPlainText()
