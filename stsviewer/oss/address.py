"""Which host a bucket is asked at, and with which region a request is signed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from stsviewer.endpoint import Endpoint
from stsviewer.profile import Profile


@dataclass(frozen=True)
class Address:
    """An endpoint of OSS and the region that signatures name."""

    endpoint: Endpoint
    region: str

    @classmethod
    def of(cls, profile: Profile) -> Address:
        """The profile's own. Raises ValueError when its endpoint is no host."""
        text = profile.oss_endpoint or f"https://oss-{profile.region}.aliyuncs.com"
        return cls(Endpoint.parse(text), profile.region)

    def followed(self, named: str) -> Address | None:
        """The address that a refusal names (``oss-cn-beijing.aliyuncs.com``); None when it cannot be followed.

        Asked path style on a plain address, only the region changes. Else the host does too, but never to another
        domain: a signed request goes only where the profile already sends them.
        """
        try:
            there = Endpoint.parse(f"{self.endpoint.scheme}://{named.rpartition('://')[2]}")
        except ValueError:
            return None
        region = region_of(there.host)
        if not region or region == self.region:
            return None
        if self.endpoint.path_style:
            return replace(self, region=region)
        own_domain = self.endpoint.host.partition(".")[2]
        if there.host.partition(".")[2] not in (own_domain, "aliyuncs.com"):
            return None
        return Address(there, region)


def region_of(host: str) -> str:
    """The region in a host of OSS: ``cn-beijing`` of ``oss-cn-beijing-internal.aliyuncs.com``; empty when it names
    none.
    """
    label = host.partition(".")[0].lower()
    return label.removeprefix("oss-").removesuffix("-internal") if label.startswith("oss-") else ""
