"""The token runs out while somebody looks: the page says so in place, and after the renewal goes on where it was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from support.browse import Browser, browsing
from support.sandbox import run_sandbox

from stsviewer import places
from stsviewer.failure import Kind
from stsviewer.ui.session import State

LIVES = 4


@pytest.fixture(scope="module")
def hasty(tmp_path_factory: pytest.TempPathFactory) -> Iterator:
    """The shipped account, but the role of `short-lived` gives tokens of a few seconds."""
    shipped = places.resources() / "sandbox" / "account.toml"
    text = shipped.read_text("utf-8")
    hasty, count = re.subn(r"(?m)^token_lifetime = 60$", f"token_lifetime = {LIVES}", text)
    assert count == 1
    folder = tmp_path_factory.mktemp("hasty")
    account = folder / "sandbox" / "account.toml"
    account.parent.mkdir()
    account.write_text(hasty, "utf-8")
    (account.parent / "objects").symlink_to(shipped.parent / "objects")
    (folder / "icons").symlink_to(shipped.parent.parent / "icons")
    with run_sandbox(account=account) as running:
        yield running


@pytest.fixture
def browser(hasty, tmp_path: Path) -> Iterator[Browser]:
    with browsing(hasty, tmp_path / "settings") as made:
        made.take("short-lived")
        yield made


def expire(browser: Browser) -> None:
    browser.wait(lambda: browser.session.state is State.EXPIRED, "the end of the token")


def test_the_list_says_so_and_stays(browser: Browser) -> None:
    browser.go("oss://wla-test2/")
    expire(browser)
    assert browser.page.pane.banner.isVisible()
    assert browser.page.pane.banner.text().startswith("The token has expired")
    assert "DragonMedium.png" in browser.rows("Objects")
    browser.click("Renew and go on")
    browser.wait(lambda: not browser.page.pane.banner.isVisible(), "the notice to go")
    browser.see("DragonMedium.png")
    assert browser.page.preview.failure() is None


def test_the_preview_says_so_and_goes_on(browser: Browser) -> None:
    browser.go("oss://wla-test2/")
    expire(browser)
    browser.see("DragonMedium.png")
    assert browser.page.preview.failure().kind is Kind.EXPIRED
    browser.session.renew()
    browser.wait(browser.page.preview.picture.isVisible, "the picture")
    assert browser.page.preview.loaded.picture.size.width() == 1280


def test_a_folder_opened_too_late_is_there_after_the_renewal(browser: Browser) -> None:
    browser.go("oss://wla-test2/")
    expire(browser)
    browser.choose("Objects", "photos")
    browser.find("Objects").setFocus()
    browser.press(Qt.Key.Key_Return)
    browser.at("oss://wla-test2/photos/")
    assert browser.page.pane.refusal.failure().kind is Kind.EXPIRED
    browser.click("Renew and go on")
    browser.wait(lambda: not browser.page.pane.refused() and not browser.page.walk.busy, "the list")
    assert browser.field("Path") == "oss://wla-test2/photos/"
    assert "DragonMedium.png" in browser.rows("Objects")


def test_a_refresh_too_late_keeps_rows_selection_scroll_and_preview(browser: Browser) -> None:
    browser.window.resize(1024, 720)
    browser.go("oss://wla-test2/")
    browser.see("tea.svg")
    view = browser.page.pane.objects
    where = view.verticalScrollBar().value()
    assert where > 0
    loaded = browser.page.preview.loaded
    expire(browser)
    browser.page.refresh()
    browser.settled()
    assert browser.page.pane.banner.isVisible()
    browser.click("Renew and go on")
    browser.wait(lambda: not browser.page.pane.banner.isVisible(), "the notice to go")
    browser.settled()
    assert browser.page.listing.row(view.current_row()).key == "tea.svg"
    assert view.verticalScrollBar().value() == where
    assert browser.page.preview.loaded is loaded


def test_a_key_that_is_on_no_first_page_is_found_again(browser: Browser) -> None:
    browser.go("oss://wla-million/events/")
    bar = browser.page.pane.objects.verticalScrollBar()
    bar.setValue(bar.maximum())
    browser.wait(lambda: browser.page.listing.rowCount() >= 2000, "the second page")
    browser.settled()
    browser.page.pane.objects.choose(1500)
    key = browser.page.listing.row(1500).key
    expire(browser)
    browser.page.walk.up()
    browser.at("oss://wla-million/")
    browser.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    browser.settled()
    browser.session.renew()
    browser.wait(lambda: not browser.page.pane.refused() and not browser.page.walk.busy, "the list")
    assert browser.field("Path") == "oss://wla-million/events/"
    assert browser.page.listing.row(browser.page.pane.objects.current_row()).key == key
