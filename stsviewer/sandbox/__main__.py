"""``python -P -m stsviewer.sandbox``: serve an account until SIGTERM."""

from __future__ import annotations

import argparse
import json
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from stsviewer import places
from stsviewer.sandbox.account import load
from stsviewer.sandbox.account_table import AccountError
from stsviewer.sandbox.model import Account, Story


def main(argv: list[str] | None = None) -> int:
    """Start the sandbox. Returns 2 for wrong use, 1 when the port is taken; does not return once it serves."""
    options = _options(argv)
    # From the first moment on, so that a temporary folder is removed also when the end comes before it serves.
    signal.signal(signal.SIGTERM, _exit)
    signal.signal(signal.SIGINT, _exit)
    try:
        account = load(options.account or places.resources() / "sandbox" / "account.toml")
        data, clean_up = _data(options.data)
    except (AccountError, OSError) as error:
        print(f"stsviewer sandbox: {error}", file=sys.stderr)
        return 2
    try:
        return _serve(account, data, clean_up, options)
    finally:
        clean_up()


def _exit(signum: int, frame: FrameType | None) -> None:
    raise SystemExit(0)


def _serve(account: Account, data: Path, clean_up: Callable[[], None], options: argparse.Namespace) -> int:
    from stsviewer.sandbox import server
    from stsviewer.sandbox.app import Application
    from stsviewer.sandbox.oss import app as storage
    from stsviewer.sandbox.world import World

    try:
        sockets = server.listen(options.port)
    except OSError as error:
        print(f"stsviewer sandbox: port {options.port} cannot be used: {error.strerror}", file=sys.stderr)
        return 1
    world = World(account, data)
    storage.prepare(world)
    line = json.dumps(announcement(account, sockets[0].getsockname()[1]))
    server.serve(
        Application(world),
        sockets,
        parent=options.parent,
        listening=lambda: print(line, flush=True),
        clean_up=clean_up,
    )
    return 0


def _options(argv: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="stsviewer sandbox", description="A local STS, RAM and OSS with throw-away keys."
    )
    parser.add_argument("--port", type=_port, default=0, metavar="N", help="the port; a free one when not given")
    parser.add_argument(
        "--account", type=Path, metavar="FILE", help="the account file (TOML); the shipped one when not given"
    )
    parser.add_argument(
        "--data", type=Path, metavar="DIR", help="where the buckets lie; a temporary folder when not given"
    )
    parser.add_argument("--parent", type=int, metavar="PID", help="end when this process is gone")
    return parser.parse_args(argv)


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65535:
        raise ValueError(text)
    return port


def _data(named: Path | None) -> tuple[Path, Callable[[], None]]:
    """The writable folder and how to be rid of it; one that was named is kept."""
    if named is not None:
        named.mkdir(parents=True, exist_ok=True)
        return named.resolve(), lambda: None
    made = Path(tempfile.mkdtemp(prefix="stsviewer-sandbox-"))
    return made, lambda: shutil.rmtree(made, ignore_errors=True)


def announcement(account: Account, port: int) -> dict[str, Any]:
    """What is printed once the sandbox listens: the endpoints, the region and the profiles."""
    endpoint = f"http://127.0.0.1:{port}"
    return {
        "sts_endpoint": endpoint,
        "ram_endpoint": endpoint,
        "oss_endpoint": endpoint,
        "region": account.region,
        "profiles": [_profile(story) for story in account.stories],
    }


def _profile(story: Story) -> dict[str, Any]:
    return {
        "name": story.name,
        "story": story.story or None,
        "story_zh_CN": story.story_zh_cn or None,
        "access_key_id": story.access_key_id,
        "access_key_secret": story.access_key_secret.reveal(),
        "role_arn": story.role_arn or None,
        "role_session_name": story.role_session_name or None,
        "duration_seconds": story.duration_seconds,
        "external_id": story.external_id or None,
        "policy": story.policy or None,
        "region": story.region or None,
        "bucket": story.bucket or None,
        "prefix": story.prefix or None,
    }


if __name__ == "__main__":
    sys.exit(main())
