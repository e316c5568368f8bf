"""Account files as values that a test changes: read, edit, write back."""

from __future__ import annotations

import json
import tomllib
from typing import Any

from stsviewer.check import Fix, Target, Way

Table = dict[str, Any]

ACCOUNT = "1532770894211314"
OTHER = "2000000000000001"


def load(text: str) -> Table:
    """The account file in ``text``."""
    return tomllib.loads(text)


def dump(account: Table) -> str:
    """The account as TOML again."""
    return "\n".join(_table(account, "")) + "\n"


def _table(table: Table, path: str) -> list[str]:
    lines = [f"{json.dumps(name)} = {_value(value)}" for name, value in table.items() if not _is_nested(value)]
    for name, value in table.items():
        inner = f"{path}.{name}" if path else name
        if isinstance(value, dict):
            lines += ["", f"[{inner}]", *_table(value, inner)]
        elif _is_nested(value):
            for each in value:
                lines += ["", f"[[{inner}]]", *_table(each, inner)]
    return lines


def _is_nested(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], dict))


def _value(value: object) -> str:
    if isinstance(value, bool | int | str | list):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value).replace(" ", "T")  # a time


def entry(account: Table, table: str, name: str) -> Table:
    """The entry of ``[[table]]`` with that name."""
    return next(each for each in account[table] if each["name"] == name)


def policy(*statements: Table) -> str:
    """The text of a policy."""
    return json.dumps({"Version": "1", "Statement": list(statements)}, indent=2)


def allow(action: object, resource: object, **more: object) -> Table:
    """A statement that allows."""
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def deny(action: object, resource: object, **more: object) -> Table:
    """A statement that denies."""
    return {"Effect": "Deny", "Action": action, "Resource": resource, **more}


def trust(*names: str, effect: str = "Allow", kind: str = "RAM", **more: object) -> Table:
    """A statement of a trust policy."""
    return {"Effect": effect, "Action": "sts:AssumeRole", "Principal": {kind: list(names)}, **more}


def apply(account: Table, fix: Fix, profile: str) -> None:
    """Do to the account what the fix says. Raises ValueError for one that only a person can do."""
    named = entry(account, "profile", profile)
    role = named.get("role_arn", "").rpartition("/")[2]
    match fix.target, fix.way:
        case (Target.TRUST, Way.REPLACE):
            entry(account, "role", fix.name)["trust"] = fix.document
        case (Target.TRUST, Way.ADD):
            _add_statements(entry(account, "role", fix.name), "trust", fix.document)
        case ((Target.ROLE | Target.USER) as target, Way.ATTACH):
            name = f"fix-{profile}-{len(account['policy'])}"
            account["policy"].append({"name": name, "document": fix.document})
            entry(account, target.value, fix.name).setdefault("policies", []).append(name)
        case (Target.ROLE | Target.USER, Way.REPLACE):
            entry(account, "policy", fix.name)["document"] = fix.document
        case (Target.ROLE, Way.DETACH):
            entry(account, "role", role)["policies"].remove(fix.name)
        case (Target.USER, Way.DETACH):
            for user in account["user"]:
                if fix.name in user.get("policies", []):
                    user["policies"].remove(fix.name)
        case (Target.SESSION, Way.REPLACE):
            named["policy"] = fix.document
        case (Target.PROFILE, Way.SET):
            named[fix.name] = int(fix.document) if fix.name == "duration_seconds" else fix.document
        case (Target.BUCKET, Way.ADD):
            _add_statements(entry(account, "bucket", fix.name), "policy", fix.document)
        case (Target.BUCKET, Way.REPLACE):
            entry(account, "bucket", fix.name)["policy"] = fix.document
        case (Target.BUCKET, Way.DETACH):
            del entry(account, "bucket", fix.name)["policy"]
        case _:
            raise ValueError(f"{fix.target} {fix.way}: {fix.title.english()}")


def _add_statements(table: Table, key: str, document: str) -> None:
    before = json.loads(table.get(key) or policy())
    before["Statement"] += json.loads(document)["Statement"]
    table[key] = json.dumps(before)
