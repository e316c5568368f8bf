"""AssumeRole: a long-term key goes in, a temporary one comes out."""

from __future__ import annotations

from stsviewer.failure import Failed, Failure, Kind
from stsviewer.profile import AccessKey, Profile
from stsviewer.secret import Secret
from stsviewer.sts.call import call, endpoint_of, no_answer_of_sts
from stsviewer.sts.token import Token
from stsviewer.text import mark, say
from stsviewer.wire import Cancel, Transport, server_time
from stsviewer.wire.acs import Said

GETTING_A_TOKEN = mark("STS", "Getting a token")


def assume_role(profile: Profile, key: AccessKey, transport: Transport, cancel: Cancel | None = None) -> Token:
    """A new token for the profile's role. Raises Failed and Cancelled.

    https://www.alibabacloud.com/help/en/ram/developer-reference/api-sts-2015-04-01-assumerole
    """
    from aliyunsdksts.request.v20150401.AssumeRoleRequest import AssumeRoleRequest

    doing = say(GETTING_A_TOKEN)
    if not profile.role_arn:
        raise Failed(Failure(doing, say(mark("STS", "This profile names no role to assume.")), Kind.INPUT))
    request = AssumeRoleRequest()
    request.set_RoleArn(profile.role_arn)
    request.set_RoleSessionName(profile.role_session_name)
    request.set_DurationSeconds(profile.duration_seconds)
    if profile.external_id:
        request.set_ExternalId(profile.external_id)
    if profile.policy:
        request.set_Policy(profile.policy)
    said = call(request, profile, key, transport, doing, cancel)
    token = _token(said)
    if token is None:
        raise no_answer_of_sts(doing, endpoint_of(profile, doing))
    return token


def _token(said: Said) -> Token | None:
    members = said.members
    try:
        credentials, user = members["Credentials"], members["AssumedRoleUser"]
        expiration = server_time.of_iso(credentials["Expiration"])
        if expiration is None:
            return None
        return Token(
            access_key_id=str(credentials["AccessKeyId"]),
            access_key_secret=Secret(str(credentials["AccessKeySecret"])),
            security_token=Secret(str(credentials["SecurityToken"])),
            expiration=expiration,
            assumed_role_arn=str(user["Arn"]),
            assumed_role_id=str(user["AssumedRoleId"]),
            request_id=str(members.get("RequestId", "")),
            issued=said.time,
        )
    except (KeyError, TypeError):
        return None
