"""Users: who signs in here."""

from typing import TYPE_CHECKING, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.functions import RandomUUID
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Func, Q
from django.db.models.functions import Upper
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked

if TYPE_CHECKING:
    from pamong.apps.accounts.access import Access
    from pamong.apps.accounts.models.role import RoleGrant


class Pieces(Func):
    """All runs of three letters of two columns, in capitals, by which a part of a name is found.

    The embedded server has no pg_trgm; the function is made by a migration of this app.
    """

    function = "accounts_pieces"
    output_field = ArrayField(models.TextField())


class UserManager(BaseUserManager["User"]):
    """Looks users up by their user name."""


@tracked(exclude=["password", "last_login"])
class User(AbstractBaseUser):
    """Somebody who signs in, with a user name and a password or by the regional SSO.

    What somebody did to an account is a change of one of these fields, so that its history tells
    it; passwords and secrets are in no history.
    """

    public_id = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    username = models.CharField("nama pengguna", max_length=60, unique=True)
    nama = models.CharField(max_length=200)
    is_active = models.BooleanField("aktif", default=True)
    password_set_at = models.DateTimeField("kata sandi diganti pada", null=True, blank=True)
    has_first_password = models.BooleanField(
        "kata sandi awal", default=False, db_default=False
    )  # an administrator knows it: it is changed before anything else
    session_round = models.PositiveIntegerField(
        "putaran sesi", default=0, db_default=0
    )  # counted up to end every session
    second_factor_since = models.DateTimeField("faktor kedua sejak", null=True, blank=True)
    sso_subject = models.CharField(
        "pengenal di SSO", max_length=190, blank=True, default="", db_default=""
    )  # the value of the claim that PAMONG_OIDC_CLAIM names

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
        indexes = [
            models.Index(fields=["nama", "id"], name="user_by_name"),
            GinIndex(Pieces("nama", "username"), name="user_by_pieces"),
        ]
        constraints = [
            models.UniqueConstraint(
                Upper("username"),
                name="user_name_in_any_case",
                violation_error_message=_("Nama pengguna itu sudah dipakai. Pilih yang lain."),
            ),  # Upper, since that is how "iexact" asks
            models.UniqueConstraint(
                fields=["sso_subject"],
                condition=~Q(sso_subject=""),
                name="user_of_one_subject",
                violation_error_message=_(
                    "Pengenal SSO itu sudah tertaut pada akun lain. Lepas dulu tautannya di sana."
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.nama

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Tie a session to the password and to the round: a new one of either ends it."""
        salt = "pamong.apps.accounts.models.User.session"
        what = f"{self.session_round}:{self.password}"
        return salted_hmac(salt, what, secret=secret, algorithm="sha256").hexdigest()
