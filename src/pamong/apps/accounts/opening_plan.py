"""Who of the pegawai of a government may be given an account, and why the others may not."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    OuterRef,
    Q,
    QuerySet,
    TextChoices,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pamong.apps.accounts.models import RoleGrant, User
from pamong.apps.kepegawaian.models import LegalStanding, Termination
from pamong.apps.kepegawaian.models.terms import LegalState
from pamong.apps.kepegawaian.places import unit_ids_on, units_on, with_those_below
from pamong.apps.kepegawaian.roster import BY_NAME, Roster
from pamong.apps.kepegawaian.roster_columns import Column, annotated
from pamong.apps.kepegawaian.roster_wanted import Wanted
from pamong.apps.organisasi.models import Opd, Pemda, UnitKerja
from pamong.apps.organisasi.unit_tree import unit_names

NAMED = 30
"""So many of those who cannot have an account are named before the act."""
NUMBER = r"^[0-9]{18}$"
"""A NIP or NI PPPK, as it serves for a user name."""
GONE = (
    *(LegalState.HILANG, LegalState.TIDAK_AKTIF, LegalState.DIBERHENTIKAN, LegalState.PUNAH),
    *(LegalState.EKS_TIMTIM, LegalState.TMS, LegalState.NIP_BATAL, LegalState.TANPA_PENSIUN),
    *(LegalState.DENGAN_PENSIUN, LegalState.CAPAI_BUP, LegalState.PENSIUN),
)
"""Legal standings of who works no longer; on leave or suspended one still is a pegawai."""


class Why(TextChoices):
    """Why a pegawai is given no account; the first that holds is told."""

    NOT = "", gettext_lazy("dibukakan akun")
    HAS_ONE = "punya", gettext_lazy("sudah punya akun")
    IS_CLOSED = "tutup", gettext_lazy("akunnya ditutup; buka lagi di halaman akun itu")
    IS_GONE = (
        "berhenti",
        gettext_lazy(
            "menurut catatan sudah berhenti, pensiun atau meninggal; akhiri kepegawaiannya"
        ),
    )
    NO_NUMBER = "nomor", gettext_lazy("tanpa NIP atau NI PPPK 18 angka; lengkapi catatannya")
    NAME_TAKEN = (
        "nama",
        gettext_lazy(
            "NIP-nya sudah dipakai akun lain; buka akun tersendiri dengan nama pengguna lain"
        ),
    )


@dataclass(frozen=True, slots=True)
class NewOpening:
    """For whom accounts are opened, as of which day: everybody, an OPD, or a unit and those below.

    With ``by_sso`` people sign in by the NIP that the SSO tells.
    """

    pemda: Pemda
    day: date
    part: Opd | UnitKerja | None = None
    by_sso: bool = False


@dataclass(frozen=True, slots=True)
class OpdTally:
    """How many of one OPD get an account, have one, or cannot have one."""

    nama: str
    opens: int
    has_one: int
    cannot: int


@dataclass(frozen=True, slots=True)
class Missed:
    """Somebody who cannot have an account, and why."""

    nama: str
    opd: str
    why: str


@dataclass(frozen=True, slots=True)
class OpeningPlan:
    """Whom an opening would give accounts, by OPD, and why not the others."""

    opds: Sequence[OpdTally]
    why: Sequence[tuple[str, int]]
    missed: Sequence[Missed]

    @property
    def opens(self) -> int:
        """How many accounts would be opened."""
        return sum(each.opens for each in self.opds)

    @property
    def left(self) -> int:
        """How many who cannot have one are not named."""
        return sum(each.cannot for each in self.opds) - len(self.missed)


def whom(new: NewOpening) -> str:
    """Return for whom accounts are opened, in words."""
    if isinstance(new.part, UnitKerja):
        return unit_names([new.part.pk], day=new.day).get(new.part.pk, "")
    return str(new.part or _("semua pegawai"))


def plan_opening(new: NewOpening) -> OpeningPlan:
    """Return what opening accounts would do; nothing is written."""
    rows = people_judged(new, [Column.OPD])
    counted: dict[str, dict[str, int]] = {}
    for opd, why, number in rows.values_list("told_opd", "why").annotate(Count("pk")).order_by():
        counted.setdefault(opd or "", {})[why] = number
    named = rows.exclude(why__in=[Why.NOT, Why.HAS_ONE]).select_related("person")
    by_why = [(why, sum(told.get(why, 0) for told in counted.values())) for why in Why]
    return OpeningPlan(
        opds=[
            OpdTally(
                opd or _("tanpa penempatan"),
                opens=(opens := told.get(Why.NOT, 0)),
                has_one=(has_one := told.get(Why.HAS_ONE, 0)),
                cannot=sum(told.values()) - opens - has_one,
            )
            for opd, told in sorted(counted.items())
        ],
        why=[(str(why.label), number) for why, number in by_why if number and why != Why.NOT],
        missed=[
            Missed(row.person.full_name, row.told_opd or "", str(Why(row.why).label))
            for row in named.order_by("why", *BY_NAME)[:NAMED]
        ],
    )


def people_judged(new: NewOpening, columns: Sequence[Column]) -> QuerySet[Any]:
    """Return the pegawai of an opening with ``told_nip`` and ``why`` (:class:`Why`) of each."""
    wanted = Wanted()
    if isinstance(new.part, UnitKerja):
        places = units_on(new.pemda, day=new.day)
        wanted = Wanted(units=with_those_below(places, new.part.pk))
    elif new.part is not None:
        inside = unit_ids_on(new.pemda, day=new.day, opd=new.part.pk)
        wanted = Wanted(opd=new.part.pk, opd_units=inside)
    rows = Roster(new.pemda, Q(pemda=new.pemda), wanted, new.day).people(at_once=True)
    rows = annotated(rows, [Column.NIP, *columns], day=new.day, ended=False)
    return rows.alias(number=Coalesce("told_nip", Value(""))).annotate(why=_why(new))


def _why(new: NewOpening) -> Case:
    day = new.day
    not_over = Q(ends_before=None) | Q(ends_before__gt=day)
    here = Q(pemda=new.pemda) | Q(pemda=None)
    held = RoleGrant.objects.filter(not_over, here, person=OuterRef("person"))
    standing = LegalStanding.objects.on(day).filter(pegawai=OuterRef("pk"), state__in=GONE)
    known = Q(stopped_on=None) | Q(stopped_on__lte=day)
    stopped = Termination.objects.filter(known, pegawai=OuterRef("pk"))
    taken = User.objects.filter(username=OuterRef("told_nip"))
    named = Q(Exists(taken))
    if new.by_sso:
        named |= Q(Exists(User.objects.filter(sso_subject=OuterRef("told_nip"))))
    return Case(
        When(Exists(held.filter(user__is_active=True)), then=Value(Why.HAS_ONE)),
        When(Exists(held), then=Value(Why.IS_CLOSED)),
        When(Q(Exists(standing)) | Q(Exists(stopped)), then=Value(Why.IS_GONE)),
        When(~Q(number__regex=NUMBER), then=Value(Why.NO_NUMBER)),
        When(named, then=Value(Why.NAME_TAKEN)),
        default=Value(Why.NOT),
        output_field=CharField(),
    )
