"""The journey without a display: the real window, drawn offscreen, on the sandbox; what it looks like at the end.

Used by ``make demo`` where there is no screen: ``python tests/pictures/demo.py demo.png``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import qInstallMessageHandler
from support.person import Person
from support.window import opened


def main(picture: Path) -> int:
    """Walk from the key to the dragon and write ``picture``."""
    qInstallMessageHandler(lambda kind, place, text: "propagateSizeHints" in text or print(text, file=sys.stderr))
    with tempfile.TemporaryDirectory() as home, opened(home, theme="light", language="en", size=(1440, 900)) as window:
        person = Person(window, patience=60)
        to_the_dragon(person)
        person.picture(picture)
        print(f"The token of {person.field('AssumedRoleArn')} lives until {person.field('Expiration')}.")
    print(f"Wrote {picture.resolve()}: the window with the token and the dragon.")
    return 0


def to_the_dragon(person: Person) -> None:
    """Profile ``works``: get a token, open ``wla-test2``, look at ``DragonMedium.png``."""
    person.row("Profiles", "works")
    person.click("Get token")
    person.wait(lambda: person.field("Expiration"), "an expiration")
    person.open("Buckets", "wla-test2")
    person.choose("Objects", "DragonMedium.png")
    person.wait(lambda: "1280" in person.says("Properties"), "the dragon's pixel size among the properties")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "demo.png")))
