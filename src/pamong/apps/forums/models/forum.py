"""Forums: where leaders and OPDs meet, who came as a document claims it, and what was said."""

import uuid

from django.db import models

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Document, Person
from pamong.apps.organisasi.models import Jabatan, Pemda
from pamong.apps.organisasi.models.holding import CAPACITIES


class ForumKind(models.TextChoices):
    """The kinds of forum that the reader tells apart."""

    APEL = "apel", "Apel"
    UPACARA = "upacara", "Upacara"
    RAKOR = "rakor", "Rapat koordinasi"
    AUDIENSI = "audiensi", "Audiensi"
    PENGARAHAN = "pengarahan", "Pengarahan"
    SILATURAHMI = "silaturahmi", "Silaturahmi"
    PELANTIKAN = "pelantikan", "Pelantikan"
    SERAH_TERIMA = "serah_terima", "Serah terima"
    MUSRENBANG = "musrenbang", "Musrenbang"


class Topic(models.TextChoices):
    """What a directive, a commitment or a forum is about."""

    NETRALITAS = "netralitas", "Netralitas ASN"
    DISIPLIN = "disiplin", "Disiplin"
    ANGGARAN = "anggaran", "Anggaran"
    PROGRAM_KERJA = "program_kerja", "Program kerja"
    KINERJA = "kinerja", "Kinerja"
    PENDIDIKAN_ASN = "pendidikan_asn", "Pendidikan ASN"
    PPPK_HONORER = "pppk_honorer", "PPPK dan honorer"
    PELAYANAN_PUBLIK = "pelayanan_publik", "Pelayanan publik"
    KOORDINASI_SINERGI = "koordinasi_sinergi", "Koordinasi dan sinergi"
    PILKADA_PEMILU = "pilkada_pemilu", "Pilkada dan pemilu"
    CUTI_KAMPANYE = "cuti_kampanye", "Cuti kampanye"
    MUTASI_PROMOSI = "mutasi_promosi", "Mutasi dan promosi"
    INTEGRITAS_ANTIKORUPSI = "integritas_antikorupsi", "Integritas dan antikorupsi"
    INFLASI = "inflasi", "Inflasi"
    STUNTING = "stunting", "Stunting"
    KEMISKINAN = "kemiskinan", "Kemiskinan"
    EKONOMI = "ekonomi", "Ekonomi"
    KESEHATAN_COVID = "kesehatan_covid", "Kesehatan dan Covid-19"
    PENDIDIKAN = "pendidikan", "Pendidikan"
    KEAMANAN_KETERTIBAN = "keamanan_ketertiban", "Keamanan dan ketertiban"
    KEBANGSAAN = "kebangsaan", "Kebangsaan"
    SILATURAHMI_PAMIT = "silaturahmi_pamit", "Silaturahmi dan pamitan"
    LINGKUNGAN_BENCANA = "lingkungan_bencana", "Lingkungan dan bencana"
    DESA = "desa", "Desa"
    DATA_DIGITAL = "data_digital", "Data dan digital"
    PERENCANAAN = "perencanaan", "Perencanaan"
    KESEJAHTERAAN_ASN = "kesejahteraan_asn", "Kesejahteraan ASN"


class Setting(models.TextChoices):
    """How something was said."""

    PIDATO = "pidato", "dalam pidato"
    DIBACAKAN = "dibacakan", "dalam sambutan yang dibacakan"
    WAWANCARA = "wawancara", "dalam wawancara"


@tracked()
class Forum(models.Model):
    """One forum of one government, as one document reports it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="forums")
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="forum")
    kind = models.CharField("jenis", max_length=16, choices=ForumKind.choices)
    title = models.CharField("judul", max_length=300)
    day = models.DateField("hari")
    time_of_day = models.CharField("waktu", max_length=60, blank=True)
    place = models.CharField("tempat", max_length=300, blank=True)
    reader = models.ForeignKey(
        Person,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="pembaca sambutan",
        related_name="+",
    )
    principal = models.ForeignKey(
        Jabatan,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name="atas nama",
        related_name="+",
    )
    topics = models.JSONField("topik", default=list)
    recurrence = models.JSONField("pengulangan", default=list)
    agenda = models.JSONField("agenda untuk instansi atasan", default=list)
    numbers = models.JSONField("angka yang disebut", default=list)

    class Meta:
        verbose_name = "forum"
        verbose_name_plural = "forum"
        indexes = [models.Index(fields=["pemda", "-day"], name="forum_by_pemda_and_day")]

    def __str__(self) -> str:
        return self.title


@tracked()
class ForumGuest(models.Model):
    """An office or a category of people that came, as the document claims it; never a name."""

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="guests")
    # The claim is part of the forum and has no life of its own.
    text = models.CharField("hadir menurut dokumen", max_length=300)

    class Meta:
        verbose_name = "hadirin"
        verbose_name_plural = "hadirin"

    def __str__(self) -> str:
        return self.text


@tracked()
class Statement(models.Model):
    """Words between quotation marks; of a speaker without a name nothing is stored."""

    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="statements")
    speaker = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, verbose_name="pembicara"
    )
    office = models.CharField("jabatan", max_length=200, blank=True)
    capacity = models.CharField("kedudukan", max_length=10, choices=CAPACITIES, blank=True)
    setting = models.CharField("cara", max_length=12, choices=Setting.choices, blank=True)
    words = models.TextField("kutipan")

    class Meta:
        verbose_name = "pernyataan"
        verbose_name_plural = "pernyataan"
        constraints = [
            models.CheckConstraint(
                name="statement_without_speaker_names_no_office",
                violation_error_message=(
                    "Pernyataan tanpa nama pembicara tidak boleh menyebut jabatan atau "
                    "kedudukannya."
                ),
                condition=models.Q(speaker__isnull=False) | models.Q(office="", capacity=""),
            ),
        ]

    def __str__(self) -> str:
        return self.words[:60]
