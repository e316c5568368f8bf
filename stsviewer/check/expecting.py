"""Whether the role can do exactly what was expected: neither less nor more."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from stsviewer.check.presets import preset
from stsviewer.check.values import Options, Report, RungName, RungState, State, Verdict, Works
from stsviewer.text import Text, mark, say

#: What each word stands for, of the calls that are looked at.
WORDS: Final = {
    "none": frozenset[str](),
    "list": frozenset({"ListObjects"}),
    "read": frozenset({"ListObjects", "HeadObject", "GetObject"}),
    "write": frozenset({"ListObjects", "HeadObject", "GetObject", "PutObject", "CopyObject", "DeleteObject"}),
}
#: What would be more than expected. HeadObject is the right of GetObject, CopyObject those of GetObject and PutObject.
_LOOKED_AT: Final = ("ListObjects", "GetObject", "PutObject", "DeleteObject")
_WRITES: Final = frozenset({"PutObject", "CopyObject", "DeleteObject"})


def check_names(options: Options) -> None:
    """Raises ValueError when ``expect`` or ``preset`` does not exist."""
    for name in (options.expect if options.expect not in WORDS else "", options.preset):
        if name:
            try:
                preset(name)
            except KeyError:
                raise ValueError(f"no such preset: {name}") from None


def judged(report: Report, options: Options) -> Report:
    """``report`` with its verdict on ``options.expect``, and a sentence that says how it came out."""
    verdict, sentence = _judge(report, options.expect)
    return replace(report, verdict=verdict, expected=sentence)


def _judge(report: Report, expect: str) -> tuple[Verdict, Text]:
    if not report.bucket:
        return Verdict.UNKNOWN, say(mark("Check", "There is no bucket to look at: name one."))
    wanted, lacking, unknown = _wanted(report, expect)
    if wanted and not _has_token(report):
        return Verdict.FAILS, say(mark("Check", "Less than expected: there is no token."))
    states = {cell.action: cell.state for cell in report.allowed if cell.prefix == report.prefix}
    more = [name for name in _LOOKED_AT if name not in wanted and states.get(name) is State.ALLOWED]
    if lacking:
        return Verdict.FAILS, say(mark("Check", "Less than expected: {names}."), names=", ".join(lacking))
    if more:
        return Verdict.FAILS, say(mark("Check", "More than expected: {names}."), names=", ".join(more))
    unknown += [
        name
        for name in _LOOKED_AT
        if name not in wanted and states.get(name, State.UNKNOWN) is State.UNKNOWN and name not in unknown
    ]
    if unknown:
        return Verdict.UNKNOWN, _untold(unknown)
    return Verdict.WORKS, say(mark("Check", "Exactly what was expected."))


def _wanted(report: Report, expect: str) -> tuple[frozenset[str], list[str], list[str]]:
    """The calls that are expected, those of them that are not allowed, and those of which nothing is known."""
    states = {cell.action: cell.state for cell in report.allowed if cell.prefix in (report.prefix, "")}
    states |= {cell.action: cell.state for cell in report.allowed if cell.prefix == report.prefix}
    if expect in WORDS:
        wanted = WORDS[expect]
    else:
        wanted = frozenset(ask.api for ask in preset(expect).asks(report.prefix))
        works = next((each.works for each in report.presets if each.preset == expect), Works.UNKNOWN)
        if works is Works.NO and all(states.get(name) is State.ALLOWED for name in wanted):
            return wanted, ["ListObjects"], []  # allowed, though not in every way that the use needs
    info = {cell.action: cell.state for cell in report.allowed if cell.prefix == ""}
    told = {name: states.get(name, State.UNKNOWN) for name in wanted}
    told |= {name: info.get(name, State.UNKNOWN) for name in wanted & {"GetBucketInfo", "ListBuckets"}}
    lacking = [name for name, state in sorted(told.items()) if state in (State.NO_ALLOW, State.DENIED)]
    return wanted, lacking, [name for name, state in sorted(told.items()) if state is State.UNKNOWN]


def _has_token(report: Report) -> bool:
    below = list(RungName)[: list(RungName).index(RungName.TOKEN) + 1]
    return not any(
        report.rung(name).state in (RungState.FAILED, RungState.UNKNOWN) for name in below if name is not RungName.CLOCK
    )


def _untold(unknown: list[str]) -> Text:
    if set(unknown) <= _WRITES:
        return say(
            mark(
                "Check",
                "It cannot be told whether {names} would be allowed: the policies cannot be read, and writing was "
                "not tried. Run it with --try-writes.",
            ),
            names=", ".join(unknown),
        )
    return say(mark("Check", "It cannot be told whether {names} would be allowed."), names=", ".join(unknown))
