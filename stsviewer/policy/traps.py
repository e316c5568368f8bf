"""What a trap is: a document that RAM takes and that does not do what its writer meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from stsviewer.policy.document import Document
from stsviewer.policy.json_text import Path
from stsviewer.text import Text


class Trap(Enum):
    """The traps by name."""

    OBJECT_ACTION_ON_BUCKET = "object-action-on-bucket"
    BUCKET_ACTION_ON_OBJECTS = "bucket-action-on-objects"
    SERVICE_ACTION_ON_BUCKET = "service-action-on-bucket"
    UNKNOWN_ACTION = "unknown-action"
    SWALLOWED_ALLOW = "swallowed-allow"
    NOT_RESOURCE = "not-resource"
    RESOURCE_FORM = "resource-form"
    RESOURCE_REGION = "resource-region"
    KEY_NOT_CARRIED = "key-not-carried"
    KEY_SPELLING = "key-spelling"
    KEY_IGNORED = "key-ignored"
    WILDCARD_UNDER_EQUALS = "wildcard-under-equals"
    UNREADABLE_VALUE = "unreadable-value"
    SINGLE_ADDRESS_BLOCK = "single-address-block"
    SOURCE_IP_WITHOUT_VPC = "source-ip-without-vpc"
    MFA_WITH_KEY = "mfa-with-key"
    TRUSTED_NAME = "trusted-name"
    SESSION_SIZE = "session-size"


@dataclass(frozen=True)
class Caught:
    """A trap at a place, what it does, and what to write instead."""

    trap: Trap
    path: Path
    sentence: Text
    fix: Text


@dataclass(frozen=True)
class Subject:
    """A document under lint, and the JSON that it was read from, which knows texts from lists of one."""

    document: Document
    raw: object

    def statement(self, index: int, *members: str) -> Path:
        """The path of a statement or of something in it."""
        return ("Statement", index, *members)

    def entry(self, index: int, position: int, *members: str) -> Path:
        """The path of one entry of a list, or of the text that stands for a list of one."""
        path = self.statement(index, *members)
        value = self.raw
        for step in path:
            if isinstance(value, Mapping):
                value = value[step]
            elif isinstance(value, Sequence):
                value = value[int(step)]
        return path if isinstance(value, str) else (*path, position)
