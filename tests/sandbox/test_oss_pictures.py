"""``x-oss-process``: thumbnails of every shipped format, the actions one by one, and what cannot be done."""

from __future__ import annotations

import io
import json

import pytest
from PIL import Image
from support.api_calls import Credentials
from support.oss_calls import Answer, Draft, session_of, v4, v4_url
from support.sandbox import RunningSandbox

FORMATS = {
    "DragonMedium.png": ("PNG", (1280, 960)),
    "aurora.webp": ("WEBP", (2048, 1365)),
    "dunes.tiff": ("TIFF", (640, 480)),
    "dusk.gif": ("GIF", (320, 240)),
    "forest.avif": ("JPEG", (1920, 1440)),
    "moon.bmp": ("BMP", (320, 240)),
    "ridges-ink.heic": ("JPEG", (2016, 1512)),
    "sea-at-six.jpg": ("JPEG", (1512, 2016)),
    "stamp.png": ("PNG", (512, 512)),
    "山色-清晨.jpg": ("JPEG", (1600, 1200)),
    "icons/dragon.ico": ("JPEG", (64, 64)),
    "photos/2026/11-24/dunes.ppm": ("JPEG", (160, 120)),
    "photos/2026/11-20/aurora.tga": ("JPEG", (240, 180)),
}


@pytest.fixture(scope="module")
def works(sandbox: RunningSandbox) -> Credentials:
    return session_of(sandbox, "works")


def process(sandbox: RunningSandbox, by: Credentials, key: str, instructions: str) -> Answer:
    return v4(Draft("GET", "wla-test2", key, query=[("x-oss-process", instructions)]), by).send(sandbox)


@pytest.mark.parametrize("key", FORMATS)
def test_a_thumbnail_of_every_format(sandbox: RunningSandbox, works: Credentials, key: str) -> None:
    format_name, (width, height) = FORMATS[key]
    answer = process(sandbox, works, key, "image/resize,w_48,h_48")
    picture = Image.open(io.BytesIO(answer.body))

    assert answer.status == 200, answer.body
    assert answer.headers["content-type"] == f"image/{format_name.lower()}"
    assert picture.format == format_name
    assert max(picture.size) == 48
    assert abs(picture.width / picture.height - width / height) < 0.05


@pytest.mark.parametrize("key", FORMATS)
def test_info_of_every_format(sandbox: RunningSandbox, works: Credentials, key: str) -> None:
    info = {name: one["value"] for name, one in json.loads(process(sandbox, works, key, "image/info").body).items()}

    assert (int(info["ImageWidth"]), int(info["ImageHeight"])) == FORMATS[key][1]
    assert info["Format"] not in ("", "JPEG", "mpo")
    if key == "sea-at-six.jpg":
        assert info["Orientation"] == "6"
    if key == "dusk.gif":
        assert info["FrameCount"] == "8"


SIZES = [
    # of the dragon, 1280 by 960
    ("resize,w_100", (100, 75)),
    ("resize,h_100", (133, 100)),
    ("resize,l_200", (200, 150)),
    ("resize,s_150", (200, 150)),
    ("resize,p_50", (640, 480)),
    ("resize,m_lfit,w_100,h_100", (100, 75)),
    ("resize,m_mfit,w_90,h_90", (120, 90)),
    ("resize,m_fill,w_100,h_100", (100, 100)),
    ("resize,m_pad,w_100,h_100,color_FF0000", (100, 100)),
    ("resize,m_fixed,w_100,h_100", (100, 100)),
    ("resize,w_4000", (1280, 960)),
    ("resize,w_2560,limit_0", (2560, 1920)),
    ("resize,w_100/rotate,90", (75, 100)),
    ("crop,w_100,h_50", (100, 50)),
    ("crop,x_1200,y_900,w_500,h_500", (80, 60)),
    ("crop,w_100,h_100,g_se", (100, 100)),
    ("crop,w_100,h_100,g_center", (100, 100)),
    ("rotate,90", (960, 1280)),
    ("rotate,0", (1280, 960)),
    ("auto-orient,1/resize,w_64", (64, 48)),
]


@pytest.mark.parametrize(("actions", "size"), SIZES)
def test_sizes(sandbox: RunningSandbox, works: Credentials, actions: str, size: tuple[int, int]) -> None:
    answer = process(sandbox, works, "DragonMedium.png", f"image/{actions}")

    assert answer.status == 200, answer.body
    assert Image.open(io.BytesIO(answer.body)).size == size


