"""Users: who signs in, and in which roles over which part of which government."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.db.models.functions import Upper
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Person
from pamong.apps.core.models.dated import Dated, DatedQuerySet, ends_after_start
from pamong.apps.organisasi.models import Opd, Pemda


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
    # set by backends.py on the user of a request: all his roles, of any day

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["nama"]

    class Meta:
        verbose_name = "pengguna"
        verbose_name_plural = "pengguna"
        indexes = [models.Index(fields=["nama", "id"], name="user_by_name")]
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


class Role(models.TextChoices):
    """What somebody does here; ``policies.py`` of each app says what a role may."""

    OPERATOR = "operator", _("operator")
    BKD = "bkd", _("analis BKD")
    SEKDA = "sekda", _("sekretaris daerah")
    AJUDAN = "ajudan", _("ajudan kepala daerah")
    KEPALA_OPD = "kepala_opd", _("kepala OPD")
    ASN = "asn", _("ASN")
    WARGA = "warga", _("warga")


@tracked()
class RoleGrant(Dated):
    """One role of one user for some days; without a government it holds for all of them here."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField("peran", max_length=12, choices=Role.choices)
    pemda = models.ForeignKey(
        Pemda, on_delete=models.PROTECT, null=True, blank=True, related_name="grants"
    )
    opd = models.ForeignKey(
        Opd, on_delete=models.PROTECT, null=True, blank=True, related_name="grants"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="grants"
    )  # whom the user is in the records, where that is known

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "peran pengguna"
        verbose_name_plural = "peran pengguna"
        indexes = [models.Index(fields=["user", "starts_on"], name="grant_by_user")]
        constraints = [
            ends_after_start("grant_ends_after_start"),
            models.CheckConstraint(
                name="grant_names_its_government",
                violation_error_message=_(
                    "Peran ini berlaku pada satu pemerintah daerah. Pilih pemerintah daerahnya."
                ),
                condition=Q(role__in=["operator", "warga"]) | Q(pemda__isnull=False),
            ),
            models.CheckConstraint(
                name="grant_names_its_opd",
                violation_error_message=_("Peran ini berlaku pada satu OPD. Pilih OPD-nya."),
                condition=~Q(role__in=["kepala_opd", "asn"]) | Q(opd__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()}"
