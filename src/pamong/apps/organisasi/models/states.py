"""What an OPD was called, and what a post was, for some days.

An OPD or office of which nothing changed has no row here: its own columns speak for every day.
The first change writes two rows, for before and for after; the columns of the OPD or office
itself keep what holds today, for whoever asks for no day.
"""

from datetime import date
from typing import Self, TypeVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Decree
from pamong.apps.core.models.dated import ends_after_start
from pamong.apps.core.ranges import DAYS, OVERLAPS, One
from pamong.apps.organisasi.models.jabatan import Jabatan
from pamong.apps.organisasi.models.opd import Opd
from pamong.apps.organisasi.models.unit import UnitKerja
from pamong.kernel.golongan import GOLONGAN_PNS

Row = TypeVar("Row", bound=models.Model)
GOLONGAN = [(str(each), str(each)) for each in GOLONGAN_PNS]


class StateQuerySet(models.QuerySet[Row]):
    """Rows whose first day may be unknown: they hold since before anything is recorded."""

    def on(self, day: date) -> Self:
        """Keep the rows that tell of ``day``."""
        begun = Q(starts_on=None) | Q(starts_on__lte=day)
        return self.filter(begun).filter(Q(ends_before=None) | Q(ends_before__gt=day))


class State(models.Model):
    """What something was for some days, by a decree or another source."""

    starts_on = models.DateField("TMT", null=True, blank=True)
    ends_before = models.DateField("berakhir sebelum", null=True, blank=True)
    decree = models.ForeignKey(
        Decree, on_delete=models.PROTECT, null=True, blank=True, verbose_name="SK"
    )
    source = models.CharField(_("sumber"), max_length=200)

    class Meta:
        abstract = True


@tracked()
class OpdState(State):
    """What one OPD was called for some days, and of what kind it was."""

    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, related_name="states")
    nama = models.CharField(max_length=200)
    singkatan = models.CharField(max_length=40, blank=True)
    jenis = models.CharField(max_length=40)
    tipe = models.CharField(max_length=4, blank=True)
    sort_key = models.CharField(max_length=200)

    objects = StateQuerySet.as_manager()

    class Meta:
        verbose_name = _("keadaan OPD")
        verbose_name_plural = _("keadaan OPD")
        indexes = [models.Index(fields=["opd", "starts_on"], name="opd_state_by_opd")]
        constraints = [
            ends_after_start("opd_state_ends_after_start"),
            models.CheckConstraint(
                name="opd_state_has_a_name",
                condition=~Q(nama=""),
                violation_error_message=_("Nama OPD kosong. Tulis namanya."),
            ),
            ExclusionConstraint(
                name="opd_has_one_state_a_day",
                violation_error_message=_(
                    "OPD ini sudah mempunyai keadaan pada sebagian hari itu. Akhiri dulu yang "
                    "tercatat, atau perbaiki tanggalnya."
                ),
                expressions=[(One("opd"), OVERLAPS), DAYS],
            ),
        ]

    def __str__(self) -> str:
        return self.nama


@tracked()
class PostState(State):
    """Where one post stood in the peta jabatan for some days, its class, and how many it needs."""

    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="states")
    opd = models.ForeignKey(
        Opd, on_delete=models.PROTECT, null=True, blank=True, related_name="post_states"
    )
    unit = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, null=True, blank=True, related_name="post_states"
    )
    nama = models.CharField(max_length=200)
    eselon = models.CharField(max_length=6, blank=True)
    kelas = models.PositiveSmallIntegerField(
        _("kelas jabatan"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(17)],
    )
    need = models.PositiveIntegerField(_("kebutuhan"), null=True, blank=True)
    # As the government's own peta jabatan states it; the law's figure is not kept here.
    lowest_golongan = models.CharField(
        _("golongan terendah"), max_length=6, choices=GOLONGAN, blank=True
    )

    objects = StateQuerySet.as_manager()

    class Meta:
        verbose_name = _("keadaan jabatan")
        verbose_name_plural = _("keadaan jabatan")
        indexes = [
            models.Index(fields=["jabatan", "starts_on"], name="post_state_by_post"),
            models.Index(fields=["opd", "starts_on"], name="post_state_by_opd"),
            models.Index(fields=["unit", "starts_on"], name="post_state_by_unit"),
        ]
        constraints = [
            ends_after_start("post_state_ends_after_start"),
            models.CheckConstraint(
                name="post_state_has_a_name",
                condition=~Q(nama=""),
                violation_error_message=_("Nama jabatan kosong. Tulis namanya."),
            ),
            models.CheckConstraint(
                name="post_class_is_one_of_seventeen",
                condition=Q(kelas=None) | Q(kelas__range=(1, 17)),
                violation_error_message=_("Kelas jabatan adalah 1 sampai dengan 17."),
            ),
            models.CheckConstraint(
                name="post_in_a_unit_is_in_an_opd",
                condition=Q(unit=None) | Q(opd__isnull=False),
                violation_error_message=_("Jabatan dalam unit kerja harus menyebut OPD-nya."),
            ),
            ExclusionConstraint(
                name="post_has_one_state_a_day",
                violation_error_message=_(
                    "Jabatan ini sudah mempunyai keadaan pada sebagian hari itu. Akhiri dulu yang"
                    " tercatat, atau perbaiki tanggalnya."
                ),
                expressions=[(One("jabatan"), OVERLAPS), DAYS],
            ),
        ]

    def __str__(self) -> str:
        return self.nama
