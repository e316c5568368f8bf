"""The rail at the left: profiles and the life of their tokens; at its foot adding one, the sandbox, the settings."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from stsviewer.ui import fonts, icons, painting, theme, tokens
from stsviewer.ui.parts import skeleton
from stsviewer.ui.parts.button import IconButton
from stsviewer.ui.parts.label import Paragraph
from stsviewer.ui.profiles import Profiles
from stsviewer.ui.rail_foot import AddProfile, SandboxRow, SandboxState
from stsviewer.ui.session import Session
from stsviewer.ui.tokens import Size

if TYPE_CHECKING:
    from stsviewer.profile import Profile
    from stsviewer.ui.rail_list import ProfileList

_TOP = 12


class ProfileRail(QWidget):
    """240 wide, or 57 with dots alone."""

    profile_chosen = Signal(object)
    """The person chose a profile."""
    edit_wanted = Signal(object)
    """A saved profile is to be edited."""
    add_wanted = Signal()
    sandbox_wanted = Signal()
    settings_wanted = Signal()

    def __init__(self, profiles: Profiles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profiles = profiles
        self._narrow = False
        self._waiting = True
        self.empty = Paragraph("", tokens.SMALL, "ink2", self)
        self.empty.hide()
        self.add = AddProfile(self)
        self.sandbox = SandboxRow(self)
        self.settings = IconButton("settings", name="Settings", parent=self)
        self.add.clicked.connect(self.add_wanted)
        self.sandbox.clicked.connect(self.sandbox_wanted)
        self.settings.clicked.connect(self.settings_wanted)
        profiles.changed.connect(self._reload)
        profiles.state_changed.connect(self._repaint_row)
        profiles.ticked.connect(self._repaint_row)
        self.setFixedWidth(Size.RAIL)
        self._retranslate()
        self._reload()

    @cached_property
    def list(self) -> ProfileList:
        """The list; made when there is a profile to show."""
        from stsviewer.ui.rail_list import ProfileList

        made = ProfileList(self)
        made.chosen.connect(self.profile_chosen)
        made.edit_wanted.connect(self.edit_wanted)
        made.set_narrow(self._narrow)
        made.setGeometry(self._list_place())
        theme.dress_scroll_bars(made)
        return made

    def _has_list(self) -> bool:
        return "list" in self.__dict__

    # -- what it shows -------------------------------------------------------------------------

    def set_waiting(self, waiting: bool) -> None:
        """Whether profiles are still on their way: bars stand where their names will be."""
        self._waiting = waiting
        self._reload()

    def waiting(self) -> bool:
        """Whether profiles are still on their way."""
        return self._waiting

    def select(self, profile: Profile | None) -> None:
        """Mark ``profile`` as the one that is shown."""
        if profile is not None or self._has_list():
            self.list.select(profile)

    def set_sandbox(self, state: SandboxState, port: int = 0) -> None:
        """Tell how the sandbox is."""
        self.sandbox.set_state(state, port)

    def _reload(self) -> None:
        rows = self._profiles.all()
        if rows:
            self.list.show_profiles(rows, self._profiles.known_session)
        if self._has_list():
            self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows and not self._waiting and not self._narrow)
        self._place()
        self.update()

    def _repaint_row(self, session: Session) -> None:
        if self._has_list():
            self.list.repaint_profile(session.profile)

    # -- where things stand --------------------------------------------------------------------

    def set_narrow(self, narrow: bool) -> None:
        """Fold to dots alone, or unfold."""
        self._narrow = narrow
        self.setFixedWidth(Size.RAIL_NARROW if narrow else Size.RAIL)
        if self._has_list():
            self.list.set_narrow(narrow)
        self.add.set_narrow(narrow)
        self.sandbox.setVisible(not narrow)
        self._reload()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        width, foot = self.width() - 1, self._foot()
        self.add.setGeometry(8, foot - Size.RAIL_FOOT, width - 16, Size.RAIL_FOOT)
        if self._narrow:
            self.settings.move((width - Size.ICON_BUTTON) // 2, foot + 3)
        else:
            self.sandbox.setGeometry(8, foot, width - 16 - Size.ICON_BUTTON - 4, Size.RAIL_FOOT)
            self.settings.move(width - 10 - Size.ICON_BUTTON, foot + 3)
        if self._has_list():
            self.list.setGeometry(self._list_place())
        if self.empty.isVisibleTo(self):
            self.empty.setGeometry(16, self._list_place().top() + 4, width - 32, self.empty.heightForWidth(width - 32))

    def _foot(self) -> int:
        return self.height() - 8 - Size.RAIL_FOOT

    def _list_place(self) -> QRect:
        top = self._section_top() + (0 if self._narrow else Size.SECTION)
        return QRect(0, top, self.width() - 1, self._foot() - Size.RAIL_FOOT - 8 - top)

    def _section_top(self) -> int:
        return _TOP + Size.BRAND + 8

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painting.vertical_line(painter, self.width() - 1, 0, self.height(), theme.colour("line"))
        scale = painter.device().devicePixelRatioF()
        mark = icons.brand(24, scale)
        painter.drawPixmap((self.width() - 1 - 24) // 2 if self._narrow else 16, _TOP + 4 - 4 * self._narrow, mark)
        if self._waiting and not self._profiles.all():
            self._paint_waiting(painter)
        if self._narrow:
            return
        painter.setFont(fonts.font(tokens.BRAND))
        painter.setPen(theme.colour("ink"))
        painter.drawText(QRectF(50, _TOP, 160, Size.BRAND), Qt.AlignmentFlag.AlignVCenter, "stsviewer")
        line = self.height() - 8 - 2 * Size.RAIL_FOOT - 7
        painting.horizontal_line(painter, 0, self.width() - 1, line, theme.colour("line"))
        self._paint_section(painter)

    def _paint_waiting(self, painter: QPainter) -> None:
        """Bars where profiles will be."""
        top = self._list_place().top()
        for number in range(6):
            if self._narrow:
                skeleton.bar(painter, QRectF(20, top + 12 + 40 * number, 16, 16))
                continue
            middle = top + Size.PROFILE_ROW * (number + 0.5)
            skeleton.bar(painter, QRectF(16, middle - 8, 16, 16))
            skeleton.bar(painter, QRectF(42, middle - 9, 60 + 23 * (number % 3), 6))
            skeleton.bar(painter, QRectF(42, middle + 4, 110 + 17 * (number % 2), 5))

    def _paint_section(self, painter: QPainter) -> None:
        rows = self._profiles.all()
        title = self.tr("Sandbox") if rows and self._profiles.is_sandbox(rows[0]) else self.tr("Profiles")
        rect = QRectF(16, self._section_top(), self.width() - 1 - 32, Size.SECTION)
        painter.setFont(fonts.font(tokens.SECTION_CAPTION))
        painter.setPen(theme.colour("ink3"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter, title)
        if rows:
            count = sum(row.origin is rows[0].origin for row in rows)
            painter.setFont(fonts.font(tokens.CAPTION))
            painter.drawText(rect, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, str(count))

    def _retranslate(self) -> None:
        self.empty.setText(self.tr("Each profile is a key, a role and a place to look. Yours will be listed here."))
        self.settings.set_tip(self.tr("Settings"))
        self._place()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
