"""Writing to the terminal: what comes from outside is data, and no control sequence."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Mapping

from stsviewer.failure import Failure

# Besides controls: what turns the direction of text, joins or hides it, breaks lines, or is no character at all.
_ESCAPED = ("Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn")


def prepare() -> None:
    """Have standard output take every text, whatever the terminal's encoding is."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def write(text: str) -> None:
    """Write ``text``, which holds no text from outside that was not escaped, to standard output."""
    sys.stdout.write(text)


def tell(text: str) -> None:
    """Write one line to standard error, escaped."""
    sys.stderr.write(escaped(text) + "\n")


def escaped(text: str) -> str:
    r"""``text`` on one line, with everything that could steer a terminal or deceive the eye as \x1b or \u202e."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) if _is_escaped(character) else character for character in text)


def json_text(value: object, indent: int | None = None) -> str:
    """``value`` as JSON that is safe on a terminal as well: what would steer it is a \\u escape, the rest is
    readable.
    """
    # In a pipe on Windows, standard output takes a code page: there only ASCII reaches the other side as JSON.
    readable = (sys.stdout.encoding or "utf-8").lower().startswith("utf")
    text = json.dumps(value, ensure_ascii=not readable, indent=indent)
    if text.isascii() and "\x7f" not in text:
        return text
    # Outside of JSON's texts there is nothing but ASCII, so only characters within them are replaced.
    return "".join(
        json.dumps(character)[1:-1] if ord(character) > 0x7E and _is_escaped(character) else character
        for character in text
    )


def tell_failure(failure: Failure) -> None:
    """The one form in which a failure is told: what was being done, the sentence, and the evidence below."""
    tell(f"stsviewer: {failure.doing.english()}: {failure.sentence.english()}")
    evidence: Mapping[str, str] = {
        "Code": failure.code,
        "Message": failure.message,
        "EC": failure.ec,
        "RequestId": failure.request_id,
        "HostId": failure.host_id,
        "Status": str(failure.status) if failure.status else "",
        **dict(failure.detail),
    }
    for name, value in evidence.items():
        if value:
            tell(f"  {name}: {value}")


def _is_escaped(character: str) -> bool:
    return unicodedata.category(character) in _ESCAPED


def _shown(character: str) -> str:
    number = ord(character)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
