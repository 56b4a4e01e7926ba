"""Documents: the text as it was read, kept unchanged, so that every value can point into it."""

import uuid

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models.instansi import Instansi
from pamong.apps.core.models.stored_file import StoredFile


class DocumentKind(models.TextChoices):
    """What sort of document it is."""

    BERITA = "berita", _("berita")
    SK = "sk", _("surat keputusan")
    LAIN = "lain", _("dokumen lain")


@tracked()
class Document(models.Model):
    """One text. ``kode`` is what people call it by: "dokumen 000"."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kode = models.CharField(max_length=20)
    owner = models.ForeignKey(
        Instansi, on_delete=models.PROTECT, null=True, blank=True, verbose_name="milik instansi"
    )  # null until the government that it is about is known
    kind = models.CharField("jenis", max_length=8, choices=DocumentKind.choices)
    title = models.CharField("judul", max_length=300, blank=True)
    text = models.TextField("teks")
    sha256 = models.CharField(max_length=64)
    file_name = models.CharField("nama berkas", max_length=200, blank=True)
    published_on = models.DateField("tanggal terbit", null=True, blank=True)
    received_on = models.DateField("diterima pada")
    original = models.OneToOneField(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="document",
        verbose_name="berkas asli",
    )  # the PDF or DOCX that the text was taken from; a text is its own original

    class Meta:
        verbose_name = "dokumen"
        verbose_name_plural = "dokumen"
        constraints = [
            models.UniqueConstraint(
                fields=["kode"],
                name="document_kode_is_used_once",
                violation_error_message=_("Kode dokumen ini sudah dipakai. Pilih kode lain."),
            ),
            models.UniqueConstraint(
                fields=["sha256"],
                name="document_is_kept_once",
                violation_error_message=_("Teks ini sudah ada di sini. Cari dokumennya."),
            ),
            models.CheckConstraint(
                name="document_has_a_text",
                violation_error_message=_(
                    "Dokumen ini kosong. Masukkan dokumen yang berisi teks."
                ),
                condition=~models.Q(text=""),
            ),
            models.CheckConstraint(
                name="document_not_from_the_future",
                violation_error_message=_(
                    "Tanggal terbit dokumen sesudah hari ia diterima. Periksa tanggal terbitnya."
                ),
                condition=models.Q(published_on=None)
                | models.Q(published_on__lte=models.F("received_on")),
            ),
        ]

    def __str__(self) -> str:
        return gettext("dokumen %(kode)s") % {"kode": self.kode}
