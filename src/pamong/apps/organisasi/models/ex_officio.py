"""Chairs that come with an office: of a partner body, for its holder or for his or her spouse.

Nothing here says who sits in the chair: that follows from who holds the office on a day. A spouse
is known by function only, never by name (docs/explanation/real-people.md).
"""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Decree, Document, Instansi
from pamong.apps.core.models.dated import Dated, DatedQuerySet, ends_after_start
from pamong.apps.core.ranges import DAYS, OVERLAPS, One, OneText
from pamong.apps.organisasi.models.jabatan import Jabatan
from pamong.apps.organisasi.models.pemda import Pemda
from pamong.apps.organisasi.models.seats import follows_its_office


class ChairFollows(models.TextChoices):
    """To whom the chair falls."""

    PEMANGKU = "pemangku", _("pemangku jabatan")
    PASANGAN = "pasangan", _("pasangan pemangku jabatan")


@tracked()
class ExOfficioChair(Dated):
    """For some days a chair of a partner body falls to whoever holds an office, or the spouse.

    It rests on a decree, a document, or what a person wrote into ``basis``. ``when_away`` is what
    that source says of days on which the office is vacant, on leave or acted for; often nothing.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    body = models.ForeignKey(Instansi, on_delete=models.PROTECT, related_name="chairs")
    title = models.CharField(_("sebutan"), max_length=120)
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="chairs")
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, editable=False)
    follows = models.CharField(_("mengikuti"), max_length=8, choices=ChairFollows.choices)
    decree = models.ForeignKey(
        Decree, on_delete=models.PROTECT, null=True, blank=True, verbose_name="SK"
    )
    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    basis = models.CharField(_("dasar"), max_length=300, blank=True)
    when_away = models.CharField(_("bila jabatan tidak dijalankan"), max_length=500, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "jabatan karena jabatan"
        verbose_name_plural = "jabatan karena jabatan"
        constraints = [
            ends_after_start("chair_ends_after_start"),
            models.CheckConstraint(
                name="chair_rests_on_something",
                violation_error_message=_(
                    "Kaitan ini harus bersandar pada SK, peraturan, atau dokumen. Sebutkan "
                    "dasarnya."
                ),
                condition=Q(decree__isnull=False) | Q(document__isnull=False) | ~Q(basis=""),
            ),
            ExclusionConstraint(
                name="chair_follows_one_office",
                violation_error_message=_(
                    "Jabatan itu sudah tercatat mengikuti sebuah jabatan pada sebagian hari itu. "
                    "Akhiri dulu kaitan yang tercatat, atau perbaiki tanggalnya."
                ),
                expressions=[(One("body"), OVERLAPS), (OneText("title"), OVERLAPS), DAYS],
            ),
        ]
        triggers = [follows_its_office("pemda_id")]

    def __str__(self) -> str:
        return f"{self.title} {self.body}"
