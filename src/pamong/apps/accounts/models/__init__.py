"""Users, their roles, and what follows from them."""

from pamong.apps.accounts.models.role import OF_ALL_GOVERNMENTS, Role, RoleGrant
from pamong.apps.accounts.models.user import User, UserManager

__all__ = ["OF_ALL_GOVERNMENTS", "Role", "RoleGrant", "User", "UserManager"]
