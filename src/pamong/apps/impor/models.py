"""An import: its files, what was read of them, and what of it was written.

What is staged is kept apart from the record and has no history: it is what the files say, and is
read again from them where it is lost.
"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.organisasi.models import Pemda

MAX_BYTES = 200_000_000


class Step(models.TextChoices):
    """How far an import is."""

    READING = "membaca", _("sedang dibaca")
    MATCHING = "mencocokkan", _("menunggu kolom dicocokkan")
    READY = "siap", _("siap diperiksa")
    COMMITTING = "memasukkan", _("sedang dimasukkan")
    COMMITTED = "masuk", _("sudah dimasukkan")
    UNDOING = "membatalkan", _("sedang dibatalkan")
    UNDONE = "batal", _("sudah dibatalkan")
    LEFT = "disisihkan", _("tidak dimasukkan")


@tracked()
class Import(models.Model):
    """One set of files of one government, from upload to report."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="imports")
    step = models.CharField(_("tahap"), max_length=12, choices=Step.choices, default=Step.READING)
    day = models.DateField(_("dibaca per tanggal"))
    actor = models.CharField(_("pelaku"), max_length=200)
    user_id = models.BigIntegerField(_("pengguna"), null=True, blank=True)
    title = models.CharField(_("keterangan"), max_length=500, blank=True)
    reason = models.CharField(_("alasan"), max_length=500)
    choice = models.JSONField(_("pilihan"), default=dict)
    sheets = models.JSONField(_("lembar"), default=list)
    counts = models.JSONField(_("hitungan"), default=dict)
    chosen_counts = models.JSONField(_("hitungan menurut pilihan"), default=dict)
    doubt_counts = models.JSONField(_("keraguan per jenis"), default=dict)
    other_instansi = models.JSONField(_("instansi lain yang disebut berkas"), default=dict)
    complete = models.JSONField(_("riwayat yang dinyatakan lengkap"), default=list)
    is_cleared = models.BooleanField(_("baris bacaan sudah dihapus"), default=False)
    report = models.JSONField(_("laporan"), default=dict)
    context = models.UUIDField(_("tindakan"), null=True, blank=True)
    problem = models.CharField(_("masalah"), max_length=500, blank=True)
    job_id = models.BigIntegerField(_("pekerjaan latar"), null=True, blank=True)

    class Meta:
        verbose_name = _("impor data")
        verbose_name_plural = _("impor data")

    def __str__(self) -> str:
        return f"{self.title or self.reason} ({self.day})"

    @property
    def is_running(self) -> bool:
        """Whether the worker has to carry it on."""
        return self.step in {Step.READING, Step.COMMITTING, Step.UNDOING}

    @property
    def is_ready(self) -> bool:
        """Whether its preview lies before somebody to decide on."""
        return self.step in {Step.READY, Step.MATCHING}

    @property
    def is_written(self) -> bool:
        """Whether it stands on record."""
        return self.step == Step.COMMITTED


@tracked(exclude=["content"])
class ImportFile(models.Model):
    """One file of an import, as it came."""

    batch = models.ForeignKey(Import, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(_("nama berkas"), max_length=200)
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField(_("isi"))
    is_staged = models.BooleanField(_("sudah dibaca"), default=False)

    class Meta:
        verbose_name = _("berkas impor")
        verbose_name_plural = _("berkas impor")
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "name"],
                name="import_file_has_its_own_name",
                violation_error_message=_("Dua berkas bernama sama. Ganti nama salah satunya."),
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class ColumnMatch(models.Model):
    """Which columns a layout of somebody's own has; said once for a government, known again."""

    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="column_matches")
    fingerprint = models.CharField(_("sidik kepala tabel"), max_length=64)
    matching = models.TextField(_("padanan kolom"))

    class Meta:
        verbose_name = _("padanan kolom")
        verbose_name_plural = _("padanan kolom")
        constraints = [
            models.UniqueConstraint(
                fields=["pemda", "fingerprint"],
                name="column_match_is_said_once",
                violation_error_message=_("Padanan kolom untuk berkas ini sudah ada."),
            ),
        ]

    def __str__(self) -> str:
        return self.fingerprint


