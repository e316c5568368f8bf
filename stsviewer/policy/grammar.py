"""The grammar of policy documents, and where exactly a document breaks it.

RAM: https://www.alibabacloud.com/help/en/ram/policy-structure-and-syntax and .../policy-elements; OSS:
https://www.alibabacloud.com/help/en/oss/user-guide/authorization-syntax-and-elements; trust policies:
https://help.aliyun.com/en/ram/user-guide/edit-the-trust-policy-of-a-ram-role. Names and ``Effect`` are exact; ``Sid``
is in no grammar, yet the vendor's own policies carry it; ``NotResource`` is of the old grammar and still means
something; ``NotPrincipal`` is in none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NoReturn, TypeGuard

from stsviewer.policy.conditions import OPERATORS
from stsviewer.policy.document import Condition, Document, DocumentKind, Effect, Statement, TrustedPrincipals
from stsviewer.policy.json_text import JsonError, JsonText, Path, format_path, is_unicode, read
from stsviewer.text import Text, mark, say

VERSION: Final = "1"
_STATEMENT_MEMBERS: Final = (
    "Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Principal", "Condition",
)  # fmt: skip
_WITH_PRINCIPAL: Final = (DocumentKind.TRUST, DocumentKind.BUCKET)


class GrammarError(Exception):
    """The document breaks the grammar.

    ``place`` is like ``Statement[0].Action`` and empty for the document as a whole; ``line`` and ``column`` count from
    1 and are None when the document did not come as text.
    """

    def __init__(self, sentence: Text, place: str, line: int | None = None, column: int | None = None) -> None:
        super().__init__(sentence.english())
        self.sentence = sentence
        self.place = place
        self.line = line
        self.column = column

    @property
    def located(self) -> Text:
        """The sentence with its place before it."""
        return located(self.sentence, self.place, self.line, self.column)


def located(sentence: Text, place: str, line: int | None, column: int | None) -> Text:
    """``sentence`` with what is known of its place before it."""
    if line is None or column is None:
        return say(mark("Policy", "{place}: {sentence}"), place=place, sentence=sentence) if place else sentence
    if not place:
        with_line = mark("Policy", "Line {line}, column {column}: {sentence}")
        return say(with_line, line=line, column=column, sentence=sentence)
    with_place = mark("Policy", "Line {line}, column {column}, {place}: {sentence}")
    return say(with_place, line=line, column=column, place=place, sentence=sentence)


def parse(source: object, kind: DocumentKind, name: str = "") -> Document:
    """Check ``source`` and return what it says. Raises :class:`GrammarError` and nothing else.

    ``source`` is the document as text, or what a JSON reader made of it.
    """
    if not isinstance(source, str):
        return _Checker(None, kind).document(source, name)
    try:
        read_text = read(source)
    except JsonError as error:
        line, column = JsonText(source).line_and_column(error.offset)
        raise GrammarError(error.sentence, format_path(error.path), line, column) from None
    return _Checker(read_text, kind).document(read_text.value, name)


class _Checker:
    """Walks one document. ``read_text`` knows the places when there is a text."""

    def __init__(self, read_text: JsonText | None, kind: DocumentKind) -> None:
        self.read_text = read_text
        self.kind = kind

    def fail(self, sentence: Text, path: Path, *, at_name: bool = False) -> NoReturn:
        place = format_path(path).encode("utf-8", "backslashreplace").decode()
        if self.read_text is None:
            raise GrammarError(sentence, place)
        offsets = self.read_text.names if at_name else self.read_text.values
        line, column = self.read_text.line_and_column(offsets[path])
        raise GrammarError(sentence, place, line, column)

    def document(self, value: object, name: str) -> Document:
        top = self._object(value, ())
        self._only(top, ("Version", "Statement"), ())
        if "Version" not in top:
            self.fail(say(mark("Policy", '“Version” is missing: it must be "1".')), ())
        if top["Version"] != VERSION or not isinstance(top["Version"], str):
            self.fail(say(mark("Policy", '“Version” must be "1", in quotes.')), ("Version",))
        if "Statement" not in top:
            self.fail(say(mark("Policy", "“Statement” is missing: a list of one or more statements.")), ())
        statements = top["Statement"]
        if not _is_list(statements) or not statements:
            self.fail(say(mark("Policy", "“Statement” must be a list of one or more statements.")), ("Statement",))
        checked = tuple(self._statement(one, ("Statement", index)) for index, one in enumerate(statements))
        return Document(self.kind, checked, name)

    def _statement(self, value: object, path: Path) -> Statement:
        members = self._object(value, path)
        if "NotPrincipal" in members:
            sentence = say(mark("Policy", "“NotPrincipal” does not exist. Name the principals, or use a condition."))
            self.fail(sentence, (*path, "NotPrincipal"), at_name=True)
        self._only(members, _STATEMENT_MEMBERS, path)
        action = self._one_of(members, "Action", "NotAction", path)
        return Statement(
            effect=self._effect(members, path),
            actions=self._texts(members[action], (*path, action)),
            not_action=action == "NotAction",
            resources=self._resources(members, path),
            not_resource="NotResource" in members,
            conditions=self._conditions(members["Condition"], (*path, "Condition")) if "Condition" in members else (),
            principals=self._bucket_principals(members, path),
            trusted=self._trusted(members, path),
            sid=self._text(members["Sid"], (*path, "Sid")) if "Sid" in members else "",
        )

    def _effect(self, members: Mapping[str, object], path: Path) -> Effect:
        if "Effect" not in members:
            self.fail(say(mark("Policy", "“Effect” is missing: “Allow” or “Deny”.")), path)
        spelt = members["Effect"]
        if spelt not in (Effect.ALLOW.value, Effect.DENY.value):
            self.fail(say(mark("Policy", "“Effect” must be “Allow” or “Deny”, so spelt.")), (*path, "Effect"))
        return Effect(spelt)

    def _one_of(self, members: Mapping[str, object], plain: str, negated: str, path: Path) -> str:
        if plain in members and negated in members:
            both = mark("Policy", "“{plain}” and “{negated}” exclude each other.")
            self.fail(say(both, plain=plain, negated=negated), (*path, negated), at_name=True)
        if plain not in members and negated not in members:
            self.fail(say(mark("Policy", "“{plain}” is missing."), plain=plain), path)
        return plain if plain in members else negated

    def _resources(self, members: Mapping[str, object], path: Path) -> tuple[str, ...]:
        # A trust policy speaks of its own role and names no resource; one that is there is taken at its word.
        if self.kind is DocumentKind.TRUST and "Resource" not in members and "NotResource" not in members:
            return ()
        resource = self._one_of(members, "Resource", "NotResource", path)
        return self._texts(members[resource], (*path, resource))

    def _conditions(self, value: object, path: Path) -> tuple[Condition, ...]:
        found: list[Condition] = []
        for operator, block in self._object(value, path).items():
            if operator not in OPERATORS:
                self.fail(_unknown_operator(operator), (*path, operator), at_name=True)
            for key, values in self._object(block, (*path, operator)).items():
                found.append(Condition(operator, key, self._condition_values(values, (*path, operator, key))))
        return tuple(found)

    def _condition_values(self, value: object, path: Path) -> tuple[str, ...]:
        items = value if _is_list(value) else None
        if items is not None and not items:
            self.fail(say(mark("Policy", "This list is empty: a condition needs a value.")), path)
        for index, item in enumerate(items if items is not None else [value]):
            if not isinstance(item, str):
                sentence = say(
                    mark("Policy", "A condition's values are texts: put numbers, true and false in double quotes.")
                )
                self.fail(sentence, path if items is None else (*path, index))
        return self._texts(value, path, empty_allowed=True)

    def _bucket_principals(self, members: Mapping[str, object], path: Path) -> tuple[str, ...]:
        self._principal_fits(members, path)
        if self.kind is not DocumentKind.BUCKET:
            return ()
        value, here = members["Principal"], (*path, "Principal")
        if isinstance(value, Mapping):
            sentence = mark(
                "Policy", "A bucket policy's “Principal” lists user ids, “*” or arn:sts:: names; it is no object."
            )
            self.fail(say(sentence), here)
        if _is_list(value) and not value:
            return ("*",)
        names = self._texts(value, here)
        for index, name in enumerate(names):
            if name.startswith("acs:"):
                sentence = mark(
                    "Policy", "A bucket policy names users by id and role sessions as arn:sts::…, not “{name}”."
                )
                self.fail(say(sentence, name=name), (*here, index) if _is_list(value) else here)
        return names

    def _principal_fits(self, members: Mapping[str, object], path: Path) -> None:
        wanted, there = self.kind in _WITH_PRINCIPAL, "Principal" in members
        if wanted and not there:
            self.fail(say(mark("Policy", "“Principal” is missing: whom this statement is about.")), path)
        if there and not wanted:
            sentence = say(mark("Policy", "“Principal” belongs in trust policies and bucket policies only."))
            self.fail(sentence, (*path, "Principal"), at_name=True)

    def _trusted(self, members: Mapping[str, object], path: Path) -> TrustedPrincipals:
        if self.kind is not DocumentKind.TRUST:
            return TrustedPrincipals()
        here = (*path, "Principal")
        groups = self._object(members["Principal"], here)
        self._only(groups, ("RAM", "Service", "Federated"), here)
        if not groups:
            self.fail(say(mark("Policy", "“Principal” names nobody: give it “RAM”, “Service” or “Federated”.")), here)
        named = {group: self._texts(value, (*here, group)) for group, value in groups.items()}
        return TrustedPrincipals(named.get("RAM", ()), named.get("Service", ()), named.get("Federated", ()))

    def _object(self, value: object, path: Path) -> Mapping[str, object]:
        if not isinstance(value, Mapping) or not all(isinstance(name, str) for name in value):
            self.fail(say(mark("Policy", "An object in braces must stand here.")), path)
        return value

    def _only(self, members: Mapping[str, object], known: Sequence[str], path: Path) -> None:
        for name in members:
            if name in known:
                continue
            shown = name.encode("utf-8", "backslashreplace").decode()
            for right in known:
                if right.lower() == name.lower():
                    sentence = say(mark("Policy", "“{name}” must be spelt “{right}”."), name=shown, right=right)
                    self.fail(sentence, (*path, name), at_name=True)
            sentence = say(mark("Policy", "“{name}” is not an element that belongs here."), name=shown)
            self.fail(sentence, (*path, name), at_name=True)

    def _texts(self, value: object, path: Path, *, empty_allowed: bool = False) -> tuple[str, ...]:
        """A text, or a list of one or more: both mean the same."""
        if isinstance(value, str):
            return (self._text(value, path, empty_allowed=empty_allowed),)
        if not _is_list(value):
            self.fail(say(mark("Policy", "A text or a list of texts must stand here.")), path)
        if not value:
            self.fail(say(mark("Policy", "This list is empty: it needs an entry.")), path)
        return tuple(self._text(one, (*path, index), empty_allowed=empty_allowed) for index, one in enumerate(value))

    def _text(self, value: object, path: Path, *, empty_allowed: bool = True) -> str:
        if not isinstance(value, str):
            self.fail(say(mark("Policy", "A text in double quotes must stand here.")), path)
        if not is_unicode(value):
            self.fail(say(mark("Policy", "This text holds half of a character.")), path)
        if not value and not empty_allowed:
            self.fail(say(mark("Policy", "This text is empty.")), path)
        return value


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return isinstance(value, list | tuple)


def _unknown_operator(operator: str) -> Text:
    shown = operator.encode("utf-8", "backslashreplace").decode()
    if operator.startswith(("ForAnyValue:", "ForAllValues:")):
        return say(
            mark("Policy", "“{operator}” is in no list of the vendor's. Leave the part before the colon out."),
            operator=shown,
        )
    if operator.endswith("IfExists"):
        sentence = mark(
            "Policy", "RAM has no “IfExists”. Use “{plain}”, and a second statement for requests without the key."
        )
        return say(sentence, plain=shown.removesuffix("IfExists"))
    if operator == "Null":
        return say(mark("Policy", "RAM has no “Null”. Compare with the empty text: an absent key equals it."))
    for known in OPERATORS:
        if known.lower() == operator.lower():
            return say(mark("Policy", "“{name}” must be spelt “{right}”."), name=shown, right=known)
    return say(mark("Policy", "“{operator}” is not a condition operator."), operator=shown)
