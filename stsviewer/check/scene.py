"""All that a refusal of the storage is judged by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from stsviewer.check.case import Case
from stsviewer.check.mending import Subject
from stsviewer.check.rights import Ask, Rights
from stsviewer.check.values import RungName, Target
from stsviewer.policy.actions import Form
from stsviewer.ram import Diagnosis
from stsviewer.text import Text, mark, say

RUNG: Final = RungName.ACTIONS


@dataclass(frozen=True)
class Scene:
    """All that a refusal is judged by.

    ``foreign`` says whether the bucket is another account's, None when that is not known. ``works`` says whether
    anything in the bucket went through. ``diagnosis`` is what RAM told of a Deny.
    """

    case: Case
    rights: Rights
    subject: Subject
    prefix: str
    foreign: bool | None = None
    works: bool = False
    diagnosis: Diagnosis | None = None

    @property
    def who(self) -> Text:
        """Whose policies are meant, in a sentence."""
        if self.subject.target is Target.ROLE:
            return say(mark("Check", "the role {name}"), name=self.subject.name)
        return say(mark("Check", "the user {name}"), name=self.subject.name)

    def where(self, asks: Iterable[Ask]) -> str:
        """The place that ``asks`` are about; the bucket itself, where they are about several."""
        prefixes = {ask.prefix for ask in asks if ask.form is Form.OBJECT or ask.api == "ListObjects"}
        if len(prefixes) == 1:
            return f"oss://{self.rights.bucket}/{prefixes.pop()}"
        return f"oss://{self.rights.bucket}"

    def id(self, rest: str) -> str:
        """The id of a cause in the policies of whoever acts."""
        return f"{'role' if self.subject.target is Target.ROLE else 'user'}-{rest}"


def names(asks: Iterable[Ask]) -> str:
    """The calls by name, each once."""
    return ", ".join(dict.fromkeys(ask.api for ask in asks))
