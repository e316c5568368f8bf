"""The lowest rung: does the way to STS work, and what time is it there?"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from stsviewer.endpoint import Endpoint
from stsviewer.text import Text, mark, say
from stsviewer.wire import Cancel, Outgoing, Transport

#: A machine whose clock is this many seconds off still works; past 15 minutes requests are refused.
WORTH_A_REMARK: Final = 60.0
TOLERANCE: Final = 15 * 60.0


@dataclass(frozen=True)
class Reached:
    """Something answered at ``endpoint``. ``ahead`` is by how many seconds its clock is ahead of ours at least.

    None when it does not tell; dates are whole seconds, so what lies within one is 0.
    """

    endpoint: Endpoint
    proxy: str
    ahead: float | None
    seconds: float

    @property
    def evidence(self) -> Text:
        """Where, and through what."""
        if self.proxy:
            return say(mark("Check", "{host}, through {proxy}"), host=self.endpoint.netloc, proxy=self.proxy)
        return say(mark("Check", "{host}, no proxy"), host=self.endpoint.netloc)


def reach(endpoint: Endpoint, transport: Transport, cancel: Cancel) -> Reached:
    """Ask for nothing in particular; whatever answers is good. Raises Failed of kind NETWORK, and Cancelled."""
    from stsviewer.wire.session import proxy_of  # brings requests with it, which costs a tenth of a second

    began, before = time.perf_counter(), datetime.now(UTC)
    request = Outgoing("GET", f"{endpoint.url}/")
    answer = transport.send(request, say(mark("Check", "Reaching {host}"), host=endpoint.netloc), cancel)
    answer.close()
    seconds = time.perf_counter() - began
    return Reached(endpoint, proxy_of(endpoint.url), _ahead(answer.headers.get("Date", ""), before, seconds), seconds)


def _ahead(date: str, before: datetime, seconds: float) -> float | None:
    try:
        there = parsedate_to_datetime(date).astimezone(UTC)
    except (ValueError, TypeError):
        return None
    # The date was cut to a second, and made somewhere between asking and answering.
    least = (there - before).total_seconds() - seconds
    most = least + seconds + 1.0
    return 0.0 if least <= 0.0 <= most else least if least > 0.0 else most
