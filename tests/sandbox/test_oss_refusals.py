"""Who may do what: the shipped stories one by one, then lists, bucket policies, foreign buckets and faults."""

from __future__ import annotations

import calendar
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import oss2
import pytest
from support.api_calls import Credentials, of_profile
from support.oss_calls import Answer, Draft, bucket_of, service_of, session_of, v1, v1_url, v4, v4_url
from support.sandbox import RunningSandbox, run_sandbox


@dataclass(frozen=True)
class Attempt:
    """What somebody with a story tries, and how it ends. An empty ``code`` is a success."""

    story: str
    what: str
    code: str = ""
    ec: str = ""
    policy: str = ""
    status: int = 403


STORIES = [
    Attempt("works", "list buckets"),
    Attempt("works", "list the root"),
    Attempt("works", "read the dragon"),
    Attempt("works", "read nothing", "NoSuchKey", "0026-00000001", status=404),
    Attempt("works", "write"),
    Attempt("no-oss-policy", "list buckets", "AccessDenied", "0003-00000202", "AccountLevelIdentityBasedPolicy"),
    Attempt("no-oss-policy", "list the root", "AccessDenied", "0003-00000202", "AccountLevelIdentityBasedPolicy"),
    Attempt("no-oss-policy", "read the dragon", "AccessDenied", "0003-00000202", "AccountLevelIdentityBasedPolicy"),
    Attempt("no-oss-policy", "bucket info", "AccessDenied", "0003-00000202", "AccountLevelIdentityBasedPolicy"),
    Attempt("no-oss-policy", "write", "AccessDenied", "0003-00000202", "AccountLevelIdentityBasedPolicy"),
    Attempt("one-prefix", "list photos"),
    Attempt("one-prefix", "read a photo"),
    Attempt("one-prefix", "list the root", "AccessDenied", "0003-00000202", "AccountLevelIdentityBasedPolicy"),
    Attempt("one-prefix", "list buckets", "AccessDenied", "0003-00000202", "AccountLevelIdentityBasedPolicy"),
    Attempt("one-prefix", "bucket info", "AccessDenied", "0003-00000202", "AccountLevelIdentityBasedPolicy"),
    Attempt("one-prefix", "read the dragon", "AccessDenied", "0003-00000202", "AccountLevelIdentityBasedPolicy"),
    Attempt("one-prefix", "read nothing", "AccessDenied", "0003-00000202", "AccountLevelIdentityBasedPolicy"),
    Attempt("explicit-deny", "list buckets"),
    Attempt("explicit-deny", "list the root", "AccessDenied", "0003-00000201", "AccountLevelIdentityBasedPolicy"),
    Attempt("explicit-deny", "read the dragon", "AccessDenied", "0003-00000201", "AccountLevelIdentityBasedPolicy"),
    Attempt("session-policy", "list the root"),
    Attempt("session-policy", "read a photo"),
    Attempt("session-policy", "read the dragon", "AccessDenied", "0003-00000301", "SessionPolicy"),
    Attempt("session-policy", "list buckets", "AccessDenied", "0003-00000301", "SessionPolicy"),
    Attempt("session-policy", "write", "AccessDenied", "0003-00000301", "SessionPolicy"),
    Attempt("other-region", "read the dragon", "AccessDenied", "0003-00001403"),
    Attempt("short-lived", "read the dragon"),
    Attempt("million", "list the root"),
    Attempt("slow", "read the dragon"),
    Attempt("root-key", "list buckets"),
    Attempt("root-key", "read the dragon"),
]


@pytest.fixture(scope="module")
def own(request: pytest.FixtureRequest) -> Iterator[RunningSandbox]:
    """A sandbox that these tests may write to."""
    with run_sandbox() as running:
        yield running


@pytest.fixture(scope="module")
def sessions() -> dict[str, Credentials]:
    """The tokens handed out so far, by story."""
    return {}


def credentials(own: RunningSandbox, sessions: dict[str, Credentials], story: str) -> Credentials:
    if story == "root-key":  # takes no role; its own key signs
        return of_profile(own.profile(story))
    if story not in sessions:
        sessions[story] = session_of(own, story)
    return sessions[story]


