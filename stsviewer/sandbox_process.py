"""The sandbox as a child process: started, listened to for its one line, and ended.

It is never imported: it is reached over HTTP only, like the cloud.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Final

from stsviewer.failure import Cancelled, Failed, Failure, Kind
from stsviewer.profile import AccessKey, Origin, Profile
from stsviewer.secret import Secret
from stsviewer.text import mark, say

READY_WITHIN: Final = 20.0  # seconds
_TERMINATES_WITHIN: Final = 2.0  # the sandbox's own promise
STARTING: Final = mark("Sandbox", "Starting the sandbox")


@dataclass(frozen=True)
class Announcement:
    """Where the sandbox listens, and its profiles with their keys, which live as long as it does."""

    sts_endpoint: str
    ram_endpoint: str
    oss_endpoint: str
    region: str
    profiles: tuple[tuple[Profile, AccessKey], ...]


class SandboxProcess:
    """A sandbox that was started. It ends by itself when this process is gone."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._condition = threading.Condition()
        self._announcement: Announcement | None = None
        self._failure: Failure | None = None
        self._stopped = False
        self._last_words: deque[str] = deque(maxlen=20)
        assert process.stdout is not None
        assert process.stderr is not None
        self._errors = threading.Thread(target=self._drain, args=(process.stderr,), name="sandbox stderr", daemon=True)
        self._errors.start()
        threading.Thread(target=self._listen, args=(process.stdout,), name="sandbox stdout", daemon=True).start()

    @classmethod
    def start(cls, account: Path | None = None, port: int = 0) -> SandboxProcess:
        """Start one, on a free port for 0, on the shipped account when ``account`` is None. It does not wait.

        Raises Failed when the process cannot be started.
        """
        command = [sys.executable, "-P", "-m", "stsviewer.sandbox", "--parent", str(os.getpid())]
        command += ["--port", str(port)] if port else []
        command += ["--account", str(account)] if account is not None else []
        try:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="replace",
            )
        except OSError as error:
            sentence = say(mark("Sandbox", "The sandbox cannot be started: {reason}"), reason=f"{error}")
            raise Failed(Failure(say(STARTING), sentence, Kind.LOCAL)) from None
        return cls(process)

    @property
    def running(self) -> bool:
        """Whether the process is there."""
        return self._process.poll() is None

    def wait_ready(self, deadline: float = READY_WITHIN) -> Announcement:
        """What it announced, waiting up to ``deadline`` seconds. Any number of threads may wait.

        Raises Failed, with the sandbox's last line of errors, when it died or says nothing; Cancelled after
        :meth:`stop`.
        """
        with self._condition:
            self._condition.wait_for(
                lambda: self._announcement is not None or self._failure is not None or self._stopped, deadline
            )
            if self._stopped:
                raise Cancelled
            if self._announcement is not None:
                return self._announcement
            late = Failure(
                say(STARTING),
                say(mark("Sandbox", "The sandbox does not say that it is ready. Start it again.")),
                Kind.LOCAL,
            )
            raise Failed(self._failure or late)

    def stop(self) -> None:
        """End it, within 2 s gently and then without asking."""
        with self._condition:
            self._stopped = True
            self._condition.notify_all()
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(_TERMINATES_WITHIN)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def __enter__(self) -> SandboxProcess:
        return self

    def __exit__(self, *_reason: object) -> None:
        self.stop()

    def _listen(self, output: IO[str]) -> None:
        with output:
            line = output.readline()
            announcement = announced(line)
            if announcement is None:
                self._end_of(line)
            else:
                with self._condition:
                    self._announcement = announcement
                    self._condition.notify_all()
            for _ in output:
                pass  # it says nothing more; should it, its pipe must not fill up

    def _end_of(self, line: str) -> None:
        """It said nothing that can be understood, most likely because it has ended: say what it said last."""
        if not line:
            self._process.wait()
            self._errors.join(1.0)
        words = self._last_words[-1] if self._last_words else line.strip()
        sentence = (
            say(mark("Sandbox", "The sandbox did not start: {words}"), words=words)
            if words
            else say(mark("Sandbox", "The sandbox did not start, and does not say why."))
        )
        with self._condition:
            self._failure = Failure(say(STARTING), sentence, Kind.LOCAL, message="\n".join(self._last_words))
            self._condition.notify_all()

    def _drain(self, errors: IO[str]) -> None:
        with errors:
            for line in errors:
                if line.strip():
                    self._last_words.append(line.strip())


def announced(line: str) -> Announcement | None:
    """The announcement in ``line``, or None when it is none."""
    try:
        told = json.loads(line)
        return Announcement(
            told["sts_endpoint"],
            told["ram_endpoint"],
            told["oss_endpoint"],
            told["region"],
            tuple(_profile(told, each) for each in told["profiles"]),
        )
    except (ValueError, KeyError, TypeError):
        return None


def _profile(told: Mapping[str, Any], each: Mapping[str, Any]) -> tuple[Profile, AccessKey]:
    """A profile of the announcement; what is null there is unused."""
    profile = Profile(
        name=each["name"],
        access_key_id=each["access_key_id"],
        role_arn=each.get("role_arn") or "",
        role_session_name=each.get("role_session_name") or "",
        duration_seconds=each.get("duration_seconds") or 3600,
        external_id=each.get("external_id") or "",
        policy=each.get("policy") or "",
        region=each.get("region") or told["region"],
        bucket=each.get("bucket") or "",
        prefix=each.get("prefix") or "",
        sts_endpoint=told["sts_endpoint"],
        oss_endpoint=told["oss_endpoint"],
        ram_endpoint=told["ram_endpoint"],
        origin=Origin.SANDBOX,
        story=each.get("story") or "",
        story_zh_cn=each.get("story_zh_CN") or "",
    )
    return profile, AccessKey(profile.access_key_id, Secret(each["access_key_secret"]))
