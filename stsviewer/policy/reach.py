"""Which forms of OSS resources a pattern can cover at all: services, buckets, objects.

In a pattern ``*`` goes over slashes, so ``mybucket*`` covers objects as well; a pattern with a slash covers no bucket.
"""

from __future__ import annotations

from stsviewer.policy import wildcard
from stsviewer.policy.actions import Form
from stsviewer.policy.resource import ResourceName, parse_resource


def reaches(pattern: str, form: Form) -> bool:
    """Whether ``pattern`` covers any resource of that form."""
    name = parse_resource(pattern)
    if name is None:  # too few colons: only a * can stand for the rest
        head = pattern.partition("*")[0]
        return "*" in pattern and "acs:oss:".startswith(head[:8])
    if not _may_be_oss(name):
        return False
    if form is Form.SERVICE:
        return wildcard.matches(name.rest, "*")
    if form is Form.BUCKET:
        return "/" not in name.rest
    return "/" in name.rest or "*" in name.rest


def _may_be_oss(name: ResourceName) -> bool:
    return wildcard.matches(name.service, "oss")


def bucket_of(pattern: str) -> str:
    """The bucket's part of a pattern, which may be wild; ``*`` when the pattern names no part."""
    name = parse_resource(pattern)
    return name.bucket if name else "*"


def with_rest(pattern: str, rest: str) -> str:
    """``pattern`` with another bucket and key part."""
    name = parse_resource(pattern)
    return f"acs:{name.service}:{name.region}:{name.account}:{rest}" if name else f"acs:oss:*:*:{rest}"