def test_padding_has_the_colour_asked_for(sandbox: RunningSandbox, works: Credentials) -> None:
    answer = process(sandbox, works, "DragonMedium.png", "image/resize,m_pad,w_100,h_100,color_FF0000")
    picture = Image.open(io.BytesIO(answer.body)).convert("RGB")

    assert picture.getpixel((50, 2)) == (255, 0, 0)
    assert picture.getpixel((50, 50)) != (255, 0, 0)


def test_what_lies_on_its_side_is_turned(sandbox: RunningSandbox, works: Credentials) -> None:
    answer = process(sandbox, works, "sea-at-six.jpg", "image/auto-orient,1/resize,w_200")

    assert Image.open(io.BytesIO(answer.body)).size == (200, 150)


@pytest.mark.parametrize("target", ["jpg", "png", "webp", "bmp", "gif", "tiff", "heic", "avif"])
def test_other_formats(sandbox: RunningSandbox, works: Credentials, target: str) -> None:
    """A transparent picture too, which half of them cannot be."""
    answer = process(sandbox, works, "stamp.png", f"image/resize,w_64/format,{target}/quality,q_60")
    info = answer.headers["content-type"]

    assert answer.status == 200, answer.body
    assert info == f"image/{target.replace('jpg', 'jpeg')}"


def test_a_lower_quality_is_smaller(sandbox: RunningSandbox, works: Credentials) -> None:
    sizes = [len(process(sandbox, works, "photos/dawn.jpg", f"image/quality,q_{q}").body) for q in (10, 50, 95)]

    assert sizes == sorted(sizes)


def test_over_a_presigned_url(sandbox: RunningSandbox, works: Credentials) -> None:
    draft = Draft("GET", "wla-test2", "DragonMedium.png", query=[("x-oss-process", "image/resize,w_10")])

    assert Image.open(io.BytesIO(v4_url(draft, works).send(sandbox).body)).size == (10, 8)


@pytest.mark.parametrize(
    ("key", "instructions", "expected"),
    [
        ("docs/not-a-picture.png", "image/resize,w_10", (400, "InvalidArgument", "")),
        ("tea.svg", "image/resize,w_10", (400, "InvalidArgument", "")),
        ("docs/empty.txt", "image/info", (400, "InvalidArgument", "")),
        ("DragonMedium.png", "image/resize", (400, "InvalidArgument", "")),
        ("DragonMedium.png", "image/resize,w_0", (400, "InvalidArgument", "")),
        ("DragonMedium.png", "image/resize,w_99999", (400, "InvalidArgument", "")),
        ("DragonMedium.png", "image/resize,w_ten", (400, "InvalidArgument", "")),
        ("DragonMedium.png", "image/resize,m_sideways,w_10", (400, "InvalidArgument", "")),
        ("DragonMedium.png", "image/resize,m_pad,w_10,h_10,color_red", (400, "InvalidArgument", "")),
        ("DragonMedium.png", "image/crop,x_5000", (400, "BadRequest", "")),
        ("DragonMedium.png", "image/crop,w_10,g_up", (400, "InvalidArgument", "")),
        ("DragonMedium.png", "image/rotate,361", (400, "InvalidArgument", "")),
        ("DragonMedium.png", "image/format,exe", (400, "InvalidArgument", "")),
        ("DragonMedium.png", "image/sharpen-nothing,1", (400, "InvalidArgument", "")),
        ("DragonMedium.png", "image/", (400, "InvalidArgument", "")),
        ("DragonMedium.png", "image", (400, "InvalidArgument", "")),
        ("DragonMedium.png", "video/snapshot,t_1", (501, "NotImplemented", "")),
        ("nowhere.png", "image/info", (404, "NoSuchKey", "0026-00000001")),
        ("backup-2019.tar", "image/info", (403, "InvalidObjectState", "0016-00000404")),
    ],
)
def test_what_cannot_be_done(
    sandbox: RunningSandbox, works: Credentials, key: str, instructions: str, expected: tuple[int, str, str]
) -> None:
    assert process(sandbox, works, key, instructions).refusal == expected


def test_no_picture_without_the_right_to_read(sandbox: RunningSandbox) -> None:
    by = session_of(sandbox, "one-prefix")

    assert process(sandbox, by, "photos/dawn.jpg", "image/info").status == 200
    assert process(sandbox, by, "DragonMedium.png", "image/info").refusal[2] == "0003-00000202"
