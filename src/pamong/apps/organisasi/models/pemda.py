"""Regional governments: 38 provinces, 508 kabupaten and kota, and made-up ones for teaching."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Instansi
from pamong.apps.core.models.dated import ends_after_start


class PemdaLevel(models.TextChoices):
    """The three kinds of regional government."""

    PROVINSI = "provinsi", _("Provinsi")
    KABUPATEN = "kabupaten", _("Kabupaten")
    KOTA = "kota", _("Kota")


@tracked()
class Pemda(models.Model):
    """One regional government."""

    instansi = models.OneToOneField(Instansi, on_delete=models.PROTECT)
    nama = models.CharField("nama lengkap", max_length=120, unique=True)
    short_name = models.CharField("nama pendek", max_length=100)
    slug = models.SlugField(max_length=120, unique=True)
    level = models.CharField("tingkat", max_length=10, choices=PemdaLevel.choices)
    provinsi = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="daerah"
    )
    time_zone = models.CharField("zona waktu", max_length=40)
    is_made_up = models.BooleanField("rekaan", default=False)
    is_resident = models.BooleanField("dikelola di sini", default=False)
    # Only a resident government keeps its records here; the others are known by name and code.

    class Meta:
        verbose_name = "pemerintah daerah"
        verbose_name_plural = "pemerintah daerah"

    def __str__(self) -> str:
        return self.nama


@tracked()
class PemdaCode(models.Model):
    """A code of the interior ministry, with the days on which it held (null: not recorded)."""

    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="codes")
    kode = models.CharField(max_length=5)
    starts_on = models.DateField(null=True, blank=True)
    ends_before = models.DateField(null=True, blank=True)
    source = models.CharField("sumber", max_length=200)

    class Meta:
        verbose_name = "kode wilayah"
        verbose_name_plural = "kode wilayah"
        constraints = [
            models.UniqueConstraint(
                fields=["pemda", "kode"],
                name="code_is_recorded_once",
                violation_error_message=_(
                    "Kode wilayah ini sudah tercatat untuk pemerintah daerah itu."
                ),
            ),
            ends_after_start("code_ends_after_start"),
        ]

    def __str__(self) -> str:
        return self.kode


class PemdaSpelling(models.Model):
    """A way in which people write the name of a government; one spelling may mean several.

    ``key`` is in small letters, without spaces and punctuation: "kabtolitoli".
    """

    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="spellings")
    key = models.CharField("ejaan", max_length=120, db_index=True)

    class Meta:
        verbose_name = "ejaan nama"
        verbose_name_plural = "ejaan nama"
        constraints = [
            models.UniqueConstraint(
                fields=["pemda", "key"],
                name="spelling_is_recorded_once",
                violation_error_message=_("Ejaan ini sudah tercatat untuk pemerintah daerah itu."),
            ),
        ]

    def __str__(self) -> str:
        return self.key


@tracked()
class PilkadaParticipation(models.Model):
    """The recorded fact that a government holds, or does not hold, one simultaneous election."""

    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="pilkada")
    pilkada = models.CharField("pilkada", max_length=10)
    participates = models.BooleanField("ikut")
    source = models.CharField("sumber", max_length=300)

    class Meta:
        verbose_name = "keikutsertaan pilkada"
        verbose_name_plural = "keikutsertaan pilkada"
        constraints = [
            models.UniqueConstraint(
                fields=["pemda", "pilkada"],
                name="participation_is_recorded_once",
                violation_error_message=_("Keikutsertaan pada pilkada ini sudah tercatat."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pemda}, Pilkada {self.pilkada}"
