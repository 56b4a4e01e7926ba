"""The planted scenarios, read from data/skenario: what is put in, and what must be found of it.

They are written from the articles as a lawyer reads them, never from the rules that judge them; a
test compares what a run of the law finds with what stands there.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from pamong.apps.kepegawaian.models import (
    EmploymentKind,
    JabatanAsn,
    JenjangFungsional,
    WorkWeek,
)
from pamong.apps.kepegawaian.services import Employment, Post
from pamong.kernel import kalender
from pamong.kernel.capacity import Capacity
from pamong.kernel.period import ONE_DAY, Period

SOURCE = "rekaan"


@dataclass(frozen=True, slots=True)
class Absence:
    """Days of absence with one decision on the reason; None: nobody has decided."""

    days: tuple[date, ...]
    has_valid_reason: bool | None


@dataclass(frozen=True, slots=True)
class PlantedPegawai:
    """Somebody with a scenario of his own, and what a rule must make of it.

    ``finds`` is the outcome that is found, ``True`` where it has no name here; empty where nothing
    may be found. ``nearly`` says what the scenario comes near to.
    """

    nama: str
    opd: str
    employment: Employment
    posts: tuple[Post, ...]
    absences: tuple[Absence, ...]
    finds: str | bool
    nearly: str


@dataclass(frozen=True, slots=True)
class PlantedTerm:
    """One term of one person in the office of a case."""

    nama: str
    capacity: Capacity
    period: Period


@dataclass(frozen=True, slots=True)
class PlantedOffice:
    """An office with the terms of those who led it."""

    jabatan: str
    terms: tuple[PlantedTerm, ...]
    finds: bool
    nearly: str


@dataclass(frozen=True, slots=True)
class Scenarios:
    """What is planted for one rule, and the day for which it must be found."""

    rule_id: str
    day: date
    pegawai: tuple[PlantedPegawai, ...]
    offices: tuple[PlantedOffice, ...]


@cache
def scenarios() -> tuple[Scenarios, ...]:
    """Return everything that is planted, by file."""
    folder = files(__package__) / "data" / "skenario"
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".toml"))
    return tuple(_read(tomllib.loads((folder / name).read_text("utf-8"))) for name in names)


def planted_pegawai() -> Iterator[PlantedPegawai]:
    """Return the planted pegawai of every rule."""
    for each in scenarios():
        yield from each.pegawai


def planted_offices() -> Iterator[PlantedOffice]:
    """Return the planted offices of every rule."""
    for each in scenarios():
        yield from each.offices


def _read(data: dict[str, Any]) -> Scenarios:
    return Scenarios(
        rule_id=data["aturan"],
        day=data["per"],
        pegawai=tuple(_pegawai(row, data["tmt"]) for row in data.get("pegawai", ())),
        offices=tuple(_office(row) for row in data.get("kasus", ())),
    )


def _pegawai(row: dict[str, Any], tmt: date) -> PlantedPegawai:
    starts_on = row.get("tmt", tmt)
    period = Period(starts_on, row.get("berakhir"))
    kind = EmploymentKind(row.get("status", "pns"))
    posts = tuple(_post(each, period.end) for each in row.get("jabatan", ()))
    holds_post = row.get("memegang_jabatan", any(_is_post(each) for each in posts))
    week = WorkWeek(row.get("pekan", "lima_hari"))
    return PlantedPegawai(
        nama=row["nama"],
        opd=row["opd"],
        employment=Employment(
            kind=kind,
            nip=row["nip"],
            period=period,
            work_week=week,
            holds_post=holds_post,
            born_on=row.get("lahir", _born_on(row["nip"])),
        ),
        posts=posts or (_usual_post(period, holds_post=holds_post),),
        absences=tuple(_absences(row, week)),
        finds=row.get("temuan") or row.get("melanggar", False),
        nearly=row.get("hampir", ""),
    )


def _born_on(specimen: str) -> date:
    """Return the birth date that an invented number was made from."""
    return date.fromisoformat(specimen[:8])


def _is_post(post: Post) -> bool:
    return post.kind is not JabatanAsn.PELAKSANA


def _usual_post(period: Period, *, holds_post: bool) -> Post:
    """Give a post to somebody whose scenario is about something else."""
    if holds_post:
        jenjang = JenjangFungsional.AHLI_PERTAMA
        return Post(JabatanAsn.FUNGSIONAL, "Pranata Komputer", period, SOURCE, jenjang)
    return Post(JabatanAsn.PELAKSANA, "Pengadministrasi Umum", period, SOURCE)


def _post(row: dict[str, Any], ends_before: date | None) -> Post:
    until = row["sampai"] + ONE_DAY if "sampai" in row else ends_before
    jenjang = JenjangFungsional(row["jenjang"]) if "jenjang" in row else None
    kind = JabatanAsn(row["jenis"])
    return Post(kind, row["nama"], Period(row["dari"], until), SOURCE, jenjang)


def _absences(row: dict[str, Any], week: WorkWeek) -> Iterator[Absence]:
    for each in row.get("absen", ()):
        yield Absence(tuple(_days_of(each, week)), each.get("alasan_sah", False))
    if "hari" in row:
        yield Absence(tuple(row["hari"]), has_valid_reason=False)
    if "belum_diputuskan" in row:
        yield Absence(tuple(row["belum_diputuskan"]), None)


def _days_of(absence: dict[str, Any], week: WorkWeek) -> Iterator[date]:
    """Count off the working days from the first, to a last day or for a number of them."""
    works = kalender.national_kalender().is_working_day
    day, left = absence["dari"], absence.get("kerja")
    while left is None or left > 0:
        if left is None and day > absence["sampai"]:
            return
        if works(day, kalender.WorkWeek(week.value)):
            yield day
            left = left and left - 1
        day += timedelta(days=1)


def _office(row: dict[str, Any]) -> PlantedOffice:
    return PlantedOffice(
        jabatan=row["jabatan"],
        terms=tuple(
            PlantedTerm(
                nama=each["nama"],
                capacity=Capacity(each["kedudukan"]),
                period=Period.inclusive(each["dari"], each.get("sampai")),
            )
            for each in row["masa"]
        ),
        finds=row.get("melanggar", False),
        nearly=row.get("hampir", ""),
    )
