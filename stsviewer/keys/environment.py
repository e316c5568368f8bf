"""The profile ``env``, made of the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Final

from stsviewer.profile import AccessKey, Origin, Profile
from stsviewer.secret import Secret

NAME: Final = "env"

_SESSION_NAME: Final = "stsviewer"
_REGION_IN_ENDPOINT = re.compile(r"(?:https?://)?(?:[^/@]*\.)?oss-([a-z0-9-]+?)(?:-internal)?\.", re.ASCII)


def profile(environment: Mapping[str, str] | None = None) -> tuple[Profile, AccessKey] | None:
    """The profile and its key, or None when the environment holds no access key.

    With a security token the key is a temporary one already, and no role is assumed.
    """
    # Stripped: a file of variables that was written on Windows leaves a carriage return behind each.
    told = {name: value.strip() for name, value in (os.environ if environment is None else environment).items()}
    access_key_id = told.get("ALIBABA_CLOUD_ACCESS_KEY_ID", "")
    secret = told.get("ALIBABA_CLOUD_ACCESS_KEY_SECRET", "")
    token = told.get("ALIBABA_CLOUD_SECURITY_TOKEN", "")
    if not access_key_id or not secret:
        return None
    role_arn = "" if token else told.get("ALIBABA_CLOUD_ROLE_ARN", "")
    oss_endpoint = told.get("OSS_ENDPOINT", "")
    made = Profile(
        name=NAME,
        access_key_id=access_key_id,
        role_arn=role_arn,
        role_session_name=told.get("ALIBABA_CLOUD_ROLE_SESSION_NAME") or (_SESSION_NAME if role_arn else ""),
        region=_region(told.get("OSS_REGION", ""), oss_endpoint),
        sts_endpoint=told.get("STS_ENDPOINT", ""),
        oss_endpoint=oss_endpoint,
        ram_endpoint=told.get("RAM_ENDPOINT", ""),
        origin=Origin.ENVIRONMENT,
    )
    return made, AccessKey(access_key_id, Secret(secret), Secret(token) if token else None)


def _region(named: str, endpoint: str) -> str:
    """The region named (``oss-cn-shanghai`` is common too), else that of the endpoint, else the profile's default."""
    if named:
        return named.removeprefix("oss-")
    found = _REGION_IN_ENDPOINT.match(endpoint)
    return found.group(1) if found else Profile.region
