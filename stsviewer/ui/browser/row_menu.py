"""What can be done with one row: the menu under the right button, and copying."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from stsviewer.ui.browser.listing import key_of
from stsviewer.ui.browser.location import Location
from stsviewer.ui.parts.menu import Menu

if TYPE_CHECKING:
    from stsviewer.oss import ObjectSummary

_WIDTH = 200


def row_menu(
    parent: QWidget,
    bucket: str,
    row: str | ObjectSummary,
    *,
    copy: Callable[[str], None],
    go: Callable[[Location], None],
    download: Callable[[], None],
) -> Menu:
    """The menu for ``row`` (a folder's whole prefix, or an object) of ``bucket``."""
    translate = QCoreApplication.translate
    key = key_of(row)
    menu = Menu("Object", parent, _WIDTH)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if isinstance(row, str):
        menu.add(translate("RowMenu", "Open")).triggered.connect(lambda: go(Location(bucket, key)))
    else:
        menu.add(translate("RowMenu", "Download")).triggered.connect(download)
    menu.addSeparator()
    menu.add(translate("RowMenu", "Copy key")).triggered.connect(lambda: copy(key))
    menu.add(translate("RowMenu", "Copy path"), "Ctrl C").triggered.connect(lambda: copy(Location(bucket, key).address))
    if not isinstance(row, str):
        menu.add(translate("RowMenu", "Copy ETag")).triggered.connect(lambda: copy(row.etag.strip('"')))
    return menu
