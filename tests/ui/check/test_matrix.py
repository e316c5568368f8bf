"""What the role may do: cells, why each is as it is, with mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from support.checker import Checker

from stsviewer.check.values import Allowed, State
from stsviewer.ui.check.code import Code
from stsviewer.ui.check.matrix import Matrix


def test_a_click_on_a_cell_says_why(checker: Checker) -> None:
    checker.check("one-prefix")
    view = checker.page.matrix.view
    index = checker.page.matrix.matrix.index_of("GetObject", "photos/")
    assert not checker.sees("Why")
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, view.visualRect(index).center()
    )
    assert '"oss:GetObject"' in checker.find("Why", Code).toPlainText()
    checker.click("Close why")
    assert not checker.sees("Why")


def test_the_keys_lead_to_a_cell_and_its_reason(checker: Checker) -> None:
    checker.check("explicit-deny")
    view = checker.page.matrix.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.currentIndex().isValid()
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert '"Effect": "Deny"' in checker.find("Why", Code).toPlainText()


def test_the_tip_names_the_statement(checker: Checker) -> None:
    checker.check("explicit-deny")
    matrix = checker.page.matrix.matrix
    tip = matrix.index_of("GetObject", "").data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "GetObject, bucket: explicit Deny, tried. Statement 1 of hands-off-wla-test2"


def test_without_readable_policies_a_cell_says_so(closed: Checker) -> None:
    closed.check("one-prefix")
    assert closed.cell("PutObject", "photos/") == "cannot say"
    assert closed.cell("GetObject", "photos/") == "allowed, tried"
    assert "cannot be read" in closed.page.matrix.words()


def test_heads_are_the_prefixes_and_the_asked_one_comes_after_the_bucket(checker: Checker) -> None:
    checker.take("works")
    checker.type_into("Prefix", "docs/")
    checker.check()
    matrix = checker.page.matrix.matrix
    heads = [matrix.headerData(number, Qt.Orientation.Horizontal) for number in range(matrix.columnCount())]
    assert heads[:2] == ["bucket", "docs/"]
    assert matrix.asked == "docs/"
    assert matrix.headerData(0, Qt.Orientation.Vertical) == "ListBuckets"


def test_a_place_that_nobody_told_of_does_not_apply() -> None:
    matrix = Matrix()
    matrix.set_cells([Allowed("GetObject", "a/", State.ALLOWED), Allowed("ListBuckets", "", State.ALLOWED)])
    assert matrix.prefixes() == ("", "a/")
    assert matrix.at(0, 0).state is State.NOT_APPLICABLE


def test_a_turned_cell_tells_what_it_was() -> None:
    matrix = Matrix()
    cells = [Allowed("GetObject", "a/", State.ALLOWED), Allowed("PutObject", "a/", State.DENIED)]
    before = [Allowed("GetObject", "a/", State.NO_ALLOW), Allowed("PutObject", "a/", State.DENIED)]
    matrix.set_cells(cells, before=before)
    assert matrix.changes() == 1
    assert matrix.said(matrix.index(0, 0)) == "GetObject, a/: allowed, before: no Allow"
    assert matrix.before(matrix.index(1, 0)) is None


def test_all_columns_are_in_sight(checker: Checker) -> None:
    checker.check("works")
    view = checker.page.matrix.view
    matrix = checker.page.matrix.matrix
    assert matrix.columnCount() >= 4
    last = matrix.index(matrix.rowCount() - 1, matrix.columnCount() - 1)
    checker.wait(lambda: view.viewport().rect().contains(view.visualRect(last)), "the last cell in sight")


def test_where_nothing_is_known_no_table_pretends(closed: Checker) -> None:
    closed.check("service-role")
    assert closed.page.matrix.words().startswith("Nothing can be told")
    assert not closed.sees("Allowed actions")
    assert not closed.page.presets.isVisible()


def test_the_legend_has_room_for_all_its_signs(checker: Checker) -> None:
    checker.check("works")
    legend = checker.page.matrix._legend
    checker.wait(lambda: legend.height() >= legend.heightForWidth(legend.width()), "the legend's height")
    assert legend.heightForWidth(legend.width()) > 40, "two lines"
