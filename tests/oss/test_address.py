"""Where a bucket is asked, and where a refusal may lead."""

from __future__ import annotations

import pytest

from stsviewer.endpoint import Endpoint
from stsviewer.oss.address import Address, region_of
from stsviewer.oss.machinery import url_of
from stsviewer.profile import Profile


def address(endpoint: str = "", region: str = "cn-shanghai") -> Address:
    return Address.of(Profile("p", "id", region=region, oss_endpoint=endpoint))


@pytest.mark.parametrize(
    ("endpoint", "bucket", "key", "url"),
    [
        ("", "", "", "https://oss-cn-shanghai.aliyuncs.com/"),
        ("", "wla", "a/b c", "https://wla.oss-cn-shanghai.aliyuncs.com/a%2Fb%20c"),
        ("oss-cn-shanghai-internal.aliyuncs.com", "wla", "", "https://wla.oss-cn-shanghai-internal.aliyuncs.com/"),
        ("http://127.0.0.1:8000", "wla", "k", "http://127.0.0.1:8000/wla/k"),
        ("127.0.0.1:8000", "wla", "", "http://127.0.0.1:8000/wla/"),
        ("http://[::1]:8000", "wla", "k", "http://[::1]:8000/wla/k"),
        ("http://localhost:8000/", "wla", "..", "http://localhost:8000/wla/.."),
        ("http://oss-cn-shanghai.localhost:8000", "wla", "k", "http://wla.oss-cn-shanghai.localhost:8000/k"),
        ("https://127.0.0.1:8000", "wla", "k", "https://wla.127.0.0.1:8000/k"),
    ],
)
def test_urls(endpoint: str, bucket: str, key: str, url: str) -> None:
    assert url_of(address(endpoint), bucket, key) == url


@pytest.mark.parametrize(
    ("host", "region"),
    [
        ("oss-cn-beijing.aliyuncs.com", "cn-beijing"),
        ("oss-cn-beijing-internal.aliyuncs.com", "cn-beijing"),
        ("oss-us-west-1.localhost", "us-west-1"),
        ("storage.example.com", ""),
        ("127.0.0.1", ""),
    ],
)
def test_regions_in_hosts(host: str, region: str) -> None:
    assert region_of(host) == region


@pytest.mark.parametrize(
    ("own", "named", "expected"),
    [
        ("", "oss-cn-beijing.aliyuncs.com", Address(Endpoint("https", "oss-cn-beijing.aliyuncs.com"), "cn-beijing")),
        # Path style keeps the address.
        (
            "http://127.0.0.1:8000",
            "oss-cn-beijing.localhost:8000",
            Address(Endpoint("http", "127.0.0.1:8000"), "cn-beijing"),
        ),
        (
            "http://oss-cn-shanghai.localhost:8000",
            "oss-cn-beijing.localhost:8000",
            Address(Endpoint("http", "oss-cn-beijing.localhost:8000"), "cn-beijing"),
        ),
        # Nowhere else, however politely it is asked.
        ("", "oss-cn-beijing.evil.test", None),
        ("", "evil.test/oss-cn-beijing.aliyuncs.com", None),
        ("", "user@oss-cn-beijing.aliyuncs.com", None),
        ("", "storage.aliyuncs.com", None),
        ("", "oss-cn-shanghai.aliyuncs.com", None),
        ("", "", None),
    ],
)
def test_a_refusal_leads_to_another_region_and_never_to_another_domain(
    own: str, named: str, expected: Address | None
) -> None:
    assert address(own).followed(named) == expected
