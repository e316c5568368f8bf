"""Hosts, regions and the habits of other clients; and the condition keys that a request brings to the policies."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Iterator

import pytest
from support.api_calls import Credentials
from support.oss_calls import Draft, encoded, now, session_of, v1, v4, v4_url
from support.sandbox import RunningSandbox, run_sandbox


@pytest.fixture(scope="module")
def works(sandbox: RunningSandbox) -> Credentials:
    return session_of(sandbox, "works")


PLACES = [
    # host, virtual, the region of the V4 scope, the status for wla-test2 in cn-shanghai
    ("127.0.0.1", False, "cn-shanghai", 200),
    ("localhost", False, "cn-shanghai", 200),
    ("[::1]", False, "cn-shanghai", 200),
    ("some-name", False, "cn-shanghai", 200),
    ("LOCALHOST", False, "cn-shanghai", 200),
    ("oss-cn-shanghai.localhost", False, "cn-shanghai", 200),
    ("oss-cn-shanghai-internal.localhost", False, "cn-shanghai", 200),
    ("wla-test2.oss-cn-shanghai.localhost", True, "cn-shanghai", 200),
    ("wla-test2.localhost", True, "cn-shanghai", 200),
    ("127.0.0.1", False, "cn-beijing", 403),
    ("oss-cn-beijing.localhost", False, "cn-beijing", 403),
    ("wla-test2.oss-cn-beijing.localhost", True, "cn-beijing", 403),
    ("oss-cn-beijing.localhost", False, "cn-shanghai", 400),
    ("127.0.0.1", False, "shanghai", 400),
    ("127.0.0.1", False, "oss-cn-shanghai", 400),
]


@pytest.mark.parametrize(("host", "virtual", "region", "status"), PLACES)
def test_v4_by_host_and_scope(
    sandbox: RunningSandbox, works: Credentials, host: str, virtual: bool, region: str, status: int
) -> None:
    draft = Draft("GET", "wla-test2", "a/b.txt", host=host, virtual=virtual)
    answers = [
        v4(draft, works, region).send(sandbox),
        v4_url(Draft("GET", "wla-test2", "a/b.txt", host=host, virtual=virtual), works, region).send(sandbox),
    ]

    for answer in answers:
        assert answer.status == status
        if status == 403:
            assert answer.said("EC") == "0003-00001403"
            assert answer.said("Endpoint") == f"oss-cn-shanghai.localhost:{sandbox.port}"
        if status == 400:
            assert answer.refusal[1:] == ("AuthorizationHeaderMalformed", "0002-00000226")


@pytest.mark.parametrize(
    ("host", "bucket", "status"),
    [
        ("127.0.0.1", "wla-test2", 200),
        ("127.0.0.1", "wla-hangzhou", 403),
        ("oss-cn-hangzhou.localhost", "wla-hangzhou", 200),
        ("oss-cn-hangzhou.localhost", "wla-test2", 403),
    ],
)
def test_v1_by_host(sandbox: RunningSandbox, works: Credentials, host: str, bucket: str, status: int) -> None:
    assert v1(Draft("GET", bucket, "DragonMedium.png", host=host), works).send(sandbox).status == status


def test_buckets_of_all_regions_from_anywhere(sandbox: RunningSandbox, works: Credentials) -> None:
    for draft in (v4(Draft("GET"), works, "cn-beijing"), v1(Draft("GET", host="oss-cn-hangzhou.localhost"), works)):
        names = [one.text for one in draft.send(sandbox).xml.iter("Name")]
        assert {"wla-test2", "wla-hangzhou"} <= set(names)


def test_on_the_other_loopback_address(sandbox: RunningSandbox, works: Credentials) -> None:
    if not socket.has_ipv6:
        pytest.skip("no IPv6 on this machine")
    draft = v4(Draft("GET", "wla-test2", "a/b.txt"), works)
    connection = http.client.HTTPConnection("::1", sandbox.port, timeout=20)
    connection.request("GET", "/wla-test2/a/b.txt", headers=draft.headers)

    assert connection.getresponse().read() == b"In the folder a.\n"
    connection.close()


def test_a_date_as_browsers_write_it(sandbox: RunningSandbox, works: Credentials) -> None:
    """Version 4 with the RFC 1123 ``Date`` and no ``x-oss-date``."""
    assert v4(Draft("GET", "wla-test2", "a/b.txt"), works, rfc1123=True).send(sandbox).status == 200


def test_slashes_encoded_or_not(sandbox: RunningSandbox, works: Credentials) -> None:
    for target in ("/wla-test2/photos%2F2026%2F11-24%2Fsea.jpg", "/wla-test2/photos/2026%2f11-24/sea.jpg"):
        draft = Draft("GET", "wla-test2", "photos/2026/11-24/sea.jpg", target=target)
        assert v4(draft, works).send(sandbox).status == 200


def test_headers_signed_besides(sandbox: RunningSandbox, works: Credentials) -> None:
    def draft() -> Draft:
        return Draft("GET", "wla-test2", "a/b.txt", headers={"user-agent": "mine/1", "range": "bytes=0-1"})

    signed = v4(draft(), works, additional=["user-agent", "range"])
    assert signed.send(sandbox).body == b"In"
    signed.headers["user-agent"] = "yours/2"
    assert signed.send(sandbox).refusal[1] == "SignatureDoesNotMatch"
    by_url = v4_url(draft(), works, additional=["range"])
    assert by_url.send(sandbox).status == 206
    del by_url.headers["range"]
    assert by_url.send(sandbox).refusal[1] == "SignatureDoesNotMatch"


def test_blanks_in_a_query_as_a_plus(sandbox: RunningSandbox, works: Credentials) -> None:
    draft = Draft("GET", "wla-test2", query=[("prefix", "会议纪要 2026")])
    draft = v4(draft, works)
    draft.target = "/wla-test2/?prefix=" + encoded("会议纪要 2026").replace("%20", "+")

    assert draft.send(sandbox).said("Contents/Key") == "会议纪要 2026-11.txt"


@pytest.mark.parametrize(
    ("target", "bucket", "key", "query", "code"),
    [
        ("/wla-test2/%ff%fe", "wla-test2", "\udcff\udcfe", [], "InvalidObjectName"),
        ("/wla-test2/?prefix=%ff", "wla-test2", "", [("prefix", "\udcff")], "InvalidArgument"),
        ("/%ff/", "\udcff", "", [], "InvalidBucketName"),
    ],
)
def test_bytes_that_are_no_text(
    sandbox: RunningSandbox,
    works: Credentials,
    target: str,
    bucket: str,
    key: str,
    query: list[tuple[str, str]],
    code: str,
) -> None:
    """Signed as the bytes they are, then refused."""
    draft = v4(Draft("GET", bucket, key, query, target=target), works)

    assert draft.send(sandbox).refusal[:2] == (400, code)


def test_every_answer_bears_its_number(sandbox: RunningSandbox, works: Credentials) -> None:
    answers = [v4(Draft("GET", "wla-test2", key), works).send(sandbox) for key in ("a/b.txt", "nowhere", "a")]

    assert len({answer.headers["x-oss-request-id"] for answer in answers}) == 3
    for answer in answers:
        assert answer.headers["server"] == "AliyunOSS"
        assert list(answer.headers).count("date") == 1
        assert "uvicorn" not in str(answer.headers)


def listing(*query: tuple[str, str]) -> Draft:
    return Draft("GET", "b-one", query=list(query))


def asking(what: str) -> Draft:
    return Draft("GET", "b-one", query=[(what, "")])


def reading(method: str = "GET", what: str = "", **headers: str) -> Draft:
    return Draft(method, "b-one", "k", [(what, "")] if what else [], headers)


def writing(**headers: str) -> Draft:
    return Draft("PUT", "b-one", "n", headers={name.replace("_", "-"): value for name, value in headers.items()})


def at(shift: float) -> str:
    return f"{now(shift):%Y-%m-%dT%H:%M:%SZ}"


#: The action allowed, under which condition; the request; the status.
CONDITIONS: list[tuple[str, dict[str, dict[str, object]], Draft, int]] = [
    ("oss:ListObjects", {"StringEquals": {"oss:Delimiter": "/"}}, listing(("delimiter", "/")), 200),
    ("oss:ListObjects", {"StringEquals": {"oss:Delimiter": "/"}}, listing(), 403),
    ("oss:ListObjects", {"StringEquals": {"oss:Prefix": ["", "a/"]}}, listing(("prefix", "a/")), 200),
    ("oss:ListObjects", {"StringEquals": {"oss:Prefix": ["", "a/"]}}, listing(), 200),
    ("oss:ListObjects", {"StringEquals": {"oss:Prefix": ["", "a/"]}}, listing(("prefix", "a")), 403),
    ("oss:GetObject", {"IpAddress": {"acs:SourceIp": ["127.0.0.0/8"]}}, reading(), 200),
    ("oss:GetObject", {"IpAddress": {"acs:SourceIp": ["10.0.0.0/8"]}}, reading(), 403),
    ("oss:GetObject", {"Bool": {"acs:SecureTransport": "false"}}, reading(), 200),
    ("oss:GetObject", {"Bool": {"acs:SecureTransport": "true"}}, reading(), 403),
    ("oss:GetObject", {"StringLike": {"acs:UserAgent": "good*"}}, reading(**{"User-Agent": "good/1"}), 200),
    ("oss:GetObject", {"StringLike": {"acs:UserAgent": "good*"}}, reading(**{"User-Agent": "bad/1"}), 403),
    ("oss:GetObject", {"StringEquals": {"acs:AccessId": "somebody"}}, reading(), 403),
    ("oss:GetObject", {"DateLessThan": {"acs:CurrentTime": at(3600)}}, reading(), 200),
    ("oss:GetObject", {"DateLessThan": {"acs:CurrentTime": at(-60)}}, reading(), 403),
    ("oss:GetObject", {"StringEquals": {"oss:ExistingObjectTag/team": "red"}}, reading(), 403),
    ("oss:PutObject", {"StringEquals": {"oss:x-oss-object-acl": "private"}}, writing(x_oss_object_acl="private"), 200),
    ("oss:PutObject", {"StringEquals": {"oss:x-oss-object-acl": "private"}}, writing(x_oss_object_acl="default"), 403),
    ("oss:PutObject*", {"StringEquals": {"oss:RequestObjectTag/t": "red"}}, writing(x_oss_tagging="t=red"), 200),
    ("oss:PutObject*", {"StringEquals": {"oss:RequestObjectTag/t": "red"}}, writing(x_oss_tagging="t=blue"), 403),
    ("oss:GetObject", {}, writing(x_oss_copy_source="/b-one/k"), 403),
    ("oss:PutObject", {}, writing(x_oss_copy_source="/b-one/k"), 403),
    ("oss:PutObject", {}, writing(x_oss_tagging="t=red"), 403),
    ("oss:GetObjectAcl", {}, reading(what="acl"), 200),
    ("oss:GetObject", {}, reading(what="acl"), 403),
    ("oss:GetObject", {}, reading("HEAD", "objectMeta"), 200),
    ("oss:GetObject", {}, reading("HEAD"), 200),
    ("oss:ListObjects", {}, reading("HEAD"), 403),
    ("oss:GetBucketInfo", {}, asking("bucketInfo"), 200),
    ("oss:GetBucketAcl", {}, asking("bucketInfo"), 403),
    ("oss:GetBucketLocation", {}, asking("location"), 200),
    ("oss:GetBucketStat", {}, asking("stat"), 200),
    ("oss:DeleteObject", {}, reading("DELETE"), 204),
    ("oss:PutObject", {}, reading("DELETE"), 403),
]


@pytest.fixture(scope="module")
def conditional() -> Iterator[RunningSandbox]:
    """One user a row, whose only policy is the row's."""
    lines = ['account = "1532770894211314"', 'region = "cn-shanghai"']
    for number, (action, condition, _, _) in enumerate(CONDITIONS):
        statement = {"Effect": "Allow", "Action": action, "Resource": "*"}
        document = json.dumps(
            {"Version": "1", "Statement": [statement | ({"Condition": condition} if condition else {})]}
        )
        lines += ["[[policy]]", f'name = "p{number}"', f"document = '{document}'"]
        lines += ["[[user]]", f'name = "u{number}"', f'policies = ["p{number}"]']
        lines += ["[[user.key]]", f'id = "K{number}"', 'secret = "s"']
    lines += ["[[bucket]]", 'name = "b-one"', 'region = "cn-shanghai"', "[[bucket.object]]", 'key = "k"', 'text = "v"']
    with run_sandbox("\n".join(lines)) as running:
        yield running


@pytest.mark.parametrize("number", range(len(CONDITIONS)), ids=lambda n: f"{n} {CONDITIONS[n][0]} {CONDITIONS[n][3]}")
def test_what_a_policy_sees_of_a_request(conditional: RunningSandbox, number: int) -> None:
    draft, status = CONDITIONS[number][2:]

    assert v4(draft, Credentials(f"K{number}", "s")).send(conditional).status == status
