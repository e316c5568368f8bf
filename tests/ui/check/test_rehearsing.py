"""Rehearse: policies and circumstances changed in the page. Nothing is sent."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from support.checker import Checker

from stsviewer.ui.check.policy_editor import PolicyEditor


@pytest.fixture
def rehearsing(checker: Checker) -> Checker:
    """The role of `one-prefix`, about to be changed."""
    checker.check("one-prefix")
    checker.click("Rehearse")
    settled(checker, "Nothing turns")
    return checker


def settled(checker: Checker, words: str) -> None:
    """Wait until what was typed has been judged, and the matrix says ``words``."""
    checker.wait(
        lambda: words in checker.page.matrix.words() and not checker.page.rehearsing.judging,
        f"the matrix saying {words}",
    )


def editor(checker: Checker) -> PolicyEditor:
    return checker.find("Policy text", PolicyEditor)


def replace(checker: Checker, old: str, new: str) -> None:
    """Find ``old`` in the editor and type ``new`` over it."""
    text = editor(checker)
    text.setFocus()
    text.moveCursor(QTextCursor.MoveOperation.Start)
    assert text.find(old), old
    QTest.keyClicks(text, new)


def test_it_begins_with_what_is_there(rehearsing: Checker) -> None:
    assert '"oss:GetObject"' in editor(rehearsing).toPlainText()
    assert rehearsing.says("Policy to change") == "photos-only"
    assert rehearsing.cell("GetObject", "photos/") == "allowed"
    assert not rehearsing.sees("Check steps")
    assert not rehearsing.sees("Export what this role may do")


def test_a_change_turns_cells_and_sends_nothing(rehearsing: Checker) -> None:
    recorder = rehearsing.window.current.means()[1].recorder
    sent = len(recorder.exchanges())
    replace(rehearsing, "oss:GetObject", "oss:PutObject")
    settled(rehearsing, "Framed cells turn")
    assert rehearsing.cell("PutObject", "photos/") == "allowed, before: no Allow"
    assert rehearsing.cell("GetObject", "photos/") == "no Allow, before: allowed"
    assert len(recorder.exchanges()) == sent


def test_grammar_is_marked_as_one_types(rehearsing: Checker) -> None:
    replace(rehearsing, '"Allow"', '"allow"')
    settled(rehearsing, "breaks the grammar")
    (mark,) = editor(rehearsing).marks()
    assert mark.grammar
    assert editor(rehearsing).accessibleDescription()
    assert rehearsing.find("Remark 1", QTextEdit).toPlainText() == editor(rehearsing).accessibleDescription()
    assert rehearsing.cell("GetObject", "photos/") == "allowed", "the last good text stays"
    rehearsing.click("Undo the edits")
    settled(rehearsing, "Nothing turns")
    assert editor(rehearsing).marks() == ()
    assert not rehearsing.sees("Remark 1")


@pytest.mark.parametrize(
    ("old", "new", "says", "fix"),
    [
        ("oss:GetObject", "oss:GetObjct", "no action", "oss:GetObject"),
        ("wla-test2/photos/*", "wla-test2", "oss:GetObject", "acs:oss:*:*:wla-test2/*"),
        ("StringLike", "StringEquals", "photos/*", "StringLike"),
    ],
)
def test_traps_are_marked_with_what_to_write(rehearsing: Checker, old: str, new: str, says: str, fix: str) -> None:
    replace(rehearsing, old, new)
    rehearsing.wait(lambda: editor(rehearsing).marks(), "a mark")
    mark = editor(rehearsing).marks()[0]
    assert not mark.grammar
    assert says in rehearsing.find("Remark 1", QTextEdit).toPlainText()
    assert fix in rehearsing.find("What to write for remark 1", QTextEdit).toPlainText()
    rehearsing.click("Go to remark 1")
    assert editor(rehearsing).textCursor().blockNumber() == mark.line - 1
    assert editor(rehearsing).hasFocus()


def test_an_emptied_policy_is_detached(rehearsing: Checker) -> None:
    rehearsing.type_into("Policy text", "")
    settled(rehearsing, "Framed cells turn")
    assert rehearsing.cell("GetObject", "photos/") == "no Allow, before: allowed"


def test_the_session_policy_narrows(rehearsing: Checker) -> None:
    rehearsing.choose_from_menu("Policy to change", "Session policy")
    assert editor(rehearsing).toPlainText() == ""
    text = '{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "oss:ListObjects", "Resource": "*"}]}'
    rehearsing.type_into("Policy text", text)
    settled(rehearsing, "Framed cells turn")
    assert rehearsing.cell("GetObject", "photos/") == "no Allow, before: allowed"
    assert rehearsing.cell("ListObjects", "photos/") == "allowed"


def test_a_new_policy_is_judged_with_the_others_and_a_broken_one_elsewhere_is_told(rehearsing: Checker) -> None:
    rehearsing.choose_from_menu("Policy to change", "A new policy")
    rehearsing.type_into("Policy text", '{"Version": "1"}')
    settled(rehearsing, "breaks the grammar")
    rehearsing.choose_from_menu("Policy to change", "photos-only")
    rehearsing.wait(rehearsing.page.rehearsal._elsewhere.isVisible, "where it is broken")
    assert "new-policy" in rehearsing.page.rehearsal._elsewhere.text()
    assert editor(rehearsing).marks() == ()


def test_circumstances_count(rehearsing: Checker) -> None:
    condition = (
        '"Resource": "acs:oss:*:*:wla-test2/photos/*", "Condition": {"IpAddress": {"acs:SourceIp": "10.0.0.0/8"}}'
    )
    replace(rehearsing, '"Resource": "acs:oss:*:*:wla-test2/photos/*"', condition)
    settled(rehearsing, "Framed cells turn")
    assert rehearsing.cell("GetObject", "photos/").startswith("no Allow")
    rehearsing.type_into("Source IP", "10.1.2.3")
    settled(rehearsing, "Nothing turns")
    assert rehearsing.cell("GetObject", "photos/") == "allowed"


def test_circumstances_that_cannot_be_are_told(rehearsing: Checker) -> None:
    rehearsing.type_into("Source IP", "10.1.2")
    assert rehearsing.says("Source IP") == "An address such as 203.0.113.7"
    rehearsing.type_into("Time (UTC)", "tomorrow")
    assert rehearsing.says("Time (UTC)") == "A time such as 2026-11-24T09:30:00Z"
    rehearsing.choose_from_menu("MFA", "signed in with it")
    assert rehearsing.says("MFA") == "signed in with it"
    rehearsing.choose_from_menu("Secure transport", "HTTPS")
    assert rehearsing.page.rehearsal.context.context() == {"acs:MFAPresent": "true", "acs:SecureTransport": "true"}


def test_the_way_back_shows_what_was_found(rehearsing: Checker) -> None:
    rehearsing.type_into("Policy text", "")
    settled(rehearsing, "Framed cells turn")
    rehearsing.click("Back to the findings")
    assert rehearsing.sees("Check steps")
    assert rehearsing.cell("GetObject", "photos/") == "allowed, tried"
    assert rehearsing.sees("Rehearse")


def test_what_was_written_can_be_copied(rehearsing: Checker) -> None:
    replace(rehearsing, "oss:GetObject", "oss:PutObject")
    rehearsing.click("Copy the edited policy")
    assert QGuiApplication.clipboard().text() == editor(rehearsing).toPlainText()


def test_another_run_and_another_profile_leave_the_rehearsal(rehearsing: Checker) -> None:
    rehearsing.check()
    assert rehearsing.sees("Check steps")
    rehearsing.click("Rehearse")
    rehearsing.take("works")
    assert rehearsing.sees("Check steps")


def test_where_policies_cannot_be_read_a_new_one_stands_for_them(closed: Checker) -> None:
    closed.check("one-prefix")
    closed.click("Rehearse")
    closed.choose_from_menu("Policy to change", "A new policy")
    text = '{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "oss:*", "Resource": "*"}]}'
    closed.type_into("Policy text", text)
    closed.wait(lambda: closed.cell("PutObject", "photos/").startswith("allowed"), "the cell turned")


def test_tab_leads_out_of_the_editor(rehearsing: Checker) -> None:
    editor(rehearsing).setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(editor(rehearsing), Qt.Key.Key_Tab)
    assert not editor(rehearsing).hasFocus()
    assert "\t" not in editor(rehearsing).toPlainText()
