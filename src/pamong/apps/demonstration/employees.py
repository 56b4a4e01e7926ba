"""The made-up pegawai of Kabupaten Contoh, their attendance and what is known of it."""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from importlib.resources import files
from typing import Any

from pamong.apps.core.audit import Actor
from pamong.apps.core.services import register_person
from pamong.apps.kepegawaian.models import EmploymentKind, Pegawai, WorkWeek
from pamong.apps.kepegawaian.services import Employment, employ
from pamong.apps.organisasi.models import Opd, Pemda
from pamong.apps.presensi.services import record_absences, record_coverage
from pamong.kernel.kalender import national_kalender
from pamong.kernel.period import Period


def load_employees(*, pemda: Pemda, actor: Actor, reason: str) -> None:
    """Employ the made-up people of data/pegawai_contoh.toml, unless they are there."""
    if Pegawai.objects.filter(pemda=pemda).exists():
        return
    data = tomllib.loads((files(__package__) / "data" / "pegawai_contoh.toml").read_text("utf-8"))
    opd = {row.nama: row for row in Opd.objects.filter(pemda=pemda)}
    for row in data["cakupan"]:
        record_coverage(
            opd=opd[row["opd"]],
            period=Period(row["dari"], row["sampai"] + timedelta(days=1)),
            source="rekaan",
            actor=actor,
            reason=reason,
        )
    for row in data["pegawai"]:
        _employ(row, opd[row["opd"]], data["tmt"], actor, reason)


def _employ(row: dict[str, Any], opd: Opd, tmt: date, actor: Actor, reason: str) -> None:
    person = register_person(name=row["nama"], is_made_up=True, actor=actor, reason=reason)
    employment = Employment(
        kind=EmploymentKind.PNS,
        nip=row["nip"],
        period=Period(tmt),
        work_week=WorkWeek.LIMA_HARI,
        holds_post=row["memegang_jabatan"],
    )
    pegawai = employ(person=person, opd=opd, employment=employment, actor=actor, reason=reason)
    for absence in row["absen"]:
        record_absences(
            pegawai=pegawai,
            days=_working_days(absence["dari"], absence["sampai"]),
            has_valid_reason=absence.get("alasan_sah", False),
            actor=actor,
            reason=reason,
        )


def _working_days(first: date, last: date) -> Iterator[date]:
    kalender = national_kalender()
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        if kalender.is_working_day(day):
            yield day
