"""Running the commands as a person does: as processes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.sandbox import RunningSandbox

Ran = subprocess.CompletedProcess[str]
Run = Callable[..., Ran]


@pytest.fixture
def no_qt(tmp_path: Path) -> Path:
    """A folder that, on the path, makes PySide6 unimportable."""
    folder = tmp_path / "without-qt"
    (folder / "PySide6").mkdir(parents=True)
    (folder / "PySide6" / "__init__.py").write_text("raise ImportError('PySide6 is not to be imported')\n")
    return folder


@pytest.fixture
def run(no_qt: Path) -> Run:
    """Run ``stsviewer`` with arguments, without Qt; ``env`` adds to the environment."""

    def run(*arguments: str, env: dict[str, str] | None = None, stdin: str = "") -> Ran:
        return subprocess.run(
            [sys.executable, "-m", "stsviewer", *arguments],
            input=stdin,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": str(no_qt), **(env or {})},
            timeout=60,
        )

    return run


@pytest.fixture
def env_profile(sandbox: RunningSandbox) -> dict[str, str]:
    """The environment of the profile ``env`` for the shared sandbox, on the story ``works``."""
    works = sandbox.profile("works")
    return {
        "ALIBABA_CLOUD_ACCESS_KEY_ID": works["access_key_id"],
        "ALIBABA_CLOUD_ACCESS_KEY_SECRET": works["access_key_secret"],
        "ALIBABA_CLOUD_ROLE_ARN": works["role_arn"],
        "ALIBABA_CLOUD_ROLE_SESSION_NAME": "henshao",
        "OSS_REGION": works["region"],
        "OSS_ENDPOINT": sandbox.announcement["oss_endpoint"],
        "STS_ENDPOINT": sandbox.announcement["sts_endpoint"],
        "RAM_ENDPOINT": sandbox.announcement["ram_endpoint"],
    }
