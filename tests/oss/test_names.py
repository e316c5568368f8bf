"""Names of buckets, and what a key is called on this machine's disk."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stsviewer.oss import is_bucket_name, local_name


@pytest.mark.parametrize("name", ["abc", "wla-test2", "0bucket", "a" * 63])
def test_names_of_buckets(name: str) -> None:
    assert is_bucket_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "ab",
        "a" * 64,
        "-ab",
        "ab-",
        "Abc",
        "a.b",
        "a_b",
        "a/b",
        "evil.test/",
        "a@b",
        "桶桶桶",
        "abc\n",
        "a b",
        "a:80",
    ],
)
def test_names_that_are_none(name: str) -> None:
    assert not is_bucket_name(name)


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("DragonMedium.png", "DragonMedium.png"),
        ("photos/2026/sea at six.jpg", "sea at six.jpg"),
        ("photos/", "photos"),
        ("会议纪要 2026-11.txt", "会议纪要 2026-11.txt"),
        ("invoice\u202egpj.exe", "invoicegpj.exe"),
        ("escape\x1b[31mred.txt", "escape[31mred.txt"),
        ("..", "object"),
        (".", "object"),
        ("a/../..", "object"),
        ("", "object"),
        ("/", "object"),
        (".bashrc", "bashrc"),
        ("...", "object"),
        ("back\\slash.txt", "back_slash.txt"),
        ("C:evil.txt", "C_evil.txt"),
        ('a:b*c?d"e<f>g|h', "a_b_c_d_e_f_g_h"),
        ("con.txt", "_con.txt"),
        ("CON", "_CON"),
        ("nul.tar.gz", "_nul.tar.gz"),
        ("COM1.log", "_COM1.log"),
        ("console.txt", "console.txt"),
        ("ends with dots...", "ends with dots"),
        (" blank ", "blank"),
        ("nul\x00byte.txt", "nulbyte.txt"),
        ("line\nbreak.txt", "linebreak.txt"),
    ],
)
def test_a_file_is_called_like_its_key_as_far_as_that_is_safe(key: str, name: str) -> None:
    assert local_name(key) == name


def test_a_name_is_composed_as_most_systems_type_it() -> None:
    assert local_name("cafe\u0301.txt") == "caf\u00e9.txt"


def test_a_long_name_keeps_its_ending() -> None:
    name = local_name("长" * 400 + ".tar.gz")
    assert name.endswith(".gz")
    assert len(name.encode()) <= 200


@given(st.text())
def test_any_key_gives_one_plain_name(key: str) -> None:
    name = local_name(key)
    assert name
    assert Path(name).name == name
    assert not name.startswith(".")
    assert name == name.strip()
    assert len(name.encode()) <= 200
    assert all(unicodedata.category(character) not in ("Cc", "Cf", "Zl", "Zp") for character in name)
