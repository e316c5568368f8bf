"""No secret stays anywhere: not in a file, not in a log, not in a command line.

The user, the keys and the account file are made at random for the run; HOME and TMPDIR are its own, so that whatever is
found there was left by it.
"""

from __future__ import annotations

import json
import os
import re
import secrets as random
import string
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import quote

import pytest
from support.sandbox import shipped_account

JOURNEY = Path(__file__).with_name("watched_journey.py")
ALPHABET = string.ascii_letters + string.digits

# What a signature looks like where it travels: the parameter of a query, the end of an Authorization header.
SIGNATURE = re.compile(
    rb"(?i)signature(?:%3d|=|: ?)[a-z0-9+/%]{27,}|OSS (?:LTAI|STS\.)\w+:[A-Za-z0-9+/]{27}=|signature=[0-9a-f]{64}"
)


def random_account(folder: Path) -> tuple[Path, list[str]]:
    """The shipped account with another user name, and other ids and secrets for every key; the secrets."""
    text = shipped_account()
    made = []
    for old in set(re.findall(r'secret = "([^"]+)"', text)):
        new = "".join(random.choice(ALPHABET) for _ in old)
        text = text.replace(f'"{old}"', f'"{new}"')
        made.append(new)
    for old in set(re.findall(r"LTAI\w{20}", text)):
        text = text.replace(old, "LTAI" + "".join(random.choice(ALPHABET) for _ in range(20)))
    assert len(made) >= 3
    path = folder / "account.toml"
    path.write_text(text, "utf-8")
    return path, made


def watch_command_lines(process: subprocess.Popen[bytes], seen: set[bytes]) -> None:
    """Collect the arguments of every process there is, until this one ends."""
    while process.poll() is None:
        for entry in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                seen.add(entry.read_bytes())
            except OSError:
                continue
        threading.Event().wait(0.05)


def every_form(secret: str) -> set[bytes]:
    """The secret as it may have been written: plain, percent-encoded once and twice."""
    once = quote(secret, safe="")
    return {secret.encode(), once.encode(), quote(once, safe="").encode()}


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_after_the_journey_no_secret_is_found_anywhere(tmp_path: Path) -> None:
    account, long_term = random_account(tmp_path)
    home, scratch = tmp_path / "home", tmp_path / "scratch"
    home.mkdir()
    scratch.mkdir()
    hear, tell = os.pipe()
    process = subprocess.Popen(
        [sys.executable, str(JOURNEY), str(account), str(home), str(tell)],
        env={**os.environ, "HOME": str(home), "TMPDIR": str(scratch), "DEBUG": "sdk", "PYTHONWARNINGS": "default"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        pass_fds=[tell],
    )
    os.close(tell)
    arguments: set[bytes] = set()
    watcher = threading.Thread(target=watch_command_lines, args=(process, arguments))
    watcher.start()
    printed = process.communicate(timeout=110)[0]
    watcher.join()
    assert process.returncode == 0, printed.decode(errors="replace")[-3000:]
    with os.fdopen(hear) as told:
        temporary = json.load(told)
    assert len(temporary) == 6  # three tokens, each with its secret

    wanted = set().union(*(every_form(secret) for secret in [*long_term, *temporary]))
    log = (home / "everything.log").read_bytes()
    assert b"the journey begins" in log, "nothing was logged at all: the run proves nothing"
    files = [path for folder in (home, scratch) for path in folder.rglob("*") if path.is_file()]
    assert any(path.name.startswith("DragonMedium") for path in files), "the download is not where it was looked for"
    found = [path for path in files if any(secret in path.read_bytes() for secret in wanted)]
    assert found == []
    assert [path for path in files if SIGNATURE.search(path.read_bytes())] == []
    assert not [secret for secret in wanted if secret in printed]
    assert not SIGNATURE.search(printed)
    joined = b"\n".join(arguments)
    assert b"stsviewer.sandbox" in joined, "the sandbox was not seen among the processes"
    assert not [secret for secret in wanted if secret in joined]
