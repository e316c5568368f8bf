"""Pictures made for a test."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image


def encoded(image: Image.Image, form: str, **options: Any) -> bytes:
    """``image`` as a file of the format ``form``."""
    buffer = io.BytesIO()
    image.save(buffer, form, **options)
    return buffer.getvalue()
