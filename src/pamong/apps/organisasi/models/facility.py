"""Facilities of office: what comes with an office, whoever holds it, and what papers say of them.

A facility is in somebody's hands only by a record of hand-over (:mod:`.handover`). What a document
merely says of facilities is a :class:`FacilityStatement` and never moves one.
"""

import uuid

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Document, Person
from pamong.apps.core.models.dated import Dated, DatedQuerySet, ends_after_start
from pamong.apps.core.ranges import DAYS, OVERLAPS, One, OneText
from pamong.apps.organisasi.models.jabatan import Jabatan
from pamong.apps.organisasi.models.pemda import Pemda
from pamong.apps.organisasi.models.seats import follows_its_office


class FacilityKind(models.TextChoices):
    """What sort of facility it is, in the words of the fact table."""

    RUMAH_DINAS = "rumah_dinas", _("rumah dinas")
    KENDARAAN = "kendaraan", _("kendaraan dinas")
    AJUDAN = "ajudan", _("ajudan")
    PROTOKOL = "protokol", _("protokol")
    STAF = "staf", _("staf")
    ANGGARAN = "anggaran", _("kewenangan anggaran")
    LAIN = "lain", _("fasilitas lain")


@tracked()
class Facility(Dated):
    """One thing that belongs to an office from its first day until it is retired."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="facilities")
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, editable=False)
    kind = models.CharField(_("jenis"), max_length=12, choices=FacilityKind.choices)
    nama = models.CharField(_("nama"), max_length=200)
    mark = models.CharField(_("tanda pengenal"), max_length=120, blank=True)
    basis = models.CharField(_("dasar"), max_length=300, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "fasilitas jabatan"
        verbose_name_plural = "fasilitas jabatan"
        indexes = [models.Index(fields=["jabatan", "nama"], name="facility_by_office")]
        constraints = [
            ends_after_start("facility_ends_after_start"),
            models.CheckConstraint(
                name="facility_has_a_name",
                violation_error_message=_("Nama fasilitas kosong. Tulis namanya."),
                condition=~models.Q(nama=""),
            ),
            ExclusionConstraint(
                name="facility_is_named_once",
                violation_error_message=_(
                    "Fasilitas dengan nama ini sudah terdaftar pada jabatan itu. Beri nama lain, "
                    "misalnya dengan tanda pengenalnya."
                ),
                expressions=[(One("jabatan"), OVERLAPS), (OneText("nama"), OVERLAPS), DAYS],
            ),
        ]
        triggers = [
            follows_its_office("pemda_id"),
            pgtrigger.Trigger(
                name="leads_its_handovers",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("jabatan_id"),  # type: ignore[no-untyped-call]  # ships no types
                func="UPDATE organisasi_facilityhandover SET facility_id = NEW.id "
                "WHERE facility_id = NEW.id; RETURN NEW;",
            ),
        ]

    def __str__(self) -> str:
        return self.nama


@tracked()
class FacilityStatement(models.Model):
    """What one document says on one day about facilities of an office: words, and no hand-over.

    ``says`` ends a sentence that begins "menurut dokumen …, gubernur menyatakan …".
    """

    jabatan = models.ForeignKey(
        Jabatan, on_delete=models.PROTECT, related_name="facility_statements"
    )
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, editable=False)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="facility_statements"
    )
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="facility_statements"
    )
    day = models.DateField(_("hari"))
    says = models.CharField(_("yang dinyatakan"), max_length=300)
    words = models.TextField(_("kata-kata dokumen"))

    class Meta:
        verbose_name = "pernyataan tentang fasilitas"
        verbose_name_plural = "pernyataan tentang fasilitas"
        constraints = [
            models.UniqueConstraint(
                fields=["document", "jabatan", "says"],
                name="facility_statement_is_recorded_once",
                violation_error_message=_("Pernyataan ini sudah tercatat dari dokumen yang sama."),
            ),
            models.CheckConstraint(
                name="facility_statement_has_its_words",
                violation_error_message=_(
                    "Kata-kata dokumennya kosong. Salin kata-kata yang menyatakannya."
                ),
                condition=~models.Q(words="") & ~models.Q(says=""),
            ),
        ]
        triggers = [follows_its_office("pemda_id")]

    def __str__(self) -> str:
        return self.says
