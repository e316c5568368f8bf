"""The sandbox's stories as the middle rooms take them: a profile, its key, a transport."""

from __future__ import annotations

import json

from support.sandbox import RunningSandbox

from stsviewer.oss import Storage
from stsviewer.profile import AccessKey, Profile
from stsviewer.sandbox_process import announced
from stsviewer.sts import TokenSource
from stsviewer.wire import Transport


def story(sandbox: RunningSandbox, name: str) -> tuple[Profile, AccessKey]:
    """The profile ``name`` and its long-term key."""
    announcement = announced(json.dumps(sandbox.announcement))
    assert announcement is not None
    return next((profile, key) for profile, key in announcement.profiles if profile.name == name)


def source(sandbox: RunningSandbox, name: str, transport: Transport | None = None) -> TokenSource:
    """The token source of the profile ``name``, without a token yet."""
    return TokenSource(*story(sandbox, name), transport or Transport())


def storage(sandbox: RunningSandbox, name: str, transport: Transport | None = None) -> Storage:
    """The storage of the profile ``name``, with a token."""
    transport = transport or Transport()
    tokens = source(sandbox, name, transport)
    tokens.renew()
    return Storage(tokens.profile, tokens.key, transport)
