"""Security Token Service: the token, who one is, and the one place that renews."""

from stsviewer.sts.clock import seconds_since_boot
from stsviewer.sts.token import Token

__all__ = ["Token", "seconds_since_boot"]
