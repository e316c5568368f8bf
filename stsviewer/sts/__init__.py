"""Security Token Service: the token, who one is, and the one place that renews."""

from stsviewer.sts.assume_role import assume_role
from stsviewer.sts.clock import seconds_since_boot
from stsviewer.sts.identity import Identity, get_caller_identity
from stsviewer.sts.source import TokenSource
from stsviewer.sts.token import Token

__all__ = ["Identity", "Token", "TokenSource", "assume_role", "get_caller_identity", "seconds_since_boot"]
