"""Steps: what somebody did with a duty, on which day and why; rows are added, never changed."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.accounts.models import User
from pamong.apps.core.history import tracked
from pamong.apps.core.models import StoredFile
from pamong.apps.duties.life import NEEDS_REASON, Move, StepKind
from pamong.apps.duties.models.duty import Duty, only_added


@tracked()
class DutyStep(models.Model):
    """One step in the life of a duty; ``number`` counts them from 1, the making."""

    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveSmallIntegerField("urutan")
    kind = models.CharField("langkah", max_length=16, choices=StepKind.choices)
    day = models.DateField("hari")
    actor = models.CharField("oleh", max_length=200)
    user = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="duty_steps"
    )
    note = models.TextField("alasan atau catatan", blank=True)
    due_on = models.DateField("tenggat yang diminta atau diberikan", null=True, blank=True)
    delegate = models.CharField("didelegasikan kepada", max_length=200, blank=True)
    forum_id = models.UUIDField("forum", null=True, blank=True)
    forum_title = models.CharField("judul forum", max_length=300, blank=True)

    class Meta:
        verbose_name = "langkah tindak lanjut"
        verbose_name_plural = "langkah tindak lanjut"
        constraints = [
            # Two people at once write the same number: the second is refused, whoever writes.
            models.UniqueConstraint(
                fields=["duty", "number"],
                name="step_is_taken_once",
                violation_error_message=_(
                    "Orang lain baru saja bertindak atas tindak lanjut ini. Muat ulang halamannya."
                ),
            ),
            models.CheckConstraint(
                name="step_says_why",
                violation_error_message=_(
                    "Alasan atau catatan belum diisi. Tulis dalam satu kalimat."
                ),
                condition=~Q(kind__in=NEEDS_REASON) | ~Q(note=""),
            ),
            models.CheckConstraint(
                name="step_names_its_delegate",
                violation_error_message=_(
                    "Belum disebut kepada siapa didelegasikan. Tulis jabatan atau nama orangnya."
                ),
                condition=~Q(kind=StepKind.DELEGATED) | ~Q(delegate=""),
            ),
            models.CheckConstraint(
                name="step_names_the_day_it_asks_for",
                violation_error_message=_("Tenggat baru belum diisi. Tulis tanggalnya."),
                condition=~Q(kind__in=[StepKind.PROLONG_ASKED, StepKind.PROLONG_GRANTED])
                | Q(due_on__isnull=False),
            ),
        ]
        triggers = [only_added("a_step_stays")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.actor}"

    @property
    def move(self) -> Move:
        """The step as the life of the duty sees it."""
        return Move(StepKind(self.kind), self.day, self.due_on, self.delegate)


@tracked()
class DutyEvidence(models.Model):
    """A file or an address that a report rests on; a text is the note of the step itself."""

    step = models.ForeignKey(DutyStep, on_delete=models.PROTECT, related_name="evidence")
    file = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    address = models.URLField("alamat", max_length=500, blank=True)

    class Meta:
        verbose_name = "bukti"
        verbose_name_plural = "bukti"
        constraints = [
            models.CheckConstraint(
                name="evidence_is_a_file_or_an_address",
                violation_error_message=_("Bukti adalah satu berkas atau satu alamat."),
                condition=Q(file__isnull=False, address="")
                | (Q(file__isnull=True) & ~Q(address="")),
            ),
        ]
        triggers = [only_added("evidence_stays")]

    def __str__(self) -> str:
        return str(self.file) if self.file else self.address