def attempt(sandbox: RunningSandbox, by: Credentials, name: str, what: str, version: int) -> None:
    bucket = bucket_of(sandbox, by, name, version)
    match what:
        case "list buckets":
            service_of(sandbox, by, version).list_buckets()
        case "bucket info":
            bucket.get_bucket_info()
        case "list the root":
            bucket.list_objects_v2(delimiter="/")
        case "list photos":
            bucket.list_objects(prefix="photos/", delimiter="/")
        case "read the dragon":
            bucket.get_object("DragonMedium.png").read()
        case "read a photo":
            bucket.get_object("photos/DragonMedium.png").read()
        case "read nothing":
            bucket.get_object("nowhere.txt")
        case "write":
            bucket.put_object("written.txt", "x")


@pytest.mark.parametrize("version", [4, 1], ids=["V4", "V1"])
@pytest.mark.parametrize("tried", STORIES, ids=lambda tried: f"{tried.story}: {tried.what}")
def test_stories(own: RunningSandbox, sessions: dict[str, Credentials], tried: Attempt, version: int) -> None:
    by = credentials(own, sessions, tried.story)
    bucket = own.profile(tried.story)["bucket"]
    if not tried.code:
        attempt(own, by, bucket, tried.what, version)
        return
    with pytest.raises(oss2.exceptions.OssError) as refused:
        attempt(own, by, bucket, tried.what, version)
    error = refused.value

    assert (error.status, error.code, error.ec) == (tried.status, tried.code, tried.ec)
    assert len(error.request_id) == 24
    assert error.headers["x-oss-request-id"] == error.request_id
    assert error.headers["x-oss-ec"] == error.ec
    assert b"<HostId>127.0.0.1</HostId>" in error.body
    if tried.policy:
        assert f"<PolicyType>{tried.policy}</PolicyType>".encode() in error.body


def test_the_detail_of_a_refusal(own: RunningSandbox, sessions: dict[str, Credentials]) -> None:
    by = credentials(own, sessions, "explicit-deny")
    answer = v4(Draft("GET", "wla-test2", "DragonMedium.png"), by).send(own)
    detail = {one.tag: one.text or "" for one in answer.xml.find("AccessDeniedDetail") or ()}

    assert answer.said("Message") == "Access denied by bucket policy."  # judge by EC and PolicyType, never by this
    assert detail.pop("EncodedDiagnosticMessage")
    assert detail == {
        "PolicyType": "AccountLevelIdentityBasedPolicy",
        "NoPermissionType": "ExplicitDeny",
        "AuthAction": "oss:GetObject",
        "AuthPrincipalType": "AssumedRoleUser",
        "AuthPrincipalDisplayName": "locked-out:henshao",
        "AuthPrincipalOwnerId": "1532770894211314",
    }


def test_a_bucket_elsewhere_names_its_endpoint(own: RunningSandbox, sessions: dict[str, Credentials]) -> None:
    by = credentials(own, sessions, "other-region")
    for draft in (v4(Draft("GET", "wla-hangzhou", "DragonMedium.png"), by), v1(Draft("GET", "wla-hangzhou"), by)):
        answer = draft.send(own)

        assert answer.refusal == (403, "AccessDenied", "0003-00001403")
        assert answer.said("Bucket") == "wla-hangzhou"
        assert answer.said("Endpoint") == f"oss-cn-hangzhou.localhost:{own.port}"
        assert answer.said("Message").startswith("The bucket you are attempting to access must be addressed using")


def test_the_named_endpoint_leads_there(own: RunningSandbox, sessions: dict[str, Credentials]) -> None:
    by = credentials(own, sessions, "other-region")
    region_changed = v4(Draft("GET", "wla-hangzhou", "DragonMedium.png"), by, "cn-hangzhou")
    host_changed = v1(Draft("GET", "wla-hangzhou", "DragonMedium.png", host="oss-cn-hangzhou.localhost"), by)
    both = v4(
        Draft("GET", "wla-hangzhou", "DragonMedium.png", host="wla-hangzhou.oss-cn-hangzhou.localhost", virtual=True),
        by,
        "cn-hangzhou",
    )

    assert [draft.send(own).status for draft in (region_changed, host_changed, both)] == [200, 200, 200]


