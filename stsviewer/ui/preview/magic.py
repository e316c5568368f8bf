"""What the first bytes of an object say it is. A picture is decoded as what its bytes say, never as what its name says.

Qt's own guessing is not used: it would hand bytes that begin like a drawing or a PDF to readers that load other files.
"""

from __future__ import annotations

from enum import Enum

from stsviewer.ui.browser import kinds


class Reader(Enum):
    """Who decodes it."""

    QT = "qt"
    PILLOW = "pillow"
    SVG = "svg"


_PREFIXES = (
    (b"\x89PNG\r\n\x1a\n", "png", Reader.QT),
    (b"\xff\xd8\xff", "jpeg", Reader.QT),
    (b"GIF87a", "gif", Reader.QT),
    (b"GIF89a", "gif", Reader.QT),
    (b"BM", "bmp", Reader.QT),
    (b"II*\x00", "tiff", Reader.QT),
    (b"MM\x00*", "tiff", Reader.QT),
    (b"\x00\x00\x01\x00", "ico", Reader.QT),
    (b"\x00\x00\x02\x00", "cur", Reader.QT),
    (b"icns", "icns", Reader.QT),
    (b"/* XPM", "xpm", Reader.QT),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", "jp2", Reader.PILLOW),
    (b"\xff\x4f\xff\x51", "j2k", Reader.PILLOW),
)
_NETPBM = {b"1": "pbm", b"4": "pbm", b"2": "pgm", b"5": "pgm", b"3": "ppm", b"6": "ppm"}
_HEIF_BRANDS = frozenset((b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"))


def told(data: bytes, key: str) -> tuple[str, Reader] | None:
    """The format of ``data`` and who decodes it, None when it is no picture. TGA has no mark: there ``key`` decides."""
    for prefix, name, reader in _PREFIXES:
        if data.startswith(prefix):
            return name, reader
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp", Reader.QT
    if data[4:8] == b"ftyp":
        brands = {data[8:12], *(data[at : at + 4] for at in range(16, min(64, int.from_bytes(data[:4])), 4))}
        if brands & {b"avif", b"avis"}:
            return "avif", Reader.PILLOW
        if brands & _HEIF_BRANDS:
            return "heic", Reader.PILLOW
        return None
    if data[:1] == b"P" and data[1:2] in _NETPBM and data[2:3].isspace():
        return _NETPBM[data[1:2]], Reader.QT
    if looks_like_a_drawing(data):
        return "svg", Reader.SVG
    return ("tga", Reader.PILLOW) if kinds.ending(key) == "tga" else None


def carries_a_turn(data: bytes, name: str) -> bool:
    """Whether a picture that stands still may say how the camera was held where Qt does not look: EXIF in WebP, PNG."""
    if name == "webp":
        flags = data[20] if data[12:16] == b"VP8X" and len(data) > 20 else 0
        return bool(flags & 0x08) and not flags & 0x02
    return name == "png" and b"eXIf" in data


def looks_like_a_drawing(data: bytes) -> bool:
    """Whether ``data`` begins like SVG."""
    head = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"<") and b"<svg" in data[:4096]
