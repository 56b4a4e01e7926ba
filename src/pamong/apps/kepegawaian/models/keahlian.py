"""What a pegawai may show he can do, and study that he was sent to or allowed: until when."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models.entry import DatedEntry, of_a_dated_entry, recorded_once
from pamong.apps.kepegawaian.models.pendidikan import JenjangPendidikan


class CertificateKind(models.TextChoices):
    """What a certificate says of its holder."""

    KOMPETENSI = "kompetensi", _("sertifikat kompetensi")
    PROFESI = "profesi", _("sertifikat profesi")
    REGISTRASI = "registrasi", _("surat tanda registrasi")
    IZIN = "izin", _("surat izin praktik atau lisensi")
    LAIN = "lain", _("sertifikat lain")


@tracked()
class Certificate(DatedEntry):
    """One certificate of competence or of a profession, for the days on which it holds.

    The paper of this entry is the certificate itself: its number and its day are those of the
    paper. Without an end it holds for life.
    """

    kind = models.CharField(_("jenis"), max_length=12, choices=CertificateKind.choices)
    nama = models.CharField(_("nama sertifikat"), max_length=200)
    level = models.CharField(_("jenjang atau tingkat"), max_length=120, blank=True, db_default="")
    issuer = models.CharField(_("penerbit"), max_length=200, blank=True, db_default="")
    paper_number = models.CharField(
        _("nomor sertifikat"), max_length=120, blank=True, db_default=""
    )
    paper_on = models.DateField(_("tanggal terbit"), null=True, blank=True)

    class Meta:
        verbose_name = _("sertifikat")
        verbose_name_plural = _("sertifikasi dan profesi")
        constraints = [
            *of_a_dated_entry("certificate"),
            recorded_once("certificate", "nama", "paper_number", "starts_on"),
            models.CheckConstraint(
                name="certificate_has_a_name",
                condition=~Q(nama=""),
                violation_error_message=_("Nama sertifikat kosong. Tulis namanya."),
            ),
        ]


class StudyKind(models.TextChoices):
    """SE MenPANRB 28/2021 knows one kind; decrees from before it tell two apart."""

    TUGAS_BELAJAR = "tugas", _("tugas belajar")
    IZIN_BELAJAR = "izin", _("izin belajar (ketentuan sebelum 2021)")


class StudyFunding(models.TextChoices):
    """Who pays for it."""

    APBN = "apbn", "APBN"
    APBD = "apbd", "APBD"
    BEASISWA = "beasiswa", _("beasiswa atau sponsor")
    MANDIRI = "mandiri", _("biaya mandiri")


class StudyState(models.TextChoices):
    """What became of it."""

    BERJALAN = "berjalan", _("berjalan")
    DIPERPANJANG = "perpanjang", _("diperpanjang")
    SELESAI = "selesai", _("selesai")
    TIDAK_SELESAI = "gagal", _("berakhir tanpa lulus")
    DIBATALKAN = "batal", _("dibatalkan")


@tracked()
class TugasBelajar(DatedEntry):
    """Study for a degree that a decree sends a pegawai to, or allows him, for its days."""

    FIELD_CLASSES = {"funding": FieldClass.FINANCE}

    kind = models.CharField(_("jenis"), max_length=8, choices=StudyKind.choices)
    school = models.CharField(_("perguruan tinggi"), max_length=200)
    field_of_study = models.CharField(_("program studi"), max_length=120, blank=True)
    jenjang = models.CharField(_("jenjang"), max_length=16, choices=JenjangPendidikan.choices)
    leaves_post = models.BooleanField(_("meninggalkan jabatan"), null=True, blank=True)
    funding = models.CharField(
        _("pembiayaan"), max_length=12, choices=StudyFunding.choices, blank=True, db_default=""
    )
    state = models.CharField(
        _("keadaan"), max_length=12, choices=StudyState.choices, default=StudyState.BERJALAN
    )
    reported_on = models.DateField(_("melapor kembali"), null=True, blank=True)

    class Meta:
        verbose_name = _("tugas belajar")
        verbose_name_plural = _("tugas dan izin belajar")
        constraints = [
            *of_a_dated_entry("tugas_belajar"),
            recorded_once("tugas_belajar", "school", "starts_on"),
            models.CheckConstraint(
                name="tugas_belajar_names_a_school",
                condition=~Q(school=""),
                violation_error_message=_("Perguruan tingginya kosong. Tulis namanya."),
            ),
        ]
