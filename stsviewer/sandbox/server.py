"""The server process: the port on both loopback addresses, its one line, and its end."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import socket
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Final

import uvicorn
from starlette.types import ASGIApp

_GRACE: Final = 1  # seconds that open requests get after SIGTERM
_LIMIT: Final = 1.4  # seconds after SIGTERM at which the process is gone, whatever still runs
_PARENT_EVERY: Final = 0.5  # seconds between two looks at the parent


def listen(port: int) -> list[socket.socket]:
    """Sockets on 127.0.0.1 and, where the machine has it, ::1, both on ``port`` (a free one for 0).

    Raises OSError when the port is taken.
    """
    while True:
        first = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            _take_over_a_port_just_left(first)
            first.bind(("127.0.0.1", port))
            second = _listen_v6(first.getsockname()[1])
        except OSError as error:
            first.close()
            if port == 0 and error.errno == errno.EADDRINUSE:
                continue  # free on the one address, taken on the other
            raise
        return [first, second] if second else [first]


def _listen_v6(port: int) -> socket.socket | None:
    try:
        second = socket.socket(socket.AF_INET6, socket.SOCK_STREAM)
    except OSError:
        return None
    try:
        second.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        _take_over_a_port_just_left(second)
        second.bind(("::1", port))
    except OSError as error:
        second.close()
        if error.errno in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
            return None
        raise
    return second


def _take_over_a_port_just_left(listening: socket.socket) -> None:
    if os.name == "posix":  # on Windows the option lets two processes share a port that is in use
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)


class _Server(uvicorn.Server):
    """uvicorn's server, which says when it listens and never outstays its signal."""

    def __init__(self, config: uvicorn.Config, listening: Callable[[], None], clean_up: Callable[[], None]) -> None:
        super().__init__(config)
        self._listening = listening
        self._clean_up = clean_up

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._listening()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.end()

    def end(self) -> None:
        """End gently, and without more ado after a while: a picture being scaled cannot be interrupted."""
        if not self.should_exit:
            self.should_exit = True
            killer = threading.Timer(_LIMIT, self._kill)
            killer.daemon = True
            killer.start()

    def _kill(self) -> None:
        self._clean_up()
        os._exit(0)


def serve(
    application: ASGIApp,
    sockets: list[socket.socket],
    *,
    parent: int | None,
    listening: Callable[[], None],
    clean_up: Callable[[], None],
) -> None:
    """Serve until SIGTERM or SIGINT, or until ``parent`` is gone. Handlers of those two that were set before are called
    when all is over: uvicorn raises the signal again.

    ``listening`` is called once the sockets accept, ``clean_up`` at the end, on whatever thread comes to it.
    """
    config = uvicorn.Config(
        application,
        http="h11",
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_keep_alive=75,
        timeout_graceful_shutdown=_GRACE,
    )
    server = _Server(config, listening, clean_up)
    if hasattr(signal, "SIGHUP"):  # the terminal was closed
        signal.signal(signal.SIGHUP, server.handle_exit)
    if parent is not None:
        threading.Thread(target=_watch, args=(parent, server.end), daemon=True).start()
    code = 0
    try:
        asyncio.new_event_loop().run_until_complete(server.serve(sockets))
    except SystemExit as end:
        code = int(end.code or 0)
    except Exception:
        traceback.print_exc()
        code = 1
    clean_up()
    os._exit(code)  # worker threads are not waited for


def _watch(parent: int, end: Callable[[], None]) -> None:
    """Call ``end`` once the process ``parent`` is gone."""
    _await_end(parent)
    end()


def _await_end(pid: int) -> None:
    """A child of the process has another parent when it is gone; anybody else finds no such process."""
    if sys.platform == "win32":
        # There getppid() never changes, and os.kill(pid, 0) presses Ctrl+C.
        import ctypes

        kernel = ctypes.windll.kernel32
        kernel.OpenProcess.restype = ctypes.c_void_p
        if handle := kernel.OpenProcess(0x0010_0000, False, pid):  # SYNCHRONIZE
            kernel.WaitForSingleObject(ctypes.c_void_p(handle), 0xFFFF_FFFF)  # INFINITE
        return
    is_child = os.getppid() == pid
    while os.getppid() == pid if is_child else _lives(pid):
        time.sleep(_PARENT_EVERY)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (OSError, IndexError):
        return True
    return state not in "ZX"  # ended, and its own parent has not looked yet
