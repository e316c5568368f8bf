"""``*`` stands for any run of characters, none included, ``?`` for exactly one; there is no escape.

RAM's page on the syntax shows both. The OSS page names only ``*``; what ``?`` does there nobody says, and the general
rule is taken.
"""

from __future__ import annotations


def matches(pattern: str, text: str) -> bool:
    """Whether ``pattern`` covers the whole of ``text``. Time grows with the product of the lengths at worst."""
    at = place = 0
    star = -1  # where the last * stands, and from where its run may still grow
    grown = 0
    while place < len(text):
        if at < len(pattern) and pattern[at] == "*":
            star, grown = at, place
            at += 1
        elif at < len(pattern) and pattern[at] in ("?", text[place]):
            at += 1
            place += 1
        elif star >= 0:
            grown += 1
            at, place = star + 1, grown
        else:
            return False
    return pattern[at:].strip("*") == ""


def is_wild(pattern: str) -> bool:
    """Whether ``pattern`` covers more than itself."""
    return "*" in pattern or "?" in pattern


def covers(wide: str, narrow: str) -> bool:
    """Whether ``wide`` surely covers all that ``narrow`` does. False may also mean that it was not found out."""
    if wide == narrow:
        return True
    if "?" in wide and is_wild(narrow):
        return False  # a ? must not stand for a *
    return matches(wide, narrow)
