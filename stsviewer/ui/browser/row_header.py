"""Column titles over rows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from stsviewer.ui import fonts, icons, painting, theme, tokens
from stsviewer.ui.browser.row_delegate import INSET, LEFT, RIGHT

HEADER = 32
AIR = 4  # between the header and the first row


class Header(QHeaderView):
    """Column titles; the sorted one is darker and carries an arrow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFixedHeight(HEADER + AIR)
        self.setFrameStyle(0)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(40)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(f"{parent.accessibleName()}, columns")
        self.viewport().setAutoFillBackground(False)  # the sheet under it has round corners

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        for section in range(self.count()):
            if not self.isSectionHidden(section):
                self._paint_title(painter, section)
        painting.horizontal_line(painter, 0, self.viewport().width(), HEADER, theme.colour("line"))

    def _paint_title(self, painter: QPainter, section: int) -> None:
        rect = QRectF(self.sectionViewportPosition(section), 0, self.sectionSize(section), HEADER)
        text = self.model().headerData(section, Qt.Orientation.Horizontal)
        right = self.model().headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        right = bool(right & Qt.AlignmentFlag.AlignRight)
        sorted_by = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        painter.setFont(fonts.font(tokens.CHIP if sorted_by else tokens.CAPTION))
        painter.setPen(theme.colour("ink" if sorted_by else "ink2"))
        width = painter.fontMetrics().horizontalAdvance(text)
        last = section == self.count() - 1
        if right:
            left = rect.right() - width - (RIGHT + INSET if last else 0)
        else:
            left = rect.left() + (0 if section else LEFT + 2)
        painter.drawText(QRectF(left, 0, width + 2, HEADER), Qt.AlignmentFlag.AlignVCenter, text)
        if sorted_by:
            place = QPointF(left - 15 if right else left + width + 4, HEADER / 2 - 6)
            painter.save()
            if self.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder:
                painter.translate(place + QPointF(6, 6))
                painter.rotate(180)
                painter.translate(-place - QPointF(6, 6))
            icons.paint(painter, "arrow-up", place, "ink", 12, stroke=1.8)
            painter.restore()
