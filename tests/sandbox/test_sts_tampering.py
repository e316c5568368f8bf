"""A signed request that was changed on its way, or is used by somebody else or too late, is refused."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from support.api_calls import (
    Credentials,
    Draft,
    acs3_draft,
    assume,
    assume_params,
    of_answer,
    of_profile,
    rpc_draft,
    timestamp,
)
from support.sandbox import RunningSandbox, run_sandbox

MISMATCH = "SignatureDoesNotMatch"
OTHER_KEYS = "InvalidSecurityToken.MismatchWithAccessKey"
MALFORMED = "InvalidSecurityToken.Malformed"
EXPIRED = "InvalidTimeStamp.Expired"


@dataclass(frozen=True)
class Keys:
    """What a tampering can mix up."""

    user: Credentials
    intern: Credentials
    token: Credentials
    other_token: Credentials
    params: dict[str, str]


@pytest.fixture(scope="module")
def keys(sandbox: RunningSandbox) -> Keys:
    profile = sandbox.profile("works")
    return Keys(
        of_profile(profile),
        of_profile(sandbox.profile("no-assume-permission")),
        of_answer(assume(sandbox, profile)),
        of_answer(assume(sandbox, profile)),
        assume_params(profile),
    )


def rpc(keys: Keys, by: Credentials | None = None, **options: str) -> Draft:
    return rpc_draft(by or keys.user, {"Action": "AssumeRole", **keys.params}, **options)  # type: ignore[arg-type]


def identity(by: Credentials) -> Draft:
    return rpc_draft(by, {"Action": "GetCallerIdentity"})


def form(keys: Keys, old: str, new: str) -> Draft:
    draft = rpc_draft(keys.user, {"Action": "AssumeRole", **keys.params}, method="POST", in_body=True)
    assert old.encode() in draft.body
    draft.body = draft.body.replace(old.encode(), new.encode())
    return draft


def changed(draft: Draft, **params: str) -> Draft:
    draft.query.update(params)
    return draft


def without(draft: Draft, name: str) -> Draft:
    del draft.query[name]
    return draft


def using(draft: Draft, method: str) -> Draft:
    draft.method = method
    return draft


def slip_in(draft: Draft, token: Credentials) -> Draft:
    return changed(draft, SecurityToken=token.token)


def mixed(id_of: Credentials, secret_of: Credentials, token_of: Credentials | None = None) -> Credentials:
    return Credentials(id_of.id, secret_of.secret, token_of.token if token_of else "")


RPC: list[tuple[str, Callable[[Keys], Draft], str]] = [
    ("another role", lambda k: changed(rpc(k), RoleArn=k.params["RoleArn"] + "x"), MISMATCH),
    ("a longer session", lambda k: changed(rpc(k), DurationSeconds="43200"), MISMATCH),
    ("another session name", lambda k: changed(rpc(k), RoleSessionName="mallory"), MISMATCH),
    ("a policy put in", lambda k: changed(rpc(k), Policy='{"Version":"1"}'), MISMATCH),
    ("an external id put in", lambda k: changed(rpc(k), ExternalId="wla-7c2f40"), MISMATCH),
    ("an unknown parameter put in", lambda k: changed(rpc(k), Extra="1"), MISMATCH),
    ("a parameter taken out", lambda k: without(rpc(k), "DurationSeconds"), MISMATCH),
    ("another action", lambda k: changed(rpc(k), Action="GetCallerIdentity"), MISMATCH),
    ("another format", lambda k: changed(rpc(k), Format="XML"), MISMATCH),
    ("another nonce", lambda k: changed(rpc(k), SignatureNonce="fresh"), MISMATCH),
    ("a fresher timestamp", lambda k: changed(rpc(k), Timestamp=timestamp(60)), MISMATCH),
    ("another user's key id", lambda k: changed(rpc(k), AccessKeyId=k.intern.id), MISMATCH),
    ("another user's secret", lambda k: rpc(k, mixed(k.user, k.intern)), MISMATCH),
    ("a secret with one letter more", lambda k: rpc(k, Credentials(k.user.id, k.user.secret + "a")), MISMATCH),
    ("an empty secret", lambda k: rpc(k, Credentials(k.user.id, "")), MISMATCH),
    ("a signature of nothing", lambda k: changed(rpc(k), Signature="AAAAAAAAAAAAAAAAAAAAAAAAAAA="), MISMATCH),
    ("a signature that is no Base64", lambda k: changed(rpc(k), Signature="签名"), MISMATCH),
    ("no signature", lambda k: changed(rpc(k), Signature=""), "MissingSignature"),
    ("sent with the other method", lambda k: using(rpc(k), "POST"), MISMATCH),
    ("signed for the other method", lambda k: using(rpc(k, method="POST"), "GET"), MISMATCH),
    ("a form changed", lambda k: form(k, "henshaoread2", "ecs-instance"), MISMATCH),
    ("a form signed for 16 minutes ago", lambda k: rpc(k, signed_at=timestamp(-16 * 60)), EXPIRED),
    ("signed for 16 minutes ahead", lambda k: rpc(k, signed_at=timestamp(16 * 60)), EXPIRED),
    ("a token with a letter changed", lambda k: identity(_spoilt(k.token)), MALFORMED),
    ("a token that is none", lambda k: identity(Credentials(k.token.id, k.token.secret, "CAISx")), MALFORMED),
    ("a token dropped before signing", lambda k: identity(mixed(k.token, k.token)), "MissingSecurityToken"),
    ("a token dropped after signing", lambda k: without(identity(k.token), "SecurityToken"), "MissingSecurityToken"),
    ("another session's token", lambda k: identity(mixed(k.token, k.token, k.other_token)), OTHER_KEYS),
    ("another session's secret", lambda k: identity(mixed(k.token, k.other_token, k.token)), MISMATCH),
    ("a token on a user's key", lambda k: identity(mixed(k.user, k.user, k.token)), OTHER_KEYS),
    ("a token slipped in after signing", lambda k: slip_in(identity(k.user), k.token), OTHER_KEYS),
]  # fmt: skip


def _spoilt(token: Credentials) -> Credentials:
    middle = len(token.token) // 2
    letter = "A" if token.token[middle] != "A" else "B"
    return Credentials(token.id, token.secret, token.token[:middle] + letter + token.token[middle + 1 :])


@pytest.mark.parametrize(("tamper", "code"), [row[1:] for row in RPC], ids=[row[0] for row in RPC])
def test_the_older_signature(sandbox: RunningSandbox, keys: Keys, tamper: Callable[[Keys], Draft], code: str) -> None:
    answer = tamper(keys).send(sandbox)

    assert answer.status_code == 400
    assert f"{code}" in (answer.json()["Code"] if answer.text.startswith("{") else answer.text)


Spoil = Callable[[Draft, Keys], None]


def header(name: str, value: str) -> Spoil:
    return lambda draft, keys: draft.headers.update({name: value})


def drop(name: str) -> Spoil:
    return lambda draft, keys: draft.headers.pop(name) and None


def authorization(old: str, new: str) -> Spoil:
    def spoil(draft: Draft, keys: Keys) -> None:
        assert old in draft.headers["Authorization"]
        draft.headers["Authorization"] = draft.headers["Authorization"].replace(old, new)

    return spoil


def unsigned(name: str) -> Spoil:
    """Take a header out of the list of the signed ones: what is not signed could be anything."""
    return authorization(f"{name};", "")


def body(content: bytes, rehash: bool = False) -> Spoil:
    def spoil(draft: Draft, keys: Keys) -> None:
        draft.body = content
        if rehash:
            draft.headers["x-acs-content-sha256"] = hashlib.sha256(content).hexdigest()

    return spoil


def query(**params: str) -> Spoil:
    return lambda draft, keys: draft.query.update(params)


def method(name: str) -> Spoil:
    return lambda draft, keys: setattr(draft, "method", name)


OTHER_FORM = b"RoleArn=acs%3Aram%3A%3A1532770894211314%3Arole%2Fpartner&RoleSessionName=mallory"

ACS3: list[tuple[str, Spoil, str]] = [
    ("another action", header("x-acs-action", "GetCallerIdentity"), MISMATCH),
    ("a fresher date", header("x-acs-date", timestamp(60)), MISMATCH),
    ("another nonce", header("x-acs-signature-nonce", "fresh"), MISMATCH),
    ("another host", header("host", "sts.localhost"), MISMATCH),
    ("another body", body(OTHER_FORM), MISMATCH),
    ("another body with its own hash", body(OTHER_FORM, rehash=True), MISMATCH),
    ("no body", body(b""), MISMATCH),
    ("another hash", header("x-acs-content-sha256", "0" * 64), MISMATCH),
    ("another content type", header("content-type", "application/x-www-form-urlencoded; charset=latin-1"), MISMATCH),
    ("a parameter put into the query", query(DurationSeconds="900"), MISMATCH),
    ("the other method", method("GET"), MISMATCH),
    ("a header of ours put in", header("x-acs-extra", "1"), MISMATCH),
    ("the action not signed", unsigned("x-acs-action"), MISMATCH),
    ("the host not signed", unsigned("host"), MISMATCH),
    ("the date not signed", unsigned("x-acs-date"), MISMATCH),
    ("the nonce not signed", unsigned("x-acs-signature-nonce"), MISMATCH),
    ("another signature", authorization("Signature=", "Signature=0"), MISMATCH),
    ("no signature", authorization("Signature=", "Signatur="), "IncompleteSignature"),
    ("another scheme", authorization("ACS3-HMAC-SHA256", "ACS3-HMAC-SM3"), "IncompleteSignature"),
    ("no authorization", drop("Authorization"), "MissingAuthorization"),
    ("no date", drop("x-acs-date"), "MissingTimestamp"),
    ("no nonce", drop("x-acs-signature-nonce"), "MissingSignatureNonce"),
    ("no key", authorization("Credential=LTAI", "Credential=LTAJ"), "InvalidAccessKeyId.NotFound"),
]


@pytest.mark.parametrize(("spoil", "code"), [row[1:] for row in ACS3], ids=[row[0] for row in ACS3])
def test_the_newer_signature(sandbox: RunningSandbox, keys: Keys, spoil: Spoil, code: str) -> None:
    draft = acs3_draft(sandbox, keys.user, "AssumeRole", keys.params, body="form")
    spoil(draft, keys)

    answer = draft.send(sandbox)

    assert answer.status_code in (400, 404)
    assert answer.json()["Code"] == code


@pytest.mark.parametrize("late", [-16 * 60, 16 * 60])
def test_the_newer_signature_is_good_for_15_minutes(sandbox: RunningSandbox, keys: Keys, late: int) -> None:
    draft = acs3_draft(sandbox, keys.user, "GetCallerIdentity", {}, signed_at=timestamp(late))

    assert draft.send(sandbox).json()["Code"] == EXPIRED


@pytest.mark.parametrize("late", [-14 * 60, 14 * 60])
def test_a_clock_that_is_a_little_off_does_not_matter(sandbox: RunningSandbox, keys: Keys, late: int) -> None:
    assert "Credentials" in rpc(keys, signed_at=timestamp(late)).send(sandbox).json()
    newer = acs3_draft(sandbox, keys.user, "AssumeRole", keys.params, signed_at=timestamp(late))
    assert "Credentials" in newer.send(sandbox).json()


def test_a_request_is_good_once(sandbox: RunningSandbox, keys: Keys) -> None:
    for draft in (rpc(keys), acs3_draft(sandbox, keys.user, "AssumeRole", keys.params)):
        assert draft.send(sandbox).status_code == 200
        again = draft.send(sandbox)
        assert (again.status_code, again.json()["Code"]) == (400, "SignatureNonceUsed")


def test_a_nonce_is_used_up_by_a_right_signature_only(sandbox: RunningSandbox, keys: Keys) -> None:
    """Else anybody who guesses a nonce could spoil it."""
    forged = rpc(keys, Credentials(keys.user.id, "guessed"), nonce="the-same")
    assert forged.send(sandbox).json()["Code"] == MISMATCH

    assert rpc(keys, nonce="the-same").send(sandbox).status_code == 200


def test_each_key_has_nonces_of_its_own(sandbox: RunningSandbox, keys: Keys) -> None:
    for by in (keys.user, keys.intern):
        draft = rpc_draft(by, {"Action": "GetCallerIdentity"}, nonce="shared")
        assert draft.send(sandbox).status_code == 200


def test_the_action_in_a_header_does_not_outrank_the_signed_one(sandbox: RunningSandbox, keys: Keys) -> None:
    """The older SDK of Python sends both; only the parameter is under the signature."""
    draft = identity(keys.user)
    draft.headers["x-acs-action"] = "AssumeRole"

    assert draft.send(sandbox).json()["IdentityType"] == "RAMUser"


def test_a_dead_token_is_refused_in_both_signatures() -> None:
    account = """
        account = "1000"
        region = "cn-shanghai"
        [[user]]
        name = "u"
        policies = ["AliyunSTSAssumeRoleAccess"]
        [[user.key]]
        id = "LTAIu"
        secret = "s"
        [[role]]
        name = "r"
        token_lifetime = 1
        trust = '{"Version":"1","Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"RAM":["acs:ram::1000:root"]}}]}'
        [[profile]]
        name = "p"
        key = "LTAIu"
        role_arn = "acs:ram::1000:role/r"
        role_session_name = "session"
    """  # noqa: E501
    with run_sandbox(account) as sandbox:
        token = of_answer(assume(sandbox, sandbox.profile("p")))

        answer = identity(token).send(sandbox)
        while answer.status_code == 200:  # until its second is over
            answer = identity(token).send(sandbox)

        assert (answer.status_code, answer.json()["Code"]) == (400, "InvalidSecurityToken.Expired")
        newer = acs3_draft(sandbox, token, "GetCallerIdentity", {}).send(sandbox)
        assert (newer.status_code, newer.json()["Code"]) == (400, "InvalidSecurityToken.Expired")