def test_a_scope_that_contradicts_the_host(own: RunningSandbox, sessions: dict[str, Credentials]) -> None:
    by = credentials(own, sessions, "works")
    answer = v4(Draft("GET", "wla-test2", host="oss-cn-shanghai.localhost"), by, "cn-hangzhou").send(own)

    assert answer.refusal == (400, "AuthorizationHeaderMalformed", "0002-00000226")
    assert answer.said("Region") == "cn-shanghai"


def test_another_accounts_bucket(own: RunningSandbox, sessions: dict[str, Credentials]) -> None:
    by = credentials(own, sessions, "works")  # AliyunOSSFullAccess, which is about the own account's buckets only
    read = v4(Draft("GET", "acme-exchange", "exchange/hello.txt"), by).send(own)
    internal = v4(Draft("GET", "acme-exchange", "internal/secret.txt"), by).send(own)
    listed = v4(Draft("GET", "acme-exchange", query=[("prefix", "exchange/")]), by).send(own)
    root = v4(Draft("GET", "acme-exchange", query=[("prefix", "")]), by).send(own)

    assert (read.status, read.body) == (200, b"From one account to another.\n")
    assert internal.refusal == (403, "AccessDenied", "0003-00000202")
    assert [one.text for one in listed.xml.iter("Key")] == ["exchange/hello.txt"]
    assert root.refusal == (403, "AccessDenied", "0003-00000202")


