"""Style sheets made of the tokens, for the two things of Qt's that do not paint themselves here.

They are set on the scroll bars and menus themselves: one sheet on the whole application makes every widget of the
window go through Qt's style sheet engine, which takes longer than all the rest of the start together.
"""

from __future__ import annotations

from stsviewer.ui.tokens import Palette, Size


def scroll_bar(palette: Palette) -> str:
    """A bar of 6 px in a lane of 12, without arrows."""
    return f"""
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 12px; }}
QScrollBar:horizontal {{ height: 12px; }}
QScrollBar::handle {{ background: {palette.button_edge}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {palette.edge}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def menu() -> str:
    """The room that rows, lines and the shadow take; the menu paints them."""
    return f"""
QMenu {{ background: transparent; border: none; padding: {Size.MENU_SHADOW + 6}px {Size.MENU_SHADOW + 6}px; }}
QMenu::item {{ height: {Size.MENU_ITEM}px; padding: 0 24px 0 10px; background: transparent; }}
QMenu::separator {{ height: 1px; margin: 6px 0; }}
"""
