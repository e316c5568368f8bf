"""Pictures: told by their bytes, turned as the camera was held, bounded in memory."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
import zlib

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from support.images import encoded

from stsviewer import places
from stsviewer.failure import Failed
from stsviewer.ui.preview import decode, magic

SHIPPED = places.resources() / "sandbox" / "objects"


@pytest.mark.parametrize(
    "name",
    [
        "DragonMedium.png", "aurora.tga", "aurora.webp", "dragon.ico", "dunes-small.ppm", "dunes.tiff", "dusk.gif",
        "forest.avif", "moon.bmp", "ridges-ink.heic", "sea-at-six.jpg", "tea.svg",
    ],
)  # fmt: skip
def test_every_shipped_format_is_shown(qapp, name: str) -> None:
    made = decode.picture((SHIPPED / name).read_bytes(), name)
    first = made.frames[0].levels[0]
    assert not first.isNull()
    assert made.size.width() > 10
    assert first.format() in (QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32_Premultiplied)


def test_bytes_outrank_the_name(qapp) -> None:
    png = (SHIPPED / "DragonMedium.png").read_bytes()
    assert decode.picture(png, "holiday.jpg").format == "png"
    assert magic.told(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "photo.png") == ("svg", magic.Reader.SVG)
    for data in (b"%PDF-1.7", b"\x1f\x8b\x08<svg", b"<html><body>", b"plain"):
        assert magic.told(data, "photo.png") is None
        with pytest.raises(Failed) as failed:
            decode.picture(data, "photo.png")
        assert "no picture" in failed.value.failure.sentence.english()


def test_a_photo_is_turned_as_the_camera_was_held(qapp) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter to the right
    photo = Image.new("RGB", (40, 20), "blue")
    for form in ("JPEG", "WEBP", "PNG", "TIFF"):
        made = decode.picture(encoded(photo, form, exif=exif), "x.jpg")
        assert made.size == QSize(20, 40)
        assert made.frames[0].levels[0].size() == QSize(20, 40)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP", "TIFF"])
def test_a_damaged_picture_fails_or_shows_what_is_there(qapp, form: str) -> None:
    data = encoded(Image.effect_noise((200, 200), 60).convert("RGB"), form)
    for end in (30, len(data) // 2):
        try:
            said = bool(decode.picture(data[:end], "x").frames)
        except Failed as failed:
            said = bool(failed.failure.sentence.english())
        assert said


def test_an_animation_has_its_frames_and_times(qapp) -> None:
    frames = [Image.new("RGB", (16, 16), colour) for colour in ("red", "green", "blue")]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=[100, 200, 30], loop=2)
    made = decode.picture(data, "x.gif")
    assert [frame.delay for frame in made.frames] == [100, 200, 30]
    shown = [QColor(frame.levels[0].pixel(3, 3)).name() for frame in made.frames]
    assert shown == ["#ff0000", "#008000", "#0000ff"]


def test_a_long_animation_stands_still_rather_than_fill_the_memory(qapp, monkeypatch: pytest.MonkeyPatch) -> None:
    frames = [Image.effect_noise((100, 100), each + 1).convert("P") for each in range(10)]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=50)
    monkeypatch.setattr(decode, "ANIMATION_BYTES", 5 * 100 * 100)
    assert len(decode.picture(data, "x.gif").frames) == 1


def test_a_huge_photo_is_decoded_smaller_and_keeps_its_size(qapp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(decode, "WHOLE_PIXELS", 100_000)
    monkeypatch.setattr(decode, "REDUCED_PIXELS", 50_000)
    made = decode.picture(encoded(Image.new("RGB", (800, 400), "red"), "JPEG"), "x.jpg")
    assert made.size == QSize(800, 400)
    assert made.reduced
    first = made.frames[0].levels[0]
    assert first.width() * first.height() <= 50_000


def test_a_picture_that_claims_to_be_endless_is_refused(qapp) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    bomb = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )
    with pytest.raises(Failed) as failed:
        decode.picture(bomb, "x.png")
    assert "60000 × 60000" in failed.value.failure.sentence.english()


def test_levels_halve_down_to_the_smallest(qapp) -> None:
    made = decode.picture(encoded(Image.new("RGB", (1700, 900)), "PNG"), "x.png")
    assert [level.width() for level in made.frames[0].levels] == [1700, 850, 425, 212]


def test_transparency_is_told(qapp) -> None:
    assert decode.picture(encoded(Image.new("RGBA", (9, 9), (0, 0, 0, 0)), "PNG"), "x").transparent
    assert not decode.picture(encoded(Image.new("RGB", (9, 9)), "PNG"), "x").transparent


def test_a_small_picture_from_the_cloud_is_one_or_none(qapp) -> None:
    assert decode.thumbnail(encoded(Image.new("RGB", (40, 40)), "JPEG")).width() == 40
    assert decode.thumbnail(b"<Error/>") is None
    assert decode.thumbnail(b"<svg xmlns='http://www.w3.org/2000/svg'/>") is None


_MANY_AT_ONCE = """
import io, os, sys, threading
from PIL import Image
from PySide6.QtGui import QGuiApplication

sys.setswitchinterval(1e-6)
app = QGuiApplication([])
from stsviewer.ui.preview import decode

def encoded(form):
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8)).save(buffer, form)
    return buffer.getvalue()

drawing = b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"
kinds = [(encoded("PNG"), 1000), (encoded("JPEG"), 1000), (encoded("GIF"), 1000), (drawing, 15)]
shown = []

def work(data, times):
    for _ in range(times):
        assert decode.picture(data, "x").frames
    shown.append(times)

threads = [threading.Thread(target=work, args=each, daemon=True) for each in kinds]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sum(shown))
sys.stdout.flush()
os._exit(0)
"""


def test_many_pictures_at_once_neither_crash_nor_wait_for_each_other() -> None:
    """In a process of its own: what this guards against ends or stops the whole process."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(
        [sys.executable, "-c", _MANY_AT_ONCE], capture_output=True, text=True, timeout=60, env=environment, check=False
    )
    assert (ran.returncode, ran.stdout.strip()) == (0, "3015"), ran.stderr
