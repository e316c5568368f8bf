"""Keys that break programs: every one of the shipped bucket is shown, opened and stays what it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from support.browse import Browser

ODD = {
    "[U+0020]blank at both ends[U+0020]": b"",
    "%2Fescaped%00.txt": b"",
    "<img src=x onerror=alert(1)>.html": b"",
    "back\\slash.txt": b"",
    "escape[U+001B][31mred.txt": b"",
    "line[U+000A]break.txt": b"A line feed in the key.",
    "nul[U+0000]byte.txt": b"",
    "plus+plus.txt": b"",
    "question?mark=1&and#hash.txt": b"",
    "tab[U+0009]and bell[U+0007].txt": b"",
    "zero[U+200B]width.txt": b"",
}


def test_every_awkward_key_is_named_and_its_text_shown(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/awkward/")
    rows = browser.rows("Objects")
    assert rows[:4] == ["..", ".", "[empty]", "<b>bold<"]
    for name, text in ODD.items():
        assert name in rows, name
        browser.choose("Objects", name)
        key = browser.page.listing.row(browser.page.pane.objects.current_row()).key
        browser.shows(key)
        assert browser.page.preview.loaded.text is not None, name
        assert browser.page.preview.loaded.text.text.encode().startswith(text)
        assert browser.page.preview.loaded.crc.value == "matches"


def test_folders_called_dots_or_nothing_are_opened_as_they_are(browser: Browser) -> None:
    browser.take("works")
    for folder, inside in (("..", "step aside.txt"), (".", "stay.txt"), ("[empty]", "double slash.txt")):
        browser.go("oss://wla-test2/awkward/")
        browser.open("Objects", folder)
        name = "" if folder == "[empty]" else folder
        browser.at(f"oss://wla-test2/awkward/{name}/")
        browser.see(inside)
        assert browser.page.preview.loaded.text is not None


def test_a_leading_slash_is_a_folder_without_a_name(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/")
    browser.open("Objects", "[empty]")
    browser.at("oss://wla-test2//")
    browser.see("leading slash.txt")
    assert browser.page.preview.loaded.text.text == "The key begins with a slash.\n"


def test_markup_in_a_folder_is_no_markup(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/awkward/")
    browser.open("Objects", "<b>bold<")
    browser.at("oss://wla-test2/awkward/<b>bold</")
    assert browser.rows("Objects") == ["b> & <i>italic<"]


def test_tips_show_names_and_never_interpret_them(browser: Browser) -> None:
    from PySide6.QtWidgets import QLabel

    browser.take("works")
    browser.go("oss://wla-test2/awkward/")
    browser.choose("Objects", "<img src=x onerror=alert(1)>.html")
    browser.shows(".html")
    for label in browser.page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
    for widget in browser.page.findChildren(object):
        tip = widget.toolTip() if hasattr(widget, "toolTip") else ""
        assert "<img" not in tip, tip


def test_direction_marks_do_not_reach_the_screen(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/")
    assert "invoice[U+202E]gpj.exe" in browser.rows("Objects")
    browser.see("invoice[U+202E]gpj.exe", "gpj.exe")
    assert "\u202e" not in browser.says("Preview") + browser.says("Properties")
    assert "[U+202E]" in browser.page.preview.head.name.accessibleName()
