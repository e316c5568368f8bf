"""From bytes to pictures that are quick to paint. Everything here is slow and runs inside jobs."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QDataStream, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageIOHandler, QImageReader

from stsviewer.failure import Failed, Failure, Kind
from stsviewer.text import Text, mark, say
from stsviewer.ui.preview import drawing, magic

if TYPE_CHECKING:
    from stsviewer.wire import Cancel

WHOLE_PIXELS: Final = 64_000_000
"""Pictures of more pixels (256 MB decoded) are decoded at a smaller size where their format can."""
REDUCED_PIXELS: Final = 24_000_000
"""The size they are decoded at then."""
ALLOCATION_MB: Final = 400
"""What Qt may allocate for one picture; its own 256 MB refuse some below `WHOLE_PIXELS`."""
ANIMATION_BYTES: Final = 192 << 20
"""Frames of an animation are kept up to here; a longer one stands still on its first."""
# Qt's enumerations are made when they are first asked for, and two threads that both ask first crash the process: they
# are asked for here, while the module is imported.
_WITH_ALPHA: Final = QImage.Format.Format_ARGB32_Premultiplied
_OPAQUE: Final = QImage.Format.Format_RGB32
_PILLOW_RGBA: Final = QImage.Format.Format_RGBA8888
_PILLOW_RGB: Final = QImage.Format.Format_RGB888
_SRGB: Final = QColorSpace.NamedColorSpace.SRgb
_KEEP: Final = Qt.AspectRatioMode.KeepAspectRatio
_STRETCH: Final = Qt.AspectRatioMode.IgnoreAspectRatio
_SMOOTH: Final = Qt.TransformationMode.SmoothTransformation
_QUARTER_TURN: Final = QImageIOHandler.Transformation.TransformationRotate90

_SHORTEST: Final = 20  # ms that a frame stands at least, as browsers do it
_SMALLEST_LEVEL: Final = 400  # px of the longer side
_PILLOW_NAMES: Final = {
    "heic": "HEIF", "avif": "AVIF", "jp2": "JPEG2000", "j2k": "JPEG2000", "tiff": "TIFF", "tga": "TGA", "webp": "WEBP",
    "png": "PNG",
}  # fmt: skip
_DRAWN_SIDE: Final = 2400  # px of a drawing's longer side: sharp in the largest pane at 2x


@dataclass(frozen=True)
class Frame:
    """One image of a picture in falling sizes, each half of the one before, and how long it stands (ms)."""

    levels: tuple[QImage, ...]
    delay: int = 0


@dataclass(frozen=True)
class Picture:
    """A decoded picture. ``size`` is its own size in px, whatever size it was decoded at."""

    size: QSize
    frames: tuple[Frame, ...]
    format: str
    loops: int = -1  # how often an animation repeats after its first run; -1 for ever
    transparent: bool = False
    scalable: bool = False  # a drawing: larger is as sharp
    reduced: bool = False  # decoded smaller than it is


def picture(data: bytes, key: str, cancel: Cancel | None = None) -> Picture:
    """Decode ``data``. Raises Failed with a sentence when it is no picture, damaged, or too large."""
    found = magic.told(data, key)
    if found is None:
        raise _failed(say(mark("Preview", "This is no picture that can be shown, whatever its name says.")))
    name, reader = found
    if reader is magic.Reader.SVG:
        return _drawn(data)
    if reader is magic.Reader.PILLOW or magic.carries_a_turn(data, name):
        return _by_pillow(data, name)
    return _by_qt(data, name, cancel)


def thumbnail(data: bytes) -> QImage | None:
    """A small picture that the cloud made, or None when it is none."""
    found = magic.told(data, "")
    if found is None or found[1] is not magic.Reader.QT:
        return None
    with _reading(data, found[0]) as reader:
        image = reader.read()
    return None if image.isNull() else _quick(image)


@contextmanager
def _reading(data: bytes, name: str) -> Iterator[QImageReader]:
    """A reader of ``data`` as format ``name`` and nothing else.

    The buffer it reads from is one that Qt made (a data stream has one). One made in Python asks for the interpreter's
    lock at every call, which the reader makes while it holds the lock of Qt's plugins: two threads then wait for each
    other for ever.
    """
    QImageReader.setAllocationLimit(ALLOCATION_MB)
    stream = QDataStream(QByteArray(data))
    reader = QImageReader(stream.device(), QByteArray(name.encode()))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    try:
        yield reader
    finally:
        reader.setDevice(None)  # lets go of the buffer before that goes: Python would destroy it first


def _by_qt(data: bytes, name: str, cancel: Cancel | None) -> Picture:
    with _reading(data, name) as reader:
        stored = reader.size()
        size = stored.transposed() if _lies_on_its_side(reader) else stored
        reduced = stored.isValid() and stored.width() * stored.height() > WHOLE_PIXELS
        if reduced:
            reader.setScaledSize(_within(stored, REDUCED_PIXELS))
        image = reader.read()
        if image.isNull() and name != "tiff":
            raise _failed(_why(size))
        moving = reader.supportsAnimation() and not image.isNull()
        frames = _frames(reader, image, cancel) if moving else []
        loops = reader.loopCount() if moving else 0
    if image.isNull():  # Qt reads fewer of TIFF's many sorts
        return _by_pillow(data, name)
    transparent = image.hasAlphaChannel()
    if len(frames) < 2:
        frames = [Frame(_levels(image))]
    whole = size if size.isValid() else image.size()
    return Picture(whole, tuple(frames), name, loops, transparent, reduced=reduced)


def _frames(reader: QImageReader, first: QImage, cancel: Cancel | None) -> list[Frame]:
    """The frames of an animation, the first one alone when all are too much to keep."""
    frames = [Frame((_quick(first),), max(_SHORTEST, reader.nextImageDelay()))]
    kept = first.sizeInBytes()
    while not (image := reader.read()).isNull():
        if cancel is not None:
            cancel.check()
        kept += image.sizeInBytes()
        if kept > ANIMATION_BYTES:
            return frames[:1]
        frames.append(Frame((_quick(image),), max(_SHORTEST, reader.nextImageDelay())))
    return frames


def _lies_on_its_side(reader: QImageReader) -> bool:
    return bool(reader.transformation() & _QUARTER_TURN)


def _why(size: QSize) -> Text:
    if size.isValid() and size.width() * size.height() * 4 > ALLOCATION_MB << 20:
        return _too_large(size.width(), size.height())
    return say(mark("Preview", "The picture is damaged or of a sort that cannot be shown."))


def _too_large(width: int, height: int) -> Text:
    return say(
        mark("Preview", "The picture is too large to be shown: {width} × {height} px."),
        width=width,
        height=height,
    )


def _by_pillow(data: bytes, name: str) -> Picture:
    import pillow_heif
    from PIL import Image, ImageOps

    pillow_heif.register_heif_opener()
    try:
        with Image.open(io.BytesIO(data), formats=[_PILLOW_NAMES[name]]) as opened:
            width, height = opened.size
            endless = width * height > WHOLE_PIXELS * 2
            if not endless:
                profile = opened.info.get("icc_profile")
                whole = ImageOps.exif_transpose(opened)
                transparent = whole.has_transparency_data
                pixels = whole.convert("RGBA" if transparent else "RGB")
    except Exception:  # damaged bytes make decoders raise whatever they stumble over
        raise _failed(say(mark("Preview", "The picture is damaged or of a sort that cannot be shown."))) from None
    if endless:
        raise _failed(_too_large(width, height))
    row = pixels.width * (4 if transparent else 3)
    layout = _PILLOW_RGBA if transparent else _PILLOW_RGB
    image = QImage(pixels.tobytes(), pixels.width, pixels.height, row, layout).copy()
    space = QColorSpace.fromIccProfile(QByteArray(profile)) if profile else QColorSpace()
    if space.isValid():
        image.setColorSpace(space)
    return Picture(image.size(), (Frame(_levels(image)),), name, transparent=transparent)


def _drawn(data: bytes) -> Picture:
    try:
        safe = drawing.made_safe(data)
    except drawing.NotADrawing:
        raise _failed(say(mark("Preview", "The drawing is no well-formed SVG."))) from None
    with _reading(safe, "svg") as reader:
        size = reader.size()
        if not size.isValid() or size.isEmpty():
            size = QSize(512, 512)
        drawn = size.scaled(_DRAWN_SIDE, _DRAWN_SIDE, _KEEP)
        reader.setScaledSize(drawn.expandedTo(QSize(1, 1)))
        image = reader.read()
    if image.isNull():
        raise _failed(say(mark("Preview", "The drawing is no well-formed SVG.")))
    return Picture(size, (Frame(_levels(image)),), "svg", transparent=True, scalable=True)


def _levels(image: QImage) -> tuple[QImage, ...]:
    """``image`` and its halves: painting takes the nearest larger one, which is quick and does not flicker."""
    made = [_quick(image)]
    while max(made[-1].width(), made[-1].height()) > _SMALLEST_LEVEL:
        half = QSize(max(1, made[-1].width() // 2), max(1, made[-1].height() // 2))
        made.append(made[-1].scaled(half, _STRETCH, _SMOOTH))
    return tuple(made)


def _quick(image: QImage) -> QImage:
    """``image`` in the screen's colours and in the layout that Qt paints fastest."""
    space = image.colorSpace()
    if space.isValid() and space != QColorSpace(_SRGB):
        image.convertToColorSpace(QColorSpace(_SRGB))
    alpha = image.hasAlphaChannel()
    return image.convertToFormat(_WITH_ALPHA if alpha else _OPAQUE)


def _within(size: QSize, pixels: int) -> QSize:
    share = (pixels / (size.width() * size.height())) ** 0.5
    return QSize(max(1, int(size.width() * share)), max(1, int(size.height() * share)))


def _failed(sentence: Text) -> Failed:
    return Failed(Failure(say(mark("Preview", "decoding the picture")), sentence, Kind.LOCAL))
