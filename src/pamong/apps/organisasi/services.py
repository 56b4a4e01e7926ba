"""Acts on offices: who takes one, who is called by one, who goes on leave."""

from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.models import Decree, Document, Person
from pamong.apps.core.refusals import refusals
from pamong.apps.organisasi.models import (
    Attestation,
    Jabatan,
    JabatanHolding,
    JabatanKind,
    LeaveKind,
    OfficeLeave,
    Pemda,
    PilkadaParticipation,
)
from pamong.apps.organisasi.office_names import office_key
from pamong.apps.organisasi.titles import POLITICAL
from pamong.kernel.capacity import Capacity
from pamong.kernel.period import Period


class NotElectedError(Exception):
    """An election is named for an office that is filled by appointment."""

    def __init__(self, jabatan: Jabatan) -> None:
        super().__init__(
            _("%s bukan jabatan yang diisi lewat pilkada. Kosongkan pilkada asalnya.") % jabatan
        )


@dataclass(frozen=True, slots=True)
class Grounds:
    """What a tenure or a leave rests on: a decree, or a document that states its days.

    ``stated_on`` is the day on which the document speaks; ``words`` are its own.
    """

    decree: Decree | None = None
    document: Document | None = None
    stated_on: date | None = None
    words: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        """The same as the columns of a row that rests on it."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


@dataclass(frozen=True, slots=True)
class Said:
    """What a document says in passing: on which day, in which words."""

    document: Document
    day: date
    words: str = ""


def create_jabatan(
    *, pemda: Pemda, nama: str, kind: JabatanKind, actor: Actor, reason: str
) -> Jabatan:
    """Open an office that a document or decree names, with one seat.

    Raises:
        RefusedError: the government has an office of that name, or one that leads like it.
    """
    with act("organisasi.create_jabatan", actor=actor, reason=reason), refusals():
        jabatan = Jabatan.objects.create(
            pemda=pemda, nama=nama, kind=kind, sort_key=office_key(nama, pemda)
        )
        facts_changed(pemda.pk, "jabatan", jabatan_id=jabatan.pk)
        return jabatan


def record_tenure(
    *,
    person: Person,
    jabatan: Jabatan,
    capacity: Capacity,
    period: Period,
    grounds: Grounds,
    actor: Actor,
    reason: str,
) -> JabatanHolding:
    """Record that ``person`` holds ``jabatan`` for ``period``; acting ends none of his own posts.

    Raises:
        RefusedError: the seat is held, somebody else acts in the office, the person is in it
            already, or the tenure rests on nothing.
    """
    with act("organisasi.record_tenure", actor=actor, reason=reason), refusals():
        holding = JabatanHolding.objects.create(
            person=person,
            jabatan=jabatan,
            capacity=capacity,
            starts_on=period.start,
            ends_before=period.end,
            **grounds.columns,
        )
        facts_changed(jabatan.pemda_id, "pemangku", pemangku_id=holding.pk)
        return holding


def name_election(
    *, holding: JabatanHolding, pilkada: str, actor: Actor, reason: str
) -> JabatanHolding:
    """Say from which election the tenure of an elected head or deputy stems: "2018".

    Raises:
        NotElectedError: the office is not filled by an election.
        RefusedError: it is no year, or the person only acts.
    """
    if holding.jabatan.kind not in POLITICAL:
        raise NotElectedError(holding.jabatan)
    with act("organisasi.name_election", actor=actor, reason=reason), refusals():
        holding.pilkada = pilkada.strip()
        holding.save(update_fields=["pilkada"])
        facts_changed(holding.jabatan.pemda_id, "pemangku", pemangku_id=holding.pk)
        return holding


def end_tenure(
    *, holding: JabatanHolding, last_day: date, actor: Actor, reason: str
) -> JabatanHolding:
    """Say until which day, that day included, a tenure ran or runs.

    Raises:
        RefusedError: it ends before it starts, or others on record forbid the longer tenure.
    """
    with act("organisasi.end_tenure", actor=actor, reason=reason), refusals():
        holding.ends_before = last_day + timedelta(days=1)
        holding.save(update_fields=["ends_before"])
        facts_changed(holding.jabatan.pemda_id, "pemangku", pemangku_id=holding.pk)
        return holding


def record_leave(
    *,
    person: Person,
    jabatan: Jabatan,
    kind: LeaveKind,
    period: Period,
    grounds: Grounds,
    actor: Actor,
    reason: str,
) -> OfficeLeave:
    """Record that ``person`` is on leave from ``jabatan`` for ``period``.

    Raises:
        RefusedError: a leave of those days is recorded, or this one rests on nothing.
    """
    with act("organisasi.record_leave", actor=actor, reason=reason), refusals():
        leave = OfficeLeave.objects.create(
            person=person,
            jabatan=jabatan,
            kind=kind,
            starts_on=period.start,
            ends_before=period.end,
            **grounds.columns,
        )
        facts_changed(jabatan.pemda_id, "cuti_pejabat", cuti_id=leave.pk)
        return leave


def record_attestation(
    *,
    person: Person,
    jabatan: Jabatan,
    capacity: Capacity,
    said: Said,
    actor: Actor,
    reason: str,
) -> Attestation:
    """Record that a document calls ``person`` by ``jabatan`` on the day on which it speaks.

    Raises:
        RefusedError: this document says so already.
    """
    with act("organisasi.record_attestation", actor=actor, reason=reason), refusals():
        return Attestation.objects.create(
            person=person,
            jabatan=jabatan,
            capacity=capacity,
            day=said.day,
            document=said.document,
            words=said.words,
        )


def record_pilkada_participation(
    *, pemda: Pemda, pilkada: str, participates: bool, source: str, actor: Actor, reason: str
) -> PilkadaParticipation:
    """Record whether a government holds one simultaneous election, and who says so.

    Raises:
        RefusedError: it is recorded already.
    """
    with act("organisasi.record_pilkada", actor=actor, reason=reason), refusals():
        facts_changed(pemda.pk, "keikutsertaan_pilkada", pemda_id=pemda.pk)
        return PilkadaParticipation.objects.create(
            pemda=pemda, pilkada=pilkada, participates=participates, source=source
        )
