"""The structure of a government on one day, read in three queries however large it is."""

from datetime import date

from django.db.models import FilteredRelation, Q

from pamong.apps.organisasi.models import Jabatan, Opd, OpdState, Pemda, PostState, UnitState
from pamong.apps.organisasi.structure_values import OpdAs, PostAs, Structure, UnitAs

OPD_COLUMNS = ("nama", "singkatan", "jenis", "tipe")
OWN_COLUMNS = ("opd_id", "nama", "eselon")
STATE_COLUMNS = tuple(
    f"state__{name}"
    for name in ("id", "opd_id", "unit_id", "nama", "eselon", "kelas", "need", "lowest_golongan")
)


def stands_on(day: date, of: str = "") -> Q:
    """Return the condition that a row stands on a day; its first day may not be recorded.

    ``of`` is the way to the row, such as ``states__``.
    """
    begun = Q(**{f"{of}starts_on": None}) | Q(**{f"{of}starts_on__lte": day})
    ended = Q(**{f"{of}ends_before": None}) | Q(**{f"{of}ends_before__gt": day})
    return begun & ended


def read_structure(pemda: Pemda, *, day: date) -> Structure:
    """Return the OPDs, units and posts of a government that stand on a day, as they then were."""
    return Structure(
        opds=read_opds(pemda, day=day),
        units=_units(pemda, day),
        posts=_posts(pemda, day),
    )


def read_opds(pemda: Pemda, *, day: date) -> dict[int, OpdAs]:
    """Return the OPDs of a government that stand on a day, under the names that they then bore."""
    rows = Opd.objects.filter(stands_on(day), pemda=pemda).annotate(
        state=FilteredRelation("states", condition=stands_on(day, "states__"))
    )
    own = rows.values_list(
        "pk", *OPD_COLUMNS, *(f"state__{name}" for name in ("id", *OPD_COLUMNS))
    )
    told = {pk: OpdAs(*columns[5:]) if columns[4] else OpdAs(*columns[:4]) for pk, *columns in own}
    return dict(sorted(told.items(), key=lambda each: (each[1].nama.casefold(), each[0])))


def opd_names(pemda: Pemda, *, day: date) -> dict[int, str]:
    """Return what the OPDs of a government are called on a day; those that ended, at their end."""
    names = dict(Opd.objects.filter(pemda=pemda).values_list("pk", "nama"))
    told = OpdState.objects.on(day).filter(opd__pemda=pemda).values_list("opd_id", "nama")
    return names | dict(told)


def _units(pemda: Pemda, day: date) -> dict[int, UnitAs]:
    rows = UnitState.objects.on(day).filter(unit__pemda=pemda).order_by("rank", "sort_key", "id")
    return {
        row.unit_id: UnitAs(row.opd_id, row.parent_id, row.nama, row.kind, row.rank)
        for row in rows
    }


def _posts(pemda: Pemda, day: date) -> dict[int, PostAs]:
    rows = (
        Jabatan.objects.filter(stands_on(day), pemda=pemda)
        .annotate(state=FilteredRelation("states", condition=stands_on(day, "states__")))
        .order_by("rank", "id")
        .values_list("pk", "kind", "is_single_seat", *OWN_COLUMNS, *STATE_COLUMNS)
    )
    told = {}
    for pk, kind, is_single, *columns in rows:
        own, state = columns[: len(OWN_COLUMNS)], columns[len(OWN_COLUMNS) :]
        if state[0] is None:
            told[pk] = PostAs(own[0], None, own[1], kind, own[2], is_single_seat=is_single)
            continue
        opd, unit, nama, eselon, kelas, need, lowest = state[1:]
        told[pk] = PostAs(opd, unit, nama, kind, eselon, kelas, need, lowest, is_single)
    return told


def post_as(jabatan: Jabatan, state: PostState | None) -> PostAs:
    """Return a post as a state of it tells, or as its own columns do where there is none."""
    said = jabatan if state is None else state
    return PostAs(
        opd=said.opd_id,
        unit=None if state is None else state.unit_id,
        nama=said.nama,
        kind=jabatan.kind,
        eselon=said.eselon,
        kelas=None if state is None else state.kelas,
        need=None if state is None else state.need,
        lowest_golongan="" if state is None else state.lowest_golongan,
        is_single_seat=jabatan.is_single_seat,
    )
