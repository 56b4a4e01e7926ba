"""Tenures: one person in one office, in one capacity, for one period, on one basis.

A tenure is made only from a decree, or from a text that states its days. What a text merely
attests ("the head of BKD, X, said …") is an :class:`Attestation` and never a tenure.
"""

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from pamong.apps.core.history import tracked
from pamong.apps.core.models import Person
from pamong.apps.core.models.dated import DatedQuerySet, ends_after_start
from pamong.apps.core.models.grounded import Grounded, rests_on_something
from pamong.apps.core.ranges import DAYS, OVERLAPS, One
from pamong.apps.organisasi.models.jabatan import Jabatan
from pamong.apps.organisasi.models.pemda import Pemda
from pamong.apps.organisasi.models.seats import follows_its_office
from pamong.kernel.capacity import Capacity

CAPACITIES = [(capacity.value, capacity.label) for capacity in Capacity]


@tracked()
class JabatanHolding(Grounded):
    """One person holding one office in one capacity for one period.

    ``starts_is_exact`` is false where only "in office before this day" is known: no first day is
    ever invented.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="holdings")
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="holdings")
    capacity = models.CharField("kedudukan", max_length=10, choices=CAPACITIES)
    starts_is_exact = models.BooleanField("TMT pasti", default=True)
    # The election that the tenure of an elected head or deputy stems from: "2018".
    pilkada = models.CharField(_("pilkada asal"), max_length=10, blank=True)
    # Copied from the office by the trigger below.
    seat_is_single = models.BooleanField(default=True, editable=False)
    pemda = models.ForeignKey(Pemda, on_delete=models.PROTECT, editable=False)

    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = "pemangku jabatan"
        verbose_name_plural = "pemangku jabatan"
        indexes = [models.Index(fields=["jabatan", "starts_on"], name="holding_by_office")]
        constraints = [
            ends_after_start("holding_ends_after_start"),
            rests_on_something("holding_rests_on_something", _("Masa jabatan")),
            models.CheckConstraint(
                name="holding_stems_from_an_election_of_a_year",
                violation_error_message=_(
                    "Pilkada asal ditulis sebagai tahun, seperti 2018, dan hanya untuk pemangku "
                    "definitif."
                ),
                condition=Q(pilkada="")
                | Q(pilkada__regex=r"^(19|20)[0-9]{2}$", capacity=Capacity.DEFINITIF),
            ),
            ExclusionConstraint(
                name="holding_one_definitif_a_seat",
                violation_error_message=_(
                    "Jabatan ini sudah dipegang pejabat definitif pada sebagian hari itu. Akhiri "
                    "dulu masa jabatan yang tercatat, atau perbaiki tanggalnya."
                ),
                expressions=[(One("jabatan"), OVERLAPS), DAYS],
                condition=Q(capacity=Capacity.DEFINITIF, seat_is_single=True),
            ),
            ExclusionConstraint(
                name="holding_one_acting_an_office",
                violation_error_message=_(
                    "Sudah ada yang melaksanakan tugas jabatan ini pada sebagian hari itu. Akhiri"
                    " dulu penugasan yang tercatat, atau perbaiki tanggalnya."
                ),
                expressions=[(One("jabatan"), OVERLAPS), DAYS],
                condition=~Q(capacity=Capacity.DEFINITIF),
            ),
            ExclusionConstraint(
                name="holding_one_person_an_office",
                violation_error_message=_(
                    "Orang ini sudah tercatat pada jabatan yang sama untuk sebagian hari itu. "
                    "Perbaiki tanggalnya."
                ),
                expressions=[(One("person"), OVERLAPS), (One("jabatan"), OVERLAPS), DAYS],
            ),
        ]
        triggers = [follows_its_office("seat_is_single", "pemda_id")]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_capacity_display()} {self.jabatan}"
