"""Who was invited to a forum, and the roll call of the day beside what a document claims."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Instansi
from pamong.apps.forums.models.forum import Forum
from pamong.apps.organisasi.models import Opd, Pemda


class InviteeKind(models.TextChoices):
    """Who is invited: one OPD, a category of people, another body, or another government."""

    OPD = "opd", _("OPD")
    KATEGORI = "kategori", _("kategori undangan")
    INSTANSI = "instansi", _("instansi lain")
    DAERAH = "daerah", _("pemerintah daerah lain")


@tracked()
class Invitation(models.Model):
    """One OPD, body or category that was invited; never a person by name."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    forum = models.ForeignKey(Forum, on_delete=models.PROTECT, related_name="invitations")
    kind = models.CharField("jenis", max_length=10, choices=InviteeKind.choices)
    opd = models.ForeignKey(Opd, on_delete=models.PROTECT, null=True, blank=True)
    instansi = models.ForeignKey(Instansi, on_delete=models.PROTECT, null=True, blank=True)
    daerah = models.ForeignKey(Pemda, on_delete=models.PROTECT, null=True, blank=True)
    text = models.CharField("yang diundang", max_length=200)

    class Meta:
        verbose_name = "undangan"
        verbose_name_plural = "undangan"
        constraints = [
            models.UniqueConstraint(
                fields=["forum", "text"],
                name="invitation_is_sent_once",
                violation_error_message=_("Undangan ini sudah tercatat pada forum itu."),
            ),
            models.CheckConstraint(
                name="invitation_names_whom_it_means",
                violation_error_message=_(
                    "Undangan untuk OPD, instansi, atau daerah harus menyebut yang mana."
                ),
                condition=Q(kind="kategori", opd=None, instansi=None, daerah=None)
                | Q(kind="opd", opd__isnull=False)
                | Q(kind="instansi", instansi__isnull=False)
                | Q(kind="daerah", daerah__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.text


class Presence(models.TextChoices):
    """How an invited OPD or category was there."""

    HADIR = "hadir", _("hadir")
    DIWAKILI = "diwakili", _("diwakili")
    IZIN = "izin", _("izin")
    TIDAK_HADIR = "tidak_hadir", _("tidak hadir")


@tracked()
class RollCallEntry(models.Model):
    """What the roll call says of one invitation; a correction changes it, history keeps both.

    ``represented_by`` is a function ("Sekretaris Dinas"), never a name.
    """

    invitation = models.OneToOneField(
        Invitation, on_delete=models.PROTECT, related_name="roll_call"
    )
    presence = models.CharField("kehadiran", max_length=12, choices=Presence.choices)
    represented_by = models.CharField("diwakili oleh (jabatan)", max_length=120, blank=True)
    note = models.CharField("keterangan", max_length=200, blank=True)
    taken_by = models.CharField("dicatat oleh", max_length=200)
    taken_at = models.DateTimeField("dicatat pada")

    class Meta:
        verbose_name = "daftar hadir"
        verbose_name_plural = "daftar hadir"
        constraints = [
            models.CheckConstraint(
                name="roll_call_says_who_stood_in",
                violation_error_message=_(
                    "Yang diwakili harus menyebut jabatan wakilnya, misalnya Sekretaris Dinas."
                ),
                condition=Q(presence="diwakili") & ~Q(represented_by="")
                | ~Q(presence="diwakili") & Q(represented_by=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invitation}: {self.get_presence_display()}"
