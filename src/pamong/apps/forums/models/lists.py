"""Lists that a directive asks for: a table with columns, one copy for each OPD that is asked."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.forums.models.asked import Directive
from pamong.apps.organisasi.models import Opd


@tracked()
class ListRequest(models.Model):
    """The table that a person made of a directive; ``opened_on`` is when the OPDs got it."""

    directive = models.OneToOneField(
        Directive, on_delete=models.PROTECT, related_name="list_request"
    )
    title = models.CharField("judul tabel", max_length=200)
    note = models.TextField("petunjuk pengisian", blank=True)
    opened_on = models.DateField("dibuka pada")

    class Meta:
        verbose_name = "permintaan daftar"
        verbose_name_plural = "permintaan daftar"

    def __str__(self) -> str:
        return self.title


class ColumnKind(models.TextChoices):
    """What a column holds."""

    TEKS = "teks", _("teks")
    ANGKA = "angka", _("angka")
    TANGGAL = "tanggal", _("tanggal")
    PILIHAN = "pilihan", _("pilihan")


@tracked()
class ListColumn(models.Model):
    """One column of the table; ``choices`` are what can be chosen, one a line."""

    request = models.ForeignKey(ListRequest, on_delete=models.PROTECT, related_name="columns")
    position = models.PositiveSmallIntegerField("urutan")
    name = models.CharField("nama kolom", max_length=80)
    kind = models.CharField("jenis isi", max_length=8, choices=ColumnKind.choices)
    is_required = models.BooleanField("wajib", default=False)
    choices = models.TextField("pilihan", blank=True)

    class Meta:
        verbose_name = "kolom daftar"
        verbose_name_plural = "kolom daftar"
        constraints = [
            models.UniqueConstraint(
                fields=["request", "name"],
                name="list_column_is_named_once",
                violation_error_message=_(
                    "Dua kolom bernama sama. Beri tiap kolom nama yang berbeda."
                ),
            ),
            models.UniqueConstraint(
                fields=["request", "position"],
                name="list_column_stands_alone",
                violation_error_message=_("Dua kolom berada di urutan yang sama."),
            ),
            models.CheckConstraint(
                name="list_column_of_choices_has_some",
                violation_error_message=_(
                    "Kolom pilihan harus mempunyai pilihan. Tulis satu pilihan tiap baris."
                ),
                condition=Q(kind="pilihan") & ~Q(choices="") | ~Q(kind="pilihan") & Q(choices=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class ListSheet(models.Model):
    """The copy of one OPD; ``completed_on`` is when it said that nothing is missing."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    request = models.ForeignKey(ListRequest, on_delete=models.PROTECT, related_name="sheets")
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, related_name="list_sheets")
    completed_on = models.DateField("dinyatakan lengkap pada", null=True, blank=True)
    completed_by = models.CharField("dinyatakan lengkap oleh", max_length=200, blank=True)

    class Meta:
        verbose_name = "isian daftar"
        verbose_name_plural = "isian daftar"
        constraints = [
            models.UniqueConstraint(
                fields=["request", "opd"],
                name="list_sheet_is_an_opds_only_one",
                violation_error_message=_("OPD ini sudah mendapat tabel itu."),
            ),
            models.CheckConstraint(
                name="list_sheet_completed_by_somebody",
                violation_error_message=_("Pernyataan lengkap harus mencatat hari dan pelakunya."),
                condition=Q(completed_on=None, completed_by="")
                | Q(completed_on__isnull=False) & ~Q(completed_by=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request}, {self.opd}"


@tracked()
class ListRow(models.Model):
    """One row; ``cells`` are its values in the order of the columns, as clean text.

    A number is written with a decimal point, a day as ISO; an empty cell is an empty text.
    """

    sheet = models.ForeignKey(ListSheet, on_delete=models.PROTECT, related_name="rows")
    position = models.PositiveIntegerField("urutan")
    cells = models.JSONField("isi")

    class Meta:
        verbose_name = "baris daftar"
        verbose_name_plural = "baris daftar"
        indexes = [models.Index(fields=["sheet", "position"], name="list_row_by_sheet")]

    def __str__(self) -> str:
        return f"{self.sheet}, {self.position}"
