"""What leaves the page: letters, reports. Nothing secret is in them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QGuiApplication
from support.checker import Checker
from support.sandbox import RunningSandbox
from support.stories import story

from stsviewer.check.values import Report
from stsviewer.failure import Failed
from stsviewer.ui.check.saving import save


def downloads() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation))


def saved(checker: Checker, ending: str) -> str:
    """The one report with that ending, once it is there."""
    checker.wait(lambda: list(downloads().glob(f"role-check *.{ending}")), f"a report ending in {ending}")
    (path,) = downloads().glob(f"role-check *.{ending}")
    checker.wait(lambda: any(path.name in text for text in checker.window.toasts.texts()), "its name")
    return path.read_text(encoding="utf-8")


def secrets_of(sandbox: RunningSandbox, name: str) -> list[str]:
    return [story(sandbox, name)[1].secret.reveal(), "CAIS", "SecurityToken=", "Signature"]


@pytest.mark.parametrize(("language", "chinese"), [("English", False), ("中文", True)])
def test_the_letter_in_both_languages(checker: Checker, sandbox: RunningSandbox, language: str, chinese: bool) -> None:
    report = checker.check("service-role")
    checker.choose_from_menu("Copy letter", language)
    letter = QGuiApplication.clipboard().text()
    assert bool(re.search("[\u4e00-\u9fff]", letter)) is chinese
    assert report.failed.request_id in letter
    assert report.fixes[0].document.splitlines()[5].strip() in letter
    for secret in secrets_of(sandbox, "service-role"):
        assert secret not in letter


@pytest.mark.parametrize(("entry", "ending"), [("Markdown", "md"), ("JSON", "json"), ("HTML", "html")])
def test_the_matrix_exports_the_report(checker: Checker, sandbox: RunningSandbox, entry: str, ending: str) -> None:
    checker.check("explicit-deny")
    checker.choose_from_menu("Export what this role may do", entry)
    text = saved(checker, ending)
    assert "GetObject" in text
    for secret in secrets_of(sandbox, "explicit-deny"):
        assert secret not in text
    if ending == "json":
        assert json.loads(text)["verdict"] == "fails"


def test_the_status_line_tells_what_was_sent_and_keeps_the_report(checker: Checker) -> None:
    report = checker.check("works")
    assert checker.page.status.text() == f"Read-only: {report.requests} requests, none that changes anything"
    checker.click("Save report")
    assert saved(checker, "html").startswith("<!DOCTYPE html>")


def test_a_taken_name_gets_a_number(checker: Checker, tmp_path: Path) -> None:
    report = checker.check("works")
    first, second = (save(report, "json", "en", tmp_path / "kept") for _ in range(2))
    assert first != second
    assert second.name.endswith(" (2).json")
    assert first.read_text() == second.read_text()


def test_a_folder_that_cannot_be_written_is_told(checker: Checker, tmp_path: Path) -> None:
    report = checker.check("works")
    (tmp_path / "file").write_text("")
    with pytest.raises(Failed) as failed:
        save(report, "json", "en", tmp_path / "file" / "below")
    assert failed.value.failure.sentence.english().startswith("The report could not be written: ")


def test_what_a_profile_is_called_is_no_path(checker: Checker, tmp_path: Path) -> None:
    from dataclasses import replace

    report: Report = replace(checker.check("works"), profile="../../etc/\u202epasswd<b>")
    path = save(report, "md", "en", tmp_path / "kept")
    assert path.parent == tmp_path / "kept"
    assert path.name.startswith("role-check etc-passwd-b ")
