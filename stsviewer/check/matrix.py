"""What the role may do: calls × prefixes, from the probes and, where the policies are readable, from evaluation."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from stsviewer.check.mending import Subject, attach, mend
from stsviewer.check.mending_bucket import narrow_bucket_policy, open_foreign_bucket
from stsviewer.check.mending_session import mend_session
from stsviewer.check.presets import PRESETS, Preset, preset
from stsviewer.check.probing import Storehouse
from stsviewer.check.rights import Ask, Rights
from stsviewer.check.scene import names
from stsviewer.check.values import Allowed, DecidingStatement, Fix, PresetVerdict, State, Works
from stsviewer.policy import parse_resource
from stsviewer.policy.actions import Form
from stsviewer.text import Text, mark, say

#: The rows, in this order.
ACTIONS: Final = (
    "ListBuckets",
    "GetBucketInfo",
    "ListObjects",
    "HeadObject",
    "GetObject",
    "ProcessImage",
    "PutObject",
    "CopyObject",
    "DeleteObject",
)
#: Calls that are a read of the object and nothing else: one that was tried speaks for the others.
_READS: Final = ("GetObject", "HeadObject", "ProcessImage")
_OTHER_COLUMNS: Final = 3


def needed(prefix: str, purpose: str = "") -> tuple[Ask, ...]:
    """The calls on which the last rung hangs: listing and reading under ``prefix``, or what the role is for."""
    return preset(purpose or "sdk-read").asks(prefix)


def parent_listings(prefix: str) -> tuple[Ask, ...]:
    """The listings that the console makes on its way down."""
    return tuple(ask for ask in preset("console").asks(prefix) if ask.api == "ListObjects")


def columns(prefix: str, rights: Rights, store: Storehouse | None) -> tuple[str, ...]:
    """The prefixes to look at: the bucket itself, the one asked for, and some others that there are or that policies
    name.
    """
    others = [*(store.folders if store is not None else ()), *_named(rights)]
    kept = [other for other in dict.fromkeys(others) if other not in ("", prefix)]
    return ("", *((prefix,) if prefix else ()), *kept[:_OTHER_COLUMNS])


def _named(rights: Rights) -> Iterator[str]:
    """The prefixes of the bucket that the policies name, down to their first wildcard's folder."""
    for _, document in [*rights.labelled(session=False), *rights.labelled(session=True)]:
        for statement in document.statements:
            for pattern in statement.resources:
                name = parse_resource(pattern)
                if name is not None and name.bucket == rights.bucket and "/" in name.key:
                    folder = name.key.partition("*")[0].partition("?")[0].rpartition("/")[0]
                    if folder:
                        yield folder + "/"


def state(ask: Ask, rights: Rights | None, store: Storehouse | None) -> tuple[State, bool, DecidingStatement | None]:
    """The state of a call, whether it was tried, and the statement that decides."""
    judged, statement = rights.state(ask) if rights is not None else (State.UNKNOWN, None)
    tried = store.state(ask) if store is not None else State.UNKNOWN
    if tried is not State.UNKNOWN:
        return tried, True, statement if judged is tried else None
    if judged is State.UNKNOWN and ask.api in _READS and store is not None:
        for other in _READS:
            told = store.state(Ask(other, ask.prefix))
            if told is not State.UNKNOWN:
                return told, False, None
    return judged, False, statement


def cells(
    prefix: str, rights: Rights | None, store: Storehouse | None, places: tuple[str, ...] | None = None
) -> tuple[Allowed, ...]:
    """The whole matrix, row by row; ``places`` are its columns. Empty when nobody is known to act."""
    if rights is None:
        return ()
    places = places or (columns(prefix, rights, store) if rights.bucket else ("",))
    found = []
    for action in ACTIONS if rights.bucket else ACTIONS[:1]:
        for place in places:
            if not _applies(action, place, prefix):
                found.append(Allowed(action, place, State.NOT_APPLICABLE))
                continue
            found.append(Allowed(action, place, *_cell(action, place, prefix, rights, store)))
    return tuple(found)


def _cell(
    action: str, place: str, prefix: str, rights: Rights, store: Storehouse | None
) -> tuple[State, bool, DecidingStatement | None]:
    if action != "ListObjects":
        return state(Ask(action, place), rights, store)
    by_level, whole = Ask(action, place, "/"), Ask(action, place)
    first, second = (by_level, whole) if place in (prefix, "") else (whole, by_level)
    found = state(first, rights, store)
    return found if found[0] in (State.ALLOWED, State.DENIED) else max(found, state(second, rights, store), key=_weight)


