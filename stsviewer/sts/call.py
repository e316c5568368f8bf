"""One call of STS: where it is reached, and what an answer that is none means."""

from __future__ import annotations

from typing import Any

from stsviewer.endpoint import Endpoint
from stsviewer.failure import Failed, Failure, Kind
from stsviewer.profile import AccessKey, Profile
from stsviewer.text import Text, mark, say
from stsviewer.wire import Cancel, Transport, acs
from stsviewer.wire.acs import Said


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
    endpoint = endpoint_of(profile, doing)
    said = acs.call(request, endpoint, profile.region, key, transport, doing, cancel)
    if said is None:
        raise no_answer_of_sts(doing, endpoint)
    return said


def no_answer_of_sts(doing: Text, endpoint: Endpoint) -> Failed:
    """The Failed for an answer that says success and is none."""
    sentence = say(
        mark("STS", "{host} answered, but not the way STS does. Check the STS endpoint."), host=endpoint.netloc
    )
    return Failed(Failure(doing, sentence, Kind.BROKEN, detail=(("Host", endpoint.netloc),)))
