"""A refusal of STS or RAM: HTTP status, code, message, and the detail of a denied access."""

from __future__ import annotations

from collections.abc import Mapping


class ApiError(Exception):
    """What the caller is answered. Messages are the cloud's own, so clients that parse them work."""

    def __init__(self, status: int, code: str, message: str, detail: Mapping[str, str] | None = None) -> None:
        super().__init__(f"{code}: {message}")
        self.status = status
        self.code = code
        self.message = message
        self.detail = detail


def missing(parameter: str) -> ApiError:
    """A parameter that the action cannot do without."""
    return ApiError(400, f"Missing{parameter}", f"{parameter} is mandatory for this action.")


def not_valid(parameter: str) -> ApiError:
    """A parameter of the protocol itself (Version, SignatureMethod ...) with a value that nobody knows."""
    return ApiError(400, f"Invalid{parameter}", f"Specified parameter {parameter} is not valid.")
