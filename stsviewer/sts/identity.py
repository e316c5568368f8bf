"""GetCallerIdentity: whose key this is. It needs no permission."""

from __future__ import annotations

from dataclasses import dataclass

from stsviewer.profile import AccessKey, Profile
from stsviewer.sts.call import call
from stsviewer.text import mark, say
from stsviewer.wire import Cancel, Transport


@dataclass(frozen=True)
class Identity:
    """Who signs. ``identity_type`` is Account, RAMUser or AssumedRoleUser; ``user_id`` and ``role_id`` where it has
    one.
    """

    identity_type: str
    account_id: str
    principal_id: str
    arn: str
    user_id: str
    role_id: str
    request_id: str


def get_caller_identity(
    profile: Profile, key: AccessKey, transport: Transport, cancel: Cancel | None = None
) -> Identity:
    """The identity behind ``key``. Raises Failed and Cancelled."""
    from aliyunsdksts.request.v20150401.GetCallerIdentityRequest import GetCallerIdentityRequest

    said = call(
        GetCallerIdentityRequest(), profile, key, transport, say(mark("STS", "Asking whose key this is")), cancel
    )
    names = ("IdentityType", "AccountId", "PrincipalId", "Arn", "UserId", "RoleId", "RequestId")
    return Identity(*(str(said.members.get(name) or "") for name in names))