def test_anonymous(own: RunningSandbox) -> None:
    public = Draft("GET", "wla-test2", "docs/public.txt").send(own)
    private = Draft("GET", "wla-test2", "DragonMedium.png").send(own)
    listing = Draft("GET", "wla-test2").send(own)
    buckets = Draft("GET").send(own)
    override = Draft("GET", "wla-test2", "docs/public.txt", query=[("response-content-type", "x/y")]).send(own)
    writing = Draft("PUT", "wla-test2", "docs/public.txt", body=b"x").send(own)

    assert public.body == b"Anybody may read this one: its own list says public-read.\n"
    assert private.refusal == (403, "AccessDenied", "0003-00000005")
    assert listing.refusal == (403, "AccessDenied", "0003-00000002")
    assert buckets.refusal == (403, "AccessDenied", "0003-00000002")
    assert private.xml.find("AccessDeniedDetail") is None
    assert (override.status, override.said("Code")) == (400, "InvalidRequest")
    assert writing.status == 403


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (Draft("GET", "no-such-bucket"), (404, "NoSuchBucket", "0015-00000101")),
        (Draft("GET", "no-such-bucket", "key"), (404, "NoSuchBucket", "0015-00000101")),
        (Draft("GET", "NotABucket"), (400, "InvalidBucketName", "")),
        (Draft("GET", "a"), (400, "InvalidBucketName", "")),
        (Draft("GET", "wla-test2", "k" * 1024), (400, "InvalidObjectName", "")),
        (Draft("GET", "wla-test2", query=[("max-keys", "0")]), (400, "InvalidArgument", "")),
        (Draft("GET", "wla-test2", query=[("max-keys", "1001")]), (400, "InvalidArgument", "")),
        (Draft("GET", "wla-test2", query=[("max-keys", "many")]), (400, "InvalidArgument", "")),
        (Draft("GET", "wla-test2", query=[("encoding-type", "base64")]), (400, "InvalidArgument", "")),
        (
            Draft("GET", "wla-test2", query=[("list-type", "2"), ("continuation-token", "!")]),
            (400, "InvalidArgument", ""),
        ),
        (Draft("GET", "wla-test2", query=[("lifecycle", "")]), (501, "NotImplemented", "")),
        (Draft("GET", "wla-test2", query=[("policy", "")]), (404, "NoSuchBucketPolicy", "0030-00000006")),
        (Draft("PATCH", "wla-test2", "x"), (405, "MethodNotAllowed", "")),
        (Draft("POST"), (405, "MethodNotAllowed", "")),
        (Draft("DELETE", "wla-test2"), (405, "MethodNotAllowed", "")),
        (
            Draft("PUT", "wla-test2", "x", headers={"x-oss-object-acl": "everybody"}),
            (400, "InvalidArgument", "0017-00000104"),
        ),
        (Draft("PUT", "wla-test2", "x", headers={"x-oss-storage-class": "Cellar"}), (400, "InvalidArgument", "")),
        (
            Draft("PUT", "wla-test2", "DragonMedium.png", headers={"x-oss-forbid-overwrite": "true"}, body=b"x"),
            (409, "FileAlreadyExists", ""),
        ),
        (
            Draft("PUT", "wla-test2", "x", headers={"x-oss-copy-source": "/wla-test2/nowhere"}),
            (404, "NoSuchKey", "0026-00000001"),
        ),
        (
            Draft("PUT", "wla-test2", "x", headers={"x-oss-copy-source": "/wla-test2/backup-2019.tar"}),
            (403, "InvalidObjectState", "0016-00000404"),
        ),
        (
            Draft("PUT", "wla-test2", "x", headers={"x-oss-copy-source": "/wla-hangzhou/DragonMedium.png"}),
            (403, "AccessDenied", ""),
        ),
        (Draft("PUT", "wla-test2", "x", headers={"x-oss-copy-source": "nonsense"}), (400, "InvalidArgument", "")),
        (Draft("POST", "wla-test2", query=[("delete", "")], body=b"<Delete>"), (400, "MalformedXML", "")),
        (Draft("POST", "wla-test2", query=[("delete", "")], body=b"<Delete/>"), (400, "MalformedXML", "")),
        (
            Draft(
                "POST",
                "wla-test2",
                query=[("delete", "")],
                body=b'<!DOCTYPE a [<!ENTITY b "c">]><Delete><Object><Key>&b;</Key></Object></Delete>',
            ),
            (400, "MalformedXML", ""),
        ),
        (
            Draft(
                "POST",
                "wla-test2",
                query=[("delete", "")],
                body='<!DOCTYPE a [<!ENTITY b "c">]><Delete><Object><Key>&b;</Key></Object></Delete>'.encode("utf-16"),
            ),
            (400, "MalformedXML", ""),
        ),
        (Draft("DELETE", "wla-million", "events/0000001.json"), (409, "FileImmutable", "")),
        (Draft("PUT", "wla-million", "events/0000001.json", body=b"x"), (409, "FileImmutable", "")),
    ],
    ids=lambda value: (
        f"{value.method} {value.bucket} {value.key[:20]} {value.query}" if isinstance(value, Draft) else ""
    ),
)
def test_what_cannot_be_asked(
    own: RunningSandbox, sessions: dict[str, Credentials], draft: Draft, expected: tuple[int, str, str]
) -> None:
    by = credentials(own, sessions, "works")
    fresh = Draft(draft.method, draft.bucket, draft.key, list(draft.query), dict(draft.headers), draft.body)

    assert v4(fresh, by).send(own).refusal == expected


def test_a_batch_delete_that_meets_a_deny_removes_nothing(
    own: RunningSandbox, sessions: dict[str, Credentials]
) -> None:
    works = credentials(own, sessions, "works")
    bucket_of(own, works, "wla-slow").put_object("keep.txt", "x")
    with pytest.raises(oss2.exceptions.OssError) as refused:
        bucket_of(own, credentials(own, sessions, "explicit-deny")).batch_delete_objects(["a", "DragonMedium.png"])

    assert refused.value.ec == "0003-00000204"
    assert bucket_of(own, works).object_exists("DragonMedium.png")
    assert bucket_of(own, works).object_exists("a")


