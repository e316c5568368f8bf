"""Who said no when a right is missing: the session policy, the identity's policies, the trust, the bucket, or one
above them all.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from stsviewer.text import Marked, Text, mark, say
from stsviewer.wire.evidence import Evidence


class Layer(Enum):
    """What refused."""

    ROOT = auto()
    CONTROL = auto()
    SESSION = auto()
    TRUST = auto()
    TRUST_DENY = auto()
    IDENTITY = auto()
    IDENTITY_DENY = auto()
    BUCKET_DENY = auto()
    BOTH_DENY = auto()
    BUCKET_ACL = auto()
    REFERER = auto()
    NETWORK = auto()
    UNTOLD = auto()


_BY_EC: Final = {
    "0003-00000001": Layer.UNTOLD,
    "0003-00000002": Layer.UNTOLD,
    "0003-00000005": Layer.BUCKET_ACL,
    "0003-00000006": Layer.BUCKET_ACL,
    "0003-00000007": Layer.BUCKET_ACL,
    "0003-00000101": Layer.BUCKET_DENY,
    "0003-00000201": Layer.IDENTITY_DENY,
    "0003-00000202": Layer.IDENTITY,
    "0003-00000203": Layer.BOTH_DENY,
    "0003-00000204": Layer.BOTH_DENY,
    "0003-00000301": Layer.SESSION,
}

# (PolicyType, whether NoPermissionType is ExplicitDeny)
_BY_POLICY_TYPE: Final = {
    ("ControlPolicy", False): Layer.CONTROL,
    ("ControlPolicy", True): Layer.CONTROL,
    ("SessionPolicy", False): Layer.SESSION,
    ("SessionPolicy", True): Layer.SESSION,
    ("AssumeRolePolicy", False): Layer.TRUST,
    ("AssumeRolePolicy", True): Layer.TRUST_DENY,
    ("AccountLevelIdentityBasedPolicy", False): Layer.IDENTITY,
    ("AccountLevelIdentityBasedPolicy", True): Layer.IDENTITY_DENY,
    ("ResourceGroupLevelIdentityBasedPolicy", False): Layer.IDENTITY,
    ("ResourceGroupLevelIdentityBasedPolicy", True): Layer.IDENTITY_DENY,
}

# Only where neither an EC nor a PolicyType is given.
_BY_MESSAGE: Final = (
    ("roles may not be assumed by root", Layer.ROOT),
    ("authorizer's policy", Layer.SESSION),
    ("bucket referer policy", Layer.REFERER),
    ("vpc endpoint policy", Layer.NETWORK),
    ("bucket policy", Layer.BUCKET_DENY),
    ("bucket acl", Layer.BUCKET_ACL),
)

_SENTENCES: Final[dict[Layer, Marked]] = {
    Layer.ROOT: mark(
        "Denial",
        "This is a key of the account itself (root), and an account cannot assume a role. Use the key of a RAM user.",
    ),
    Layer.CONTROL: mark(
        "Denial", "A control policy of the resource directory forbids {action}. Only its administrator can change that."
    ),
    Layer.SESSION: mark(
        "Denial",
        "The session policy of this token does not allow {action}, whatever the role may do. "
        "Widen the session policy of the profile, or leave it empty.",
    ),
    Layer.TRUST: mark(
        "Denial",
        "The role does not trust this user: its trust policy must name the user or the account, and its conditions "
        "(external id, address, MFA) must hold.",
    ),
    Layer.TRUST_DENY: mark("Denial", "The role's trust policy denies this user. Narrow or remove that Deny."),
    Layer.IDENTITY: mark("Denial", "No policy of {who} allows {action}. Attach one that does."),
    Layer.IDENTITY_DENY: mark(
        "Denial", "A policy of {who} denies {action}, and a Deny outranks every Allow. Narrow or remove that statement."
    ),
    Layer.BUCKET_DENY: mark(
        "Denial", "The policy of the bucket denies {action}. The owner of the bucket can change it."
    ),
    Layer.BOTH_DENY: mark("Denial", "A Deny in the policy of {who} or of the bucket forbids {action}."),
    Layer.BUCKET_ACL: mark("Denial", "Neither a policy nor the ACL of the bucket or the object allows {action}."),
    Layer.REFERER: mark("Denial", "The bucket answers only requests with certain referers, and this is none of them."),
    Layer.NETWORK: mark("Denial", "The policy of the VPC endpoint forbids {action}."),
    Layer.UNTOLD: mark("Denial", "The server does not let {who} do {action}. Which policy refuses is not told."),
}

_ASSUME: Final = mark(
    "Denial",
    "The user may not call sts:AssumeRole. Attach the policy AliyunSTSAssumeRoleAccess to the user, "
    "or one that allows sts:AssumeRole on this role.",
)
_ASSUME_UNTOLD: Final = mark(
    "Denial",
    "STS issues no token. Either the user may not call sts:AssumeRole, or the role does not trust the user, "
    "or this is a key of the account itself. Which one is not told.",
)
_LIST_BUCKETS: Final = mark(
    "Denial",
    "This role may not list buckets. Type the address of a bucket or prefix that it may see: oss://bucket/prefix/",
)

_CODES: Final = frozenset({"AccessDenied", "NoPermission", "Forbidden", "Forbidden.RAM", "AccessForbidden"})


def layer_of(evidence: Evidence) -> Layer:
    """What refused, by EC, else by PolicyType, else by the text."""
    if evidence.said("AuthPrincipalType") == "RootUser":
        return Layer.ROOT
    explicit = evidence.said("NoPermissionType") == "ExplicitDeny"
    by_type = _BY_POLICY_TYPE.get((evidence.said("PolicyType"), explicit))
    by_ec = _BY_EC.get(evidence.ec)
    found = by_ec if by_ec not in (None, Layer.UNTOLD) else by_type or by_ec
    if found is not None:
        return found
    message = evidence.message.lower()
    return next((layer for words, layer in _BY_MESSAGE if words in message), Layer.UNTOLD)


def denial(evidence: Evidence) -> Text | None:
    """The sentence for a missing right; None when the refusal is about something else."""
    if evidence.code not in _CODES and evidence.ec not in _BY_EC:
        return None
    layer = layer_of(evidence)
    action = evidence.said("AuthAction")
    assuming = action.lower() == "sts:assumerole" or (evidence.code == "NoPermission" and not action)
    if assuming and layer is Layer.IDENTITY:
        return say(_ASSUME)
    if assuming and layer is Layer.UNTOLD:
        return say(_ASSUME_UNTOLD)
    forbidden_to_list = "forbidden to list buckets" in evidence.message.lower()
    if layer in (Layer.IDENTITY, Layer.UNTOLD) and (action.lower() == "oss:listbuckets" or forbidden_to_list):
        return say(_LIST_BUCKETS)
    whose = (
        mark("Denial", "the role")
        if evidence.said("AuthPrincipalType") == "AssumedRoleUser"
        else mark("Denial", "the user")
    )
    return say(_SENTENCES[layer], action=action or say(mark("Denial", "this request")), who=say(whose))
