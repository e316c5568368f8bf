"""What the vendor's SDK makes of odd answers stays inside: a Failed with what the server said comes out, always."""

from __future__ import annotations

import json
import os
import socket
from dataclasses import replace
from pathlib import Path

import pytest
from support.local_server import reply, serve

from stsviewer.failure import Failed, Kind
from stsviewer.profile import AccessKey, Profile
from stsviewer.secret import Secret
from stsviewer.sts import assume_role
from stsviewer.wire import Transport

PROFILE = Profile(
    "somebody",
    "LTAI5tSomebody",
    role_arn="acs:ram::1532770894211314:role/reader",
    role_session_name="session",
    region="cn-shanghai",
)
KEY = AccessKey("LTAI5tSomebody", Secret("a secret of thirty characters!"))

TOKEN = {
    "RequestId": "6894B13B",
    "AssumedRoleUser": {"Arn": "acs:ram::1532770894211314:role/reader/session", "AssumedRoleId": "3:session"},
    "Credentials": {
        "AccessKeyId": "STS.N",
        "AccessKeySecret": "temporary secret",
        "SecurityToken": "temporary token",
        "Expiration": "2026-11-24T11:00:00Z",
    },
}


def refused_with(status: str, body: bytes | str) -> Failed:
    sent = body.encode() if isinstance(body, str) else body
    with serve(reply(status, sent)) as server, pytest.raises(Failed) as refused:
        assume_role(replace(PROFILE, sts_endpoint=server.url), KEY, Transport())
    assert KEY.secret.reveal() not in repr(refused.value.failure)
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None
    return refused.value


@pytest.mark.parametrize(
    "message",
    [
        "Specified signature is not matched with our calculation.",  # the SDK raises IndexError
        "Specified signature is not matched with our calculation. server string to sign is:POST&%2F&x",
        "",
    ],
)
def test_a_signature_that_does_not_match(message: str) -> None:
    body = json.dumps({"Code": "SignatureDoesNotMatch", "Message": message, "RequestId": "R1"})
    failure = refused_with("400 Bad Request", body).failure
    assert (failure.code, failure.message, failure.request_id) == ("SignatureDoesNotMatch", message, "R1")


def test_the_code_is_the_servers_also_where_the_sdk_rewrites_it() -> None:
    with serve() as server:

        def answer(received: object, connection: socket.socket) -> None:
            # The server's string to sign is exactly the client's: the SDK then says InvalidAccessKeySecret.
            from urllib.parse import parse_qsl, urlsplit

            from stsviewer.signing import rpc

            target = server.received[-1].target
            params = dict(parse_qsl(urlsplit(target).query, keep_blank_values=True))
            params.pop("Signature")
            message = (
                f"Specified signature is not matched. server string to sign is:{rpc.string_to_sign('POST', params)}"
            )
            body = json.dumps({"Code": "SignatureDoesNotMatch", "Message": message, "RequestId": "R2"})
            reply("400 Bad Request", body.encode())(server.received[-1], connection)

        server.answer = answer
        with pytest.raises(Failed) as refused:
            assume_role(replace(PROFILE, sts_endpoint=server.url), KEY, Transport())
    assert refused.value.failure.code == "SignatureDoesNotMatch"


@pytest.mark.parametrize(
    ("status", "body"),
    [
        ("400 Bad Request", b'{"Code": "SignatureDoesNotMatch", "Message": "\xff\xfe"}'),  # UnicodeDecodeError
        ("403 Forbidden", b"\xff\xfe\x00"),
        ("502 Bad Gateway", b"<html>Bad gateway</html>"),
        ("200 OK", b"<html>Log in to the guest network</html>"),
        ("200 OK", b"\xff\xfe\x00"),
        ("200 OK", b""),
        ("200 OK", b"[]"),
        ("200 OK", b"null"),
        ("200 OK", b"{}"),
        ("200 OK", b'{"Credentials": 1, "AssumedRoleUser": []}'),
        ("299 Odd", json.dumps(TOKEN | {"Credentials": {"AccessKeyId": "STS.N"}}).encode()),
        ("200 OK", json.dumps(TOKEN).replace("2026-11-24T11:00:00Z", "soon").encode()),
        ("200 OK", json.dumps(TOKEN).replace("2026-11-24T11:00:00Z", "9999-12-31T23:59:59-01:00").encode()),
    ],
)
@pytest.mark.parametrize("debug", ["", "sdk"])
def test_answers_that_are_none(status: str, body: bytes, debug: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBUG", debug)
    failure = refused_with(status, body).failure
    assert failure.kind in (Kind.BROKEN, Kind.REFUSED)
    assert failure.sentence.english()
    assert "temporary" not in repr(failure)


def test_a_redirect_of_sts_is_refused_with_its_status() -> None:
    with serve() as elsewhere:
        with serve(reply("302 Found", headers={"Location": elsewhere.url})) as server, pytest.raises(Failed) as refused:
            assume_role(replace(PROFILE, sts_endpoint=server.url), KEY, Transport())
        assert refused.value.failure.status == 302
        assert elsewhere.received == []


def test_the_environments_keys_and_netrc_are_not_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    netrc = tmp_path / ".netrc"
    netrc.write_text("default login somebody password something\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", os.fspath(netrc))  # where today's requests looks; the SDK's own looks at home
    monkeypatch.setenv("HOME", os.fspath(tmp_path))
    monkeypatch.setenv("ALIYUN_ACCESS_KEY_ID", "LTAIother")
    monkeypatch.setenv("ALIYUN_ACCESS_KEY_SECRET", "other")
    key = replace(KEY, security_token=Secret("own token"))
    with serve(reply(body=json.dumps(TOKEN).encode())) as server:
        assume_role(replace(PROFILE, sts_endpoint=server.url), key, Transport())
        (received,) = server.received
    assert "AccessKeyId=LTAI5tSomebody" in received.target
    assert "SecurityToken=own%20token" in received.target
    assert "LTAIother" not in received.target
    assert "authorization" not in received.headers


def test_what_is_sent() -> None:
    profile = replace(PROFILE, external_id="ex+1", policy='{"Version": "1"}', duration_seconds=900)
    with serve(reply(body=json.dumps(TOKEN).encode(), headers={"Date": "Tue, 24 Nov 2026 10:00:00 GMT"})) as server:
        transport = Transport()
        token = assume_role(replace(profile, sts_endpoint=server.url), KEY, transport)
        (received,) = server.received
    assert received.method == "POST"
    for said in ("DurationSeconds=900", "ExternalId=ex%2B1", "RoleSessionName=session", "SignatureMethod=HMAC-SHA1"):
        assert said in received.target
    assert token.lifetime == 3600  # by the server's own clock, whatever ours says
    assert token.seconds_left() == pytest.approx(3600, abs=1)
    (exchange,) = transport.recorder.exchanges()
    told = repr(exchange)
    assert "temporary secret" not in told
    assert "temporary token" not in told
    assert "AccessKeyId=LTAI5tSomebody" in exchange.url


def test_a_role_that_is_not_named() -> None:
    with pytest.raises(Failed) as refused:
        assume_role(replace(PROFILE, role_arn=""), KEY, Transport())
    assert refused.value.failure.kind is Kind.INPUT


def test_an_endpoint_that_is_none() -> None:
    with pytest.raises(Failed) as refused:
        assume_role(replace(PROFILE, sts_endpoint="http://sts/with/path"), KEY, Transport())
    assert refused.value.failure.kind is Kind.INPUT
    assert "with/path" in refused.value.failure.sentence.english()
