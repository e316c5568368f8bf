"""What the known answers do not reach: other clients' habits, broken headers, and that nothing tells the secret."""

from __future__ import annotations

import pytest

from stsviewer.secret import Secret
from stsviewer.signing import acs3, oss_v1, oss_v4, rpc
from stsviewer.signing.encoding import percent_encode, to_bytes
from stsviewer.signing.headers import lowered

SCOPE = oss_v4.Scope("20260301", "cn-shanghai")
CREDENTIAL = f"ID/{SCOPE.text}"


def test_a_v4_client_may_send_an_http_date_only() -> None:
    assert oss_v4.signed_timestamp({"Date": "Sun, 01 Mar 2026 12:00:00 GMT"}) == "20260301T120000Z"
    assert oss_v4.signed_timestamp({"date": "20260301T120000Z"}) == "20260301T120000Z"
    both = {"Date": "Sun, 01 Mar 2026 12:00:00 GMT", "X-OSS-Date": "20260301T120001Z"}
    assert oss_v4.signed_timestamp(both) == "20260301T120001Z"
    assert oss_v4.signed_timestamp({"Date": "yesterday"}) == "yesterday"
    assert oss_v4.signed_timestamp({}) == ""


@pytest.mark.parametrize(
    "value",
    [
        f"OSS4-HMAC-SHA256 Credential={CREDENTIAL},AdditionalHeaders=host;range,Signature=abc",
        f"OSS4-HMAC-SHA256 Credential={CREDENTIAL}, Signature=abc, AdditionalHeaders=host;range",
        f"OSS4-HMAC-SHA256 AdditionalHeaders=host;range,Signature=abc,Credential={CREDENTIAL}",
    ],
)
def test_v4_authorization_in_any_order(value: str) -> None:
    assert oss_v4.parse_authorization(value) == oss_v4.Authorization("ID", SCOPE, "abc", ("host", "range"))


@pytest.mark.parametrize(
    "value",
    [
        "",
        "OSS ID:abc",
        "OSS4-HMAC-SHA256",
        "OSS4-HMAC-SHA256 Signature=abc",
        f"OSS4-HMAC-SHA256 Credential={CREDENTIAL}",
        f"OSS4-HMAC-SHA256 Credential={CREDENTIAL},Signature=",
        "OSS4-HMAC-SHA256 Credential=ID/20260301/cn-shanghai/oss,Signature=abc",
        "OSS4-HMAC-SHA256 Credential=ID/20260301/cn-shanghai/oss/aws4_request,Signature=abc",
        "OSS4-HMAC-SHA256 Credential=ID//cn-shanghai/oss/aliyun_v4_request,Signature=abc",
        f"AWS4-HMAC-SHA256 Credential={CREDENTIAL},Signature=abc",
    ],
)
def test_no_v4_authorization(value: str) -> None:
    assert oss_v4.parse_authorization(value) is None


@pytest.mark.parametrize("value", ["", "OSS", "OSS ", "OSS abc", "OSS :abc", "Basic ID:abc", "OSS4-HMAC-SHA256 a:b"])
def test_no_v1_authorization(value: str) -> None:
    assert oss_v1.parse_authorization(value) is None


@pytest.mark.parametrize(
    "value", ["", "ACS3-HMAC-SHA256 Credential=ID,Signature=abc", "ACS3-HMAC-SHA256 x", "OSS ID:abc"]
)
def test_no_acs3_authorization(value: str) -> None:
    assert acs3.parse_authorization(value) is None


def test_a_parameter_named_like_oss_headers_is_signed_in_v1() -> None:
    assert oss_v1.canonical_resource("b", "k", [("x-oss-anything", "1"), ("prefix", "p")]) == "/b/k?x-oss-anything=1"


def test_a_repeated_parameter_keeps_both_values_in_v4() -> None:
    assert oss_v4.canonical_query([("b", "2"), ("b", "1"), ("a", "")]) == "a&b=1&b=2"


def test_rpc_keeps_empty_values_and_leaves_the_signature_out() -> None:
    assert rpc.canonical_query({"B": "", "A": "a b*~+", "Signature": "x"}) == "A=a%20b%2A~%2B&B="


def test_acs3_signs_a_missing_header_as_empty() -> None:
    assert acs3.canonical_headers({"Host": " h "}, ["host", "x-acs-date"]) == "host:h\nx-acs-date:\n"


def test_acs3_query_and_empty_path() -> None:
    canonical = acs3.canonical_request("GET", "", [("b", ""), ("a", "/")], {}, [], "hash")
    assert canonical == "GET\n/\na=%2F&b=\n\n\nhash"


def test_bytes_that_are_no_utf8_stay_what_they_are() -> None:
    key = b"\xff\xfe/a".decode("utf-8", "surrogateescape")
    assert to_bytes(key) == b"\xff\xfe/a"
    assert percent_encode(key, safe="/") == "%FF%FE/a"
    with pytest.raises(UnicodeEncodeError):
        to_bytes("\ud800")


def test_headers_whose_names_differ_in_case_are_one() -> None:
    assert lowered({"X-Oss-A": " 1 ", "x-oss-a": "2"}) == {"x-oss-a": "1,2"}


def test_a_changed_request_has_another_signature() -> None:
    base = oss_v4.canonical_request("GET", "b", "k", {"x-oss-date": "1"}, [("a", "1")])
    changed = [
        oss_v4.canonical_request("PUT", "b", "k", {"x-oss-date": "1"}, [("a", "1")]),
        oss_v4.canonical_request("GET", "c", "k", {"x-oss-date": "1"}, [("a", "1")]),
        oss_v4.canonical_request("GET", "b", "K", {"x-oss-date": "1"}, [("a", "1")]),
        oss_v4.canonical_request("GET", "b", "k", {"x-oss-date": "2"}, [("a", "1")]),
        oss_v4.canonical_request("GET", "b", "k", {"x-oss-date": "1"}, [("a", "2")]),
        oss_v4.canonical_request("GET", "b", "k", {"x-oss-date": "1"}, []),
        oss_v4.canonical_request("GET", "b", "k", {"x-oss-date": "1"}, [("a", "1")], payload_hash="hash"),
        oss_v4.canonical_request("GET", "b", "k", {"x-oss-date": "1", "range": "r"}, [("a", "1")], ["range"]),
    ]
    assert base not in changed
    secret = Secret("s")
    signatures = {oss_v4.signature(secret, SCOPE, oss_v4.string_to_sign("t", SCOPE, one)) for one in [base, *changed]}
    other_scopes = [oss_v4.Scope("20260302", "cn-shanghai"), oss_v4.Scope("20260301", "cn-beijing")]
    signatures |= {oss_v4.signature(secret, scope, oss_v4.string_to_sign("t", scope, base)) for scope in other_scopes}
    assert len(signatures) == len(changed) + 3
