"""The profiles that a command may use, and what it asks the cloud with."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass

from stsviewer import places
from stsviewer.cli import terminal
from stsviewer.failure import Failed, Failure, Kind
from stsviewer.keys import ProfileStore, Vault, environment
from stsviewer.oss import Storage
from stsviewer.profile import AccessKey, Profile
from stsviewer.sandbox_process import SandboxProcess
from stsviewer.sts import TokenSource
from stsviewer.text import Text, mark, say
from stsviewer.wire import Transport


@dataclass(frozen=True)
class Offered:
    """The profiles at hand. ``keys`` holds those that need no keyring; ``problems`` is what could not be read."""

    profiles: tuple[Profile, ...]
    keys: dict[str, AccessKey]
    problems: tuple[Text, ...] = ()

    def opened(self, name: str) -> tuple[Profile, AccessKey]:
        """The profile ``name`` and its own key. Raises Failed."""
        opening = say(mark("Command line", "Opening the profile {name}"), name=name)
        profile = next((each for each in self.profiles if each.name == name), None)
        if profile is None:
            raise Failed(Failure(opening, self._unknown(name), Kind.INPUT))
        key = self.keys.get(name)
        if key is None:
            secret = Vault().get(profile.access_key_id)
            if secret is None:
                sentence = mark("Command line", "The keyring holds no secret for the key {id}. Save the profile again.")
                raise Failed(Failure(opening, say(sentence, id=profile.access_key_id), Kind.LOCAL))
            key = AccessKey(profile.access_key_id, secret)
        return profile, key

    def source(self, name: str) -> TokenSource:
        """The token source of the profile ``name``. Raises Failed."""
        return TokenSource(*self.opened(name), Transport())

    def storage(self, name: str) -> Storage:
        """The storage of the profile ``name``, with a token that was just got when it assumes a role. Raises Failed."""
        source = self.source(name)
        if source.profile.role_arn:
            source.renew()
        return Storage(source.profile, source.key, Transport())

    def _unknown(self, name: str) -> Text:
        if name == environment.NAME:
            return say(
                mark(
                    "Command line",
                    "The environment holds no key: set ALIBABA_CLOUD_ACCESS_KEY_ID and "
                    "ALIBABA_CLOUD_ACCESS_KEY_SECRET.",
                )
            )
        known = ", ".join(each.name for each in self.profiles)
        if not known:
            return say(mark("Command line", "There is no profile yet. Add one in the window, or use --sandbox."))
        return say(mark("Command line", "There is no profile “{name}”. There are: {known}"), name=name, known=known)


@contextmanager
def offered(arguments: argparse.Namespace) -> Iterator[Offered]:
    """The profiles for a command: the sandbox's while it runs for this command, else the saved ones; and ``env``.

    What could not be read of the saved ones is told on standard error.
    """
    process = SandboxProcess.start(arguments.account) if arguments.sandbox else None
    with process or nullcontext():
        if process is not None:
            found = dict(process.wait_ready().profiles)
            profiles = list(found)
            problems: tuple[Text, ...] = ()
            keys = {profile.name: key for profile, key in found.items()}
        else:
            loaded = ProfileStore(places.settings()).load()
            profiles, problems, keys = list(loaded.profiles), loaded.problems, {}
            for problem in problems:
                terminal.tell(f"stsviewer: {problem.english()}")
        named = environment.profile()
        if named is not None and named[0].name not in keys:
            profile, key = named
            profiles.append(profile)
            keys[profile.name] = key
        yield Offered(tuple(profiles), keys, problems)