class State(models.IntegerChoices):
    """What a staged row is beside the record."""

    NEW = 0, _("baru")
    CHANGED = 1, _("berubah")
    UNCHANGED = 2, _("sama")
    ASIDE = 3, _("disisihkan")


class Weight(models.IntegerChoices):
    """How heavy the doubts of a row are."""

    NONE = 0, _("tidak diragukan")
    ASKS = 1, _("perlu diputuskan")
    REFUSES = 2, _("harus diperbaiki")


class StagedRow(models.Model):
    """What one row of a file says for one section of a record; part 0 stands for the row itself.

    ``said`` is compared with what is on record, ``also`` is only written with a new entry. ``who``
    is the NIP, or ``#`` and the code of SIASN.
    """

    # No key to the import in the database: a million checks of one row, and staging may be lost.
    batch = models.ForeignKey(Import, on_delete=models.PROTECT, db_constraint=False)
    file = models.CharField(max_length=200)
    sheet = models.CharField(max_length=100)
    row = models.IntegerField()
    part = models.SmallIntegerField()
    section = models.CharField(max_length=16)
    who = models.CharField(max_length=66)
    kode_asal = models.CharField(max_length=64)
    said = models.JSONField()
    also = models.JSONField()
    state = models.SmallIntegerField(choices=State.choices, db_default=State.NEW)
    doubt = models.SmallIntegerField(choices=Weight.choices, db_default=Weight.NONE)
    pegawai_id = models.BigIntegerField(null=True)
    entry_id = models.BigIntegerField(null=True)
    before = models.JSONField(null=True)
    # What the whole row is, on part 0 alone: pages list rows of 700,000 by it.
    row_state = models.SmallIntegerField(choices=State.choices, db_default=State.NEW)

    class Meta:
        verbose_name = _("baris yang dibaca")
        verbose_name_plural = _("baris yang dibaca")
        indexes = [
            models.Index(fields=["batch", "section"], name="staged_row_by_section"),
            models.Index(
                fields=["batch", "doubt", "row_state", "id"],
                condition=models.Q(part=0),
                name="staged_row_by_class",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.file} {self.row}"


class StagedDoubt(models.Model):
    """One doubt about a cell or a row of a file."""

    batch = models.ForeignKey(Import, on_delete=models.PROTECT, db_constraint=False)
    file = models.CharField(max_length=200)
    sheet = models.CharField(max_length=100)
    row = models.IntegerField()
    column = models.CharField(max_length=3)
    code = models.CharField(max_length=40)
    weight = models.SmallIntegerField(choices=Weight.choices)
    text = models.TextField()
    told = models.JSONField()

    class Meta:
        verbose_name = _("keraguan")
        verbose_name_plural = _("keraguan")
        indexes = [
            models.Index(fields=["batch", "code"], name="staged_doubt_by_code"),
            models.Index(fields=["batch", "file", "sheet", "row"], name="staged_doubt_by_place"),
        ]

    def __str__(self) -> str:
        return self.code


class WrittenEntry(models.Model):
    """One entry that an import wrote; ``before`` is what it changed, empty where it was new."""

    batch = models.ForeignKey(Import, on_delete=models.PROTECT, db_constraint=False)
    section = models.CharField(max_length=16)
    entry_id = models.BigIntegerField()
    before = models.JSONField(null=True)

    class Meta:
        verbose_name = _("catatan yang ditulis")
        verbose_name_plural = _("catatan yang ditulis")
        indexes = [models.Index(fields=["batch", "section"], name="written_entry_by_section")]

    def __str__(self) -> str:
        return f"{self.section} {self.entry_id}"


class ImportProgress(models.Model):
    """How far a step is; written beside the transaction, so that others see it before its end."""

    batch = models.OneToOneField(Import, on_delete=models.PROTECT, related_name="progress")
    what = models.CharField(max_length=120, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("kemajuan impor")
        verbose_name_plural = _("kemajuan impor")

    def __str__(self) -> str:
        return f"{self.done}/{self.total}"


# Django finds the models of an app in its module of models.
from pamong.apps.impor.export_models import ExportPiece, RegistryExport  # noqa: E402, F401
