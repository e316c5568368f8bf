"""The pane: what it fetches, what it says of what it does not show."""

from __future__ import annotations

import pytest
from support.browse import Browser

from stsviewer.oss import Crc
from stsviewer.ui import translate
from stsviewer.ui.preview import loading
from stsviewer.ui.preview.loading import Why
from stsviewer.ui.preview.properties import Field


@pytest.fixture
def docs(browser: Browser) -> Browser:
    browser.take("works")
    browser.go("oss://wla-test2/docs/")
    return browser


def test_texts_of_every_encoding_are_read(docs: Browser) -> None:
    for name, encoding in (
        ("readme.md", "UTF-8"),
        ("utf-16.txt", "UTF-16 LE"),
        ("utf-8-bom.txt", "UTF-8"),
        ("big5.txt", "Big5"),
        ("latin-1.txt", "Windows-1252"),
    ):
        docs.see(name)
        assert docs.page.preview.loaded.text.encoding in (encoding, "ASCII"), name
        assert docs.find("Text").toPlainText()
        assert docs.find("Text").isReadOnly()


def test_a_text_is_fetched_by_its_beginning_only(docs: Browser, sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    large = sandbox.data / "wla-test2" / "docs" / "large.log"
    large.write_bytes(b"a line of this log\n" * 200_000)
    try:
        docs.page.refresh()
        docs.see("large.log")
        loaded = docs.page.preview.loaded
        assert not loaded.whole
        assert len(loaded.text.text) == 256 * 1024
        assert loaded.crc is Crc.UNKNOWN
        assert docs.page.preview.text._foot.text() == "ASCII, the first 256 KB of 3.62 MB"
    finally:
        large.unlink()


def test_what_is_not_shown_is_told_and_only_its_headers_are_fetched(docs: Browser) -> None:
    docs.see("role-session.pdf")
    assert docs.page.preview.loaded.why is Why.KIND
    assert docs.page.preview.card.accessibleName() == "PDF document"
    assert docs.page.preview.text_of(Field.TYPE) == "application/pdf"
    assert docs.sent()[-2].startswith("HEAD") or docs.sent()[-1].startswith("HEAD")
    docs.see("empty.txt")
    assert docs.page.preview.card.accessibleName() == "Empty"


def test_a_picture_that_is_none_keeps_its_properties(docs: Browser) -> None:
    docs.see("not-a-picture.png")
    assert docs.page.preview.loaded.why is Why.DAMAGED
    assert "no picture" in docs.page.preview.card.accessibleDescription()
    assert docs.page.preview.text_of(Field.CRC).endswith("matches")


def test_an_archived_object_needs_a_restore(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/")
    browser.see("backup-2019.tar")
    assert browser.page.preview.loaded.why is Why.ARCHIVED
    assert browser.page.preview.text_of(Field.CLASS) == "Archive"
    assert not [line for line in browser.sent() if line.startswith("GET") and "backup" in line and "acl" not in line]


def test_a_large_picture_is_fetched_when_asked_for(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "ASK_ABOVE", 1_000_000)
    browser.take("works")
    browser.go("oss://wla-test2/")
    browser.see("DragonMedium.png")
    assert browser.page.preview.loaded.why is Why.LARGE
    browser.click("Show it anyway")
    browser.wait(browser.page.preview.picture.isVisible, "the picture")


def test_an_object_without_an_ending_is_looked_at(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/")
    browser.page.pane.objects.choose(browser.page.listing.row_of("a"))
    browser.shows("a")
    assert browser.page.preview.loaded.text is not None


def test_properties_stand_in_one_column_where_there_is_little_room(browser: Browser) -> None:
    browser.window.resize(1024, 720)
    browser.take("works")
    browser.go("oss://wla-test2/")
    browser.see("DragonMedium.png")
    preview = browser.page.preview
    assert preview.width() == 388
    lines = [preview.properties._lines[field] for field in (Field.DIMENSIONS, Field.TYPE)]
    assert lines[0].x() == lines[1].x()
    assert preview.stage.height() >= 180
    browser.window.resize(1440, 900)
    browser.wait(lambda: preview.width() == 536, "the wide pane")
    assert lines[0].x() < lines[1].x()


def test_a_value_can_be_selected(browser: Browser) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/")
    browser.see("DragonMedium.png")
    line = browser.find("ETag")
    line.selectAll()
    assert line.selectedText() == "FB81A564FAD2CBC5C1A6D26FD0CB3A23"
    assert line.isReadOnly()


def test_another_language_is_spoken_at_once(browser: Browser, qapp) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/")
    browser.see("DragonMedium.png")
    preview = browser.page.preview
    browser.wait(lambda: preview.text_of(Field.ACCESS) == "As the bucket", "the ACL")
    translate.apply(qapp, "zh_CN")
    browser.wait(lambda: preview.text_of(Field.CLASS) == "标准", "Chinese")
    assert "bucket" not in preview.text_of(Field.ACCESS)
    assert "U+" not in preview.text_of(Field.DIMENSIONS)
    browser.see("backup-2019.tar")
    assert browser.page.preview.card.accessibleName() != "Needs restore"
    translate.apply(qapp, "en")
    browser.wait(lambda: browser.page.preview.card.accessibleName() == "Needs restore", "English")
    assert preview.text_of(Field.CLASS) == "Archive"


def test_an_acl_that_may_not_be_read_is_no_matter(browser: Browser) -> None:
    browser.take("one-prefix")
    browser.at("oss://wla-test2/photos/")
    browser.see("DragonMedium.png")
    browser.wait(lambda: browser.page.preview.text_of(Field.ACCESS) == "Not visible", "the ACL")
    asked = len([line for line in browser.sent() if "acl" in line])
    browser.see("dawn.jpg")
    assert browser.page.preview.text_of(Field.ACCESS) == "Not visible"
    assert len([line for line in browser.sent() if "acl" in line]) == asked
