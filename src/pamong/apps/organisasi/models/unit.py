"""Units of an OPD: sekretariat, bidang, seksi, UPTD, as a tree that has days.

A unit is one thing for good (:class:`UnitKerja`); what it was called, under which unit and in
which OPD it stood is a row with days (:class:`UnitState`). So a reorganisation ends rows and
begins others, and every day keeps its own tree.
"""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Decree
from pamong.apps.core.models.dated import Dated, DatedQuerySet, ends_after_start
from pamong.apps.core.ranges import DAYS, OVERLAPS, One
from pamong.apps.organisasi.models.opd import Opd
from pamong.apps.organisasi.models.pemda import Pemda


class UnitKind(models.TextChoices):
    """What sort of unit it is."""

    SEKRETARIAT = "sekretariat", _("sekretariat")
    BIDANG = "bidang", _("bidang")
    BAGIAN = "bagian", _("bagian")
    SUBBAGIAN = "subbagian", _("subbagian")
    SUBBIDANG = "subbidang", _("subbidang")
    SEKSI = "seksi", _("seksi")
    UPTD = "uptd", _("UPTD")
    CABANG = "cabang", _("cabang dinas")
    SEKOLAH = "sekolah", _("satuan pendidikan")
    PUSKESMAS = "puskesmas", _("puskesmas")
    RUMAH_SAKIT = "rumah_sakit", _("rumah sakit")
    KELURAHAN = "kelurahan", _("kelurahan")
    LAIN = "lain", _("unit lain")


@tracked()
class UnitKerja(models.Model):
    """One unit of a government, whatever it is called and wherever it stands on a day."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="units")
    kode = models.CharField(_("kode di sistem asal"), max_length=64, blank=True)

    class Meta:
        verbose_name = _("unit kerja")
        verbose_name_plural = _("unit kerja")
        constraints = [
            models.UniqueConstraint(
                fields=["pemda", "kode"],
                condition=~Q(kode=""),
                name="unit_code_is_one_units",
                violation_error_message=_("Kode unit ini sudah dipakai unit lain."),
            ),
        ]

    def __str__(self) -> str:
        return self.kode or str(self.public_id)


@tracked()
class UnitState(Dated):
    """What one unit was called, and where it stood, for some days; no parent: below the OPD."""

    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="states")
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, related_name="unit_states")
    parent = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, null=True, blank=True, related_name="child_states"
    )
    nama = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=200, db_index=True)
    kind = models.CharField(_("jenis"), max_length=12, choices=UnitKind.choices)
    rank = models.PositiveSmallIntegerField(_("urutan"), default=900)
    decree = models.ForeignKey(
        Decree, on_delete=models.PROTECT, null=True, blank=True, verbose_name="SK"
    )
    source = models.CharField(_("sumber"), max_length=200)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("keadaan unit kerja")
        verbose_name_plural = _("keadaan unit kerja")
        indexes = [
            models.Index(fields=["unit", "starts_on"], name="unit_state_by_unit"),
            models.Index(fields=["parent", "starts_on"], name="unit_state_by_parent"),
        ]
        constraints = [
            ends_after_start("unit_state_ends_after_start"),
            models.CheckConstraint(
                name="unit_state_has_a_name",
                condition=~Q(nama=""),
                violation_error_message=_("Nama unit kerja kosong. Tulis namanya."),
            ),
            models.CheckConstraint(
                name="unit_state_has_a_source",
                condition=~Q(source="") | Q(decree__isnull=False),
                violation_error_message=_(
                    "Sumber keadaan unit ini kosong. Sebutkan SK, peraturan, atau sistem asalnya."
                ),
            ),
            models.CheckConstraint(
                name="unit_is_not_below_itself",
                condition=Q(parent=None) | ~Q(parent=F("unit")),
                violation_error_message=_("Unit tidak dapat berada di bawah dirinya sendiri."),
            ),
            ExclusionConstraint(
                name="unit_has_one_state_a_day",
                violation_error_message=_(
                    "Unit ini sudah mempunyai keadaan pada sebagian hari itu. Akhiri dulu yang"
                    " tercatat, atau perbaiki tanggalnya."
                ),
                expressions=[(One("unit"), OVERLAPS), DAYS],
            ),
        ]

    def __str__(self) -> str:
        return self.nama
