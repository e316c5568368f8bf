"""Texts of any encoding."""

from __future__ import annotations

import pytest

from stsviewer.ui.preview.text_decode import decoded

CHINESE = "会议纪要：十一月二十四日，上海。出席：何绍、林岚。"
LATIN = "Café à la crème, déjà vu: 3 ½ fois"


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (CHINESE, "utf-8", "UTF-8"),
        (CHINESE, "utf-8-sig", "UTF-8"),
        (CHINESE, "gb18030", "GB18030"),
        (CHINESE, "utf-16", "UTF-16 LE"),
        ("會議紀錄：十一月二十四日，上海。出席者三人。", "big5", "Big5"),
        ("会議の議事録です。十一月二十四日、上海。", "shift_jis", "Shift_JIS"),
        ("会議の議事録です。これは日本語。", "euc-jp", "EUC-JP"),
        ("회의록 십일월 이십사일 상하이 안녕하세요", "euc-kr", "EUC-KR"),
        ("Протокол заседания от ноября", "cp1251", "Windows-1251"),
        ("Протокол заседания от ноября", "koi8-r", "KOI8-R"),
        (LATIN, "cp1252", "Windows-1252"),
        ("plain old text", "ascii", "ASCII"),
        ("no mark, but wide", "utf-16-le", "UTF-16 LE"),
        ("no mark, but wide", "utf-16-be", "UTF-16 BE"),
        ("with a mark", "utf-32", "UTF-32 LE"),
    ],
)
def test_an_encoding_is_told_from_the_bytes(text: str, codec: str, name: str) -> None:
    made = decoded(text.encode(codec))
    assert (made.text, made.encoding, made.binary) == (text, name, False)


def test_what_the_server_says_counts_where_bytes_do_not_decide() -> None:
    data = "שלום".encode("cp1255")
    assert decoded(data, "text/plain; charset=windows-1255").text == "שלום"
    assert decoded("已".encode("gbk"), 'text/plain; charset="GB2312"').text == "已"
    assert decoded("utf-8 ä".encode(), "text/plain; charset=gbk").text == "utf-8 ä"
    assert decoded(b"abc", "text/plain; charset=no-such-thing").text == "abc"
    assert decoded(b"abc\xff", "text/plain; charset=base64").encoding != "BASE64"


def test_a_text_may_end_inside_a_character() -> None:
    data = CHINESE.encode()[:-1]
    assert decoded(data, cut=True).text == CHINESE[:-1]
    assert decoded(data, cut=True).encoding == "UTF-8"


@pytest.mark.parametrize(
    "data",
    [b"\x00\x01\x02\x03", b"MZ\x90\x00\x03\x00\x00\x00", bytes(range(1, 32)) * 20, b"%PDF-1.4 \x00\x00"],
)
def test_what_is_no_text_is_told(data: bytes) -> None:
    assert decoded(data).binary


def test_nothing_is_an_empty_text() -> None:
    assert decoded(b"") == ("", "ASCII", False)
