"""How bytes leave: the one transport under both SDKs, what it recorded, what a refusal said, and taking work back."""

from stsviewer.wire.answer import Answer
from stsviewer.wire.cancel import Cancel
from stsviewer.wire.recorder import Exchange, Recorder
from stsviewer.wire.refusal import failure_of
from stsviewer.wire.transport import Outgoing, Transport

__all__ = ["Answer", "Cancel", "Exchange", "Outgoing", "Recorder", "Transport", "failure_of"]
