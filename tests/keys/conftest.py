"""The keyring of this session, for the tests that need a real one."""

from support.secret_service import secret_service

__all__ = ["secret_service"]
