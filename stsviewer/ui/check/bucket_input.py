"""The bucket to ask about: typed, or taken from those that are known."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from stsviewer.ui.outside import flat
from stsviewer.ui.parts.button import IconButton
from stsviewer.ui.parts.field import LineInput
from stsviewer.ui.parts.menu import Menu

_BUTTON = 24


class BucketInput(LineInput):
    """A line with a chevron that opens the names that are known."""

    names_wanted = Signal()
    """The menu is about to be shown: whoever can list the buckets may do so and call :meth:`set_names`."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, icon="bucket", parent=parent)
        self._names: tuple[str, ...] = ()
        self._menu: Menu | None = None
        self.set_margins(right=_BUTTON + 6)
        self._open = IconButton("chevron-down", name="Choose bucket", side=_BUTTON, icon_size=12, parent=self)
        self._open.clicked.connect(self._show_menu)

    def set_names(self, names: Sequence[str]) -> None:
        """The buckets that are known. An open menu shows them at once."""
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        if self._menu is not None:
            self._menu.close()
            self._show_menu()

    def names(self) -> tuple[str, ...]:
        """The buckets that are known."""
        return self._names

    def _show_menu(self) -> None:
        self._menu = menu = Menu("Known buckets", self._open, width=self.width())
        if not self._names:
            menu.add_caption(self.tr("No bucket is known: type its name"))
        for name in self._names:
            menu.add(flat(name)).triggered.connect(lambda _=False, n=name: self.setText(n))
        menu.aboutToHide.connect(self._menu_gone)
        menu.popup_under(self)
        self.names_wanted.emit()

    def _menu_gone(self) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
            self._menu = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._open.move(self.width() - _BUTTON - 4, (self.height() - _BUTTON) // 2)
        super().resizeEvent(event)
