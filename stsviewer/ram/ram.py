"""RAM's own API, as far as it can be read: https://www.alibabacloud.com/help/en/ram/developer-reference/.

RAM is one for all regions. Every call needs the right of its own name (``ram:GetRole`` ...), which most keys do not
have: that refusal is a Failed like any other.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from stsviewer.endpoint import Endpoint
from stsviewer.failure import Failed, Failure, Kind
from stsviewer.profile import AccessKey, Profile
from stsviewer.ram.values import Diagnosis, PolicyName, RamRole
from stsviewer.text import Text, mark, say
from stsviewer.wire import Cancel, Transport, acs

Told = TypeVar("Told")

_ENDPOINT: Final = "https://ram.aliyuncs.com"
_ROLES_AT_ONCE: Final = 1000


class Ram:
    """What ``key`` may read of its account. All methods block, and raise Failed and Cancelled."""

    def __init__(self, profile: Profile, key: AccessKey, transport: Transport) -> None:
        self._profile = profile
        self._key = key
        self._transport = transport

    def role(self, name: str, cancel: Cancel | None = None) -> RamRole:
        """A role with its trust policy (GetRole)."""
        from aliyunsdkram.request.v20150501.GetRoleRequest import GetRoleRequest

        request = GetRoleRequest()
        request.set_RoleName(name)
        doing = say(mark("RAM", "Reading the role {name}"), name=name)
        return self._told(request, doing, cancel, lambda members: _role(members["Role"]))

    def role_names(self, cancel: Cancel | None = None) -> tuple[str, ...]:
        """The first 1,000 roles of the account (ListRoles)."""
        from aliyunsdkram.request.v20150501.ListRolesRequest import ListRolesRequest

        request = ListRolesRequest()
        request.set_MaxItems(_ROLES_AT_ONCE)
        doing = say(mark("RAM", "Listing roles"))
        return self._told(
            request, doing, cancel, lambda members: tuple(str(each["RoleName"]) for each in members["Roles"]["Role"])
        )

    def groups_of_user(self, user: str, cancel: Cancel | None = None) -> tuple[str, ...]:
        """The groups that a user is in (ListGroupsForUser)."""
        from aliyunsdkram.request.v20150501.ListGroupsForUserRequest import ListGroupsForUserRequest

        request = ListGroupsForUserRequest()
        request.set_UserName(user)
        doing = say(mark("RAM", "Listing the groups of the user {name}"), name=user)
        return self._told(
            request, doing, cancel, lambda members: tuple(str(each["GroupName"]) for each in members["Groups"]["Group"])
        )

    def policies_of_user(self, user: str, cancel: Cancel | None = None) -> tuple[PolicyName, ...]:
        """The policies attached to a user itself (ListPoliciesForUser)."""
        from aliyunsdkram.request.v20150501.ListPoliciesForUserRequest import ListPoliciesForUserRequest

        request = ListPoliciesForUserRequest()
        request.set_UserName(user)
        return self._told(
            request, say(mark("RAM", "Listing the policies of the user {name}"), name=user), cancel, _policies
        )

    def policies_of_group(self, group: str, cancel: Cancel | None = None) -> tuple[PolicyName, ...]:
        """The policies attached to a group (ListPoliciesForGroup)."""
        from aliyunsdkram.request.v20150501.ListPoliciesForGroupRequest import ListPoliciesForGroupRequest

        request = ListPoliciesForGroupRequest()
        request.set_GroupName(group)
        return self._told(
            request, say(mark("RAM", "Listing the policies of the group {name}"), name=group), cancel, _policies
        )

    def policies_of_role(self, role: str, cancel: Cancel | None = None) -> tuple[PolicyName, ...]:
        """The policies attached to a role (ListPoliciesForRole)."""
        from aliyunsdkram.request.v20150501.ListPoliciesForRoleRequest import ListPoliciesForRoleRequest

        request = ListPoliciesForRoleRequest()
        request.set_RoleName(role)
        return self._told(
            request, say(mark("RAM", "Listing the policies of the role {name}"), name=role), cancel, _policies
        )

    def document(self, policy: PolicyName, cancel: Cancel | None = None) -> str:
        """The text of a policy (GetPolicyVersion)."""
        from aliyunsdkram.request.v20150501.GetPolicyVersionRequest import GetPolicyVersionRequest

        request = GetPolicyVersionRequest()
        request.set_PolicyName(policy.name)
        request.set_PolicyType(policy.kind)
        request.set_VersionId(policy.version)
        doing = say(mark("RAM", "Reading the policy {name}"), name=policy.name)
        return self._told(request, doing, cancel, lambda members: str(members["PolicyVersion"]["PolicyDocument"]))

    def diagnosis(self, message: str, cancel: Cancel | None = None) -> Diagnosis:
        """What an encoded diagnostic message of a refusal stands for (DecodeDiagnosticMessage)."""
        from aliyunsdkram.request.v20150501.DecodeDiagnosticMessageRequest import DecodeDiagnosticMessageRequest

        request = DecodeDiagnosticMessageRequest()
        request.set_EncodedDiagnosticMessage(message)
        doing = say(mark("RAM", "Asking what the refusal was about"))
        return self._told(request, doing, cancel, lambda members: _diagnosis(members["DecodedDiagnosticMessage"]))

    def _told(
        self, request: Any, doing: Text, cancel: Cancel | None, read: Callable[[Mapping[str, Any]], Told]
    ) -> Told:
        try:
            endpoint = Endpoint.parse(self._profile.ram_endpoint or _ENDPOINT)
        except ValueError:
            sentence = say(
                mark("RAM", "The RAM endpoint “{endpoint}” is no host."), endpoint=self._profile.ram_endpoint
            )
            raise Failed(Failure(doing, sentence, Kind.INPUT)) from None
        said = acs.call(request, endpoint, self._profile.region, self._key, self._transport, doing, cancel)
        if said is not None:
            try:
                return read(said.members)
            except (KeyError, TypeError, ValueError):
                pass  # an answer in another form than RAM's
        sentence = say(
            mark("RAM", "{host} answered, but not the way RAM does. Check the RAM endpoint."), host=endpoint.netloc
        )
        raise Failed(Failure(doing, sentence, Kind.BROKEN, detail=(("Host", endpoint.netloc),)))


def _role(members: Mapping[str, Any]) -> RamRole:
    return RamRole(
        str(members["RoleName"]),
        str(members["Arn"]),
        str(members["AssumeRolePolicyDocument"]),
        int(members.get("MaxSessionDuration") or 3600),
    )


def _policies(members: Mapping[str, Any]) -> tuple[PolicyName, ...]:
    return tuple(
        PolicyName(str(each["PolicyName"]), str(each["PolicyType"]), str(each["DefaultVersion"]))
        for each in members["Policies"]["Policy"]
    )


def _diagnosis(told: Any) -> Diagnosis:
    members = json.loads(told) if isinstance(told, str) else told
    return Diagnosis(
        explicit_deny=bool(members["ExplicitDeny"]),
        policies=tuple(str(each["PolicyIdentifier"]) for each in members.get("MatchedPolicies") or ()),
        conditions=tuple(
            (str(each["ConditionKey"]), tuple(str(value) for value in each["ConditionValues"]))
            for each in members.get("AuthConditions") or ()
        ),
    )
