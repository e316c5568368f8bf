"""``stsviewer simulate``: cases as JSON in, results as JSON-ready values out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NoReturn, TypeVar

from stsviewer.policy.document import Document, DocumentKind
from stsviewer.policy.evaluation import decide
from stsviewer.policy.grammar import GrammarError, located, parse
from stsviewer.policy.json_text import JsonError, JsonText, Path, format_path, read
from stsviewer.policy.question import Access, Acl, Decision, Outcome, Policies, Principal, PrincipalKind, Request
from stsviewer.policy.resource import parse_resource
from stsviewer.text import Text, mark, say

Choice = TypeVar("Choice")

_POLICIES: Final = ("user", "role", "trust", "session", "bucket_policy")
_REQUEST: Final = ("action", "resource", "principal", "context", "api", "acl")
_PRINCIPAL: Final = ("account", "uid", "arn", "role_arn", "sts_arn")


class SimulateInputError(Exception):
    """The file is no case, or no list of them. ``place`` is like ``[0].request.action``; lines count from 1."""

    def __init__(self, sentence: Text, place: str, line: int, column: int) -> None:
        super().__init__(sentence.english())
        self.sentence = sentence
        self.place = place
        self.line = line
        self.column = column

    @property
    def located(self) -> Text:
        """The sentence with its place before it."""
        return located(self.sentence, self.place, self.line, self.column)


def simulate(text: str) -> list[dict[str, object]]:
    """Judge the case or the list of cases in ``text``; one result a case, in order.

    A policy document that breaks the grammar is a result (``grammar-error``), a broken file is not: it raises
    :class:`SimulateInputError`.
    """
    try:
        read_text = read(text)
    except JsonError as error:
        line, column = JsonText(text).line_and_column(error.offset)
        raise SimulateInputError(error.sentence, format_path(error.path), line, column) from None
    reader = _Reader(read_text)
    if isinstance(read_text.value, list):
        cases = [reader.case(one, (index,)) for index, one in enumerate(read_text.value)]
    else:
        cases = [reader.case(read_text.value, ())]
    return [_result(name, judge()) for name, judge in cases]


def _result(name: str | None, decision: Decision) -> dict[str, object]:
    found = decision.statement
    statement = {"policy": found.policy, "index": found.index, "sid": found.sid or None} if found else None
    return {"id": name, "decision": decision.outcome.value, "statement": statement, "why": decision.why.english()}


class _Reader:
    """Reads cases out of the file; what is wrong is told with its place."""

    def __init__(self, read_text: JsonText) -> None:
        self.read_text = read_text

    def fail(self, sentence: Text, path: Path) -> NoReturn:
        line, column = self.read_text.line_and_column(self.read_text.values[path])
        raise SimulateInputError(sentence, format_path(path), line, column)

    def case(self, value: object, path: Path) -> tuple[str | None, Callable[[], Decision]]:
        """The case's id, and what judges it: the whole file is read before anything is."""
        case = self._object(value, path, needed=("policies", "request"))  # whatever else it has are notes
        name = self._text(case["id"], (*path, "id")) if "id" in case else None
        request = self._request(case["request"], (*path, "request"))
        policies = self._policies(case["policies"], (*path, "policies"))
        if isinstance(policies, Decision):
            found = policies
            return name, lambda: found
        return name, lambda: decide(policies, request)

    def _policies(self, value: object, path: Path) -> Policies | Decision:
        members = self._object(value, path, _POLICIES)
        try:
            return Policies(
                user=self._documents(members.get("user"), (*path, "user")),
                role=self._documents(members.get("role"), (*path, "role")),
                trust=self._document(members.get("trust"), DocumentKind.TRUST, "trust", (*path, "trust")),
                session=self._document(members.get("session"), DocumentKind.SESSION, "session", (*path, "session")),
                bucket=self._document(
                    members.get("bucket_policy"), DocumentKind.BUCKET, "bucket_policy", (*path, "bucket_policy")
                ),
            )
        except _Unreadable as error:
            return Decision(Outcome.GRAMMAR_ERROR, None, error.why)

    def _documents(self, value: object, path: Path) -> tuple[Document, ...]:
        if value is None:
            return ()
        if not isinstance(value, list):
            self.fail(say(mark("Policy", "A list of policy documents must stand here.")), path)
        found = []
        for index, one in enumerate(value):
            document = self._document(one, DocumentKind.IDENTITY, f"{path[-1]}[{index}]", (*path, index))
            if document is None:
                self.fail(say(mark("Policy", "A policy document must stand here, not null.")), (*path, index))
            found.append(document)
        return tuple(found)

    def _document(self, value: object, kind: DocumentKind, label: str, path: Path) -> Document | None:
        if value is None:
            return None
        if not isinstance(value, str | Mapping):
            self.fail(say(mark("Policy", "A policy document must stand here, as an object or as its text.")), path)
        try:
            return parse(value, kind)
        except GrammarError as error:
            raise _Unreadable(
                say(mark("Policy", "{policy}: {sentence}"), policy=label, sentence=error.located)
            ) from None

    def _request(self, value: object, path: Path) -> Request:
        members = self._object(value, path, _REQUEST, ("action", "resource", "principal"))
        return Request(
            action=self._text(members["action"], (*path, "action")),
            resource=self._text(members["resource"], (*path, "resource")),
            principal=self._principal(members["principal"], (*path, "principal")),
            context=self._context(members.get("context"), (*path, "context")),
            api=self._text(members["api"], (*path, "api")) if members.get("api") is not None else "",
            acl=self._acl(members["acl"], (*path, "acl")) if members.get("acl") is not None else None,
        )

    def _principal(self, value: object, path: Path) -> Principal:
        members = self._object(value, path, needed=("type",))
        kind = self._one_of(members["type"], {kind.value: kind for kind in PrincipalKind}, (*path, "type"))
        said = {name: self._text(members[name], (*path, name)) for name in _PRINCIPAL if members.get(name) is not None}
        if "account" not in said:  # every ARN of RAM names its account
            arn = parse_resource(said.get("arn") or said.get("role_arn", ""))
            said["account"] = arn.account if arn else said.get("uid", "") if kind is PrincipalKind.ACCOUNT else ""
        return Principal(kind, **said)

    def _context(self, value: object, path: Path) -> dict[str, str | Sequence[str]]:
        if value is None:
            return {}
        context: dict[str, str | Sequence[str]] = {}
        for key, given in self._object(value, path).items():
            if isinstance(given, list):
                context[key] = [self._carried(one, (*path, key, index)) for index, one in enumerate(given)]
            elif given is not None:  # null is a key that the request does not carry
                context[key] = self._carried(given, (*path, key))
        return context

    def _carried(self, value: object, path: Path) -> str:
        """What a request carries is text; here, unlike in a policy, a number or true says the same."""
        if isinstance(value, bool):
            return "true" if value else "false"
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        if isinstance(value, int | float):
            return str(value)
        return self._text(value, path)

    def _acl(self, value: object, path: Path) -> Acl:
        members = {"bucket": "private", "object": "default", **self._object(value, path, ("bucket", "object"))}
        of_object = {access.value: access for access in Access}
        of_bucket = {word: access for word, access in of_object.items() if access is not Access.DEFAULT}
        return Acl(
            bucket=self._one_of(members["bucket"], of_bucket, (*path, "bucket")),
            object=self._one_of(members["object"], of_object, (*path, "object")),
        )

    def _one_of(self, value: object, known: Mapping[str, Choice], path: Path) -> Choice:
        if not isinstance(value, str) or value not in known:
            self.fail(say(mark("Policy", "This must be one of {known}."), known=", ".join(known)), path)
        return known[value]

    def _object(
        self, value: object, path: Path, known: Sequence[str] | None = None, needed: Sequence[str] = ()
    ) -> Mapping[str, object]:
        if not isinstance(value, dict):
            self.fail(say(mark("Policy", "An object in braces must stand here.")), path)
        for name in value:
            if known is not None and name not in known:
                sentence = say(mark("Policy", "“{name}” is not an element that belongs here."), name=name)
                self.fail(sentence, (*path, name))
        for name in needed:
            if name not in value:
                self.fail(say(mark("Policy", "“{plain}” is missing."), plain=name), path)
        return value

    def _text(self, value: object, path: Path) -> str:
        if not isinstance(value, str):
            self.fail(say(mark("Policy", "A text in double quotes must stand here.")), path)
        return value


class _Unreadable(Exception):  # noqa: N818 - a result on its way, not a fault of the file
    """A document that breaks the grammar: the case's result."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.english())
        self.why = why
