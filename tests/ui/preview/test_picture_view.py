"""Zoom and pan: what is under the pointer stays there, 100 % is the screen's own pixels, nothing gets lost."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from support.images import encoded

from stsviewer.ui import theme
from stsviewer.ui.preview import decode
from stsviewer.ui.preview.picture_view import PictureView


@pytest.fixture
def view(qapp, qtbot) -> PictureView:
    theme.apply(qapp, "light")
    made = PictureView()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    QTest.qWaitForWindowExposed(made)
    made.set_picture(decode.picture(encoded(Image.new("RGB", (1600, 900), "red"), "PNG"), "x.png"))
    return made


def wheel(view: PictureView, at: QPointF, notches: int) -> None:
    turned = QPoint(0, 120 * notches)
    event = QWheelEvent(
        at, QPointF(view.mapToGlobal(at.toPoint())), QPoint(), turned, Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    view.wheelEvent(event)


def test_a_picture_is_fit_to_its_pane_and_follows_it(view: PictureView) -> None:
    assert view.fits
    assert view.zoom == pytest.approx(400 * view.devicePixelRatioF() / 1600)
    view.resize(800, 300)
    assert view.zoom == pytest.approx(300 * view.devicePixelRatioF() / 900)


def test_a_small_photo_is_not_blown_up_but_a_drawing_is(view: PictureView) -> None:
    view.set_picture(decode.picture(encoded(Image.new("RGB", (20, 10)), "PNG"), "x.png"))
    assert view.zoom == 1.0
    view.set_picture(decode.picture(b"<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'/>", "x.svg"))
    assert view.zoom == pytest.approx(400 * view.devicePixelRatioF() / 20)


@pytest.mark.parametrize("place", [(200, 150), (40, 130), (390, 200)])
def test_the_wheel_zooms_around_the_pointer(view: PictureView, place: tuple[int, int]) -> None:
    at = QPointF(*place)
    view.set_zoom(1.0, at)
    under = view._px_at(at)
    wheel(view, at, 3)
    assert view.zoom == pytest.approx(1.25**3)
    now = view._px_at(at)
    assert (now.x(), now.y()) == (pytest.approx(under.x(), abs=1), pytest.approx(under.y(), abs=1))


def test_zoom_is_bounded(view: PictureView) -> None:
    for _ in range(60):
        wheel(view, QPointF(200, 150), 1)
    assert view.zoom == 32
    for _ in range(90):
        wheel(view, QPointF(200, 150), -1)
    assert 0 < view.zoom <= view._fitting()


def test_dragging_pans_and_never_loses_the_picture(view: PictureView) -> None:
    view.set_zoom(1.0)
    before = view._px_at(QPointF(200, 150))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    assert view.cursor().shape() == Qt.CursorShape.ClosedHandCursor
    for x in (150, 100):
        move = QMouseEvent(
            QEvent.Type.MouseMove, QPointF(x, 150), QPointF(view.mapToGlobal(QPoint(x, 150))), Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        view.mouseMoveEvent(move)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 150))
    after = view._px_at(QPointF(200, 150))
    assert after.x() - before.x() == pytest.approx(100 / view._scale(), abs=1)
    view._centre = QPointF(-5000, 99999)
    view._keep_inside()
    assert view._target().intersects(view.rect())
    assert view.cursor().shape() == Qt.CursorShape.OpenHandCursor


def test_a_hundred_percent_and_fit_by_bar_keys_and_double_click(view: PictureView) -> None:
    view.bar._whole.click()
    assert (view.zoom, view.fits) == (1.0, False)
    view.bar._fit.click()
    assert view.fits
    QTest.keyClick(view, Qt.Key.Key_1)
    assert view.zoom == 1.0
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom == pytest.approx(1.25)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.fits
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert view.zoom == 1.0
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert view.fits


def test_the_bar_says_the_zoom(view: PictureView) -> None:
    assert view.bar._zoom.text() == f"{round(view.zoom * 100)} %"
    view.set_zoom(2.5)
    assert view.bar._zoom.text() == "250 %"


def test_what_is_painted_is_the_picture(view: PictureView) -> None:
    shown = view.grab().toImage()
    ratio = shown.devicePixelRatio()
    middle = shown.pixelColor(int(200 * ratio), int(150 * ratio))
    assert middle == QColor("red")
    well = shown.pixelColor(int(200 * ratio), int(8 * ratio))
    assert well == theme.colour("well")


def test_a_transparent_picture_stands_on_a_chequered_ground(view: PictureView) -> None:
    view.set_picture(decode.picture(encoded(Image.new("RGBA", (800, 600), (0, 0, 0, 0)), "PNG"), "x.png"))
    shown = view.grab().toImage()
    seen = {shown.pixelColor(x, 100).name() for x in range(50, 350)}
    assert {theme.colour("well").name(), theme.colour("surface").name()} <= seen


def test_an_animation_moves(view: PictureView, qtbot) -> None:
    frames = [Image.new("RGB", (16, 16), colour) for colour in ("red", "blue")]
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=30, loop=0)
    view.set_picture(decode.picture(data, "x.gif"))
    seen = set()

    def both() -> bool:
        seen.add(view._frame)
        return seen == {0, 1}

    qtbot.waitUntil(both)
    view.set_picture(None)
    assert not view._timer.isActive()
