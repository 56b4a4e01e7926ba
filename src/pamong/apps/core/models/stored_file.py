"""Files as they came: evidence, hand-over papers, the PDF behind a document's text.

They lie in the database, so that one backup holds all of an installation and an act that fails
leaves no file behind. ``MAX_BYTES`` keeps that cheap; what is larger belongs in an archive.
"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models.instansi import Instansi

MAX_BYTES = 20_000_000


@tracked(exclude=["content"])
class StoredFile(models.Model):
    """One file, kept unchanged; ``media_type`` is what its content is, not what its name says."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    owner = models.ForeignKey(
        Instansi, on_delete=models.PROTECT, null=True, blank=True, verbose_name="milik instansi"
    )  # null until the government that it is about is known
    name = models.CharField("nama berkas", max_length=200)
    media_type = models.CharField("jenis isi", max_length=100)
    size = models.PositiveIntegerField("ukuran (bita)")
    sha256 = models.CharField(max_length=64, db_index=True)
    content = models.BinaryField("isi")
    received_on = models.DateField("diterima pada")

    class Meta:
        verbose_name = "berkas"
        verbose_name_plural = "berkas"
        constraints = [
            models.CheckConstraint(
                name="stored_file_has_content_and_fits",
                violation_error_message=_(
                    "Berkas ini kosong atau lebih besar dari 20 MB. Pilih berkas lain."
                ),
                condition=models.Q(size__gt=0, size__lte=MAX_BYTES),
            ),
        ]

    def __str__(self) -> str:
        return self.name
