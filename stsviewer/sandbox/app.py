"""The ASGI application: one port for STS, RAM and OSS."""

from __future__ import annotations

from email.utils import format_datetime

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from stsviewer.sandbox import api_request, gateway
from stsviewer.sandbox.oss import app as storage
from stsviewer.sandbox.world import World


class Application:
    """Hands every request to the service that it is for."""

    def __init__(self, world: World) -> None:
        self._world = world
        storage.prepare(world)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request. ``scope["raw_path"]`` is the exact target; nothing here looks at ``scope["path"]``."""
        request = Request(scope, receive)
        call = await api_request.read(request)
        if call is None:
            response = await storage.handle(self._world, request)
        else:
            response = await gateway.answer(self._world, call)
        if "date" not in response.headers:
            response.headers["Date"] = format_datetime(self._world.now(), usegmt=True)
        await response(scope, receive, send)
