"""No spelling of a secret gets through."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from stsviewer.secret import MASK
from stsviewer.wire.redaction import Redactor, signature_in, without_secrets

TOKEN = "CAISqwF1q6Ft5B2yfSjIr5b/+AbTkh4W=="
SIGNATURE = "aBcD+/eFgHiJkLmNoP0=="


@pytest.mark.parametrize(
    ("authorization", "kept"),
    [
        (f"OSS LTAI5tExample:{SIGNATURE}", f"OSS LTAI5tExample:{MASK}"),
        (
            "OSS4-HMAC-SHA256 Credential=LTAI5t/20261124/cn-shanghai/oss/aliyun_v4_request, Signature=0f1e2d3c4b5a6978",
            f"OSS4-HMAC-SHA256 Credential=LTAI5t/20261124/cn-shanghai/oss/aliyun_v4_request, Signature={MASK}",
        ),
        (
            "ACS3-HMAC-SHA256 Credential=LTAI5t,SignedHeaders=host;x-acs-date,Signature=00112233445566778899",
            f"ACS3-HMAC-SHA256 Credential=LTAI5t,SignedHeaders=host;x-acs-date,Signature={MASK}",
        ),
        (f"acs LTAI5tExample:{SIGNATURE}", f"acs LTAI5tExample:{MASK}"),
        ("Basic dXNlcjpwYXNzd29yZA==", MASK),
        ("Bearer abcdefghijklmnop", MASK),
    ],
)
def test_an_authorization_keeps_its_scheme_and_its_key_id(authorization: str, kept: str) -> None:
    redactor = Redactor.of_request("https://host/", (("Authorization", authorization),))
    assert redactor.headers([("Authorization", authorization)]) == (("Authorization", kept),)
    if secret := signature_in(authorization):
        assert secret not in redactor.text(f"you signed {secret}, we expected another one")


@pytest.mark.parametrize("name", ["x-oss-security-token", "X-Acs-Security-Token", "Cookie", "Set-Cookie"])
def test_headers_that_are_secrets_are_masked(name: str) -> None:
    assert Redactor().headers([(name, TOKEN)]) == ((name, MASK),)


@pytest.mark.parametrize(
    "parameter",
    ["Signature", "SecurityToken", "security-token", "x-oss-signature", "x-oss-security-token", "X-Oss-Signature"],
)
def test_urls_keep_the_key_id_and_lose_the_secrets(parameter: str) -> None:
    url = f"https://host/a%2Fb?AccessKeyId=LTAI5t&{parameter}={quote(TOKEN, safe='')}&Action=AssumeRole"
    told = without_secrets(url)
    assert told == f"https://host/a%2Fb?AccessKeyId=LTAI5t&{parameter}={MASK}&Action=AssumeRole"


def test_a_password_in_a_url_is_masked() -> None:
    assert without_secrets("http://user:word@proxy:3128/x") == f"http://{MASK}@proxy:3128/x"


@pytest.mark.parametrize(
    "spelling",
    [
        TOKEN,
        quote(TOKEN, safe=""),
        quote(quote(TOKEN, safe=""), safe=""),
        TOKEN.replace("/", "\\/"),
    ],
)
def test_what_a_refusal_repeats_is_masked_in_every_spelling(spelling: str) -> None:
    of_header = Redactor.of_request("http://h/", (("x-oss-security-token", TOKEN),))
    of_query = Redactor.of_request(f"http://h/?SecurityToken={quote(TOKEN, safe='')}", ())
    of_form = Redactor.of_request("http://h/", (), f"SecurityToken={quote(TOKEN, safe='')}&x=1".encode())
    for redactor in (of_header, of_query, of_form):
        assert spelling not in redactor.text(f"StringToSign: GET\nx-oss-security-token:{spelling}\n")
        assert spelling.encode() not in redactor.body(f"<StringToSign>{spelling}</StringToSign>".encode())


@pytest.mark.parametrize(
    "body",
    [
        b'{"Credentials": {"AccessKeySecret" : "s3cr\\"et", "SecurityToken":"s3cret", "AccessKeyId": "STS.N"}}',
        b"<Credentials><AccessKeySecret>s3cret</AccessKeySecret><SecurityToken>s3cret</SecurityToken></Credentials>",
        b"<Error><SignatureProvided>s3cret</SignatureProvided></Error>",
    ],
)
def test_the_credentials_in_an_answer_are_masked(body: bytes) -> None:
    redacted = Redactor().body(body)
    assert b"s3cr" not in redacted
    assert MASK.encode() in redacted


def test_a_form_that_is_sent_is_masked() -> None:
    sent = Redactor().form(b"Action=AssumeRole&Signature=abcdefgh&SecurityToken=xyz")
    assert sent == f"Action=AssumeRole&Signature={MASK}&SecurityToken={MASK}".encode()


def test_plain_text_stays_as_it_is() -> None:
    redactor = Redactor.of_request("http://h/?Action=X", (("Host", "h"),))
    assert redactor.text("nothing secret here") == "nothing secret here"
    assert redactor.body(b"\x00\xff binary") == b"\x00\xff binary"
