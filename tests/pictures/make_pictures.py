"""Pictures of the real window on the sandbox, for the README and for the eye: ``make pictures``.

Every scene is made in light and dark, English and Chinese, at 1x and 2x, into ``pictures/``. Those that the README
shows go to ``resources/screenshots/``, with a palette of 256 colours to stay small. Each scale is a process of its own,
since Qt reads it once.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QPlainTextEdit

CHECKOUT = Path(__file__).resolve().parents[2]
ALL = CHECKOUT / "pictures"
SHOWN = CHECKOUT / "resources" / "screenshots"
WIDE, NARROW = (1440, 900), (1024, 720)

# What the README shows, by scene, theme and language; always at 2x.
IN_THE_README = (
    ("dragon", "light", "en"),
    ("dragon", "dark", "zh_CN"),
    ("first-run", "light", "en"),
    ("token", "light", "en"),
    ("refused", "light", "en"),
    ("prefix-refused", "light", "zh_CN"),
    ("narrow", "dark", "en"),
    *(
        (scene, theme, language)
        for scene in ("check-service-role", "check-works", "check-one-prefix", "rehearse")
        for theme, language in (("light", "en"), ("dark", "zh_CN"))
    ),
)

sys.path.insert(0, str(CHECKOUT / "tests"))


def first_run(person) -> None:
    """Nothing there yet."""
    person.find("AccessKey ID")


def token(person) -> None:
    """A token, its card opened."""
    take(person, "works")
    person.click("More of the token")
    person.row("Buckets", "wla-test2")


def dragon(person) -> None:
    """The journey's end."""
    take(person, "works")
    person.open("Buckets", "wla-test2")
    person.choose("Objects", "DragonMedium.png")
    person.wait(lambda: "1280" in person.says("Properties") and "CRC-64" in person.says("Properties"), "the dragon")


def refused(person) -> None:
    """The service role: no token, and why."""
    person.choose("Profiles", "service-role")
    person.click("Get token")
    person.wait(lambda: "NoPermission" in person.says("Status"), "the refusal")


def prefix_refused(person) -> None:
    """A role for one prefix, at the root of the bucket."""
    take(person, "one-prefix")
    person.wait(lambda: person.field("Path") == "oss://wla-test2/photos/", "photos/")
    person.click("Go to wla-test2")
    person.find("Refusal of the list")


def narrow(person) -> None:
    """The smallest window."""
    dragon(person)


def check(person, story: str) -> None:
    """A whole role check."""
    person.choose("Profiles", story)
    person.window.tabs.setCurrentIndex(1)
    person.click("Run check")
    person.wait(lambda: person.window.check.ladder.report() is not None, "the end of the check")


def check_service_role(person) -> None:
    """The trap that this program was made for."""
    check(person, "service-role")


def check_works(person) -> None:
    """A role with nothing to mend."""
    check(person, "works")


def check_one_prefix(person) -> None:
    """A role for one prefix, and what it cannot do elsewhere."""
    check(person, "one-prefix")


def rehearse(person) -> None:
    """A policy changed on paper."""
    check(person, "one-prefix")
    person.click("Rehearse")
    editor = person.find("Policy text", QPlainTextEdit)
    person.wait(editor.toPlainText, "the policy")
    editor.setPlainText(editor.toPlainText().replace("photos/*", "*"))


SCENES: dict[str, tuple[Callable, tuple[int, int], bool]] = {
    "first-run": (first_run, WIDE, False),
    "token": (token, WIDE, True),
    "dragon": (dragon, WIDE, True),
    "refused": (refused, WIDE, True),
    "prefix-refused": (prefix_refused, WIDE, True),
    "narrow": (narrow, NARROW, True),
    "check-service-role": (check_service_role, WIDE, True),
    "check-works": (check_works, WIDE, True),
    "check-one-prefix": (check_one_prefix, WIDE, True),
    "rehearse": (rehearse, WIDE, True),
}


def take(person, story: str) -> None:
    """A token for ``story``."""
    person.choose("Profiles", story)
    person.click("Get token")
    person.wait(lambda: person.field("Expiration"), "an expiration")


def make(scale: str, wanted: list[str]) -> None:
    """All scenes at the scale of this process."""
    from support.person import Person
    from support.window import opened

    for name in wanted or SCENES:
        scene, size, sandbox = SCENES[name]
        for theme in ("light", "dark"):
            for language in ("en", "zh_CN"):
                with (
                    tempfile.TemporaryDirectory() as home,
                    opened(home, sandbox=sandbox, theme=theme, language=language, size=size) as window,
                ):
                    person = Person(window, patience=30)
                    scene(person)
                    settle(person)
                    person.picture(ALL / f"{name}-{theme}-{language}-{scale}x.png")
    print(f"{scale}x: {len(wanted or SCENES) * 4} pictures")


def settle(person) -> None:
    """Wait until two looks, a third of a second apart, see the same but for the countdown."""
    from PySide6.QtTest import QTest

    before = None
    for _ in range(20):
        QTest.qWait(350)
        now = person.window.grab().toImage().copy(0, 260, 4000, 4000)
        if now == before:
            return
        before = now


def main() -> int:
    """Make them all, or the scenes named."""
    if "SCALE" in os.environ:
        make(os.environ["SCALE"], sys.argv[1:])
        return 0
    ALL.mkdir(exist_ok=True)
    for scale in ("1", "2"):
        environment = {**os.environ, "SCALE": scale, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen"}
        environment["TZ"] = "Asia/Shanghai"
        subprocess.run([sys.executable, __file__, *sys.argv[1:]], env=environment, check=True)
    SHOWN.mkdir(exist_ok=True)
    for scene, theme, language in IN_THE_README:
        made = ALL / f"{scene}-{theme}-{language}-2x.png"
        if made.exists():
            small = Image.open(made).convert("RGB").quantize(256, dither=Image.Dither.NONE)
            small.save(SHOWN / f"{scene}-{theme}-{language}.png", optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
