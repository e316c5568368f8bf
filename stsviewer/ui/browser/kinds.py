"""What an object is, told from its name: the word for the Type column, its icon, and how the preview shows it.

A name is a guess: the preview looks at the bytes before it believes one.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from stsviewer.text import Marked, mark


class Show(Enum):
    """How the preview shows an object."""

    PICTURE = "picture"
    DRAWING = "drawing"  # SVG
    TEXT = "text"
    CARD = "card"  # says what it is; nothing is fetched


class Kind(NamedTuple):
    """A kind of object: what the Type column says, its icon, how the preview shows it."""

    word: Marked
    icon: str
    show: Show


BINARY = Kind(mark("Kinds", "Binary"), "file", Show.CARD)
FOLDER = Kind(mark("Kinds", "Folder"), "folder", Show.CARD)

_KINDS = (
    (Show.PICTURE, "image", mark("Kinds", "PNG image"), "png apng"),
    (Show.PICTURE, "image", mark("Kinds", "JPEG image"), "jpg jpeg jpe jfif"),
    (Show.PICTURE, "image", mark("Kinds", "WebP image"), "webp"),
    (Show.PICTURE, "image", mark("Kinds", "GIF image"), "gif"),
    (Show.PICTURE, "image", mark("Kinds", "TIFF image"), "tif tiff"),
    (Show.PICTURE, "image", mark("Kinds", "BMP image"), "bmp dib"),
    (Show.PICTURE, "image", mark("Kinds", "HEIC image"), "heic heif hif"),
    (Show.PICTURE, "image", mark("Kinds", "AVIF image"), "avif"),
    (Show.PICTURE, "image", mark("Kinds", "Icon"), "ico icns cur"),
    (Show.PICTURE, "image", mark("Kinds", "TGA image"), "tga"),
    (Show.PICTURE, "image", mark("Kinds", "Netpbm image"), "pbm pgm ppm pnm"),
    (Show.PICTURE, "image", mark("Kinds", "XPM image"), "xpm xbm"),
    (Show.PICTURE, "image", mark("Kinds", "JPEG 2000 image"), "jp2 j2k jpx"),
    (Show.DRAWING, "image", mark("Kinds", "SVG image"), "svg"),
    (Show.TEXT, "file-json", mark("Kinds", "JSON"), "json jsonl ndjson geojson"),
    (Show.TEXT, "file-text", mark("Kinds", "Text"), "txt text log nfo srt vtt"),
    (Show.TEXT, "file-text", mark("Kinds", "Markdown"), "md markdown rst"),
    (Show.TEXT, "file-text", mark("Kinds", "CSV"), "csv tsv"),
    (Show.TEXT, "file-text", mark("Kinds", "HTML"), "html htm xhtml"),
    (Show.TEXT, "file-text", mark("Kinds", "XML"), "xml xsd xsl plist rss"),
    (Show.TEXT, "file-text", mark("Kinds", "YAML"), "yaml yml"),
    (Show.TEXT, "file-text", mark("Kinds", "Settings"), "ini cfg conf toml properties env pem crt csr"),
    (Show.TEXT, "file-text", mark("Kinds", "Script"), "sh bash zsh fish ps1 bat cmd"),
    (
        Show.TEXT,
        "file-text",
        mark("Kinds", "Source code"),
        "py js mjs ts tsx jsx java kt go rs c h cc cpp hpp cs rb php swift scala lua pl r sql css scss vue dart",
    ),
    (Show.CARD, "archive", mark("Kinds", "Archive"), "zip tar gz tgz bz2 xz 7z rar zst lz4 jar war"),
    (Show.CARD, "file-text", mark("Kinds", "PDF document"), "pdf"),
    (Show.CARD, "file-text", mark("Kinds", "Document"), "doc docx odt rtf pages"),
    (Show.CARD, "file-text", mark("Kinds", "Spreadsheet"), "xls xlsx ods numbers"),
    (Show.CARD, "file-text", mark("Kinds", "Presentation"), "ppt pptx odp"),
    (Show.CARD, "play", mark("Kinds", "Video"), "mp4 mov m4v mkv webm avi flv m3u8"),
    (Show.CARD, "play", mark("Kinds", "Audio"), "mp3 wav flac m4a aac ogg opus"),
    (Show.CARD, "file-text", mark("Kinds", "Program"), "exe msi dll so dylib bin app deb rpm apk dmg"),
    (Show.CARD, "file-text", mark("Kinds", "Font"), "ttf otf woff woff2"),
    (Show.CARD, "file", mark("Kinds", "Data"), "parquet orc avro sqlite db npy h5"),
)
_BY_ENDING = {end: Kind(word, icon, show) for show, icon, word, endings in _KINDS for end in endings.split()}

_PROCESSED_BY_THE_CLOUD = frozenset(("jpg", "jpeg", "jfif", "png", "bmp", "gif", "webp", "tif", "tiff", "heic", "avif"))
_PROCESSED_BYTES = 20_000_000


def ending(key: str) -> str:
    """The ending of ``key`` in lower case without its dot, or an empty text."""
    name = key.rpartition("/")[2]
    stem, dot, last = name.rpartition(".")
    return last.lower() if dot and stem else ""


def kind_of(key: str) -> Kind:
    """The kind of the object at ``key``."""
    return _BY_ENDING.get(ending(key), BINARY)


def has_thumbnail(key: str, size: int) -> bool:
    """Whether the cloud can make a small picture of it: its image processing takes these formats up to 20 MB."""
    return 0 < size <= _PROCESSED_BYTES and ending(key) in _PROCESSED_BY_THE_CLOUD


def word(kind: Kind) -> str:
    """What the Type column says for ``kind``, in the language in force."""
    return QCoreApplication.translate(kind.word.context, kind.word.source)
