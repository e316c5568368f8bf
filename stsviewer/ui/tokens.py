"""Every colour, length, type size and duration of the window. Nothing else under `ui` writes a literal one.

The contrasts were computed by WCAG 2.1 against the worst ground a colour may stand on: text 4.5, marks 3.
"""

from __future__ import annotations

from typing import NamedTuple


class Palette:
    """The colours of one theme, as ``#RRGGBB``. A plain class: a dataclass of so many fields takes 3 ms at start."""

    ground: str  # window, rail
    surface: str  # card, pane, plain button
    sunken: str  # read-only field, code
    raised: str  # menu, toast
    hover: str  # row or button under the pointer
    quiet: str  # segmented control
    chip: str  # neutral chip, badge
    well: str  # ground under a picture
    line: str  # hairline, decoration only
    track: str  # unlit ring or bar, skeleton
    pole: str  # line joining passed rungs
    button_edge: str  # a plain button's border (its text carries it)
    edge: str  # border of inputs, check boxes, idle dots
    ink: str  # text
    ink2: str  # second text, icons
    ink3: str  # captions, placeholders
    accent: str  # links, selected tab, focus
    accent_fill: str  # primary button
    accent_press: str  # the same, hovered or pressed
    accent_soft: str  # selected row, accent chip
    on_fill: str  # text on a fill
    ok: str  # alive, passed, added
    ok_soft: str
    warn: str  # soon, remark, hidden character
    warn_mark: str  # ring and bars only
    warn_soft: str
    bad: str  # failed, refused, expired
    bad_fill: str  # failed dot, marked difference
    bad_soft: str
    bad_tint: str  # opened failed rung, banner
    dark: bool
    high_contrast: bool

    def __init__(self, *, dark: bool = False, high_contrast: bool = False, **colours: str) -> None:
        self.__dict__.update(colours, dark=dark, high_contrast=high_contrast)

    def names(self) -> tuple[str, ...]:
        """The names of its colours."""
        return tuple(name for name in self.__dict__ if name not in ("dark", "high_contrast"))

    def value(self, name: str) -> str:
        """The colour called ``name``, e.g. ``ink2``."""
        return getattr(self, name)


LIGHT = Palette(
    ground="#F4F4F1", surface="#FFFFFF", sunken="#F8F8F6", raised="#FFFFFF", hover="#F1F1EE", quiet="#EBEBE7",
    chip="#EEEEEA", well="#ECECE8", line="#E3E3DE", track="#E4E4DF", pole="#BFE0CF", button_edge="#C9C9C4",
    edge="#85868E", ink="#1A1B21", ink2="#4E5059", ink3="#666872", accent="#2F49C8", accent_fill="#2F49C8",
    accent_press="#253BA6",
    accent_soft="#E6EAFB", on_fill="#FFFFFF", ok="#12734A", ok_soft="#E2F3EA", warn="#8A5300", warn_mark="#B27000",
    warn_soft="#FBF0D8", bad="#B92B1B", bad_fill="#B92B1B", bad_soft="#FCE9E5", bad_tint="#FEF8F6",
)  # fmt: skip

DARK = Palette(
    ground="#131418", surface="#1B1C22", sunken="#16171C", raised="#26272F", hover="#23242B", quiet="#1E1F26",
    chip="#2A2B34", well="#0E0F12", line="#2C2D36", track="#34353F", pole="#24503A", button_edge="#41434F",
    edge="#747683", ink="#ECECF0", ink2="#B6B8C3", ink3="#9496A3", accent="#9CAFFF", accent_fill="#4A61DC",
    accent_press="#546BE2",
    accent_soft="#232A4C", on_fill="#FFFFFF", ok="#5CCB93", ok_soft="#17301F", warn="#EBB44E", warn_mark="#EBB44E",
    warn_soft="#362A11", bad="#FF8B78", bad_fill="#CF4836", bad_soft="#40201C", bad_tint="#231A1B", dark=True,
)  # fmt: skip


