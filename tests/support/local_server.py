"""A small HTTP server on this machine that misbehaves as told, for what a sandbox that behaves cannot show."""

from __future__ import annotations

import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Received:
    """A request as it arrived. ``target`` is what stood between the method and the version, to the letter."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Server:
    """The server: what it received so far, and how it answers from now on."""

    address: str
    answer: Callable[[Received, socket.socket], None]
    received: list[Received] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)  # set when the test is over: hanging ends

    @property
    def url(self) -> str:
        return f"http://{self.address}"

    @property
    def port(self) -> int:
        return int(self.address.rpartition(":")[2])


def reply(
    status: str = "200 OK", body: bytes = b"", headers: dict[str, str] | None = None
) -> Callable[[Received, socket.socket], None]:
    """An answerer that always says the same."""

    def answer(received: Received, connection: socket.socket) -> None:
        lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in (headers or {}).items())]
        if not any(name.lower() in ("content-length", "transfer-encoding") for name in headers or {}):
            lines.append(f"Content-Length: {len(body)}")
        sent = b"" if received.method == "HEAD" else body
        connection.sendall("\r\n".join([*lines, "", ""]).encode("latin-1") + sent)

    return answer


def in_turn(*answers: Callable[[Received, socket.socket], None]) -> Callable[[Received, socket.socket], None]:
    """The first answerer for the first request, and so on; the last one stays."""
    left = list(answers)

    def answer(received: Received, connection: socket.socket) -> None:
        (left.pop(0) if len(left) > 1 else left[0])(received, connection)

    return answer


def hang_up(_received: Received, connection: socket.socket) -> None:
    """Close without a word."""
    connection.shutdown(socket.SHUT_RDWR)


@contextmanager
def serve(
    answer: Callable[[Received, socket.socket], None] | None = None, tls: ssl.SSLContext | None = None
) -> Iterator[Server]:
    """A server that listens on 127.0.0.1 while the block runs."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            connection: socket.socket = self.request
            if tls is not None:
                try:
                    connection = tls.wrap_socket(connection, server_side=True)
                except (ssl.SSLError, OSError):
                    return
            with connection, connection.makefile("rb") as incoming:
                while line := incoming.readline():
                    method, target, _ = line.decode("latin-1").rstrip("\r\n").split(" ", 2)
                    headers = {}
                    while (header := incoming.readline().decode("latin-1").rstrip("\r\n")) != "":
                        name, _, value = header.partition(":")
                        headers[name.lower()] = value.strip()
                    received = Received(method, target, headers, incoming.read(int(headers.get("content-length", "0"))))
                    server.received.append(received)
                    try:
                        server.answer(received, connection)
                    except OSError:
                        return  # the other side has gone: a test of cancelling

    class Listener(socketserver.ThreadingTCPServer):
        daemon_threads = True
        allow_reuse_address = True

        def handle_error(self, request: object, client_address: object) -> None:
            """The client went away."""

    with Listener(("127.0.0.1", 0), Handler) as listener:
        server = Server(f"127.0.0.1:{listener.server_address[1]}", answer or reply())
        threading.Thread(target=listener.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        try:
            yield server
        finally:
            server.released.set()
            listener.shutdown()
