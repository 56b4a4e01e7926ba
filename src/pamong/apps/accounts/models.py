"""Users: who signs in."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from pamong.apps.core.history import tracked


class UserManager(BaseUserManager["User"]):
    """Looks users up by their user name."""


@tracked(exclude=["password", "last_login"])
class User(AbstractBaseUser):
    """Somebody who signs in with a user name and a password."""

    username = models.CharField("nama pengguna", max_length=60, unique=True)
    nama = models.CharField(max_length=200)
    is_active = models.BooleanField("aktif", default=True)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["nama"]

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"

    def __str__(self) -> str:
        return self.nama
