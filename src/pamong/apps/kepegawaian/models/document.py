"""The papers of a pegawai: what they are, their number and day, and the file where it is kept."""

from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models import StoredFile
from pamong.apps.kepegawaian.field_classes import FieldClass
from pamong.apps.kepegawaian.models.pegawai import Pegawai


class PaperKind(models.TextChoices):
    """What sort of paper it is."""

    SK_CPNS = "sk_cpns", _("SK CPNS")
    SK_PNS = "sk_pns", _("SK PNS")
    SK_PPPK = "sk_pppk", _("SK pengangkatan PPPK")
    PERJANJIAN = "perjanjian", _("perjanjian kerja")
    SPMT = "spmt", _("surat pernyataan melaksanakan tugas")
    PERTEK = "pertek", _("pertimbangan teknis BKN")
    SK_PANGKAT = "sk_pangkat", _("SK kenaikan pangkat")
    SK_JABATAN = "sk_jabatan", _("SK jabatan")
    BERITA_ACARA = "berita_acara", _("berita acara sumpah atau pelantikan")
    KGB = "kgb", _("surat kenaikan gaji berkala")
    PAK = "pak", _("penetapan angka kredit")
    SKP = "skp", _("dokumen evaluasi kinerja")
    IJAZAH = "ijazah", _("ijazah")
    TRANSKRIP = "transkrip", _("transkrip nilai")
    SERTIFIKAT = "sertifikat", _("sertifikat")
    PIAGAM = "piagam", _("piagam penghargaan")
    SK_HUKUMAN = "sk_hukuman", _("SK hukuman disiplin")
    SURAT_CUTI = "surat_cuti", _("surat cuti")
    SK_PINDAH = "sk_pindah", _("SK pindah")
    SK_BERHENTI = "sk_berhenti", _("SK pemberhentian")
    KELUARGA = "keluarga", _("akta atau kartu keluarga")
    IDENTITAS = "identitas", _("kartu identitas")
    LAIN = "lain", _("dokumen lain")


@tracked()
class PegawaiDocument(models.Model):
    """One paper about one pegawai; its file, where there is one, carries its own checksum."""

    public_id = models.UUIDField(db_default=RandomUUID(), unique=True, editable=False)
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(_("jenis"), max_length=12, choices=PaperKind.choices)
    number = models.CharField(_("nomor"), max_length=120, blank=True)
    dated_on = models.DateField(_("tanggal"), null=True, blank=True)
    issued_by = models.CharField(_("pejabat atau lembaga penerbit"), max_length=200, blank=True)
    title = models.CharField(_("tentang"), max_length=300, blank=True)
    file = models.OneToOneField(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("berkas")
    )
    shows = models.CharField(
        _("golongan data"), max_length=10, choices=FieldClass.choices, default=FieldClass.OPEN
    )  # who may open it: the class of what it tells

    class Meta:
        verbose_name = _("dokumen pegawai")
        verbose_name_plural = _("dokumen pegawai")
        constraints = [
            models.CheckConstraint(
                name="pegawai_document_is_told",
                condition=~Q(number="") | Q(file__isnull=False),
                violation_error_message=_(
                    "Dokumen ini tanpa nomor dan tanpa berkas. Isi nomornya atau unggah berkasnya."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}".strip()
