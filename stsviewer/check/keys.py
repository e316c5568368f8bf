"""What a refusal says about the key itself, the way there, or the clock: before anything is asked of RAM's rights."""

from __future__ import annotations

from typing import Final

from stsviewer.check.case import Finding, certain
from stsviewer.check.values import Cause, Fix, Likelihood, RungName, Source, Target, Way
from stsviewer.failure import Failure, Kind
from stsviewer.profile import Profile
from stsviewer.text import Marked, mark, say

#: The profile's field that a blocked way hangs on, or an empty text.
_NETWORK: Final[dict[str, tuple[str, Marked]]] = {
    "Network.Resolve": ("endpoint", mark("Check", "Correct the region or the endpoint in the profile, or the network")),
    "Network.Address": ("endpoint", mark("Check", "Correct the endpoint in the profile")),
    "Network.Refused": ("endpoint", mark("Check", "Correct the endpoint in the profile, or start what should listen")),
    "Network.Timeout": ("network", mark("Check", "Let {host} through the firewall, or name a proxy in HTTPS_PROXY")),
    "Network.Unreachable": ("network", mark("Check", "Turn the network on, or correct its routes to {host}")),
    "Network.Certificate": (
        "network",
        mark("Check", "Name the CA file of whoever inspects TLS in REQUESTS_CA_BUNDLE, or have {host} left out of it"),
    ),
    "Network.TLS": ("endpoint", mark("Check", "Correct the endpoint in the profile: http or https, and its port")),
    "Network.Proxy": ("network", mark("Check", "Correct HTTPS_PROXY, HTTP_PROXY or NO_PROXY in the environment")),
    "Network.Bundle": ("network", mark("Check", "Correct REQUESTS_CA_BUNDLE in the environment")),
    "Network.Broken": ("network", mark("Check", "Try again; if it stays, something between here and {host} hangs up")),
}
_NOT_THE_SERVICE: Final = mark("Check", "Correct the endpoint in the profile, or log in to the network")

_EXPIRED: Final = frozenset({"SecurityTokenExpired", "InvalidSecurityToken.Expired", "EntityNotExist.RoleSession"})
_MISMATCH: Final = frozenset({"AccessKeyIdAndSecurityTokenNotMatch", "InvalidSecurityToken.MismatchWithAccessKey"})
_WRONG_TOKEN: Final = frozenset({"InvalidSecurityToken", "InvalidSecurityToken.Malformed"})
_SKEWED: Final = frozenset({"RequestTimeTooSkewed", "InvalidTimeStamp.Expired"})


def network(failure: Failure, rung: RungName = RungName.NETWORK) -> Finding | None:
    """The cause when nothing answered, or nobody of the cloud's; None when the cloud did."""
    host = failure.said("Host")
    if failure.kind is Kind.BROKEN:
        text = failure.sentence
        fix = _profile("endpoint", _NOT_THE_SERVICE)
        return Finding(certain("network-not-the-service", rung, Source.REASONING, text), (fix,))
    found = _NETWORK.get(failure.code)
    if found is None and failure.kind is Kind.INPUT:
        return Finding(
            certain("network-address", rung, Source.REASONING, failure.sentence),
            (_profile("endpoint", _NETWORK["Network.Address"][1]),),
        )
    if found is None:
        return None
    field, title = found
    id_ = "network-" + failure.code.partition(".")[2].lower()
    return Finding(
        certain(id_, rung, Source.REASONING, failure.sentence),
        (Fix(Target.PROFILE, Way.ACT, field, say(title, host=host)),),
    )


def refused_key(failure: Failure, profile: Profile) -> Finding | None:
    """The cause when the key, its token or the clock is at fault; None when it is not about those."""
    code, text = failure.code, failure.sentence
    key = profile.access_key_id
    if code in _SKEWED or failure.ec == "0002-00000504":
        return Finding(certain("clock-off", RungName.CLOCK, Source.SERVER, text), (set_the_clock(),))
    if code in _EXPIRED:
        return _token("token-expired", failure, mark("Check", "Get a new token, and use it with its own key"))
    if code in _MISMATCH:
        title = mark("Check", "Take the key id, the secret and the token from one and the same answer of AssumeRole")
        return _token("token-mismatch", failure, title)
    if code in _WRONG_TOKEN:
        return _token("token-malformed", failure, mark("Check", "Enter the token whole, or get a new one"))
    if code == "MissingSecurityToken" or (code.startswith("InvalidAccessKeyId") and key.startswith("STS.")):
        likely = Cause(
            "token-expired" if failure.kind is Kind.EXPIRED else "token-missing",
            RungName.TOKEN,
            Likelihood.LIKELY if code.startswith("InvalidAccessKeyId") else Likelihood.CERTAIN,
            Source.SERVER,
            text,
        )
        return Finding(
            likely, (_profile("security_token", mark("Check", "Get a new token, and use it with its own key")),)
        )
    if code == "InvalidAccessKeyId.Inactive" or failure.ec == "0002-00000904":
        enable = Fix(
            Target.USER,
            Way.ACT,
            key,
            say(mark("Check", "Enable the access key {key} of the user in RAM"), key=key),
            undo=say(mark("Check", "Disable the key again.")),
        )
        other = _profile("access_key_id", mark("Check", "Or enter another key of the user in the profile"))
        return Finding(certain("key-disabled", RungName.KEY, Source.SERVER, text), (enable, other))
    if code.startswith("InvalidAccessKeyId"):
        fix = _profile("access_key_id", mark("Check", "Enter the id of a key that exists"))
        return Finding(certain("key-unknown", RungName.KEY, Source.SERVER, text), (fix,))
    if code in ("SignatureDoesNotMatch", "InvalidAccessKeySecret"):
        fix = _profile("access_key_secret", mark("Check", "Enter the secret of this key again; or make a new key"))
        return Finding(certain("secret-wrong", RungName.KEY, Source.SERVER, text), (fix,))
    return None


def root_key() -> Finding:
    """The key of an account itself, and a role is to be assumed."""
    text = say(
        mark(
            "Check",
            "This is a key of the account itself (root), and an account can never assume a role. "
            "Whoever has this key can do everything: better not to have one at all.",
        )
    )
    title = mark("Check", "Enter the key of a RAM user that may call sts:AssumeRole")
    return Finding(certain("root-key", RungName.KEY, Source.SERVER, text), (_profile("access_key_id", title),))


def set_the_clock() -> Fix:
    """The clock is this machine's, not the cloud's."""
    return _profile("clock", mark("Check", "Set the clock of this machine; best let it follow a time server"))


def _token(id_: str, failure: Failure, title: Marked) -> Finding:
    cause = certain(id_, RungName.TOKEN, Source.SERVER, failure.sentence)
    return Finding(cause, (_profile("security_token", title),))


def _profile(field: str, title: Marked) -> Fix:
    return Fix(Target.PROFILE, Way.ACT, field, say(title))