SHADOW_IN_THE_DARK = "#000000"  # in the light it is ink


def with_high_contrast(palette: Palette) -> Palette:
    """The variant for people who asked their system for more contrast: hairlines and second texts at full strength."""
    edge, ink = palette.edge, palette.ink
    stronger = {"line": edge, "button_edge": edge, "ink2": ink, "ink3": ink, "high_contrast": True}
    return Palette(**{**palette.__dict__, **stronger})


class Space:
    """Distances in px at 1x, of the scale 2 4 8 12 16 24 32 48."""

    HAIR = 2
    TINY = 4
    SMALL = 8
    CARD_GAP = 12
    CARD_PADDING = 16
    WINDOW = 16
    WINDOW_TOP = 12


class Radius:
    """Corner radii in px. Chips take half their height."""

    SMALL = 4  # key cap, marker, check box
    CONTROL = 6  # button, field, row, picture, code
    CARD = 10  # card, menu, toast


class Size:
    """Fixed lengths in px at 1x."""

    WINDOW_MIN_WIDTH, WINDOW_MIN_HEIGHT = 1024, 720
    WINDOW_WIDTH, WINDOW_HEIGHT = 1440, 900
    NARROW = 1280  # below this width of the window the rail folds and fields shrink
    RAIL, RAIL_NARROW = 240, 57
    BRAND, SECTION, PROFILE_ROW, RAIL_DOT, RAIL_FOOT = 32, 28, 42, 16, 34
    CARD, CARD_OPEN = 120, 174
    RING, RING_STROKE, RING_STROKE_LATE = 78, 5, 6
    TITLE_ROW, FIELD_ROW, FIELD_LABEL, FIELD_BOX = 30, 46, 16, 28
    BUTTON, BUTTON_SMALL, BUTTON_BESIDE_INPUT, BUTTON_PADDING, BUTTON_GAP = 30, 26, 32, 12, 6
    ICON_BUTTON, COPY_BUTTON, ICON = 28, 22, 16
    INPUT = 32
    TABS, TAB_GAP = 40, 24
    STATUS_LINE = 28
    MENU, MENU_ITEM, MENU_SHADOW = 304, 30, 24  # the last: room around the sheet for what it throws
    TOAST = 44
    REFUSAL = 456
    FOCUS, FOCUS_AWAY = 2, 2
    SKELETON_BAR = 6


class Type(NamedTuple):
    """A size of text: pixels, line height, weight, letter spacing in px, and whether it is the value typeface."""

    size: int
    line: int
    weight: int = 400
    spacing: float = 0.0
    mono: bool = False


CAPTION = Type(11, 16)
SMALL = Type(12, 17)
BODY = Type(13, 20)
NAME = Type(13, 20, 500)
STRONG = Type(13, 20, 600)
SECTION = Type(15, 22, 600)
TITLE = Type(17, 24, 600, -0.2)
DISPLAY = Type(22, 30, 600, -0.4)
RING_DIGITS = Type(17, 20, 600)
RING_DIGITS_LONG = Type(13, 20, 600)
BRAND = Type(14, 20, 600)
VALUE = Type(12, 18, mono=True)
CHIP = Type(11, 16, 500)
BADGE = Type(11, 16, 600)
SECTION_CAPTION = Type(11, 16, 600)

INTERFACE_FAMILIES = (
    "Inter",
    "Segoe UI",
    "SF Pro Text",
    "Noto Sans",
    "Noto Sans CJK SC",
    "PingFang SC",
    "Microsoft YaHei UI",
)
VALUE_FAMILIES = ("JetBrains Mono", "Cascadia Mono", "SF Mono", "Consolas", "DejaVu Sans Mono", "Noto Sans Mono CJK SC")


class Motion:
    """Durations in ms; all zero when motion is off."""

    POPUP = 140
    GROW = 180
    SWEEP = 400
    PULSE = 1200
    SKELETON_AFTER = 150
