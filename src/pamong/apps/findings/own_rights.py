"""What falls due for one pegawai, as he reads it himself: pay, rank, pension, contract, leave."""

from dataclasses import dataclass
from datetime import date, timedelta

from pamong import law
from pamong.apps.findings.due_days import KGB, PENSION, PROMOTION
from pamong.apps.findings.of_one import FactsOfOne, facts_of
from pamong.apps.findings.own_leave import TABLES, OwnLeave, own_leave
from pamong.apps.kepegawaian.models import Appointment, EmploymentKind, Pegawai

CONTRACT = "pppk-kontrak"
OF_PNS = (KGB, PROMOTION, PENSION)
OF_PPPK = (CONTRACT,)
PPPK = frozenset({EmploymentKind.PPPK, EmploymentKind.PARUH_WAKTU})
SECTIONS = {KGB: "gaji", PROMOTION: "pangkat", PENSION: "jabatan", CONTRACT: "perjanjian"}
"""The section of the record that a rule mostly rests on."""
SECTION_OF = {
    "cltn": "cuti",
    "jenjang": "jabatan",
    "penilaian_kinerja": "kinerja",
    "riwayat_jabatan": "jabatan",
    "riwayat_pendidikan": "pendidikan",
    "status_pegawai": "pengangkatan",
    "tanggal_lahir": "diri",
}
"""The section that a missing fact belongs to, where it is another one."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """A fact that the rule would need, and the section of the record where it belongs."""

    label: str
    section: str


@dataclass(frozen=True, slots=True)
class Right:
    """What one rule says of the pegawai; ``due_on`` is empty where it gives no day."""

    judgement: law.Judgement
    due_on: date | None
    lacking: tuple[Lacking, ...]


@dataclass(frozen=True, slots=True)
class OwnRights:
    """All that falls due for one pegawai on a day."""

    is_pppk: bool
    due: tuple[Right, ...]
    leave: OwnLeave


def own_rights(pegawai: Pegawai, *, day: date) -> OwnRights:
    """Return what falls due for ``pegawai`` as the record and the law stand on ``day``."""
    is_pppk = pegawai.kind in PPPK
    rule_ids = OF_PPPK if is_pppk else OF_PNS
    facts = facts_of(pegawai, day=day, rule_ids=rule_ids, also=TABLES)
    judged = facts.judged_by(rule_ids)
    due = [
        _right(judgement, facts)
        for rule_id in rule_ids
        for judgement in judged.get(rule_id, [])
        if judgement.rule.id != CONTRACT or _runs(judgement, facts)
    ]
    return OwnRights(is_pppk, tuple(due), own_leave(facts, since=_worked_since(pegawai, day)))


def _right(judgement: law.Judgement, facts: FactsOfOne) -> Right:
    rule = judgement.rule.id
    lacking = tuple(
        Lacking(missing.label, SECTION_OF.get(missing.name, SECTIONS[rule]))
        for missing in judgement.missing
    )
    due_on = _last_day(judgement, facts) if rule == CONTRACT else judgement.due_on
    return Right(judgement, due_on, lacking)


def _contract(judgement: law.Judgement, facts: FactsOfOne) -> dict[str, date]:
    rows = facts.rows("kontrak_pppk")
    return next(dict(row) for row in rows if row["kontrak_id"] == judgement.subject_id)


def _runs(judgement: law.Judgement, facts: FactsOfOne) -> bool:
    """Tell whether the contract of a judgement is in force on the day."""
    row = _contract(judgement, facts)
    return row["starts_on"] <= facts.day < (row["ends_before"] or date.max)


def _last_day(judgement: law.Judgement, facts: FactsOfOne) -> date | None:
    ends = _contract(judgement, facts)["ends_before"]
    return ends - timedelta(days=1) if ends else None


def _worked_since(pegawai: Pegawai, day: date) -> date:
    """Return the first day of service that is on record: an appointment, or the employment."""
    appointed = Appointment.objects.filter(pegawai=pegawai, starts_on__lte=day)
    first = appointed.exclude(kind=EmploymentKind.NON_ASN).order_by("starts_on").first()
    return min(first.starts_on, pegawai.starts_on) if first else pegawai.starts_on