def _weight(found: tuple[State, bool, DecidingStatement | None]) -> int:
    return (State.UNKNOWN, State.NO_ALLOW, State.DENIED, State.ALLOWED).index(found[0])


def _applies(action: str, place: str, prefix: str) -> bool:
    form = Ask(action).form
    if form is Form.OBJECT:
        return place != "" or prefix == ""
    return action == "ListObjects" or place == ""


def presets(
    prefix: str, rights: Rights | None, store: Storehouse | None, subject: Subject | None
) -> tuple[PresetVerdict, ...]:
    """For each use, whether it will work, and the smallest that it lacks."""
    if rights is None or not rights.bucket:
        return ()
    return tuple(_verdict(each, prefix, rights, store, subject) for each in PRESETS)


def _verdict(
    use: Preset, prefix: str, rights: Rights, store: Storehouse | None, subject: Subject | None
) -> PresetVerdict:
    title = use.shown(prefix)
    states = {ask: state(ask, rights, store)[0] for ask in use.asks(prefix)}
    lacking = [ask for ask, found in states.items() if found in (State.NO_ALLOW, State.DENIED)]
    unknown = [ask for ask, found in states.items() if found is State.UNKNOWN]
    if lacking and use.name == "sdk-read" and all(_is_spare(ask, states) for ask in lacking):
        one_way = (
            mark("Check", "lists all the way down only")
            if lacking[0].delimiter
            else mark("Check", "lists level by level only")
        )
        return PresetVerdict(use.name, title, Works.REMARK, say(one_way), _missing(subject, lacking, states))
    if lacking:
        return PresetVerdict(use.name, title, Works.NO, _lacks(lacking), _missing(subject, lacking, states))
    if unknown:
        reason = say(mark("Check", "cannot be told without trying: {names}"), names=names(unknown))
        return PresetVerdict(use.name, title, Works.UNKNOWN, reason)
    without = [ask for ask in use.conveniences(prefix) if state(ask, rights, store)[0] is not State.ALLOWED]
    if without and without[0].api == "ListBuckets":
        return PresetVerdict(use.name, title, Works.REMARK, say(mark("Check", "opens the bucket only by its address")))
    if without:
        reason = say(mark("Check", "whole files only; resuming needs {names}"), names=names(without))
        return PresetVerdict(use.name, title, Works.REMARK, reason)
    address = f"oss://{rights.bucket}/{prefix}"
    return PresetVerdict(use.name, title, Works.YES, say(mark("Check", "for {address}"), address=address))


def _is_spare(ask: Ask, states: dict[Ask, State]) -> bool:
    """Whether the same prefix can be listed the other way, with or without the delimiter."""
    other = Ask(ask.api, ask.prefix, "" if ask.delimiter else "/")
    return ask.api == "ListObjects" and states.get(other) is State.ALLOWED


def _lacks(asks: list[Ask]) -> Text:
    if all(ask.form is Form.BUCKET and ask.api != "ListObjects" for ask in asks):
        return say(mark("Check", "needs {names} on the bucket"), names=", ".join(f"oss:{ask.api}" for ask in asks))
    if all(ask.api == "ListObjects" for ask in asks):
        if not any(ask.delimiter for ask in asks):
            return say(mark("Check", "needs to list all the way down, without a delimiter"))
        if all(ask.prefix == "" for ask in asks):
            return say(mark("Check", "needs to list the bucket from its root"))
    return say(mark("Check", "needs {names}"), names=names(asks))


def _missing(subject: Subject | None, asks: list[Ask], states: dict[Ask, State]) -> Fix | None:
    """The first thing to change, where it is known what that is."""
    if subject is None:
        return None
    rights = subject.rights
    if rights.account != rights.principal.account:
        return open_foreign_bucket(rights, asks)
    if (of_session := mend_session(rights, asks, subject.profile, subject.prefixes)) is not None:
        return of_session
    if not rights.identity:
        return attach(subject, asks) if not any(states[ask] is State.DENIED for ask in asks) else None
    return next(iter(mend(subject, asks)), None) or narrow_bucket_policy(rights, asks)
