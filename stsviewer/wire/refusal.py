"""From an answer that refuses to the Failure that people are shown."""

from __future__ import annotations

from typing import Final

from stsviewer.failure import Failed, Failure
from stsviewer.text import Text
from stsviewer.wire.answer import Answer
from stsviewer.wire.evidence import read_evidence
from stsviewer.wire.sentences import understood

# A refusal is some hundred bytes; a page of a proxy in between may be anything.
_READ_AT_MOST: Final = 256 * 1024


def failure_of(answer: Answer, doing: Text) -> Failure:
    """What ``answer``, whose body is still to be read, says about ``doing``. Nothing secret is in it.

    Raises Cancelled when the work is taken back meanwhile.
    """
    pieces: list[bytes] = []
    size = 0
    try:
        for chunk in answer:
            pieces.append(chunk)
            size += len(chunk)
            if size > _READ_AT_MOST:
                break
    except Failed:
        pass  # the body broke off: what has come, and the status, must do
    answer.close()
    evidence = read_evidence(answer.status, answer.headers, b"".join(pieces), answer.redactor)
    sentence, kind = understood(evidence, answer.host)
    return Failure(
        doing,
        sentence,
        kind,
        code=evidence.code,
        message=evidence.message,
        ec=evidence.ec,
        request_id=evidence.request_id,
        host_id=evidence.host_id,
        status=evidence.status,
        detail=evidence.detail,
    )
