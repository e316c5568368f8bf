"""The card that offers the sandbox, with the dragon to be found in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from stsviewer import places
from stsviewer.ui import jobs, theme, tokens
from stsviewer.ui.parts.button import PRIMARY, Button
from stsviewer.ui.parts.card import SHADOW, Card
from stsviewer.ui.parts.label import Label, Paragraph
from stsviewer.ui.tokens import Radius


class SandboxCard(Card):
    """Picture, two sentences, *Open the sandbox*."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", tokens.SECTION)
        self.words = Paragraph("", tokens.BODY, "ink2")
        self.open = Button("", "play", PRIMARY, name="Open the sandbox")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(9, 9, 9, 18 + SHADOW)
        layout.setSpacing(0)
        layout.addWidget(_Picture())
        text = QVBoxLayout()
        text.setContentsMargins(12, 16, 12, 0)
        text.setSpacing(2)
        text.addWidget(self.title)
        text.addWidget(self.words)
        text.addSpacing(12)
        text.addWidget(self.open)
        layout.addLayout(text)
        self._retranslate()

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


class _Picture(QWidget):
    """The dragon, whole, its edges drawn out to fill the place; decoded off the GUI thread."""

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._asked = False
        self.setAccessibleName("The dragon")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(270)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if not self._asked:
            self._asked = True
            jobs.start(self, lambda cancel, progress: _read(), done=self._arrived)

    def _arrived(self, image: QImage) -> None:
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(498, 270)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        rect = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(rect, Radius.CONTROL, Radius.CONTROL)
        painter.fillPath(path, theme.colour("well"))
        if self._image is None or self._image.isNull():
            return
        painter.setClipPath(path)
        whole = self._image.size().scaled(rect.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, whole.width(), whole.height())
        place.moveCenter(rect.center())
        last = self._image.width() - 1
        painter.drawImage(
            QRectF(rect.left(), place.top(), place.left() - rect.left() + 1, place.height()),
            self._image,
            QRectF(0, 0, 1, self._image.height()),
        )
        painter.drawImage(
            QRectF(place.right() - 1, place.top(), rect.right() - place.right() + 1, place.height()),
            self._image,
            QRectF(last, 0, 1, self._image.height()),
        )
        painter.drawImage(place, self._image)


def _read() -> QImage:
    return QImageReader(str(places.resources() / "sandbox" / "objects" / "DragonMedium.png")).read()
