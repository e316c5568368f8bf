"""Walking through storage with mouse and keys, on the real window against the real sandbox."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.browse import Browser, browsing
from support.sandbox import run_sandbox

from stsviewer.failure import Kind
from stsviewer.ui.preview.properties import Field

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def test_from_the_buckets_to_the_dragon(browser: Browser) -> None:
    browser.take("works")
    browser.settled()
    assert "wla-test2" in browser.rows("Buckets")
    browser.open("Buckets", "wla-test2")
    browser.at("oss://wla-test2/")
    rows = browser.rows("Objects")
    assert rows[:6] == ["[empty]", "a", "awkward", "docs", "icons", "photos"]
    browser.see("DragonMedium.png")
    preview = browser.page.preview
    assert preview.picture.isVisible()
    assert preview.text_of(Field.DIMENSIONS) == "1280 × 960 px"
    assert preview.text_of(Field.SIZE) == "1.30 MB (1,359,891 B)"
    assert preview.text_of(Field.TYPE) == "image/png"
    assert preview.text_of(Field.ETAG) == "FB81A564FAD2CBC5C1A6D26FD0CB3A23"
    assert preview.text_of(Field.CRC) == "8723987317536880317 matches"
    browser.wait(lambda: preview.text_of(Field.ACCESS) == "As the bucket", "the ACL")
    assert "6 folders, 16 objects" in browser.page.status.text()
    assert browser.says("Preview") == "DragonMedium.png, 1280 × 960"
    assert "ETag: FB81A564FAD2CBC5C1A6D26FD0CB3A23" in browser.says("Properties")


def test_listing_asks_for_pages_and_never_for_each_row(browser: Browser) -> None:
    browser.take("works")
    browser.open("Buckets", "wla-test2")
    browser.at("oss://wla-test2/")
    browser.open("Objects", "photos")
    browser.at("oss://wla-test2/photos/")
    assert not [line for line in browser.sent() if line.startswith("HEAD")]
    assert not [line for line in browser.sent() if "bucketInfo" in line]


def test_the_keys_lead_everywhere(browser: Browser) -> None:
    browser.take("works")
    buckets = browser.find("Buckets")
    buckets.setFocus()
    browser.row("Buckets", "wla-test2")
    QTest.keyClicks(buckets, "wla-t")
    browser.press(Qt.Key.Key_Return)
    browser.at("oss://wla-test2/")
    assert QApplication.focusWidget() is browser.find("Objects")
    browser.press(Qt.Key.Key_P)
    browser.press(Qt.Key.Key_Return)
    browser.at("oss://wla-test2/photos/")
    browser.press(Qt.Key.Key_Backspace)
    browser.at("oss://wla-test2/")
    view = browser.page.pane.objects
    assert browser.page.listing.row(view.current_row()) == "photos/"
    browser.press(Qt.Key.Key_Left, ALT)
    browser.at("oss://wla-test2/photos/")
    browser.press(Qt.Key.Key_Left, ALT)
    browser.at("oss://wla-test2/")
    browser.press(Qt.Key.Key_Right, ALT)
    browser.at("oss://wla-test2/photos/")
    browser.press(Qt.Key.Key_Up, ALT)
    browser.at("oss://wla-test2/")
    browser.press(Qt.Key.Key_Up, ALT)
    browser.at("oss://")
    assert browser.page.bucket_rows.bucket(browser.page.pane.buckets.current_row()).name == "wla-test2"


def test_space_opens_and_closes_the_preview_and_arrows_walk_on(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/")
    browser.see("DragonMedium.png")
    browser.press(Qt.Key.Key_Space)
    assert not browser.page.preview.isVisible()
    browser.press(Qt.Key.Key_Down)
    browser.press(Qt.Key.Key_Down)
    browser.press(Qt.Key.Key_Space)
    browser.shows("aurora.webp")
    assert browser.page.preview.isVisible()
    browser.press(Qt.Key.Key_Up)
    browser.press(Qt.Key.Key_Up)
    browser.shows("DragonMedium.png")
    browser.click("Next object")
    browser.click("Next object")
    browser.shows("aurora.webp")
    browser.click("Previous object")
    browser.shows("a")


def test_the_preview_takes_the_page_and_gives_it_back(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/")
    browser.see("DragonMedium.png")
    narrow = browser.page.preview.picture.zoom
    browser.find("Objects").setFocus()
    browser.press(Qt.Key.Key_Return)
    assert not browser.sees("Objects")
    browser.wait(lambda: browser.page.preview.picture.zoom > narrow, "the larger picture")
    browser.press(Qt.Key.Key_Right)
    browser.press(Qt.Key.Key_Right)
    browser.shows("aurora.webp")
    browser.press(Qt.Key.Key_Escape)
    assert browser.sees("Objects")


def test_the_filter_narrows_as_one_types(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/")
    browser.see("DragonMedium.png")
    browser.find("Objects").setFocus()
    browser.press(Qt.Key.Key_Slash)
    assert QApplication.focusWidget() is browser.find("Filter")
    QTest.keyClicks(browser.find("Filter"), "DRAG")
    assert browser.rows("Objects") == ["DragonMedium.png"]
    assert browser.page.preview.loaded is not None
    QTest.keyClicks(browser.find("Filter"), "zz")
    assert browser.page.pane.notice.text() == "No name here contains “DRAGzz”"
    browser.press(Qt.Key.Key_Escape)
    assert len(browser.rows("Objects")) == 22
    assert QApplication.focusWidget() is browser.find("Objects")


def test_a_click_on_a_title_sorts(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/")
    header = browser.page.pane.objects.header()
    place = QPoint(header.sectionViewportPosition(2) + 30, 12)
    for _ in range(2):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    objects = browser.rows("Objects")[6:]
    assert objects[:2] == ["backup-2019.tar", "DragonMedium.png"]


def test_crumbs_lead_up_and_the_path_can_be_typed(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/photos/2026/11-20/")
    assert browser.page.path.crumbs.shown() == [
        "Go to oss://",
        "Go to wla-test2",
        "Go to photos",
        "Go to 2026",
        "Go to 11-20",
    ]
    browser.click("Go to photos")
    browser.at("oss://wla-test2/photos/")
    browser.go("wla-test2", "oss://wla-test2/")
    browser.go("oss://")
    assert browser.sees("Buckets")


def test_a_typed_key_is_shown_among_its_neighbours(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/photos/DragonMedium.png", "oss://wla-test2/photos/")
    browser.shows("DragonMedium.png")
    assert len(browser.rows("Objects")) > 3


def test_a_typed_folder_without_its_slash_is_opened(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/photos", "oss://wla-test2/photos/")
    assert "DragonMedium.png" in browser.rows("Objects")


def test_the_beginning_of_keys_lists_what_begins_so(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/d")
    assert browser.rows("Objects") == ["docs", "dunes.tiff", "dusk.gif"]
    browser.go("oss://wla-test2/nothing-like-it")
    assert browser.page.pane.notice.text() == "No key begins with “nothing-like-it”"


def test_what_is_no_address_is_told_and_nothing_is_asked(browser: Browser) -> None:
    browser.take("works")
    browser.settled()
    before = len(browser.sent())
    browser.page.path.setFocus()
    browser.page.path.setText("https://example.com/")
    browser.press(Qt.Key.Key_Return)
    assert any("no place in storage" in text for text in browser.window.toasts.texts())
    assert len(browser.sent()) == before


def test_an_empty_folder_says_so(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/a/c/")
    assert browser.page.pane.notice.text() == "Nothing is in this folder"


def test_a_refresh_keeps_selection_and_preview(browser: Browser, sandbox) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/docs/")
    browser.see("readme.md")
    loaded = browser.page.preview.loaded
    dropped = sandbox.data / "wla-test2" / "docs" / "dropped.txt"
    dropped.write_text("dropped")
    try:
        browser.find("Objects").setFocus()
        browser.press(Qt.Key.Key_F5)
        browser.wait(lambda: "dropped.txt" in browser.rows("Objects"), "the file that was dropped")
    finally:
        dropped.unlink()
    assert browser.page.preview.loaded is loaded


def test_favourites_are_kept_and_offered(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/photos/2026/")
    browser.click("Favourite")
    assert browser.session.profile.favourites == ("oss://wla-test2/photos/2026/",)
    browser.go("oss://")
    assert browser.rows("Favourites") == ["wla-test2/photos/2026/"]
    browser.open("Favourites", "wla-test2/photos/2026/")
    browser.at("oss://wla-test2/photos/2026/")
    browser.click("Favourite")
    assert browser.session.profile.favourites == ()


def test_copying_a_path(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/photos/")
    browser.choose("Objects", "远山.png")
    browser.press(Qt.Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "oss://wla-test2/photos/远山.png"


def test_another_profile_is_found_where_it_was_left(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/docs/")
    browser.see("readme.md")
    works = browser.session.profile
    browser.take("slow")
    browser.settled()
    browser.window.open_profile(works)
    browser.at("oss://wla-test2/docs/")
    browser.shows("readme.md")


@pytest.mark.parametrize("size", [(1440, 900), (1024, 720)])
def test_everything_has_a_name_of_its_own(browser: Browser, size: tuple[int, int]) -> None:
    """An assistive tool can name every control; no two in sight share a name that is used for finding."""
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QScrollBar

    browser.window.resize(*size)
    browser.take("works")
    browser.go("oss://wla-test2/")
    browser.see("DragonMedium.png")
    for kind in (QAbstractButton, QLineEdit, QAbstractItemView, QScrollBar):
        for widget in browser.page.findChildren(kind):
            assert widget.accessibleName(), widget
    for name in ("Path", "Objects", "Filter", "Preview", "Download", "Properties"):
        assert len(browser.all(name)) == 1, name


def test_a_favourite_is_taken_from_the_list_under_the_path(browser: Browser) -> None:
    browser.take("works", favourites=("oss://wla-test2/photos/2026/", "oss://wla-test2/docs/"))
    browser.settled()
    # A list that closes leaves the window inactive for a moment: nobody types then.
    browser.wait(browser.window.isActiveWindow, "the window active")
    browser.press(Qt.Key.Key_L, CONTROL)
    popup = browser.page.path.completer().popup()
    browser.wait(popup.isVisible, "the favourites")
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    browser.at("oss://wla-test2/docs/")
    # A list that closes leaves the window inactive for a moment: nobody types then.
    browser.wait(browser.window.isActiveWindow, "the window active")
    browser.press(Qt.Key.Key_L, CONTROL)
    browser.wait(popup.isVisible, "the favourites")
    for letter in "oss://wla-test2/icons/":  # the list goes as soon as nothing in it fits
        QTest.keyClicks(popup if popup.isVisible() else browser.page.path, letter)
    QTest.keyClick(popup if popup.isVisible() else browser.page.path, Qt.Key.Key_Return)
    browser.at("oss://wla-test2/icons/")


def test_what_is_typed_stays_while_another_window_is_looked_at(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/docs/")
    browser.press(Qt.Key.Key_L, CONTROL)
    path = browser.page.path
    browser.wait(path.hasSelectedText, "the address selected")
    QTest.keyClicks(path, "oss://wla-test2/ic")
    for kind in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
        QApplication.sendEvent(path, QFocusEvent(kind, Qt.FocusReason.ActiveWindowFocusReason))
    QTest.keyClicks(path, "ons/")
    QTest.keyClick(path, Qt.Key.Key_Return)
    browser.at("oss://wla-test2/icons/")


def test_a_server_that_is_gone_is_told_and_tried_again(tmp_path) -> None:
    with run_sandbox() as dying, browsing(dying, tmp_path / "settings") as browser:
        browser.take("works")
        browser.go("oss://wla-test2/docs/")
        port = dying.port
        dying.stop()
        browser.page.refresh()
        browser.settled()
        assert browser.page.pane.banner.isVisible()
        assert browser.rows("Objects")
        browser.page.walk.up()
        browser.settled()
        assert browser.page.pane.refusal.failure().kind is Kind.NETWORK
        browser.click("Try again")
        browser.wait(lambda: not browser.page.walk.busy and browser.page.pane.refused(), "the refusal once more")
        with run_sandbox(None, None, "--port", str(port)):
            browser.session.renew()
            browser.wait(lambda: not browser.page.pane.refused() and not browser.page.walk.busy, "the list")
            assert "DragonMedium.png" in browser.rows("Objects")


def test_tab_leads_to_the_list_and_marks_a_row(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/")
    view = browser.find("Objects")
    browser.find("Filter").setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(6):
        browser.press(Qt.Key.Key_Tab)
        if view.hasFocus():
            break
    assert view.hasFocus()
    assert view.currentIndex().row() == 0
    assert browser.page.preview.subject is None
