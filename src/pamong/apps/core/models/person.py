"""People: one string for the name, degrees apart, identifiers and former names with dates."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.made_up import MADE_UP
from pamong.apps.core.models.dated import ends_after_start


@tracked()
class Person(models.Model):
    """A human being. In a demonstration a real one bears a name and nothing else."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    nama = models.CharField("nama tanpa gelar", max_length=200)
    gelar_depan = models.CharField(max_length=60, blank=True)
    gelar_belakang = models.CharField(max_length=80, blank=True)
    sort_key = models.CharField(max_length=200, db_index=True)
    is_made_up = models.BooleanField("rekaan", default=False)

    class Meta:
        verbose_name = "orang"
        verbose_name_plural = "orang"
        constraints = [
            models.CheckConstraint(
                name="person_has_a_name",
                violation_error_message=_("Nama orang kosong. Tulis namanya."),
                condition=~models.Q(nama=""),
            ),
        ]

    def __str__(self) -> str:
        return self.shown_name

    @property
    def shown_name(self) -> str:
        """The name without degrees, marked where it is made up."""
        return f"{self.nama} {MADE_UP}" if self.is_made_up else self.nama

    @property
    def full_name(self) -> str:
        """The name with degrees, as on a decree."""
        before = f"{self.gelar_depan} " if self.gelar_depan else ""
        after = f", {self.gelar_belakang}" if self.gelar_belakang else ""
        return f"{before}{self.nama}{after}" + (f" {MADE_UP}" if self.is_made_up else "")


class NameKind(models.TextChoices):
    """How somebody is also called."""

    VARIANT = "variant", _("ejaan lain")
    FORMER = "former", _("nama lama")
    NICKNAME = "nickname", _("panggilan")


@tracked()
class PersonName(models.Model):
    """Another name of a person, with dates where they are known."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="other_names")
    nama = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=200, db_index=True)
    kind = models.CharField("jenis", max_length=10, choices=NameKind.choices)
    starts_on = models.DateField(null=True, blank=True)
    ends_before = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("nama lain")
        verbose_name_plural = _("nama lain")
        constraints = [ends_after_start("person_name_ends_after_start")]

    def __str__(self) -> str:
        return f"{self.nama} ({self.get_kind_display()})"


class IdentifierKind(models.TextChoices):
    """The numbers by which administrations know a person."""

    NIP = "nip", _("NIP")
    NI_PPPK = "ni_pppk", _("NI PPPK")
    NIK = "nik", _("NIK")
    NIP_LAMA = "nip_lama", _("NIP lama")
    NPWP = "npwp", _("NPWP")
    BPJS = "bpjs", _("nomor BPJS Kesehatan")
    KARPEG = "karpeg", _("nomor Karpeg")
    KARIS_KARSU = "karis_karsu", _("nomor Karis atau Karsu")
    TASPEN = "taspen", _("nomor Taspen")
    TAPERA = "tapera", _("nomor Tapera")
    SIASN = "siasn", _("kode SIASN")


@tracked()
class PersonIdentifier(models.Model):
    """A number of a person, with dates: a corrected NIP is a new row, and the old one is found.

    Husband and wife may be taxed under one NPWP, so that number may be of two people.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="identifiers")
    kind = models.CharField("jenis", max_length=12, choices=IdentifierKind.choices)
    value = models.CharField("nomor", max_length=40)
    starts_on = models.DateField(null=True, blank=True)
    ends_before = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("nomor identitas")
        verbose_name_plural = _("nomor identitas")
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "value"],
                name="identifier_is_one_persons",
                condition=~models.Q(kind=IdentifierKind.NPWP),
                violation_error_message=_(
                    "Nomor identitas ini sudah tercatat. Cari orangnya dengan nomor itu."
                ),
            ),
            ends_after_start("identifier_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.value}"
