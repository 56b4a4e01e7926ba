"""Offices: seats that exist whether or not somebody sits in them."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models.dated import ends_after_start
from pamong.apps.organisasi.models.opd import Opd
from pamong.apps.organisasi.models.pemda import Pemda
from pamong.apps.organisasi.models.seats import leads_its_rows


class JabatanKind(models.TextChoices):
    """What sort of office it is, from the head of the government downwards."""

    KEPALA_DAERAH = "kepala_daerah", _("kepala daerah")
    WAKIL_KEPALA_DAERAH = "wakil_kepala_daerah", _("wakil kepala daerah")
    SEKDA = "sekda", _("sekretaris daerah")
    ASISTEN = "asisten", _("asisten")
    STAF_AHLI = "staf_ahli", _("staf ahli")
    KEPALA_OPD = "kepala_opd", _("kepala OPD")
    ADMINISTRATOR = "administrator", _("administrator")
    PENGAWAS = "pengawas", _("pengawas")
    FUNGSIONAL = "fungsional", _("jabatan fungsional")
    PELAKSANA = "pelaksana", _("jabatan pelaksana")
    LAIN = "lain", _("jabatan lain")


@tracked()
class Jabatan(models.Model):
    """One office of one government, with one seat or with many."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="jabatan")
    opd = models.ForeignKey(
        Opd, on_delete=models.PROTECT, null=True, blank=True, related_name="jabatan"
    )
    nama = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=200)
    kind = models.CharField("jenis", max_length=24, choices=JabatanKind.choices)
    eselon = models.CharField(max_length=6, blank=True)
    is_single_seat = models.BooleanField("satu kursi", default=True)
    rank = models.PositiveSmallIntegerField("urutan", default=900)
    is_typical = models.BooleanField("susunan contoh", default=False)
    starts_on = models.DateField(null=True, blank=True)
    ends_before = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = "jabatan"
        verbose_name_plural = "jabatan"
        constraints = [
            models.UniqueConstraint(
                fields=["pemda", "nama"],
                condition=models.Q(ends_before=None),
                name="jabatan_is_named_once",
                violation_error_message=_(
                    "Jabatan dengan nama ini sudah ada di pemerintah daerah itu."
                ),
            ),
            models.UniqueConstraint(
                fields=["pemda", "kind"],
                condition=models.Q(
                    kind__in=["kepala_daerah", "wakil_kepala_daerah", "sekda"], ends_before=None
                ),
                name="jabatan_leads_once",
                violation_error_message=_("Pemerintah daerah ini sudah mempunyai jabatan itu."),
            ),
            ends_after_start("jabatan_ends_after_start"),
        ]
        triggers = [leads_its_rows()]

    def __str__(self) -> str:
        return self.nama
