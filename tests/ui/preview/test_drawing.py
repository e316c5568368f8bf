"""Drawings from outside: nothing in them reaches a file or an address, and they cannot grow without end."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage

from stsviewer import places
from stsviewer.ui.preview import decode, drawing

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="10" height="10">'


def safe(body: str, head: str = _HEAD) -> str:
    return drawing.made_safe(f"{head}{body}</svg>".encode()).decode()


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        '<image href="file:///etc/passwd" width="9" height="9"/>',
        '<image xlink:href="http://127.0.0.1/x.png"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>',
        '<feImage href="secret.png"/>',
        '<use xlink:href="other.svg#part"/>',
        "<rect style=\"fill: url('http://127.0.0.1/paint')\"/>",
        '<rect fill="url(secret.svg#g)"/>',
        "<style>@import url(http://127.0.0.1/style.css);</style>",
        '<rect onclick="secret()"/>',
        "<foreignObject><secret/></foreignObject>",
        '<a href="http://127.0.0.1/"><text>x</text></a>',
        '<?xml-stylesheet href="secret.css"?>',
    ],
)
def test_what_leads_outside_is_taken_out(body: str) -> None:
    made = safe(body)
    for trace in ("127.0.0.1", "secret", "passwd", "script", "svg+xml", "import", "other.svg"):
        assert trace not in made


def test_what_draws_stays() -> None:
    body = (
        '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>'
        '<rect width="10" height="10" fill="url(#g)"/><use xlink:href="#g"/><text>a &amp; b</text>'
    )
    made = safe(body)
    for part in ('fill="url(#g)"', 'xlink:href="#g"', "a &amp; b", "linearGradient"):
        assert part in made


def test_a_picture_of_this_machine_is_not_drawn(tmp_path: Path, qapp) -> None:
    secret = QImage(8, 8, QImage.Format.Format_RGB32)
    secret.fill(QColor("red"))
    file = tmp_path / "secret.png"
    assert secret.save(str(file))
    body = f'{_HEAD}<image href="{file}" width="10" height="10"/></svg>'
    shown = decode.picture(body.encode(), "x.svg").frames[0].levels[0]
    assert QColor(shown.pixelColor(shown.rect().center())).alpha() == 0


def test_an_embedded_picture_is_drawn(qapp) -> None:
    red = QImage(4, 4, QImage.Format.Format_RGB32)
    red.fill(QColor("red"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert red.save(buffer, "PNG")
    link = "data:image/png;base64," + QByteArray(buffer.data()).toBase64().data().decode()
    shown = decode.picture(f'{_HEAD}<image href="{link}" width="10" height="10"/></svg>'.encode(), "x.svg")
    level = shown.frames[0].levels[0]
    assert QColor(level.pixelColor(level.rect().center())).red() > 200


def test_entities_do_not_grow_without_end() -> None:
    entities = "".join(f'<!ENTITY {chr(98 + n)} "{(f"&{chr(97 + n)};") * 10}">' for n in range(9))
    bomb = f'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">{entities}]>{_HEAD}<text>&j;</text></svg>'
    with pytest.raises(drawing.NotADrawing):
        drawing.made_safe(bomb.encode())


def test_an_outer_entity_brings_nothing_in() -> None:
    outer = f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>{_HEAD}<text>[&x;]</text></svg>'
    try:
        made = drawing.made_safe(outer.encode()).decode()
    except drawing.NotADrawing:
        return
    assert "<text>[]</text>" in made


@pytest.mark.parametrize("data", [b"", b"<svg", b"<svg><g></svg>", b"\x00\x01\x02", b"<html></html>x"])
def test_what_is_no_xml_is_refused(data: bytes) -> None:
    with pytest.raises(drawing.NotADrawing):
        drawing.made_safe(data)


def test_the_shipped_icons_come_through(qapp) -> None:
    for file in (places.resources() / "icons").glob("*.svg"):
        made = decode.picture(file.read_bytes(), file.name)
        assert made.scalable
        assert max(made.frames[0].levels[0].width(), made.frames[0].levels[0].height()) > 1000
