"""One renewal, however many ask; and what signs in the meantime."""

from __future__ import annotations

import json
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from support import stories
from support.local_server import Received, Server, reply, serve
from support.sandbox import RunningSandbox

from stsviewer.failure import Cancelled, Failed, Kind
from stsviewer.profile import AccessKey, Profile
from stsviewer.secret import Secret
from stsviewer.sts import Token, TokenSource
from stsviewer.wire import Cancel, Transport

KEY = AccessKey("LTAI5tSomebody", Secret("secret"))


def profile(server: Server) -> Profile:
    return Profile("p", KEY.id, "acs:ram::1:role/reader", "session", sts_endpoint=server.url)


def answer_with(seconds: int) -> bytes:
    now = datetime.now(UTC)
    return json.dumps(
        {
            "RequestId": "R",
            "AssumedRoleUser": {"Arn": "acs:ram::1:role/reader/session", "AssumedRoleId": "3:session"},
            "Credentials": {
                "AccessKeyId": f"STS.{now.timestamp()}",
                "AccessKeySecret": "s",
                "SecurityToken": "t",
                "Expiration": (now + timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ"),
            },
        }
    ).encode()


class Gate:
    """Answers once it is opened."""

    def __init__(self, server: Server) -> None:
        self.arrived = threading.Event()
        self.open = threading.Event()
        self._server = server
        server.answer = self.answer

    def answer(self, received: Received, connection: socket.socket) -> None:
        self.arrived.set()
        assert self.open.wait(30)
        reply(body=answer_with(3600))(received, connection)


def until(seen: object, within: float = 10.0) -> None:
    deadline = time.monotonic() + within
    while not seen():  # type: ignore[operator]
        assert time.monotonic() < deadline
        time.sleep(0.005)


def waiting_followers(tokens: TokenSource) -> int:
    flight = tokens._flight
    return len(flight._condition._waiters) if flight is not None else 0  # type: ignore[attr-defined]


def test_many_ask_and_one_goes() -> None:
    with serve() as server, ThreadPoolExecutor(12) as pool:
        gate, tokens = Gate(server), TokenSource(profile(server), KEY, Transport())
        heard: list[Token] = []
        tokens.subscribe(heard.append)
        asked = [pool.submit(tokens.renew) for _ in range(12)]
        assert gate.arrived.wait(10)
        until(lambda: waiting_followers(tokens) == 11)
        gate.open.set()
        got = [each.result(10) for each in asked]
        assert len({id(token) for token in got}) == 1
        assert len(server.received) == 1
        until(lambda: heard == [got[0]])
        # The next one goes again.
        assert tokens.renew() is not got[0]
        assert len(server.received) == 2


def test_all_who_ask_hear_of_a_refusal() -> None:
    with serve() as server, ThreadPoolExecutor(4) as pool:
        gate, tokens = Gate(server), TokenSource(profile(server), KEY, Transport())

        def refuse(received: Received, connection: socket.socket) -> None:
            gate.arrived.set()
            assert gate.open.wait(30)
            reply("403 Forbidden", b'{"Code": "NoPermission", "Message": "m"}')(received, connection)

        server.answer = refuse
        asked = [pool.submit(tokens.renew) for _ in range(4)]
        assert gate.arrived.wait(10)
        until(lambda: waiting_followers(tokens) == 3)
        gate.open.set()
        for each in asked:
            with pytest.raises(Failed) as refused:
                each.result(10)
            assert refused.value.failure.code == "NoPermission"
        assert len(server.received) == 1


def test_who_leads_takes_it_back_and_the_next_one_goes_on() -> None:
    with serve() as server, ThreadPoolExecutor(2) as pool:
        gate, tokens, cancel = Gate(server), TokenSource(profile(server), KEY, Transport()), Cancel()
        leader = pool.submit(tokens.renew, cancel)
        assert gate.arrived.wait(10)
        follower = pool.submit(tokens.renew)
        until(lambda: waiting_followers(tokens) == 1)
        cancel.set()
        with pytest.raises(Cancelled):
            leader.result(10)
        gate.open.set()
        assert follower.result(10).role_name == "reader"


def test_who_follows_takes_it_back_and_nobody_else_notices() -> None:
    with serve() as server, ThreadPoolExecutor(2) as pool:
        gate, tokens, cancel = Gate(server), TokenSource(profile(server), KEY, Transport()), Cancel()
        leader = pool.submit(tokens.renew)
        assert gate.arrived.wait(10)
        follower = pool.submit(tokens.renew, cancel)
        until(lambda: waiting_followers(tokens) == 1)
        cancel.set()
        with pytest.raises(Cancelled):
            follower.result(10)
        assert not leader.done()
        gate.open.set()
        assert leader.result(10).role_name == "reader"


def test_what_signs(sandbox: RunningSandbox) -> None:
    tokens = stories.source(sandbox, "works")
    with pytest.raises(Failed) as refused:
        tokens.key()
    assert refused.value.failure.kind is Kind.NO_TOKEN
    token = tokens.renew()
    assert tokens.key() == AccessKey(token.access_key_id, token.access_key_secret, token.security_token)


def test_what_signs_once_it_is_over() -> None:
    with serve() as server:
        server.answer = reply(body=answer_with(-5))
        tokens = TokenSource(profile(server), KEY, Transport())
        assert tokens.renew().expired
        with pytest.raises(Failed) as refused:
            tokens.key()
        assert refused.value.failure.kind is Kind.EXPIRED


def test_without_a_role_the_own_key_signs(sandbox: RunningSandbox) -> None:
    roleless, key = stories.story(sandbox, "works")
    tokens = TokenSource(replace(roleless, role_arn=""), key, Transport())
    assert tokens.key() is key


def test_who_left_hears_no_more() -> None:
    with serve() as server:
        server.answer = reply(body=answer_with(3600))
        tokens = TokenSource(profile(server), KEY, Transport())
        heard: list[Token] = []
        leave = tokens.subscribe(heard.append)
        first = tokens.renew()
        leave()
        tokens.renew()
        assert heard == [first]
