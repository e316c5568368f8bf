"""A scroll bar that takes no room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollBar, QTreeView


class OverlayBar(QScrollBar):
    """A scroll bar over the right edge of the rows: the columns keep their places whether there is one or not."""

    _WIDTH = 12

    def __init__(self, view: QTreeView) -> None:
        super().__init__(Qt.Orientation.Vertical, view)
        self._view = view
        self._own = view.verticalScrollBar()
        self.setAccessibleName(f"{view.accessibleName()}, scroll bar")
        self._own.rangeChanged.connect(self._follow)
        self._own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._own.setValue)
        self._follow()

    def _follow(self) -> None:
        self.setRange(self._own.minimum(), self._own.maximum())
        self.setPageStep(self._own.pageStep())
        self.setSingleStep(self._own.singleStep())
        self.setValue(self._own.value())
        self.setVisible(self._own.maximum() > 0)

    def place(self) -> None:
        """Stand at the right edge of the rows."""
        rows = self._view.viewport().geometry()
        self.setGeometry(rows.right() + 1 - self._WIDTH, rows.top(), self._WIDTH, rows.height())
        self.raise_()
