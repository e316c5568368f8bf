"""The translation is whole, and what is compiled is what is written."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from support import translations

from stsviewer.text import mark, say
from stsviewer.ui import translate
from stsviewer.ui.spacing import spaced

WRITTEN = translations.FOLDER / "stsviewer_zh_CN.ts"
COMPILED = WRITTEN.with_suffix(".qm")


def messages(path: Path) -> list[tuple[str, str, str, bool]]:
    """Context, source, translation, and whether it is finished."""
    found = []
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            told = message.find("translation")
            found.append(
                (context.findtext("name"), message.findtext("source"), told.text or "", told.get("type") is None)
            )
    return found


def test_every_text_is_translated() -> None:
    assert [message[:2] for message in messages(WRITTEN) if not message[3] or not message[2].strip()] == []


def test_no_text_of_the_package_is_missing_and_none_is_left_over(tmp_path: Path) -> None:
    fresh = tmp_path / WRITTEN.name
    translations.collect(fresh, "zh_CN")
    assert sorted(m[:2] for m in messages(fresh)) == sorted(m[:2] for m in messages(WRITTEN))


def test_the_compiled_file_is_up_to_date(tmp_path: Path) -> None:
    translations.compile_to(WRITTEN, tmp_path / "fresh.qm")
    assert (tmp_path / "fresh.qm").read_bytes() == COMPILED.read_bytes()


def test_values_keep_their_places() -> None:
    def names(text: str) -> list[str]:
        return sorted(set(re.findall(r"\{(\w+)\}", text)))

    assert [m[:3] for m in messages(WRITTEN) if names(m[1]) != names(m[2])] == []


def test_sentences_have_chinese_punctuation_and_no_typed_gap() -> None:
    han = "[\u4e00-\u9fff]"
    gap = re.compile(rf"{han} [A-Za-z0-9{{]|[A-Za-z0-9}}] {han}")
    ascii_stop = re.compile(rf"{han}[,;:!?.](?:$|\s*{han})")
    for context, _, told, _ in messages(WRITTEN):
        if context != "Formats":
            assert not gap.search(told), told
            assert not ascii_stop.search(told), told


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("会话{name}", "会话\u2009{name}"),
        ("RAM用户", "RAM\u2009用户"),
        ("60秒后清除", "60\u2009秒后清除"),
        ("没有令牌", "没有令牌"),
        ("No token", "No token"),
        ("外部ID、MFA", "外部\u2009ID、MFA"),
    ],
)
def test_the_gap_between_chinese_and_latin_is_put_in(text: str, shown: str) -> None:
    assert spaced(text) == shown


def test_texts_of_rooms_without_qt_are_translated_with_their_values(styled: QApplication) -> None:
    denied = say(
        mark("Denial", "No policy of {who} allows {action}. Attach one that does."),
        who=say(mark("Denial", "the role")),
        action="<b>oss:ListObjects</b>{who}",
    )
    translate.apply(styled, "zh_CN")
    try:
        sentence = translate.shown(denied)
    finally:
        translate.apply(styled, "en")
    assert sentence.startswith("角色")
    assert "<b>oss:ListObjects</b>{who}" in sentence
    assert translate.shown(denied) == denied.english()
