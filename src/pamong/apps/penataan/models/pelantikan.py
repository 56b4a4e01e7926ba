"""An appointment of many officials from one day: one decree, its attachment, one oath."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.models import Jabatan
from pamong.apps.penataan.models.plan import Plan, decree_when_done
from pamong.kernel.capacity import Capacity

CAPACITIES = [(capacity.value, capacity.label) for capacity in Capacity]


class WhoDecides(models.TextChoices):
    """In which capacity the decree is signed, in the words of the rules on reshuffles."""

    KEPALA_DAERAH = "kepala_daerah", _("kepala daerah")
    WAKIL_KEPALA_DAERAH = "wakil_kepala_daerah", _("wakil kepala daerah")
    PENJABAT = "penjabat", _("penjabat kepala daerah")
    PJS = "pjs", _("penjabat sementara")
    PLH_SEKDA = "plh_sekda", _("sekda selaku pelaksana harian")


@tracked()
class Pelantikan(Plan):
    """Many people take posts from one day; ``oath_…`` is the record of their oath."""

    decided_by = models.CharField(
        _("kedudukan penetap"),
        max_length=20,
        choices=WhoDecides.choices,
        default=WhoDecides.KEPALA_DAERAH,
    )
    consent_number = models.CharField(
        _("nomor persetujuan Menteri Dalam Negeri"), max_length=120, blank=True
    )
    consent_on = models.DateField(_("tanggal persetujuan"), null=True, blank=True)
    oath_number = models.CharField(_("nomor berita acara"), max_length=120, blank=True)
    oath_on = models.DateField(_("hari pengambilan sumpah"), null=True, blank=True)
    oath_place = models.CharField(_("tempat"), max_length=200, blank=True)
    oath_by = models.CharField(_("yang mengambil sumpah"), max_length=200, blank=True)
    witnesses = models.TextField(_("saksi"), blank=True)

    class Meta:
        verbose_name = _("pelantikan")
        verbose_name_plural = _("pelantikan")
        indexes = [models.Index(fields=["pemda", "-day"], name="appointment_by_pemda")]
        constraints = [
            decree_when_done("appointment_rests_on_a_decree"),
            models.CheckConstraint(
                name="appointment_consent_is_a_letter",
                condition=Q(consent_number="", consent_on=None)
                | (~Q(consent_number="") & Q(consent_on__isnull=False)),
                violation_error_message=_(
                    "Persetujuan Menteri ditulis dengan nomor dan tanggalnya, atau tidak sama "
                    "sekali."
                ),
            ),
            models.CheckConstraint(
                name="appointment_oath_is_told_whole",
                condition=Q(oath_on=None) | (~Q(oath_place="") & ~Q(oath_by="")),
                violation_error_message=_(
                    "Berita acara sumpah menyebut hari, tempat, dan siapa yang mengambilnya."
                ),
            ),
        ]


@tracked()
class PelantikanLine(models.Model):
    """One person, one post; ``reason`` says why the law's advice is not followed, if it is not."""

    plan = models.ForeignKey(Pelantikan, on_delete=models.PROTECT, related_name="lines")
    position = models.PositiveSmallIntegerField(_("urutan"))
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="+")
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="+")
    capacity = models.CharField(
        _("kedudukan"), max_length=10, choices=CAPACITIES, default=Capacity.DEFINITIF
    )
    ends_before = models.DateField(_("berakhir sebelum"), null=True, blank=True)
    starts_on = models.DateField("TMT", editable=False)
    reason = models.CharField(_("alasan tetap dilantik"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("baris pelantikan")
        verbose_name_plural = _("baris pelantikan")
        constraints = [
            models.CheckConstraint(
                name="appointment_line_ends_after_start",
                condition=Q(ends_before=None) | Q(ends_before__gt=models.F("starts_on")),
                violation_error_message=_(
                    "Hari terakhir mendahului hari pertama. Perbaiki tanggalnya."
                ),
            ),
            models.UniqueConstraint(
                fields=["plan", "pegawai", "jabatan"],
                name="appointment_line_once",
                violation_error_message=_("Orang ini sudah ada di lampiran untuk jabatan itu."),
            ),
            models.UniqueConstraint(
                fields=["plan", "pegawai"],
                condition=Q(capacity=Capacity.DEFINITIF),
                name="appointment_one_post_a_person",
                violation_error_message=_(
                    "Orang ini sudah ada di lampiran untuk jabatan lain. Hapus dulu baris itu."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}, {self.jabatan}"
