"""Units of the made-up OPDs: a secretariat and fields everywhere, schools, and clinics."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from pamong.apps.core.audit import Actor, act
from pamong.apps.organisasi.models import Opd, Pemda, UnitKerja, UnitKind, UnitState
from pamong.kernel.person_name import sort_key

SINCE = date(2017, 1, 3)
SOURCE = "susunan rekaan"
SCHOOLS, CLINICS, FIELDS = 14, 9, 3
ORDINALS = ("I", "II", "III")


class _Part(NamedTuple):
    """One unit to be: where in the OPD, and below which other one."""

    kind: UnitKind
    nama: str
    parent: str = ""


def establish_units(*, pemda: Pemda, actor: Actor, reason: str) -> dict[int, list[int]]:
    """Give every OPD of the made-up government its units, once; return their ids by OPD."""
    if not UnitKerja.objects.filter(pemda=pemda).exists():
        with act("demonstration.establish_units", actor=actor, reason=reason):
            for opd in Opd.objects.filter(pemda=pemda).order_by("id"):
                _establish(opd)
    found: dict[int, list[int]] = {}
    states = UnitState.objects.filter(unit__pemda=pemda).order_by("unit_id")
    for opd_id, unit_id in states.values_list("opd_id", "unit_id"):
        found.setdefault(opd_id, []).append(unit_id)
    return found


def _establish(opd: Opd) -> None:
    parts = list(_parts(opd.nama))
    units = UnitKerja.objects.bulk_create(UnitKerja(pemda_id=opd.pemda_id) for _ in parts)
    by_name = {part.nama: unit for part, unit in zip(parts, units, strict=True)}
    UnitState.objects.bulk_create(
        UnitState(
            unit=unit,
            opd=opd,
            parent=by_name.get(part.parent),
            nama=part.nama,
            sort_key=sort_key(part.nama),
            kind=part.kind,
            rank=100 * number,
            starts_on=SINCE,
            source=SOURCE,
        )
        for number, (part, unit) in enumerate(zip(parts, units, strict=True), 1)
    )


def _parts(opd: str) -> Iterator[_Part]:
    yield _Part(UnitKind.SEKRETARIAT, "Sekretariat")
    for nama in ("Subbagian Umum dan Kepegawaian", "Subbagian Perencanaan dan Keuangan"):
        yield _Part(UnitKind.SUBBAGIAN, nama, "Sekretariat")
    for number in ORDINALS[:FIELDS]:
        yield _Part(UnitKind.BIDANG, f"Bidang Contoh {number}")
    if opd.startswith("Dinas Pendidikan"):
        for place in range(1, SCHOOLS + 1):
            yield _Part(UnitKind.SEKOLAH, f"SMP Negeri {place} Contoh")
    if opd.startswith("Dinas Kesehatan"):
        for place in range(1, CLINICS + 1):
            yield _Part(UnitKind.PUSKESMAS, f"Puskesmas Contoh {place}")
