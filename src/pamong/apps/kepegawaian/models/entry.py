"""What every entry of a record has: whose it is, what it rests on, and where it came from."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.models import Decree
from pamong.apps.core.models.dated import Dated, DatedQuerySet, ends_after_start
from pamong.apps.core.ranges import DAYS, OVERLAPS, One
from pamong.apps.kepegawaian.models.document import PegawaiDocument
from pamong.apps.kepegawaian.models.pegawai import Pegawai

OVERLAP = _(
    "Sudah ada catatan lain di bagian ini yang berlaku pada sebagian hari itu. Akhiri dulu catatan"
    " itu, atau perbaiki tanggalnya."
)
TWICE = _("Catatan ini sudah ada. Buka catatan itu dan perbaiki di sana.")


class Entry(models.Model):
    """One thing that a paper or a system tells of a pegawai.

    ``paper_number`` and ``paper_on`` are those of the paper as it is written there; ``decree`` and
    ``document`` are that paper where it is on record here. ``kode_asal`` is the name of the row in
    the system that it came from, ``lainnya`` what that system told and we have no column for.
    """

    pegawai = models.ForeignKey(
        Pegawai, on_delete=models.PROTECT, related_name="%(class)s_entries"
    )
    source = models.CharField(_("sumber"), max_length=200, blank=True, db_default="")
    paper_number = models.CharField(_("nomor surat"), max_length=120, blank=True, db_default="")
    paper_on = models.DateField(_("tanggal surat"), null=True, blank=True)
    decree = models.ForeignKey(
        Decree, on_delete=models.PROTECT, null=True, blank=True, verbose_name="SK"
    )
    document = models.ForeignKey(
        PegawaiDocument,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("dokumen"),
    )
    kode_asal = models.CharField(
        _("kode di sistem asal"), max_length=64, blank=True, db_default=""
    )
    lainnya = models.JSONField(_("keterangan lain dari sistem asal"), null=True, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self._meta.verbose_name}, {self.pegawai}"


class DatedEntry(Entry, Dated):
    """An entry in force from its first day until the day before ``ends_before``."""

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True


def has_a_source(name: str) -> models.CheckConstraint:
    """Refuse an entry that does not say where it comes from."""
    told = Q(decree__isnull=False) | Q(document__isnull=False)
    return models.CheckConstraint(
        name=f"{name}_has_a_source",
        condition=~Q(source="") | ~Q(paper_number="") | told,
        violation_error_message=_(
            "Sumber riwayat ini kosong. Sebutkan SK, ijazah, sertifikat, atau sistem asalnya."
        ),
    )


def came_once(name: str) -> models.UniqueConstraint:
    """Refuse a second entry of one pegawai with the same name in the system it came from."""
    return models.UniqueConstraint(
        fields=["kode_asal", "pegawai"],
        condition=~Q(kode_asal=""),
        name=f"{name}_came_once",
        violation_error_message=_(
            "Kode di sistem asal ini sudah dipakai catatan lain pegawai itu. Periksa kodenya."
        ),
    )


def recorded_once(name: str, *fields: str) -> models.UniqueConstraint:
    """Refuse the same thing a second time."""
    return models.UniqueConstraint(
        fields=["pegawai", *fields],
        name=f"{name}_is_recorded_once",
        nulls_distinct=False,
        violation_error_message=TWICE,
    )


def one_at_a_time(name: str) -> ExclusionConstraint:
    """Refuse two entries of one pegawai on one day."""
    return ExclusionConstraint(
        name=f"{name}_one_at_a_time",
        violation_error_message=OVERLAP,
        expressions=[(One("pegawai"), OVERLAPS), DAYS],
    )


def of_an_entry(name: str) -> list[models.BaseConstraint]:
    """Return what every entry keeps to."""
    return [has_a_source(name), came_once(name)]


def of_a_dated_entry(name: str) -> list[models.BaseConstraint]:
    """Return what every entry with days keeps to."""
    return [ends_after_start(f"{name}_ends_after_start"), *of_an_entry(name)]