ACCOUNT = """
account = "1532770894211314"
region = "cn-shanghai"

[[root_key]]
id = "ROOT"
secret = "root-secret"

[[user]]
name = "nobody"
id = "200000000000000001"

[[user.key]]
id = "NOBODY"
secret = "nobody-secret"

[[user]]
name = "reader"
policies = ["AliyunOSSReadOnlyAccess"]

[[user.key]]
id = "READER"
secret = "reader-secret"

[[bucket]]
name = "private-one"
region = "cn-shanghai"
policy = '''
{"Version": "1", "Statement": [
  {"Effect": "Allow", "Principal": ["200000000000000001"], "Action": ["oss:GetObject"],
   "Resource": ["acs:oss:*:1532770894211314:private-one/open/*"]},
  {"Effect": "Deny", "Principal": ["*"], "Action": ["oss:GetObject"],
   "Resource": ["acs:oss:*:1532770894211314:private-one/closed/*"]}
]}
'''

[[bucket.object]]
key = "open/a.txt"
text = "open"

[[bucket.object]]
key = "closed/a.txt"
text = "closed"

[[bucket.object]]
key = "plain.txt"
text = "plain"

[[bucket]]
name = "public-one"
region = "cn-shanghai"
acl = "public-read"

[[bucket.object]]
key = "inherits.txt"
text = "inherits"

[[bucket.object]]
key = "private.txt"
text = "private"
acl = "private"

[[bucket]]
name = "writable-one"
region = "cn-shanghai"
acl = "public-read-write"

[[bucket]]
name = "hotlinked"
region = "cn-shanghai"
acl = "public-read"
referers = ["https://*.example.com", "http://one.org"]
allow_empty_referer = false

[[bucket.object]]
key = "a.txt"
text = "linked"

[[bucket]]
name = "in-debt"
region = "cn-shanghai"
overdue = true

[[bucket]]
name = "other-clock"
region = "cn-shanghai"
clock_offset = 3600

[[bucket]]
name = "far-away"
region = "cn-shanghai"
latency_ms = 400

[[bucket.object]]
key = "a.txt"
text = "far"
"""

ROOT = Credentials("ROOT", "root-secret")
NOBODY = Credentials("NOBODY", "nobody-secret")
READER = Credentials("READER", "reader-secret")


@pytest.fixture(scope="module")
def made() -> Iterator[RunningSandbox]:
    """A sandbox with lists, policies and faults of every kind."""
    with run_sandbox(ACCOUNT) as running:
        yield running


def get(sandbox: RunningSandbox, bucket: str, key: str, by: Credentials | None = None, **headers: str) -> Answer:
    draft = Draft("GET", bucket, key, headers=dict(headers))
    return (v4(draft, by) if by else draft).send(sandbox)


@pytest.mark.parametrize(
    ("by", "bucket", "key", "ec"),
    [
        (NOBODY, "private-one", "open/a.txt", ""),
        (NOBODY, "private-one", "plain.txt", "0003-00000202"),
        (NOBODY, "private-one", "closed/a.txt", "0003-00000101"),
        (READER, "private-one", "open/a.txt", ""),
        (READER, "private-one", "plain.txt", ""),
        (READER, "private-one", "closed/a.txt", "0003-00000101"),
        (ROOT, "private-one", "closed/a.txt", ""),
        (None, "private-one", "plain.txt", "0003-00000005"),
        (NOBODY, "public-one", "inherits.txt", ""),
        (NOBODY, "public-one", "private.txt", "0003-00000202"),
        (None, "public-one", "inherits.txt", ""),
        (None, "public-one", "private.txt", "0003-00000005"),
        (None, "public-one", "", "0003-00000002"),
        (NOBODY, "public-one", "", "0003-00000202"),
        (READER, "public-one", "", ""),
    ],
)
def test_lists_and_bucket_policies(
    made: RunningSandbox, by: Credentials | None, bucket: str, key: str, ec: str
) -> None:
    answer = get(made, bucket, key, by)

    if ec:
        assert answer.refusal == (403, "AccessDenied", ec)
        if ec == "0003-00000101":
            assert answer.said("Message") == "Access denied by bucket policy."
    else:
        assert answer.status == 200, answer.body


def test_anybody_writes_to_a_public_bucket(made: RunningSandbox) -> None:
    assert Draft("PUT", "writable-one", "a.txt", body=b"x").send(made).status == 200
    assert Draft("DELETE", "writable-one", "a.txt").send(made).status == 204
    assert Draft("PUT", "public-one", "a.txt", body=b"x").send(made).status == 403


