"""Every known-answer vector passes through the room. A failing name is the vector's own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import fastcrc
import pytest

from stsviewer.secret import Secret
from stsviewer.signing import acs3, hashing, oss_v1, oss_v4, rpc

DATA = Path(__file__).parent / "signature-vectors.json"
VECTORS: list[dict[str, Any]] = json.loads(DATA.read_text("utf-8"))["vectors"]


def of(scheme: str) -> list[Any]:
    return [pytest.param(vector, id=vector["name"]) for vector in VECTORS if vector["scheme"] == scheme]


def pairs(vector: dict[str, Any]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in vector["query"]]


@pytest.mark.parametrize("vector", of("OSS-V1-header"))
def test_oss_v1_header(vector: dict[str, Any]) -> None:
    assert oss_v1.signed_date(vector["headers"]) == vector["date"]
    text = oss_v1.string_to_sign(
        vector["method"], vector["bucket"], vector["key"], vector["headers"], pairs(vector), vector["date"]
    )
    signature = oss_v1.signature(Secret(vector["sk"]), text)
    assert text == vector.get("expect_string_to_sign", text)
    assert signature == vector["expect_signature"]
    authorization = oss_v1.Authorization(vector["ak"], signature)
    assert authorization.text == vector.get("expect_authorization", authorization.text)
    assert oss_v1.parse_authorization(authorization.text) == authorization


@pytest.mark.parametrize("vector", of("OSS-V1-query"))
def test_oss_v1_query(vector: dict[str, Any]) -> None:
    query = pairs(vector)
    if vector["security_token"]:
        query.append((oss_v1.SECURITY_TOKEN, vector["security_token"]))
    text = oss_v1.query_string_to_sign(
        vector["method"], vector["bucket"], vector["key"], vector["headers"], query, vector["expires"]
    )
    assert oss_v1.signature(Secret(vector["sk"]), text) == vector["expect_signature"]


@pytest.mark.parametrize("vector", of("OSS4-header"))
def test_oss_v4_header(vector: dict[str, Any]) -> None:
    headers = {**vector["headers"], **vector["headers_added_by_signer"]}
    scope = oss_v4.Scope(vector["timestamp"][:8], vector["region"], vector["product"])
    canonical = oss_v4.canonical_request(
        vector["method"],
        vector["bucket"],
        vector["key"],
        headers,
        pairs(vector),
        vector["additional_headers"],
        oss_v4.payload_hash(headers),
    )
    assert oss_v4.signed_timestamp(headers) == vector["timestamp"]
    text = oss_v4.string_to_sign(vector["timestamp"], scope, canonical)
    assert oss_v4.signature(Secret(vector["sk"]), scope, text) == vector["expect_signature"]


@pytest.mark.parametrize("vector", of("OSS4-query"))
def test_oss_v4_query(vector: dict[str, Any]) -> None:
    scope = oss_v4.Scope(vector["timestamp"][:8], vector["region"], vector["product"])
    additional = oss_v4.additional_signed(vector["headers"], vector["additional_headers"])
    token = Secret(vector["security_token"]) if vector["security_token"] else None
    query = oss_v4.presigned_query(
        pairs(vector), vector["ak"], scope, vector["timestamp"], vector["expires_seconds"], additional, token
    )
    request = (vector["method"], vector["bucket"], vector["key"], vector["headers"])
    canonical = oss_v4.canonical_request(*request, query, additional)
    text = oss_v4.string_to_sign(vector["timestamp"], scope, canonical)
    signature = oss_v4.signature(Secret(vector["sk"]), scope, text)
    assert signature == vector["expect_signature"]
    signed = [*query, (oss_v4.SIGNATURE, signature)]
    again = oss_v4.canonical_request(*request, signed, additional)
    assert again == canonical, "who verifies a URL has its signature among the parameters"


@pytest.mark.parametrize("vector", of("RPC-HMAC-SHA1"))
def test_rpc(vector: dict[str, Any]) -> None:
    text = rpc.string_to_sign(vector["method"], vector["params"])
    assert text == vector.get("expect_string_to_sign", text)
    if vector["sk"] is None:  # the request of 2017: nobody knows its secret
        assert "expect_string_to_sign" in vector
    else:
        assert rpc.signature(Secret(vector["sk"]), text) == vector["expect_signature"]


def test_the_request_of_2017_read_from_its_url() -> None:
    """Parsing a signed URL and signing its parameters again is what the sandbox does."""
    [vector] = [vector for vector in VECTORS if vector["name"] == "seed-AssumeRole-2017"]
    query = rpc.canonical_query(vector["params"])
    url = f"https://sts.aliyuncs.com/?{query}&Signature=9geUPq00G2g1tInX3XSvk77HZhY%3D"
    params = dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))
    assert params.pop("Signature") == vector["observed_signature"]
    assert rpc.string_to_sign("GET", params) == vector["expect_string_to_sign"]


@pytest.mark.parametrize("vector", of("HMAC-SHA1-base64"))
def test_hmac_sha1(vector: dict[str, Any]) -> None:
    key = hashing.secret_bytes(Secret(vector["sk"]))
    assert hashing.hmac_sha1_base64(key, vector["message"]) == vector["expect_signature"]


@pytest.mark.parametrize("vector", of("ACS3-HMAC-SHA256"))
def test_acs3(vector: dict[str, Any]) -> None:
    canonical = acs3.canonical_request(
        vector["method"],
        vector["path"],
        pairs(vector),
        vector["headers"],
        vector["signed_headers"],
        vector["payload_sha256"],
    )
    assert hashing.sha256_hex(canonical) == vector["expect_hashed_canonical_request"]
    signature = acs3.signature(Secret(vector["sk"]), acs3.string_to_sign(canonical))
    assert signature == vector["expect_signature"]
    authorization = acs3.Authorization("YourAccessKeyId", tuple(vector["signed_headers"]), signature)
    assert acs3.parse_authorization(authorization.text) == authorization


@pytest.mark.parametrize("vector", of("CRC-64/XZ"))
def test_crc64_of_the_library_in_use(vector: dict[str, Any]) -> None:
    assert str(fastcrc.crc64.xz(vector["message"].encode())) == vector["expect"]


def test_no_vector_is_left_out() -> None:
    schemes = {
        "OSS-V1-header", "OSS-V1-query", "OSS4-header", "OSS4-query",
        "RPC-HMAC-SHA1", "HMAC-SHA1-base64", "ACS3-HMAC-SHA256", "CRC-64/XZ",
    }  # fmt: skip
    assert {vector["scheme"] for vector in VECTORS} == schemes
    assert len(VECTORS) == 27
