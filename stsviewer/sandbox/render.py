"""Answers of STS and RAM as JSON or XML."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any, Final
from xml.sax.saxutils import escape

_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2

JSON: Final = "application/json;charset=utf-8"
XML: Final = "text/xml;charset=utf-8"


def render(root: str, values: Mapping[str, Any], as_json: bool) -> tuple[bytes, str]:
    """The body and its content type. ``root`` names the outermost element of XML; a list repeats its element."""
    if as_json:
        return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"), JSON
    text = f"<?xml version='1.0' encoding='UTF-8'?>{_element(root, values)}"
    return text.encode("utf-8", "replace"), XML


def _element(name: str, value: Any) -> str:
    if isinstance(value, Mapping):
        inner = "".join(_element(key, one) for key, one in value.items())
    elif isinstance(value, list | tuple):
        return "".join(_element(name, one) for one in value)
    elif isinstance(value, bool):
        inner = "true" if value else "false"
    else:
        inner = escape(_NOT_XML.sub("\ufffd", str(value)))
    return f"<{name}>{inner}</{name}>"
