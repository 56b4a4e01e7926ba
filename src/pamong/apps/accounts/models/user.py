"""Users: who signs in here."""

from typing import TYPE_CHECKING, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from pamong.apps.core.history import tracked

if TYPE_CHECKING:
    from pamong.apps.accounts.access import Access
    from pamong.apps.accounts.models.role import RoleGrant


class UserManager(BaseUserManager["User"]):
    """Looks users up by their user name."""


@tracked(exclude=["password", "last_login"])
class User(AbstractBaseUser):
    """Somebody who signs in with a user name and a password."""

    username = models.CharField("nama pengguna", max_length=60, unique=True)
    nama = models.CharField(max_length=200)
    is_active = models.BooleanField("aktif", default=True)

    objects: ClassVar[UserManager] = UserManager()

    known_grants: "list[RoleGrant] | None" = None
    # set by backends.py on the user of a request: all roles, own and delegated, of any day
    access: "Access | None" = None
    # set by web/gate.py on the user of a request: what he reaches today, and whose powers he uses

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["nama"]

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"

    def __str__(self) -> str:
        return self.nama
