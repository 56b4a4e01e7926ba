"""Hand-overs of facilities: a facility in somebody's hands from one BAST until another.

The days stand once, on the papers; a hand-over copies them by trigger, whoever writes, so that
its exclusion constraint and the papers never differ.
"""

import uuid

import pgtrigger
from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Decree, Person, StoredFile
from pamong.apps.core.models.dated import Dated, DatedQuerySet
from pamong.apps.core.ranges import DAYS, OVERLAPS, One
from pamong.apps.organisasi.models.facility import Facility
from pamong.apps.organisasi.models.jabatan import Jabatan
from pamong.apps.organisasi.models.opd import Opd
from pamong.apps.organisasi.models.pemda import Pemda


@tracked()
class Bast(models.Model):
    """One berita acara serah terima: a paper by which facilities change hands on its day.

    One side is whoever holds the office; the other, ``with_jabatan`` or ``with_opd``, keeps the
    facilities for the government. ``basis`` is what the paper itself says that it rests on.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, related_name="bast")
    number = models.CharField(_("nomor"), max_length=120)
    day = models.DateField(_("hari serah terima"))
    with_jabatan = models.ForeignKey(
        Jabatan, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    with_opd = models.ForeignKey(
        Opd, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    condition = models.CharField(_("keadaan"), max_length=500, blank=True)
    basis = models.CharField(_("dasar menurut BAST"), max_length=300, blank=True)
    decree = models.ForeignKey(
        Decree, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    paper = models.ForeignKey(
        StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )  # the signed paper as it was scanned
    recorded_on = models.DateField(_("dicatat pada"))

    class Meta:
        verbose_name = "berita acara serah terima"
        verbose_name_plural = "berita acara serah terima"
        constraints = [
            models.UniqueConstraint(
                fields=["pemda", "number", "day"],
                name="bast_is_recorded_once",
                violation_error_message=_("BAST dengan nomor dan hari ini sudah tercatat."),
            ),
            models.CheckConstraint(
                name="bast_has_a_number",
                violation_error_message=_("Nomor BAST kosong. Tulis nomornya seperti di kertas."),
                condition=~Q(number=""),
            ),
            models.CheckConstraint(
                name="bast_not_from_the_future",
                violation_error_message=_(
                    "Hari serah terima sesudah hari ia dicatat. Periksa harinya."
                ),
                condition=Q(day__lte=F("recorded_on")),
            ),
            models.CheckConstraint(
                name="bast_names_the_other_side",
                violation_error_message=_(
                    "Pihak lain belum disebut. Pilih satu jabatan atau satu OPD."
                ),
                condition=Q(with_jabatan__isnull=False, with_opd=None)
                | Q(with_jabatan=None, with_opd__isnull=False),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="leads_its_handovers",
                when=pgtrigger.After,
                operation=pgtrigger.UpdateOf("day"),  # type: ignore[no-untyped-call]  # ships no types
                func="UPDATE organisasi_facilityhandover SET given_by_id = given_by_id "
                "WHERE given_by_id = NEW.id OR returned_by_id = NEW.id; RETURN NEW;",
            )
        ]

    def __str__(self) -> str:
        return f"BAST {self.number}"

    @property
    def other_side(self) -> Jabatan | Opd:
        """Who keeps the facilities for the government."""
        side = self.with_jabatan or self.with_opd
        if side is None:
            raise AssertionError("bast_names_the_other_side")
        return side


@tracked()
class FacilityHandover(Dated):
    """One facility in the hands of one person because of the office, until it was handed back.

    On ``ends_before``, the day on which it was handed back, it is in the government's hands again.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    facility = models.ForeignKey(Facility, on_delete=models.PROTECT, related_name="handovers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="facility_handovers")
    given_by = models.ForeignKey(Bast, on_delete=models.PROTECT, related_name="given")
    returned_by = models.ForeignKey(
        Bast, on_delete=models.PROTECT, null=True, blank=True, related_name="returned"
    )
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, editable=False)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "serah terima fasilitas"
        verbose_name_plural = "serah terima fasilitas"
        indexes = [
            models.Index(fields=["facility", "starts_on"], name="handover_by_facility"),
        ]
        constraints = [
            models.CheckConstraint(
                name="handover_ends_after_start",
                violation_error_message=_(
                    "Fasilitas dikembalikan sebelum, atau pada hari, ia diserahkan. Perbaiki "
                    "harinya."
                ),
                condition=Q(ends_before=None) | Q(ends_before__gt=F("starts_on")),
            ),
            ExclusionConstraint(
                name="handover_one_hand_a_facility",
                violation_error_message=_(
                    "Fasilitas ini tercatat ada pada pemegang lain pada sebagian hari itu. Catat "
                    "dulu pengembaliannya, atau perbaiki harinya."
                ),
                expressions=[(One("facility"), OVERLAPS), DAYS],
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name="follows_its_papers",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func="NEW.pemda_id := (SELECT pemda_id FROM organisasi_facility "
                "WHERE id = NEW.facility_id); "
                "NEW.starts_on := (SELECT day FROM organisasi_bast WHERE id = NEW.given_by_id); "
                "NEW.ends_before := (SELECT day FROM organisasi_bast "
                "WHERE id = NEW.returned_by_id); RETURN NEW;",
            )
        ]

    def __str__(self) -> str:
        return f"{self.facility}, {self.person}"
