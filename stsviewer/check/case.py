"""What is known when a refusal is looked into: the profile, whose key it is, what RAM told, and the circumstances."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from stsviewer.check.circumstances import Circumstances
from stsviewer.check.known import NOTHING, Known
from stsviewer.check.values import Cause, Fix, Likelihood, RungName, Source, Target
from stsviewer.failure import Failure
from stsviewer.policy import Policies, Principal, PrincipalKind
from stsviewer.profile import Profile
from stsviewer.sts import Identity
from stsviewer.text import Text, mark, say
from stsviewer.wire.denials import Layer, layer_of
from stsviewer.wire.evidence import Evidence

_KINDS: Final = {
    "account": PrincipalKind.ACCOUNT,
    "ramuser": PrincipalKind.RAM_USER,  # one page of the vendor's spells it RamUser
    "assumedroleuser": PrincipalKind.ASSUMED_ROLE_USER,
}


@dataclass(frozen=True)
class Finding:
    """A cause with what mends it."""

    cause: Cause
    fixes: tuple[Fix, ...] = ()


@dataclass(frozen=True)
class Case:
    """The profile and all that is known of who it is. ``caller`` None: the key has not been told apart."""

    profile: Profile
    caller: Principal | None = None
    known: Known = NOTHING
    circumstances: Circumstances = field(default_factory=Circumstances)

    @property
    def caller_name(self) -> str:
        """The name of the key's owner: a user, a role, or the account's number; the key's id when it is not known."""
        if self.caller is None:
            return self.profile.access_key_id
        if self.caller.kind is PrincipalKind.RAM_USER:
            return self.caller.arn.partition(":user/")[2] or self.caller.uid
        if self.caller.kind is PrincipalKind.ASSUMED_ROLE_USER:
            return self.caller.assumed_role_arn.partition(":role/")[2]
        return self.caller.account

    @property
    def caller_arn(self) -> str:
        """What a trust policy calls the caller: the user's ARN, or that of the role whose session it is."""
        if self.caller is None:
            return ""
        return self.caller.assumed_role_arn if self.caller.kind is PrincipalKind.ASSUMED_ROLE_USER else self.caller.arn

    @property
    def caller_target(self) -> Target:
        """Where the caller's own policies hang."""
        session = self.caller is not None and self.caller.kind is PrincipalKind.ASSUMED_ROLE_USER
        return Target.ROLE if session else Target.USER

    @property
    def account_of_role(self) -> str:
        """The account in the role's ARN, else the caller's."""
        return self.profile.account or (self.caller.account if self.caller else "")

    def callers_policies(self) -> Policies:
        """The caller's own documents where the evaluator looks for them. Only with ``known.caller``."""
        documents = tuple(each.document for each in self.known.caller or ())
        if self.caller_target is Target.ROLE:
            return Policies(role=documents)
        return Policies(user=documents)


def principal_of(identity: Identity) -> Principal:
    """Who GetCallerIdentity says the caller is."""
    kind = _KINDS.get(identity.identity_type.lower(), PrincipalKind.RAM_USER)
    uid = identity.user_id or identity.principal_id
    return Principal(kind, identity.account_id, uid, identity.arn)


def layer_in(failure: Failure) -> Layer:
    """Which layer refused, by the server's own detail."""
    return layer_of(Evidence(failure.status, failure.code, failure.message, failure.ec, detail=failure.detail))


def certain(id_: str, rung: RungName, source: Source, text: Text, **more: object) -> Cause:
    """A cause that nothing speaks against."""
    return Cause(id_, rung, Likelihood.CERTAIN, source, text, **more)  # type: ignore[arg-type]


def you(case: Case) -> Text:
    """The caller in a sentence."""
    if case.caller is None:
        return say(mark("Check", "the owner of the key {id}"), id=case.profile.access_key_id)
    if case.caller.kind is PrincipalKind.ASSUMED_ROLE_USER:
        return say(mark("Check", "the role {name}"), name=case.caller_name)
    if case.caller.kind is PrincipalKind.ACCOUNT:
        return say(mark("Check", "the account {name}"), name=case.caller_name)
    return say(mark("Check", "the user {name}"), name=case.caller_name)
