"""Keeping the SDKs' own log lines out of every log: at DEBUG they hold tokens, signed URLs and whole answers of STS.

aliyunsdkcore sets one of its loggers to DEBUG with a handler of its own and prints headers under ``DEBUG=sdk``; oss2
logs all headers and strings to sign; urllib3 logs signed targets. What they would tell is in the wire's record,
without the secrets.
"""

from __future__ import annotations

import logging
from typing import Any, Final

FAMILIES: Final = ("aliyunsdkcore", "aliyunsdksts", "aliyunsdkram", "oss2", "requests", "urllib3")
WITHHELD: Final = "(withheld, since it may hold a signature or a token)"

_SILENT: Final = logging.CRITICAL + 1


def silence_sdks() -> None:
    """Silence the families, and take the text out of any record that somebody makes them write all the same.

    To be called before an SDK is used, and once more after it was imported. May be called any number of times.
    """
    for name in FAMILIES:
        logging.getLogger(name).setLevel(_SILENT)
    # A list: loggers may be added by other threads meanwhile.
    for name, logger in list(logging.root.manager.loggerDict.items()):
        if isinstance(logger, logging.Logger) and "." in name and _belongs(name):
            logger.setLevel(logging.NOTSET)
            for handler in list(logger.handlers):
                if type(handler) is logging.StreamHandler:
                    logger.removeHandler(handler)
    if not isinstance(logging.getLogRecordFactory(), _Withholding):
        logging.setLogRecordFactory(_Withholding(logging.getLogRecordFactory()))


def _belongs(name: str) -> bool:
    return name.partition(".")[0] in FAMILIES


class _Withholding:
    """A record factory that empties the families' records: it stands before every handler, whatever the levels are."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __call__(self, *arguments: Any, **named: Any) -> logging.LogRecord:
        record: logging.LogRecord = self._inner(*arguments, **named)
        if _belongs(record.name):
            record.msg, record.args = WITHHELD, None
            record.exc_info = record.exc_text = record.stack_info = None
        return record
