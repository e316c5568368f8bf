"""The transport against servers that misbehave: what goes out is exact, nothing is followed, kept or repeated
blindly.
"""

from __future__ import annotations

import gzip
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from support.local_server import Received, hang_up, in_turn, reply, serve
from support.sandbox import RunningSandbox

from stsviewer.failure import Cancelled, Failed, Kind
from stsviewer.text import mark, say
from stsviewer.wire import Cancel, Outgoing, Transport

DOING = say(mark("Test", "Testing"))


def get(url: str, *headers: tuple[str, str]) -> Outgoing:
    return Outgoing("GET", url, headers)


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name in ("ALIBABA_CLOUD_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    "target",
    [
        "/",
        "/bucket/..",
        "/bucket/.",
        "/bucket/a/../b",
        "//leading",
        "/bucket//double",
        "/bucket/%2E%2E%2Fx",
        "/bucket/%00%0A",
        "/b/%E4%BC%9A?prefix=%2B%20&delimiter=%2F",
        "/b/a%2Fb?acl",
        "/b/x?y=?&z=/../",
    ],
)
def test_the_target_goes_out_to_the_letter(target: str) -> None:
    with serve() as server:
        Transport().send(get(server.url + target), DOING).read()
        assert [received.target for received in server.received] == [target]


