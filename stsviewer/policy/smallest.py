"""The smallest policy that grants what is wished for: nothing can be taken out of it, and it opens nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from stsviewer.policy.actions import ACTIONS, Form
from stsviewer.policy.document import DocumentKind
from stsviewer.policy.evaluation import decide
from stsviewer.policy.grammar import parse
from stsviewer.policy.question import Policies, Principal, PrincipalKind, Request
from stsviewer.policy.resource import bucket_resource, object_resource

Json = dict[str, object]

#: Whose requests the result is tried with: any user of the account that owns the bucket.
_SOMEBODY: Final = Principal(PrincipalKind.RAM_USER)
#: Listings can be held to a prefix; the other calls on a bucket cannot.
_LISTS: Final = "oss:ListObjects"


@dataclass(frozen=True, order=True)
class Wish:
    """Doing ``action`` (spelt as documented) in a bucket, with every key that begins with ``prefix``.

    ``bucket`` does not matter to ListBuckets, nor ``prefix`` to any call on a bucket but ListObjects.
    """

    action: str
    bucket: str = ""
    prefix: str = ""

    @property
    def form(self) -> Form:
        """What the action's resource looks like. Raises KeyError for an action that OSS does not have."""
        return ACTIONS[self.action]

    @property
    def resource(self) -> str:
        """The resource to grant; for objects a pattern."""
        if self.form is Form.SERVICE:
            return bucket_resource("*")
        if self.form is Form.BUCKET:
            return bucket_resource(self.bucket)
        return object_resource(self.bucket, f"{self.prefix}*")

    @property
    def listed(self) -> str:
        """The prefix that the grant must be held to, for a listing; otherwise an empty text."""
        return self.prefix if self.action == _LISTS else ""

    def request(self, principal: Principal = _SOMEBODY, below: str = "") -> Request:
        """A request that the wish is about: with ``below`` after the prefix."""
        if self.form is not Form.OBJECT:
            context = {"oss:Prefix": f"{self.prefix}{below}"} if self.action == _LISTS else {}
            return Request(self.action, self.resource, principal, context)
        return Request(self.action, object_resource(self.bucket, f"{self.prefix}{below}"), principal)


def smallest(wishes: Iterable[Wish]) -> Json:
    """The smallest document that grants all of ``wishes``, ready for JSON.

    Actions that need the same resources share a statement. A wish whose prefix lies under another's adds nothing.
    Raises ValueError without a wish and KeyError for an action that OSS does not have.
    """
    needed = _widest(wishes)
    if not needed:
        raise ValueError("nothing is wished for")
    by_resources: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for action in sorted({wish.action for wish in needed}):
        own = [wish for wish in needed if wish.action == action]
        # A condition holds for every resource of its statement: only listings of the same prefixes share one.
        for resources, prefixes in _shares(own):
            by_resources.setdefault((resources, prefixes), []).append(action)
    document: Json = {
        "Version": "1",
        "Statement": [
            _statement(actions, resources, prefixes) for (resources, prefixes), actions in by_resources.items()
        ],
    }
    _try_out(document, needed)
    return document


def _widest(wishes: Iterable[Wish]) -> list[Wish]:
    """The wishes that no other one covers."""
    plain = sorted({_plain(wish) for wish in wishes})
    return [wish for wish in plain if not any(_covers(other, wish) for other in plain if other != wish)]


def _plain(wish: Wish) -> Wish:
    """Without what does not matter to the action."""
    if wish.form is Form.SERVICE:
        return Wish(wish.action)
    if wish.form is Form.BUCKET:
        return Wish(wish.action, wish.bucket, wish.listed)
    return wish


def _covers(wide: Wish, narrow: Wish) -> bool:
    return (wide.action, wide.bucket) == (narrow.action, narrow.bucket) and narrow.prefix.startswith(wide.prefix)


def _shares(wishes: list[Wish]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Resources that are granted together, with the prefixes that a listing of them is held to."""
    prefixes: dict[str, list[str]] = {}
    for wish in wishes:
        prefixes.setdefault(wish.resource, []).extend([wish.listed] if wish.listed else [])
    shares: dict[tuple[str, ...], list[str]] = {}
    for resource, held in prefixes.items():
        shares.setdefault(tuple(held), []).append(resource)
    return [(tuple(resources), held) for held, resources in shares.items()]


def _statement(actions: list[str], resources: tuple[str, ...], prefixes: tuple[str, ...]) -> Json:
    statement: Json = {"Effect": "Allow", "Action": actions, "Resource": list(resources)}
    if prefixes:
        statement["Condition"] = {"StringLike": {"oss:Prefix": [f"{prefix}*" for prefix in prefixes]}}
    return statement


def _try_out(document: Json, wishes: list[Wish]) -> None:
    """Ask the evaluator, which has the last word about every document that is shown."""
    policies = Policies(user=(parse(document, DocumentKind.IDENTITY),))
    for wish in wishes:
        for below in ("", "below"):
            if not decide(policies, wish.request(below=below)).allowed:
                raise AssertionError(f"the document for {wish} does not grant it")
