"""``EncodedDiagnosticMessage``: what a refusal was about, kept by the server and told to those who may ask.

The cloud's own messages are Base64 of a version, the time and the request's id, nothing else: only the server that
refused knows the rest, and RAM's DecodeDiagnosticMessage looks it up. So it is here.
"""

from __future__ import annotations

import base64
import binascii
import struct
import threading
from collections import OrderedDict
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

_HEAD: Final = b"\x01\x01\x00\x00\x00\x00"
_KEPT: Final = 4096  # refusals remembered; the oldest go first


class Diagnostics:
    """The refusals of late, by request id."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: OrderedDict[str, Mapping[str, Any]] = OrderedDict()

    def encode(self, request_id: str, when: datetime, decoded: Mapping[str, Any]) -> str:
        """Keep ``decoded`` and return the message that stands for it."""
        with self._lock:
            self._kept[request_id] = decoded
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return base64.b64encode(_HEAD + struct.pack(">I", int(when.timestamp())) + request_id.encode()).decode()

    def decode(self, message: str) -> Mapping[str, Any] | None:
        """What ``message`` stands for; ``None`` when it is none of ours or too old."""
        try:
            data = base64.b64decode(message, validate=True)
            request_id = data[len(_HEAD) + 4 :].decode()
        except (binascii.Error, UnicodeDecodeError):
            return None
        if not data.startswith(_HEAD):
            return None
        with self._lock:
            return self._kept.get(request_id)
