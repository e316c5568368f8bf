"""What RAM itself tells about the caller and the role, as far as the key may read it."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, TypeGuard, TypeVar

from stsviewer.check.crew import Crew, Later
from stsviewer.check.documents import statement_text
from stsviewer.check.values import DecidingStatement
from stsviewer.failure import Failed
from stsviewer.policy import Document, DocumentKind, GrammarError, StatementRef, parse
from stsviewer.ram import PolicyName, Ram, RamRole

T = TypeVar("T")

#: How alike two names must be to be taken for a slip of the pen (difflib's ratio).
_ALIKE: Final = 0.75


@dataclass(frozen=True)
class Attached:
    """A policy that speaks for somebody. ``group`` is the group that brings it, empty when it is attached directly."""

    name: str
    system: bool
    text: str
    document: Document
    group: str = ""


@dataclass(frozen=True)
class Trust:
    """A role's trust policy and the longest session it gives, in seconds."""

    text: str
    document: Document
    max_session_duration: int


@dataclass(frozen=True)
class Known:
    """What could be read; None is what could not.

    ``caller`` are the policies of the key's owner with those of its groups; ``role`` and ``trust`` are of the role to
    assume. ``role_missing``: RAM says that its account has no such role, and then ``role_names`` are those it has.
    """

    caller: tuple[Attached, ...] | None = None
    role: tuple[Attached, ...] | None = None
    trust: Trust | None = None
    role_missing: bool = False
    role_names: tuple[str, ...] | None = None

    def statement(self, ref: StatementRef, session: str = "", bucket: str = "") -> DecidingStatement:
        """The statement that ``ref`` names, with its text. ``session`` and ``bucket`` are those policies' texts."""
        label, _, number = ref.policy.partition("[")
        text = {"session": session, "bucket_policy": bucket, "trust": self.trust.text if self.trust else ""}.get(
            label, ""
        )
        attached = {"user": self.caller, "role": self.role}.get(label)
        if attached is not None and number:
            text = attached[int(number.rstrip("]"))].text
        return DecidingStatement(ref.policy, ref.index, ref.sid, ref.name, statement_text(text, ref.index))

    def nearest_role(self, name: str) -> str:
        """The role of the account whose name is most like ``name``, or an empty text."""
        close = difflib.get_close_matches(name.lower(), [each.lower() for each in self.role_names or ()], 1, _ALIKE)
        return next((each for each in self.role_names or () if close and each.lower() == close[0]), "")


NOTHING: Final = Known()


@dataclass(frozen=True)
class Asked:
    """Whom to read about: a user, or the role whose session the caller is; and the role to assume (empty: none).

    ``role_is_near``: the role's account is the caller's own, as far as the ARN tells.
    """

    user: str = ""
    session_of: str = ""
    role: str = ""
    role_is_near: bool = True


def read_known(ram: Ram, asked: Asked, crew: Crew) -> Known:
    """Read what can be read. Raises Cancelled only: what is refused stays unknown."""
    reader = _Reader(ram, crew)
    role = reader.begin(lambda: ram.role(asked.role, crew.cancel)) if asked.role else None
    of_role = reader.begin(lambda: ram.policies_of_role(asked.role, crew.cancel)) if asked.role else None
    caller = _callers_policies(reader, ram, asked, crew)
    told = reader.end(role)
    missing = isinstance(told, Failed) and told.failure.code == "EntityNotExist.Role"
    # A role of that name in the caller's own account says nothing about the account that the ARN names.
    names = reader.end(reader.begin(lambda: ram.role_names(crew.cancel))) if missing or not asked.role_is_near else None
    policies = reader.end(of_role)
    return Known(
        caller=caller,
        role=reader.documents([(name, "") for name in policies]) if _is_read(policies) and asked.role_is_near else None,
        trust=_trust(told) if isinstance(told, RamRole) and asked.role_is_near else None,
        role_missing=missing,
        role_names=names if _is_read(names) else None,
    )


def _callers_policies(reader: _Reader, ram: Ram, asked: Asked, crew: Crew) -> tuple[Attached, ...] | None:
    if asked.session_of:
        policies = reader.end(reader.begin(lambda: ram.policies_of_role(asked.session_of, crew.cancel)))
        return reader.documents([(name, "") for name in policies]) if _is_read(policies) else None
    if not asked.user:
        return None
    of_user = reader.begin(lambda: ram.policies_of_user(asked.user, crew.cancel))
    groups = reader.end(reader.begin(lambda: ram.groups_of_user(asked.user, crew.cancel)))
    policies = reader.end(of_user)
    if not _is_read(policies) or not _is_read(groups):
        return None
    found = [(name, "") for name in policies]
    of_groups = [(group, reader.begin(_of_group(ram, group, crew))) for group in groups]
    for group, later in of_groups:
        names = reader.end(later)
        if not _is_read(names):
            return None
        found += [(name, group) for name in names]
    return reader.documents(found)


def _of_group(ram: Ram, group: str, crew: Crew) -> Callable[[], tuple[PolicyName, ...]]:
    return lambda: ram.policies_of_group(group, crew.cancel)


class _Reader:
    """Begins readings side by side and ends them; each document is read once, whoever has it."""

    def __init__(self, ram: Ram, crew: Crew) -> None:
        self._ram = ram
        self._crew = crew
        self._texts: dict[PolicyName, Later[str]] = {}

    def begin(self, work: Callable[[], T]) -> Later[T]:
        return self._crew.start(work)

    def end(self, later: Later[T] | None) -> T | Failed | None:
        """What was read, or the refusal."""
        if later is None:
            return None
        try:
            return later.result()
        except Failed as failed:
            return failed

    def documents(self, names: Sequence[tuple[PolicyName, str]]) -> tuple[Attached, ...] | None:
        """The documents of all ``names``; None when one cannot be read: what it says might decide."""
        for name, _ in names:
            if name not in self._texts:
                self._texts[name] = self.begin(self._text_of(name))
        found = []
        for name, group in names:
            text = self.end(self._texts[name])
            document = _parsed(text, DocumentKind.IDENTITY, name.name) if isinstance(text, str) else None
            if document is None or not isinstance(text, str):
                return None
            found.append(Attached(name.name, name.kind == "System", text, document, group))
        return tuple(found)

    def _text_of(self, name: PolicyName) -> Callable[[], str]:
        return lambda: self._ram.document(name, self._crew.cancel)


def _trust(role: RamRole) -> Trust | None:
    document = _parsed(role.trust, DocumentKind.TRUST, "")
    return Trust(role.trust, document, role.max_session_duration) if document is not None else None


def _parsed(text: str, kind: DocumentKind, name: str) -> Document | None:
    try:
        return parse(text, kind, name)
    except GrammarError:
        return None  # the cloud takes more than we know of: then we know nothing


def _is_read(value: T | Failed | None) -> TypeGuard[T]:
    return value is not None and not isinstance(value, Failed)
