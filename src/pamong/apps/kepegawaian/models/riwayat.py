"""The riwayat of an employment: golongan, jabatan, education and training, entry by entry.

An entry says what some paper or system tells, with its days and that source; what was true stays
true, and a later entry is a row of its own.
"""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models.dated import Dated, DatedQuerySet, ends_after_start
from pamong.apps.core.ranges import DAYS, OVERLAPS, One
from pamong.apps.kepegawaian.models.pegawai import Pegawai
from pamong.kernel.golongan import GOLONGAN_PNS, GOLONGAN_PPPK

GOLONGAN = [(str(each), str(each)) for each in (*GOLONGAN_PNS, *GOLONGAN_PPPK)]


class JabatanAsn(models.TextChoices):
    """The kinds of post of an ASN; a head of a government holds none of them."""

    PELAKSANA = "pelaksana", _("pelaksana")
    PENGAWAS = "pengawas", _("pengawas")
    ADMINISTRATOR = "administrator", _("administrator")
    JPT_PRATAMA = "jpt_pratama", _("JPT pratama")
    JPT_MADYA = "jpt_madya", _("JPT madya")
    JPT_UTAMA = "jpt_utama", _("JPT utama")
    FUNGSIONAL = "fungsional", _("fungsional")


class JenjangFungsional(models.TextChoices):
    """The levels of a functional post: four of skill, four of expertise."""

    PEMULA = "pemula", _("pemula")
    TERAMPIL = "terampil", _("terampil")
    MAHIR = "mahir", _("mahir")
    PENYELIA = "penyelia", _("penyelia")
    AHLI_PERTAMA = "ahli_pertama", _("ahli pertama")
    AHLI_MUDA = "ahli_muda", _("ahli muda")
    AHLI_MADYA = "ahli_madya", _("ahli madya")
    AHLI_UTAMA = "ahli_utama", _("ahli utama")


class JenjangPendidikan(models.TextChoices):
    """The levels of formal education, the lowest first."""

    SD = "sd", "SD"
    SMP = "smp", "SMP"
    SMA = "sma", _("SMA/sederajat")
    DIPLOMA_I = "d1", "D-I"
    DIPLOMA_II = "d2", "D-II"
    DIPLOMA_III = "d3", "D-III"
    DIPLOMA_IV = "d4", "D-IV"
    SARJANA = "s1", "S-1"
    MAGISTER = "s2", "S-2"
    DOKTOR = "s3", "S-3"


class DiklatKind(models.TextChoices):
    """What a course is for."""

    STRUKTURAL = "struktural", _("struktural")
    FUNGSIONAL = "fungsional", _("fungsional")
    TEKNIS = "teknis", _("teknis")
    LAIN = "lain", _("lain")


def has_a_source(name: str) -> models.CheckConstraint:
    """Refuse an entry that does not say where it comes from."""
    return models.CheckConstraint(
        name=name,
        condition=~Q(source=""),
        violation_error_message=_(
            "Sumber riwayat ini kosong. Sebutkan SK, ijazah, sertifikat, atau sistem asalnya."
        ),
    )


@tracked()
class RiwayatPangkat(Dated):
    """One golongan of one pegawai, from its TMT to the next."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="riwayat_pangkat")
    golongan = models.CharField(_("golongan"), max_length=6, choices=GOLONGAN)
    source = models.CharField(_("sumber"), max_length=200)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("riwayat pangkat")
        verbose_name_plural = _("riwayat pangkat")
        constraints = [
            ends_after_start("riwayat_pangkat_ends_after_start"),
            has_a_source("riwayat_pangkat_has_a_source"),
            ExclusionConstraint(
                name="riwayat_pangkat_one_at_a_time",
                violation_error_message=_(
                    "Pegawai ini sudah bergolongan lain pada sebagian hari itu. Akhiri dulu "
                    "riwayat pangkat yang tercatat, atau perbaiki tanggalnya."
                ),
                expressions=[(One("pegawai"), OVERLAPS), DAYS],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}, {self.golongan}"


@tracked()
class RiwayatJabatan(Dated):
    """One post that a pegawai holds by appointment; acting in another adds no entry."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="riwayat_jabatan")
    kind = models.CharField(_("jenis jabatan"), max_length=16, choices=JabatanAsn.choices)
    jenjang = models.CharField(
        _("jenjang"), max_length=16, choices=JenjangFungsional.choices, blank=True
    )
    nama = models.CharField(_("nama jabatan"), max_length=200)
    source = models.CharField(_("sumber"), max_length=200)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("riwayat jabatan")
        verbose_name_plural = _("riwayat jabatan")
        constraints = [
            ends_after_start("riwayat_jabatan_ends_after_start"),
            has_a_source("riwayat_jabatan_has_a_source"),
            models.CheckConstraint(
                name="riwayat_jabatan_level_is_functional",
                condition=Q(jenjang="") | Q(kind=JabatanAsn.FUNGSIONAL),
                violation_error_message=_(
                    "Hanya jabatan fungsional mempunyai jenjang. Kosongkan jenjangnya, atau "
                    "perbaiki jenis jabatannya."
                ),
            ),
            # Not an exclusion: some posts may be held beside a functional one.
            models.UniqueConstraint(
                fields=["pegawai", "nama", "starts_on"],
                name="riwayat_jabatan_is_recorded_once",
                violation_error_message=_("Riwayat jabatan ini sudah tercatat."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}, {self.nama}"


@tracked()
class RiwayatPendidikan(models.Model):
    """One level of formal education that a pegawai has completed."""

    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="riwayat_pendidikan"
    )
    jenjang = models.CharField(_("jenjang"), max_length=4, choices=JenjangPendidikan.choices)
    field_of_study = models.CharField(_("program studi"), max_length=120, blank=True)
    graduated_on = models.DateField(_("tanggal lulus"))
    source = models.CharField(_("sumber"), max_length=200)

    class Meta:
        verbose_name = _("riwayat pendidikan")
        verbose_name_plural = _("riwayat pendidikan")
        constraints = [
            has_a_source("riwayat_pendidikan_has_a_source"),
            models.UniqueConstraint(
                fields=["pegawai", "jenjang", "field_of_study"],
                name="riwayat_pendidikan_is_recorded_once",
                violation_error_message=_("Riwayat pendidikan ini sudah tercatat."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}, {self.get_jenjang_display()}"


@tracked()
class RiwayatDiklat(Dated):
    """One course that a pegawai has attended, with its hours of lessons (JP) where known."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="riwayat_diklat")
    kind = models.CharField(_("jenis diklat"), max_length=12, choices=DiklatKind.choices)
    nama = models.CharField(_("nama diklat"), max_length=200)
    hours = models.PositiveSmallIntegerField(_("jam pelajaran"), null=True, blank=True)
    source = models.CharField(_("sumber"), max_length=200)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("riwayat diklat")
        verbose_name_plural = _("riwayat diklat")
        constraints = [
            ends_after_start("riwayat_diklat_ends_after_start"),
            has_a_source("riwayat_diklat_has_a_source"),
            models.UniqueConstraint(
                fields=["pegawai", "nama", "starts_on"],
                name="riwayat_diklat_is_recorded_once",
                violation_error_message=_("Riwayat diklat ini sudah tercatat."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pegawai}, {self.nama}"
