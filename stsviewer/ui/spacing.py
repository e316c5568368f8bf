"""The thin gap between Chinese and Latin: no translation types it and no font of ours gives it, so it is put in."""

from __future__ import annotations

import re

from PySide6.QtCore import QTranslator

_THIN = "\N{THIN SPACE}"
_HAN = "\u4e00-\u9fff"
# A value in braces is most often Latin: a name, a number, an id.
_BOUNDARY = re.compile(rf"(?<=[{_HAN}])(?=[A-Za-z0-9{{])|(?<=[A-Za-z0-9}}%])(?=[{_HAN}])")
_AS_THEY_ARE = ("Formats",)  # dates have no gap: 2026年11月24日


def spaced(text: str) -> str:
    """``text`` with the gap wherever Chinese meets Latin letters or digits."""
    return _BOUNDARY.sub(_THIN, text)


class SpacedTranslator(QTranslator):
    """A translator whose texts have the gap."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """None where there is no translation: an empty text would be one."""
        found = super().translate(context, source, disambiguation, n)
        if not found:
            return None
        return found if context in _AS_THEY_ARE else spaced(found)
