"""Downloads land in the person's folder, whole, under a free and harmless name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from support.browse import Browser

from stsviewer.ui.browser import downloads


def finished(browser: Browser, text: str) -> None:
    browser.wait(lambda: any(text in each for each in browser.window.toasts.texts()), text)


def test_a_download_lands_in_the_folder_for_downloads(browser: Browser, tmp_path: Path) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/")
    browser.see("DragonMedium.png")
    browser.click("Download")
    finished(browser, "Downloaded DragonMedium.png")
    assert downloads.folder() == tmp_path / "Downloads"
    stored = (tmp_path / "Downloads" / "DragonMedium.png").read_bytes()
    assert len(stored) == 1_359_891
    assert browser.sees("Show in folder")
    assert not browser.page.downloads.isVisible()


def test_a_file_that_is_there_is_never_written_over(browser: Browser, tmp_path: Path) -> None:
    folder = tmp_path / "Downloads"
    folder.mkdir()
    (folder / "tea.svg").write_text("mine")
    browser.take("works")
    browser.go("oss://wla-test2/")
    browser.see("tea.svg")
    browser.click("Download")
    finished(browser, "Downloaded tea (2).svg")
    assert (folder / "tea.svg").read_text() == "mine"
    assert (folder / "tea (2).svg").stat().st_size > 1000


def test_an_awkward_key_becomes_a_harmless_name(browser: Browser, tmp_path: Path) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/")
    browser.see("invoice[U+202E]gpj.exe", "gpj.exe")
    browser.click("Download")
    finished(browser, "Downloaded")
    assert os.listdir(tmp_path / "Downloads") == ["invoicegpj.exe"]


def test_a_refused_download_says_so_and_leaves_nothing(browser: Browser, tmp_path: Path) -> None:
    browser.take("works")
    browser.go("oss://wla-test2/")
    browser.see("backup-2019.tar")
    browser.click("Download")
    browser.wait(browser.window.toasts.texts, "the refusal")
    assert not list((tmp_path / "Downloads").iterdir())


def test_a_download_that_is_taken_back_leaves_nothing(browser: Browser, tmp_path: Path) -> None:
    browser.take("slow")
    browser.go("oss://wla-slow/")
    browser.choose("Objects", "DragonMedium.png")
    browser.click("Download")
    browser.wait(browser.page.downloads.isVisible, "the bar")
    browser.click("Cancel download")
    assert not browser.page.downloads.isVisible()
    browser.see("aurora.webp")
    browser.click("Download")
    finished(browser, "Downloaded aurora.webp")
    assert os.listdir(tmp_path / "Downloads") == ["aurora.webp"]


@pytest.mark.usefixtures("browser")
def test_the_folder_is_the_desktop_s_own(tmp_path: Path) -> None:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    assert Path(place) == tmp_path / "Downloads"
