"""``oss://BUCKET/KEY``: all behind the bucket's slash is the key, to the letter."""

from __future__ import annotations

import argparse

from stsviewer.oss.names import is_bucket_name


def bucket_and_rest(text: str) -> tuple[str, str]:
    """The bucket and what follows its slash. Raises argparse.ArgumentTypeError."""
    scheme, separator, rest = text.partition("://")
    if not separator or scheme.lower() != "oss":
        raise argparse.ArgumentTypeError("an address begins with oss://")
    bucket, _, key = rest.partition("/")
    if not is_bucket_name(bucket):
        raise argparse.ArgumentTypeError(f"{bucket!r} is no name of a bucket")
    try:
        key.encode()
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError("a key is UTF-8, and this one is not") from None
    return bucket, key
