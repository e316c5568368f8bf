"""Patterns against texts, and patterns against patterns."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stsviewer.policy import wildcard

PATTERN, TEXT = st.text("ab*?", max_size=8), st.text("ab", max_size=8)


@settings(deadline=None)
@given(pattern=PATTERN, text=TEXT)
def test_as_a_regular_expression_would(pattern: str, text: str) -> None:
    expression = re.escape(pattern).replace("\\*", ".*").replace("\\?", ".")
    assert wildcard.matches(pattern, text) == (re.fullmatch(expression, text, re.DOTALL) is not None)


def test_a_line_break_is_a_character_too() -> None:
    assert wildcard.matches("a?b*", "a\nb\n")


@pytest.mark.parametrize(
    ("wide", "narrow", "covered"),
    [
        ("*", "?", True),
        ("a*", "a*b", True),
        ("a*", "ab?", True),
        ("a*b", "a*", False),
        ("?", "*", False),
        ("a?", "a*", False),
        ("?", "?", True),
        ("?", "a", True),
        ("a", "?", False),
    ],
)
def test_covers(wide: str, narrow: str, covered: bool) -> None:
    assert wildcard.covers(wide, narrow) is covered


@settings(deadline=None)
@given(wide=PATTERN, narrow=PATTERN, text=TEXT)
def test_what_is_covered_is_matched(wide: str, narrow: str, text: str) -> None:
    if wildcard.covers(wide, narrow) and wildcard.matches(narrow, text):
        assert wildcard.matches(wide, text)
