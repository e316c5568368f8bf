"""How bytes leave: the one transport under both SDKs, what it recorded, what a refusal said, and taking work back."""

from stsviewer.wire.cancel import Cancel
from stsviewer.wire.recorder import Exchange, Recorder

__all__ = ["Cancel", "Exchange", "Recorder"]
