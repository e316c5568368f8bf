"""What the window says when the keyring takes no secret: why, and the offer to keep it for this session only."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from stsviewer.failure import Failure
from stsviewer.ui import icons, painting, theme, tokens
from stsviewer.ui.parts.button import PRIMARY, Button
from stsviewer.ui.parts.label import Paragraph
from stsviewer.ui.tokens import Radius
from stsviewer.ui.translate import shown


class KeyringTrouble(QWidget):
    """A banner in the place where the secret was entered. Hidden until there is something to say."""

    session_only_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = Paragraph("", tokens.BODY, "ink")
        self._offer = Paragraph("", tokens.SMALL, "ink2")
        self.keep = Button("", kind=PRIMARY, name="Keep for this session only")
        self.again = Button("", "refresh", name="Try the keyring again")
        self.keep.clicked.connect(self.session_only_wanted)
        self.again.clicked.connect(self.again_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.keep)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(42, 12, 16, 12)
        layout.setSpacing(4)
        layout.addWidget(self.sentence)
        layout.addWidget(self._offer)
        layout.addSpacing(6)
        layout.addLayout(buttons)
        self._retranslate()
        self.hide()

    def show_failure(self, failure: Failure) -> None:
        """Say why the keyring did not take the secret."""
        self.sentence.setText(shown(failure.sentence))
        self.show()

    def _retranslate(self) -> None:
        self._offer.setText(self.tr("The secret can stay in this program's memory instead: it is gone when you quit."))
        self.keep.setText(self.tr("Keep for this session only"))
        self.again.setText(self.tr("Try the keyring again"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        border = theme.colour("warn") if theme.colours().high_contrast else None
        painting.box(painter, QRectF(self.rect()), Radius.CONTROL, theme.colour("warn_soft"), border)
        icons.paint(painter, "lock", QPointF(14, 14), "warn")