@pytest.mark.parametrize("target", ["/bucket/..", "/bucket/a/../b", "/bucket/%2E/x"])
def test_through_a_proxy_dot_segments_survive(target: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with serve() as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        Transport().send(get("http://storage.test" + target), DOING).read()
        (received,) = proxy.received
        assert received.target.removeprefix("http://storage.test").replace("%2E", ".") == target.replace("%2E", ".")
        assert received.headers["host"] == "storage.test"


@pytest.mark.parametrize("token", ["CAISsecret\r", "CAISsecret\r\nX: 1", "CAISsecret\n folded", "CAISsecret\u4e2d"])
def test_a_token_that_can_stand_in_no_header_is_refused_unsent_and_untold(token: str) -> None:
    transport = Transport()
    with serve() as server, pytest.raises(Failed) as refused:
        transport.send(get(server.url + "/", ("x-oss-security-token", token)), DOING)
    assert server.received == []
    assert refused.value.failure.kind is Kind.INPUT
    assert "CAISsecret" not in repr(refused.value.failure) + repr(transport.recorder.exchanges())


def test_this_machine_is_never_asked_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    with serve() as proxy, serve() as server:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        for host in (server.address, f"localhost:{server.port}", f"bucket.oss-cn-x.localhost:{server.port}"):
            Transport().send(get(f"http://{host}/"), DOING).read()
        assert len(server.received) == 3
        assert proxy.received == []


def test_no_proxy_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    with serve() as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("NO_PROXY", "storage.invalid")
        with pytest.raises(Failed) as refused:
            Transport().send(get("http://storage.invalid/"), DOING)
        assert refused.value.failure.code == "Network.Resolve"
        assert proxy.received == []


def test_headers_go_out_as_given_and_nothing_is_added_from_netrc(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / ".netrc"
    netrc.write_text("default login somebody password something\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    monkeypatch.setenv("HOME", str(tmp_path))
    with serve(reply(headers={"Set-Cookie": "a=b; Path=/"})) as server:
        transport = Transport()
        transport.send(get(server.url, ("x-oss-date", "20261124T000000Z")), DOING).read()
        transport.send(get(server.url), DOING).read()
        first, second = server.received
        assert first.headers["x-oss-date"] == "20261124T000000Z"
        assert first.headers["accept-encoding"] == "identity"
        assert {"authorization", "cookie"} & (first.headers.keys() | second.headers.keys()) == set()


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"])
def test_a_redirect_is_a_failure_and_is_not_followed(status: str) -> None:
    with serve() as elsewhere, serve(reply(status, headers={"Location": "placeholder"})) as server:
        server.answer = reply(status, headers={"Location": elsewhere.url + "/taken"})
        with pytest.raises(Failed) as refused:
            Transport().ask(get(server.url, ("Authorization", "OSS id:sig")), DOING)
        assert refused.value.failure.kind is Kind.BROKEN
        assert refused.value.failure.status == int(status[:3])
        assert elsewhere.received == []
        assert len(server.received) == 1


def test_the_body_is_what_was_sent_not_what_it_decodes_to() -> None:
    stored = gzip.compress(b"stored gzipped" * 100)
    with serve(reply(body=stored, headers={"Content-Encoding": "gzip"})) as server:
        assert Transport().send(get(server.url), DOING).read() == stored


@pytest.mark.parametrize("status", ["429 Slow", "500 Oops", "502 Bad", "503 Busy", "504 Late"])
def test_a_passing_trouble_is_tried_again(status: str) -> None:
    with serve(in_turn(reply(status), reply(status), reply(body=b"fine"))) as server:
        transport = Transport()
        assert transport.ask(get(server.url), DOING).read() == b"fine"
        assert len(server.received) == 3
        assert [(each.status, each.attempt) for each in transport.recorder.exchanges()] == [
            (int(status[:3]), 1),
            (int(status[:3]), 2),
            (200, 3),
        ]


def test_a_broken_connection_is_tried_again() -> None:
    with serve(in_turn(hang_up, reply(body=b"fine"))) as server:
        assert Transport().ask(get(server.url), DOING).read() == b"fine"


def test_it_waits_as_long_as_the_server_asks() -> None:
    with serve(in_turn(reply("503 Busy", headers={"Retry-After": "1"}), reply())) as server:
        began = time.monotonic()
        Transport().send(get(server.url), DOING).read()
        assert time.monotonic() - began >= 1
        assert len(server.received) == 2


@pytest.mark.parametrize("answer", [reply("503 Busy"), hang_up])
def test_what_may_have_changed_something_is_never_sent_again(
    answer: Callable[[Received, socket.socket], None],
) -> None:
    with serve(answer) as server:
        with pytest.raises(Failed):
            Transport().ask(Outgoing("POST", server.url, (), b""), DOING)
        assert len(server.received) == 1


def test_a_refusal_is_not_asked_for_twice() -> None:
    with serve(reply("403 Forbidden")) as server:
        with pytest.raises(Failed):
            Transport().ask(get(server.url), DOING)
        assert len(server.received) == 1


def hanging(server_released: threading.Event, arrived: threading.Event) -> Callable[[Received, socket.socket], None]:
    def answer(_received: Received, _connection: socket.socket) -> None:
        arrived.set()
        server_released.wait(30)

    return answer


def test_waiting_for_an_answer_can_be_taken_back() -> None:
    with serve() as server:
        arrived, cancel = threading.Event(), Cancel()
        server.answer = hanging(server.released, arrived)
        threading.Thread(target=lambda: (arrived.wait(10), cancel.set()), daemon=True).start()
        began = time.monotonic()
        with pytest.raises(Cancelled):
            Transport().send(get(server.url), DOING, cancel)
        assert time.monotonic() - began < 5
        assert len(server.received) == 1


def test_a_transfer_can_be_taken_back_in_the_middle() -> None:
    with serve() as server:
        cancel = Cancel()

        def half(_received: Received, connection: socket.socket) -> None:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + bytes(1000))
            server.released.wait(30)

        server.answer = half
        transport = Transport()
        answer = transport.send(get(server.url), DOING, cancel)
        assert answer.read(1000) == bytes(1000)
        threading.Timer(0.1, cancel.set).start()
        began = time.monotonic()
        with pytest.raises(Cancelled):
            answer.read()
        assert time.monotonic() - began < 5
        assert transport.recorder.exchanges()[-1].error == "cancelled"


def test_connecting_can_be_taken_back() -> None:
    # A listener whose queue is full takes no further connection: the next connect waits.
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(full.getsockname())
        cancel = Cancel()
        threading.Timer(0.2, cancel.set).start()
        began = time.monotonic()
        with pytest.raises(Cancelled):
            Transport(connect_seconds=30).send(get(f"http://127.0.0.1:{full.getsockname()[1]}/"), DOING, cancel)
        assert time.monotonic() - began < 5
        for each in waiting:
            each.close()


def test_the_pause_before_another_try_can_be_taken_back() -> None:
    with serve(reply("503 Busy", headers={"Retry-After": "5"})) as server:
        cancel = Cancel()
        threading.Timer(0.1, cancel.set).start()
        began = time.monotonic()
        with pytest.raises(Cancelled):
            Transport().send(get(server.url), DOING, cancel)
        assert time.monotonic() - began < 3


def test_nobody_is_asked_once_it_is_taken_back() -> None:
    with serve() as server:
        cancel = Cancel()
        cancel.set()
        with pytest.raises(Cancelled):
            Transport().send(get(server.url), DOING, cancel)
        assert server.received == []


def failure_of(url: str, **times: float) -> tuple[str, Kind, str]:
    with pytest.raises(Failed) as refused:
        Transport(**times).ask(get(url), DOING)
    failure = refused.value.failure
    # The libraries' errors hold the signed URL: they must not hang on ours.
    assert refused.value.__cause__ is None
    assert refused.value.__context__ is None
    return failure.code, failure.kind, failure.sentence.english()


def test_a_name_that_is_not_known() -> None:
    code, kind, sentence = failure_of("https://sts.nowhere.invalid/")
    assert (code, kind) == ("Network.Resolve", Kind.NETWORK)
    assert sentence.startswith("The name sts.nowhere.invalid is not known.")


def test_a_port_where_nothing_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    code, kind, sentence = failure_of(f"http://{address}/")
    assert (code, kind, sentence) == ("Network.Refused", Kind.NETWORK, f"Nothing listens at {address}.")


def test_an_answer_that_does_not_come() -> None:
    with serve() as server:
        server.answer = hanging(server.released, threading.Event())
        code, kind, sentence = failure_of(server.url, read_seconds=0.3)
        assert (code, kind) == ("Network.Timeout", Kind.NETWORK)
        assert "did not answer in time" in sentence


def test_packets_that_are_dropped() -> None:
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(full.getsockname())
        code, _, sentence = failure_of(f"http://127.0.0.1:{full.getsockname()[1]}/", connect_seconds=0.3)
        for each in waiting:
            each.close()
    assert code == "Network.Timeout"
    assert "firewall" in sentence


def test_a_connection_that_breaks_off() -> None:
    with serve(hang_up) as server:
        code, kind, sentence = failure_of(server.url)
        assert (code, kind) == ("Network.Broken", Kind.NETWORK)
        assert "broke off" in sentence
        assert len(server.received) == 3


def test_a_body_that_breaks_off() -> None:
    with serve(in_turn(reply(body=b"short", headers={"Content-Length": "500"}))) as server:

        def short(received: Received, connection: socket.socket) -> None:
            reply(body=b"short", headers={"Content-Length": "500"})(received, connection)
            connection.shutdown(socket.SHUT_RDWR)

        server.answer = short
        answer = Transport().ask(get(server.url), DOING)
        with pytest.raises(Failed) as refused:
            answer.read()
        assert refused.value.failure.code == "Network.Broken"


def test_https_where_http_is_spoken(sandbox: RunningSandbox) -> None:
    code, _, sentence = failure_of(f"https://{sandbox.address}/")
    assert code == "Network.TLS"
    assert sentence == f"No secure connection to {sandbox.address}. Does the endpoint speak https there?"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for 127.0.0.1 that nobody trusts, with its key in the same file."""
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"),
            *("-addext", "subjectAltName=IP:127.0.0.1", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"),
        ],
        check=True,
        capture_output=True,
    )
    both = folder / "both.pem"
    both.write_bytes((folder / "key.pem").read_bytes() + (folder / "cert.pem").read_bytes())
    return both


def with_tls(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def test_a_certificate_that_is_not_trusted(certificate: Path) -> None:
    with serve(tls=with_tls(certificate)) as server:
        code, _, sentence = failure_of(f"https://{server.address}/")
        assert code == "Network.Certificate"
        assert "REQUESTS_CA_BUNDLE" in sentence
        assert server.received == []


@pytest.mark.parametrize("name", ["ALIBABA_CLOUD_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE"])
def test_the_environment_names_the_authorities(certificate: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, str(certificate))
    with serve(reply(body=b"trusted"), tls=with_tls(certificate)) as server:
        assert Transport().ask(get(f"https://{server.address}/"), DOING).read() == b"trusted"


def test_a_transfer_over_tls_can_be_taken_back(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    with serve(tls=with_tls(certificate)) as server:
        cancel = Cancel()

        def half(_received: Received, connection: socket.socket) -> None:
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n" + bytes(1000))
            server.released.wait(30)

        server.answer = half
        answer = Transport().send(get(f"https://{server.address}/"), DOING, cancel)
        threading.Timer(0.1, cancel.set).start()
        began = time.monotonic()
        with pytest.raises(Cancelled):
            answer.read()
        assert time.monotonic() - began < 5


def test_a_bundle_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "/nowhere/ca.pem")
    code, kind, sentence = failure_of("https://127.0.0.1:9/")
    assert (code, kind) == ("Network.Bundle", Kind.LOCAL)
    assert "CA certificates" in sentence


def test_a_proxy_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        monkeypatch.setenv("HTTPS_PROXY", f"http://user:word@127.0.0.1:{free.getsockname()[1]}")
    code, kind, sentence = failure_of("https://sts.aliyuncs.com/")
    assert (code, kind) == ("Network.Proxy", Kind.NETWORK)
    assert "HTTPS_PROXY" in sentence


def test_an_address_that_is_none() -> None:
    code, kind, _ = failure_of("http:///bucket")
    assert (code, kind) == ("Network.Address", Kind.INPUT)


def test_what_is_recorded_holds_no_secret() -> None:
    token, signature = "CAISsecurity+token/value==", "0123456789abcdef0123456789abcdef"
    body = f"<Error><Code>SignatureDoesNotMatch</Code><StringToSign>x-oss-security-token:{token}</StringToSign></Error>"
    headers = (
        ("x-oss-security-token", token),
        ("Authorization", f"OSS4-HMAC-SHA256 Credential=STS.N/x, Signature={signature}"),
    )
    with serve(reply("403 Forbidden", body.encode(), {"x-echo": token})) as server:
        transport = Transport()
        with pytest.raises(Failed) as refused:
            transport.ask(get(f"{server.url}/?Signature={signature}", *headers), DOING)
    (exchange,) = transport.recorder.exchanges()
    for told in (repr(exchange), repr(refused.value.failure), str(refused.value)):
        assert token not in told
        assert signature not in told
    assert "STS.N/x" in repr(exchange)
    assert exchange.status == 403
    assert b"SignatureDoesNotMatch" in exchange.answer_body
