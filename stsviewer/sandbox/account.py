"""The account file: TOML in, an :class:`Account` out, or a refusal that names the table and the key."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, TypeVar

from stsviewer import policy
from stsviewer.policy import Document, DocumentKind, GrammarError
from stsviewer.sandbox.account_table import AccountError, Table
from stsviewer.sandbox.model import (
    Account,
    Bucket,
    Faults,
    Group,
    Key,
    ObjectSource,
    Policy,
    Role,
    Story,
    User,
)
from stsviewer.sandbox.system_policies import system_policy
from stsviewer.secret import Secret

_ACCOUNT_ID: Final = re.compile(r"[0-9]{4,20}")
_REGION: Final = re.compile(r"[a-z]{2,}(-[a-z0-9]+)+")
_NAME: Final = re.compile(r"[A-Za-z0-9._@-]{1,128}")
_ROLE_NAME: Final = re.compile(r"[A-Za-z0-9.-]{1,64}")
_BUCKET_NAME: Final = re.compile(r"[a-z0-9][a-z0-9-]{1,61}[a-z0-9]")
_BUCKET_ACLS: Final = ("private", "public-read", "public-read-write")
_OBJECT_ACLS: Final = ("default", *_BUCKET_ACLS)
_CLASSES: Final = ("Standard", "IA", "Archive", "ColdArchive", "DeepColdArchive")

_Named = TypeVar("_Named", User, Group, Role, Policy, Bucket, Story)


def load(path: Path) -> Account:
    """Read the account file at ``path``. Raises :class:`AccountError` when it cannot be used."""
    try:
        text = path.read_text(encoding="utf-8")
        raw = tomllib.loads(text)
    except OSError as error:
        raise AccountError(f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AccountError(f"{path}: not TOML: {error}") from error
    try:
        return _account(Table(raw, ""), path.parent)
    except AccountError as error:
        raise AccountError(f"{path}: {error}") from error


def _account(table: Table, folder: Path) -> Account:
    account_id = table.text("account", pattern=_ACCOUNT_ID, meaning="an account id of digits")
    region = table.text("region", pattern=_REGION, meaning="a region like cn-shanghai")
    policies = _unique("policy", [_policy(one) for one in table.tables("policy")])
    known = {one.name: one for one in policies}
    groups = _unique("group", [_group(one, known) for one in table.tables("group")])
    account = Account(
        id=account_id,
        region=region,
        root_keys=tuple(_key(one) for one in table.tables("root_key")),
        policies=policies,
        groups=groups,
        users=_unique(
            "user", [_user(one, known, {group.name: group for group in groups}) for one in table.tables("user")]
        ),
        roles=_unique("role", [_role(one, known) for one in table.tables("role")]),
        buckets=_unique("bucket", [_bucket(one, account_id, folder) for one in table.tables("bucket")]),
        faults=_faults(table.table("faults"), own_table=True),
    )
    keys = _keys(account)
    stories = _unique("profile", [_story(one, keys, region) for one in table.tables("profile")])
    table.finish()
    return Account(**{**vars(account), "stories": stories})


def _unique(table: str, values: Iterable[_Named]) -> tuple[_Named, ...]:
    """The values, each under a name of its own; the cloud tells names of roles and users apart without their case."""
    seen: set[str] = set()
    kept = tuple(values)
    for value in kept:
        if value.name.lower() in seen:
            raise AccountError(f'[[{table}]] "{value.name}", key "name": used twice')
        seen.add(value.name.lower())
    return kept


def _keys(account: Account) -> dict[str, Key]:
    keys: dict[str, Key] = {}
    for table, key in [("root_key", key) for key in account.root_keys] + [
        ("user.key", key) for user in account.users for key in user.keys
    ]:
        if key.id in keys:
            raise AccountError(f'[[{table}]], key "id": {key.id} is used twice')
        keys[key.id] = key
    return keys


def _key(table: Table) -> Key:
    key = Key(table.text("id", pattern=_NAME), Secret(table.text("secret")), table.flag("active", True))
    table.finish()
    return key


def _document(table: Table, key: str, kind: DocumentKind, name: str, text: str) -> Document:
    try:
        return policy.parse(text, kind, name=name)
    except GrammarError as error:
        place = (
            f" (line {error.line}, column {error.column})"
            if error.line
            else f" (at {error.place})"
            if error.place
            else ""
        )
        raise table.refuse(key, error.sentence.english() + place) from error


def _policy(table: Table) -> Policy:
    name = table.text("name", pattern=_NAME)
    if system_policy(name):
        raise table.refuse("name", f"{name} is a system policy")
    text = table.text("document")
    made = Policy(
        name,
        text,
        _document(table, "document", DocumentKind.IDENTITY, name, text),
        False,
        table.text("description", ""),
    )
    table.finish()
    return made


def _policies(table: Table, known: dict[str, Policy]) -> tuple[Policy, ...]:
    found = []
    for name in table.texts("policies"):
        one = known.get(name) or system_policy(name)
        if one is None:
            raise table.refuse("policies", f"{name} is neither a [[policy]] nor a system policy of the sandbox")
        found.append(one)
    return tuple(found)


def _group(table: Table, known: dict[str, Policy]) -> Group:
    group = Group(table.text("name", pattern=_NAME), _policies(table, known))
    table.finish()
    return group


def _user(table: Table, known: dict[str, Policy], groups: dict[str, Group]) -> User:
    name = table.text("name", pattern=_NAME)
    members = []
    for group in table.texts("groups"):
        if group not in groups:
            raise table.refuse("groups", f"there is no [[group]] {group}")
        members.append(groups[group])
    user = User(
        name=name,
        id=table.text("id", derived_id("2", "user", name), pattern=_ACCOUNT_ID, meaning="digits"),
        policies=_policies(table, known),
        groups=tuple(members),
        keys=tuple(_key(one) for one in table.tables("key")),
    )
    table.finish()
    return user


def _role(table: Table, known: dict[str, Policy]) -> Role:
    name = table.text("name", pattern=_ROLE_NAME, meaning="a role name of letters, digits, . and -")
    trust = table.text("trust")
    role = Role(
        name=name,
        id=table.text("id", derived_id("3", "role", name), pattern=_ACCOUNT_ID, meaning="digits"),
        trust_text=trust.strip(),
        trust=_document(table, "trust", DocumentKind.TRUST, "trust", trust),
        policies=_policies(table, known),
        max_session_duration=table.number("max_session_duration", 3600, least=3600, most=43200),
        description=table.text("description", ""),
        faults=_faults(table),
    )
    table.finish()
    return role


def _bucket(table: Table, account: str, folder: Path) -> Bucket:
    name = table.text("name", pattern=_BUCKET_NAME, meaning="a bucket name: 3 to 63 of a-z, 0-9 and -")
    text = table.text("policy", "")
    bucket = Bucket(
        name=name,
        region=table.text("region", pattern=_REGION, meaning="a region like cn-shanghai"),
        owner=table.text("owner", account, pattern=_ACCOUNT_ID, meaning="an account id of digits"),
        acl=table.text("acl", "private", one_of=_BUCKET_ACLS),
        policy_text=text.strip(),
        policy=_document(table, "policy", DocumentKind.BUCKET, name, text) if text.strip() else None,
        referers=table.texts("referers"),
        allow_empty_referer=table.flag("allow_empty_referer", True),
        synthetic=table.number("synthetic", 0, least=0),
        storage_class=table.text("class", "Standard", one_of=_CLASSES),
        created=table.time("created"),
        objects=tuple(_object(one, folder) for one in table.tables("object")),
        faults=_faults(table),
    )
    table.finish()
    keys: set[str] = set()
    for one in bucket.objects:
        if one.key in keys:
            raise table.refuse("object.key", f"{one.key!r} is used twice")
        keys.add(one.key)
    return bucket


def _object(table: Table, folder: Path) -> ObjectSource:
    key = table.text("key")
    if not 1 <= len(key.encode()) <= 1023:
        raise table.refuse("key", "1 to 1023 bytes of UTF-8 are needed")
    file = table.text("file", "")
    source = ObjectSource(
        key=key,
        file=folder / file if file else None,
        text=table.text("text", None),
        size=table.number("size", None, least=0),
        encoding=table.text("encoding", "utf-8"),
        storage_class=table.text("class", "", one_of=("", *_CLASSES)),
        content_type=table.text("content_type", ""),
        acl=table.text("acl", "default", one_of=_OBJECT_ACLS),
        headers=table.pairs("headers"),
        modified=table.time("modified"),
    )
    if source.file is not None and not source.file.is_file():
        raise table.refuse("file", f"there is no file {source.file}")
    if sum(given is not None for given in (source.file, source.text, source.size)) > 1:
        raise table.refuse("key", "of file, text and size only one can be given")
    try:
        (source.text or "").encode(source.encoding)
    except (LookupError, UnicodeEncodeError) as error:
        raise table.refuse("encoding", str(error)) from error
    table.finish()
    return source


def _faults(table: Table, own_table: bool = False) -> Faults:
    faults = Faults(
        latency_ms=table.number("latency_ms", None, least=0),
        token_lifetime=table.number("token_lifetime", None, least=1),
        clock_offset=table.number("clock_offset", None),
        overdue=table.flag("overdue", None),
    )
    if own_table:
        table.finish()
    return faults


def _story(table: Table, keys: dict[str, Key], region: str) -> Story:
    name = table.text("name")
    key = table.text("key", pattern=_NAME)
    secret = table.text("secret", None)
    if secret is None and key not in keys:
        raise table.refuse("key", f"there is no access key {key} in this file, and no secret is given")
    story = Story(
        name=name,
        access_key_id=key,
        access_key_secret=Secret(secret) if secret is not None else keys[key].secret,
        story=table.text("story", ""),
        story_zh_cn=table.text("story_zh_CN", ""),
        role_arn=table.text("role_arn", ""),
        role_session_name=table.text("role_session_name", ""),
        duration_seconds=table.number("duration_seconds", None),
        external_id=table.text("external_id", ""),
        policy=table.text("policy", "").strip(),
        region=table.text("region", region),
        bucket=table.text("bucket", ""),
        prefix=table.text("prefix", ""),
    )
    table.finish()
    return story


def derived_id(first: str, kind: str, name: str) -> str:
    """An id of 18 digits for what has a name only: the same name gives the same id in every run."""
    digest: Any = int.from_bytes(hashlib.sha256(f"{kind}/{name}".encode()).digest()[:8])
    return first + str(digest)[-17:].rjust(17, "0")
