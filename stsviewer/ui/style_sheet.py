"""The one style sheet, made of the tokens: what Qt's own widgets need. Controls of our own paint themselves."""

from __future__ import annotations

from stsviewer.ui.tokens import COLOUR_NAMES, Palette, Size

_SHEET = """
QMainWindow, QWidget#page {{ background: {ground}; }}
QToolTip {{
    background: {raised}; color: {ink}; border: 1px solid {line}; padding: 4px 8px;
}}
QLineEdit, QPlainTextEdit {{
    background: transparent; border: none; color: {ink};
    selection-background-color: {accent_fill}; selection-color: {on_fill};
}}
QLineEdit:disabled, QPlainTextEdit:disabled {{ color: {ink3}; }}
QAbstractScrollArea {{ background: transparent; border: none; }}
QAbstractItemView {{ outline: none; color: {ink}; selection-background-color: {accent_soft}; selection-color: {ink}; }}
QHeaderView, QHeaderView::section {{ background: transparent; border: none; color: {ink2}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {button_edge}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {edge}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page, QAbstractScrollArea::corner {{ background: transparent; }}
QSplitter::handle {{ background: transparent; }}
QMenu {{ background: transparent; border: none; padding: {menu_top}px {menu_side}px; }}
QMenu::item {{ height: {item}px; padding: 0 24px 0 10px; background: transparent; }}
QMenu::separator {{ height: 1px; margin: 6px 0; }}
"""


def sheet(palette: Palette) -> str:
    """The style sheet in the colours of ``palette``."""
    lengths = {"item": Size.MENU_ITEM, "menu_top": Size.MENU_SHADOW + 6, "menu_side": Size.MENU_SHADOW + 6}
    tints = "".join(f'*[tint="{name}"] {{ color: {palette.value(name)}; }}\n' for name in COLOUR_NAMES)
    return _SHEET.format_map({**palette.__dict__, **lengths}) + tints
