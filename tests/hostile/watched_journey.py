"""The journey of ``test_secrets.py``, in a process of its own whose logging, folders and arguments are watched.

Everything logs at DEBUG, ``DEBUG=sdk`` included. What must not be found anywhere goes to the file descriptor named in
the argument, as JSON: the test is the only one who hears it.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtGui import QGuiApplication
from support.person import Person
from support.window import opened


def main(account: Path, home: Path, told: int) -> None:
    """Key, token, bucket, picture, copy, renewal, a refusal; then tell the secrets that were met on the way."""
    handlers = [logging.FileHandler(home / "everything.log"), logging.StreamHandler()]
    logging.basicConfig(level=logging.DEBUG, handlers=handlers, force=True)
    logging.debug("the journey begins")
    secrets = set()
    with opened(home / "stsviewer", account=account) as window:
        person = Person(window, patience=30)
        person.choose("Profiles", "works")
        for button in ("Get token", "Renew"):
            before = person.field("AccessKeyId")
            person.click(button)
            person.wait(lambda before=before: person.field("AccessKeyId") not in ("", before), "a token")
            person.click("Reveal secrets")
            secrets |= {person.field("AccessKeySecret"), person.field("SecurityToken")}
            person.click("Reveal secrets")
        person.open("Buckets", "wla-test2")
        person.choose("Objects", "DragonMedium.png")
        person.wait(lambda: "1280" in person.says("Properties"), "the dragon")
        person.click("Download")
        person.choose_from_menu("Copy token as", "JSON")
        answer = json.loads(QGuiApplication.clipboard().text())
        assert answer["Credentials"]["SecurityToken"] in secrets
        person.choose("Profiles", "wrong-secret")
        person.click("Get token")
        person.wait(lambda: "SignatureDoesNotMatch" in person.says("Status"), "the refusal")
        person.click("Copy details")
        print("details:", QGuiApplication.clipboard().text())
        print("title:", window.windowTitle())
        for logger in ("oss2", "oss2.auth", "oss2.http", "aliyunsdkcore", "urllib3.connectionpool"):
            logging.getLogger(logger).setLevel(logging.DEBUG)
        person.choose("Profiles", "works")
        person.click("Renew")
        before = person.field("AccessKeyId")
        person.wait(lambda: person.field("AccessKeyId") not in ("", before), "a token with the SDKs' loggers turned up")
        person.click("Reveal secrets")
        secrets |= {person.field("AccessKeySecret"), person.field("SecurityToken")}
    with os.fdopen(told, "w") as out:
        json.dump(sorted(secrets), out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
