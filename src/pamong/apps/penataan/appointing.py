"""Mass appointment as one planned act: lines, the chain of moves, one decree, one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.refusals import refusals
from pamong.apps.kepegawaian.models import Pegawai
from pamong.apps.organisasi.journal import Journal
from pamong.apps.organisasi.models import Jabatan, Pemda
from pamong.apps.organisasi.units import settle_structure
from pamong.apps.penataan.advice import Advice
from pamong.apps.penataan.appointed import write_appointment
from pamong.apps.penataan.chain import Chain, Link, read_chain
from pamong.apps.penataan.checks import advice_on
from pamong.apps.penataan.models import Pelantikan, PelantikanLine, PlanStatus
from pamong.apps.penataan.papers import Paper, take_decree
from pamong.apps.penataan.seals import OF_AN_APPOINTMENT, seal
from pamong.apps.penataan.stages import (
    EmptyPlanError,
    NotADraftError,
    PlanNotFoundError,
    hold_carried_out,
    hold_draft,
)
from pamong.apps.penataan.surroundings import Surroundings, surroundings
from pamong.kernel.capacity import Capacity
from pamong.kernel.day import format_day


class StrangerError(Exception):
    """A line names somebody, or a post, of another government."""

    def __init__(self) -> None:
        super().__init__(_("Pegawai dan jabatannya harus dari pemerintah daerah ini."))


class InTheWayError(Exception):
    """Posts with one seat are held by people who do not leave them by this appointment."""

    def __init__(self, told: Sequence[str]) -> None:
        self.told = tuple(told)
        super().__init__(
            _(
                "Masih dipangku orang lain: %s. Masukkan pemangkunya ke lampiran, atau akhiri "
                "dulu masa jabatannya."
            )
            % "; ".join(self.told[:5])
        )


class UnreasonedError(Exception):
    """The law calls lines a breach, and nobody has said why they stand all the same."""

    def __init__(self, people: Sequence[str]) -> None:
        self.people = tuple(people)
        super().__init__(
            _(
                "Menurut aturan, pelantikan ini melanggar untuk %(many)d baris: %(who)s. Tulis "
                "alasannya pada setiap baris itu, atau hapus barisnya."
            )
            % {"many": len(self.people), "who": ", ".join(self.people[:5])}
        )


class OathTooEarlyError(Exception):
    """An oath is dated before the decree that appoints those who take it."""

    def __init__(self, decided_on: date) -> None:
        super().__init__(
            _("SK-nya baru ditetapkan pada %s. Hari sumpah pada hari itu atau sesudahnya.")
            % format_day(decided_on)
        )


@dataclass(frozen=True, slots=True)
class NewLine:
    """Who takes which post, and as what; acting may have an end."""

    pegawai: Pegawai
    jabatan: Jabatan
    capacity: Capacity = Capacity.DEFINITIF
    ends_before: date | None = None


@dataclass(frozen=True, slots=True)
class Oath:
    """The record of the oath (berita acara): when, where, by whom, before whom."""

    day: date
    place: str
    taken_by: str
    number: str = ""
    witnesses: str = ""


@dataclass(frozen=True, slots=True)
class CheckedLine:
    """One line with its link of the chain and what the law says of it."""

    link: Link
    advice: tuple[Advice, ...]

    @property
    def breaches(self) -> tuple[Advice, ...]:
        """What the law calls a breach."""
        return tuple(each for each in self.advice if each.breach)

    @property
    def loud(self) -> tuple[Advice, ...]:
        """What a person should read: breaches, what to look at, what cannot be judged."""
        return tuple(each for each in self.advice if not each.is_quiet)

    @property
    def to_read(self) -> tuple[Advice, ...]:
        """What is a breach, or asks a person to look."""
        return tuple(each for each in self.loud if not each.is_open)

    @property
    def open_questions(self) -> tuple[Advice, ...]:
        """What cannot be judged, because something is not on record."""
        return tuple(each for each in self.loud if each.is_open)

    @property
    def quiet(self) -> tuple[Advice, ...]:
        """What was checked and is fine."""
        return tuple(each for each in self.advice if each.is_quiet)

    @property
    def needs_a_reason(self) -> bool:
        """Whether nobody has said why a breach is carried out all the same."""
        return bool(self.breaches) and not self.link.line.reason.strip()


@dataclass(frozen=True, slots=True)
class AppointmentPlan:
    """What an appointment comes to. Nothing is written."""

    chain: Chain
    around: Surroundings
    lines: tuple[CheckedLine, ...]

    @property
    def unreasoned(self) -> tuple[CheckedLine, ...]:
        """The lines that need a reason before it can be carried out."""
        return tuple(line for line in self.lines if line.needs_a_reason)

    @property
    def may_be_carried_out(self) -> bool:
        """Whether nothing stands in the way."""
        return bool(self.lines) and not self.unreasoned and not self.chain.in_the_way


def draft_appointment(
    *,
    pemda: Pemda,
    title: str,
    day: date,
    decided_by: str,
    actor: Actor,
    reason: str,
) -> Pelantikan:
    """Begin a plan for a day; nobody's post changes by it."""
    with act("penataan.draft_appointment", actor=actor, reason=reason), refusals():
        return Pelantikan.objects.create(
            pemda=pemda, title=title.strip(), day=day, decided_by=decided_by
        )


