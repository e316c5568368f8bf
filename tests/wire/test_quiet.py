"""With everything logged at DEBUG, by whomever, no secret reaches a log, standard error or the record."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from support.sandbox import RunningSandbox

from stsviewer.wire import Transport
from stsviewer.wire.quiet import FAMILIES, WITHHELD, silence_sdks

# Run in a process of its own: the SDKs are imported before anything of ours, and somebody turns all of their loggers
# up.
JOURNEY = """
import logging, sys
logging.basicConfig(level=logging.DEBUG, filename=sys.argv[1], format="%(name)s %(message)s")
if sys.argv[2] == "before":
    import aliyunsdkcore.client, aliyunsdksts, oss2

from support.sandbox import RunningSandbox
from support import stories
from stsviewer.failure import Failed
from stsviewer.wire import Transport
import json, subprocess, pathlib

sandbox = RunningSandbox(json.loads(sys.stdin.read()), None, pathlib.Path(), pathlib.Path())
transport = Transport()

def turn_up():
    for name, logger in list(logging.root.manager.loggerDict.items()):
        if isinstance(logger, logging.Logger):
            logger.setLevel(logging.DEBUG)
            logger.disabled = False
    for name in ("oss2", "oss2.auth", "oss2.http", "aliyunsdkcore", "aliyunsdkcore.client", "urllib3.connectionpool"):
        logging.getLogger(name).setLevel(logging.DEBUG)
        logging.getLogger(name).addHandler(logging.StreamHandler())

def journey():
    tokens = stories.source(sandbox, "works", transport)
    token = tokens.renew()
    storage = stories.Storage(tokens.profile, tokens.key, transport)
    storage.buckets()
    storage.page("wla-test2", "")
    storage.head("wla-test2", "DragonMedium.png")
    storage.read("wla-test2", "DragonMedium.png")
    for name in ("wrong-secret", "service-role", "disabled-key"):
        try:
            stories.source(sandbox, name, transport).renew()
        except Failed as failed:
            logging.getLogger("somebody").exception("refused %r", failed.failure)
    try:
        storage.read("wla-test2", "no such key")
    except Failed:
        logging.getLogger("somebody").exception("refused")
    logging.getLogger("somebody").debug("%r %r %r", token, tokens, storage)
    return token

token = journey()
if sys.argv[3] == "turned up":
    turn_up()
    token2 = journey()
else:
    token2 = token
logging.getLogger("somebody").debug("%r", transport.recorder.exchanges())
for each in (token, token2):
    print(json.dumps([each.access_key_secret.reveal(), each.security_token.reveal()]))
"""


@pytest.mark.parametrize("imported", ["before", "after"])
@pytest.mark.parametrize("loggers", ["as they are", "turned up"])
def test_no_secret_in_any_log(sandbox: RunningSandbox, tmp_path: Path, imported: str, loggers: str) -> None:
    log = tmp_path / "everything.log"
    ran = subprocess.run(
        [sys.executable, "-c", JOURNEY, str(log), imported, loggers],
        input=json.dumps(sandbox.announcement),
        capture_output=True,
        text=True,
        env={**os.environ, "DEBUG": "sdk", "PYTHONPATH": str(Path(__file__).parents[1])},
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr
    secrets = [secret for line in ran.stdout.splitlines() for secret in json.loads(line)]
    secrets += [profile["access_key_secret"] for profile in sandbox.announcement["profiles"]]
    written = log.read_text() + ran.stderr
    assert "somebody" in written
    assert len(secrets) > 4
    for secret in secrets:
        for spelling in (secret, quote(secret, safe=""), secret.replace("/", "\\/")):
            assert spelling not in written
    # A signature is only valid for one request, and still nobody's business.
    for word in ("Signature=", "Signature%3D", "OSS4-HMAC-SHA256 Credential="):
        rest = written.split(word)[1:]
        assert all(each.startswith("•") or "Signature=•" in each[:200] for each in rest), word


def test_the_families_are_silent_and_their_records_are_emptied(caplog: pytest.LogCaptureFixture) -> None:
    Transport()
    silence_sdks()
    with caplog.at_level(logging.DEBUG):
        for family in FAMILIES:
            logging.getLogger(f"{family}.deep.inside").critical("a token: %s", "s3cret")
        assert caplog.records == []
        logging.getLogger("oss2.deep").setLevel(logging.DEBUG)
        try:
            logging.getLogger("oss2.deep").debug("a token: %s", "s3cret", stack_info=True)
        finally:
            logging.getLogger("oss2.deep").setLevel(logging.NOTSET)
        logging.getLogger("ours").debug("kept: %s", "word")
    assert [record.getMessage() for record in caplog.records] == [WITHHELD, "kept: word"]
    assert caplog.records[0].stack_info is None
