"""One call of STS through the vendor's SDK, sent by our transport."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from stsviewer.endpoint import Endpoint
from stsviewer.failure import Cancelled, Failed, Failure, Kind
from stsviewer.profile import AccessKey, Profile
from stsviewer.text import Text, mark, say
from stsviewer.wire import Cancel, Transport


@dataclass(frozen=True)
class Said:
    """What STS answered: the members of its JSON, and the server's time."""

    members: dict[str, Any]
    time: datetime


def endpoint_of(profile: Profile, doing: Text) -> Endpoint:
    """Where this profile reaches STS. Raises Failed of kind INPUT."""
    try:
        return Endpoint.parse(profile.sts_endpoint or f"https://sts.{profile.region}.aliyuncs.com")
    except ValueError:
        sentence = say(
            mark("STS", "The STS endpoint “{endpoint}” is no host."), endpoint=profile.sts_endpoint or profile.region
        )
        raise Failed(Failure(doing, sentence, Kind.INPUT)) from None


def call(
    request: Any, profile: Profile, key: AccessKey, transport: Transport, doing: Text, cancel: Cancel | None
) -> Said:
    """Send ``request`` of aliyunsdksts, signed with ``key``. Raises Failed and Cancelled, and nothing of the SDK's."""
    from aliyunsdkcore.client import AcsClient

    from stsviewer.wire.mounts import AcsMount, mount_acs

    endpoint = endpoint_of(profile, doing)
    request.set_endpoint(endpoint.netloc)
    request.set_protocol_type(endpoint.scheme)
    if key.security_token is not None:
        # Not through the SDK's StsTokenCredential: it yields to a key that it finds in the environment.
        request.add_query_param("SecurityToken", key.security_token.reveal())
    client = AcsClient(key.id, key.secret.reveal(), profile.region, auto_retry=False)
    mount = AcsMount(transport, doing, cancel)
    mount_acs(client, mount)
    members: Any = None
    try:
        members = json.loads(client.do_action_with_exception(request))
    except (Failed, Cancelled):
        raise
    except Exception:
        pass  # whatever the SDK or its parser makes of an odd answer, in words that hold the signed URL
    if not isinstance(members, dict):
        raise no_answer_of_sts(doing, endpoint)
    return Said(members, _time(mount.date))


def no_answer_of_sts(doing: Text, endpoint: Endpoint) -> Failed:
    """The Failed for an answer that says success and is none."""
    sentence = say(
        mark("STS", "{host} answered, but not the way STS does. Check the STS endpoint."), host=endpoint.netloc
    )
    return Failed(Failure(doing, sentence, Kind.BROKEN, detail=(("Host", endpoint.netloc),)))


def _time(date: str) -> datetime:
    try:
        return parsedate_to_datetime(date).astimezone(UTC)
    except (ValueError, TypeError):
        return datetime.now(UTC)
