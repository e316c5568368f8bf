"""What is wrong with a profile, told while it is typed. The rules are those of the AssumeRole page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from stsviewer.endpoint import Endpoint
from stsviewer.keys.environment import NAME as ENVIRONMENT_NAME
from stsviewer.profile import Profile
from stsviewer.text import Text, mark, say

SHORTEST_DURATION: Final = 900
LONGEST_DURATION: Final = 43_200
_LONGEST_POLICY: Final = 2_048

_ARN = re.compile(r"acs:ram::(?P<account>[^:]*):role/(?P<name>.*)", re.DOTALL)
_ACCOUNT = re.compile(r"\d{5,20}", re.ASCII)
_ROLE_NAME = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)
_SESSION_NAME = re.compile(r"[A-Za-z0-9.@_-]{2,64}", re.ASCII)
_EXTERNAL_ID = re.compile(r"[A-Za-z0-9_+=,.@:/-]{2,1224}", re.ASCII)
_KEY_ID = re.compile(r"[A-Za-z0-9._-]+", re.ASCII)
_REGION = re.compile(r"[a-z]+(-[a-z0-9]+)+", re.ASCII)


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: the field of the profile, and a sentence."""

    field: str
    text: Text


def problems(profile: Profile) -> tuple[Problem, ...]:
    """All that is wrong with ``profile``, in the order of its fields; empty when it can be used."""
    found: list[Problem] = []
    for field, texts in (
        ("name", _name(profile.name)),
        ("access_key_id", _access_key_id(profile.access_key_id)),
        ("role_arn", _role_arn(profile.role_arn)),
        ("role_session_name", _session_name(profile)),
        ("duration_seconds", _duration(profile.duration_seconds)),
        ("external_id", _external_id(profile.external_id)),
        ("policy", _policy(profile.policy)),
        ("region", _region(profile.region)),
        ("sts_endpoint", _endpoint(profile.sts_endpoint)),
        ("oss_endpoint", _endpoint(profile.oss_endpoint)),
        ("ram_endpoint", _endpoint(profile.ram_endpoint)),
    ):
        found += [Problem(field, text) for text in texts]
    return tuple(found)


def _name(name: str) -> Iterator[Text]:
    if not name.strip():
        yield say(mark("Problem", "Give the profile a name."))
    elif name == ENVIRONMENT_NAME:
        yield say(mark("Problem", "“env” is the profile made of the environment. Choose another name."))
    elif name != name.strip() or not name.isprintable():
        yield say(mark("Problem", "A name has no blanks at its ends and no control characters."))
    elif len(name) > 64:
        yield say(mark("Problem", "A name has at most 64 characters."))


def _access_key_id(text: str) -> Iterator[Text]:
    if not text:
        yield say(mark("Problem", "Enter the id of the access key."))
    elif not _KEY_ID.fullmatch(text):
        yield say(mark("Problem", "An access key id is made of letters and digits, without blanks."))
    elif text.startswith("STS."):
        yield say(mark("Problem", "This is a temporary key. Enter the long-term key of a RAM user."))


def _role_arn(text: str) -> Iterator[Text]:
    if not text:
        return
    parts = _ARN.fullmatch(text)
    if text != text.strip():
        yield say(mark("Problem", "There is a blank at an end of the ARN."))
    elif ":user/" in text:
        yield say(mark("Problem", "This is the ARN of a user. Enter that of the role: acs:ram::<account>:role/<name>"))
    elif parts is None:
        yield say(mark("Problem", "The ARN of a role looks like this: acs:ram::<account>:role/<name>"))
    elif not _ACCOUNT.fullmatch(parts["account"]):
        yield say(mark("Problem", "Between “acs:ram::” and “:role/” stands the id of the account, digits only."))
    elif not _ROLE_NAME.fullmatch(parts["name"]):
        yield say(mark("Problem", "The name of a role has 1 to 64 letters, digits and . _ -"))


def _session_name(profile: Profile) -> Iterator[Text]:
    text = profile.role_session_name
    if not text and not profile.role_arn:
        return
    if len(text) < 2 or len(text) > 64:
        yield say(mark("Problem", "A session name has 2 to 64 characters; this one has {count}."), count=len(text))
    elif not _SESSION_NAME.fullmatch(text):
        yield say(mark("Problem", "A session name is made of letters, digits and . @ - _"))


def _duration(seconds: int) -> Iterator[Text]:
    if not SHORTEST_DURATION <= seconds <= LONGEST_DURATION:
        yield say(
            mark("Problem", "A token lives {shortest} to {longest} seconds, and no longer than its role allows."),
            shortest=SHORTEST_DURATION,
            longest=LONGEST_DURATION,
        )


def _external_id(text: str) -> Iterator[Text]:
    if text and not _EXTERNAL_ID.fullmatch(text):
        yield say(mark("Problem", "An external id has 2 to 1224 letters, digits and + = , . @ : / - _"))


def _policy(text: str) -> Iterator[Text]:
    if not text:
        return
    if len(text) > _LONGEST_POLICY:
        yield say(
            mark("Problem", "A session policy has at most {longest} characters; this one has {count}."),
            longest=_LONGEST_POLICY,
            count=len(text),
        )
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        yield say(
            mark("Problem", "The session policy is no JSON: line {line}, column {column}."),
            line=error.lineno,
            column=error.colno,
        )
    except RecursionError:
        yield say(mark("Problem", "The session policy is nested too deeply."))


def _region(text: str) -> Iterator[Text]:
    if text.startswith("oss-"):
        yield say(mark("Problem", "Enter the region without “oss-”: {region}"), region=text.removeprefix("oss-"))
    elif not _REGION.fullmatch(text):
        yield say(mark("Problem", "A region looks like this: cn-shanghai"))


def _endpoint(text: str) -> Iterator[Text]:
    if not text:
        return
    try:
        Endpoint.parse(text)
    except ValueError:
        yield say(mark("Problem", "An endpoint is a host or a URL without a path: https://host:port"))
