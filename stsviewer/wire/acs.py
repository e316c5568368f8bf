"""One call of an RPC service (STS, RAM) through the vendor's SDK core, sent by our transport."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from stsviewer.endpoint import Endpoint
from stsviewer.failure import Cancelled, Failed
from stsviewer.profile import AccessKey
from stsviewer.text import Text
from stsviewer.wire import server_time
from stsviewer.wire.cancel import Cancel
from stsviewer.wire.transport import Transport


@dataclass(frozen=True)
class Said:
    """What the service answered: the members of its JSON, and the server's time."""

    members: dict[str, Any]
    time: datetime


def call(
    request: Any,
    endpoint: Endpoint,
    region: str,
    key: AccessKey,
    transport: Transport,
    doing: Text,
    cancel: Cancel | None,
) -> Said | None:
    """Send ``request`` of an aliyunsdk package, signed with ``key``; None when the answer is none of the service's.

    Raises Failed and Cancelled, and nothing of the SDK's.
    """
    from aliyunsdkcore.client import AcsClient

    from stsviewer.wire.mounts import AcsMount, mount_acs

    request.set_endpoint(endpoint.netloc)
    request.set_protocol_type(endpoint.scheme)
    if key.security_token is not None:
        # Not through the SDK's StsTokenCredential: it yields to a key that it finds in the environment.
        request.add_query_param("SecurityToken", key.security_token.reveal())
    client = AcsClient(key.id, key.secret.reveal(), region, auto_retry=False)
    mount = AcsMount(transport, doing, cancel)
    mount_acs(client, mount)
    members: Any = None
    try:
        members = json.loads(client.do_action_with_exception(request))
    except (Failed, Cancelled):
        raise
    except Exception:
        pass  # whatever the SDK or its parser makes of an odd answer, in words that hold the signed URL
    return Said(members, server_time.of_http(mount.date) or datetime.now(UTC)) if isinstance(members, dict) else None
