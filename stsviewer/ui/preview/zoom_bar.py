"""The bar over a picture's corner: smaller, the zoom, larger, fit, and the picture's own pixels."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from stsviewer.ui import fonts, icons, painting, tokens
from stsviewer.ui.browser import formats
from stsviewer.ui.tokens import Radius

HEIGHT = 28
_GROUND_SHARE = 0.78  # in both themes: a picture is not tinted, and the bar has to stand on any


def _ground() -> QColor:
    colour = QColor(tokens.DARK.well)
    colour.setAlphaF(_GROUND_SHARE)
    return colour


class _Key(QAbstractButton):
    """A word or an icon on the bar."""

    def __init__(self, name: str, icon: str = "") -> None:
        super().__init__()
        self._icon = icon
        self.strong = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        if self._icon:
            return QSize(28, HEIGHT)
        return QSize(fonts.metrics(tokens.STRONG).horizontalAdvance(self.text()) + 14, HEIGHT)

    def enterEvent(self, event) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(tokens.DARK.on_fill))
        if self.underMouse():
            glow = QColor(tokens.DARK.on_fill)
            glow.setAlphaF(0.14)
            painting.box(painter, QRectF(self.rect()).adjusted(1, 3, -1, -3), Radius.SMALL, glow)
        if self._icon:
            icons.paint(
                painter, self._icon, QPointF((self.width() - 12) / 2, (HEIGHT - 12) / 2), "on_fill", 12, stroke=2.0
            )
        else:
            painter.setFont(fonts.font(tokens.Type(12, 17, 600 if self.strong else 400)))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class ZoomBar(QWidget):
    """28 px of near-black."""

    in_wanted = Signal()
    out_wanted = Signal()
    fit_wanted = Signal()
    whole_wanted = Signal()

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.setCursor(Qt.CursorShape.ArrowCursor)
        smaller, larger = _Key("Zoom out", "minus"), _Key("Zoom in", "plus")
        self._zoom, self._fit, self._whole = _Key("Zoom"), _Key("Fit"), _Key("100 %")
        smaller.clicked.connect(self.out_wanted)
        larger.clicked.connect(self.in_wanted)
        self._fit.clicked.connect(self.fit_wanted)
        self._zoom.clicked.connect(self.fit_wanted)
        self._whole.clicked.connect(self.whole_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 4, 0)
        row.setSpacing(0)
        for key in (smaller, self._zoom, larger):
            row.addWidget(key)
        row.addSpacing(13)
        row.addWidget(self._fit)
        row.addWidget(self._whole)
        self._retranslate()

    def show_zoom(self, zoom: float) -> None:
        """Say what the zoom is (1.0 is 100 %), and which of the two words is in force."""
        percent = zoom * 100
        self._zoom.setText(f"{formats.number(round(percent))} %" if percent >= 1 else "< 1 %")
        self._fit.strong = self._view.fits
        self._whole.strong = not self._view.fits and abs(zoom - 1.0) < 0.001
        self._place()

    def _place(self) -> None:
        self.layout().invalidate()
        self.resize(self.sizeHint().width(), HEIGHT)
        self.move(self._view.width() - self.width() - 8, self._view.height() - HEIGHT - 8)
        self.update()

    def _retranslate(self) -> None:
        self._fit.setText(self.tr("Fit"))
        self._whole.setText(self.tr("100 %"))
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def mousePressEvent(self, event) -> None:
        event.accept()  # the picture under the bar is not dragged

    def mouseDoubleClickEvent(self, event) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.box(painter, QRectF(self.rect()), Radius.CONTROL, _ground())
        x = self._fit.x() - 7
        line = QColor(tokens.DARK.on_fill)
        line.setAlphaF(0.3)
        painting.vertical_line(painter, x, 8, HEIGHT - 8, line)