def get_appointment(pemda: Pemda, public_id: UUID) -> Pelantikan:
    """Return one plan of a government.

    Raises:
        PlanNotFoundError: there is none.
    """
    found = (
        Pelantikan.objects.filter(pemda=pemda, public_id=public_id)
        .select_related("decree", "pemda__instansi")
        .annotate(seal=seal(OF_AN_APPOINTMENT))
        .first()
    )
    if found is None:
        raise PlanNotFoundError
    return found


def appointments(pemda: Pemda) -> list[Pelantikan]:
    """Return the plans of a government, the latest day first."""
    rows = Pelantikan.objects.filter(pemda=pemda).select_related("decree")
    return list(rows.order_by("-day", "-id")[:100])


def add_lines(
    *, plan: Pelantikan, new: Iterable[NewLine], actor: Actor, reason: str
) -> list[PelantikanLine]:
    """Add people to the attachment of a draft, all or none.

    Raises:
        NotADraftError: the plan was carried out or taken back.
        StrangerError: a person or post is another government's.
        RefusedError: a person is in it already for that post, or definitively for another one.
    """
    told = list(new)
    if any({each.pegawai.pemda_id, each.jabatan.pemda_id} != {plan.pemda_id} for each in told):
        raise StrangerError
    with act("penataan.add_lines", actor=actor, reason=reason), refusals():
        hold_draft(plan)
        last = plan.lines.aggregate(last=Max("position"))["last"] or 0
        return PelantikanLine.objects.bulk_create(
            PelantikanLine(
                plan=plan,
                position=position,
                pegawai=each.pegawai,
                jabatan=each.jabatan,
                capacity=each.capacity,
                starts_on=plan.day,
                ends_before=each.ends_before,
            )
            for position, each in enumerate(told, start=last + 1)
        )


def remove_line(*, plan: Pelantikan, position: int, actor: Actor, reason: str) -> None:
    """Take somebody out of the attachment of a draft.

    Raises:
        NotADraftError: the plan was carried out or taken back.
    """
    with act("penataan.remove_line", actor=actor, reason=reason):
        hold_draft(plan)
        plan.lines.filter(position=position).delete()


def give_reason(*, plan: Pelantikan, position: int, why: str, actor: Actor, reason: str) -> None:
    """Say why a line is carried out although the law calls it a breach.

    Raises:
        NotADraftError: the plan was carried out or taken back.
    """
    with act("penataan.give_reason", actor=actor, reason=reason), refusals():
        hold_draft(plan)
        for line in plan.lines.filter(position=position):
            line.reason = why.strip()
            line.save(update_fields=["reason"])


