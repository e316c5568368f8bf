"""Requests that were changed after they were signed, or signed wrongly: every one is refused, as the cloud words it."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from datetime import timedelta

import pytest
from support.api_calls import Credentials, of_profile
from support.oss_calls import Draft, http_date, now, session_of, v1, v1_url, v4, v4_url
from support.sandbox import RunningSandbox

Signer = Callable[[Draft, Credentials], Draft]
Spoil = Callable[[Draft], None]

MISMATCH_V1 = (403, "SignatureDoesNotMatch", "0002-00000040")
MISMATCH_V4 = (403, "SignatureDoesNotMatch", "0002-00000201")


@pytest.fixture(scope="module")
def works(sandbox: RunningSandbox) -> Credentials:
    return session_of(sandbox, "works")


@pytest.fixture(scope="module")
def other(sandbox: RunningSandbox) -> Credentials:
    """Another living session of the same role."""
    return session_of(sandbox, "works")


def dragon(**more: object) -> Draft:
    return Draft("GET", "wla-test2", "DragonMedium.png", **more)  # type: ignore[arg-type]


def header(name: str, old: str, new: str) -> Spoil:
    def spoil(draft: Draft) -> None:
        assert old in draft.headers[name]
        draft.headers[name] = draft.headers[name].replace(old, new, 1)

    return spoil


def set_header(name: str, value: str) -> Spoil:
    return lambda draft: draft.headers.__setitem__(name, value)


def drop_header(name: str) -> Spoil:
    def spoil(draft: Draft) -> None:
        del draft.headers[name]

    return spoil


def parameter(name: str, change: Callable[[str], str | None]) -> Spoil:
    """Change a parameter of the URL, or take it out where ``change`` says None."""

    def spoil(draft: Draft) -> None:
        assert name in dict(draft.query)
        changed = [(n, change(v) if n == name else v) for n, v in draft.query]
        draft.query = [(n, v) for n, v in changed if v is not None]

    return spoil


def add_parameter(name: str, value: str) -> Spoil:
    return lambda draft: draft.query.append((name, value))


def set_to(attribute: str, value: object) -> Spoil:
    return lambda draft: setattr(draft, attribute, value)


def last_flipped(text: str) -> str:
    return text[:-2] + ("0" if text[-2] != "0" else "1") + text[-1]


def spoil_signature(draft: Draft) -> None:
    draft.headers["Authorization"] = last_flipped(draft.headers["Authorization"])


HEADER_V4: dict[str, tuple[Spoil, tuple[int, str, str]]] = {
    "signature": (spoil_signature, MISMATCH_V4),
    "signature in capitals": (
        lambda draft: draft.headers.update(
            Authorization=draft.headers["Authorization"].rpartition("=")[0]
            + "="
            + draft.headers["Authorization"].rpartition("=")[2].upper()
        ),
        MISMATCH_V4,
    ),
    "signature empty": (
        lambda draft: draft.headers.update(Authorization=draft.headers["Authorization"].rpartition("=")[0] + "="),
        (400, "InvalidArgument", ""),
    ),
    "method": (set_to("method", "DELETE"), MISMATCH_V4),
    "key": (set_to("key", "photos/dawn.jpg"), MISMATCH_V4),
    "key's case": (set_to("key", "dragonmedium.png"), MISMATCH_V4),
    "bucket": (set_to("bucket", "wla-slow"), MISMATCH_V4),
    "a parameter added": (add_parameter("acl", ""), MISMATCH_V4),
    "an x-oss header added": (set_header("x-oss-range-behavior", "standard"), MISMATCH_V4),
    "content type added": (set_header("Content-Type", "text/plain"), MISMATCH_V4),
    "date moved a minute": (
        lambda draft: draft.headers.update({"x-oss-date": f"{now(-60):%Y%m%dT%H%M%SZ}"}),
        MISMATCH_V4,
    ),
    "date dropped": (drop_header("x-oss-date"), (403, "AccessDenied", "0002-00000503")),
    "date of another form": (set_header("x-oss-date", "2026-11-25"), (403, "AccessDenied", "0002-00000503")),
    "scope's region": (header("Authorization", "cn-shanghai", "cn-beijing"), MISMATCH_V4),
    "scope's region with oss-": (
        header("Authorization", "cn-shanghai", "oss-cn-shanghai"),
        (400, "AuthorizationHeaderMalformed", "0002-00000226"),
    ),
    "scope's product": (header("Authorization", "/oss/", "/s3/"), (400, "InvalidArgument", "0002-00000227")),
    "scope's end": (header("Authorization", "aliyun_v4_request", "aws4_request"), (400, "InvalidArgument", "")),
    "scheme": (header("Authorization", "OSS4-HMAC-SHA256", "AWS4-HMAC-SHA256"), (400, "InvalidArgument", "")),
    "authorization empty": (set_header("Authorization", ""), (400, "InvalidArgument", "")),
    "key id unknown": (
        lambda draft: draft.headers.update(Authorization=draft.headers["Authorization"].replace("STS.", "STS.XX", 1)),
        (403, "InvalidAccessKeyId", "0002-00000902"),
    ),
    "token dropped": (drop_header("x-oss-security-token"), (403, "InvalidAccessKeyId", "0002-00000902")),
    "token changed": (
        lambda draft: draft.headers.update(
            {"x-oss-security-token": last_flipped(draft.headers["x-oss-security-token"])}
        ),
        (403, "InvalidSecurityToken", "0002-00000006"),
    ),
    "payload hashed after all": (
        set_header("x-oss-content-sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        (400, "InvalidArgument", ""),
    ),
    "signed in the URL too": (add_parameter("x-oss-signature", "00"), (400, "InvalidArgument", "")),
}


@pytest.mark.parametrize("name", HEADER_V4)
def test_v4_in_the_header(sandbox: RunningSandbox, works: Credentials, name: str) -> None:
    spoil, expected = HEADER_V4[name]
    draft = v4(dragon(), works)
    spoil(draft)

    assert draft.send(sandbox).refusal == expected


HEADER_V1: dict[str, tuple[Spoil, tuple[int, str, str]]] = {
    "signature": (spoil_signature, MISMATCH_V1),
    "method": (set_to("method", "DELETE"), MISMATCH_V1),
    "key": (set_to("key", "photos/dawn.jpg"), MISMATCH_V1),
    "bucket": (set_to("bucket", "wla-slow"), MISMATCH_V1),
    "a sub-resource added": (add_parameter("acl", ""), MISMATCH_V1),
    "an x-oss header added": (set_header("x-oss-range-behavior", "standard"), MISMATCH_V1),
    "content type added": (set_header("Content-Type", "text/plain"), MISMATCH_V1),
    "date moved a minute": (lambda draft: draft.headers.update(Date=http_date(now(-60))), MISMATCH_V1),
    "date dropped": (drop_header("Date"), (403, "AccessDenied", "0002-00000503")),
    "date that is none": (set_header("Date", "yesterday"), (403, "AccessDenied", "0002-00000503")),
    "no colon": (header("Authorization", ":", "-"), (400, "InvalidArgument", "")),
    "scheme": (header("Authorization", "OSS ", "Bearer "), (400, "InvalidArgument", "")),
    "key id unknown": (header("Authorization", "STS.", "LTAI"), (403, "InvalidAccessKeyId", "0002-00000902")),
    "token dropped": (drop_header("x-oss-security-token"), (403, "InvalidAccessKeyId", "0002-00000902")),
    "token changed": (
        lambda draft: draft.headers.update({"x-oss-security-token": "CAIS" + "A" * 788}),
        (403, "InvalidSecurityToken", "0002-00000006"),
    ),
}


@pytest.mark.parametrize("name", HEADER_V1)
def test_v1_in_the_header(sandbox: RunningSandbox, works: Credentials, name: str) -> None:
    spoil, expected = HEADER_V1[name]
    draft = v1(dragon(), works)
    spoil(draft)

    assert draft.send(sandbox).refusal == expected


URL_V4: dict[str, tuple[Spoil, tuple[int, str, str]]] = {
    "signature": (parameter("x-oss-signature", last_flipped), MISMATCH_V4),
    "signature dropped": (parameter("x-oss-signature", lambda _: None), (400, "InvalidArgument", "")),
    "key": (set_to("key", "photos/dawn.jpg"), MISMATCH_V4),
    "method": (set_to("method", "PUT"), MISMATCH_V4),
    "expires prolonged": (parameter("x-oss-expires", lambda _: "600"), MISMATCH_V4),
    "expires nought": (parameter("x-oss-expires", lambda _: "0"), (400, "InvalidArgument", "0002-00000070")),
    "expires over seven days": (
        parameter("x-oss-expires", lambda _: "604801"),
        (400, "InvalidArgument", "0002-00000070"),
    ),
    "expires no number": (parameter("x-oss-expires", lambda _: "soon"), (400, "InvalidArgument", "0002-00000070")),
    "date": (parameter("x-oss-date", lambda _: f"{now(-10):%Y%m%dT%H%M%SZ}"), MISMATCH_V4),
    "date of another day than the scope's": (
        parameter("x-oss-date", lambda _: f"{now() - timedelta(days=2):%Y%m%dT%H%M%SZ}"),
        (400, "InvalidArgument", "0002-00000223"),
    ),
    "scope's region": (parameter("x-oss-credential", lambda v: v.replace("cn-shanghai", "cn-beijing")), MISMATCH_V4),
    "credential cut short": (
        parameter("x-oss-credential", lambda v: v.partition("/")[0]),
        (400, "InvalidArgument", ""),
    ),
    "version": (parameter("x-oss-signature-version", lambda _: "OSS2"), (400, "InvalidArgument", "")),
    "token dropped": (
        parameter("x-oss-security-token", lambda _: None),
        (403, "InvalidAccessKeyId", "0002-00000902"),
    ),
    "token changed": (
        parameter("x-oss-security-token", last_flipped),
        (403, "InvalidSecurityToken", "0002-00000006"),
    ),
    "an override added": (add_parameter("response-content-type", "text/html"), MISMATCH_V4),
    "a process added": (add_parameter("x-oss-process", "image/info"), MISMATCH_V4),
}


@pytest.mark.parametrize("name", URL_V4)
def test_v4_in_the_url(sandbox: RunningSandbox, works: Credentials, name: str) -> None:
    spoil, expected = URL_V4[name]
    draft = v4_url(dragon(), works)
    spoil(draft)

    assert draft.send(sandbox).refusal == expected


URL_V1: dict[str, tuple[Spoil, tuple[int, str, str]]] = {
    "signature": (parameter("Signature", last_flipped), MISMATCH_V1),
    "signature dropped": (parameter("Signature", lambda _: None), (403, "AccessDenied", "")),
    "expires dropped": (parameter("Expires", lambda _: None), (403, "AccessDenied", "")),
    "key id dropped": (parameter("OSSAccessKeyId", lambda _: None), (403, "AccessDenied", "")),
    "expires prolonged": (parameter("Expires", lambda v: str(int(v) + 600)), MISMATCH_V1),
    "expires no number": (parameter("Expires", lambda _: "abc"), (403, "AccessDenied", "0002-00000070")),
    "expires beyond all": (parameter("Expires", lambda _: "9" * 11), (403, "AccessDenied", "0002-00000070")),
    "key": (set_to("key", "photos/dawn.jpg"), MISMATCH_V1),
    "method": (set_to("method", "PUT"), MISMATCH_V1),
    "token dropped": (parameter("security-token", lambda _: None), (403, "InvalidAccessKeyId", "0002-00000902")),
    "an override added": (add_parameter("response-content-type", "text/html"), MISMATCH_V1),
}


@pytest.mark.parametrize("name", URL_V1)
def test_v1_in_the_url(sandbox: RunningSandbox, works: Credentials, name: str) -> None:
    spoil, expected = URL_V1[name]
    draft = v1_url(dragon(), works)
    spoil(draft)

    assert draft.send(sandbox).refusal == expected


SIGNERS: dict[str, Signer] = {"V1": v1, "V4": v4, "V1 URL": v1_url, "V4 URL": v4_url}


@pytest.mark.parametrize("scheme", SIGNERS)
def test_none_of_it_refuses_the_honest(sandbox: RunningSandbox, works: Credentials, scheme: str) -> None:
    assert SIGNERS[scheme](dragon(), works).send(sandbox).status == 200


@pytest.mark.parametrize("scheme", SIGNERS)
def test_keys_and_tokens_must_belong_together(
    sandbox: RunningSandbox, works: Credentials, other: Credentials, scheme: str
) -> None:
    user = of_profile(sandbox.profile("works"))
    foreign = Credentials(works.id, works.secret, other.token)
    with_token = Credentials(user.id, user.secret, works.token)
    typo = Credentials(works.id, works.secret[:-1] + "?", works.token)
    others_secret = Credentials(works.id, other.secret, works.token)
    disabled = of_profile(sandbox.profile("disabled-key"))
    mixed: dict[str, tuple[Credentials, str, str | None]] = {
        "a token of another session": (foreign, "AccessKeyIdAndSecurityTokenNotMatch", "0002-00000004"),
        "a user's key with a token": (with_token, "InvalidAccessKeyId", "0002-00000002"),
        "a secret with a typo": (typo, "SignatureDoesNotMatch", None),
        "another session's secret": (others_secret, "SignatureDoesNotMatch", None),
        "a key switched off": (disabled, "InvalidAccessKeyId", "0002-00000904"),
    }
    for what, (by, code, ec) in mixed.items():
        answer = SIGNERS[scheme](dragon(), by).send(sandbox)

        assert (answer.status, answer.said("Code")) == (403, code), what
        assert ec is None or answer.said("EC") == answer.headers["x-oss-ec"] == ec, what


@pytest.mark.parametrize("minutes", [-16, 16, -600])
@pytest.mark.parametrize("sign", [v1, v4])
def test_clocks_that_differ(
    sandbox: RunningSandbox, works: Credentials, sign: Callable[..., Draft], minutes: int
) -> None:
    answer = sign(dragon(), works, when=now(minutes * 60)).send(sandbox)

    assert answer.refusal == (403, "RequestTimeTooSkewed", "0002-00000504")
    assert answer.said("MaxAllowedSkewMilliseconds") == "900000"
    assert answer.said("ServerTime")[:15] == f"{now():%Y-%m-%dT%H:%M}"[:15]
    assert answer.said("RequestTime")[:16] == f"{now(minutes * 60):%Y-%m-%dT%H:%M}"[:16]


@pytest.mark.parametrize("minutes", [-14, 14])
@pytest.mark.parametrize("sign", [v1, v4])
def test_clocks_that_differ_a_little(
    sandbox: RunningSandbox, works: Credentials, sign: Callable[..., Draft], minutes: int
) -> None:
    assert sign(dragon(), works, when=now(minutes * 60)).send(sandbox).status == 200


def test_urls_past_their_time(sandbox: RunningSandbox, works: Credentials) -> None:
    old_v1 = v1_url(dragon(), works, expires=int(now(-5).timestamp())).send(sandbox)
    old_v4 = v4_url(dragon(), works, when=now(-120)).send(sandbox)

    for answer in (old_v1, old_v4):
        assert answer.refusal == (403, "AccessDenied", "0002-00000069")
        assert answer.said("Message") == "Request has expired."
        assert answer.said("Expires") < answer.said("ServerTime")


def test_a_v4_url_of_the_future(sandbox: RunningSandbox, works: Credentials) -> None:
    assert v4_url(dragon(), works, when=now(1200)).send(sandbox).refusal[1] == "RequestTimeTooSkewed"


def test_a_v4_url_lives_seven_days(sandbox: RunningSandbox) -> None:
    root = of_profile(sandbox.profile("root-key"))
    six_days_ago = now(-6 * 86_400)

    assert v4_url(dragon(), root, when=six_days_ago, expires="604800").send(sandbox).status == 200
    assert (
        v4_url(dragon(), root, when=now(-7 * 86_400 - 5), expires="604800").send(sandbox).refusal[2] == "0002-00000069"
    )


def test_what_the_server_signed_is_told(sandbox: RunningSandbox, works: Credentials) -> None:
    draft = v4(Draft("GET", "wla-test2", "no such 键", query=[("acl", "")]), works)
    spoil_signature(draft)
    answer = draft.send(sandbox)
    stamp = draft.headers["x-oss-date"]

    assert answer.said("OSSAccessKeyId") == works.id
    assert answer.said("SignatureProvided") == draft.headers["Authorization"].rpartition("=")[2]
    assert answer.said("CanonicalRequest").split("\n")[:3] == ["GET", "/wla-test2/no%20such%20%E9%94%AE", "acl"]
    assert answer.said("StringToSign").split("\n")[:3] == [
        "OSS4-HMAC-SHA256", stamp, f"{stamp[:8]}/cn-shanghai/oss/aliyun_v4_request",
    ]  # fmt: skip
    assert bytes.fromhex(answer.said("StringToSignBytes")).decode() == answer.said("StringToSign")

    draft = v1(Draft("GET", "wla-test2", "no such 键", query=[("acl", ""), ("prefix", "x")]), works)
    spoil_signature(draft)
    answer = draft.send(sandbox)
    assert answer.said("StringToSign") == (
        f"GET\n\n\n{draft.headers['Date']}\nx-oss-security-token:{works.token}\n/wla-test2/no such 键?acl"
    )
    assert answer.said("CanonicalRequest") == ""


def test_a_failed_head_says_so_in_its_headers(sandbox: RunningSandbox, works: Credentials) -> None:
    answer = v4(Draft("HEAD", "wla-test2", "nowhere"), works).send(sandbox)

    assert (answer.status, answer.body) == (404, b"")
    assert answer.refusal == (404, "NoSuchKey", "0026-00000001")
    assert answer.headers["x-oss-ec"] == "0026-00000001"
    assert answer.said("RequestId") == answer.headers["x-oss-request-id"]


def test_a_body_changed_on_its_way(sandbox: RunningSandbox, works: Credentials) -> None:
    digest = base64.b64encode(hashlib.md5(b"what was meant").digest()).decode()
    draft = v4(
        Draft("PUT", "wla-test2", "tampered.txt", headers={"Content-MD5": digest}, body=b"what was meant"), works
    )
    draft.body = b"what came along"

    answer = draft.send(sandbox)
    assert (answer.status, answer.said("Code")) == (400, "InvalidDigest")
    assert v4(Draft("HEAD", "wla-test2", "tampered.txt"), works).send(sandbox).status == 404

    garbage = v4(Draft("PUT", "wla-test2", "tampered.txt", headers={"Content-MD5": "short"}, body=b"x"), works)
    assert garbage.send(sandbox).said("Code") == "InvalidDigest"
