"""A name from outside on one line: markers painted, elided in the middle, whole in the tip."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from stsviewer.ui import tokens
from stsviewer.ui.browser import names
from stsviewer.ui.browser.name_painting import paint_runs, width_of
from stsviewer.ui.outside import tip


class NameLabel(QWidget):
    """Paints one name. Its accessible name is the name, too."""

    def __init__(self, kind: tokens.Type = tokens.STRONG, tint: str = "ink", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._tint = kind, tint
        self._name: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str | None) -> None:
        """Show ``name``; None for nothing."""
        self._name = name
        bare = names.bare(name) if name is not None else ""
        self.setAccessibleName(bare)
        self.setToolTip(tip(bare))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = width_of(self._kind)
        return QSize(
            int(sum(map(width, names.pieces(self._name)))) + 2 if self._name is not None else 0, self._kind.line
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self._kind.line)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name is None:
            return
        runs = names.elided(names.pieces(self._name), self.width(), width_of(self._kind))
        paint_runs(QPainter(self), QPointF(0, self.height() / 2), runs, self._kind, self._tint)