def tell_consent(
    *, plan: Pelantikan, number: str, day: date | None, actor: Actor, reason: str
) -> None:
    """Record by which letter the Minister of Home Affairs agreed, or that none did.

    Raises:
        NotADraftError: the plan was carried out or taken back.
        RefusedError: the number or the day alone is told.
    """
    with act("penataan.tell_consent", actor=actor, reason=reason), refusals():
        hold_draft(plan)
        plan.consent_number, plan.consent_on = number.strip(), day
        plan.save(update_fields=["consent_number", "consent_on"])


def record_oath(*, plan: Pelantikan, oath: Oath, actor: Actor, reason: str) -> None:
    """Record the oath of those appointed, before or after it is carried out.

    Raises:
        NotADraftError: the plan was taken back.
        OathTooEarlyError: it is before the decree.
        RefusedError: it names no place, or nobody who took it.
    """
    if plan.status == PlanStatus.TAKEN_BACK:
        raise NotADraftError(plan.get_status_display())
    if plan.decree is not None and oath.day < plan.decree.decided_on:
        raise OathTooEarlyError(plan.decree.decided_on)
    with act("penataan.record_oath", actor=actor, reason=reason), refusals():
        plan.oath_on, plan.oath_place, plan.oath_by = oath.day, oath.place, oath.taken_by
        plan.oath_number, plan.witnesses = oath.number, oath.witnesses
        plan.save()


def plan_appointment(plan: Pelantikan) -> AppointmentPlan:
    """Return the chain of moves and what the law says of each line."""
    chain = read_chain(plan)
    around = surroundings(plan, chain.head)
    return AppointmentPlan(chain, around, check_links(plan, chain.links, around))


def check_links(
    plan: Pelantikan, links: Iterable[Link], around: Surroundings
) -> tuple[CheckedLine, ...]:
    """Return what the law says of some lines of a plan."""
    return tuple(CheckedLine(link, tuple(advice_on(plan, link, around))) for link in links)


def carry_out_appointment(
    *, plan: Pelantikan, paper: Paper, today: date, actor: Actor, reason: str
) -> Pelantikan:
    """Carry out a draft by its decree: tenures, riwayat and placements of all in one act.

    Raises:
        NotADraftError: it was carried out or taken back.
        EmptyPlanError: it has no line.
        InTheWayError: somebody who does not leave holds a post with one seat.
        UnreasonedError: the law calls a line a breach, and nobody said why it stands.
        FutureDayError: the decree is dated after ``today``.
        RefusedError: a constraint refuses a row; nothing was kept.
    """
    with act("penataan.carry_out_appointment", actor=actor, reason=reason), refusals():
        hold_draft(plan)
        decree = take_decree(plan, paper, today=today, actor=actor, reason=reason)
        told = plan_appointment(plan)
        _demand_sound(told)
        journal = Journal()
        write_appointment(plan, told.chain, decree, journal)
        plan.status, plan.decree, plan.journal = (
            PlanStatus.CARRIED_OUT,
            decree,
            journal.to_json(),
        )
        plan.save()
        if plan.day <= today:
            settle_structure(pemda=plan.pemda, day=today, actor=actor, reason=reason)
        return plan


def take_back_appointment(
    *, plan: Pelantikan, today: date, actor: Actor, reason: str
) -> Pelantikan:
    """Take back as one what was carried out, before its day comes.

    Raises:
        NotADraftError: it was not carried out.
        DayHasComeError: it has taken effect.
        ChangedSinceError: what it wrote was changed by another act.
    """
    with act("penataan.take_back_appointment", actor=actor, reason=reason), refusals():
        hold_carried_out(plan, today=today)
        Journal.from_json(plan.journal).take_back()
        plan.status = PlanStatus.TAKEN_BACK
        plan.save(update_fields=["status"])
        return plan


def _demand_sound(told: AppointmentPlan) -> None:
    if not told.lines:
        raise EmptyPlanError
    if told.chain.in_the_way:
        raise InTheWayError(
            [f"{held.jabatan} ({held.person.shown_name})" for _link, held in told.chain.in_the_way]
        )
    if told.unreasoned:
        raise UnreasonedError(
            [line.link.line.pegawai.person.shown_name for line in told.unreasoned]
        )
