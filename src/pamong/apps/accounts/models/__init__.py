"""Users, their roles, and what follows from them: delegations, looks, requests."""

from pamong.apps.accounts.models.api_token import ApiToken, TokenScope, TokenUse
from pamong.apps.accounts.models.calendar_address import CalendarAddress, CalendarUse
from pamong.apps.accounts.models.correction_request import (
    ANSWERED,
    CorrectionRequest,
    RequestState,
)
from pamong.apps.accounts.models.delegation import Delegation
from pamong.apps.accounts.models.kept_answer import KeptAnswer
from pamong.apps.accounts.models.look import Look, LookRetention, LookWay
from pamong.apps.accounts.models.opening import AccountOpening, OpenedAccount, OpeningStep
from pamong.apps.accounts.models.role import OF_A_PERSON, OF_ALL_GOVERNMENTS, Role, RoleGrant
from pamong.apps.accounts.models.second_factor_demand import SecondFactorDemand
from pamong.apps.accounts.models.user import User, UserManager

__all__ = [
    "ANSWERED",
    "OF_ALL_GOVERNMENTS",
    "OF_A_PERSON",
    "AccountOpening",
    "ApiToken",
    "CalendarAddress",
    "CalendarUse",
    "CorrectionRequest",
    "Delegation",
    "KeptAnswer",
    "Look",
    "LookRetention",
    "LookWay",
    "OpenedAccount",
    "OpeningStep",
    "RequestState",
    "Role",
    "RoleGrant",
    "SecondFactorDemand",
    "TokenScope",
    "TokenUse",
    "User",
    "UserManager",
]
