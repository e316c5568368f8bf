"""Where somebody has been with one profile: back, forward, and what was selected at each place."""

from __future__ import annotations

from dataclasses import dataclass, field

from stsviewer.ui.browser.location import Location

_LONGEST = 100


@dataclass
class Visit:
    """A place, and how it was left: the key selected, px scrolled, pages loaded."""

    location: Location
    selected: str = ""
    scroll: int = 0
    pages: int = 1


@dataclass
class Trail:
    """The visits in order, and which of them is now."""

    visits: list[Visit] = field(default_factory=list)
    now: int = -1

    @property
    def here(self) -> Visit | None:
        """The visit that is now."""
        return self.visits[self.now] if self.visits else None

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place before."""
        return self.now > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place after."""
        return self.now + 1 < len(self.visits)

    def go(self, location: Location, selected: str = "") -> Visit:
        """A new visit after the one that is now; what lay ahead is forgotten. The same place again is no new visit."""
        here = self.here
        if here is not None and here.location == location:
            here.selected = selected or here.selected
            return here
        del self.visits[self.now + 1 :]
        self.visits.append(Visit(location, selected))
        del self.visits[:-_LONGEST]
        self.now = len(self.visits) - 1
        return self.visits[-1]

    def step(self, by: int) -> Visit:
        """One back (-1) or forward (1)."""
        self.now += by
        return self.visits[self.now]
