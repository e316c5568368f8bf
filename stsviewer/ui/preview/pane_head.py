"""The head of the preview: the name, which of how many, previous and next, and the whole page."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from stsviewer.ui import tokens
from stsviewer.ui.browser import formats
from stsviewer.ui.browser.name_label import NameLabel
from stsviewer.ui.parts.button import IconButton
from stsviewer.ui.parts.label import Label

HEIGHT = 44


class PaneHead(QWidget):
    """Its buttons are connected by the pane."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(HEIGHT)
        self.name = NameLabel()
        self._count = Label("", tokens.SMALL, "ink3")
        self.previous = IconButton("chevron-left", name="Previous object")
        self.next = IconButton("chevron-right", name="Next object")
        self.expand = IconButton("expand", name="Expand preview", checkable=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 8, 0)
        row.setSpacing(2)
        row.addWidget(self.name, 1)
        row.addSpacing(12)
        row.addWidget(self._count)
        row.addSpacing(8)
        for button in (self.previous, self.next, self.expand):
            row.addWidget(button)
        self._retranslate()

    def set_position(self, place: int, count: int, *, more: bool) -> None:
        """Say that the object is the ``place``-th of ``count``; ``more`` when some are not listed yet."""
        counted = formats.number(count) + ("+" if more else "")
        self._count.setText(f"{formats.number(place)} / {counted}" if place else "")
        self.previous.setEnabled(place > 1)
        self.next.setEnabled(0 < place < count)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the count out."""
        self._count.setVisible(not narrow)

    def set_expanded(self, expanded: bool) -> None:
        """Whether the pane has the whole page."""
        self.expand.setChecked(expanded)
        self._retranslate()

    def _retranslate(self) -> None:
        self.previous.set_tip(self.tr("Previous object"))
        self.next.set_tip(self.tr("Next object"))
        self.expand.set_tip(self.tr("Back to the list") if self.expand.isChecked() else self.tr("Expand the preview"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
