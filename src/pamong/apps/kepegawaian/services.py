"""Acts on employment."""

from dataclasses import dataclass

from pamong.apps.core.audit import Actor, act
from pamong.apps.core.jobs import facts_changed
from pamong.apps.core.models import IdentifierKind, Person, PersonIdentifier
from pamong.apps.core.refusals import refusals
from pamong.apps.kepegawaian.models import EmploymentKind, Pegawai, WorkWeek
from pamong.apps.organisasi.models import Opd
from pamong.kernel.period import Period


@dataclass(frozen=True, slots=True)
class Employment:
    """By which status, number and week somebody is employed."""

    kind: EmploymentKind
    nip: str
    period: Period
    work_week: WorkWeek
    holds_post: bool | None


def employ(
    *, person: Person, opd: Opd, employment: Employment, actor: Actor, reason: str
) -> Pegawai:
    """Record that ``person`` is employed in ``opd``, with the number that the employment gives.

    Who moves to another government keeps the number.

    Raises:
        RefusedError: the number is somebody's, or the person is employed there on such a day.
    """
    with act("kepegawaian.employ", actor=actor, reason=reason), refusals():
        _give_number(person, employment)
        pegawai = Pegawai.objects.create(
            person=person,
            pemda_id=opd.pemda_id,
            opd=opd,
            kind=employment.kind,
            starts_on=employment.period.start,
            ends_before=employment.period.end,
            work_week=employment.work_week,
            holds_post=employment.holds_post,
        )
        facts_changed(opd.pemda_id, "pegawai", pegawai_id=pegawai.pk)
        return pegawai


def _give_number(person: Person, employment: Employment) -> None:
    is_pppk = employment.kind == EmploymentKind.PPPK
    PersonIdentifier.objects.get_or_create(
        person=person,
        kind=IdentifierKind.NI_PPPK if is_pppk else IdentifierKind.NIP,
        value=employment.nip,
        defaults={"starts_on": employment.period.start},
    )
