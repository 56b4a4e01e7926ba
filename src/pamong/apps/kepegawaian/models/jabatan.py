"""Posts: structural, functional and pelaksana; held, acted in, or as an additional duty."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.kepegawaian.models.entry import DatedEntry, of_a_dated_entry
from pamong.apps.kepegawaian.models.pegawai import Pegawai
from pamong.apps.organisasi.models import UnitKerja


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


class Penugasan(models.TextChoices):
    """In what capacity a post is held.

    SIASN's jenisPenugasan knows D, PLT, PLH, PJ and TT; a Pjs is a PJ there, and told apart here.
    """

    DEFINITIF = "definitif", _("definitif")
    PLT = "plt", _("Plt")
    PLH = "plh", _("Plh")
    PJ = "pj", _("Pj")
    PJS = "pjs", _("Pjs")
    TUGAS_TAMBAHAN = "tugas_tambahan", _("tugas tambahan")


ESELON = [
    (each, each)
    for each in (
        *("I.a", "I.b", "II.a", "II.b", "III.a"),
        *("III.b", "IV.a", "IV.b", "V.a", "V.b"),
    )
]


@tracked()
class RiwayatJabatan(DatedEntry):
    """One post of a pegawai: held by appointment, acted in, or given as an additional duty."""

    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="riwayat_jabatan")
    kind = models.CharField(_("jenis jabatan"), max_length=16, choices=JabatanAsn.choices)
    jenjang = models.CharField(
        _("jenjang"), max_length=16, choices=JenjangFungsional.choices, blank=True
    )
    nama = models.CharField(_("nama jabatan"), max_length=200)
    capacity = models.CharField(
        _("penugasan"),
        max_length=16,
        choices=Penugasan.choices,
        default=Penugasan.DEFINITIF,
        db_default=Penugasan.DEFINITIF,
    )
    eselon = models.CharField(_("eselon"), max_length=5, choices=ESELON, blank=True, db_default="")
    kelas = models.PositiveSmallIntegerField(_("kelas jabatan"), null=True, blank=True)
    inaugurated_on = models.DateField(_("tanggal pelantikan"), null=True, blank=True)
    unit = models.ForeignKey(
        UnitKerja,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="riwayat_jabatan",
        verbose_name=_("unit kerja"),
    )
    unit_name = models.CharField(
        _("unit kerja seperti tertulis"), max_length=300, blank=True, db_default=""
    )
    kode_jabatan = models.CharField(
        _("kode jabatan di sistem asal"), max_length=64, blank=True, db_default=""
    )

    class Meta:
        verbose_name = _("riwayat jabatan")
        verbose_name_plural = _("riwayat jabatan")
        constraints = [
            *of_a_dated_entry("riwayat_jabatan"),
            models.CheckConstraint(
                name="riwayat_jabatan_level_is_functional",
                condition=Q(jenjang="") | Q(kind=JabatanAsn.FUNGSIONAL),
                violation_error_message=_(
                    "Hanya jabatan fungsional mempunyai jenjang. Kosongkan jenjangnya, atau "
                    "perbaiki jenis jabatannya."
                ),
            ),
            models.CheckConstraint(
                name="riwayat_jabatan_has_a_name",
                condition=~Q(nama=""),
                violation_error_message=_("Nama jabatan kosong. Tulis namanya seperti di SK."),
            ),
            models.CheckConstraint(
                name="riwayat_jabatan_class_is_known",
                condition=Q(kelas=None) | Q(kelas__range=(1, 17)),
                violation_error_message=_("Kelas jabatan ialah 1 sampai 17. Periksa angkanya."),
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
