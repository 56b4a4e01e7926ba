"""Roles: what somebody does here, over which part of which government, on which days."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.models.user import User
from pamong.apps.core.history import tracked
from pamong.apps.core.models import Person
from pamong.apps.core.models.dated import Dated, DatedQuerySet, ends_after_start
from pamong.apps.organisasi.models import Opd, Pemda, UnitKerja


class Role(models.TextChoices):
    """What somebody does here; ``policies.py`` of each app says what a role may."""

    OPERATOR = "operator", _("operator")
    BKD_ADMIN = "bkd_admin", _("admin BKD")
    BKD = "bkd", _("analis BKD")
    SEKDA = "sekda", _("sekretaris daerah")
    KEPALA_DAERAH = "kepala_daerah", _("kepala daerah")
    AJUDAN = "ajudan", _("ajudan kepala daerah")
    INSPEKTORAT = "inspektorat", _("inspektorat")
    KEPALA_OPD = "kepala_opd", _("kepala OPD")
    OPERATOR_OPD = "operator_opd", _("operator OPD")
    ATASAN = "atasan", _("atasan")
    ASN = "asn", _("ASN")
    PEGAWAI = "pegawai", _("pegawai")
    AUDITOR = "auditor", _("auditor")
    INTEGRATOR = "integrator", _("integrator")
    WARGA = "warga", _("warga")


OF_ALL_GOVERNMENTS = (Role.OPERATOR, Role.WARGA)
"""Roles that may hold for every government here; every other one holds in one."""

OF_ONE_OPD = (Role.KEPALA_OPD, Role.ASN)
OF_A_PART = (Role.OPERATOR_OPD,)
"""Roles over one OPD, or over one unit wherever it stands."""

OF_A_PERSON = (Role.PEGAWAI,)
WITH_A_UNIT = (Role.OPERATOR_OPD, Role.ATASAN)


@tracked()
class RoleGrant(Dated):
    """One role of one user for some days; without a government it holds for all of them here.

    A role over a unit follows the unit, whatever it is called and in whichever OPD it stands. An
    atasan without a unit reaches whom he heads by the tenures of ``person``.
    """

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField("peran", max_length=16, choices=Role.choices)
    pemda = models.ForeignKey(
        Pemda, on_delete=models.PROTECT, null=True, blank=True, related_name="grants"
    )
    opd = models.ForeignKey(
        Opd, on_delete=models.PROTECT, null=True, blank=True, related_name="grants"
    )
    unit = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, null=True, blank=True, related_name="grants"
    )
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="grants"
    )  # whom the user is in the records, where that is known

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "peran pengguna"
        verbose_name_plural = "peran pengguna"
        indexes = [
            models.Index(fields=["user", "starts_on"], name="grant_by_user"),
            models.Index(fields=["user", "pemda", "role"], name="grant_by_user_and_role"),
        ]
        constraints = [
            ends_after_start("grant_ends_after_start"),
            models.CheckConstraint(
                name="grant_names_its_government",
                violation_error_message=_(
                    "Peran ini berlaku pada satu pemerintah daerah. Pilih pemerintah daerahnya."
                ),
                condition=Q(role__in=OF_ALL_GOVERNMENTS) | Q(pemda__isnull=False),
            ),
            models.CheckConstraint(
                name="grant_names_its_opd",
                violation_error_message=_("Peran ini berlaku pada satu OPD. Pilih OPD-nya."),
                condition=~Q(role__in=OF_ONE_OPD) | Q(opd__isnull=False),
            ),
            models.CheckConstraint(
                name="grant_names_its_part",
                violation_error_message=_(
                    "Peran ini berlaku pada satu OPD atau satu unit kerja. Pilih salah satunya."
                ),
                condition=~Q(role__in=OF_A_PART) | Q(opd__isnull=False) | Q(unit__isnull=False),
            ),
            models.CheckConstraint(
                name="grant_names_its_person",
                violation_error_message=_(
                    "Peran ini berlaku atas catatan seseorang. Pilih orangnya di catatan pegawai."
                ),
                condition=~Q(role__in=OF_A_PERSON) | Q(person__isnull=False),
            ),
            models.CheckConstraint(
                name="grant_of_an_atasan_names_whom",
                violation_error_message=_(
                    "Peran atasan berlaku atas unit kerja, atau menurut jabatan orangnya. Pilih "
                    "unitnya atau orangnya."
                ),
                condition=~Q(role=Role.ATASAN) | Q(unit__isnull=False) | Q(person__isnull=False),
            ),
            models.CheckConstraint(
                name="grant_over_a_unit_or_an_opd",
                violation_error_message=_(
                    "Peran ini tidak berlaku pada satu unit kerja, atau OPD-nya ikut disebut. "
                    "Unit dapat berpindah OPD; sebutkan unitnya saja."
                ),
                condition=Q(unit=None) | Q(role__in=WITH_A_UNIT, opd=None),
            ),
        ]

        triggers = [
            pgtrigger.Trigger(
                name="stays_in_its_government",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="""
                    IF NEW.opd_id IS NOT NULL AND NEW.pemda_id IS DISTINCT FROM
                        (SELECT pemda_id FROM organisasi_opd WHERE id = NEW.opd_id)
                    OR NEW.unit_id IS NOT NULL AND NEW.pemda_id IS DISTINCT FROM
                        (SELECT pemda_id FROM organisasi_unitkerja WHERE id = NEW.unit_id)
                    THEN RAISE check_violation
                        USING MESSAGE = 'a role stays in its government';
                    END IF;
                    RETURN NEW;
                """,
            )
        ]

    def __str__(self) -> str:
        return f"{self.user}, {self.get_role_display()}"
