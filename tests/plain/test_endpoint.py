"""Endpoints: a host or a URL, and nothing that could lead elsewhere."""

from __future__ import annotations

import pytest

from stsviewer.endpoint import Endpoint, is_loopback


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("sts.cn-shanghai.aliyuncs.com", "https://sts.cn-shanghai.aliyuncs.com"),
        ("https://sts.aliyuncs.com/", "https://sts.aliyuncs.com"),
        ("HTTP://Sts.Aliyuncs.com", "http://sts.aliyuncs.com"),
        (" sts.aliyuncs.com:8443 ", "https://sts.aliyuncs.com:8443"),
        ("127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("https://127.0.0.1:8000", "https://127.0.0.1:8000"),
        ("localhost:8000", "http://localhost:8000"),
        ("oss-cn-x.localhost:8000", "http://oss-cn-x.localhost:8000"),
        ("[::1]:8000", "http://[::1]:8000"),
        ("http://[::1]", "http://[::1]"),
        ("10.1.2.3", "http://10.1.2.3"),
    ],
)
def test_endpoints(text: str, url: str) -> None:
    assert Endpoint.parse(text).url == url


@pytest.mark.parametrize(
    "text",
    [
        "",
        "http://",
        "ftp://sts.aliyuncs.com",
        "https://sts.aliyuncs.com/path",
        "https://sts.aliyuncs.com?x=1",
        "https://sts.aliyuncs.com#x",
        "https://user:word@sts.aliyuncs.com",
        "sts.aliyuncs.com:99999",
        "sts.aliyuncs.com:port",
        "sts aliyuncs com",
        "sts..aliyuncs.com",
        "-sts.aliyuncs.com",
        "sts.aliyuncs.com\r\nHost: evil",
        "[::1",
        "阿里云.com",
        "a" * 64 + ".com",
    ],
)
def test_what_is_none(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - ours and urlsplit's
        Endpoint.parse(text)


@pytest.mark.parametrize(
    ("text", "path_style"),
    [
        ("http://127.0.0.1:1", True),
        ("http://[::1]:1", True),
        ("http://localhost:1", True),
        ("http://10.0.0.1", True),
        ("http://oss-cn-shanghai.localhost:1", False),
        ("https://127.0.0.1:1", False),
        ("https://oss-cn-shanghai.aliyuncs.com", False),
    ],
)
def test_path_style(text: str, path_style: bool) -> None:
    assert Endpoint.parse(text).path_style is path_style


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST.", "a.b.localhost", "127.0.0.1", "127.9.9.9", "::1"])
def test_this_machine(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["localhost.evil.test", "notlocalhost", "10.0.0.1", "::2", ""])
def test_other_machines(host: str) -> None:
    assert not is_loopback(host)
