"""What a model tells of its rows beside Qt's own roles, and how a cell is painted from it."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from stsviewer.ui import fonts, icons, painting, theme, tokens
from stsviewer.ui.browser import names
from stsviewer.ui.browser.name_painting import baseline, paint_runs, width_of
from stsviewer.ui.outside import tip
from stsviewer.ui.tokens import Radius

ROW, INSET, THUMBNAIL = 32, 4, 20
LEFT, ICON_GAP, RIGHT = 13, 10, 10  # of a cell: before the icon, between icon and name, after the last column


class Role(IntEnum):
    """What a model tells beside Qt's own roles."""

    PIECES = Qt.ItemDataRole.UserRole  # the name as `outside.Run`s
    AFTER = PIECES + 1  # a short text behind the name
    ICON = PIECES + 2  # the name of an icon
    THUMBNAIL = PIECES + 3  # a QImage in the icon's place
    CHIP = PIECES + 4  # a remark behind the name


class RowDelegate(QStyledItemDelegate):
    """Paints a cell: in the first column icon or small picture, name, remark; in the others a text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(80, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        painter.save()
        if index.column() == 0:
            self._paint_name(painter, QRectF(option.rect), index)
        else:
            self._paint_text(painter, QRectF(option.rect), index)
        painter.restore()

    def _paint_text(self, painter: QPainter, rect: QRectF, index: QModelIndex) -> None:
        painter.setFont(fonts.font(tokens.SMALL))
        painter.setPen(theme.colour("ink2"))
        if index.column() == index.model().columnCount() - 1:
            rect = rect.adjusted(0, 0, -(RIGHT + INSET), 0)
        text = index.data() or ""
        room = int(rect.width()) - 4
        if painter.fontMetrics().horizontalAdvance(text) > room:
            text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, int(index.data(Qt.ItemDataRole.TextAlignmentRole)) | Qt.TextFlag.TextSingleLine, text)

    def _paint_name(self, painter: QPainter, rect: QRectF, index: QModelIndex) -> None:
        middle = rect.center().y()
        left = rect.left() + LEFT + INSET
        picture = index.data(Role.THUMBNAIL)
        if picture is not None:
            _paint_thumbnail(painter, QRectF(left - 2, middle - THUMBNAIL / 2, THUMBNAIL, THUMBNAIL), picture)
        else:
            icon = index.data(Role.ICON)
            tint = "accent" if icon in ("folder", "bucket", "star") else "ink2"
            fill = "accent_soft" if icon == "folder" else ""
            icons.paint(painter, icon, QPointF(left, middle - 8), tint, fill=fill)
        left += 16 + ICON_GAP
        remark = index.data(Role.CHIP)
        chip_width = fonts.metrics(tokens.CHIP).horizontalAdvance(remark) + 16 if remark else 0
        room = rect.right() - left - 12 - (chip_width + 10 if remark else 0)
        after = index.data(Role.AFTER)
        runs = index.data(Role.PIECES)
        kind = tokens.NAME
        end = paint_runs(painter, QPointF(left, middle), names.elided(runs, room, width_of(kind)), kind)
        if after:
            painter.setFont(fonts.font(kind))
            painter.setPen(theme.colour("ink2"))
            painter.drawText(QPointF(end + 4, middle + baseline(kind)), after)
        if remark:
            _paint_chip(painter, QRectF(end + 10, middle - 10, chip_width, 20), remark)

    def helpEvent(self, event: QHelpEvent, view, option: QStyleOptionViewItem, index: QModelIndex) -> bool:
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        text = index.data(Qt.ItemDataRole.DisplayRole) or ""
        QToolTip.showText(event.globalPos(), tip(text) if index.column() == 0 else "", view)
        return True


def _paint_thumbnail(painter: QPainter, rect: QRectF, picture: QImage) -> None:
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    path = QPainterPath()
    path.addRoundedRect(rect, Radius.SMALL, Radius.SMALL)
    painter.setClipPath(path)
    side = min(picture.width(), picture.height())
    source = QRect((picture.width() - side) // 2, (picture.height() - side) // 2, side, side)
    painter.drawImage(rect, picture, QRectF(source))
    painter.restore()


def _paint_chip(painter: QPainter, rect: QRectF, text: str) -> None:
    painting.box(painter, rect, rect.height() / 2, theme.colour("chip"))
    painter.setFont(fonts.font(tokens.CHIP))
    painter.setPen(theme.colour("ink2"))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
