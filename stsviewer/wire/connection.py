"""Opening a socket and waiting on it, both of which can be taken back.

``getaddrinfo`` can neither be interrupted nor given a time-out, so it runs on a daemon thread with a deadline.
"""

from __future__ import annotations

import os
import selectors
import socket
import threading
import time
from typing import Any, Final

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import ConnectTimeoutError, NameResolutionError, NewConnectionError

from stsviewer.wire.cancel import Cancel

_LOOK_AGAIN: Final = 0.1  # seconds between two looks at the cancel flag while a connection is being made

Address = tuple[socket.AddressFamily, Any]


class _Current(threading.local):
    """What this thread is sending under, and the socket from which its last answer comes."""

    cancel: Cancel | None = None
    sock: socket.socket | None = None


current = _Current()


def resolve(host: str, port: int, seconds: float, cancel: Cancel | None) -> list[Address]:
    """The addresses of ``host``. Names under ``.localhost`` are this machine (RFC 6761, 6.3), whatever the system's
    resolver knows.

    Raises socket.gaierror when the name is not known, TimeoutError after ``seconds``, Cancelled.
    """
    lower = host.lower().rstrip(".")
    if lower.endswith(".localhost"):
        return [(socket.AF_INET, ("127.0.0.1", port)), (socket.AF_INET6, ("::1", port, 0, 0))]
    found: list[Address] = []
    trouble: list[OSError] = []
    finished = threading.Event()

    def look_up() -> None:
        try:
            for family, _, _, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
                found.append((family, address))
        except OSError as error:
            trouble.append(error)
        except UnicodeError:  # a label that is empty or too long for IDNA
            trouble.append(socket.gaierror(socket.EAI_NONAME, "Name or service not known"))
        finally:
            finished.set()

    threading.Thread(target=look_up, name="name resolution", daemon=True).start()
    deadline = time.monotonic() + seconds
    while not finished.wait(min(_LOOK_AGAIN, max(0.0, deadline - time.monotonic()))):
        if cancel is not None:
            cancel.check()
        if time.monotonic() >= deadline:
            raise TimeoutError("name resolution")
    if trouble:
        raise trouble[0]
    return found


def connect(address: Address, seconds: float, cancel: Cancel | None) -> socket.socket:
    """A connected socket. Raises OSError, TimeoutError after ``seconds``, Cancelled."""
    family, where = address
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        made.setblocking(False)
        made.connect_ex(where)
        deadline = time.monotonic() + seconds
        with selectors.DefaultSelector() as selector:
            selector.register(made, selectors.EVENT_WRITE)
            while not selector.select(min(_LOOK_AGAIN, max(0.0, deadline - time.monotonic()))):
                if cancel is not None:
                    cancel.check()
                if time.monotonic() >= deadline:
                    raise TimeoutError("connect")
        error = made.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
        if error:
            raise OSError(error, os.strerror(error))
        made.settimeout(seconds)  # for the TLS handshake; the reads get a time-out of their own
    except BaseException:
        made.close()
        raise
    return made


class _Cancellable:
    """Mixed into urllib3's connections: opens and waits under :data:`current`'s cancel flag."""

    host: str
    port: int
    timeout: float | None
    sock: socket.socket | None

    def _new_conn(self) -> socket.socket:
        # urllib3's own create_connection asks getaddrinfo without a deadline and cannot be taken back.
        host = self.host.strip("[]")
        seconds = self.timeout if isinstance(self.timeout, (int, float)) else 10.0
        connection: Any = self
        try:
            addresses = resolve(host, self.port, seconds, current.cancel)
        except socket.gaierror as error:
            raise NameResolutionError(host, connection, error) from error
        except TimeoutError as error:
            unknown = socket.gaierror(socket.EAI_AGAIN, "the resolver did not answer in time")
            raise NameResolutionError(host, connection, unknown) from error
        trouble: OSError = OSError("no address")
        for address in addresses:
            try:
                return connect(address, seconds, current.cancel)
            except OSError as error:
                trouble = error
        if isinstance(trouble, TimeoutError):
            raise ConnectTimeoutError(connection, f"{host} did not answer in {seconds} s") from trouble
        raise NewConnectionError(connection, f"{trouble}") from trouble

    def getresponse(self) -> Any:
        cancel, sock = current.cancel, self.sock
        current.sock = sock
        if cancel is None or sock is None:
            return super().getresponse()  # type: ignore[misc]
        with cancel.calling(lambda: shut(sock)):
            return super().getresponse()  # type: ignore[misc]


def shut(sock: socket.socket) -> None:
    """Wake whoever reads from ``sock``: to that thread it looks as if the other side hung up."""
    try:
        # The plain socket's own: SSLSocket.shutdown takes the TLS layer away under the reading thread.
        socket.socket.shutdown(sock, socket.SHUT_RDWR)
    except OSError:
        pass  # it is closed already


class _Connection(_Cancellable, HTTPConnection):
    pass


class _SecureConnection(_Cancellable, HTTPSConnection):
    pass


class _Pool(HTTPConnectionPool):
    ConnectionCls = _Connection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


POOLS: Final = {"http": _Pool, "https": _SecurePool}
