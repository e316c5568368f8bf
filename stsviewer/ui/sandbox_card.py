"""The card that offers the sandbox, with the dragon to be found in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from stsviewer import places
from stsviewer.ui import jobs, theme, tokens
from stsviewer.ui.parts.button import PRIMARY, Button
from stsviewer.ui.parts.card import SHADOW, Card
from stsviewer.ui.parts.label import Label, Paragraph
from stsviewer.ui.tokens import Radius

_INSET, _PICTURE = 9, 270


class SandboxCard(Card):
    """Picture, two sentences, *Open the sandbox*. The picture is decoded off the GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._asked = False
        self.title = Label("", tokens.SECTION)
        self.words = Paragraph("", tokens.BODY, "ink2")
        self.open = Button("", "play", PRIMARY, name="Open the sandbox")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(21, _INSET + _PICTURE + 16, 21, 18 + SHADOW)
        layout.setSpacing(2)
        layout.addWidget(self.title)
        layout.addWidget(self.words)
        layout.addSpacing(12)
        layout.addWidget(self.open)
        self._retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._asked:
            self._asked = True
            jobs.start(self, lambda cancel, progress: _dragon(), done=self._arrived)

    def _arrived(self, image: QImage) -> None:
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        rect = QRectF(_INSET, _INSET, self.width() - 2 * _INSET, _PICTURE)
        path = QPainterPath()
        path.addRoundedRect(rect, Radius.CONTROL, Radius.CONTROL)
        painter.fillPath(path, theme.colour("well"))
        if self._image is not None and not self._image.isNull():
            painter.setClipPath(path)
            _paint_whole(painter, rect, self._image)

    def _retranslate(self) -> None:
        self.title.setText(self.tr("No account at hand?"))
        self.words.setText(
            self.tr(
                "The sandbox is a small cloud on this machine: sixteen roles, each with a story, a bucket and this "
                "dragon to find in it."
            )
        )
        self.open.setText(self.tr("Open the sandbox"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)


def _dragon() -> QImage:
    return QImageReader(str(places.resources() / "sandbox" / "objects" / "DragonMedium.png")).read()


def _paint_whole(painter: QPainter, rect: QRectF, image: QImage) -> None:
    """The picture whole, its left and right edges drawn out to fill ``rect``."""
    size = image.size().scaled(rect.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRectF(0, 0, size.width(), size.height())
    place.moveCenter(rect.center())
    left = QRectF(rect.left(), place.top(), place.left() - rect.left() + 1, place.height())
    right = QRectF(place.right() - 1, place.top(), rect.right() - place.right() + 1, place.height())
    painter.drawImage(left, image, QRectF(0, 0, 1, image.height()))
    painter.drawImage(right, image, QRectF(image.width() - 1, 0, 1, image.height()))
    painter.drawImage(place, image)
