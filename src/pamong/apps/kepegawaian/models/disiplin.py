"""Discipline penalties and leave: what few may see of a pegawai."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models.entry import DatedEntry, of_a_dated_entry, recorded_once


class PenaltyLevel(models.TextChoices):
    """The three levels of PP 94/2021 Pasal 8, and of PP 53/2010 before it."""

    RINGAN = "ringan", _("ringan")
    SEDANG = "sedang", _("sedang")
    BERAT = "berat", _("berat")


class Penalty(models.TextChoices):
    """The kinds of penalty in SIASN's jenisHukuman, by its codes; ``LAIN`` has none of its own."""

    TEGURAN_LISAN = "1", _("teguran lisan")
    TEGURAN_TERTULIS = "2", _("teguran tertulis")
    TIDAK_PUAS = "3", _("pernyataan tidak puas secara tertulis")
    TUNDA_KGB = "4", _("penundaan kenaikan gaji berkala 1 tahun")
    TURUN_GAJI = "5", _("penurunan gaji paling lama 1 tahun")
    TUNDA_GAJI = "6", _("penundaan gaji paling lama 1 tahun")
    TUNDA_PANGKAT = "7", _("penundaan kenaikan pangkat 1 tahun")
    TURUN_PANGKAT_1 = "8", _("penurunan pangkat setingkat 1 tahun")
    BEBAS_JABATAN = "9", _("pembebasan dari jabatan")
    BERHENTI_HORMAT = "10", _("pemberhentian dengan hormat tidak atas permintaan sendiri")
    BERHENTI_TIDAK_HORMAT = "11", _("pemberhentian tidak dengan hormat")
    PENGAKTIFAN = "12", _("pengaktifan setelah hukuman disiplin")
    PINDAH_TURUN = "13", _("pemindahan dalam rangka penurunan jabatan setingkat")
    TURUN_PANGKAT_3 = "14", _("penurunan pangkat setingkat 3 tahun")
    MORAL_TERBUKA = "21", _("sanksi moral terbuka")
    MORAL_TERTUTUP = "22", _("sanksi moral tertutup")
    POTONG_6 = "23", _("pemotongan tunjangan kinerja 25 persen selama 6 bulan")
    POTONG_9 = "24", _("pemotongan tunjangan kinerja 25 persen selama 9 bulan")
    POTONG_12 = "25", _("pemotongan tunjangan kinerja 25 persen selama 12 bulan")
    TURUN_JABATAN = "27", _("penurunan jabatan setingkat selama 12 bulan")
    JADI_PELAKSANA = "28", _("pembebasan dari jabatan menjadi pelaksana selama 12 bulan")
    LAIN = "lain", _("hukuman lain")


@tracked()
class HukumanDisiplin(DatedEntry):
    """One discipline penalty, from its first day in force; without an end where it has no term."""

    FIELD_CLASSES = dict.fromkeys(
        (
            *("level", "kind", "starts_on", "ends_before", "regulation", "why", "cancelled_on"),
            *("cancelled_number", "paper_number", "paper_on", "document", "decree", "lainnya"),
        ),
        FieldClass.DISCIPLINE,
    )

    level = models.CharField(_("tingkat hukuman"), max_length=8, choices=PenaltyLevel.choices)
    kind = models.CharField(_("jenis hukuman"), max_length=4, choices=Penalty.choices)
    why = models.CharField(_("pelanggaran"), max_length=500, blank=True, db_default="")
    regulation = models.CharField(_("peraturan"), max_length=60, blank=True, db_default="")
    cancelled_on = models.DateField(_("tanggal pembatalan"), null=True, blank=True)
    cancelled_number = models.CharField(
        _("nomor SK pembatalan"), max_length=120, blank=True, db_default=""
    )

    class Meta:
        verbose_name = _("hukuman disiplin")
        verbose_name_plural = _("hukuman disiplin")
        constraints = [
            *of_a_dated_entry("hukuman_disiplin"),
            recorded_once("hukuman_disiplin", "kind", "starts_on"),
        ]


class CutiKind(models.TextChoices):
    """The kinds of leave of PP 11/2017 Pasal 310; the law reads these words."""

    TAHUNAN = "tahunan", _("cuti tahunan")
    BESAR = "besar", _("cuti besar")
    SAKIT = "sakit", _("cuti sakit")
    MELAHIRKAN = "melahirkan", _("cuti melahirkan")
    ALASAN_PENTING = "alasan_penting", _("cuti karena alasan penting")
    CLTN = "cltn", _("cuti di luar tanggungan negara")


@tracked()
class CutiPegawai(DatedEntry):
    """One leave as it was granted; CLTN with the day of reporting back."""

    FIELD_CLASSES = {  # its kind tells of illness and birth
        "kind": FieldClass.HEALTH,
        "why": FieldClass.HEALTH,
        "document": FieldClass.HEALTH,
        "lainnya": FieldClass.HEALTH,
    }

    kind = models.CharField(_("jenis cuti"), max_length=16, choices=CutiKind.choices)
    why = models.CharField(_("keperluan"), max_length=300, blank=True, db_default="")
    returned_on = models.DateField(_("melapor kembali"), null=True, blank=True)
    bkn_number = models.CharField(
        _("nomor persetujuan BKN"), max_length=120, blank=True, db_default=""
    )
    bkn_on = models.DateField(_("tanggal persetujuan BKN"), null=True, blank=True)

    class Meta:
        verbose_name = _("cuti pegawai")
        verbose_name_plural = _("cuti pegawai")
        constraints = [
            *of_a_dated_entry("cuti_pegawai"),
            recorded_once("cuti_pegawai", "kind", "starts_on"),
        ]
