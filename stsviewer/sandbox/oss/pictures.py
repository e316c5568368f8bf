"""``x-oss-process=image/...``: resize, crop, rotate, format, quality and info, with Pillow.

https://help.aliyun.com/zh/oss/user-guide/overview-17 (parameters) and .../image-processing-error-codes. Pillow is
imported with the first picture: the sandbox is up in a second without it.
"""

from __future__ import annotations

from starlette.responses import Response

from stsviewer.sandbox.oss import errors
from stsviewer.sandbox.oss.storage import Stored


async def process(stored: Stored, instructions: str) -> Response:
    """The picture that ``instructions`` make of ``stored``."""
    raise errors.not_implemented(instructions)
