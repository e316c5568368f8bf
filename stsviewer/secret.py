"""A string that masks itself.

Whatever prints, formats, logs or pickles a :class:`Secret` sees dots, always the same number of them. Only
:meth:`Secret.reveal` opens it, so that the places that do can be counted (the vault, the credentials handed to the
SDKs, the signer, the exporter, the token card while *Reveal secrets* is on, the sandbox).
"""

from __future__ import annotations

from typing import Final, NoReturn

MASK: Final = "\N{BULLET}" * 12


class Secret:
    """A secret text: an access key secret, a security token, a signature."""

    __slots__ = ("__value",)

    def __init__(self, value: str) -> None:
        self.__value = value

    def reveal(self) -> str:
        """Return the text itself. Every call of this is a place where a secret may leave."""
        return self.__value

    def __repr__(self) -> str:
        return f"Secret({MASK})"

    def __str__(self) -> str:
        return MASK

    def __format__(self, spec: str) -> str:
        return format(MASK, spec)

    def __bool__(self) -> bool:
        return bool(self.__value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        import hmac  # brings OpenSSL along, which the window's start would pay for

        return hmac.compare_digest(self.__value.encode(), other.__value.encode())

    def __hash__(self) -> int:
        return hash((Secret, self.__value))

    def __reduce__(self) -> NoReturn:
        raise TypeError("a Secret is not pickled")

    def __copy__(self) -> Secret:
        return self

    def __deepcopy__(self, memo: object) -> Secret:
        return self
