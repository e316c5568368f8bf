"""Collects the texts of the package into the .ts file and compiles it: ``make translations``.

``lupdate`` finds ``self.tr``, ``QCoreApplication.translate`` and, through the alias, ``mark("Context", "text")`` of the
rooms without Qt. Texts that are gone are dropped; new ones are left unfinished, which a test refuses.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("zh_CN",)


def tool(name: str) -> str:
    """The path of one of PySide6's tools: beside the interpreter, as pip puts it."""
    return str(Path(sysconfig.get_path("scripts")) / f"pyside6-{name}")


def sources() -> list[Path]:
    """Every module of the package: a text may be in any of them."""
    return sorted((ROOT / "stsviewer").rglob("*.py"))


def collect(target: Path, language: str) -> None:
    """Bring ``target`` up to date with the sources; what is translated stays."""
    command = [tool("lupdate"), "-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"]
    command += ["-target-language", language, "-tr-function-alias", "QT_TRANSLATE_NOOP+=mark"]
    listed = target.with_suffix(".lst")
    listed.write_text("\n".join(str(path) for path in sources()), encoding="utf-8")
    try:
        subprocess.run([*command, f"@{listed}", "-ts", str(target)], check=True)
    finally:
        listed.unlink()


def compile_to(source: Path, target: Path) -> None:
    """Make the .qm of a .ts."""
    subprocess.run([tool("lrelease"), "-silent", str(source), "-qm", str(target)], check=True)


def main() -> int:
    """Update every language and say what is left to translate."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    unfinished = 0
    for language in LANGUAGES:
        source = FOLDER / f"stsviewer_{language}.ts"
        collect(source, language)
        compile_to(source, source.with_suffix(".qm"))
        left = source.read_text(encoding="utf-8").count('type="unfinished"')
        print(f"{source.name}: {left} to translate")
        unfinished += left
    return int(unfinished > 0)


if __name__ == "__main__":
    sys.exit(main())
