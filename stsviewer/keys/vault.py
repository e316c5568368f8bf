"""The vault: secrets in the keyring of the operating system, or in memory until the program ends. Nowhere else."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, Final, TypeVar

from stsviewer.failure import Failed, Failure, Kind
from stsviewer.secret import Secret
from stsviewer.text import Marked, Text, mark, say

SERVICE: Final = "stsviewer"
DEADLINE: Final = 10.0  # seconds

NO_KEYRING: Final = mark(
    "Vault", "This machine has no keyring that is running. The secret can be kept until the program ends."
)
LOCKED: Final = mark(
    "Vault", "The keyring is locked. Unlock it and try again, or keep the secret until the program ends."
)
DENIED: Final = mark("Vault", "The keyring refused. Allow it and try again, or keep the secret until the program ends.")
SILENT: Final = mark(
    "Vault",
    "The keyring does not answer. It may be asking for its password in a window of its own: unlock it and try again, "
    "or keep the secret until the program ends.",
)
FAILED: Final = mark("Vault", "The keyring failed: {reason}")

# Backends that keep nothing, or keep it as readable text. Whoever set one up did not set up a keyring.
_NO_BACKENDS: Final = (
    "keyring.backends.fail",
    "keyring.backends.null",
    "keyring.backends.chainer",
    "keyrings.alt",
)

Answer = TypeVar("Answer")

_deciding = threading.Lock()


class Vault:
    """Secrets by access key id. Its methods block up to the deadline, so they run on worker threads.

    Each raises Failed of kind LOCAL, whose code is one of Keyring.None, .Locked, .Denied, .Silent, .Failed.
    """

    def __init__(self, deadline: float = DEADLINE) -> None:
        self._deadline = deadline
        self._lock = threading.Lock()
        self._session: dict[str, Secret] = {}

    def get(self, access_key_id: str) -> Secret | None:
        """The secret of this key, one kept for the session first; None when there is none."""
        with self._lock:
            if access_key_id in self._session:
                return self._session[access_key_id]

        def get(backend: Any) -> Secret | None:
            found = backend.get_password(SERVICE, access_key_id)
            return None if found is None else Secret(found)

        return self._run(get, say(mark("Vault", "Reading a secret from the keyring")))

    def set(self, access_key_id: str, secret: Secret) -> None:
        """Keep the secret in the keyring."""
        self._run(
            lambda backend: backend.set_password(SERVICE, access_key_id, secret.reveal()),
            say(mark("Vault", "Putting a secret into the keyring")),
        )
        with self._lock:
            self._session.pop(access_key_id, None)

    def delete(self, access_key_id: str) -> None:
        """Forget the secret, here and in the keyring. One that is not there is no failure."""
        with self._lock:
            self._session.pop(access_key_id, None)

        def delete(backend: Any) -> None:
            if backend.get_password(SERVICE, access_key_id) is not None:
                backend.delete_password(SERVICE, access_key_id)

        self._run(delete, say(mark("Vault", "Removing a secret from the keyring")))

    def keep_for_session(self, access_key_id: str, secret: Secret) -> None:
        """Keep the secret in memory until the program ends."""
        with self._lock:
            self._session[access_key_id] = secret

    def _run(self, work: Callable[[Any], Answer], doing: Text) -> Answer:
        """Do ``work`` on a daemon thread: a keyring that waits for a password cannot be interrupted, and must hold up
        nothing.
        """
        answers: list[Answer] = []
        refusals: list[Failure] = []
        over = threading.Event()

        def run() -> None:
            try:
                answers.append(work(_backend()))
            except Exception as error:
                code, sentence = _understood(error)
                text = say(sentence, reason=f"{type(error).__name__}: {error}") if sentence is FAILED else say(sentence)
                refusals.append(Failure(doing, text, Kind.LOCAL, code=code))
            finally:
                over.set()

        threading.Thread(target=run, name="keyring", daemon=True).start()
        if not over.wait(self._deadline):
            raise Failed(Failure(doing, say(SILENT), Kind.LOCAL, code="Keyring.Silent"))
        if refusals:
            raise Failed(refusals[0])
        return answers[0]


def _backend() -> Any:
    """The keyring in use, the best of those that are real. Raises NoKeyringError when none is."""
    # One thread at a time: a backend that is imported by two at once may take its own library for missing, for good.
    with _deciding:
        import keyring
        from keyring.backend import KeyringBackend
        from keyring.errors import NoKeyringError

        chosen = keyring.get_keyring()
    candidates = getattr(chosen, "backends", None) or [chosen]  # the chainer lists several, best first
    real = [each for each in candidates if _is_real(type(each))]
    if not real and not (keyring.core.load_env() or keyring.core.load_config()):
        # Nobody chose to have none. keyring decides once a process; a Secret Service may have been started since.
        started = [each for each in KeyringBackend.get_viable_backends() if _is_real(each)]
        real = [each() for each in sorted(started, key=lambda each: each.priority, reverse=True)]
    if not real:
        raise NoKeyringError
    return real[0]


def _is_real(backend: type) -> bool:
    return not backend.__module__.startswith(_NO_BACKENDS)


def _understood(error: Exception) -> tuple[str, Marked]:
    from keyring.errors import InitError, KeyringLocked, NoKeyringError

    names = {each.__name__ for each in type(error).__mro__}
    if isinstance(error, NoKeyringError):
        return "Keyring.None", NO_KEYRING
    if isinstance(error, KeyringLocked):
        return "Keyring.Locked", LOCKED
    # The Secret Service could not be opened: most often nobody is there to be asked for the password.
    if isinstance(error, InitError):
        return "Keyring.Locked", LOCKED
    # Named by their class: macOS's and D-Bus's cannot be imported everywhere.
    if names & {"KeychainDenied", "SecAuthFailure", "PromptDismissedException"} or "denied" in f"{error}".lower():
        return "Keyring.Denied", DENIED
    if "LockedException" in names:
        return "Keyring.Locked", LOCKED
    return "Keyring.Failed", FAILED
