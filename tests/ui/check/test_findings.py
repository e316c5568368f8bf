"""What a check found, as the person reads it: headline, rungs, causes, fixes, copies."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextEdit
from support.checker import Checker

from stsviewer.check.values import RungName, RungState, Verdict
from stsviewer.ui.check.code import Code
from stsviewer.ui.parts.chip import Chip

SERVICE = "acs:ram::1532770894211314:user/henshao"


def test_a_role_that_trusts_a_service_is_opened_with_cause_and_fix(checker: Checker) -> None:
    checker.check("service-role")
    assert checker.title() == "The role trusts a service, not this user"
    assert checker.page.ladder.sentence.text().startswith("Rung 6 of 10. Found in ")
    assert checker.page.ladder.sentence.text().endswith(", nothing was changed.")
    assert checker.opened() == "trust"
    cause = checker.find("Cause", QTextEdit)
    assert "ecs.aliyuncs.com" in cause.toPlainText()
    assert cause.accessibleDescription() == cause.toPlainText()
    assert [chip.text() for chip in checker.window.findChildren(Chip) if chip.text().startswith("Certain")] == [
        "Certain: read from RAM"
    ]
    fix = checker.find("Fix", Code)
    assert SERVICE in fix.toPlainText()
    assert [fix.toPlainText().splitlines()[line].strip() for line in fix.added()] == [f'"RAM": ["{SERVICE}"],']
    assert "Nobody else gains anything" in checker.find("Opens of Fix", QTextEdit).toPlainText()
    assert checker.find("Undo of Fix", QTextEdit).toPlainText()


def test_what_is_copied_is_the_policy_without_its_marks(checker: Checker) -> None:
    report = checker.check("service-role")
    document = report.fixes[0].document
    checker.click("Copy Fix")
    assert QGuiApplication.clipboard().text() == document
    fix = checker.find("Fix", Code)
    fix.selectAll()
    fix.copy()
    copied = QGuiApplication.clipboard().mimeData()
    assert copied.text() == document.rstrip("\n")
    assert not copied.hasHtml()
    assert "+" not in document


def test_the_rungs_read_as_a_list(checker: Checker) -> None:
    checker.check("service-role")
    rows = checker.rows("Check steps")
    assert rows == [
        "The network reaches STS",
        "The key exists and signs",
        "Clocks agree",
        "The user may call sts:AssumeRole",
        "The role exists",
        "The role trusts you",
        "Duration, session name and session policy accepted",
        "Token issued",
        "Bucket, region and endpoint",
        "Each action in the bucket",
    ]
    steps = checker.page.ladder.steps
    said = [steps.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(steps.rowCount())]
    assert said[1].startswith("The key exists and signs, Passed, RAM user henshao, not the root key, ")
    assert said[5].startswith("The role trusts you, Failed")
    assert said[9] == "Each action in the bucket, Not reached"


def test_rungs_open_and_close_by_click_and_by_key(checker: Checker) -> None:
    checker.check("service-role")
    view = checker.page.ladder.view
    closed = view.height()
    checker.choose("Check steps", "The role exists")
    assert checker.opened() == "role"
    checker.wait(lambda: not checker.sees("Fix"), "the failed rung closed")
    assert "acs:ram::1532770894211314:role/ecs-instance" in [
        label.text() for label in checker.page.ladder.detail.findChildren(QLabel)
    ]
    checker.choose("Check steps", "The role exists")
    assert checker.opened() == ""
    view.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert checker.opened() == "trust"
    checker.wait(lambda: checker.sees("Fix"), "the fix")
    checker.wait(lambda: view.height() == closed, "the rung opened to its height")
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert checker.opened() == ""
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert checker.opened() == "trust"
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert checker.opened() == ""
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert checker.opened() == "", "what was not reached has nothing to show"


def test_a_role_that_works_has_nothing_opened(checker: Checker) -> None:
    report = checker.check("works")
    assert report.verdict is Verdict.WORKS
    assert checker.title() == "The role works"
    assert checker.page.ladder.sentence.text().startswith("All 10 rungs looked at in ")
    assert checker.opened() == ""
    assert not checker.sees("Copy letter")
    assert checker.window.tabs.failures(1) == 0
    assert checker.cell("GetObject", "") == "allowed, tried"


def test_failures_are_counted_on_the_tab(checker: Checker) -> None:
    checker.check("service-role")
    assert checker.window.tabs.failures(1) == 1
    checker.take("works")
    assert checker.window.tabs.failures(1) == 0
    checker.take("service-role")
    assert checker.window.tabs.failures(1) == 1


def test_a_deny_is_shown_with_the_statement_that_denies(checker: Checker) -> None:
    checker.check("explicit-deny")
    assert checker.title() == "A Deny of the role's policies forbids it"
    statement = checker.find("Deciding statement", Code)
    assert '"Effect": "Deny"' in statement.toPlainText()
    assert checker.cell("GetObject", "").startswith("explicit Deny")


def test_with_ram_closed_the_causes_are_listed_with_what_tells_them_apart(closed: Checker) -> None:
    report = closed.check("service-role")
    causes = [cause for cause in report.causes if cause.rung is report.failed.name]
    assert len(causes) > 1
    assert closed.title() == "The role does not trust you"
    shown = [name for name in ("Cause", *(f"Cause {number}" for number in range(2, 9))) if closed.sees(name)]
    assert len(shown) == len(causes)
    apart = [cause for cause in causes if cause.told_apart_by is not None]
    assert apart
    told = [
        edit.toPlainText()
        for edit in closed.window.findChildren(QTextEdit)
        if edit.accessibleName().startswith("What tells") and edit.isVisible()
    ]
    assert told
    assert len(set(told)) == len(told), "what several have in common is said once"
    chips = {chip.text() for chip in closed.page.ladder.findChildren(Chip) if chip.isVisible()}
    assert chips & {"Likely", "Possible"}


@pytest.mark.parametrize(
    ("story", "title", "rung"),
    [
        ("no-assume-permission", "The user may not take this role", RungName.MAY_ASSUME),
        ("no-oss-policy", "No policy of the role allows it", RungName.ACTIONS),
        ("session-policy", "The session policy is too narrow", RungName.ACTIONS),
        ("disabled-key", "The key is switched off", RungName.KEY),
        ("wrong-secret", "The secret does not belong to the key", RungName.KEY),
        ("no-such-role", "There is no such role", RungName.ROLE),
        ("root-key", "The root key can take no role", RungName.KEY),
        ("external-id", "The role asks for an external id", RungName.TRUST),
    ],
)
def test_every_story_has_its_headline(checker: Checker, story: str, title: str, rung: RungName) -> None:
    report = checker.check(story)
    assert (checker.title(), report.failed.name) == (title, rung)
    assert checker.opened() == rung
    assert checker.sees("Cause")


def test_a_prefix_alone_is_enough(checker: Checker) -> None:
    report = checker.check("one-prefix")
    assert report.verdict is Verdict.WORKS
    assert checker.cell("ListObjects", "photos/") == "allowed, tried"
    assert checker.cell("GetBucketInfo", "") == "no Allow, tried"
    uses = {use.accessibleName() for use in checker.page.presets.uses}
    assert any(use.startswith("Reading under photos/ from an SDK: Works") for use in uses)
    assert any(use.startswith("The vendor's desktop client: Does not work, needs oss:GetBucketInfo") for use in uses)


def test_a_use_shows_what_it_lacks(checker: Checker) -> None:
    checker.check("one-prefix")
    checker.click("What desktop-client lacks")
    fix = checker.find("Fix for desktop-client", Code)
    assert "oss:GetBucketInfo" in fix.toPlainText()
    checker.click("Copy Fix for desktop-client")
    assert "oss:GetBucketInfo" in QGuiApplication.clipboard().text()
    checker.click("What desktop-client lacks")
    assert not checker.sees("Fix for desktop-client")


def test_a_profile_to_mend_leads_to_its_editor(checker: Checker) -> None:
    checker.check("wrong-secret")
    checker.click("Edit profile for Fix")
    assert checker.field("Profile name") == "wrong-secret"


def test_the_answer_can_be_copied_whole(checker: Checker) -> None:
    report = checker.check("service-role")
    checker.click("Copy details of the step")
    assert report.failed.request_id in QGuiApplication.clipboard().text()
    assert "NoPermission" in QGuiApplication.clipboard().text()


def test_nothing_stands_outside_its_card_or_over_another(checker: Checker) -> None:
    """The opened rung has room for all of it: no text is cut."""
    for story in ("service-role", "explicit-deny", "no-oss-policy", "wrong-secret"):
        checker.check(story)
        detail = checker.page.ladder.detail
        checker.wait(
            lambda d=detail: d.height() >= d.layout().totalHeightForWidth(d.width()), "the rung opened to its height"
        )
        for text in detail.findChildren(QTextEdit):
            if not text.isVisible():
                continue
            place = QRect(text.mapTo(detail, text.rect().topLeft()), text.size())
            assert detail.rect().contains(place), (story, text.accessibleName())
            if not isinstance(text, Code):
                assert text.document().size().height() <= text.height() + 1, (story, text.toPlainText())
                assert text.verticalScrollBar().value() == 0
        assert checker.page.ladder.view.geometry().contains(detail.geometry())


def test_a_remark_on_the_clock_passes(checker: Checker) -> None:
    report = checker.check("works")
    assert report.rung(RungName.CLOCK).state in (RungState.PASSED, RungState.UNKNOWN)
    checker.choose("Check steps", "Clocks agree")
    assert checker.opened() == "clock"


def test_selecting_in_the_cause_goes_away_with_the_focus(checker: Checker) -> None:
    checker.check("service-role")
    cause = checker.find("Cause", QTextEdit)
    cause.setFocus()
    cause.moveCursor(QTextCursor.MoveOperation.EndOfWord, QTextCursor.MoveMode.KeepAnchor)
    assert cause.textCursor().hasSelection()
    checker.find("Fix", Code).setFocus()
    assert not cause.textCursor().hasSelection()


def test_tab_leads_down_the_page(checker: Checker) -> None:
    checker.check("service-role")
    wanted = ["Check steps", "Cause", "Fix", "Opens of Fix", "Undo of Fix", "Copy Fix", "Rehearse", "Copy letter"]
    checker.page.ladder.view.setFocus(Qt.FocusReason.TabFocusReason)
    met = []
    while len(met) < 40:
        met.append(QApplication.focusWidget().accessibleName())
        if met[-1] == "Copy letter":
            break
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert [name for name in met if name in wanted] == wanted
