"""Text of any encoding: what its bytes are written in, and what they say."""

from __future__ import annotations

import codecs
import re
from typing import Final, NamedTuple

TEXT_BYTES: Final = 256 * 1024
"""How much of a text is fetched."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32 LE"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32 BE"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 LE"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 BE"),
)
_GUESSED = ("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp1252", "cp1251", "koi8_r")
_NAMES = {
    "gb18030": "GB18030", "big5": "Big5", "shift_jis": "Shift_JIS", "euc_jp": "EUC-JP", "euc_kr": "EUC-KR",
    "koi8_r": "KOI8-R", "ascii": "ASCII", "utf_8": "UTF-8", "latin_1": "ISO-8859-1",
}  # fmt: skip
_SAMPLE = 16 * 1024


class Decoded(NamedTuple):
    """A text, the name of its encoding for people, and whether it looks like anything but text."""

    text: str
    encoding: str
    binary: bool = False


def decoded(data: bytes, content_type: str = "", *, cut: bool = False) -> Decoded:
    """Decode ``data``: by its byte order mark, as UTF-8, as ``content_type`` says, by what its characters tell.

    ``cut`` says that ``data`` may end inside a character.
    """
    for bom, codec, name in _BOMS:
        if data.startswith(bom):
            return _result(_read(data[len(bom) :], codec, cut=cut, strict=False), name)
    wide = _wide(data)
    if wide:
        return _result(_read(data, wide, cut=cut, strict=False), wide.upper().replace("UTF-16-", "UTF-16 "))
    if b"\x00" in data:
        return Decoded("", "", binary=True)
    for codec in ("utf-8", _charset(content_type)):
        if codec and (text := _read(data, codec, cut=cut)) is not None:
            return _result(text, _name(codec) if not data.isascii() else "ASCII")
    codec = _guess(data)
    return _result(_read(data, codec, cut=cut, strict=False), _name(codec))


def _result(text: str | None, name: str) -> Decoded:
    text = text or ""
    odd = sum(1 for each in text[:_SAMPLE] if each < " " and each not in "\t\n\r\f\x1b\b")
    return Decoded(text, name, binary=odd * 20 > len(text[:_SAMPLE]))


def _read(data: bytes, codec: str, *, cut: bool, strict: bool = True) -> str | None:
    """``data`` as ``codec`` or, when ``strict`` and it is not that, None."""
    try:
        return codecs.getincrementaldecoder(codec)("strict" if strict else "replace").decode(data, not cut)
    except (UnicodeError, LookupError):
        return None


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: every other byte of what is mostly Latin or blanks is zero."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or len(data) % 2:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) / 2
    if odd > 0.3 * half and not even:
        return "utf-16-le"
    return "utf-16-be" if even > 0.3 * half and not odd else ""


def _charset(content_type: str) -> str:
    found = re.search(r"charset\s*=\s*[\"']?([A-Za-z0-9._:-]+)", content_type)
    if not found:
        return ""
    try:
        info = codecs.lookup(found[1])
    except LookupError:
        return ""
    name = info.name
    if not getattr(info, "_is_text_encoding", True):
        return ""
    return "gb18030" if name in ("gbk", "gb2312") else name


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    sample = data[:_SAMPLE]
    if _is_chinese(sample):
        return "gb18030"
    best = from_bytes(sample, steps=3, cp_isolation=list(_GUESSED), preemptive_behaviour=False).best()
    return best.encoding if best is not None else "cp1252"


def _is_chinese(sample: bytes) -> bool:
    """Whether ``sample`` reads as GB18030 made of common ideographs: its first level, rows B0 to D7, sorted by use.

    In the other encodings of these bytes hardly anything lands there alone, and short texts mislead statistics.
    """
    text = _read(sample, "gb18030", cut=True)
    if text is None:
        return False
    high = [each for each in text if not each.isascii()]
    if not high:
        return False
    leads = [each.encode("gb18030")[0] for each in high]
    if len(leads) > 3 and max(leads) < 0xC9:  # Hangul lies there in EUC-KR; Chinese without 一, 上, 在, 中, 有 is rare
        return False
    common = sum(1 for lead in leads if 0xB0 <= lead <= 0xD7 or lead in (0xA1, 0xA3))
    return common >= 0.85 * len(high)


def _name(codec: str) -> str:
    normal = codec.lower().replace("-", "_")
    if normal.startswith("cp125"):
        return f"Windows-{normal[2:]}"
    return _NAMES.get(normal, normal.replace("_", "-").upper())
