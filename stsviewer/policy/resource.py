"""Resource names of RAM and OSS: ``acs:SERVICE:REGION:ACCOUNT:REST``.

OSS: https://www.alibabacloud.com/help/en/oss/user-guide/authorization-syntax-and-elements. The bucket form is
``acs:oss:*:ACCOUNT:BUCKET``, the object form ``acs:oss:*:ACCOUNT:BUCKET/KEY``; ListBuckets asks for ``acs:oss:*:*:*``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ResourceName:
    """The five parts after ``acs:``. A key may hold colons, so only the first four divide."""

    service: str
    region: str
    account: str
    rest: str

    @property
    def bucket(self) -> str:
        """The bucket of an OSS resource."""
        return self.rest.partition("/")[0]

    @property
    def key(self) -> str:
        """The object's key; empty in the bucket form."""
        return self.rest.partition("/")[2]


def parse_resource(text: str) -> ResourceName | None:
    """Split a resource name; None when it is not of that form."""
    parts = text.split(":", 4)
    if len(parts) != 5 or parts[0] != "acs":
        return None
    return ResourceName(*parts[1:])


def bucket_resource(bucket: str, account: str = "*") -> str:
    """The bucket form: what listing and the bucket's own settings ask for."""
    return f"acs:oss:*:{account}:{bucket}"


def object_resource(bucket: str, key: str, account: str = "*") -> str:
    """The object form: what reading and writing objects ask for."""
    return f"acs:oss:*:{account}:{bucket}/{key}"


def role_resource(account: str, role: str) -> str:
    """What sts:AssumeRole asks for."""
    return f"acs:ram::{account}:role/{role}"


def asked(text: str) -> str:
    """``text`` as the evaluator compares it.

    A role may be granted as ``acs:ram:*:…`` (the FAQ) or ``acs:ram::…`` (the page of AssumeRole), and a caller may ask
    in either form: both must find each other.
    """
    return text.replace("acs:ram:*:", "acs:ram::", 1) if text.startswith("acs:ram:*:") else text
