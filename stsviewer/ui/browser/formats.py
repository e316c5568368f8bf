"""Sizes and times the way people read them, in the language in force. Digits are the locale's, separators too."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

_UNITS = ("B", "KB", "MB", "GB", "TB", "PB", "EB")


def size(count: int) -> str:
    """``count`` bytes in three digits: ``42 B``, ``8.1 KB``, ``1.30 MB``. A KB is 1,024 B, as the console counts."""
    if count < 1024:
        return f"{QLocale().toString(count)} B"
    value, unit = float(count), 0
    while value >= 999.5 and unit < len(_UNITS) - 1:
        value /= 1024
        unit += 1
    if unit == 1:
        digits = 1 if value < 9.95 else 0
    else:
        digits = 2 if value < 9.995 else 1 if value < 99.95 else 0
    return f"{QLocale().toString(value, 'f', digits)} {_UNITS[unit]}"


def exact_size(count: int) -> str:
    """``count`` bytes to the last one: ``1,359,891 B``."""
    return f"{number(count)} B"


def of_sizes(part: int, whole: int) -> str:
    """How much of ``whole`` is there, in one unit: ``2.1 / 3.2 MB``."""
    unit = 0
    scale = 1
    while whole / scale >= 999.5 and unit < len(_UNITS) - 1:
        scale *= 1024
        unit += 1
    digits = 0 if unit == 0 or whole / scale >= 100 else 1
    first, second = (QLocale().toString(each / scale, "f", digits) for each in (part, whole))
    return f"{first} / {second} {_UNITS[unit]}"


def number(count: int) -> str:
    """``count`` with the locale's separators: ``1,000,000``."""
    return QLocale().toString(count)


def short_time(moment: datetime, now: datetime | None = None) -> str:
    """``moment`` in local time, as short as it stays clear: ``Today 10:14``, ``12 Nov 09:30``, ``3 Mar 2019``."""
    local = moment.astimezone()
    now = (now or datetime.now()).astimezone()
    clock = _formatted(local, "HH:mm")
    if local.date() == now.date():
        return QCoreApplication.translate("Formats", "Today {time}").replace("{time}", clock)
    if local.date() == now.date() - timedelta(days=1):
        return QCoreApplication.translate("Formats", "Yesterday {time}").replace("{time}", clock)
    if local.year == now.year:
        #: Qt's date format: day and month of this year, with the time.
        return _formatted(local, QCoreApplication.translate("Formats", "d MMM HH:mm"))
    #: Qt's date format: a day of another year.
    return _formatted(local, QCoreApplication.translate("Formats", "d MMM yyyy"))


def full_time(moment: datetime) -> str:
    """``moment`` in local time with its year: ``24 Nov 2026, 10:14``."""
    #: Qt's date format: a day with its year and the time.
    return _formatted(moment.astimezone(), QCoreApplication.translate("Formats", "d MMM yyyy, HH:mm"))


def _formatted(local: datetime, pattern: str) -> str:
    date, time = QDate(local.year, local.month, local.day), QTime(local.hour, local.minute, local.second)
    return QLocale().toString(QDateTime(date, time), pattern)


def ago(seconds: float) -> str:
    """How long ago, for the status line: ``12 s ago``, ``3 min ago``."""
    if seconds < 60:
        return QCoreApplication.translate("Formats", "{n} s ago").replace("{n}", number(int(seconds)))
    if seconds < 3600:
        return QCoreApplication.translate("Formats", "{n} min ago").replace("{n}", number(int(seconds // 60)))
    return QCoreApplication.translate("Formats", "{n} h ago").replace("{n}", number(int(seconds // 3600)))
