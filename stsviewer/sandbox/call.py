"""A call of STS or RAM whose caller is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stsviewer.policy import Decision
from stsviewer.sandbox.api_error import ApiError
from stsviewer.sandbox.api_request import ApiRequest
from stsviewer.sandbox.denial import access_denied_detail
from stsviewer.sandbox.model import Faults
from stsviewer.sandbox.world import Caller, World


@dataclass(frozen=True)
class Call:
    """What an action needs to know."""

    world: World
    request: ApiRequest
    caller: Caller
    faults: Faults

    @property
    def params(self) -> dict[str, str]:
        """The parameters, the protocol's own among them."""
        return self.request.params

    def context(self) -> dict[str, str | list[str]]:
        """The condition keys that every request has."""
        return {**self.world.context(self.request.source_ip, user_agent=self.request.user_agent, faults=self.faults)}

    def refused(
        self, decision: Decision, action: str, resource: str, context: Mapping[str, str | list[str]]
    ) -> ApiError:
        """The one refusal of RAM: one text for all causes, told apart by its detail only."""
        detail = access_denied_detail(
            self.world, self.caller, decision, action, resource, context, self.request.request_id
        )
        return ApiError(
            403, "NoPermission", "You are not authorized to do this action. You should be authorized by RAM.", detail
        )