@pytest.mark.parametrize(
    ("referer", "ec"),
    [
        ("https://www.example.com/page.html", ""),
        ("http://one.org", ""),
        ("http://one.org/a/b?c", ""),
        ("http://www.example.com/", "0003-00000503"),
        ("https://example.com.evil.org/", "0003-00000503"),
        ("", "0003-00000501"),
    ],
)
def test_referers(made: RunningSandbox, referer: str, ec: str) -> None:
    headers = {"Referer": referer} if referer else {}
    anonymous = get(made, "hotlinked", "a.txt", **headers)
    by_url = v1_url(Draft("GET", "hotlinked", "a.txt", headers=dict(headers)), READER).send(made)

    for answer in (anonymous, by_url):
        if ec:
            assert answer.refusal == (403, "AccessDenied", ec)
            assert answer.said("Message") == "You are denied by bucket referer policy."
        else:
            assert answer.body == b"linked"
    assert get(made, "hotlinked", "a.txt", READER, **headers).body == b"linked"  # signed in the header: not asked


def test_an_account_in_debt(made: RunningSandbox) -> None:
    answer = get(made, "in-debt", "", READER)

    assert answer.refusal == (403, "UserDisable", "0003-00000801")


def test_a_server_with_another_clock(made: RunningSandbox) -> None:
    answer = get(made, "other-clock", "", READER)

    assert answer.refusal == (403, "RequestTimeTooSkewed", "0002-00000504")
    draft = Draft("GET", "other-clock")
    server = time.strptime(answer.said("ServerTime")[:19], "%Y-%m-%dT%H:%M:%S")
    assert answer.headers["date"] == time.strftime("%a, %d %b %Y %H:%M:%S GMT", server)
    told = datetime.fromtimestamp(calendar.timegm(server), UTC)
    assert v4(draft, READER, when=told).send(made).status == 200
    assert v4_url(Draft("GET", "other-clock"), READER, when=told).send(made).status == 200


def test_a_bucket_far_away(made: RunningSandbox) -> None:
    began = time.monotonic()
    assert get(made, "far-away", "a.txt", READER).body == b"far"
    assert 0.4 <= time.monotonic() - began < 5


LAPSING = """
account = "1532770894211314"
region = "cn-shanghai"

[[user]]
name = "somebody"
policies = ["AliyunSTSAssumeRoleAccess"]

[[user.key]]
id = "SOMEBODY"
secret = "somebody-secret"

[[role]]
name = "brief"
policies = ["AliyunOSSFullAccess"]
token_lifetime = 2
trust = '''
{"Version": "1", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
  "Principal": {"RAM": ["acs:ram::1532770894211314:root"]}}]}
'''

[[bucket]]
name = "lapsing"
region = "cn-shanghai"

[[bucket.object]]
key = "a.txt"
text = "still"

[[profile]]
name = "brief"
key = "SOMEBODY"
role_arn = "acs:ram::1532770894211314:role/brief"
role_session_name = "brief"
bucket = "lapsing"
"""


def test_a_token_lapses_and_its_urls_with_it() -> None:
    with run_sandbox(LAPSING) as sandbox:
        by = session_of(sandbox, "brief")
        url = v4_url(Draft("GET", "lapsing", "a.txt"), by, expires="3600")
        old_url = v1_url(Draft("GET", "lapsing", "a.txt"), by, expires=int(time.time()) + 3600)
        assert [draft.send(sandbox).body for draft in (url, old_url)] == [b"still", b"still"]
        deadline = time.monotonic() + 20
        while get(sandbox, "lapsing", "a.txt", by).status == 200:
            assert time.monotonic() < deadline
        expected = (403, "SecurityTokenExpired", "0002-00000007")

        for answer in (get(sandbox, "lapsing", "a.txt", by), url.send(sandbox), old_url.send(sandbox)):
            assert answer.refusal == expected
            assert answer.said("Message") == "The security token you provided has expired."
        assert get(sandbox, "lapsing", "a.txt", session_of(sandbox, "brief")).status == 200
