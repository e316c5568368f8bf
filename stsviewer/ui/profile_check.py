"""What is wrong with a profile while it is typed: the sentence of each field, in the language in force."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from stsviewer.profile import Profile
from stsviewer.ui.translate import shown


def sentences(profile: Profile) -> dict[str, str]:
    """Field of :class:`Profile` and what is wrong with it. Fields that can be used are left out."""
    from stsviewer import keys  # by now imported by the job that loaded the profiles

    found: dict[str, str] = {}
    for problem in keys.problems(profile):
        found.setdefault(problem.field, shown(problem.text))
    if profile.policy:
        sentence = _policy(profile.policy)
        if sentence:
            found["policy"] = sentence
    return found


def _policy(text: str) -> str:
    from stsviewer.policy import DocumentKind, GrammarError, parse

    try:
        parse(text, DocumentKind.SESSION)
    except GrammarError as wrong:
        return shown(wrong.located)
    return ""


def name_taken() -> str:
    """The sentence for a name that another profile has."""
    return QCoreApplication.translate("ProfileCheck", "Another profile has this name.")
