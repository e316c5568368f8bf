"""The forms in which a token leaves. They open its secrets: only a person's own act calls them."""

from __future__ import annotations

import json
import shlex

from stsviewer.profile import Profile
from stsviewer.sts import Token


def assume_role_json(token: Token) -> str:
    """What ``aliyun sts AssumeRole`` prints: JSON indented by tabs, names in order, without a line's end at its end."""
    said = {
        "AssumedRoleUser": {"Arn": token.assumed_role_arn, "AssumedRoleId": token.assumed_role_id},
        "Credentials": {
            "AccessKeyId": token.access_key_id,
            "AccessKeySecret": token.access_key_secret.reveal(),
            "Expiration": token.expiration.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "SecurityToken": token.security_token.reveal(),
        },
        "RequestId": token.request_id,
    }
    return json.dumps(said, indent="\t", ensure_ascii=False)


def export_lines(token: Token, profile: Profile) -> str:
    """Lines for a POSIX shell that hand the token to the programs started from it; no value can break out of its
    quotes.

    The names are those that the vendor's SDKs and command lines read, and this program's own profile ``env``.
    """
    values = {
        "ALIBABA_CLOUD_ACCESS_KEY_ID": token.access_key_id,
        "ALIBABA_CLOUD_ACCESS_KEY_SECRET": token.access_key_secret.reveal(),
        "ALIBABA_CLOUD_SECURITY_TOKEN": token.security_token.reveal(),
        "OSS_REGION": profile.region,
        "OSS_ENDPOINT": profile.oss_endpoint,
        "STS_ENDPOINT": profile.sts_endpoint,
        "RAM_ENDPOINT": profile.ram_endpoint,
    }
    return "".join(f"export {name}={shlex.quote(value)}\n" for name, value in values.items() if value)
