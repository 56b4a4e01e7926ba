"""Taking in many people with their riwayat at once, as a registry hands over its population.

Written by COPY (core/copying.py): twenty thousand people with ten entries each come in seconds,
and the history has every row with actor and reason.
"""

import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.copying import copy_rows, next_ids
from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.models import IdentifierKind, Person, PersonIdentifier
from pamong.apps.core.refusals import refusals
from pamong.apps.kepegawaian.enrolments import RIWAYAT, Enrolment
from pamong.apps.kepegawaian.models import (
    EmploymentKind,
    Pegawai,
    Placement,
    Riwayat,
    RiwayatCoverage,
)
from pamong.apps.kepegawaian.sections import COVERED
from pamong.apps.organisasi.models import Pemda
from pamong.kernel.period import Period
from pamong.kernel.person_name import sort_key


class Enrolled(NamedTuple):
    """Who an enrolment became."""

    person_id: int
    pegawai_id: int


OF_AN_EMPLOYMENT = (Riwayat.PANGKAT, Riwayat.JABATAN, Riwayat.PENDIDIKAN, Riwayat.DIKLAT)


def enrol(
    *,
    pemda: Pemda,
    people: Collection[Enrolment],
    complete: Period,
    covered: Mapping[Riwayat, Period] | None = None,
    source: str,
    actor: Actor,
    reason: str,
) -> list[Enrolled]:
    """Employ ``people`` of ``pemda`` with their riwayat, and say since when those are complete.

    Golongan, posts, education and courses are for the days of ``complete``; ``covered`` says other
    days for some of them, and days for other sections.

    All are persons of whom nothing is here yet; where the government is made up, so are they.
    Returned are their ids, in the order of ``people``.

    Raises:
        RefusedError: a number is somebody's, or an entry breaks a constraint; nothing was kept.
    """
    with act("kepegawaian.enrol", actor=actor, reason=reason), refusals():
        known = {**dict.fromkeys(OF_AN_EMPLOYMENT, complete), **(covered or {})}
        RiwayatCoverage.objects.bulk_create(
            RiwayatCoverage(
                pemda=pemda,
                riwayat=riwayat,
                starts_on=period.start,
                ends_before=period.end,
                source=source,
            )
            for riwayat, period in known.items()
        )
        ids = next_ids(Person, len(people)), next_ids(Pegawai, len(people))
        enrolled = [Enrolled(*pair) for pair in zip(*ids, strict=True)]
        _copy_people(pemda, people, enrolled)
        _copy_placements(people, enrolled, source)
        for model, columns, entries in RIWAYAT:
            rows = _entries(people, enrolled, entries)
            copy_rows(model, ("pegawai_id", *columns), rows)
        facts_changed(pemda.pk, "pegawai", pegawai_id=[each.pegawai_id for each in enrolled])
        for riwayat in known:
            facts_changed(pemda.pk, f"{COVERED[riwayat]}_cakupan", pemda_id=pemda.pk)
        return enrolled


def _copy_people(
    pemda: Pemda, people: Collection[Enrolment], enrolled: Iterable[Enrolled]
) -> None:
    pairs = list(zip(people, enrolled, strict=True))
    copy_rows(
        Person,
        ("id", "public_id", "nama", "gelar_depan", "gelar_belakang", "sort_key", "is_made_up"),
        (
            (
                who.person_id,
                uuid.uuid4(),
                each.name.nama,
                each.name.gelar_depan,
                each.name.gelar_belakang,
                sort_key(each.name.nama),
                pemda.is_made_up,
            )
            for each, who in pairs
        ),
    )
    copy_rows(
        PersonIdentifier,
        ("person_id", "kind", "value", "starts_on"),
        (
            (
                who.person_id,
                _number_kind(each.employment.kind),
                each.employment.nip,
                each.employment.period.start,
            )
            for each, who in pairs
        ),
    )
    copy_rows(
        Pegawai,
        (
            *("id", "person_id", "pemda_id", "kind", "starts_on", "ends_before"),
            *("work_week", "holds_post", "born_on"),
        ),
        (
            (
                who.pegawai_id,
                who.person_id,
                pemda.pk,
                each.employment.kind,
                each.employment.period.start,
                each.employment.period.end,
                each.employment.work_week,
                each.employment.holds_post,
                each.employment.born_on,
            )
            for each, who in pairs
        ),
    )


def _copy_placements(
    people: Iterable[Enrolment], enrolled: Iterable[Enrolled], source: str
) -> None:
    copy_rows(
        Placement,
        ("pegawai_id", "opd_id", "unit_id", "starts_on", "ends_before", "source"),
        (
            (
                who.pegawai_id,
                each.opd_id,
                each.unit_id,
                each.employment.period.start,
                each.employment.period.end,
                source,
            )
            for each, who in zip(people, enrolled, strict=True)
        ),
    )


def _number_kind(kind: EmploymentKind) -> IdentifierKind:
    return IdentifierKind.NI_PPPK if kind == EmploymentKind.PPPK else IdentifierKind.NIP


def _entries(
    people: Iterable[Enrolment],
    enrolled: Iterable[Enrolled],
    entries: Callable[[Enrolment], Iterable[Any]],
) -> Iterator[tuple[Any, ...]]:
    for each, who in zip(people, enrolled, strict=True):
        for entry in entries(each):
            yield (who.pegawai_id, *entry)
