"""What a server said when it refused, for the eye and for *Copy details*. Both leave out what could open anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from stsviewer.secret import MASK
from stsviewer.ui.outside import flat

if TYPE_CHECKING:
    from stsviewer.failure import Failure

# Members of a server's answer that carry what was signed or whole tokens; the rest of the answer is evidence.
_MASKED = re.compile(r"signature|stringtosign|canonicalrequest|securitytoken|accesskeysecret", re.IGNORECASE)
_SIGNED_QUERY = re.compile(r"(?i)((?:x-oss-)?(?:signature|security-token|securitytoken)=)[^&\s\"]+")
_TOKEN = re.compile(r"\bCAIS[A-Za-z0-9+/=%_-]{16,}")


def facts(failure: Failure) -> list[tuple[str, str]]:
    """Caption and value, a few rows: what was answered, which right was missing, the request's id."""
    said = failure.said
    rows = []
    answer = " ".join(part for part in (failure.code, str(failure.status) if failure.status else "") if part)
    if failure.ec:
        answer += f", EC {failure.ec}"
    if answer:
        rows.append((QCoreApplication.translate("Evidence", "Server's answer"), flat(answer)))
    if said("AuthAction"):
        rows.append((QCoreApplication.translate("Evidence", "Missing right"), flat(said("AuthAction"))))
    if said("PolicyType") or said("NoPermissionType"):
        kinds = " ".join(part for part in (said("PolicyType"), said("NoPermissionType")) if part)
        rows.append((QCoreApplication.translate("Evidence", "Decided by"), flat(kinds)))
    if failure.request_id:
        rows.append((QCoreApplication.translate("Evidence", "RequestId"), flat(failure.request_id)))
    return rows


def details(failure: Failure) -> str:
    """Everything that is known of ``failure``, redacted, a line each: for a ticket or a colleague. English."""
    lines = [
        f"Doing: {failure.doing.english()}",
        f"Result: {failure.sentence.english()}",
    ]
    for name, value in (
        ("Status", str(failure.status) if failure.status else ""),
        ("Code", failure.code),
        ("Message", failure.message),
        ("EC", failure.ec),
        ("RequestId", failure.request_id),
        ("HostId", failure.host_id),
        *failure.detail,
    ):
        if value:
            lines.append(f"{name}: {MASK if _MASKED.search(name) else _redacted(value)}")
    return "\n".join(flat(line) for line in lines) + "\n"


def _redacted(text: str) -> str:
    return _TOKEN.sub(MASK, _SIGNED_QUERY.sub(rf"\g<1>{MASK}", text))
