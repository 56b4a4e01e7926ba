"""Acts on employment."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.models import IdentifierKind, Person, PersonIdentifier
from pamong.apps.core.refusals import refusals
from pamong.apps.kepegawaian.models import (
    EmploymentKind,
    JabatanAsn,
    JenjangFungsional,
    Pegawai,
    Placement,
    Riwayat,
    RiwayatCoverage,
    RiwayatJabatan,
    WorkWeek,
)
from pamong.apps.kepegawaian.sections import COVERED
from pamong.apps.organisasi.models import Opd, Pemda
from pamong.kernel.period import Period

WITH_THE_EMPLOYMENT = "dicatat bersama kepegawaiannya"
"""What a placement rests on that came with the employment and with no paper of its own."""


@dataclass(frozen=True, slots=True)
class Employment:
    """By which status, number and week somebody is employed, and born when."""

    kind: EmploymentKind
    nip: str
    period: Period
    work_week: WorkWeek | Literal[""]
    holds_post: bool | None
    born_on: date | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """A post of a pegawai as its paper states it; ``jenjang`` only where it is functional."""

    kind: JabatanAsn
    nama: str
    period: Period
    source: str
    jenjang: JenjangFungsional | None = None


def employ(
    *, person: Person, opd: Opd, employment: Employment, actor: Actor, reason: str
) -> Pegawai:
    """Record that ``person`` is employed and placed in ``opd``, with the number given.

    Who moves to another government keeps the number.

    Raises:
        RefusedError: the number is somebody's, or the person is employed there on such a day.
    """
    with act("kepegawaian.employ", actor=actor, reason=reason), refusals():
        _give_number(person, employment)
        pegawai = Pegawai.objects.create(
            person=person,
            pemda_id=opd.pemda_id,
            kind=employment.kind,
            starts_on=employment.period.start,
            ends_before=employment.period.end,
            work_week=employment.work_week,
            holds_post=employment.holds_post,
            born_on=employment.born_on,
        )
        Placement.objects.create(
            pegawai=pegawai,
            opd=opd,
            starts_on=pegawai.starts_on,
            ends_before=pegawai.ends_before,
            source=WITH_THE_EMPLOYMENT,
        )
        facts_changed(opd.pemda_id, "pegawai", pegawai_id=pegawai.pk)
        return pegawai


def record_post(*, pegawai: Pegawai, post: Post, actor: Actor, reason: str) -> RiwayatJabatan:
    """Add a post to the riwayat jabatan of ``pegawai``.

    Raises:
        RefusedError: it is there already, names no source, or has a jenjang without being
            functional.
    """
    with act("kepegawaian.record_post", actor=actor, reason=reason), refusals():
        row = RiwayatJabatan.objects.create(
            pegawai=pegawai,
            kind=post.kind,
            jenjang=post.jenjang or "",
            nama=post.nama,
            starts_on=post.period.start,
            ends_before=post.period.end,
            source=post.source,
        )
        facts_changed(pegawai.pemda_id, "riwayat_jabatan", riwayat_id=row.pk)
        return row


def record_riwayat_coverage(
    *, pemda: Pemda, riwayat: Riwayat, period: Period, source: str, actor: Actor, reason: str
) -> RiwayatCoverage:
    """Record that one riwayat of all pegawai of ``pemda`` is complete for ``period``."""
    with act("kepegawaian.record_riwayat_coverage", actor=actor, reason=reason), refusals():
        coverage = RiwayatCoverage.objects.create(
            pemda=pemda,
            riwayat=riwayat,
            starts_on=period.start,
            ends_before=period.end,
            source=source,
        )
        facts_changed(pemda.pk, f"{COVERED[riwayat]}_cakupan", pemda_id=pemda.pk)
        return coverage


def _give_number(person: Person, employment: Employment) -> None:
    if not employment.nip:  # outside the ASN there is none
        return
    is_pppk = employment.kind in {EmploymentKind.PPPK, EmploymentKind.PARUH_WAKTU}
    PersonIdentifier.objects.get_or_create(
        person=person,
        kind=IdentifierKind.NI_PPPK if is_pppk else IdentifierKind.NIP,
        value=employment.nip,
        defaults={"starts_on": employment.period.start},
    )
