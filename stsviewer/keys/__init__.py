"""Profiles on disk, their secrets in the vault, and the profile that the environment makes."""

from stsviewer.keys import environment
from stsviewer.keys.problems import Problem, problems
from stsviewer.keys.store import Loaded, ProfileStore
from stsviewer.keys.vault import Vault

__all__ = ["Loaded", "Problem", "ProfileStore", "Vault", "environment", "problems"]
