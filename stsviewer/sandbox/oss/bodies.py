"""The XML bodies that requests bring: small, and from anybody."""

from __future__ import annotations

import base64
import hashlib
from urllib.parse import parse_qsl
from xml.etree import ElementTree

from starlette.requests import ClientDisconnect

from stsviewer.sandbox.oss import errors
from stsviewer.sandbox.oss.call import Call
from stsviewer.sandbox.oss.keys import check_key

_LARGEST = 2 << 20  # bytes, as the cloud has it for a batch delete
_MOST_KEYS = 1000
_MOST_TAGS = 10


async def read_body(call: Call) -> bytes:
    """A small body, checked against Content-MD5. Raises InvalidDigest or EntityTooLarge."""
    body = bytearray()
    try:
        async for piece in call.request.stream():
            body += piece
            if len(body) > _LARGEST:
                message = "Your proposed upload exceeds the maximum allowed size."
                raise errors.OssError(400, "EntityTooLarge", message)
    except ClientDisconnect:
        raise errors.OssError(400, "IncompleteBody", "The body ended early.") from None
    given = call.headers.get("content-md5")
    computed = base64.b64encode(hashlib.md5(body, usedforsecurity=False).digest()).decode()
    if given is not None and given != computed:
        raise errors.bad_digest(given, computed)
    return bytes(body)


def keys_to_delete(body: bytes) -> tuple[list[str], bool]:
    """The keys of a batch delete, and whether the answer is to be quiet. Raises MalformedXML or InvalidObjectName."""
    root = _parse(body, "Delete")
    keys = [check_key(element.findtext("Key") or "") for element in root.iter("Object")]
    if not 0 < len(keys) <= _MOST_KEYS:
        raise _malformed()
    return keys, (root.findtext("Quiet") or "").strip().lower() == "true"


def tags_of(body: bytes) -> tuple[tuple[str, str], ...]:
    """The tags of a PutObjectTagging. Raises MalformedXML or InvalidTag."""
    root = _parse(body, "Tagging")
    return _checked([(tag.findtext("Key") or "", tag.findtext("Value") or "") for tag in root.iter("Tag")])


def parse_tags(header: str) -> tuple[tuple[str, str], ...]:
    """The tags in ``x-oss-tagging``: like a query string. Raises InvalidTag."""
    return _checked(parse_qsl(header, keep_blank_values=True))


def restore_days(body: bytes) -> int:
    """For how many days an archived object is wanted; 1 when the body does not say. Raises MalformedXML."""
    if not body.strip():
        return 1
    days = (_parse(body, "RestoreRequest").findtext("Days") or "1").strip()
    if not (days.isascii() and days.isdigit() and 0 < int(days) <= 365):
        raise _malformed()
    return int(days)


def _checked(tags: list[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    names = [name for name, _ in tags]
    too_long = any(not 0 < len(name) <= 128 or len(value) > 256 for name, value in tags)
    if len(tags) > _MOST_TAGS or len(set(names)) != len(names) or too_long:
        raise errors.OssError(400, "InvalidTag", "The tag provided was not a valid tag.")
    return tuple(tags)


class _WithoutDoctype(ElementTree.TreeBuilder):
    """Asked by the parser, whatever the encoding: a search for ``<!DOCTYPE`` would miss it in UTF-16."""

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        raise ValueError("a document type declaration")


def _parse(body: bytes, root: str) -> ElementTree.Element:
    """The document, if it is one and has no DTD: nothing here needs entities."""
    try:
        element = ElementTree.fromstring(body, ElementTree.XMLParser(target=_WithoutDoctype()))
    except (ElementTree.ParseError, LookupError, ValueError):
        raise _malformed() from None
    for one in element.iter():
        one.tag = one.tag.rpartition("}")[2]
    if element.tag != root:
        raise _malformed()
    return element


def _malformed() -> errors.OssError:
    message = "The XML you provided was not well-formed or did not validate against our published schema."
    return errors.OssError(400, "MalformedXML", message)
