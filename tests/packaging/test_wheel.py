"""The wheel stands alone: installed into a clean environment, run from another folder, with no checkout in sight."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
DRAGON = CHECKOUT / "resources" / "sandbox" / "objects" / "DragonMedium.png"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of the sources."""
    folder = tmp_path_factory.mktemp("build")
    copy = folder / "checkout"
    shutil.copytree(
        CHECKOUT,
        copy,
        ignore=shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", "dist", "build", ".hypothesis"),
    )
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(copy)],
        check=True,
        capture_output=True,
    )
    shutil.rmtree(copy)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an environment of its own that holds the wheel.

    The dependencies are linked in from this run's environment, so that nothing is downloaded; the package itself,
    resources included, is only there from the wheel.
    """
    folder = tmp_path_factory.mktemp("clean")
    venv.EnvBuilder(with_pip=False, symlinks=True).create(folder / "env")
    (site,) = (folder / "env").glob("lib/python*/site-packages")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--no-index",
            "--ignore-installed",
            "--prefix",
            str(folder / "env"),
            str(wheel),
        ],
        check=True,
    )
    own = Path(pytest.__file__).resolve().parents[1]
    for entry in own.iterdir():
        # The editable install of the checkout stays out; everything else is linked in.
        if "stsviewer" in entry.name or entry.name.startswith("_stsviewer") or (site / entry.name).exists():
            continue
        if entry.suffix == ".pth" and str(CHECKOUT) in entry.read_text("utf-8", "replace"):
            continue
        (site / entry.name).symlink_to(entry)
    script = folder / "env" / "bin" / "stsviewer"
    lines = script.read_text("utf-8").splitlines(keepends=True)
    script.write_text(f"#!{folder / 'env' / 'bin' / 'python'}\n" + "".join(lines[1:]), "utf-8")
    return folder / "env" / "bin"


def run(bin_folder: Path, home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "STSVIEWER"))}
    return subprocess.run(
        [str(bin_folder / "stsviewer"), *arguments],
        cwd=home,
        env={**clean, "HOME": str(home), "STSVIEWER_HOME": str(home / "stsviewer"), **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_the_wheel_carries_resources_and_translations(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for wanted in (
        "stsviewer/py.typed",
        "stsviewer/resources/icons/stsviewer.svg",
        "stsviewer/resources/translations/stsviewer_zh_CN.qm",
        "stsviewer/resources/sandbox/account.toml",
        "stsviewer/resources/sandbox/objects/DragonMedium.png",
        "stsviewer/resources/fonts/Inter-Regular.otf",
        "stsviewer/resources/desktop/stsviewer.desktop",
    ):
        assert wanted in names
    assert not [name for name in names if "screenshots" in name or "tests/" in name]


def test_it_runs_from_its_own_package(installed: Path, tmp_path: Path) -> None:
    asked = subprocess.run(
        [str(installed / "python"), "-c", "import stsviewer.places as p; print(p.__file__); print(p.resources())"],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert all(line.startswith(str(installed.parent)) for line in asked.stdout.split())


def test_token_from_the_sandbox(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "token", "works", "--sandbox")
    assert done.returncode == 0, done.stderr
    assert '"SecurityToken"' in done.stdout


def test_get_the_dragon(installed: Path, tmp_path: Path) -> None:
    done = run(
        installed, tmp_path, "get", "works", "--sandbox", "oss://wla-test2/DragonMedium.png", str(tmp_path / "F")
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "F").read_bytes() == DRAGON.read_bytes()


OPEN_THE_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import stsviewer.app
from stsviewer.cli import main

show = stsviewer.app.MainWindow.show

def look(window):
    print("SHOWN", window.isVisible(), window.windowTitle(), flush=True)
    QApplication.closeAllWindows()

def show_and_look(window):
    show(window)
    QTimer.singleShot(500, lambda: look(window))

stsviewer.app.MainWindow.show = show_and_look
sys.exit(main(["--sandbox"]))
"""


def test_the_window_opens_offscreen(installed: Path, tmp_path: Path) -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "STSVIEWER"))}
    done = subprocess.run(
        [str(installed / "python"), "-c", OPEN_THE_WINDOW],
        cwd=tmp_path,
        env={**clean, "HOME": str(tmp_path), "STSVIEWER_HOME": str(tmp_path / "s"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert re.search(r"SHOWN True .*stsviewer", done.stdout), done.stderr
    assert done.returncode == 0, done.stderr
