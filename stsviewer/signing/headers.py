"""Header names do not care for case, and blanks around a value do not reach the other side: both are settled here."""

from __future__ import annotations

from collections.abc import Collection, Mapping


def lowered(headers: Mapping[str, str]) -> dict[str, str]:
    """``headers`` under lower-case names with trimmed values. Values of names that differ in case only are joined."""
    plain: dict[str, str] = {}
    for name, value in headers.items():
        lower, trimmed = name.lower(), value.strip()
        plain[lower] = f"{plain[lower]},{trimmed}" if lower in plain else trimmed
    return plain


def lines(headers: Mapping[str, str], names: Collection[str]) -> str:
    """One ``name:value`` line, each with its newline, for every one of ``names``, sorted. ``headers`` is lowered."""
    return "".join(f"{name}:{headers[name]}\n" for name in sorted(names))
