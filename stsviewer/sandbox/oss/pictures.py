"""``x-oss-process=image/...``: resize, crop, rotate, format, quality and more, and ``image/info``, with Pillow.

https://help.aliyun.com/zh/oss/user-guide/image-processing-parameters . Pillow is imported with the first picture: the
sandbox is up without it. A picture is worked on in a thread, a few at a time.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from starlette.responses import Response

from stsviewer.sandbox.oss import errors
from stsviewer.sandbox.oss.stored import Stored

if TYPE_CHECKING:
    from PIL.Image import Image

_LARGEST_SOURCE: Final = 20 << 20  # bytes
_LARGEST_SIDE: Final = 16_384  # pixels
_TYPES: Final = {
    "jpg": ("JPEG", "image/jpeg"),
    "png": ("PNG", "image/png"),
    "webp": ("WEBP", "image/webp"),
    "bmp": ("BMP", "image/bmp"),
    "gif": ("GIF", "image/gif"),
    "tiff": ("TIFF", "image/tiff"),
    "heic": ("HEIF", "image/heic"),
    "avif": ("AVIF", "image/avif"),
}
_NAMES: Final = {format_name: name for name, (format_name, _) in _TYPES.items()}
_limiter: Final = CapacityLimiter(2)


@dataclass(frozen=True)
class Step:
    """One action of an instruction: ``resize,w_100,m_lfit`` is ``Step("resize", {"w": "100", "m": "lfit"})``."""

    name: str
    values: dict[str, str]

    def number(self, name: str, least: int, most: int, default: int | None = None) -> int | None:
        """The whole number under ``name``; raises InvalidArgument when it is out of bounds."""
        given = self.values.get(name)
        if given is None:
            return default
        if not (given.isascii() and given.isdigit() and least <= int(given) <= most):
            raise _invalid(f"{self.name},{name}_{given}", f"The value of {name} must be from {least} to {most}.")
        return int(given)


async def process(stored: Stored, instructions: str) -> Response:
    """The picture that ``instructions`` make of ``stored``. Raises InvalidArgument or BadRequest."""
    steps = parse(instructions)
    if stored.size > _LARGEST_SOURCE:
        raise errors.OssError(400, "ImageTooLarge", "The size of the source image exceeds 20 MB.")
    return await run_sync(_process, stored, steps, limiter=_limiter)


def parse(instructions: str) -> list[Step]:
    """Take ``image/action,key_value,.../action,...`` apart."""
    kind, *actions = instructions.split("/")
    if kind != "image":
        raise errors.not_implemented(f"x-oss-process={kind}")
    steps = []
    for action in filter(None, actions):
        name, *values = action.split(",")
        pairs = [value.partition("_") if "_" in value else ("", "", value) for value in values]
        steps.append(Step(name, {key: value for key, _, value in pairs}))
    if not steps:
        raise _invalid(instructions, "The x-oss-process parameter names no action.")
    return steps


def _process(stored: Stored, steps: list[Step]) -> Response:
    picture, format_name = _open(stored)
    if steps[0].name == "info":
        return Response(_info(stored, picture, format_name), 200, media_type="application/json")
    quality = None
    target = _NAMES.get(format_name, "jpg")
    target = "jpg" if target in ("heic", "avif") else target  # the cloud writes these only when asked to
    for step in steps:
        if step.name == "format":
            target = _target(step)
        elif step.name == "quality":
            quality = step.number("q", 1, 100) or step.number("Q", 1, 100)
        elif step.name == "auto-orient":
            picture = _upright(picture) if step.values.get("", "1") == "1" else picture
        elif step.name in _ACTIONS:
            picture = _ACTIONS[step.name](picture, step)
        else:
            raise _invalid(step.name, "The image processing action does not exist.")
    return Response(_written(picture, target, quality), 200, media_type=_TYPES[target][1])


@cache
def _pillow() -> Any:
    """Pillow with HEIC, imported when it is first needed (0.2 s)."""
    import pillow_heif
    from PIL import Image

    pillow_heif.register_heif_opener()
    return Image


def _open(stored: Stored) -> tuple[Image, str]:
    image = _pillow()
    data = b"".join(stored.content.chunks(0, stored.size))
    try:
        picture = image.open(BytesIO(data))
        if max(picture.size) > 30_000 or picture.width * picture.height > 250_000_000:
            raise errors.OssError(400, "ImageTooLarge", "The pixels of the source image are too many.")
        picture.load()
    except (OSError, ValueError, SyntaxError, image.DecompressionBombError):
        message = "This image format is not supported or the image is broken."
        raise errors.OssError(400, "InvalidArgument", message) from None
    return picture, str(picture.format)


def _info(stored: Stored, picture: Image, format_name: str) -> bytes:
    """What the cloud answers: values wrapped, EXIF where there is some."""
    width, height = picture.size
    info = {
        "FileSize": {"value": str(stored.size)},
        "Format": {"value": _NAMES.get(format_name, format_name.lower())},
        "FrameCount": {"value": str(getattr(picture, "n_frames", 1))},
        "ImageHeight": {"value": str(height)},
        "ImageWidth": {"value": str(width)},
    }
    orientation = picture.getexif().get(0x0112)
    if orientation:
        info["Orientation"] = {"value": str(orientation)}
    return json.dumps(info).encode()


def _resized(picture: Image, step: Step) -> Image:
    """``resize``: by percent, by its longer or shorter side, or into a box; never larger unless ``limit_0``."""
    width, height = picture.size
    percent = step.number("p", 1, 1000)
    mode = step.values.get("m", "lfit")
    wanted_width, wanted_height = step.number("w", 1, _LARGEST_SIDE), step.number("h", 1, _LARGEST_SIDE)
    longer, shorter = step.number("l", 1, _LARGEST_SIDE), step.number("s", 1, _LARGEST_SIDE)
    if mode not in ("lfit", "mfit", "fill", "pad", "fixed"):
        raise _invalid(f"resize,m_{mode}", "The resize mode does not exist.")
    if percent:
        return _scaled(picture, width * percent / 100, height * percent / 100)
    if longer or shorter:
        side = max(width, height) if longer else min(width, height)
        factor = (longer or shorter or side) / side
        box = (width * factor, height * factor)
    elif wanted_width or wanted_height:
        box = _box(picture.size, wanted_width, wanted_height, mode)
    else:
        raise _invalid("resize", "The resize action says no size.")
    if step.values.get("limit", "1") == "1" and (box[0] > width or box[1] > height):
        return picture
    scaled = _scaled(picture, *box)
    if mode in ("fill", "pad") and wanted_width and wanted_height:
        return _fitted(scaled, wanted_width, wanted_height, step.values.get("color", "FFFFFF"))
    return scaled


def _box(size: tuple[int, int], width: int | None, height: int | None, mode: str) -> tuple[float, float]:
    if mode == "fixed":
        return (width or size[0] * (height or 1) / size[1], height or size[1] * (width or 1) / size[0])
    factors = [wanted / side for wanted, side in ((width, size[0]), (height, size[1])) if wanted]
    factor = max(factors) if mode in ("mfit", "fill") else min(factors)
    return size[0] * factor, size[1] * factor


def _scaled(picture: Image, width: float, height: float) -> Image:
    from PIL.Image import Resampling

    size = max(1, round(width)), max(1, round(height))
    if picture.mode in ("P", "1"):
        picture = picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    return picture.resize(size, Resampling.LANCZOS)


def _fitted(picture: Image, width: int, height: int, colour: str) -> Image:
    """The middle of ``picture`` on a ground of that size: cut where it is larger, padded where it is smaller."""
    if len(colour) != 6 or any(digit not in "0123456789abcdefABCDEF" for digit in colour):
        raise _invalid(f"resize,color_{colour}", "The colour must be six hexadecimal digits.")
    plain = picture.convert("RGB") if picture.mode != "RGBA" else picture
    ground = _pillow().new(plain.mode, (width, height), f"#{colour}")
    ground.paste(plain, ((width - picture.width) // 2, (height - picture.height) // 2))
    return ground  # type: ignore[no-any-return]


def _cropped(picture: Image, step: Step) -> Image:
    """``crop``: a rectangle by its size and its corner, counted from the origin ``g``."""
    width = min(step.number("w", 0, 30_000) or picture.width, picture.width)
    height = min(step.number("h", 0, 30_000) or picture.height, picture.height)
    across = {"w": 0, "c": (picture.width - width) // 2, "e": picture.width - width}
    down = {"n": 0, "c": (picture.height - height) // 2, "s": picture.height - height}
    name = {"north": "n", "south": "s", "west": "cw", "east": "ce", "center": "cc"}.get(step.values.get("g", "nw"))
    origin = (name or step.values.get("g", "nw")).rjust(2, "c") if name not in ("n", "s") else f"{name}c"
    if len(origin) != 2 or origin[0] not in down or origin[1] not in across:
        raise _invalid(f"crop,g_{origin}", "The origin does not exist.")
    x = across[origin[1]] + (step.number("x", 0, 30_000) or 0)
    y = down[origin[0]] + (step.number("y", 0, 30_000) or 0)
    if x >= picture.width or y >= picture.height:
        raise errors.OssError(400, "BadRequest", "Advance cut's position is out of image.")
    return picture.crop((x, y, min(x + width, picture.width), min(y + height, picture.height)))


def _rotated(picture: Image, step: Step) -> Image:
    """``rotate``: clockwise, 0 to 360 degrees."""
    degrees = step.values.get("", "")
    if not (degrees.isascii() and degrees.isdigit() and int(degrees) <= 360):
        raise _invalid(f"rotate,{degrees}", "The angle must be from 0 to 360.")
    plain = picture.convert("RGBA") if "transparency" in picture.info else picture.convert("RGB")
    return plain.rotate(-int(degrees), expand=True, fillcolor="white")


def _upright(picture: Image) -> Image:
    from PIL.ImageOps import exif_transpose

    return exif_transpose(picture)


_ACTIONS: Final = {"resize": _resized, "crop": _cropped, "rotate": _rotated}


def _target(step: Step) -> str:
    name = step.values.get("", "").lower().replace("jpeg", "jpg")
    if name not in _TYPES:
        raise _invalid(f"format,{name}", "The target format does not exist.")
    return name


def _written(picture: Image, target: str, quality: int | None) -> bytes:
    if target in ("jpg", "bmp", "heic", "avif") and picture.mode not in ("RGB", "L"):
        picture = _on_white(picture)
    file = BytesIO()
    options: dict[str, Any] = {}
    if quality is not None and target in ("jpg", "webp", "heic", "avif"):
        options["quality"] = quality
    picture.save(file, _TYPES[target][0], **options)
    return file.getvalue()


def _on_white(picture: Image) -> Image:
    if picture.mode in ("RGBA", "LA") or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        ground = _pillow().new("RGB", layer.size, "white")
        ground.paste(layer, mask=layer.getchannel("A"))
        return ground  # type: ignore[no-any-return]
    return picture.convert("RGB")


def _invalid(value: str, message: str) -> errors.OssError:
    return errors.invalid_argument("x-oss-process", value, message)
